#include "kiosk/examination/parity_check.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "kiosk/examination/whole_content.h"
#include "kiosk/screens/beside_german.h"
#include "kiosk/speech/spoken_language.h"

namespace kiosk {
namespace {

using content::Library;

template <typename Wanted>
bool any_box(const Box& box, const Wanted& wanted) {
  return wanted(box) || std::any_of(box.children.begin(), box.children.end(),
                                    [&](const Box& child) { return any_box(child, wanted); });
}

bool offers(const Box& root, ActionKind kind) {
  return any_box(root,
                 [&](const Box& box) { return box.role == Role::Key && box.action.kind == kind; });
}

bool has_code(const Box& root) {
  return any_box(root, [](const Box& box) { return !box.paint.cells.empty(); });
}

// One language, walked through as a visitor would.
class Walk final {
 public:
  Walk(const Library& library, TextEngine& text, Moment moment, std::string language)
      : library_(library), text_(text), moment_(std::move(moment)), language_(std::move(language)) {
    moment_.recited = true;
  }

  // The functions that are missing.
  std::vector<std::string> missing() const {
    std::vector<std::string> lacks;
    const auto expect = [&](const char* function, bool there) {
      if (!there)
        lacks.emplace_back(function);
    };
    const std::vector<Scene> home = scenes({ScreenKind::Home, {}, 0});
    expect("search", any(home, ActionKind::OpenSearch) &&
                         any(scenes({ScreenKind::Search, {}, 0}), ActionKind::TypeText));
    const auto topics = topics_in(library_, language_);
    const auto topic = std::find_if(topics.begin(), topics.end(),
                                    [](const auto& entry) { return entry.in_language; });
    if (topic == topics.end())
      return lacks;
    const std::vector<Scene> page = scenes({ScreenKind::Topic, topic->id, 0});
    expect("reading-aloud", any(page, ActionKind::Listen) &&
                                std::all_of(page.begin(), page.end(), [](const Scene& scene) {
                                  return !scene.speech.empty();
                                }));
    expect("take-along", any(page, ActionKind::OpenTakeAlong));
    const std::vector<Scene> taken = scenes({ScreenKind::TakeAlong, topic->id, 0});
    expect("qr", std::any_of(taken.begin(), taken.end(),
                             [](const Scene& scene) { return has_code(scene.root); }));
    expect("feedback", any(page, ActionKind::GiveFeedback));
    expect("beside-german", beside_german(topic->id, page));
    return lacks;
  }

 private:
  bool beside_german(const std::string& id, const std::vector<Scene>& page) const {
    const auto read = library_.page(id, language_, moment_.today);
    if (!read || !stands_beside_german(*read))
      return true;  // it is German, or German has no such page
    return any(page, ActionKind::OpenBesideGerman) &&
           !scenes({ScreenKind::BesideGerman, id, 0}).empty();
  }

  static bool any(const std::vector<Scene>& scenes, ActionKind kind) {
    return std::any_of(scenes.begin(), scenes.end(),
                       [&](const Scene& scene) { return offers(scene.root, kind); });
  }

  // Every page of a place.
  std::vector<Scene> scenes(Place place) const {
    constexpr int most = 40;
    Session session;
    session.language = language_;
    session.trail.push_back({ScreenKind::Home, {}, 0});
    if (place.screen != ScreenKind::Home)
      session.trail.push_back(std::move(place));
    std::vector<Scene> all;
    for (int number = 0, pages = 1; number < std::min(pages, most); ++number) {
      session.trail.back().page = number;
      all.push_back(make_scene(session, library_, moment_, Panel{}, text_));
      pages = all.back().pages;
    }
    return all;
  }

  const Library& library_;
  TextEngine& text_;
  Moment moment_;
  std::string language_;
};

bool is_program(const std::string& name) {
  if (name.find('/') != std::string::npos)
    return ::access(name.c_str(), X_OK) == 0;
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path);
  for (std::string folder; std::getline(folders, folder, ':');)
    if (::access((folder + "/" + name).c_str(), X_OK) == 0)
      return true;
  return false;
}

bool has_recording(const Library& library, const std::string& language, content::Date today) {
  for (const content::TopicEntry& topic : topics_in(library, language)) {
    if (!topic.in_language)
      continue;
    if (library.clip(language, content::clip_text(topic.title)))
      return true;
    if (const auto page = library.page(topic.id, language, today))
      for (const content::Element& element : page->elements)
        if (library.clip(language, content::clip_text(element.text)))
          return true;
  }
  return false;
}

}  // namespace

Remark examine_parity(const Library& library, TextEngine& text, const Moment& moment) {
  std::vector<std::string> lacking;
  for (const content::Language& language : library.languages()) {
    std::string functions;
    for (const std::string& function : Walk(library, text, moment, language.tag).missing())
      functions += " " + function;
    if (!functions.empty())
      lacking.push_back(language.tag + ":" + functions);
    text.forget();
  }
  if (!lacking.empty())
    return {"parity",
            Grade::Fail,
            {"Nicht jede Sprache kann alles", "not every language can do everything"},
            {"Ausgabe und Programm auf denselben Stand bringen; der Redaktion melden",
             "bring edition and program to the same state; tell the editors"},
            short_list(lacking)};
  return {"parity",
          Grade::Pass,
          {"Jede Sprache kann alles", "every language can do everything"},
          {},
          std::to_string(library.languages().size()) + " languages"};
}

Remark examine_reading_aloud(const Library& library, const std::string& speech_program,
                             content::Date today) {
  std::vector<std::string> silent;
  for (const content::Language& language : library.languages())
    if (spoken_language(language.tag) == nullptr && !has_recording(library, language.tag, today))
      silent.push_back(language.tag);
  const std::size_t all = library.languages().size();
  const std::string figure = std::to_string(all - silent.size()) + " of " + std::to_string(all) +
                             (silent.empty() ? "" : "; none: " + short_list(silent));
  if (!is_program(speech_program))
    return {"reading-aloud",
            Grade::Warn,
            {"Das Programm, das vorliest, fehlt", "the program that reads aloud is missing"},
            {"`apt install espeak-ng`, oder `speech_program` in den Einstellungen",
             "`apt install espeak-ng`, or `speech_program` in the settings"},
            speech_program};
  return {"reading-aloud",
          Grade::Pass,
          {"Vorgelesen wird, wo es eine Stimme gibt", "read aloud where there is a voice"},
          {},
          figure};
}

}  // namespace kiosk
