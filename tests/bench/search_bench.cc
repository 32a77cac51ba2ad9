// search-bench [PAGES [FOLDER]]: what a keystroke of a search costs, beside SQLite's FTS5
// (unicode61, with and without a prefix index) over the same pages. PAGES pages (10 000) in each of
// five languages are made from syllables: words by Zipf's law from 20 000, so that common
// beginnings have thousands of pages, as in real text. 60 words a language are typed letter by
// letter, ten hits each; CPU time of the thread, in milliseconds. «Drawn»: the kiosk's whole answer
// to the key, a hundred hits looked for, the screen laid out and what differs painted (1080 x 1920,
// no window). Chinese: the share of the pages holding a word that are found. FOLDER: pages and
// words are written there, nothing is measured; minisearch_peer.mjs prints MiniSearch's row of the
// table from them.
#include <sqlite3.h>
#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/model/utf8.h"
#include "content-engine/reader/library.h"
#include "content-engine/source/tree.h"
#include "kiosk/screens/screen.h"
#include "kiosk/widgets/redraw.h"

using namespace content;

namespace {

double cpu_seconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

struct Tongue {
  const char* tag;
  std::vector<const char*> syllables;
  int longest;  // syllables of a word
  const char* gap;
};

const std::vector<Tongue> tongues{
    {"de",
     {"an",   "be",   "ge",  "ver", "kin",  "der", "geld", "woh",  "nung", "schu", "le",  "amt",
      "lich", "keit", "ung", "ein", "stra", "für", "mel",  "zeit", "en",   "ar",   "beit"},
     4,
     " "},
    {"tr",
     {"ço", "cuk", "pa", "ra",  "sı", "ev",  "ler", "de", "yar", "dım", "ka", "yıt",
      "o",  "kul", "iş", "lik", "me", "mek", "ye",  "ni", "ba",  "şvu", "ru"},
     4,
     " "},
    {"ar",
     {"ال", "مد", "رس", "طب", "يب", "سك", "ن",  "عم", "ل",  "تس",
      "جي", "أط", "فا", "إق", "ام", "ة",  "كت", "اب", "من", "زل"},
     4,
     " "},
    {"uk",
     {"ді", "ти", "шко", "ла", "ре", "єст", "ра", "ці", "я",   "до", "по",
      "мо", "га", "жит", "ло", "ро", "бо",  "та", "лі", "кар", "ня"},
     4,
     " "},
    {"zh-Hans",
     {"登", "记", "住", "所", "儿", "童", "补", "贴", "学", "校", "医", "生",
      "工", "作", "居", "留", "许", "可", "德", "语", "课", "程", "房", "租"},
     2,
     ""}};

class SyntheticTown final {
 public:
  // Interface words and what is known of the languages are the base's.
  SyntheticTown(int pages, const Edition& base) {
    edition.town.default_language = "de";
    edition.situations = {{.id = "alles"}};
    edition.words = base.words;
    edition.topics.resize(static_cast<std::size_t>(pages));
    for (int at = 0; at < pages; ++at) {
      Topic& topic = edition.topics[static_cast<std::size_t>(at)];
      topic.id = "topic-" + std::to_string(at);
      topic.situations = {"alles"};
    }
    int order = 0;
    for (const Tongue& tongue : tongues) {
      const Language* known = find_language(base.languages, tongue.tag);
      Language language =
          known == nullptr ? Language{.tag = tongue.tag, .format_locale = tongue.tag} : *known;
      language.order = ++order;
      edition.languages.push_back(std::move(language));
      add_pages(tongue);
    }
  }

  Edition edition;
  std::vector<std::vector<std::string>> typed{tongues.size()};  // words, by language
  double megabytes = 0;

