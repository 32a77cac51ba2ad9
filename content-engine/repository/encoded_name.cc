#include "content-engine/repository/encoded_name.h"

namespace content {

std::string encode_name(std::string_view name) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  const bool dots = name == "." || name == "..";
  std::string out;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || (c == '.' && !dots) || c == '~';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
    }
  }
  return out;
}

}  // namespace content
