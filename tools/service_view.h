// The technicians' screens as pictures or lines, without a window: each page in the states it can
// be in. A self-test's result is a real one, given as a file.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content-engine/store/files.h"
#include "kiosk/selftest/service_page.h"

namespace kiosk {

struct ServiceViewing {
  Panel panel;
  content::MessageLanguage language{};
  std::filesystem::path fonts;
  std::filesystem::path result;  // of wegweiser-device selftest --json; empty: none has come yet
};

// The names behind "service:".
std::vector<std::string> service_views();
// None: there is no such page. Invalid: SDL2_ttf does not start.
struct ServiceView {
  ServiceScene scene;
  std::shared_ptr<Lettering> letters;
};
std::optional<content::Result<ServiceView>> service_view(const std::string& name,
                                                         const ServiceViewing& viewing);
content::Result<content::Done> write_service_view(const ServiceView& view, Size size,
                                                  const std::filesystem::path& picture);

}  // namespace kiosk
