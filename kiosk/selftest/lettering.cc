#include "kiosk/selftest/lettering.h"

#include <SDL.h>
#include <SDL_ttf.h>

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/platform/handle.h"
#include "kiosk/selftest/embedded.h"

namespace kiosk {
namespace {

using Font = Handle<TTF_Font, TTF_CloseFont>;
using DrawnLine = Handle<SDL_Surface, SDL_FreeSurface>;

Font open_font(const Lettering::Style& style) {
  const EmbeddedFonts& fonts = embedded_fonts();
  const auto bytes = style.cut == Cut::Bold       ? fonts.bold
                     : style.cut == Cut::SemiBold ? fonts.semi_bold
                                                  : fonts.regular;
  SDL_RWops* memory = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
  Font font(TTF_OpenFontRW(memory, SDL_TRUE, style.size));
  if (font)
    TTF_SetFontHinting(font.get(), TTF_HINTING_NONE);
  return font;
}

template <typename Each>
void for_each_line(std::string_view text, Each each) {
  for (;;) {
    const auto end = std::min(text.find('\n'), text.size());
    if (end > 0)
      each(std::string(text.substr(0, end)));
    else
      each(std::string(" "));
    if (end == text.size())
      return;
    text.remove_prefix(end + 1);
  }
}

// The alpha of a line in white is its coverage.
Mask mask_of(const SDL_Surface& line) {
  Mask mask{.width = line.w, .height = line.h};
  mask.coverage.reserve(static_cast<std::size_t>(line.w) * static_cast<std::size_t>(line.h));
  for (int y = 0; y < line.h; ++y) {
    const auto* row = reinterpret_cast<const Uint32*>(static_cast<const Uint8*>(line.pixels) +
                                                      static_cast<std::ptrdiff_t>(y) * line.pitch);
    for (int x = 0; x < line.w; ++x)
      mask.coverage.push_back(static_cast<std::uint8_t>(row[x] >> 24));
  }
  return mask;
}

}  // namespace

content::Result<Lettering> Lettering::open() {
  if (TTF_Init() != 0)
    return content::Failure{content::Refusal::Unavailable,
                            std::string("SDL2_ttf does not start: ") + TTF_GetError()};
  Lettering lettering;
  lettering.started_ = true;
  return lettering;
}

Lettering::Lettering(Lettering&& other) noexcept : started_(std::exchange(other.started_, false)) {}

Lettering::~Lettering() {
  if (started_)
    TTF_Quit();
}

int Lettering::draw(Surface& page, std::string_view text, const Style& style, int left,
                    int top) const {
  const Font font = open_font(style);
  for_each_line(text, [&](const std::string& line) {
    if (font) {
      const DrawnLine drawn(
          TTF_RenderUTF8_Blended(font.get(), line.c_str(), SDL_Color{255, 255, 255, 255}));
      if (drawn)
        page.blend(mask_of(*drawn), left, top + (style.leading - drawn->h) / 2, style.color);
    }
    top += style.leading;
  });
  return top;
}

int Lettering::width(std::string_view text, const Style& style) const {
  const Font font = open_font(style);
  int widest = 0;
  for_each_line(text, [&](const std::string& line) {
    int width = 0;
    if (font && TTF_SizeUTF8(font.get(), line.c_str(), &width, nullptr) == 0)
      widest = std::max(widest, width);
  });
  return widest;
}

std::string Lettering::wrapped(std::string_view text, const Style& style, int widest) const {
  const Font font = open_font(style);
  const auto wide = [&](const std::string& line) {
    int width = 0;
    return font && TTF_SizeUTF8(font.get(), line.c_str(), &width, nullptr) == 0 && width > widest;
  };
  std::string set;
  for_each_line(text, [&](const std::string& line) {
    std::string row;
    const auto put = [&](const std::string& word) {
      const std::string longer = row.empty() ? word : row + " " + word;
      if (row.empty() || !wide(longer)) {
        row = longer;
        return;
      }
      set += row + "\n";
      row = word;
    };
    for (std::size_t at = 0; at <= line.size();) {
      const auto end = std::min(line.find(' ', at), line.size());
      std::string word = line.substr(at, end - at);
      while (word.size() > 1 && wide(word)) {  // an address, a hash
        std::size_t kept = word.size() / 2;
        while (kept > 1 && wide(word.substr(0, kept)))
          kept = kept * 3 / 4;
        while (kept > 1 && (static_cast<unsigned char>(word[kept]) & 0xC0U) == 0x80)
          --kept;
        put(word.substr(0, kept));
        word.erase(0, kept);
      }
      put(word);
      at = end + 1;
    }
    set += row + "\n";
  });
  set.pop_back();
  return set;
}

std::string Lettering::missing(std::string_view text, Cut cut) const {
  constexpr int any_size = 20;
  const Font font = open_font({cut, any_size, any_size, {}});
  std::string without;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    Uint32 character = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
      character = character << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    if (character != '\n' && (!font || TTF_GlyphIsProvided32(font.get(), character) == 0))
      without += text.substr(at, length);
    at += length;
  }
  return without;
}

}  // namespace kiosk
