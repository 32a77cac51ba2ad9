// link-topic, link-place, link-web, place-unknown.
#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

// Imported pages link as their authors did; old http:// still leads to the same place.
static void check_web(Inspection& inspection, const Topic& topic, const Page& page, int line,
                      const std::string& target) {
  const bool tolerated = topic.form == TopicForm::FreeBody && target.starts_with("http://");
  inspection.add(
      page.file, line, tolerated ? Severity::Warning : Severity::Error, "link-web",
      sentence("«%1» ist keine sichere Adresse im Netz", "«%1» is no secure web address", {target}),
      sentence("topic:KENNUNG, place:KENNUNG oder eine Adresse mit https:// nehmen",
               "take topic:ID, place:ID or an address with https://"));
}

static void check_span(Inspection& inspection, const Topic& topic, const Page& page,
                       const Element& element, const Span& span) {
  const int line = inspection.positions.line_in_text(page.file, element.line, span.start);
  if (span.kind == SpanKind::TopicLink && find_topic(inspection.edition, span.target) == nullptr)
    inspection.error(
        page.file, line, "link-topic",
        sentence("Das Thema «%1» gibt es nicht", "there is no topic «%1»", {span.target}),
        sentence("den Namen eines Ordners in topics/ nehmen",
                 "take the name of a folder in topics/"));
  if (span.kind == SpanKind::PlaceLink && find_place(inspection.edition, span.target) == nullptr)
    inspection.error(
        page.file, line, "link-place",
        sentence("Die Stelle «%1» gibt es nicht", "there is no place «%1»", {span.target}),
        sentence("eine Kennung aus places.csv nehmen", "take an id from places.csv"));
  if (span.kind == SpanKind::WebLink && !span.target.starts_with("https://"))
    check_web(inspection, topic, page, line, span.target);
}

void check_links(Inspection& inspection) {
  for (const Topic& topic : inspection.edition.topics)
    for (const Page& page : topic.pages)
      for (const Element& element : page.elements) {
        for (const Span& span : element.spans)
          check_span(inspection, topic, page, element, span);
        if (element.kind == ElementKind::PlaceCard &&
            find_place(inspection.edition, element.target) == nullptr)
          inspection.error(
              page.file, element.line, "place-unknown",
              sentence("Die Stelle «%1» gibt es nicht", "there is no place «%1»", {element.target}),
              sentence("eine Kennung aus places.csv nehmen", "take an id from places.csv"));
      }
}

}  // namespace content
