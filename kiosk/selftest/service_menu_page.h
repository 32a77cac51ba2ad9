// The first of the service screens: where to.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/selftest/service_page.h"

namespace kiosk {

class ServiceMenuPage final : public ServicePage {
 public:
  // How the technician came in: by a stick, with the name of its pass; empty: by PIN.
  explicit ServiceMenuPage(std::string pass) : pass_(std::move(pass)) {}

  ServiceScene scene(const ServiceFrame& frame) const override;
  void act(std::string_view key, Time now) override;

 private:
  std::string pass_;
};

}  // namespace kiosk
