#include "kiosk/widgets/table_rows.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

Setting setting_of(const Look& look, Weight weight) {
  return {.type = Type::S, .weight = weight, .color = look.colors().ink, .line_height = 1.3F};
}

int widest(const Scribe& type, const std::vector<TableRow>& rows, std::string TableRow::*text) {
  float width = 0;
  for (const TableRow& row : rows) {
    std::string_view rest = row.*text;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      width = std::max(width, type.width({std::string(rest.substr(0, end))},
                                         setting_of(type.look(), Weight::Bold)));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  return static_cast<int>(std::ceil(width)) + 1;
}

Box hairline(const Look& look, int width) {
  Box line;
  line.role = Role::Decoration;
  line.name = "hairline";
  line.rect = {0, 0, width, std::max(1, look.px(2))};
  line.paint.fill = look.colors().hairline;
  return line;
}

}  // namespace

std::vector<Box> table_rows(const Scribe& type, const std::vector<TableRow>& rows, int width) {
  const Look& look = type.look();
  const int gap = look.px(44);
  const int above = look.px(10);
  const int first = widest(type, rows, &TableRow::name);
  const bool beside = first + gap + widest(type, rows, &TableRow::value) <= width;
  std::vector<Box> boxes;
  for (const TableRow& row : rows) {
    const Setting setting = setting_of(look, row.weight);
    const int start = beside ? first + gap : 0;
    Box name = type.text("day", {row.name}, setting, beside ? first : width);
    Box value = type.text("times", {row.value}, setting, width - start);
    const int value_top = beside ? above : above + name.rect.height;
    const int end = std::max(above + name.rect.height, value_top + value.rect.height) + above;
    Box box;
    box.name = "row";
    box.rect = {0, 0, width, end + std::max(1, look.px(2))};
    box.children.push_back(moved(std::move(name), 0, above));
    box.children.push_back(moved(std::move(value), start, value_top));
    box.children.push_back(moved(hairline(look, width), 0, end));
    boxes.push_back(std::move(box));
  }
  return boxes;
}

}  // namespace kiosk
