#include "content-engine/reader/notice_list.h"

#include <algorithm>
#include <tuple>

#include "content-engine/reader/language_fallback.h"

namespace content {

static std::vector<const Notice*> current(const Registers& registers, Date today) {
  std::vector<const Notice*> notices;
  for (const Notice& notice : registers.notices)
    if (notice.first <= today && today <= notice.last)
      notices.push_back(&notice);
  std::stable_sort(notices.begin(), notices.end(), [](const Notice* a, const Notice* b) {
    return std::tuple(-a->priority, std::string_view(a->id)) <
           std::tuple(-b->priority, std::string_view(b->id));
  });
  return notices;
}

static bool names(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<NoticeText> notices_for_everybody(const Registers& registers,
                                              const std::vector<Language>& languages, Date today) {
  std::vector<NoticeText> texts;
  for (const Notice* notice : current(registers, today))
    if (notice->topics.empty() && notice->groups.empty())
      for (const Language& language : languages)
        if (const auto text = notice->texts.find(language.tag); text != notice->texts.end())
          texts.push_back({notice->id, language.tag, text->second});
  return texts;
}

std::vector<NoticeText> notices_for(const Registers& registers, std::string_view topic,
                                    std::string_view group, std::string_view language, Date today) {
  std::vector<NoticeText> texts;
  for (const Notice* notice : current(registers, today)) {
    const bool here = topic.empty() ? notice->topics.empty() : names(notice->topics, topic);
    if (!here || (!notice->groups.empty() && !names(notice->groups, group)))
      continue;
    for (std::string_view tag = language; !tag.empty(); tag = broader_tag(tag))
      if (const auto text = notice->texts.find(std::string(tag)); text != notice->texts.end()) {
        texts.push_back({notice->id, text->first, text->second});
        break;
      }
  }
  return texts;
}

}  // namespace content
