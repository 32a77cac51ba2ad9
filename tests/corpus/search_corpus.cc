// search-corpus DIR [--peers FILE]: the questions of DIR/integreat/<region>/questions.json, asked
// of its pages as the kiosk would ask. Prints recall@1, @5, @10 and MRR@10 a language, beside plain
// SQLite FTS5 (unicode61, any of the words as a beginning, bm25 with a title counting twice) over
// the same pages. FILE has other peers' figures as they print them, a line each, «name language
// questions R@1 R@5 R@10 MRR@10»: what bench/relevance/peers.mjs says of MiniSearch. Ours is then
// told as a multiple of the best peer's, in R@5 and in MRR@10.
// Status 1 when ours is below `goal` over all questions of a region together, or in one language
// below `floor`; a language below `goal` is named.
#include <sqlite3.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/model/utf8.h"
#include "content-engine/reader/library.h"
#include "content-engine/source/integreat.h"
#include "content-engine/source/tree.h"

namespace fs = std::filesystem;
using namespace content;

namespace {

struct Question {
  std::string language, text, path;
};

using Ask = std::function<std::vector<std::string>(const Question&)>;  // paths, best first

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string closed_path(std::string path) {
  if (!path.ends_with('/'))
    path += '/';
  return path;
}

std::vector<Question> questions_of(const fs::path& region) {
  std::vector<Question> questions;
  for (const auto& one : nlohmann::json::parse(bytes_of(region / "questions.json")))
    questions.push_back({one.at("language"), one.at("question"), closed_path(one.at("path"))});
  return questions;
}

struct Figures {
  int asked = 0, first = 0, five = 0, ten = 0;
  double reciprocal = 0;
};

std::map<std::string, Figures> measure(const std::vector<Question>& questions, const Ask& ask) {
  std::map<std::string, Figures> figures;
  for (const Question& question : questions) {
    Figures& sum = figures[question.language];
    ++sum.asked;
    auto found = ask(question);
    found.resize(std::min<std::size_t>(found.size(), 10));
    const auto at = std::find(found.begin(), found.end(), question.path);
    if (at == found.end())
      continue;
    const auto rank = at - found.begin() + 1;
    sum.first += rank == 1;
    sum.five += rank <= 5;
    ++sum.ten;
    sum.reciprocal += 1.0 / static_cast<double>(rank);
  }
  return figures;
}

double share(double count, const Figures& figures) {
  return count / std::max(figures.asked, 1);
}

struct Searcher {
  std::string name;
  std::map<std::string, Figures> figures;  // by language
};

void print(const Searcher& searcher) {
  for (const auto& [language, figures] : searcher.figures)
    std::printf("%-18s %-6s %5d %6.3f %6.3f %6.3f %7.3f\n", searcher.name.c_str(), language.c_str(),
                figures.asked, share(figures.first, figures), share(figures.five, figures),
                share(figures.ten, figures), share(figures.reciprocal, figures));
}

// Peers of which the file tells as many questions as were asked in every language.
std::vector<Searcher> told_peers(const fs::path& file, const Searcher& ours) {
  std::map<std::string, std::map<std::string, Figures>> told;
  std::istringstream lines(bytes_of(file));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::vector<std::string> all{std::istream_iterator<std::string>(words), {}};
    if (all.size() < 7 || all.front() == "peer")
      continue;
    const auto number = [&](std::size_t from_end) {
      return std::strtod(all[all.size() - from_end].c_str(), nullptr);
    };
    const double asked = number(5);
    const auto count = [&](std::size_t from_end) {
      return static_cast<int>(std::lround(number(from_end) * asked));
    };
    std::string name = all[0];
    for (std::size_t at = 1; at + 6 < all.size(); ++at)
      name += ' ' + all[at];
    told[name][all[all.size() - 6]] = {static_cast<int>(asked), count(4), count(3), count(2),
                                       number(1) * asked};
  }
  std::vector<Searcher> peers;
  for (auto& [name, figures] : told)
    if (std::all_of(ours.figures.begin(), ours.figures.end(), [&](const auto& one) {
          const auto theirs = figures.find(one.first);
          return theirs != figures.end() && theirs->second.asked == one.second.asked;
        }))
      peers.push_back({name, std::move(figures)});
    else
      std::printf("%s was asked other questions: left out\n", name.c_str());
  return peers;
}

constexpr double goal = 1.15;    // times the best peer, in R@5 and MRR@10; or `enough`
constexpr double enough = 0.95;  // of the questions
// No language may be worse than the best peer by more than one question in twenty.
constexpr double floor_of_recall = 0.95;
constexpr double floor_of_rank = 1;

