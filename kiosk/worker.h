// Lays out scenes on a thread of its own, because reading may wait for a slow card and the screen
// may not. Of several requests only the latest is answered. It opens bundle and fonts when first
// asked, and again at each request as long as that fails.
// Where a page has a next one it is laid out as soon as nobody waits, and answered from there.
// While nobody is here it warms up (warm_up.h), once for what was opened.
// The worker's thread owns what it opened; ask() and take() belong to the UI thread.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "content-engine/model/deed.h"
#include "content-engine/reader/library.h"
#include "content-engine/store/files.h"
#include "kiosk/canvas/glyph_images.h"
#include "kiosk/print_wait.h"
#include "kiosk/screens/screen.h"
#include "kiosk/warm_up.h"

namespace kiosk {

// Why nothing can be shown: a code for the technician's telephone call, a sentence for the log.
struct Trouble {
  std::string code;
  std::string message;

  bool operator==(const Trouble&) const = default;
};

// What the kiosk shows from.
struct Stock {
  std::unique_ptr<content::Library> library;
  std::unique_ptr<TextEngine> text;
  Origin origin{};
  std::string bundle{};                       // SHA-256; of a delivered one
  std::unique_ptr<content::FileLock> held{};  // so that nobody removes the file while it is open
};
using Opened = std::variant<Stock, Trouble>;

struct Request {
  std::uint64_t number = 0;
  Session session;
  Moment moment;
  bool forget = false;  // a visitor has left: nothing laid out for her may stay
  bool vacant = false;  // nobody is here: another edition may take the place of this one
  std::vector<content::Doing> doings{};  // to be counted, never twice
  std::optional<PrintJob> print{};       // never twice; what is forgotten is not printed

  bool operator==(const Request&) const = default;
};

// Comes with the first scene after opening or changing over.
struct News {
  std::vector<FontFile> fonts;
  std::string time_zone;
};

struct Answer {
  Request request;
  std::variant<Scene, Trouble> outcome;
  std::optional<News> news;
};

// Takes what a request wants counted; on the worker's thread, after its scene.
using Count = std::function<void(const Request& request, const content::Library& library)>;

class Worker final {
 public:
  // `wake` is called on the worker's thread whenever take() has something.
  Worker(Panel panel, std::function<Opened()> open, std::function<void()> wake, Count count = {},
         Prints prints = {});
  // Waits for the scene being made, not for the ones still asked for.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void ask(Request request);
  // Takes the place of what is shown, at the next request that comes while nobody is here.
  void adopt(Stock stock);
  // The latest answer, once. Throws what the worker's thread threw.
  std::optional<Answer> take();
  // The glyphs of the page that comes after the one shown, once; none after another ask().
  std::vector<GlyphPlace> take_glyphs_ahead();
  // The name of a job of which no sheet could be made, once.
  std::optional<std::string> take_unprinted();

 private:
  void work();
  Answer answer(Request request);
  void print(const PrintJob& job, const Moment& moment);
  void look_ahead(Session session, const Moment& moment);
  // Waits for the next request, and warms up meanwhile; nothing when there will be none.
  std::optional<Request> next_request();
  std::optional<Stock> take_next(const Request& request);

  // input
  Panel panel_;
  std::function<Opened()> open_;
  std::function<void()> wake_;
  Count count_;
  Prints prints_;
  // the worker's own
  std::optional<Stock> stock_;
  struct Ahead {
    Session session;
    Moment moment;
    Scene scene;
  };
  std::optional<Ahead> ahead_;
  std::optional<WarmUp> warm_up_;  // what there is to do yet
  std::optional<Moment> vacant_;   // since the last request, when nobody is here
  // shared, under the mutex
  std::mutex mutex_;
  std::condition_variable asked_;
  std::optional<Request> request_;
  std::optional<Stock> next_;
  std::optional<Answer> answer_;
  std::vector<GlyphPlace> glyphs_ahead_;
  std::optional<std::string> unprinted_;
  std::exception_ptr broken_;
  bool stopping_ = false;

  std::thread thread_;  // last: starts when all else is there
};

}  // namespace kiosk
