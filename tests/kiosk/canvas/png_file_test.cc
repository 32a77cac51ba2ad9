#include "kiosk/canvas/png_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace kiosk;

namespace {

Surface painted(Size size) {
  Surface surface(size, {250, 240, 230});
  surface.fill_rounded({3, 2, size.width - 6, size.height - 4}, 6, {10, 80, 120});
  surface.fill_circle(size.width / 2.0, size.height / 2.0, 5, {200, 20, 30});
  return surface;
}

// What a four-byte number is in a PNG's header.
std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes += static_cast<char>(value >> shift);
  }
  return bytes;
}

}  // namespace

TEST_CASE("a surface survives being written and read, and is written the same twice") {
  const Surface surface = painted({37, 23});
  const std::string bytes = encode_png(surface);
  CHECK(bytes == encode_png(surface));
  const auto picture = decode_png(bytes);
  REQUIRE(picture);
  CHECK(picture->width == 37);
  CHECK(picture->height == 23);
  CHECK(picture->pixels == surface.pixels());
}

TEST_CASE("a file that cannot be written says so") {
  const auto written = write_png(painted({9, 9}), "/nowhere/at/all.png");
  REQUIRE_FALSE(written);
  CHECK(written.failure().refusal == content::Refusal::Unavailable);
  const auto path = std::filesystem::path(BINARY_DIR) / "png_file_test.png";
  REQUIRE(write_png(painted({9, 9}), path));
  CHECK(std::filesystem::file_size(path) == encode_png(painted({9, 9})).size());
  std::filesystem::remove(path);
}

TEST_CASE("a picture cut anywhere or changed in any byte is refused or decoded, never fatal") {
  const std::string bytes = encode_png(painted({37, 23}));
  for (std::size_t length = 0; length + 12 < bytes.size(); ++length) {
    CHECK_FALSE(decode_png(bytes.substr(0, length)));
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x41);
    const auto picture = decode_png(changed);
    if (picture) {
      CHECK(picture->pixels.size() ==
            static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height));
    }
  }
  CHECK_FALSE(decode_png(""));
  CHECK_FALSE(decode_png("GIF89a"));
}

TEST_CASE("a picture that claims to be huge is refused before it is unpacked") {
  // A header with a right checksum for 30 000 × 30 000 pixels, and nothing after it.
  const std::string header = std::string("\x89PNG\r\n\x1a\n", 8) + big_endian(13) + "IHDR" +
                             big_endian(30000) + big_endian(30000) +
                             std::string("\x08\x02\x00\x00\x00", 5) + big_endian(0xE9456FED) +
                             big_endian(0) + "IDAT" + big_endian(0x35AF061E);
  const auto huge = decode_png(header);
  REQUIRE_FALSE(huge);
  CHECK(huge.failure().refusal == content::Refusal::TooLarge);
  const auto heavy = decode_png(std::string(largest_png_file + 1, 'x'));
  REQUIRE_FALSE(heavy);
  CHECK(heavy.failure().refusal == content::Refusal::TooLarge);
}

TEST_CASE("scaling keeps proportions, area and even colour") {
  Picture picture{0, 0, 4, 2, std::vector<std::uint32_t>(8, 0xFF204060U)};
  const Picture half = scaled_to_fit(picture, {2, 2});
  CHECK(half.width == 2);
  CHECK(half.height == 1);
  CHECK(half.top == 0);
  CHECK(half.pixels == std::vector<std::uint32_t>(2, 0xFF204060U));
  const Picture wide = scaled_to_fit(picture, {12, 12});
  CHECK(wide.width == 12);
  CHECK(wide.height == 6);
  CHECK(wide.top == 3);
  CHECK(wide.pixels == std::vector<std::uint32_t>(72, 0xFF204060U));
  picture.pixels = {0xFF000000U, 0xFFFFFFFFU, 0, 0, 0xFF000000U, 0xFFFFFFFFU, 0, 0};
  const Picture mixed = scaled_to(picture, {2, 1});
  CHECK(mixed.pixels == std::vector<std::uint32_t>{0xFF808080U, 0});
  CHECK(scaled_to_fit(picture, {0, 5}).pixels.empty());
  CHECK(scaled_to_fit({}, {5, 5}).pixels.empty());
}
