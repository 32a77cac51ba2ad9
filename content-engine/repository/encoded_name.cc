#include "content-engine/repository/encoded_name.h"

#include <algorithm>

#include "content-engine/trust/public_key.h"

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

std::string encode_path(std::string_view path) {
  std::string out;
  for (;;) {
    const auto slash = std::min(path.find('/'), path.size());
    out += encode_name(path.substr(0, slash));
    if (slash == path.size())
      return out;
    out += '/';
    path.remove_prefix(slash + 1);
  }
}

std::string decode_name(std::string_view encoded) {
  std::string out;
  for (std::size_t at = 0; at < encoded.size(); ++at) {
    const auto code = encoded[at] == '%' && at + 2 < encoded.size()
                          ? from_hex(encoded.substr(at + 1, 2))
                          : std::nullopt;
    out += code ? code->front() : encoded[at];
    at += code ? 2 : 0;
  }
  return out;
}

std::string local_name(std::string_view name) {
  constexpr std::size_t longest = 200;  // file systems end at 255; endings are added
  std::string encoded = encode_name(name);
  if (encoded.size() <= longest && !encoded.empty())
    return encoded;
  return "%" + sha256_hex(name);  // no encoding of a name looks so
}

}  // namespace content
