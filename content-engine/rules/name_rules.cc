// former-name, value-long (R00).
#include <algorithm>

#include "content-engine/model/utf8.h"
#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

// «Keep it under 18 characters»: what is set large must stand beside its neighbour.
static constexpr std::size_t longest_value = 17;
static constexpr std::string_view object_character = "\xEF\xBF\xBC";

namespace {

struct FormerName {
  std::string former;
  std::string present;
};

}  // namespace

static std::vector<FormerName> former_names(const Edition& edition) {
  std::vector<FormerName> names;
  for (const Place& place : edition.places) {
    std::string_view rest = place.former_names;
    while (!rest.empty()) {
      const std::size_t end = rest.find(';');
      std::string_view name = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      while (name.starts_with(' '))
        name.remove_prefix(1);
      while (name.ends_with(' '))
        name.remove_suffix(1);
      if (!name.empty())
        names.push_back({std::string(name), place.name});
    }
  }
  return names;
}

// A part of a longer word is another name.
static std::size_t find_name(const std::string& text, const std::string& name) {
  const auto in_word = [&](std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !in_word(at - 1)) && (end == text.size() || !in_word(end)))
      return at;
  }
  return std::string::npos;
}

static void check_former_names(Inspection& inspection, const std::vector<FormerName>& names,
                               const Page& page, const Element& element) {
  for (const FormerName& name : names) {
    const std::size_t at = find_name(element.text, name.former);
    // Beside the present name, the former one explains it.
    if (at == std::string::npos || find_name(element.text, name.present) != std::string::npos)
      continue;
    inspection.warning(
        page.file,
        inspection.positions.line_in_text(page.file, element.line, static_cast<std::uint32_t>(at)),
        "former-name",
        sentence("«%1» heißt heute «%2»", "«%1» is called «%2» today", {name.former, name.present}),
        sentence("den heutigen Namen verwenden", "use the present name"));
  }
}

static std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += character_at(text, at).length)
    ++count;
  return count;
}

// The value as it will read: facts are about as long as they are written, amounts bring « €».
static std::size_t length_of(const Edition& edition, const Element& element) {
  std::size_t length = count_characters(element.text);
  for (const Span& span : element.spans) {
    const Fact* fact = span.kind == SpanKind::Fact ? find_fact(edition, span.target) : nullptr;
    if (fact != nullptr)
      length += count_characters(fact->value) + (fact->kind == FactKind::Amount ? 2 : 0) -
                count_characters(object_character);
  }
  return length;
}

void check_names(Inspection& inspection) {
  const std::vector<FormerName> names = former_names(inspection.edition);
  for (const Topic& topic : inspection.edition.topics)
    for (const Page& page : topic.pages)
      for (const Element& element : page.elements) {
        check_former_names(inspection, names, page, element);
        if (element.kind == ElementKind::Value &&
            length_of(inspection.edition, element) > longest_value)
          inspection.error(page.file, element.line, "value-long",
                           sentence("Der hervorgehobene Wert hat mehr als %1 Zeichen",
                                    "the value set large has more than %1 characters",
                                    {std::to_string(longest_value)}),
                           sentence("kürzen und den Rest in den nächsten Absatz schreiben",
                                    "shorten it and put the rest in the next paragraph"));
      }
}

}  // namespace content
