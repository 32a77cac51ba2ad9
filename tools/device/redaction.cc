#include "tools/device/redaction.h"

#include <array>
#include <regex>

namespace content {

namespace {

struct Rule {
  std::regex what;
  const char* instead;
};

// In this order: what is named first is gone when the next looks.
const std::array<Rule, 9>& rules() {
  static const auto of = [](const char* what) {
    return std::regex(what, std::regex::ECMAScript | std::regex::icase | std::regex::optimize);
  };
  static const std::array<Rule, 9> all{{
      // Who says «SSID=…» or «password: …» says it to the end of the word or of the quotation.
      {of(R"re(\b([a-z_-]*(?:ssid|psk|passphrase|password|passwort|token|secret|api[_-]?key|cookie)[a-z_-]*)\b["']?\s*[=:]\s*(?:"[^"]*"|'[^']*'|[^\s,;]+))re"),
       "$1=[…]"},
      {of(R"(\b(authorization)\s*[=:]\s*\S+(?:\s+\S+)?)"), "$1=[…]"},
      {of(R"(\b(bearer|basic)\s+[a-z0-9+/._~=-]{8,})"), "$1 […]"},
      {of(R"(://[^/\s@]+@)"), "://[…]@"},
      {of(R"([a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)"), "[e-mail]"},
      {of(R"(\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b)"), "[mac]"},
      {of(R"((?:\b[0-9a-f]{1,4})?(?::[0-9a-f]{0,4}){2,7}(?:%[a-z0-9]+)?)"), "[ip]"},
      {of(R"(\b(?:[0-9]{1,3}\.){3}[0-9]{1,3}\b)"), "[ip]"},
      {of(R"([a-z0-9+/_=-]{32,})"), "[…]"},
  }};
  return all;
}

// «12:34:56» is a time of day and no address; it is set aside while the rules look.
constexpr char colon_of_time = '\x01';

std::string times_hidden(std::string line) {
  const auto digit = [&](std::size_t at) {
    return at < line.size() && line[at] >= '0' && line[at] <= '9';
  };
  for (std::size_t at = 0; at + 8 <= line.size(); ++at) {
    const bool alone = (at == 0 || line[at - 1] == ' ' || line[at - 1] == 'T') && !digit(at + 8) &&
                       (at + 8 == line.size() || line[at + 8] != ':');
    if (alone && digit(at) && digit(at + 1) && line[at + 2] == ':' && digit(at + 3) &&
        digit(at + 4) && line[at + 5] == ':' && digit(at + 6) && digit(at + 7))
      line[at + 2] = line[at + 5] = colon_of_time;
  }
  return line;
}

std::string one_line(std::string line) {
  constexpr std::size_t longest = 1000;
  if (line.size() > longest)
    line.resize(longest);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ')
      c = ' ';
  line = times_hidden(std::move(line));
  for (const Rule& rule : rules())
    line = std::regex_replace(line, rule.what, rule.instead);
  for (char& c : line)
    if (c == colon_of_time)
      c = ':';
  return line;
}

}  // namespace

std::string redacted(std::string_view log) {
  constexpr std::string_view begin = "-----BEGIN";
  constexpr std::string_view end = "-----END";
  std::string out;
  bool in_key = false;
  while (!log.empty()) {
    const auto newline = log.find('\n');
    std::string line(log.substr(0, newline));
    log.remove_prefix(newline == std::string_view::npos ? log.size() : newline + 1);
    const bool ends = line.find(end) != std::string::npos;
    if (!in_key && line.find(begin) != std::string::npos) {
      out += one_line(line.substr(0, line.find(begin))) + "[PEM]\n";
      in_key = !ends;
    } else if (in_key) {
      in_key = !ends;
    } else {
      out += one_line(std::move(line)) + "\n";
    }
  }
  return out;
}

}  // namespace content
