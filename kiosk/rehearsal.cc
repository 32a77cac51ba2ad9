#include "kiosk/rehearsal.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/widgets/draw.h"

namespace kiosk {
namespace {

using content::Failure;
using content::Refusal;
using content::Result;

bool leads_on(const Box& box, std::initializer_list<ActionKind> kinds) {
  if (box.role == Role::Key &&
      std::find(kinds.begin(), kinds.end(), box.action.kind) != kinds.end())
    return true;
  return std::any_of(box.children.begin(), box.children.end(),
                     [&](const Box& child) { return leads_on(child, kinds); });
}

Session standing(const std::string& language, ScreenKind screen, const std::string& id) {
  Session session;
  session.language = language;
  session.trail.push_back({ScreenKind::Home, {}, 0});
  if (screen != ScreenKind::Home)
    session.trail.push_back({screen, id, 0});
  return session;
}

// The first topic there is a page of in this language; else the first at all, whose page says so.
std::optional<content::TopicEntry> topic_of(const content::Library& library,
                                            const std::string& language) {
  std::optional<content::TopicEntry> first;
  for (const content::WayIn& way : library.situations())
    for (content::TopicEntry& topic : library.topics_of_situation(way.id, language)) {
      if (topic.in_language)
        return std::move(topic);
      if (!first)
        first = std::move(topic);
    }
  return first;
}

class Stage final {
 public:
  Stage(const content::Library& library, TextEngine& text, const Panel& panel, const Moment& moment,
        const std::function<bool()>& give_up)
      : library_(library), text_(text), panel_(panel), moment_(moment), give_up_(give_up) {}

  Result<Rehearsed> play() {
    auto canvas = PageCanvas::open(panel_.size, text_.fonts());
    if (!canvas)
      return canvas.failure();
    canvas_ = std::move(*canvas);
    if (library_.languages().empty())
      return Failure{Refusal::Malformed, "there is no language to choose"};
    if (!page({}, {ActionKind::ChooseLanguage}, "the first screen"))
      return over();
    for (const content::Language& language : library_.languages())
      if (!in(language.tag))
        return over();
    return Rehearsed::Drawn;
  }

 private:
  // False: given up, or failed.
  bool in(const std::string& language) {
    if (!page(standing(language, ScreenKind::Languages, {}), {ActionKind::ChooseLanguage},
              "the languages in " + language) ||
        !page(standing(language, ScreenKind::Home, {}),
              {ActionKind::OpenSituation, ActionKind::OpenTopic}, "home in " + language))
      return false;
    const auto topic = topic_of(library_, language);
    if (!topic)
      return fail("there is no topic in " + language);
    if (topic->in_language)
      if (const auto read = library_.page(topic->id, language, moment_.today); !read)
        return fail(topic->id + " in " + language + ": " + read.failure().message);
    return page(standing(language, ScreenKind::Topic, topic->id), {ActionKind::OpenHome},
                topic->id + " in " + language);
  }

  bool page(Session session, std::initializer_list<ActionKind> ways, const std::string& name) {
    for (int number = 0, pages = 1; number < pages; ++number) {
      if (give_up_())
        return false;
      session.trail.back().page = number;
      const Scene scene = make_scene(session, library_, moment_, panel_, text_);
      pages = scene.pages;
      if (number == 0 && !leads_on(scene.root, ways))
        return fail(name + " leads nowhere");
      canvas_->fill({0, 0, panel_.size.width, panel_.size.height}, scene.ground);
      draw(scene.root, *canvas_, {panel_, session.theme, session.text_size});
    }
    return true;
  }

  bool fail(std::string why) {
    failure_ = Failure{Refusal::Malformed, std::move(why)};
    return false;
  }
  Result<Rehearsed> over() {
    return failure_ ? Result<Rehearsed>(*failure_) : Result<Rehearsed>(Rehearsed::GivenUp);
  }

  const content::Library& library_;
  TextEngine& text_;
  const Panel& panel_;
  const Moment& moment_;
  const std::function<bool()>& give_up_;
  std::unique_ptr<PageCanvas> canvas_;
  std::optional<Failure> failure_;
};

}  // namespace

Result<Rehearsed> rehearse(const content::Library& library, TextEngine& text, const Panel& panel,
                           const Moment& moment, const std::function<bool()>& give_up) {
  auto played = Stage(library, text, panel, moment, give_up).play();
  text.forget();
  return played;
}

}  // namespace kiosk
