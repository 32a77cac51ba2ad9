#include "content-engine/source/contact_card.h"

#include "content-engine/source/slug.h"

namespace content {

static std::string* field_of(Place& place, const Element& element) {
  if (element.kind == ElementKind::Heading)
    return &place.name;
  if (element.target == "phone")
    return &place.phone;
  if (element.target == "mail")
    return &place.email;
  if (element.target == "language")
    return &place.web;
  if (element.target == "place")
    return &place.street;
  return nullptr;
}

ContactCard read_contact_card(std::vector<Element> elements, const std::string& id) {
  ContactCard card;
  card.place.kind = "contact";
  card.place.verified = true;  // by the source it comes from, which the page names
  for (auto& element : elements) {
    std::string* field = field_of(card.place, element);
    const bool taken = field != nullptr && field->empty();
    if (taken)
      *field = element.text;
    // A card shows name, address and telephone; the other ways stay to be read below it.
    if (!taken || field == &card.place.email || field == &card.place.web)
      card.rest.push_back(std::move(element));
  }
  // A card without a heading names itself by its first line.
  if (card.place.name.empty() && !card.rest.empty()) {
    card.place.name = card.rest.front().text;
    card.rest.erase(card.rest.begin());
  }
  const std::string name = slug(id.empty() ? card.place.name + " " + card.place.phone : id);
  card.place.id = name.empty() ? "contact" : "contact-" + name;
  return card;
}

}  // namespace content
