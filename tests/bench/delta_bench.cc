// What an edition costs on its way: whole and as a delta from the edition before, in bytes, seconds
// and memory. A large synthetic edition of which one row in a hundred was edited, and content/herne
// with a sentence more on one page in a hundred. A table of its own, not google-benchmark's.
//   delta-bench [MEGABYTES]
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "content-engine/bundle/sha256.h"
#include "content-engine/repository/delta.h"
#include "content-engine/repository/packing.h"
#include "content-engine/store/files.h"
#include "tests/bench/synthetic_edition.h"
#include "tests/fixtures/child.h"
#include "tests/fixtures/temporary_folder.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string bytes_of(const fs::path& file) {
  auto bytes = read_file(file, INT32_MAX);
  if (!bytes)
    throw std::runtime_error(bytes.failure().message);
  return std::move(*bytes);
}

// kB in a line of /proc/PID/status; 0 once it has ended.
long status_number(pid_t process, const std::string& label) {
  std::ifstream in("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(label))
      return std::atol(line.c_str() + label.size());
  return 0;
}

pid_t child_of(pid_t process) {
  std::ifstream in("/proc/" + std::to_string(process) + "/task/" + std::to_string(process) +
                   "/children");
  pid_t child = 0;
  in >> child;
  return child;
}

struct Applied {
  double seconds = 0;
  long anonymous = 0;  // kB, most at once, of the process that unpacks
};

// In a program of its own, which unpacks in a child as the device program does.
Applied apply(const fs::path& packed, const fs::path& base, const fs::path& result,
              const fs::path& to) {
  const auto start = Clock::now();
  Child device({fs::read_symlink("/proc/self/exe").string(), "--apply", packed.string(),
                base.string(), std::to_string(fs::file_size(result)),
                *sha256_of_file(result, INT32_MAX), to.string()});
  Applied applied;
  pid_t unpacking = 0;
  while (!device.ended()) {
    if (unpacking == 0)
      unpacking = child_of(device.id());
    if (unpacking != 0)
      applied.anonymous = std::max(applied.anonymous, status_number(unpacking, "RssAnon:"));
    usleep(500);
  }
  if (device.wait() != 0 || bytes_of(to) != bytes_of(result))
    throw std::runtime_error("it does not unpack to the edition");
  applied.seconds = seconds_since(start);
  return applied;
}

void report(const char* what, const fs::path& before, const fs::path& after) {
  const TemporaryFolder folder;
  const std::string base = bytes_of(before), bundle = bytes_of(after);
  auto start = Clock::now();
  const std::string whole = pack(bundle, {}, Packing::Thorough);
  const double whole_time = seconds_since(start);
  start = Clock::now();
  const std::string delta = pack(bundle, base, Packing::Thorough);
  const double delta_time = seconds_since(start);
  std::ofstream(folder / "whole", std::ios::binary) << whole;
  std::ofstream(folder / "delta", std::ios::binary) << delta;
  const Applied by_whole = apply(folder / "whole", "", after, folder / "a");
  const Applied by_delta = apply(folder / "delta", before, after, folder / "b");
  const auto share = [&](std::size_t of) {
    return 100.0 * static_cast<double>(delta.size()) / static_cast<double>(of);
  };
  std::printf("%s\n", what);
  std::printf("  bundle               %11zu bytes\n", bundle.size());
  std::printf("  whole, packed        %11zu bytes  made in %6.1f s  unpacked in %5.2f s, %ld kB\n",
              whole.size(), whole_time, by_whole.seconds, by_whole.anonymous);
  std::printf("  delta                %11zu bytes  made in %6.1f s  unpacked in %5.2f s, %ld kB\n",
              delta.size(), delta_time, by_delta.seconds, by_delta.anonymous);
  std::printf("  delta, of the bundle %10.2f %%    of the packed whole %.2f %%\n",
              share(bundle.size()), share(whole.size()));
}

void build_town(const fs::path& town, const fs::path& bundle) {
  if (Child({BINARY_DIR "/bin/wegweiser-content", "build", town.string(), "-o", bundle.string(),
             "--today", "2026-11-23", "--json"})
          .wait() != 0)
    throw std::runtime_error(town.string() + " does not build");
}

// A sentence more on one page in a hundred, on one at least.
void edit_town(const fs::path& town) {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::recursive_directory_iterator(town / "topics"))
    if (entry.path().filename() == "de.md")
      pages.push_back(entry.path());
  std::sort(pages.begin(), pages.end());
  for (std::size_t at = 0; at < std::max<std::size_t>(1, pages.size() / 100); ++at)
    std::ofstream(pages[at], std::ios::app) << "\nFragen Sie im Rathaus nach.\n";
}

int run(int megabytes) {
  const TemporaryFolder folder;
  SyntheticEdition edition(SOURCE_DIR "/content/herne", megabytes);
  edition.build(folder / "before");
  edition.edit();
  edition.build(folder / "after");
  std::printf("%zu texts, %zu pictures, full-text index; %llu bytes of new pictures\n",
              edition.texts(), edition.pictures(),
              static_cast<unsigned long long>(edition.new_picture_bytes));
  report("synthetic, one row in a hundred edited, built anew", folder / "before", folder / "after");
  fs::copy(SOURCE_DIR "/content/herne", folder / "herne", fs::copy_options::recursive);
  build_town(folder / "herne", folder / "herne-before");
  edit_town(folder / "herne");
  build_town(folder / "herne", folder / "herne-after");
  report("content/herne, a sentence more on one page in a hundred", folder / "herne-before",
         folder / "herne-after");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 6 && words[0] == "--apply")
      return unpack_bundle(words[1], words[2], std::strtoull(words[3].c_str(), nullptr, 10),
                           words[4], words[5])
                 ? 0
                 : 1;
    return run(words.empty() ? 50 : std::atoi(words[0].c_str()));
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "delta-bench: %s\n", failure.what());
    return 1;
  }
}
