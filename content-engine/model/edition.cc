#include "content-engine/model/edition.h"

#include <algorithm>
#include <array>

#include "content-engine/model/words.h"

namespace content {

template <typename Record>
static const Record* find_by_id(const std::vector<Record>& records, const std::string& id) {
  const auto at = std::find_if(records.begin(), records.end(),
                               [&](const Record& record) { return record.id == id; });
  return at == records.end() ? nullptr : &*at;
}

const Topic* find_topic(const Edition& edition, const std::string& id) {
  return find_by_id(edition.topics, id);
}
const Place* find_place(const Edition& edition, const std::string& id) {
  return find_by_id(edition.places, id);
}
const Fact* find_fact(const Edition& edition, const std::string& id) {
  return find_by_id(edition.facts, id);
}

const Language* find_language(const std::vector<Language>& languages, std::string_view tag) {
  const auto at = std::find_if(languages.begin(), languages.end(),
                               [&](const Language& language) { return language.tag == tag; });
  return at == languages.end() ? nullptr : &*at;
}

const Page* find_page(const Topic& topic, const std::string& language) {
  const auto at = std::find_if(topic.pages.begin(), topic.pages.end(),
                               [&](const Page& page) { return page.language == language; });
  return at == topic.pages.end() ? nullptr : &*at;
}

static constexpr std::array<std::string_view, 5> fact_words{"amount", "number", "phone", "date",
                                                            "text"};
static constexpr std::array<std::string_view, 5> reason_words{"demand", "legal-duty", "safety",
                                                              "proposal", "pilot"};

const std::vector<std::string_view>& place_kinds() {
  static const std::vector<std::string_view> kinds{"office",  "partner",       "course",
                                                   "doctor",  "family-centre", "meeting-place",
                                                   "library", "sport",         "culture"};
  return kinds;
}

std::string_view to_word(FactKind kind) {
  return fact_words.at(static_cast<std::size_t>(kind));
}
std::optional<FactKind> parse_fact_kind(std::string_view word) {
  return find_word<FactKind>(fact_words, word);
}

std::string_view to_word(PlanReason reason) {
  return reason_words.at(static_cast<std::size_t>(reason));
}
std::optional<PlanReason> parse_plan_reason(std::string_view word) {
  return find_word<PlanReason>(reason_words, word);
}

}  // namespace content
