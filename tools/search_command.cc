// wegweiser-content search BUNDLE --lang TAG [--limit N] [--json] [QUERY…]
#include <charconv>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "content-engine/reader/library.h"
#include "tools/desk.h"

namespace content {

static constexpr int usual_limit = 10;

static std::optional<int> limit_of(const Desk& desk) {
  const auto asked = desk.arguments.value("--limit");
  if (!asked)
    return usual_limit;
  int limit = 0;
  const auto [end, error] = std::from_chars(asked->data(), asked->data() + asked->size(), limit);
  const bool good = error == std::errc() && end == asked->data() + asked->size();
  return good && limit >= 1 && limit <= 100 ? std::optional(limit) : std::nullopt;
}

static void print_json(const std::string& query, const SearchAnswer& answer) {
  nlohmann::json hits = nlohmann::json::array();
  for (const SearchHit& hit : answer.hits)
    hits.push_back({{"id", hit.id},
                    {"kind", hit.kind == HitKind::Place ? "place" : "topic"},
                    {"path", hit.source_path},
                    {"title", hit.title},
                    {"title_language", hit.title_language},
                    {"in_language", hit.in_language},
                    {"languages", hit.languages},
                    {"score", hit.score},
                    {"why", std::string(to_word(hit.why))},
                    {"matched", hit.matched},
                    {"matched_language", hit.matched_language}});
  const nlohmann::json line = {{"query", query}, {"hits", hits}, {"nearest", answer.nearest}};
  std::printf("%s\n", line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

static void print_lines(const Desk& desk, const std::string& query, const SearchAnswer& answer) {
  const bool german = desk.messages == MessageLanguage::German;
  std::printf("%s\n", query.c_str());
  int rank = 0;
  for (const SearchHit& hit : answer.hits)
    std::printf("%3d %8.3f  %s  %s  [%s: %s]%s%s%s\n", ++rank, hit.score, hit.id.c_str(),
                hit.title.c_str(), std::string(to_word(hit.why)).c_str(), hit.matched.c_str(),
                hit.source_path.empty() ? "" : "  ", hit.source_path.c_str(),
                hit.in_language ? ""
                : german        ? "  (nicht in der Sprache)"
                                : "  (not in the language)");
  if (!answer.hits.empty())
    return;
  std::string terms;
  for (const std::string& term : answer.nearest)
    terms += (terms.empty() ? " " : ", ") + term;
  std::printf("    %s%s\n", german ? "nichts gefunden; am nächsten:" : "nothing found; nearest:",
              terms.empty() ? " –" : terms.c_str());
}

int search_command(const Desk& desk) {
  const std::vector<std::string>& words = desk.arguments.positional();
  const auto language = desk.arguments.value("--lang");
  if (words.size() < 2 || !language)
    return fail(desk,
                sentence("search braucht ein Bündel und eine Sprache: wegweiser-content search"
                         " BÜNDEL --lang de FRAGE…",
                         "search needs a bundle and a language: wegweiser-content search"
                         " BUNDLE --lang de QUERY…"));
  const auto limit = limit_of(desk);
  if (!limit)
    return fail(
        desk, sentence("--limit ist eine Zahl von 1 bis 100", "--limit is a number from 1 to 100"));
  const auto library = Library::open(words[1]);
  if (!library)
    return fail(desk, library.failure());
  if ((*library)->language(*language) == nullptr)
    return fail(desk, sentence("Das Bündel hat die Sprache «%1» nicht",
                               "the bundle does not have the language «%1»", {*language}));
  const auto ask = [&](const std::string& query) {
    const SearchAnswer answer = (*library)->search(*language, query, *limit);
    if (desk.arguments.has("--json"))
      print_json(query, answer);
    else
      print_lines(desk, query, answer);
  };
  std::string query;
  for (std::size_t at = 2; at < words.size(); ++at)
    query += (at == 2 ? "" : " ") + words[at];
  if (words.size() > 2)
    ask(query);
  else
    while (std::getline(std::cin, query))
      ask(query);
  return exit_fine;
}

}  // namespace content
