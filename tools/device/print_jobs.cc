#include "tools/device/print_jobs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "content-engine/store/descriptor.h"
#include "content-engine/store/names.h"
#include "content-engine/store/print_slip.h"

namespace content {

namespace fs = std::filesystem;

namespace {

Result<std::string> read_print(const fs::path& folder, const std::string& name) {
  const fs::path file = folder / name;
  // Not through a link, and not waiting for whoever writes into a pipe.
  const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat about {};
  struct stat owner {};
  if (in.number() < 0 || ::fstat(in.number(), &about) != 0 || ::stat(folder.c_str(), &owner) != 0)
    return Failure{errno == ENOENT ? Refusal::NotFound : Refusal::Untrusted,
                   name + ": " + std::strerror(errno)};
  if (!S_ISREG(about.st_mode) || about.st_nlink != 1 || about.st_uid != owner.st_uid)
    return Failure{Refusal::Untrusted, name + ": no file of the kiosk's own"};
  if (about.st_size > print_job_limit)
    return Failure{Refusal::TooLarge, name + ": too large"};
  std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t some = ::read(in.number(), bytes.data() + got, bytes.size() - got);
    if (some <= 0)
      break;
    got += static_cast<std::size_t>(some);
  }
  if (got < bytes.size() || !bytes.starts_with("%PDF-"))
    return Failure{Refusal::Malformed, name + ": no PDF"};
  if (!job_of_print_name(name))
    return Failure{Refusal::Malformed, name + ": no print job's name"};
  return bytes;
}

}  // namespace

Result<std::vector<std::string>> waiting_prints(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (std::string name = at->path().filename().string(); name.ends_with(print_job_ending))
      names.push_back(std::move(name));
  if (error)
    return Failure{Refusal::NotFound, folder.string() + ": " + error.message()};
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::string> take_print(const fs::path& folder, const std::string& name) {
  auto bytes = read_print(folder, name);
  std::error_code error;
  fs::remove_all(folder / name, error);  // a link itself, not what it leads to
  if (error)
    return Failure{Refusal::Unavailable, name + ": " + error.message()};
  return bytes;
}

}  // namespace content
