// wegweiser-device import PATH [--again]
#include "content-engine/repository/folder_transport.h"
#include "tools/device/handover.h"
#include "tools/device/report.h"
#include "tools/device/technician.h"

namespace content {

namespace fs = std::filesystem;

std::optional<fs::path> repository_on(const fs::path& stick) {
  for (const fs::path& folder : {stick, stick / "wegweiser"}) {
    std::error_code error;
    if (fs::is_directory(fs::symlink_status(folder / "metadata", error)))
      return folder;
  }
  return std::nullopt;
}

static Handover import_from(Station& station, const fs::path& stick,
                            const std::optional<fs::path>& folder) {
  std::error_code error;
  if (!fs::is_directory(stick, error))
    return refused(station, Medium::Stick, Outcome::Unreachable, stick.string());
  if (!folder)
    return refused(
        station, Medium::Stick, Outcome::NothingThere,
        (stick / "metadata").string() + ", " + (stick / "wegweiser" / "metadata").string());
  FolderTransport metadata(*folder / "metadata"), targets(*folder / "targets");
  return hand_over(station, {metadata, targets, Medium::Stick, 0});
}

Outcome import_command(Station& station) {
  const fs::path stick = station.operands().front();
  const auto folder = repository_on(stick);
  const Handover handover = import_from(station, stick, folder);
  // After the edition: what it brought of the passes counts, what it could not bring does not.
  take_pass(station, folder ? *folder / "targets" : fs::path());
  report_to_textfile(station);
  const Outcome outcome = tell(station, handover, word_of(report_on_stick(station, stick)));
  if (outcome == Outcome::Fine)
    look_for_system_on(station, stick);
  return outcome;
}

}  // namespace content
