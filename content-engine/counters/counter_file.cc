#include "content-engine/counters/counter_file.h"

#include <utility>

namespace content {

Result<Counters> read_counters(const Files& files, const std::filesystem::path& file) {
  const auto text = files.read(file, counters_limit);
  if (!text)
    return text.failure();
  return parse_counters(*text);
}

Result<Done> add_to_counters(Files& files, const std::filesystem::path& state, const Tally& batch,
                             Date today) {
  const auto file = state / counters_name;
  Counters all;
  if (auto here = read_counters(files, file))
    all = *std::move(here);
  else if (here.failure().refusal == Refusal::Unavailable)
    return here.failure();  // the disk, not the file
  all.tally.add(batch);
  all.tally.drop_before(days_after(today, -counters_days));
  all.tally.keep(counters_lines);
  return write_file(files, file, written(all));
}

}  // namespace content
