#include "tools/standpoint.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace kiosk {
namespace {

struct Way {
  std::string_view word;
  ScreenKind screen;
  bool named;  // followed by ":ID"
};
constexpr std::array<Way, 29> ways{{
    {"attract", ScreenKind::Languages, false},
    {"languages", ScreenKind::Languages, false},
    {"home", ScreenKind::Home, false},
    {"groups", ScreenKind::Groups, false},
    {"situation", ScreenKind::TopicsOfSituation, true},
    {"group", ScreenKind::TopicsOfGroup, true},
    {"below", ScreenKind::TopicsBelow, true},
    {"topic", ScreenKind::Topic, true},
    {"beside", ScreenKind::BesideGerman, true},
    {"take", ScreenKind::TakeAlong, true},
    {"staff", ScreenKind::StaffCard, true},
    {"emergency", ScreenKind::Emergency, false},
    {"places", ScreenKind::Places, false},
    {"places", ScreenKind::PlacesOfKind, true},
    {"places-speaking", ScreenKind::PlacesSpeaking, false},
    {"place", ScreenKind::PlaceCard, true},
    {"courses", ScreenKind::Courses, false},
    {"course-list", ScreenKind::CourseList, false},
    {"events", ScreenKind::Events, false},
    {"offering", ScreenKind::Offering, true},
    {"about", ScreenKind::About, false},
    {"search", ScreenKind::Search, false},
    {"search", ScreenKind::Search, true},
    {"results", ScreenKind::Search, true},
    {"index", ScreenKind::Index, false},
    {"index", ScreenKind::Index, true},
    {"text-sizes", ScreenKind::TextSizes, false},
    {"idle", ScreenKind::Home, false},
    {"silence", ScreenKind::Home, true},
}};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() || value < 0)
    return std::nullopt;
  return value;
}

}  // namespace

std::optional<Standpoint> standpoint(std::string_view screen, const std::string& language,
                                     int page) {
  constexpr std::string_view spoken = "spoken:";
  constexpr std::string_view reading = "reading:";
  if (screen.starts_with(spoken) || screen.starts_with(reading)) {
    auto inside = standpoint(screen.substr(screen.find(':') + 1), language, page);
    if (inside && screen.starts_with(spoken))
      inside->session.hearing.guided = inside->session.hearing.aloud = true;
    else if (inside)
      inside->session.hearing.state = Hearing::State::Reading;
    return inside;
  }
  const std::size_t colon = screen.find(':');
  const bool named = colon != std::string_view::npos;
  const std::string_view word = screen.substr(0, colon);
  const std::string id(named ? screen.substr(colon + 1) : "");
  const auto way = std::find_if(ways.begin(), ways.end(), [&](const Way& known) {
    return known.word == word && known.named == named;
  });
  if (way == ways.end() || (named && id.empty()) || page < 1)
    return std::nullopt;
  Standpoint result;
  if (word == "attract")
    return result;
  result.session.language = language;
  if (way->screen != ScreenKind::Home)
    result.session.trail.push_back({ScreenKind::Home, {}, 0});
  if (way->screen == ScreenKind::Search) {
    replace_text(result.session.typing, id);
    result.session.trail.push_back({way->screen, word == "results" ? "results" : "", page - 1});
    return result;
  }
  if (way->screen == ScreenKind::BesideGerman || way->screen == ScreenKind::TakeAlong ||
      way->screen == ScreenKind::StaffCard)
    result.session.trail.push_back({ScreenKind::Topic, id, 0});
  result.session.trail.push_back({way->screen, id, page - 1});
  if (word == "group")
    result.session.group = id;
  if (word == "silence") {
    result.session.trail.back().id.clear();
    result.session.hearing.silence = parse_silence(id);
    if (result.session.hearing.silence == Silence::None)
      return std::nullopt;
  }
  if (word == "idle")
    result.idle_seconds_left = 24;
  return result;
}

std::optional<Theme> parse_theme(std::string_view word) {
  constexpr std::array<std::string_view, 4> words{"light", "dark", "contrast-dark",
                                                  "contrast-light"};
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end())
    return std::nullopt;
  return static_cast<Theme>(at - words.begin());
}

std::optional<Size> parse_size(std::string_view words) {
  const std::size_t cross = words.find('x');
  if (cross == std::string_view::npos)
    return std::nullopt;
  const auto width = number(words.substr(0, cross));
  const auto height = number(words.substr(cross + 1));
  if (!width || !height || *width < 200 || *height < 200 || *width > 8000 || *height > 8000)
    return std::nullopt;
  return Size{*width, *height};
}

std::optional<content::DeliverySlip> parse_delivery(std::string_view words, content::Date edition) {
  using content::DeliveryState;
  using content::Objection;
  const std::string_view word = words.substr(0, words.find(':'));
  const std::string_view more = word.size() < words.size() ? words.substr(word.size() + 1) : "";
  content::DeliverySlip slip{.edition = content::to_iso(edition)};
  for (const auto state : {DeliveryState::Running, DeliveryState::Accepted, DeliveryState::Newest,
                           DeliveryState::Refused})
    if (content::word_of(state) == word) {
      slip.state = state;
      if (more.empty())
        return slip;
      if (state == DeliveryState::Running) {
        const auto percent = number(more);
        slip.percent = percent.value_or(0);
        return percent && *percent <= 100 ? std::optional(slip) : std::nullopt;
      }
      for (int why = 0; why <= static_cast<int>(Objection::Refused); ++why)
        if (content::word_of(static_cast<Objection>(why)) == more) {
          slip.why = static_cast<Objection>(why);
          return slip;
        }
    }
  return std::nullopt;
}

std::optional<Alert> parse_warning(const std::vector<std::string>& texts, const Moment& moment) {
  const content::LocalTime now{moment.today, moment.hour * 60 + moment.minute};
  Alert alert{.id = "warning", .texts = {}, .from = now, .until = {moment.today, 1440}};
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
      return std::nullopt;
    alert.texts[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return alert;
}

std::optional<Moment> parse_moment(std::string_view words) {
  if (words.size() != 16 || words[10] != 'T' || words[13] != ':')
    return std::nullopt;
  const auto day = content::parse_date(words.substr(0, 10));
  const auto hour = number(words.substr(11, 2));
  const auto minute = number(words.substr(14, 2));
  if (!day || !hour || !minute || *hour > 23 || *minute > 59)
    return std::nullopt;
  return Moment{.today = *day, .hour = *hour, .minute = *minute};
}

}  // namespace kiosk