Figures all_languages(const Searcher& searcher) {
  Figures sum;
  for (const auto& [language, figures] : searcher.figures) {
    sum.asked += figures.asked;
    sum.five += figures.five;
    sum.reciprocal += figures.reciprocal;
  }
  return sum;
}

// How many times the best peer's; both figures.
bool judge(const char* language, const Figures& ours, const std::vector<Figures>& peers,
           double recall_wanted, double rank_wanted) {
  double five = 0;
  double reciprocal = 0;
  for (const Figures& peer : peers) {
    five = std::max(five, share(peer.five, peer));
    reciprocal = std::max(reciprocal, share(peer.reciprocal, peer));
  }
  const double our_five = share(ours.five, ours);
  const double our_reciprocal = share(ours.reciprocal, ours);
  const auto reached = [](double our, double theirs, double wanted) {
    return our >= enough || our >= wanted * theirs;
  };
  const bool at_goal = reached(our_five, five, goal) && reached(our_reciprocal, reciprocal, goal);
  std::printf("%-6s R@5 %.2f x, MRR@10 %.2f x the best peer%s\n", language, our_five / five,
              our_reciprocal / reciprocal, at_goal ? "" : "; the goal of 1.15 is not met");
  return reached(our_five, five, recall_wanted) && reached(our_reciprocal, reciprocal, rank_wanted);
}

bool judge_all(const Searcher& ours, const std::vector<Searcher>& peers) {
  bool good = true;
  for (const auto& [language, figures] : ours.figures) {
    std::vector<Figures> theirs;
    for (const Searcher& peer : peers)
      theirs.push_back(peer.figures.at(language));
    good = judge(language.c_str(), figures, theirs, floor_of_recall, floor_of_rank) && good;
  }
  std::vector<Figures> theirs;
  for (const Searcher& peer : peers)
    theirs.push_back(all_languages(peer));
  return judge("all", all_languages(ours), theirs, goal, goal) && good;
}

// A path in the language: an imported topic keeps the path of its first language as its second id.
using Paths = std::map<std::pair<std::string, std::string>, std::string>;  // topic, language

Paths paths_of(const std::vector<IntegreatLanguage>& languages, const Edition& edition) {
  std::map<std::string, const IntegreatPage*> pages;
  for (const auto& language : languages)
    for (const auto& page : language.pages)
      pages.emplace(page.path, &page);
  Paths paths;
  for (const Topic& topic : edition.topics)
    if (const auto first = pages.find(topic.source_path); first != pages.end())
      for (const auto& language : languages) {
        const std::string tag = tag_of_integreat_slug(language.slug);
        const auto translated = first->second->translations.find(language.slug);
        const bool is_first =
            topic.source_path.find('/' + language.slug + '/') != std::string::npos;
        if (translated != first->second->translations.end() && !is_first)
          paths[{topic.id, tag}] = closed_path(translated->second);
        else
          paths[{topic.id, tag}] = closed_path(topic.source_path);
      }
  return paths;
}

class Peer final {
 public:
  Peer(const Edition& edition, const Paths& paths) {
    sqlite3_open(":memory:", &handle_);
    for (const Language& language : edition.languages) {
      const std::string table = "f_" + std::to_string(tables_.size());
      tables_[language.tag] = table;
      run("CREATE VIRTUAL TABLE " + table +
          " USING fts5(title, body, path UNINDEXED, tokenize='unicode61 remove_diacritics 2')");
      sqlite3_stmt* row = prepared("INSERT INTO " + table + " VALUES (?1, ?2, ?3)");
      for (const Topic& topic : edition.topics)
        if (const Page* page = find_page(topic, language.tag)) {
          std::string body;
          for (const Element& element : page->elements)
            body += element.text + '\n';
          const auto title = topic.titles.find(language.tag);
          bind(row, 1, title == topic.titles.end() ? "" : title->second.user);
          bind(row, 2, body);
          bind(row, 3, paths.at({topic.id, language.tag}));
          sqlite3_step(row);
          sqlite3_reset(row);
        }
      sqlite3_finalize(row);
    }
  }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  ~Peer() { sqlite3_close(handle_); }

