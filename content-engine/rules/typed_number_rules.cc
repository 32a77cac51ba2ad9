// fact-typed (R29).
#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"
#include "content-engine/rules/typed_number.h"

namespace content {

void check_typed_numbers(Inspection& inspection) {
  for (const Topic& topic : inspection.edition.topics) {
    if (topic.form != TopicForm::Blocks)
      continue;
    for (const Page& page : topic.pages)
      for (const Element& element : page.elements)
        for (const TypedNumber& number : typed_numbers(element))
          inspection.error(page.file,
                           inspection.positions.line_in_text(page.file, element.line, number.start),
                           "fact-typed",
                           sentence("Die Zahl «%1» ist in den Text getippt",
                                    "the number «%1» is typed into the text", {number.digits}),
                           sentence("sie in facts.csv eintragen und {fact:KENNUNG} schreiben",
                                    "put it in facts.csv and write {fact:ID}"));
  }
}

}  // namespace content
