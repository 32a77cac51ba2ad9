// Every screen a bundle has, in three languages, upright and across, as pictures in a folder.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/screens/screen.h"
#include "kiosk/widgets/look.h"

namespace kiosk {

// What develops pictures: glyphs once drawn are kept from one to the next.
struct Darkroom {
  const content::Library& library;
  TextEngine& text;
  std::vector<std::unique_ptr<PageCanvas>> canvases{};  // one a size
};

// The screen words of `standpoint()` that this bundle has something to show for.
std::vector<std::string> screens_of(const content::Library& library, const std::string& language);

// `canvases` grows by one for each size.
content::Result<content::Done> write_picture(TextEngine& text,
                                             std::vector<std::unique_ptr<PageCanvas>>& canvases,
                                             const Scene& scene, const Look& look,
                                             const std::filesystem::path& file);
// One line for each misfit on the way; the pictures are written all the same.
content::Result<std::vector<std::string>> write_tour(Darkroom& room, const Moment& moment,
                                                     const std::filesystem::path& folder);

}  // namespace kiosk
