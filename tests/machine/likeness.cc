// For the test of the image only: how alike a picture is to the most alike of others.
//   likeness A.png B.png…    prints the share of pixels that look the same, in thousandths
#include <png.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

struct Picture {
  unsigned width = 0;
  unsigned height = 0;
  std::vector<unsigned char> rgb;
};

Picture read(const char* file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, file) == 0) {
    std::fprintf(stderr, "likeness: %s: %s\n", file, image.message);
    std::exit(2);
  }
  image.format = PNG_FORMAT_RGB;
  Picture picture{image.width, image.height, std::vector<unsigned char>(PNG_IMAGE_SIZE(image))};
  if (png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr) == 0)
    std::exit(2);
  return picture;
}

std::size_t thousandths_alike(const Picture& one, const Picture& other) {
  if (one.width != other.width || one.height != other.height)
    return 0;
  constexpr int unseen = 8;  // graphics drivers round differently
  std::size_t same = 0;
  for (std::size_t at = 0; at < one.rgb.size(); at += 3) {
    bool alike = true;
    for (std::size_t channel = at; channel < at + 3; ++channel)
      alike = alike && std::abs(one.rgb[channel] - other.rgb[channel]) <= unseen;
    same += alike ? 1 : 0;
  }
  return same * 1000 / (one.rgb.size() / 3);
}

// Of one colour but for a few letters, as while a machine starts: not worth opening the others.
bool is_blank(const Picture& picture) {
  std::size_t other = 0;
  for (std::size_t at = 3; at < picture.rgb.size(); ++at)
    other += picture.rgb[at] == picture.rgb[at - 3] ? 0 : 1;
  return other * 500 < picture.rgb.size();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3)
    return 2;
  const Picture one = read(argv[1]);
  std::size_t most = 0;
  if (is_blank(one)) {
    std::printf("0\n");
    return 0;
  }
  for (int other = 2; other < argc; ++other)
    most = std::max(most, thousandths_alike(one, read(argv[other])));
  std::printf("%zu\n", most);
}
