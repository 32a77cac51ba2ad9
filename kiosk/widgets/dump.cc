#include "kiosk/widgets/dump.h"

#include <array>
#include <cmath>

namespace kiosk {
namespace {

std::string to_text(const Rect& rect) {
  return std::to_string(rect.x) + "," + std::to_string(rect.y) + " " + std::to_string(rect.width) +
         "x" + std::to_string(rect.height);
}

void add_lines(const Box& box, const std::string& indent, std::string& out) {
  if (!box.paint.text)
    return;
  for (const Line& line : box.paint.text->lines) {
    const std::size_t length = line.end - line.start;
    std::string words =
        line.start <= box.spoken.size() ? box.spoken.substr(line.start, length) : "";
    while (!words.empty() && (words.back() == ' ' || words.back() == '\n'))
      words.pop_back();
    const int left = box.rect.x + static_cast<int>(std::lround(line.left));
    const int right = left + static_cast<int>(std::lround(line.width));
    out += indent + "  | " + words + "  [" + std::to_string(left) + ".." + std::to_string(right) +
           "]\n";
  }
}

void add(const Box& box, const std::string& indent, std::string& out) {
  out += indent + std::string(to_word(box.role)) + " " + box.name + "  " + to_text(box.rect);
  if (box.role == Role::Key) {
    out += "  -> " + std::string(to_word(box.action.kind));
    if (!box.action.argument.empty())
      out += " " + box.action.argument;
  }
  if (box.paint.mirror == Mirror::Yes)
    out += "  mirrored";
  for (const Ground& ground : box.marked)
    out += "  marked " + to_text(ground.rect);
  if (!box.paint.cells.empty())
    out += "  cells " + std::to_string(box.paint.cells.size());
  out += "\n";
  add_lines(box, indent, out);
  for (const Box& child : box.children)
    add(child, indent + "  ", out);
}

}  // namespace

std::string dump(const Box& root) {
  std::string out;
  add(root, "", out);
  return out;
}

std::string_view to_word(Role role) {
  static constexpr std::array<std::string_view, 8> words{
      "group", "heading", "text", "key", "picture", "pictogram", "dialog", "decoration"};
  return words.at(static_cast<std::size_t>(role));
}

std::string_view to_word(ActionKind kind) {
  static constexpr std::array<std::string_view, 62> words{"none",
                                                          "choose-language",
                                                          "open-languages",
                                                          "open-home",
                                                          "open-groups",
                                                          "open-situation",
                                                          "open-group",
                                                          "open-topic",
                                                          "open-below",
                                                          "read-topic-in",
                                                          "open-beside-german",
                                                          "open-take-along",
                                                          "open-staff-card",
                                                          "print",
                                                          "open-emergency",
                                                          "open-places",
                                                          "open-places-of-kind",
                                                          "open-places-speaking",
                                                          "open-place",
                                                          "open-courses",
                                                          "open-course-list",
                                                          "toggle-wish",
                                                          "forget-wish",
                                                          "open-events",
                                                          "open-offering",
                                                          "alert-read",
                                                          "toggle-preset",
                                                          "open-about",
                                                          "next-page",
                                                          "previous-page",
                                                          "first-page",
                                                          "next-theme",
                                                          "open-text-sizes",
                                                          "next-text-size",
                                                          "choose-text-size",
                                                          "toggle-low-reach",
                                                          "back",
                                                          "open-search",
                                                          "open-results",
                                                          "open-index",
                                                          "type-text",
                                                          "erase-back",
                                                          "replace-typed",
                                                          "place-caret",
                                                          "choose-keys",
                                                          "give-feedback",
                                                          "listen",
                                                          "listen-aloud",
                                                          "stop-listening",
                                                          "listen-in-vain",
                                                          "hear-again",
                                                          "hear-slower",
                                                          "hear-faster",
                                                          "hear-quieter",
                                                          "hear-louder",
                                                          "hear-otherwise",
                                                          "guide",
                                                          "toggle-guide",
                                                          "stop-guide",
                                                          "toggle-dark",
                                                          "leave",
                                                          "continue"};
  return words.at(static_cast<std::size_t>(kind));
}

}  // namespace kiosk
