#include "kiosk/canvas/png_file.h"

#include <png.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace kiosk {
namespace {

// libpng's simplified interface: no jumps over our frames.
class Image {
 public:
  Image() {
    std::memset(&image_, 0, sizeof image_);
    image_.version = PNG_IMAGE_VERSION;
  }
  ~Image() { png_image_free(&image_); }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  png_image* operator->() { return &image_; }
  png_image* get() { return &image_; }
  bool failed() const { return PNG_IMAGE_FAILED(image_) != 0; }
  std::string message() const { return image_.message; }

 private:
  png_image image_;
};

content::Failure malformed(const std::string& why) {
  return {content::Refusal::Malformed, "picture is not a whole PNG: " + why};
}

}  // namespace

std::string encode_png(const Surface& surface) {
  const Size size = surface.size();
  std::vector<std::uint8_t> rgb;
  rgb.reserve(surface.pixels().size() * 3);
  for (const std::uint32_t pixel : surface.pixels()) {
    const Color color = to_color(pixel);
    rgb.insert(rgb.end(), {color.red, color.green, color.blue});
  }
  Image image;
  image->width = static_cast<png_uint_32>(size.width);
  image->height = static_cast<png_uint_32>(size.height);
  image->format = PNG_FORMAT_RGB;
  std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(*image.get()), '\0');
  png_alloc_size_t used = bytes.size();
  if (png_image_write_to_memory(image.get(), bytes.data(), &used, 0, rgb.data(), 0, nullptr) == 0) {
    throw std::runtime_error("libpng could not write: " + image.message());
  }
  bytes.resize(used);
  return bytes;
}

content::Result<content::Done> write_png(const Surface& surface,
                                         const std::filesystem::path& path) {
  const std::string bytes = encode_png(surface);
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    const auto refusal =
        errno == ENOSPC ? content::Refusal::NoSpace : content::Refusal::Unavailable;
    return content::Failure{refusal, path.string() + " cannot be written: " + std::strerror(errno)};
  }
  return content::Done{};
}

content::Result<Picture> decode_png(std::string_view bytes) {
  if (bytes.size() > largest_png_file) {
    return content::Failure{content::Refusal::TooLarge, "picture of more than 8 MiB"};
  }
  Image image;
  if (png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size()) == 0) {
    return malformed(image.message());
  }
  const long width = static_cast<long>(image->width);
  const long height = static_cast<long>(image->height);
  if (width > longest_png_side || height > longest_png_side || width * height > most_png_pixels) {
    return content::Failure{content::Refusal::TooLarge, "picture of " + std::to_string(width) +
                                                            " × " + std::to_string(height) + " px"};
  }
  image->format = PNG_FORMAT_RGBA;
  std::vector<std::uint8_t> rgba(PNG_IMAGE_SIZE(*image.get()));
  if (png_image_finish_read(image.get(), nullptr, rgba.data(), 0, nullptr) == 0 || image.failed()) {
    return malformed(image.message());
  }
  Picture picture{0, 0, static_cast<int>(width), static_cast<int>(height), {}};
  picture.pixels.reserve(rgba.size() / 4);
  for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
    const std::uint32_t alpha = rgba[i + 3];
    picture.pixels.push_back(alpha << 24 | std::uint32_t{scale_byte(rgba[i], alpha)} << 16 |
                             std::uint32_t{scale_byte(rgba[i + 1], alpha)} << 8 |
                             scale_byte(rgba[i + 2], alpha));
  }
  return picture;
}

}  // namespace kiosk
