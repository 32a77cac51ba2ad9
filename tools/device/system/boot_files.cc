#include "tools/device/system/boot_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>
#include <system_error>

#include "content-engine/bundle/sha256.h"
#include "content-engine/store/descriptor.h"
#include "content-engine/store/names.h"
#include "tools/device/child_run.h"

namespace content {

namespace fs = std::filesystem;

namespace {

constexpr const char* reader = "/sbin/debugfs";
constexpr std::chrono::milliseconds reading_time{180'000};
constexpr std::int64_t boot_file_limit = 256LL * 1024 * 1024, sums_limit = 256 * 1024,
                       command_line_limit = 2048;

// All of the file system that `folder` lies on reaches the disk.
Result<Done> bring_to_disk(const fs::path& folder) {
  const Descriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file.number() < 0 || ::syncfs(file.number()) != 0)
    return Failure{Refusal::Unavailable,
                   folder.string() + ": " + std::generic_category().message(errno)};
  return Done{};
}

// A full partition shows as a file that is too short.
Failure not_whole(const fs::path& file, const fs::path& boot) {
  constexpr std::uintmax_t least = 64 * 1024;
  std::error_code error;
  const auto space = fs::space(boot, error);
  const bool full = !error && space.available < least;
  return {full ? Refusal::NoSpace : Refusal::Unavailable,
          file.string() + " did not come over whole"};
}

Result<Done> check_sums(const fs::path& folder, const fs::path& boot) {
  const auto sums = read_file(folder / "sums", sums_limit);
  if (!sums)
    return Failure{Refusal::Malformed,
                   "the system has no files to start from in " + std::string(boot_files_name)};
  std::istringstream lines(*sums);
  std::size_t kernels = 0;
  constexpr std::size_t name_at = 66;  // behind the sum and two blanks
  for (std::string line; std::getline(lines, line);) {
    if (line.size() <= name_at || !is_bundle_hash(line.substr(0, 64)))
      return Failure{Refusal::Malformed, "a line of sums that is none: " + line};
    const fs::path file = folder / line.substr(name_at);
    const auto hash = sha256_of_file(file, boot_file_limit);
    if (!hash || *hash != line.substr(0, 64))
      return not_whole(file, boot);
    kernels += file.filename() == "linux" ? 1 : 0;
  }
  if (kernels == 0)
    return Failure{Refusal::Malformed, "the system has no kernel"};
  return Done{};
}

}  // namespace

Result<std::string> copy_boot_files(Files& files, const fs::path& partition, const fs::path& boot,
                                    RootSlot slot) {
  std::error_code error;
  const fs::path folder = boot / letter_of(slot);
  const fs::path arriving = folder.string() + std::string(unfinished_ending);
  for (const fs::path& old : {folder, arriving})
    fs::remove_all(old, error);
  fs::create_directory(arriving, error);
  if (error)
    return Failure{error == std::errc::no_space_on_device ? Refusal::NoSpace : Refusal::Unavailable,
                   arriving.string() + ": " + error.message()};
  // What it says is of no use: it complains about owners, which FAT does not have. The sums judge.
  const auto read =
      run_child({reader, "-R", "rdump " + std::string(boot_files_name) + " " + arriving.string(),
                 partition.string()},
                {}, reading_time);
  if (!read)
    return read.failure();
  const fs::path came = arriving / fs::path(boot_files_name).filename();
  if (auto synced = bring_to_disk(arriving); !synced)
    return synced.failure();
  if (auto whole = check_sums(came, boot); !whole)
    return whole.failure();
  auto line = files.read(came / "command-line", command_line_limit);
  if (!line)
    return line.failure();
  line->resize(std::min(line->size(), line->find('\n')));
  if (auto renamed = files.rename(came, folder); !renamed)
    return renamed.failure();
  fs::remove(arriving, error);
  if (auto synced = bring_to_disk(boot); !synced)
    return synced.failure();
  return std::move(*line);
}

}  // namespace content
