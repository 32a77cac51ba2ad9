#include "kiosk/printing/print_tray.h"

#include <algorithm>

#include "content-engine/store/names.h"
#include "content-engine/store/print_slip.h"

namespace kiosk {

using content::Failure;
using content::Refusal;

PrintTray::PrintTray(content::Files& files, std::filesystem::path folder)
    : files_(files), folder_(std::move(folder)) {
  clear();
}

content::Result<content::Done> PrintTray::put(const std::string& job, std::string_view pdf) {
  if (!content::is_print_job(job))
    return Failure{Refusal::Invalid, "no name for a print job"};
  if (pdf.size() > static_cast<std::size_t>(content::print_job_limit))
    return Failure{Refusal::TooLarge, "a sheet that is none"};
  const auto names = files_.names(folder_);
  if (!names)
    return names.failure();
  const auto waiting = std::count_if(names->begin(), names->end(), [](const std::string& name) {
    return content::job_of_print_name(name).has_value();
  });
  if (static_cast<std::size_t>(waiting) >= content::most_print_jobs)
    return Failure{Refusal::Unavailable, "nobody takes the sheets"};
  return content::write_file(files_, folder_ / content::print_job_name(job), pdf);
}

void PrintTray::clear() {
  const auto names = files_.names(folder_);
  if (!names)
    return;
  for (const std::string& name : *names)
    if (content::job_of_print_name(name) || content::is_unfinished_name(name))
      static_cast<void>(files_.remove(folder_ / name));  // the device may have been faster
}

}  // namespace kiosk
