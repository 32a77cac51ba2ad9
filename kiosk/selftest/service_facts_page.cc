#include "kiosk/selftest/service_facts_page.h"

namespace kiosk {

ServiceScene ServiceFactsPage::scene(const ServiceFrame& frame) const {
  ServiceSheet sheet(frame, title_);
  sheet.foot({back_to_menu(frame)});
  for (const ServiceFact& fact : facts_)
    sheet.fact(frame.in(fact.name), frame.in(fact.value));
  return sheet.take();
}

}  // namespace kiosk
