#include "tools/device/report.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include "content-engine/store/examination.h"
#include "content-engine/store/names.h"
#include "tools/device/child_run.h"
#include "tools/device/condition.h"
#include "tools/device/counters.h"
#include "tools/device/interruption.h"
#include "tools/device/redaction.h"
#include "tools/device/web.h"

namespace content {

namespace {

using std::chrono::seconds;

Reported done_or_warned(const Station& station, const Result<Done>& done) {
  if (done)
    return Reported::Done;
  warn(station, {"Der Bericht kam nicht an: " + done.failure().message,
                 "the report did not arrive: " + done.failure().message});
  return Reported::Failed;
}

// The journal's last lines of our units, redacted; empty where there is no journal to be read.
std::string log_for_report() {
  constexpr std::size_t longest = std::size_t{256} * 1024;
  const auto said = run_child({"journalctl", "--no-pager", "--quiet", "--lines=1000",
                               "--output=short-iso", "--no-hostname", "--unit=wegweiser-*"},
                              {}, seconds(20), {.longest = longest, .complaints = false});
  return said && said->status == 0 ? redacted(said->text) : std::string{};
}

class Folder final {
 public:
  explicit Folder(const std::filesystem::path& folder)
      : number_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)),
        error_(number_ < 0 ? errno : 0) {}
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    if (number_ >= 0)
      ::close(number_);
  }
  int error() const { return error_; }
  // This very folder, whatever happens to its name meanwhile.
  std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(number_); }

 private:
  int number_;
  int error_;
};

}  // namespace

std::string_view word_of(Reported reported) {
  constexpr std::array<std::string_view, 3> words{"absent", "done", "failed"};
  return words.at(static_cast<std::size_t>(reported));
}

Reported report_on_stick(Station& station, const std::filesystem::path& stick) {
  const Folder folder(stick / report_folder_name);
  if (folder.error() == ENOENT || folder.error() == ENOTDIR || folder.error() == ELOOP)
    return Reported::Absent;
  if (folder.error() != 0)
    return done_or_warned(
        station, Failure{Refusal::Unavailable, std::generic_category().message(folder.error())});
  auto written = write_file(station.files, folder.path() / (station.kiosk_id + ".json"),
                            to_json(condition_of(station)));
  if (const auto counters = counters_of(station, Span::All); written && counters)
    written = write_file(station.files, folder.path() / counters_file_name(station), *counters);
  if (const auto log = log_for_report(); written && !log.empty())
    written = write_file(station.files, folder.path() / (station.kiosk_id + ".log"), log);
  // What the last self-test said, as it said it.
  const auto selftest =
      station.files.read(station.settings.exchange / selftest_name, selftest_limit);
  if (written && selftest)
    written = write_file(station.files, folder.path() / selftest_file_name(station), *selftest);
  // For whoever stands at the screen and has asked for it.
  const auto told = write_report_slip(
      station.files, station.settings.exchange,
      {.done = static_cast<bool>(written),
       .wish = read_wish(station.files, station.settings.kiosk_state, Wish::Report)});
  if (!told)
    warn(station, {"Der Kiosk erfährt nichts vom Bericht: " + told.failure().message,
                   "the kiosk does not hear of the report: " + told.failure().message});
  return done_or_warned(station, written);
}

Reported report_by_web(const Station& station) {
  if (station.settings.report_url.empty())
    return Reported::Absent;
  const auto server = HttpsTransport::open(station.settings.report_url, web_options(station));
  if (!server)
    return done_or_warned(station, server.failure());
  const Condition condition = condition_of(station);
  const std::string report = to_json(condition);
  Result<Done> sent = Done{};
  for (const seconds pause : {seconds(0), seconds(1), seconds(4)}) {
    std::this_thread::sleep_for(pause);
    sent = (*server)->put(station.kiosk_id + ".json", report);
    if (sent || sent.failure().refusal != Refusal::Unavailable || asked_to_stop())
      break;
  }
  if (sent)
    if (const auto put = (*server)->put(station.kiosk_id + ".prom", to_textfile(condition)); !put)
      warn(station, {"Die Messwerte kamen nicht an: " + put.failure().message,
                     "the metrics did not arrive: " + put.failure().message});
  if (const auto counters = counters_of(station, Span::LastWeek); sent && counters)
    if (const auto put = (*server)->put(counters_file_name(station), *counters); !put)
      warn(station, {"Die Zähler kamen nicht an: " + put.failure().message,
                     "the counters did not arrive: " + put.failure().message});
  return done_or_warned(station, sent);
}

Reported report_to_textfile(Station& station) {
  if (station.settings.textfile.empty())
    return Reported::Absent;
  return done_or_warned(station, write_file(station.files, station.settings.textfile,
                                            to_textfile(condition_of(station))));
}

}  // namespace content
