#include "kiosk/kept_calibration.h"

#include "content-engine/store/slip.h"

namespace kiosk {
namespace {

constexpr const char* calibration_title = "wegweiser-calibration 1";
constexpr const char* matrix_key = "matrix";

std::filesystem::path slip_in(const std::filesystem::path& folder) {
  return folder / "calibration";
}

}  // namespace

content::Result<Calibration> read_calibration(const content::Files& files,
                                              const std::filesystem::path& folder) {
  const auto slip = content::read_slip(files, slip_in(folder), calibration_title);
  if (!slip)
    return slip.failure();
  return calibration_from(slip->text(matrix_key));
}

content::Result<content::Done> keep_calibration(content::Files& files,
                                                const std::filesystem::path& folder,
                                                const Calibration& calibration) {
  content::Slip slip(calibration_title);
  slip.set(matrix_key, to_text(calibration));
  return content::write_slip(files, slip_in(folder), slip);
}

content::Result<content::Done> forget_calibration(content::Files& files,
                                                  const std::filesystem::path& folder) {
  const auto removed = files.remove(slip_in(folder));
  if (!removed && removed.failure().refusal != content::Refusal::NotFound)
    return removed.failure();
  return files.sync_folder(folder);
}

Calibration calibration_to_use(const content::Files& files, const std::filesystem::path& folder,
                               const Calibration& setting,
                               const std::function<void(const std::string& line)>& log) {
  const auto kept = read_calibration(files, folder);
  if (kept)
    return *kept;
  if (kept.failure().refusal != content::Refusal::NotFound)
    log("W-48: " + kept.failure().message + "; the setting touch_matrix is used instead");
  return setting;
}

}  // namespace kiosk
