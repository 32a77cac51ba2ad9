// Stops of a place's or an offering's page: a heading and what stands under it, part by part.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/frame.h"
#include "kiosk/widgets/flow.h"
#include "kiosk/widgets/table_rows.h"

namespace kiosk {

class CardStop final {
 public:
  // `key` is the heading's interface word and names the stop.
  CardStop(const Frame& frame, const std::string& key, const std::string& drawing);

  // In the visitor's language, in German (names and addresses), and large (numbers to be dialled).
  CardStop& say(const std::string& text);
  CardStop& say_german(const std::string& text);
  CardStop& say_in(const std::string& language, const std::string& text);
  // Stays with what follows.
  CardStop& head_in(const std::string& language, const std::string& text);
  CardStop& say_large(const std::string& figures);
  CardStop& rows(const std::vector<TableRow>& rows);
  CardStop& show(Box box);  // a picture, a code
  CardStop& link(std::string name, Action action, const std::string& word, const Scribe& type);

  bool empty() const { return stop_.parts.empty(); }
  Stop take() { return std::move(stop_); }

 private:
  void add(Box box, int gap);

  const Frame& frame_;
  int width_;
  Stop stop_;
};

// The page such stops stand on: crumb, title, a line under it, the path and the keys.
struct CardPage {
  std::string family;
  std::string drawing;
  std::string crumb;
  std::string title;
  std::string title_language;
  std::string second{};  // the provider's or the office's own name
  std::string line{};    // under the title, with a clock
  Color line_color{};
  std::vector<Stop> stops{};
  std::vector<ActionKey> keys{};
};
// How high the lowest of its columns is.
int card_room(const Frame& frame, const CardPage& page);
Content card_page(const Frame& frame, CardPage page);

}  // namespace kiosk
