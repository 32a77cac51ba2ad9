// What turning a page costs, by language: from touch to the next page, for pages never shown before
// and for pages shown before, with the ways to them, and the processor's time; then thousands of
// turns through all languages in one process, and what memory does. Measured from outside, on the
// real program.
//   turns-bench BUNDLE [TURNS [TURNS_OF_THE_LONG_RUN [LANGUAGE …]]]
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/watched_kiosk.h"

using namespace kiosk;

namespace {

constexpr std::chrono::milliseconds rest{120};
// Another screen may have its key where the last one had: sooner it is a trembling hand.
constexpr std::chrono::milliseconds rest_between_screens{400};

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

struct Way {
  std::vector<WatchedKiosk::Turn> in;    // from the attract screen to the topic's first page
  std::vector<WatchedKiosk::Turn> lap;   // from its first page over its last one back to the first
  std::vector<WatchedKiosk::Turn> back;  // from its first page to the languages
  Session end;                           // where that leads
};

// Leads to the topic with the most pages of the language; none where no topic has two.
Way way_of(DrawnPages& pages, const Session& start, const std::string& language) {
  Way best;
  for (const content::WayIn& situation : pages.library().situations()) {
    for (const auto& topic : pages.library().topics_of_situation(situation.id, language)) {
      if (!topic.in_language)
        continue;
      Way way;
      Session session = start;
      try {
        for (const std::string& key : {"language:" + language, "situation:" + situation.id})
          way.in.push_back(turn_by(pages, session, key));
        while (!has_key(pages, session, "topic:" + topic.id))
          way.in.push_back(turn_by(pages, session, "page:next"));
        way.in.push_back(turn_by(pages, session, "topic:" + topic.id));
      } catch (const std::runtime_error&) {
        continue;  // it lies deeper
      }
      if (!has_key(pages, session, "page:next"))
        continue;
      const Session first = session;
      while (has_key(pages, session, "page:next"))
        way.lap.push_back(turn_by(pages, session, "page:next"));
      way.lap.push_back(turn_by(pages, session, "page:first"));
      session = first;
      // By way of the home screen: on a topic the choice of a language leads back to the topic.
      for (const char* key : {"bar:home", "bar:language"})
        way.back.push_back(turn_by(pages, session, key));
      way.end = session;
      if (way.lap.size() > best.lap.size())
        best = std::move(way);
    }
  }
  return best;
}

void by_language(XScreen& screen, DrawnPages& pages, const std::string& bundle,
                 const std::string& language, int turns) {
  const Way way = way_of(pages, {}, language);
  if (way.lap.empty()) {
    std::printf("%-9s has no topic of several pages\n", language.c_str());
    return;
  }
  WatchedKiosk kiosk(screen, bundle);
  usleep(500'000);
  std::vector<double> in;    // language, situation, list, topic
  std::vector<double> cold;  // page after page, each for the first time
  std::vector<double> warm;
  for (const auto& turn : way.in)
    in.push_back(kiosk.touch(turn, rest_between_screens));
  const double cpu_before = kiosk.cpu_ms();
  for (const auto& turn : way.lap)
    cold.push_back(kiosk.touch(turn, rest));
  usleep(300'000);
  const double cpu_cold = kiosk.cpu_ms();
  for (int i = 0; i < turns; ++i)
    warm.push_back(kiosk.touch(way.lap[static_cast<std::size_t>(i) % way.lap.size()], rest));
  usleep(300'000);
  std::printf("%-9s %5zu %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f %9.1f %9.1f %8ld\n",
              language.c_str(), way.lap.size(), percentile(in, 0.5), percentile(in, 1),
              percentile(cold, 0.5), percentile(cold, 1), percentile(warm, 0.5),
              percentile(warm, 0.99), kiosk.first_picture(),
              (cpu_cold - cpu_before) / static_cast<double>(way.lap.size()),
              (kiosk.cpu_ms() - cpu_cold) / turns, kiosk.pss());
  std::fflush(stdout);
}

// Round and round through all languages: what the first round fills, the later ones must not.
void long_run(XScreen& screen, DrawnPages& pages, const std::string& bundle,
              const std::vector<std::string>& languages, int turns) {
  std::vector<Way> ways;
  std::vector<std::string> tags;
  Session stands;
  for (const std::string& language : languages) {
    Way way = way_of(pages, stands, language);
    if (way.lap.empty())
      continue;
    stands = way.end;
    ways.push_back(std::move(way));
    tags.push_back(language);
  }
  if (ways.empty())
    throw std::runtime_error("no language has a topic of several pages");
  const Way again = way_of(pages, stands, tags.front());  // from where a round ends
  WatchedKiosk kiosk(screen, bundle);
  usleep(500'000);
  std::printf("\n%zu languages\n%8s %8s %10s\n%8d %8ld\n", ways.size(), "turns", "PSS kB", "p50 ms",
              0, kiosk.pss());
  for (int done = 0; done < turns;) {
    std::vector<double> round;
    for (const Way& way : ways) {
      for (const auto& turn : way.in)
        kiosk.touch(turn, rest_between_screens);
      for (const auto& turn : way.lap)
        round.push_back(kiosk.touch(turn, rest));
      for (const auto& turn : way.back)
        kiosk.touch(turn, rest_between_screens);
    }
    ways.front() = again;
    done += static_cast<int>(round.size());
    std::printf("%8d %8ld %10.1f\n", done, kiosk.pss(), percentile(round, 0.5));
    std::fflush(stdout);
  }
}

int run(int argc, char** argv) {
  if (argc < 2)
    throw std::runtime_error("which bundle?");
  const std::string bundle = argv[1];
  const int turns = argc > 2 ? std::atoi(argv[2]) : 100;
  const int together = argc > 3 ? std::atoi(argv[3]) : 5000;
  XScreen screen(watched_size);
  DrawnPages pages(bundle);
  std::vector<std::string> languages(argv + std::min(argc, 4), argv + argc);
  if (languages.empty())
    for (const content::Language& language : pages.library().languages())
      languages.push_back(language.tag);
  if (turns > 0) {
    std::printf("%-9s %5s %8s %8s %8s %8s %8s %8s %8s %9s %9s %8s\n", "language", "pages", "in p50",
                "max", "cold p50", "max", "warm p50", "p99", "start", "cpu cold", "cpu warm",
                "PSS kB");
    for (const std::string& language : languages)
      by_language(screen, pages, bundle, language, turns);
  }
  if (together > 0)
    long_run(screen, pages, bundle, languages, together);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "turns-bench: %s\n", failure.what());
    return 1;
  }
}