 private:
  void add_pages(const Tongue& tongue) {
    std::vector<std::string> words(20'000);
    for (std::string& word : words)
      for (int count = 1 + pick(tongue.longest); count > 0; --count)
        word += tongue.syllables[static_cast<std::size_t>(
            pick(static_cast<int>(tongue.syllables.size())))];
    const auto text = [&](int count) {
      std::string all;
      for (; count > 0; --count)
        all += words[zipf()] + tongue.gap;
      return all;
    };
    for (Topic& topic : edition.topics) {
      topic.titles[tongue.tag] = {text(4 + pick(4)), text(2), 0};
      Page page{.language = tongue.tag};
      page.elements = {{.block = Block::Body, .text = text(120 + pick(120))}};
      megabytes += static_cast<double>(page.elements[0].text.size()) * 1e-6;
      topic.pages.push_back(std::move(page));
    }
    auto& queries = typed[edition.languages.size() - 1];
    while (queries.size() < 60)
      queries.push_back(words[zipf()]);
  }
  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  std::size_t zipf() {
    return static_cast<std::size_t>(std::pow(20'000.0, static_cast<double>(random_()) / 0x1p32)) -
           1;
  }

  std::mt19937 random_{7};
};

struct Times {
  std::vector<double> all, by_letters[5];
  void add(double milliseconds, std::size_t letters) {
    all.push_back(milliseconds);
    by_letters[std::min<std::size_t>(letters, 4)].push_back(milliseconds);
  }
  static double at(std::vector<double>& times, double share) {
    if (times.empty())
      return 0;
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1,
                          static_cast<std::size_t>(share * static_cast<double>(times.size())))];
  }
};

template <typename Ask>
Times type_all(const SyntheticTown& town, const Ask& ask) {
  Times times;
  for (int turn = 0; turn < 2; ++turn)  // the first warms up
    for (std::size_t language = 0; language < tongues.size(); ++language)
      for (const std::string& word : town.typed[language]) {
        std::size_t letters = 0;
        for (std::size_t at = 0; at < word.size() && letters < 12;) {
          at += character_at(word, at).length;
          const double start = cpu_seconds(CLOCK_THREAD_CPUTIME_ID);
          ask(language, word.substr(0, at));
          const double took = cpu_seconds(CLOCK_THREAD_CPUTIME_ID) - start;
          ++letters;
          if (turn == 1)
            times.add(took * 1e3, letters);
        }
      }
  return times;
}

void print(const char* name, double seconds, double megabytes, Times times, double chinese,
           Times drawn = {}) {
  std::printf("| %-22s | %6.1f | %6.1f |", name, seconds, megabytes);
  std::printf(" %.1f / %.1f / %.1f |", Times::at(times.all, 0.5), Times::at(times.all, 0.99),
              Times::at(times.all, 1));
  if (drawn.all.empty())
    std::printf(" – |");
  else
    std::printf(" %.1f / %.1f |", Times::at(drawn.all, 0.5), Times::at(drawn.all, 0.99));
  for (int letters = 1; letters <= 4; ++letters)
    std::printf(" %.1f / %.1f |", Times::at(times.by_letters[letters], 0.5),
                Times::at(times.by_letters[letters], 0.99));
  std::printf(" %.0f %% |\n", chinese * 100);
  std::fflush(stdout);
}

// Which share of the pages that hold a Chinese word, at most 100 of them, is among the first 100?
template <typename Count>
double chinese_found(const SyntheticTown& town, const Count& count) {
  const std::size_t chinese = tongues.size() - 1;
  double there = 0, found = 0;
  for (std::size_t at = 0; at < 20; ++at) {
    const std::string& word = town.typed[chinese][at];
    double pages = 0;
    for (const Topic& topic : town.edition.topics)
      pages += topic.pages[chinese].elements[0].text.find(word) != std::string::npos ||
               topic.titles.at("zh-Hans").user.find(word) != std::string::npos;
    pages = std::min(pages, 100.0);
    there += pages;
    found += std::min(pages, count(word));
  }
  return there > 0 ? found / there : 0;
}

// The search screen, as the kiosk draws it from one key to the next.
class Screen final {
 public:
  explicit Screen(const Library& library)
      : library_(library),
        text_(*kiosk::TextEngine::open(BINARY_DIR "/share/wegweiser/fonts")),
        canvas_(*kiosk::PageCanvas::open(panel_.size, text_->fonts())),
        shown_(panel_.size) {}

  void show(std::string_view language, std::string_view typed) {
    session_.language = language;
    session_.trail = {{kiosk::ScreenKind::Home}, {kiosk::ScreenKind::Search}};
    kiosk::replace_text(session_.typing, typed);
    const kiosk::Scene scene =
        kiosk::make_scene(session_, library_, {.today = {2026, 11, 23}}, panel_, *text_);
    kiosk::redraw(scene.root, scene.ground, {panel_, session_.theme}, {}, *canvas_, shown_);
  }

