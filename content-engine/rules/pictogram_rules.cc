// pictogram-unknown.
#include <algorithm>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/pictogram_names.h"
#include "content-engine/rules/rules.h"

namespace content {

static void check_name(Inspection& inspection, const std::string& file, int line,
                       const std::string& name) {
  const auto names = pictogram_names();
  if (!name.empty() && !std::binary_search(names.begin(), names.end(), name))
    inspection.error(
        file, line, "pictogram-unknown",
        sentence("Das Piktogramm «%1» gibt es nicht", "there is no pictogram «%1»", {name}),
        sentence("den Namen einer Datei in kiosk/canvas/pictograms nehmen",
                 "take the name of a file in kiosk/canvas/pictograms"));
}

void check_pictograms(Inspection& inspection) {
  for (const LifeSituation& situation : inspection.edition.situations)
    check_name(inspection, "situations.csv", situation.line, situation.pictogram);
  for (const TargetGroup& group : inspection.edition.groups)
    check_name(inspection, "groups.csv", group.line, group.pictogram);
  for (const Topic& topic : inspection.edition.topics)
    for (const Page& page : topic.pages)
      for (const Element& element : page.elements)
        if (element.kind != ElementKind::Picture && element.kind != ElementKind::PlaceCard)
          check_name(inspection, page.file, element.line, element.target);
}

}  // namespace content
