#include "content-engine/search/compounds.h"

#include <array>
#include <optional>

namespace content {

static constexpr std::size_t shortest_part = 4;
static constexpr std::size_t longest_compound = 60;
static constexpr std::size_t shortest_end = 5;   // beside letters that say nothing
static constexpr std::size_t shortest_rest = 3;  // those letters
static constexpr std::array<std::string_view, 7> joints{"", "s", "n", "en", "es", "er", "e"};

bool makes_compounds(std::string_view language) {
  return language == "de" || language.starts_with("de-");
}

// The word itself, or the one whose end was dropped at the joint: Schul|e, Sprach|e.
static std::optional<std::string> known_front(std::string_view front, const KnownWord& known,
                                              std::size_t shortest = shortest_part) {
  for (const std::string_view joint : joints) {
    if (!front.ends_with(joint) || front.size() < joint.size() + shortest)
      continue;
    const std::string word(front.substr(0, front.size() - joint.size()));
    if (known(word))
      return word;
  }
  if (front.size() >= shortest && known(std::string(front) + 'e'))
    return std::string(front) + 'e';
  return std::nullopt;
}

// The longest known end first, for it says what the thing is; what stands before it may be a
// compound as well.
static bool split(std::string_view word, const KnownWord& known, int depth,
                  std::vector<std::string>& parts) {
  for (std::size_t cut = shortest_part; cut + shortest_part <= word.size(); ++cut) {
    const std::string_view front = word.substr(0, cut), end = word.substr(cut);
    if (!known(end))
      continue;
    if (const auto whole = known_front(front, known)) {
      parts = {*whole, std::string(end)};
      return true;
    }
    for (const std::string_view joint : joints)
      if (depth > 0 && front.ends_with(joint) &&
          split(front.substr(0, front.size() - joint.size()), known, depth - 1, parts)) {
        parts.emplace_back(end);
        return true;
      }
  }
  return false;
}

std::vector<std::string> split_compound(std::string_view word, const KnownWord& known) {
  std::vector<std::string> parts;
  if (word.size() >= 2 * shortest_part && word.size() <= longest_compound)
    split(word, known, 2, parts);
  return parts;
}

std::vector<std::string> known_ends(std::string_view word, const KnownWord& known) {
  std::vector<std::string> ends;
  if (word.size() > longest_compound)
    return ends;
  for (std::size_t cut = shortest_rest; cut + shortest_end <= word.size() && ends.empty(); ++cut)
    if (known(word.substr(cut))) {
      ends.emplace_back(word.substr(cut));
      word = word.substr(0, cut);
    }
  for (std::size_t cut = word.size(); cut >= shortest_end; --cut)
    if (auto front = known_front(word.substr(0, cut), known, shortest_end)) {
      ends.insert(ends.begin(), *std::move(front));
      break;
    }
  return ends;
}

}  // namespace content
