#include "kiosk/screens/beside_rows.h"

#include <algorithm>

#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

// The box hangs in one of its own, so that nobody who cuts texts takes a row for one text.
Box row_of(const Box* own, const Box* other, const BesideColumns& columns) {
  Box row;
  row.name = "row";
  const auto hang = [&row](const Box* box, int start, const char* name) {
    if (box == nullptr)
      return;
    row.rect.height = std::max(row.rect.height, box->rect.height);
    row.children.push_back(group(name, {moved(*box, start, 0)}));
  };
  hang(own, columns.own_start, "own");
  hang(other, columns.other_start, "german");
  return row;
}

template <typename Item, typename Name>
std::vector<std::string> names_of(const std::vector<Item>& items, const Name& name) {
  std::vector<std::string> names;
  names.reserve(items.size());
  for (const Item& item : items)
    names.push_back(name(item));
  return names;
}

const Part* part_of(const Stop* stop, std::optional<std::size_t> index) {
  return stop == nullptr || !index ? nullptr : &stop->parts[*index];
}

Stop both(const Stop* own, const Stop* other, const BesideColumns& columns) {
  Stop stop;
  const Stop& leading = own != nullptr ? *own : *other;
  stop.name = leading.name;
  stop.drawing = leading.drawing;
  const auto heading = [](const Stop* side) {
    return side == nullptr || !side->heading ? nullptr : &*side->heading;
  };
  if (heading(own) != nullptr || heading(other) != nullptr)
    stop.heading = row_of(heading(own), heading(other), columns);
  const auto names = [](const Stop* side) {
    return side == nullptr ? std::vector<std::string>{}
                           : names_of(side->parts, [](const Part& part) { return part.box.name; });
  };
  for (const auto& [first, second] : paired(names(own), names(other))) {
    const Part* one = part_of(own, first);
    const Part* two = part_of(other, second);
    Part row;
    for (const Part* part : {one, two}) {
      if (part == nullptr)
        continue;
      row.gap = std::max(row.gap, part->gap);
      if (part->holds == Hold::Next)
        row.holds = Hold::Next;
    }
    row.box =
        row_of(one == nullptr ? nullptr : &one->box, two == nullptr ? nullptr : &two->box, columns);
    stop.parts.push_back(std::move(row));
  }
  return stop;
}

}  // namespace

Pairs paired(const std::vector<std::string>& own, const std::vector<std::string>& other) {
  // Longest common subsequence, counted from the ends so that it is walked from the start.
  const std::size_t wide = other.size() + 1;
  std::vector<int> common((own.size() + 1) * wide);
  for (std::size_t i = own.size(); i-- > 0;)
    for (std::size_t j = other.size(); j-- > 0;)
      common[i * wide + j] = own[i] == other[j]
                                 ? common[(i + 1) * wide + j + 1] + 1
                                 : std::max(common[(i + 1) * wide + j], common[i * wide + j + 1]);
  Pairs pairs;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < own.size() || j < other.size()) {
    if (i < own.size() && j < other.size() && own[i] == other[j])
      pairs.emplace_back(i++, j++);
    else if (j == other.size() ||
             (i < own.size() && common[(i + 1) * wide + j] >= common[i * wide + j + 1]))
      pairs.emplace_back(i++, std::nullopt);
    else
      pairs.emplace_back(std::nullopt, j++);
  }
  return pairs;
}

void level_headings(std::vector<Stop>& own, std::vector<Stop>& other) {
  const auto name = [](const Stop& stop) { return stop.name; };
  for (const auto& [first, second] : paired(names_of(own, name), names_of(other, name))) {
    if (!first || !second || !own[*first].heading || !other[*second].heading)
      continue;
    int& one = own[*first].heading->rect.height;
    int& two = other[*second].heading->rect.height;
    one = two = std::max(one, two);
  }
}

std::vector<Stop> beside_rows(const std::vector<Stop>& own, const std::vector<Stop>& other,
                              const BesideColumns& columns) {
  const auto name = [](const Stop& stop) { return stop.name; };
  std::vector<Stop> rows;
  for (const auto& [first, second] : paired(names_of(own, name), names_of(other, name)))
    rows.push_back(
        both(first ? &own[*first] : nullptr, second ? &other[*second] : nullptr, columns));
  return rows;
}

std::vector<Stop> stacked_rows(std::vector<Stop> own, std::vector<Stop> other) {
  const auto name = [](const Stop& stop) { return stop.name; };
  std::vector<Stop> rows;
  for (const auto& [first, second] : paired(names_of(own, name), names_of(other, name))) {
    if (first)
      rows.push_back(std::move(own[*first]));
    if (!second)
      continue;
    rows.push_back(std::move(other[*second]));
    rows.back().name += "-german";
    rows.back().drawing.clear();
  }
  return rows;
}

}  // namespace kiosk
