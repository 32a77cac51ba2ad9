// Model → findings. All rules, all at once.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "content-engine/model/edition.h"
#include "content-engine/model/finding.h"
#include "content-engine/model/positions.h"
#include "kiosk/text/paragraph.h"

namespace content {

class Inspection;

// `today` decides what has expired and what is due.
std::vector<Finding> judge(const Edition& edition, const Positions& positions, Date today,
                           kiosk::TextEngine& text);

// One function a family of rules; the .cc of its name says which ids it gives.
void check_blocks(Inspection& inspection);
void check_heads(Inspection& inspection);
void check_plan(Inspection& inspection);
void check_facts(Inspection& inspection);
void check_typed_numbers(Inspection& inspection);
void check_links(Inspection& inspection);
void check_pictures(Inspection& inspection);
void check_pictograms(Inspection& inspection);
void check_words(Inspection& inspection);
void check_ways_in(Inspection& inspection);
void check_names(Inspection& inspection);
void check_glyphs(Inspection& inspection);
void check_labels(Inspection& inspection);
void check_places(Inspection& inspection);
void check_offerings(Inspection& inspection);
void check_notices(Inspection& inspection);
void check_clips(Inspection& inspection);

}  // namespace content
