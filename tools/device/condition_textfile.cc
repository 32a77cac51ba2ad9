#include <map>
#include <string_view>

#include "tools/device/condition.h"

namespace content {

namespace {

// A label's value: what the format gives a meaning is escaped.
std::string quoted(const std::string& value) {
  std::string text = "\"";
  for (const char c : value) {
    if (c == '\\' || c == '"')
      text += '\\';
    if (c != '\n')
      text += c;
  }
  return text + '"';
}

// Every line names the kiosk, so that a server's node-exporter can read those of many from one
// folder. A help text never changes once it is out: there it has to be the same in all files.
class Textfile final {
 public:
  explicit Textfile(const std::string& kiosk_id) : kiosk_("kiosk=" + quoted(kiosk_id)) {}

  template <typename Number>
  void gauge(const std::string& name, const std::string& help, Number value) {
    begin(name, help);
    line(name, "", std::to_string(value));
  }
  void begin(const std::string& name, const std::string& help) {
    text_ += "# HELP wegweiser_" + name + " " + help + "\n# TYPE wegweiser_" + name + " gauge\n";
  }
  void line(const std::string& name, const std::string& more_labels, const std::string& value) {
    text_ += "wegweiser_" + name + "{" + kiosk_ + more_labels + "} " + value + "\n";
  }
  const std::string& text() const { return text_; }

 private:
  std::string kiosk_;
  std::string text_;
};

void tell_selftest(Textfile& file, const LastSelftest& selftest) {
  static const std::map<std::string_view, std::string> values{
      {"pass", "0"}, {"warn", "1"}, {"fail", "2"}};
  file.gauge("selftest_seconds", "When the newest self-test was made.", selftest.at.seconds);
  file.begin("selftest_result", "What each check found; 0: pass, 1: warn, 2: fail.");
  for (const auto& [check, result] : selftest.checks)
    file.line("selftest_result", ",check=" + quoted(check), values.at(result));
}

}  // namespace

std::string to_textfile(const Condition& condition) {
  const Slots& slots = condition.slots;
  const Slot none{};
  const Slot& active = slots.active ? *slots.active : none;
  Textfile file(condition.kiosk_id);
  file.begin("info", "What this kiosk has.");
  file.line("info",
            ",ring=\"" + std::to_string(condition.ring) +
                "\",program=" + quoted(WEGWEISER_VERSION) + ",edition=" + quoted(active.edition) +
                ",bundle=" + quoted(active.trial.bundle),
            "1");
  file.gauge("written_seconds", "When this was written.", condition.at.seconds);
  file.gauge("edition_signed_seconds", "When the active edition was signed; 0: none.",
             active.signed_at);
  if (slots.active)
    file.gauge("edition_shown", "Whether the kiosk has shown the active edition.",
               condition.verdicts.shown == active.trial ? 1 : 0);
  file.gauge("metadata_signed_seconds", "When the newest metadata was signed; 0: not said.",
             condition.metadata_signed_at);
  file.gauge("timestamp_expires_seconds", "When updating ends without newer metadata.",
             condition.timestamp.expires.seconds);
  file.gauge("root_expires_seconds", "When updating ends without a newer root.",
             condition.root.expires.seconds);
  file.gauge("candidate", "Whether an edition waits for the kiosk.", slots.candidate ? 1 : 0);
  file.gauge("dropped_editions", "How many editions are remembered as dropped.",
             slots.dropped.size());
  file.gauge("store_readable", "Whether the store's list of bundles can be read.",
             condition.store_trouble.empty() ? 1 : 0);
  file.gauge("clock_plausible", "Whether the clock is past the last signed moment.",
             condition.clock == Clock::Plausible ? 1 : 0);
  file.gauge("store_free_bytes", "Space left for bundles.", condition.free_bytes);
  if (condition.last_run) {
    file.gauge("last_run_seconds", "When sync or import ran last.", condition.last_run->at);
    file.gauge("last_run_exit", "Its exit status.", condition.last_run->exit);
    if (condition.last_run->well != 0)
      file.gauge("last_success_seconds", "When sync or import last ended well.",
                 condition.last_run->well);
  }
  if (condition.selftest)
    tell_selftest(file, *condition.selftest);
  return file.text();
}

}  // namespace content
