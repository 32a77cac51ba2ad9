// Names and what is so: versions, and what the screen is. Nothing about persons.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/selftest/service_page.h"

namespace kiosk {

struct ServiceFact {
  content::Sentence name;
  content::Sentence value;
};

class ServiceFactsPage final : public ServicePage {
 public:
  ServiceFactsPage(content::Sentence title, std::vector<ServiceFact> facts)
      : title_(std::move(title)), facts_(std::move(facts)) {}

  ServiceScene scene(const ServiceFrame& frame) const override;

 private:
  content::Sentence title_;
  std::vector<ServiceFact> facts_;
};

}  // namespace kiosk
