#include "content-engine/store/pin_hash.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace content {

namespace {

constexpr std::size_t longest_pin_hash = 200;

// «m=32768» off the front; false: it is another letter, no number, or above `most`.
bool take_cost(std::string_view& text, std::string_view letter, std::uint32_t most) {
  if (!text.starts_with(letter))
    return false;
  text.remove_prefix(letter.size());
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number == 0 || number > most)
    return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool is_base64(std::string_view text, std::size_t least) {
  return text.size() >= least && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '+' || c == '/';
         });
}

bool repeats(std::string_view pin, std::size_t group) {
  for (std::size_t i = group; i < pin.size(); ++i)
    if (pin[i] != pin[i - group])
      return false;
  return true;
}

bool runs(std::string_view pin, int step) {
  for (std::size_t i = 1; i < pin.size(); ++i)
    if ((pin[i] - pin[i - 1] - step) % 10 != 0)
      return false;
  return true;
}

}  // namespace

bool is_pin_hash(std::string_view text) {
  constexpr std::string_view start = "$argon2id$v=19$";
  if (text.size() > longest_pin_hash || !text.starts_with(start))
    return false;
  text.remove_prefix(start.size());
  if (!take_cost(text, "m=", most_pin_memory_kib) || !take_cost(text, ",t=", most_pin_passes) ||
      !take_cost(text, ",p=", most_pin_lanes) || !text.starts_with('$'))
    return false;
  text.remove_prefix(1);
  const auto dollar = text.find('$');
  constexpr std::size_t salt_length = 11, hash_length = 22;  // 8 and 16 bytes at least
  return dollar != std::string_view::npos && is_base64(text.substr(0, dollar), salt_length) &&
         is_base64(text.substr(dollar + 1), hash_length);
}

bool is_good_pin(std::string_view pin) {
  constexpr std::size_t least_different = 3;
  if (pin.size() < least_pin_digits || pin.size() > most_pin_digits ||
      pin.find_first_not_of("0123456789") != std::string_view::npos)
    return false;
  for (std::size_t group = 1; group <= pin.size() / 2; ++group)
    if (repeats(pin, group))
      return false;
  return !runs(pin, 1) && !runs(pin, -1) &&
         std::set<char>(pin.begin(), pin.end()).size() >= least_different;
}

}  // namespace content
