#include "content-engine/store/slip.h"

#include <algorithm>
#include <charconv>

namespace content {

namespace {

constexpr std::string_view equals = " = ";

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

}  // namespace

void Slip::set(const std::string& key, std::string_view value) {
  std::string clean(value.substr(0, slip_value_limit));
  // Not in the middle of a character.
  if (clean.size() < value.size())
    while (!clean.empty() && (static_cast<unsigned char>(value[clean.size()]) & 0xC0) == 0x80)
      clean.pop_back();
  std::replace_if(clean.begin(), clean.end(), is_control, ' ');
  values_[key] = std::move(clean);
}

void Slip::set(const std::string& key, std::int64_t value) {
  set(key, std::to_string(value));
}

std::string Slip::text(const std::string& key) const {
  const auto at = values_.find(key);
  return at == values_.end() ? std::string{} : at->second;
}

std::int64_t Slip::number(const std::string& key) const {
  const std::string digits = text(key);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() ? number : 0;
}

std::vector<std::string> Slip::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, value] : values_)
    keys.push_back(key);
  return keys;
}

std::string Slip::written() const {
  std::string out = title_ + "\n";
  for (const auto& [key, value] : values_)
    out.append(key).append(equals).append(value) += '\n';
  return out;
}

Result<Slip> parse_slip(std::string_view text, const std::string& title) {
  const auto malformed = [&](const std::string& why) {
    return Failure{Refusal::Malformed, "no slip «" + title + "»: " + why};
  };
  const auto next_line = [&] {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
  };
  if (text.size() > static_cast<std::size_t>(slip_limit))
    return malformed("too large");
  if (text.empty() || text.back() != '\n')
    return malformed("it ends in the middle of a line");
  if (next_line() != title)
    return malformed("another title");
  Slip slip(title);
  while (!text.empty()) {
    const std::string_view line = next_line();
    const auto at = line.find(equals);
    if (at == std::string_view::npos || at == 0 || line.size() > at + 3 + slip_value_limit ||
        std::any_of(line.begin(), line.end(), is_control))
      return malformed("a line that is none");
    const std::string key(line.substr(0, at));
    if (!slip.text(key).empty())
      return malformed(key + " twice");
    slip.set(key, line.substr(at + equals.size()));
  }
  return slip;
}

Result<Slip> read_slip(const Files& files, const std::filesystem::path& file,
                       const std::string& title) {
  const auto text = files.read(file, slip_limit);
  if (!text)
    return text.failure();
  return parse_slip(*text, title);
}

Result<Done> write_slip(Files& files, const std::filesystem::path& file, const Slip& slip) {
  return write_file(files, file, slip.written());
}

}  // namespace content
