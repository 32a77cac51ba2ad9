// picture-unknown, picture-alt.
#include <algorithm>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

void check_pictures(Inspection& inspection) {
  const std::vector<Picture>& pictures = inspection.edition.pictures;
  for (const Topic& topic : inspection.edition.topics)
    for (const Page& page : topic.pages)
      for (const Element& element : page.elements) {
        if (element.kind != ElementKind::Picture)
          continue;
        const auto picture =
            std::find_if(pictures.begin(), pictures.end(),
                         [&](const Picture& candidate) { return candidate.id == element.target; });
        if (picture == pictures.end())
          inspection.error(
              page.file, element.line, "picture-unknown",
              sentence("Das Bild «%1» gibt es nicht", "there is no picture «%1»", {element.target}),
              sentence("das Bild in pictures.csv eintragen", "add it to pictures.csv"));
        else if (element.text.empty())
          inspection.error(page.file, element.line, "picture-alt",
                           sentence("Dem Bild «%1» fehlt die Beschreibung in der Sprache %2",
                                    "the picture «%1» has no description in %2",
                                    {element.target, page.language}),
                           sentence("in pictures.csv die Spalte alt.%1 füllen",
                                    "fill in the column alt.%1 of pictures.csv", {page.language}));
      }
}

}  // namespace content
