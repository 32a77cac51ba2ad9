#include "kiosk/widgets/qr_code.h"

#include <qrencode.h>

#include <cmath>
#include <memory>
#include <utility>

namespace kiosk {
namespace {

constexpr int quiet_squares = 4;  // ISO/IEC 18004, 9.1: on every side
constexpr double least_mm = 1.0;
constexpr unsigned int utf8 = 26;  // AIM's number, for an extended channel interpretation

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
struct FreeInput {
  void operator()(QRinput* input) const { QRinput_free(input); }
};
using Code = std::unique_ptr<QRcode, FreeCode>;

Code encoded(const std::string& text, QRecLevel level) {
  const std::unique_ptr<QRinput, FreeInput> input(QRinput_new2(0, level));
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (input == nullptr || QRinput_appendECIheader(input.get(), utf8) != 0 ||
      QRinput_append(input.get(), QR_MODE_8, static_cast<int>(text.size()), bytes) != 0)
    return nullptr;
  return Code(QRcode_encodeInput(input.get()));
}

// Neighbours of a row as one rectangle.
std::vector<Rect> cells_of(const QRcode& code, int square) {
  std::vector<Rect> cells;
  for (int y = 0; y < code.width; ++y)
    for (int x = 0; x < code.width;) {
      const int start = x;
      while (x < code.width && (code.data[y * code.width + x] & 1U) != 0)
        ++x;
      if (x > start)
        cells.push_back({(quiet_squares + start) * square, (quiet_squares + y) * square,
                         (x - start) * square, square});
      else
        ++x;
    }
  return cells;
}

}  // namespace

std::optional<Box> qr_code(const Look& look, std::string name, const std::string& text, int most) {
  const int least = static_cast<int>(std::ceil(least_mm * look.panel.px_per_mm - 0.05));
  const int largest = look.px(12);          // of a short text: three millimetres are enough
  constexpr std::size_t most_bytes = 2953;  // version 40, low
  if (text.empty() || text.size() > most_bytes)
    return std::nullopt;
  for (const QRecLevel level : {QR_ECLEVEL_M, QR_ECLEVEL_L}) {
    const Code code = encoded(text, level);
    if (code == nullptr)
      continue;
    const int squares = code->width + 2 * quiet_squares;
    const int square = std::min(most / squares, largest);
    if (square < least)
      continue;
    Box box;
    box.role = Role::Picture;
    box.name = std::move(name);
    box.rect = {0, 0, squares * square, squares * square};
    box.paint.fill = Color{255, 255, 255};
    box.paint.foreground = {0, 0, 0};
    box.paint.cells = cells_of(*code, square);
    return box;
  }
  return std::nullopt;
}

}  // namespace kiosk
