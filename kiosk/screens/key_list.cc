#include "kiosk/screens/key_list.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

using content::TopicEntry;

std::size_t list_columns(const Frame& frame) {
  // Low, a key of half the width and three lines would be higher than the page.
  return frame.portrait() || frame.look().step() > 1 || frame.look().low_reach ? 1 : 2;
}

struct Row {
  std::size_t first;
  std::size_t last;
  int height;
};

std::vector<Row> rows_of(const std::vector<Box>& keys, std::size_t across) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < keys.size(); i += across) {
    Row row{i, std::min(keys.size(), i + across), 0};
    for (std::size_t k = row.first; k < row.last; ++k)
      row.height = std::max(row.height, keys[k].rect.height);
    rows.push_back(row);
  }
  return rows;
}

// Rows dealt to pages; each page is [first, last) rows.
std::vector<std::pair<std::size_t, std::size_t>> pages_of(const std::vector<Row>& rows, int room,
                                                          int gap) {
  std::vector<std::pair<std::size_t, std::size_t>> pages{{0, 0}};
  int used = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int needed = rows[i].height + (used > 0 ? gap : 0);
    if (used > 0 && used + needed > room) {
      pages.emplace_back(i, i);
      used = 0;
    }
    used += rows[i].height + (used > 0 ? gap : 0);
    pages.back().second = i + 1;
  }
  return pages;
}

std::vector<Box> level_keys(std::size_t count, std::size_t across, int least_height,
                            const MakeKey& make) {
  std::vector<Box> keys;
  for (std::size_t i = 0; i < count; ++i)
    keys.push_back(make(i, least_height));
  for (std::size_t i = 0; i < keys.size(); i += across) {
    const std::size_t last = std::min(keys.size(), i + across);
    int height = least_height;
    for (std::size_t k = i; k < last; ++k)
      height = std::max(height, keys[k].rect.height);
    for (std::size_t k = i; k < last; ++k)
      if (keys[k].rect.height < height)
        keys[k] = make(k, height);
  }
  return keys;
}

}  // namespace

int list_key_width(const Frame& frame) {
  return columns(frame.width(), static_cast<int>(list_columns(frame)), frame.look().gap())[0].width;
}

ListKey topic_line(const Frame& frame, const TopicEntry& entry) {
  ListKey spec;
  spec.name = "topic:" + entry.id;
  spec.action = {entry.children > 0 ? ActionKind::OpenTopicsBelow : ActionKind::OpenTopic,
                 entry.id};
  spec.title = {entry.title};
  if (!entry.in_language) {
    // Low and across, all of them would be higher than the page.
    const bool tight = frame.look().low_reach && !frame.portrait();
    std::vector<std::string> names;
    for (const std::string& tag : entry.languages)
      if (!tight || names.size() < 3)
        names.push_back(frame.endonym(tag));
    const bool more = names.size() < entry.languages.size();
    spec.second = {frame.words()("list.only-in", {name("languages", frame.words().list(names))}) +
                   (more ? " …" : "")};
    spec.second_drawing = "language";
  } else if (entry.children > 0) {
    spec.second = {frame.words()("list.pages-below", {number("count", entry.children)})};
    spec.second_drawing = "document";
  }
  return spec;
}

Box topic_key(const Frame& frame, const TopicEntry& entry, int width, int least_height) {
  return list_key(frame.type(), frame.type_in(entry.title_language), topic_line(frame, entry),
                  width, least_height);
}

void add_key_list(const Frame& frame, Content& content, std::size_t count, const MakeKey& make,
                  int top, std::vector<ActionKey> more) {
  const int gap = frame.look().gap();
  const std::size_t across = list_columns(frame);
  const auto places = columns(frame.width(), static_cast<int>(across), gap);
  std::vector<Box> keys = level_keys(count, across, frame.px(frame.portrait() ? 143 : 124), make);
  const std::vector<Row> rows = rows_of(keys, across);
  auto pages = pages_of(rows, frame.bottom() - frame.px(28) - top, gap);
  if (pages.size() > 1 || !more.empty())
    pages = pages_of(rows, frame.above_actions() - top, gap);
  content.pages = static_cast<int>(pages.size());
  const int page = shown_page(frame.session(), content.pages);
  const auto [first, last] = pages[static_cast<std::size_t>(page)];
  for (std::size_t r = first; r < last; ++r) {
    for (std::size_t i = rows[r].first; i < rows[r].last; ++i)
      content.boxes.push_back(moved(
          std::move(keys[i]), frame.start() + places[(i - rows[r].first) % across].start, top));
    top += rows[r].height + gap;
  }
  for (ActionKey& key : frame.page_keys(page, content.pages))
    more.push_back(std::move(key));
  if (!more.empty())
    content.boxes.push_back(frame.actions(more));
}

}  // namespace kiosk
