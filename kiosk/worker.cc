#include "kiosk/worker.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "kiosk/canvas/glyphs_ahead.h"
#include "kiosk/widgets/draw.h"
#include "kiosk/widgets/hit.h"

namespace kiosk {
namespace {

// Between two steps of warming up, at least, and four times what the last one took: the screen's
// own thread comes first, and a board stays cool.
constexpr std::chrono::nanoseconds least_rest = std::chrono::milliseconds{100};
constexpr int rests = 4;

// Where a visitor who reads on will stand next.
std::optional<Session> next_page(const Answer& answer) {
  const Scene* scene = std::get_if<Scene>(&answer.outcome);
  const Box* key = scene == nullptr ? nullptr : find_key(scene->root, "page:next");
  return key == nullptr ? std::nullopt : std::optional(apply(answer.request.session, key->action));
}

}  // namespace

Worker::Worker(Panel panel, std::function<Opened()> open, std::function<void()> wake, Count count,
               Prints prints)
    : panel_(panel),
      open_(std::move(open)),
      wake_(std::move(wake)),
      count_(std::move(count)),
      prints_(std::move(prints)),
      thread_([this] { work(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  asked_.notify_one();
  thread_.join();
}

void Worker::ask(Request request) {
  {
    const std::lock_guard lock(mutex_);
    // Forgetting is never skipped, even when the request that wanted it is.
    if (request_) {
      if (!request.print && !request.forget)
        request.print = std::move(request_->print);
      request.forget = request.forget || request_->forget;
      request.doings.insert(request.doings.begin(),
                            std::make_move_iterator(request_->doings.begin()),
                            std::make_move_iterator(request_->doings.end()));
    }
    request_ = std::move(request);
    glyphs_ahead_.clear();  // of a page that she, or who was here before, will not come to that way
  }
  asked_.notify_one();
}

std::optional<std::string> Worker::take_unprinted() {
  const std::lock_guard lock(mutex_);
  return std::exchange(unprinted_, std::nullopt);
}

std::vector<GlyphPlace> Worker::take_glyphs_ahead() {
  const std::lock_guard lock(mutex_);
  return std::exchange(glyphs_ahead_, {});
}

void Worker::adopt(Stock stock) {
  const std::lock_guard lock(mutex_);
  next_ = std::move(stock);
}

std::optional<Stock> Worker::take_next(const Request& request) {
  const std::lock_guard lock(mutex_);
  const bool now = request.vacant || !stock_;
  return now ? std::exchange(next_, std::nullopt) : std::nullopt;
}

std::optional<Answer> Worker::take() {
  const std::lock_guard lock(mutex_);
  if (broken_)
    std::rethrow_exception(std::exchange(broken_, nullptr));
  return std::exchange(answer_, std::nullopt);
}

void Worker::work() {
  for (;;) {
    // Only main catches; this hands what was thrown over to its thread.
    try {
      std::optional<Request> asked = next_request();
      if (!asked)
        return;
      Request request = *std::move(asked);
      const bool forget = request.forget;
      Request counted{.moment = request.moment,
                      .vacant = request.vacant,
                      .doings = std::exchange(request.doings, {})};
      if (request.forget && prints_.forget)
        prints_.forget();
      const auto job = std::exchange(request.print, std::nullopt);
      Answer made = answer(std::move(request));
      auto next = next_page(made);
      const Moment moment = made.request.moment;
      {
        const std::lock_guard lock(mutex_);
        if (answer_ && answer_->news && !made.news)
          made.news = std::move(answer_->news);
        answer_ = std::move(made);
      }
      wake_();  // first the screen, then the counting
      if (count_ && stock_)
        count_(counted, *stock_->library);
      if (job)
        print(*job, moment);
      if (next)
        look_ahead(*std::move(next), moment);
      vacant_ = counted.vacant ? std::optional(moment) : std::nullopt;
      if (forget)  // what was hers goes back to the system
        malloc_trim(0);
      continue;
    } catch (...) {
      const std::lock_guard lock(mutex_);
      broken_ = std::current_exception();
    }
    wake_();
  }
}

std::optional<Request> Worker::next_request() {
  std::unique_lock lock(mutex_);
  const auto come = [this] { return stopping_ || request_; };
  auto rest = least_rest;
  while (warm_up_ && vacant_ && !asked_.wait_for(lock, rest, come)) {
    lock.unlock();
    const auto began = std::chrono::steady_clock::now();
    vacant_->origin = stock_->origin;
    warm_up_->step(*stock_->library, *stock_->text, panel_, *vacant_);
    rest = std::max<std::chrono::nanoseconds>(least_rest,
                                              rests * (std::chrono::steady_clock::now() - began));
    if (warm_up_->over()) {
      warm_up_.reset();
      malloc_trim(0);
    }
    lock.lock();
  }
  asked_.wait(lock, come);
  return stopping_ ? std::nullopt : std::exchange(request_, std::nullopt);
}

Answer Worker::answer(Request request) {
  std::optional<News> news;
  auto fresh = take_next(request);
  if (!fresh && !stock_) {
    Opened opened = open_();
    if (auto* trouble = std::get_if<Trouble>(&opened))
      return {std::move(request), std::move(*trouble), std::nullopt};
    fresh = std::move(std::get<Stock>(opened));
  }
  if (fresh) {
    stock_ = std::move(fresh);
    warm_up_.emplace(*stock_->library);
    news = News{stock_->text->fonts(), stock_->library->town().time_zone};
  }
  if (request.forget)
    stock_->text->forget();
  Moment here = request.moment;
  here.origin = stock_->origin;
  auto ahead = std::exchange(ahead_, std::nullopt);
  if (ahead && !news && !request.forget && ahead->session == request.session &&
      ahead->moment == here)
    return {std::move(request), std::move(ahead->scene), std::nullopt};
  Scene scene = make_scene(request.session, *stock_->library, here, panel_, *stock_->text);
  return {std::move(request), std::move(scene), std::move(news)};
}

void Worker::print(const PrintJob& job, const Moment& moment) {
  if (prints_.print && stock_ && prints_.print(job, moment, *stock_->library, *stock_->text))
    return;
  {
    const std::lock_guard lock(mutex_);
    unprinted_ = job.name;
  }
  wake_();
}

void Worker::look_ahead(Session session, const Moment& moment) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || request_)
      return;
  }
  Moment here = moment;
  here.origin = stock_->origin;
  Scene scene = make_scene(session, *stock_->library, here, panel_, *stock_->text);
  GlyphsAhead glyphs(panel_.size);
  draw(scene.root, glyphs, {panel_, session.theme, session.text_size, session.low_reach});
  ahead_ = Ahead{std::move(session), std::move(here), std::move(scene)};
  {
    const std::lock_guard lock(mutex_);
    if (request_)
      return;  // somebody has gone on meanwhile, or away
    glyphs_ahead_ = glyphs.take();
  }
  wake_();
}

}  // namespace kiosk
