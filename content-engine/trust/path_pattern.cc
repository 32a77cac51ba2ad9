#include "content-engine/trust/path_pattern.h"

#include <algorithm>

namespace content {

bool matches_pattern(std::string_view path, std::string_view pattern) {
  // Greedy with one point to fall back to: linear in practice, quadratic at worst, never more.
  std::size_t at = 0, want = 0;
  std::size_t star = std::string_view::npos, resume = 0;
  while (at < path.size()) {
    if (want < pattern.size() && pattern[want] == '*') {
      star = want++;
      resume = at;
    } else if (want < pattern.size() &&
               (pattern[want] == path[at] || (pattern[want] == '?' && path[at] != '/'))) {
      ++want;
      ++at;
    } else if (star != std::string_view::npos && path[resume] != '/') {
      want = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (want < pattern.size() && pattern[want] == '*')
    ++want;
  return want == pattern.size();
}

bool covers(const Delegation& delegation, std::string_view path) {
  if (std::any_of(delegation.paths.begin(), delegation.paths.end(),
                  [&](const std::string& pattern) { return matches_pattern(path, pattern); }))
    return true;
  if (delegation.path_hash_prefixes.empty())
    return false;
  const std::string hash = sha256_hex(path);
  return std::any_of(delegation.path_hash_prefixes.begin(), delegation.path_hash_prefixes.end(),
                     [&](const std::string& prefix) { return hash.starts_with(prefix); });
}

}  // namespace content