  std::vector<std::string> ask(const Question& question) {
    const std::string& table = tables_.at(question.language);
    sqlite3_stmt* row = prepared("SELECT path FROM " + table + " WHERE " + table +
                                 " MATCH ?1 ORDER BY bm25(" + table + ", 2.0, 1.0) LIMIT 10");
    bind(row, 1, any_word(question.text));
    std::vector<std::string> found;
    while (sqlite3_step(row) == SQLITE_ROW)
      found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 0)));
    sqlite3_finalize(row);
    return found;
  }

 private:
  static std::string any_word(std::string_view text) {
    std::string match, word;
    const auto end = [&] {
      if (!word.empty())
        match += (match.empty() ? "\"" : " OR \"") + word + "\"*";
      word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
      const Character character = character_at(text, at);
      at += character.length;
      if (u_isalnum(static_cast<UChar32>(character.value)))
        append_utf8(word, character.value);
      else
        end();
    }
    end();
    return match;
  }
  void run(const std::string& sql) {
    sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  }
  sqlite3_stmt* prepared(const std::string& sql) {
    sqlite3_stmt* row = nullptr;
    sqlite3_prepare_v2(handle_, sql.c_str(), -1, &row, nullptr);
    return row;
  }
  static void bind(sqlite3_stmt* row, int at, const std::string& text) {
    sqlite3_bind_text(row, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  }

  sqlite3* handle_ = nullptr;
  std::map<std::string, std::string> tables_;
};

bool check(const fs::path& region, const Edition& base, const fs::path& told) {
  std::vector<IntegreatLanguage> languages;
  for (const auto& entry : fs::directory_iterator(region)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("pages.") || !name.ends_with(".json"))
      continue;
    auto pages = parse_integreat_pages(bytes_of(entry.path()), name);
    if (pages)
      languages.push_back({name.substr(6, name.size() - 11), name, *std::move(pages)});
  }
  std::sort(languages.begin(), languages.end(),
            [](const auto& one, const auto& other) { return one.slug < other.slug; });
  const Imported imported = join_integreat(languages, base, {.today = {2026, 11, 23}});
  const fs::path file = fs::temp_directory_path() / "wegweiser-search-corpus.bundle";
  const auto written = write_bundle(imported.edition, file);
  const auto library =
      written ? Library::open(file) : Result<std::unique_ptr<Library>>(written.failure());
  if (!library) {
    std::printf("%s\n", library.failure().message.c_str());
    return false;
  }
  const Paths paths = paths_of(languages, imported.edition);
  const auto questions = questions_of(region);
  const auto our_figures = measure(questions, [&](const Question& question) {
    std::vector<std::string> found;
    for (const SearchHit& hit : (*library)->search(question.language, question.text, 10).hits)
      if (const auto path = paths.find({hit.id, question.language}); path != paths.end())
        found.push_back(path->second);
    return found;
  });
  fs::remove(file);
  const Searcher ours{"wegweiser", our_figures};
  Peer fts(imported.edition, paths);
  std::vector<Searcher> peers = told.empty() ? std::vector<Searcher>() : told_peers(told, ours);
  if (peers.empty())
    std::printf("beside FTS5 alone: no other peer's figures (--peers)\n");
  peers.push_back({"FTS5 here", measure(questions, [&](const Question& question) {
                     return fts.ask(question);
                   })});
  std::printf("%s: %zu questions\n%-18s %-6s %5s %6s %6s %6s %7s\n", region.filename().c_str(),
              questions.size(), "search", "lang", "n", "R@1", "R@5", "R@10", "MRR@10");
  print(ours);
  for (const Searcher& peer : peers)
    print(peer);
  return judge_all(ours, peers);
}

}  // namespace

int main(int argc, char** argv) {
  const bool with_peers = argc == 4 && std::string_view(argv[2]) == "--peers";
  if ((argc != 2 && !with_peers) || !fs::is_directory(fs::path(argv[1]) / "integreat")) {
    std::fprintf(stderr,
                 "Usage: search-corpus DIR [--peers FILE]\n"
                 "(with DIR/integreat/<region>/questions.json)\n");
    return 2;
  }
  const fs::path told = with_peers ? argv[3] : "";
  if (with_peers && !fs::is_regular_file(told)) {
    std::fprintf(stderr, "search-corpus: no file '%s'\n", argv[3]);
    return 2;
  }
  const auto base = read_source(SOURCE_DIR "/content/herne");
  if (!base) {
    std::fprintf(stderr, "no interface words\n");
    return 1;
  }
  bool good = true;
  int regions = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(argv[1]) / "integreat"))
    if (fs::exists(entry.path() / "questions.json")) {
      ++regions;
      good = check(entry.path(), base->edition, told) && good;
    }
  return good && regions > 0 ? 0 : 1;
}
