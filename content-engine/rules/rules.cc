#include "content-engine/rules/rules.h"

#include "content-engine/rules/inspection.h"

namespace content {

std::vector<Finding> judge(const Edition& edition, const Positions& positions, Date today,
                           kiosk::TextEngine& text) {
  Inspection inspection(edition, positions, today, text);
  check_blocks(inspection);
  check_heads(inspection);
  check_plan(inspection);
  check_facts(inspection);
  check_typed_numbers(inspection);
  check_links(inspection);
  check_pictures(inspection);
  check_pictograms(inspection);
  check_words(inspection);
  check_ways_in(inspection);
  check_names(inspection);
  check_glyphs(inspection);
  check_labels(inspection);
  check_places(inspection);
  check_offerings(inspection);
  check_notices(inspection);
  check_clips(inspection);
  return inspection.take_findings();
}

}  // namespace content
