#include "tools/device/condition.h"

namespace content {

namespace {

void gauge(std::string& text, const std::string& name, const std::string& help,
           const std::string& value, const std::string& labels = {}) {
  text += "# HELP wegweiser_" + name + " " + help + "\n# TYPE wegweiser_" + name + " gauge\n";
  text += "wegweiser_" + name + labels + " " + value + "\n";
}

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

}  // namespace

std::string to_textfile(const Condition& condition) {
  const Slots& slots = condition.slots;
  const auto number = [](auto value) { return std::to_string(value); };
  const Slot none{};
  const Slot& active = slots.active ? *slots.active : none;
  std::string text;
  gauge(text, "info", "What this kiosk has.", "1",
        "{kiosk=" + quoted(condition.kiosk_id) + ",program=" + quoted(WEGWEISER_VERSION) +
            ",edition=" + quoted(active.edition) + ",bundle=" + quoted(active.trial.bundle) + "}");
  gauge(text, "edition_signed_seconds", "When the active edition was signed; 0: none.",
        number(active.signed_at));
  gauge(text, "metadata_signed_seconds", "When the newest metadata was signed; 0: not said.",
        number(condition.metadata_signed_at));
  gauge(text, "timestamp_expires_seconds", "When updating ends without newer metadata.",
        number(condition.timestamp.expires.seconds));
  gauge(text, "root_expires_seconds", "When updating ends without a newer root.",
        number(condition.root.expires.seconds));
  gauge(text, "candidate", "Whether an edition waits for the kiosk.", slots.candidate ? "1" : "0");
  gauge(text, "dropped_editions", "How many editions are remembered as dropped.",
        number(slots.dropped.size()));
  gauge(text, "store_readable", "Whether the store's list of bundles can be read.",
        condition.store_trouble.empty() ? "1" : "0");
  gauge(text, "clock_plausible", "Whether the clock is past the last signed moment.",
        condition.clock == Clock::Plausible ? "1" : "0");
  gauge(text, "store_free_bytes", "Space left for bundles.", number(condition.free_bytes));
  if (condition.last_run) {
    gauge(text, "last_run_seconds", "When sync or import ran last.",
          number(condition.last_run->at));
    gauge(text, "last_run_exit", "Its exit status.", number(condition.last_run->exit));
  }
  return text;
}

}  // namespace content
