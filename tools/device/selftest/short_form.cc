#include "tools/device/selftest/short_form.h"

#include <png.h>
#include <qrencode.h>

#include <cstdint>
#include <memory>

#include "content-engine/store/files.h"

namespace content {

namespace {

constexpr std::size_t border = 4;  // modules, as the standard wants

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

std::string list(const char* title, const std::vector<std::string>& names) {
  std::string text = title;
  for (const std::string& name : names)
    text += " " + name;
  return names.empty() ? std::string{} : text + "\n";
}

bool is_dark(const std::vector<std::string>& code, std::size_t x, std::size_t y) {
  return y >= border && y < code.size() + border && x >= border && x < code.size() + border &&
         code[y - border][x - border] == '1';
}

}  // namespace

std::string to_text(const ShortForm& form) {
  constexpr std::size_t longest = 700;
  std::string text = "Wegweiser-Selbsttest 1\n" + form.kiosk + " " + form.at + "\nwegweiser " +
                     form.program + "\n" + form.result + "\n" + list("fail:", form.failing) +
                     list("warn:", form.warning);
  if (text.size() > longest)
    text.resize(longest);
  return text;
}

Result<std::vector<std::string>> code_of(const std::string& text) {
  const std::unique_ptr<QRcode, FreeCode> code(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_L));
  if (!code)
    return Failure{Refusal::Invalid, "too long for a code"};
  const auto side = static_cast<std::size_t>(code->width);
  std::vector<std::string> lines(side, std::string(side, '0'));
  for (std::size_t y = 0; y < side; ++y)
    for (std::size_t x = 0; x < side; ++x)
      if ((code->data[y * side + x] & 1U) != 0)
        lines[y][x] = '1';
  return lines;
}

std::string for_terminal(const std::vector<std::string>& code) {
  const std::size_t side = code.size() + 2 * border;
  std::string text;
  for (std::size_t y = 0; y < side; y += 2) {
    for (std::size_t x = 0; x < side; ++x) {
      const bool above = !is_dark(code, x, y);
      const bool below = y + 1 < side && !is_dark(code, x, y + 1);
      text += above && below ? "█" : above ? "▀" : below ? "▄" : " ";
    }
    text += "\n";
  }
  return text;
}

Result<Done> write_code(const std::vector<std::string>& code, const std::filesystem::path& png) {
  constexpr std::size_t scale = 6;
  const std::size_t side = (code.size() + 2 * border) * scale;
  std::string grey(side * side, '\xff');
  for (std::size_t y = 0; y < side; ++y)
    for (std::size_t x = 0; x < side; ++x)
      if (is_dark(code, x / scale, y / scale))
        grey[y * side + x] = '\0';
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = image.height = static_cast<png_uint_32>(side);
  image.format = PNG_FORMAT_GRAY;
  png_alloc_size_t size = 0;
  std::string bytes;
  if (png_image_write_to_memory(&image, nullptr, &size, 0, grey.data(), 0, nullptr) != 0) {
    bytes.resize(size);
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, grey.data(), 0, nullptr) == 0)
      bytes.clear();
  }
  if (bytes.empty())
    return Failure{Refusal::Unavailable, "no picture can be made"};
  return write_file(png, bytes);
}

}  // namespace content
