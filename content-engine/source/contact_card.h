// A contact card of an imported page → a place. What the card says beyond a place's fields is kept
// as elements behind it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "content-engine/model/edition.h"

namespace content {

struct ContactCard {
  Place place;                // id "contact-<id>"; kind "contact"; vouched for by its source
  std::vector<Element> rest;  // in reading order
};

// `elements` is the card's content, its inline icons already pictograms. An empty `id` is replaced
// by one made of the name.
ContactCard read_contact_card(std::vector<Element> elements, const std::string& id);

}  // namespace content
