#include "tools/device/print_queue.h"

#include <thread>

#include "tools/device/child_run.h"
#include "tools/device/interruption.h"

namespace content {

namespace {

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

// «request id is Foyer-17 (0 file(s))»
std::string job_in(const std::string& text, const std::string& queue) {
  const std::string before = "request id is " + queue + "-";
  const auto at = text.find(before);
  if (at == std::string::npos)
    return {};
  const auto digits = text.find_first_not_of("0123456789", at + before.size());
  const std::string number = text.substr(at + before.size(), digits - at - before.size());
  return number.empty() ? number : queue + "-" + number;
}

// A line a job, its name first.
bool lists(const std::string& text, const std::string& job) {
  return text.starts_with(job + " ") || text.find("\n" + job + " ") != std::string::npos;
}

}  // namespace

Result<Done> PrintQueue::print(std::string_view pdf) const {
  std::vector<std::string> command{"lp", "-d", name_, "-t", "Wegweiser"};
  if (paper_ == PrinterPaper::A4)
    command.insert(command.end(), {"-o", "media=A4"});
  const auto taken = run_child(command, pdf, patience_.program);
  if (!taken)
    return taken.failure();
  const std::string job = job_in(taken->text, name_);
  if (taken->status != 0 || job.empty())
    return Failure{Refusal::Unavailable, "lp: " + first_line(taken->text)};
  const auto until = std::chrono::steady_clock::now() + patience_.printer;
  for (;;) {
    const auto there = still_there(job);
    if (there && !*there)
      return Done{};
    if (!there || std::chrono::steady_clock::now() >= until || asked_to_stop()) {
      static_cast<void>(run_child({"cancel", job}, {}, patience_.program));
      return there ? Failure{Refusal::Unavailable, "the printer does not print"} : there.failure();
    }
    std::this_thread::sleep_for(patience_.look);
  }
}

Result<bool> PrintQueue::still_there(const std::string& job) const {
  const auto jobs =
      run_child({"lpstat", "-W", "not-completed", "-o", name_}, {}, patience_.program);
  if (!jobs)
    return jobs.failure();
  if (jobs->status != 0)
    return Failure{Refusal::Unavailable, "lpstat: " + first_line(jobs->text)};
  return lists(jobs->text, job);
}

}  // namespace content