 private:
  const Library& library_;
  kiosk::Panel panel_;
  std::unique_ptr<kiosk::TextEngine> text_;
  std::unique_ptr<kiosk::PageCanvas> canvas_;
  kiosk::Shown shown_;
  kiosk::Session session_;
};

void measure_ours(const SyntheticTown& town) {
  const auto file = std::filesystem::temp_directory_path() / "wegweiser-search-bench.bundle";
  Edition without = town.edition;
  without.languages.clear();
  const double plain_start = cpu_seconds(CLOCK_PROCESS_CPUTIME_ID);
  const auto plain = bundle_bytes(without);
  const double start = cpu_seconds(CLOCK_PROCESS_CPUTIME_ID);
  const auto written = write_bundle(town.edition, file);
  const double took = cpu_seconds(CLOCK_PROCESS_CPUTIME_ID) - start - (start - plain_start);
  auto library = Library::open(file);
  if (!plain || !written || !library) {
    std::printf("no bundle: %s\n", library ? "not written" : library.failure().message.c_str());
    return;
  }
  const double size =
      static_cast<double>(std::filesystem::file_size(file)) - static_cast<double>(plain->size());
  const Times times = type_all(town, [&](std::size_t language, const std::string& typed) {
    (*library)->search(tongues[language].tag, typed, 10);
  });
  Screen screen(**library);
  const Times drawn = type_all(town, [&](std::size_t language, const std::string& typed) {
    screen.show(tongues[language].tag, typed);
  });
  const double chinese = chinese_found(town, [&](const std::string& word) {
    return static_cast<double>((*library)->search("zh-Hans", word, 100).hits.size());
  });
  print("wegweiser", took, size * 1e-6, times, chinese, drawn);
  std::filesystem::remove(file);
}

class Fts final {
 public:
  Fts(const SyntheticTown& town, const std::string& options) {
    sqlite3_open("", &handle_);
    const double start = cpu_seconds(CLOCK_PROCESS_CPUTIME_ID);
    run("BEGIN");
    for (std::size_t language = 0; language < tongues.size(); ++language) {
      const std::string table = "f" + std::to_string(language);
      run("CREATE VIRTUAL TABLE " + table + " USING fts5(title, body, content=''," + options + ")");
      sqlite3_stmt* row =
          prepared("INSERT INTO " + table + "(rowid, title, body) VALUES (?1,?2,?3)");
      sqlite3_int64 number = 0;
      for (const Topic& topic : town.edition.topics) {
        sqlite3_bind_int64(row, 1, ++number);
        bind(row, 2, topic.titles.at(tongues[language].tag).user);
        bind(row, 3, topic.pages[language].elements[0].text);
        sqlite3_step(row);
        sqlite3_reset(row);
      }
      sqlite3_finalize(row);
      run("INSERT INTO " + table + "(" + table + ") VALUES('optimize')");
      questions_.push_back(prepared("SELECT rowid FROM " + table + " WHERE " + table +
                                    " MATCH ?1 ORDER BY bm25(" + table + ", 10.0, 1.0) LIMIT ?2"));
    }
    run("COMMIT");
    seconds = cpu_seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
    sqlite3_stmt* size = prepared("SELECT page_count * 4096 FROM pragma_page_count");
    if (sqlite3_step(size) == SQLITE_ROW)
      megabytes = sqlite3_column_double(size, 0) * 1e-6;
    sqlite3_finalize(size);
  }
  Fts(const Fts&) = delete;
  Fts& operator=(const Fts&) = delete;
  ~Fts() {
    for (sqlite3_stmt* question : questions_)
      sqlite3_finalize(question);
    sqlite3_close(handle_);
  }

  int ask(std::size_t language, const std::string& typed, int limit) {
    sqlite3_stmt* row = questions_[language];
    sqlite3_reset(row);
    bind(row, 1, '"' + typed + "\"*");
    sqlite3_bind_int(row, 2, limit);
    int count = 0;
    while (sqlite3_step(row) == SQLITE_ROW)
      ++count;
    return count;
  }

  double seconds = 0, megabytes = 0;

 private:
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
  std::vector<sqlite3_stmt*> questions_;
};

void measure_fts(const SyntheticTown& town, const char* name, const char* options) {
  Fts fts(town, options);
  const Times times = type_all(
      town, [&](std::size_t language, const std::string& typed) { fts.ask(language, typed, 10); });
  print(name, fts.seconds, fts.megabytes, times, chinese_found(town, [&](const std::string& word) {
          return static_cast<double>(fts.ask(tongues.size() - 1, word, 100));
        }));
}

// A file of pages for each language, and the words.
void write_down(const SyntheticTown& town, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  nlohmann::json words;
  for (std::size_t language = 0; language < tongues.size(); ++language) {
    nlohmann::json pages = nlohmann::json::array();
    for (const Topic& topic : town.edition.topics)
      pages.push_back({{"title", topic.titles.at(tongues[language].tag).user},
                       {"body", topic.pages[language].elements[0].text}});
    std::ofstream(folder / (std::string(tongues[language].tag) + ".json")) << pages.dump();
    words[tongues[language].tag] = town.typed[language];
  }
  std::ofstream(folder / "words.json") << words.dump();
}

}  // namespace

int main(int argc, char** argv) {
  const auto base = read_source(SOURCE_DIR "/content/herne");
  if (!base) {
    std::fprintf(stderr, "no interface words\n");
    return 1;
  }
  const SyntheticTown town(argc > 1 ? std::max(std::atoi(argv[1]), 1) : 10'000, base->edition);
  if (argc > 2) {
    write_down(town, argv[2]);
    return 0;
  }
  std::printf("%zu pages in each of %zu languages, %.1f MB of text\n", town.edition.topics.size(),
              tongues.size(), town.megabytes);
  std::printf(
      "| engine | index CPU s | index MB | keystroke CPU ms p50 / p99 / max | drawn CPU ms p50 / "
      "p99"
      " | 1 letter p50 / p99 | 2 | 3 | 4 and more | Chinese found |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
  measure_ours(town);
  measure_fts(town, "FTS5 unicode61", "tokenize='unicode61 remove_diacritics 2'");
  measure_fts(town, "FTS5 with prefix 1 2 3",
              "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'");
}
