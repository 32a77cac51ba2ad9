#include "kiosk/loop.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace kiosk {
namespace {

// Says each change of state once, in one line; nothing about visitors is ever said.
class Report final {
 public:
  explicit Report(const Outside& outside) : outside_(outside) {}

  void on(const Answer& answer) {
    const auto* trouble = std::get_if<Trouble>(&answer.outcome);
    const std::string state = trouble != nullptr
                                  ? "out of service, " + trouble->code + ": " + trouble->message
                                  : "in service";
    if (state != state_)
      outside_.log(state);
    state_ = state;
  }

 private:
  const Outside& outside_;
  std::string state_;
};

// Hands the voice what shall be heard, and the shell what was said. Says once when it stops
// working, and once when it works again.
class Speaking final {
 public:
  Speaking(Voice& voice, const Outside& outside) : voice_(voice), outside_(outside) {}
  ~Speaking() { voice_.hush(); }
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;

  void hear(Shell& shell, ServiceMode& service, Instant now) {
    while (const auto said = voice_.take()) {
      report(said->how);
      service.said(*said);
      shell.said(*said, now);
    }
  }

  void tell(const Shell& shell, const ServiceMode& service) {
    const auto& wanted = service.on() ? service.saying() : shell.saying();
    const std::uint64_t number = wanted ? wanted->number : 0;
    if (number == told_)
      return;
    told_ = number;
    if (wanted)
      voice_.say(*wanted);
    else
      voice_.hush();
  }

 private:
  void report(SaidHow how) {
    if (how != how_)
      outside_.log(how == SaidHow::Done      ? "the voice speaks again"
                   : how == SaidHow::Missing ? "no voice: the program that speaks is not installed"
                   : how == SaidHow::Stuck   ? "no voice: the program that speaks hung, ended it"
                                             : "no voice: the program that speaks failed");
    how_ = how;
  }

  Voice& voice_;
  const Outside& outside_;
  std::uint64_t told_ = 0;
  SaidHow how_ = SaidHow::Done;
};

void handle(const Event& event, Shell& shell, ServiceMode& service, Presenter& presenter,
            Instant now) {
  const bool vacant = shell.vacant() || shell.view().trouble != nullptr;
  if (service.take(event, vacant, now))
    return;
  switch (event.kind) {
    case EventKind::FingerDown:
      shell.finger_down(event.at.x, event.at.y, now);
      break;
    case EventKind::FingerMoved:
      shell.finger_moved(event.at.x, event.at.y);
      break;
    case EventKind::FingerUp:
      shell.finger_up(event.at.x, event.at.y, now);
      break;
    case EventKind::Exposed:
      presenter.exposed();
      break;
    case EventKind::Woken:
    case EventKind::Closed:
    case EventKind::Resized:
      break;
    default:
      shell.key(event, now);
  }
}

// Seconds since 1970 on the town's clock.
content::LocalTime local_time(std::int64_t seconds, const std::string& time_zone) {
  const WallTime wall = wall_time_at(std::chrono::seconds(seconds), time_zone);
  return {wall.today, wall.hour * 60 + wall.minute};
}

void tell_alert(const std::optional<content::AlertSlip>& slip, const std::string& time_zone,
                Shell& shell) {
  std::optional<Alert> alert;
  if (slip)
    alert = Alert{.id = slip->id,
                  .texts = slip->texts,
                  .from = local_time(slip->from, time_zone),
                  .until = local_time(slip->until, time_zone)};
  shell.alerted(std::move(alert), steady_now());
}

// What this loop remembers between two looks.
struct Heard {
  std::string time_zone;
  std::optional<content::AlertSlip> alert;
};

void hear(Changeover& changeover, Shell& shell, ServiceMode& service, Worker& worker,
          Heard& heard) {
  changeover.vacant(shell.vacant());
  auto tidings = changeover.take();
  if (!tidings)
    return;
  if (tidings->alert) {
    heard.alert = std::move(*tidings->alert);
    tell_alert(heard.alert, heard.time_zone, shell);
    if (heard.alert)
      service.leave();  // it is for everybody
  }
  if (tidings->service)
    service.stick(*tidings->service, steady_now());
  if (tidings->stock) {
    worker.adopt(std::move(*tidings->stock));
    shell.renewed(steady_now());
  }
  if (tidings->print)
    shell.printed(*tidings->print, steady_now());
  if (tidings->delivery)
    shell.delivered(*tidings->delivery, steady_now());
}

// When the next is due.
Instant give_sign_of_life(Overseer& overseer, Presenter& presenter) {
  constexpr Instant try_again{1000};  // a screen that took nothing
  const Instant now = steady_now();
  if (overseer.due() && now >= *overseer.due())
    presenter.show_sign_of_life();
  overseer.shown(presenter.pictures(), now);
  return overseer.due() ? std::max(*overseer.due(), now + try_again) : Instant::max();
}

}  // namespace

Ended run_loop(Window& window, Shell& shell, Worker& worker, Presenter& presenter, Voice& voice,
               Changeover* changeover, ServiceMode& service, Overseer& overseer,
               const Outside& outside) {
  Report report(outside);
  Heard heard;
  Speaking speaking(voice, outside);
  for (;;) {
    if (outside.displays_changed && outside.displays_changed())
      return Ended::DisplaysChanged;
    if (auto answer = worker.take()) {
      if (answer->news) {
        heard.time_zone = answer->news->time_zone;
        if (heard.alert)  // its hours were reckoned without knowing the town's
          tell_alert(heard.alert, heard.time_zone, shell);
        // The worker has just opened these very files.
        if (const auto used = presenter.use_fonts(answer->news->fonts); !used)
          throw std::runtime_error("fonts: " + used.failure().message);
      }
      report.on(*answer);
      overseer.answered(answer->request.number, steady_now());
      shell.answered(std::move(*answer), steady_now());
    }
    if (auto glyphs = worker.take_glyphs_ahead(); !glyphs.empty())
      presenter.expect(std::move(glyphs));
    const WallTime wall = outside.wall(heard.time_zone);
    speaking.hear(shell, service, steady_now());
    shell.tick(steady_now(), wall);
    if (changeover != nullptr)
      hear(*changeover, shell, service, worker, heard);
    service.tick(steady_now());
    if (service.take_entered())
      shell.wipe(steady_now());
    if (const auto job = worker.take_unprinted())
      shell.printed({.job = *job, .end = content::PrintEnd::Failed}, steady_now());
    speaking.tell(shell, service);
    if (auto request = shell.take_request()) {
      if (request->forget)
        presenter.forget();
      overseer.asked(request->number, steady_now());
      worker.ask(std::move(*request));
    }
    if (service.on()) {
      const Surface& picture = service.picture();
      presenter.show_service(picture, service.picture_number());
    } else {
      presenter.show(shell.view(), wall, steady_now());
    }
    const Instant due =
        std::min({shell.due(), service.due(), presenter.due(steady_now()).value_or(Instant::max()),
                  give_sign_of_life(overseer, presenter)});
    const auto rest = std::max(due - steady_now(), Instant{0});
    for (const Event& event : window.wait(rest)) {
      if (event.kind == EventKind::Closed)
        return Ended::Closed;
      if (event.kind == EventKind::Resized)
        return Ended::Resized;
      handle(event, shell, service, presenter, steady_now());
    }
    if (const auto news = window.take_touch_news())
      outside.log(*news);
  }
}

}  // namespace kiosk
