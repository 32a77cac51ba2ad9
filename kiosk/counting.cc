#include "kiosk/counting.h"

#include <algorithm>
#include <utility>

#include "content-engine/counters/counter_file.h"

namespace kiosk {
namespace {

using content::Bucket;
using content::Deed;

// Asked in the language it was opened in, else in one it has.
enum class Found { Yes, InOthers, Unknown };
struct TopicFound {
  Found found = Found::Unknown;
  bool sensitive = true;  // until somebody says it is not
};

TopicFound look_up(const content::Library& library, const content::Doing& doing,
                   content::Date today) {
  if (const auto page = library.page(doing.subject, doing.language, today))
    return {Found::Yes, page->sensitive};
  const auto other = library.fallback(doing.subject, doing.language);
  if (!other)
    return {};
  for (const std::string& tag : other->languages)
    if (const auto page = library.page(doing.subject, tag, today))
      return {Found::InOthers, page->sensitive};
  return {Found::InOthers, true};
}

bool has_way(const std::vector<content::WayIn>& ways, const std::string& id) {
  return std::any_of(ways.begin(), ways.end(),
                     [&](const content::WayIn& way) { return way.id == id; });
}

bool of_topic(Deed deed) {
  return deed == Deed::Topic || deed == Deed::Fallback || deed == Deed::Understood ||
         deed == Deed::NotUnderstood || deed == Deed::MissingLanguage || deed == Deed::Audio ||
         deed == Deed::Print || deed == Deed::Qr;
}

}  // namespace

void Counting::take(const Request& request, const content::Library& library, Instant now) {
  for (const content::Doing& doing : request.doings)
    add(doing, library, request.moment);
  if (request.vacant && !gathered_.empty() && now - written_ >= pause) {
    written_ = now;
    write(request.moment.today);
  }
}

void Counting::add(content::Doing doing, const content::Library& library, const Moment& moment) {
  Bucket bucket{moment.today, moment.hour, doing.language, doing.deed, doing.subject};
  if (library.language(doing.language) == nullptr)
    return;
  switch (doing.deed) {
    case Deed::SearchHit:
    case Deed::SearchMiss:
      bucket.deed = library.search(doing.language, doing.query, 1).hits.empty() ? Deed::SearchMiss
                                                                                : Deed::SearchHit;
      bucket.subject.clear();
      break;
    case Deed::Situation:
      if (!has_way(library.situations(), doing.subject))
        return;
      break;
    case Deed::Group:
      if (!has_way(library.groups(), doing.subject))
        return;
      break;
    default:
      break;
  }
  if (of_topic(doing.deed) && !doing.subject.empty()) {
    const TopicFound topic = look_up(library, doing, moment.today);
    if (topic.found == Found::Unknown)
      return;
    if (doing.deed == Deed::Topic && topic.found == Found::InOthers)
      bucket.deed = Deed::Fallback;
    if (topic.sensitive)
      bucket.hour = Bucket::whole_day;
  }
  gathered_.add(bucket);
}

void Counting::write(content::Date today) {
  if (!gathered_.empty() && content::add_to_counters(files_, state_, gathered_, today))
    gathered_ = {};
}

}  // namespace kiosk
