// tuf-client: our updater behind the command line that public TUF test suites drive.
//
//   tuf-client --metadata-dir D init ROOT_FILE
//   tuf-client --metadata-url U --metadata-dir D refresh
//   tuf-client --metadata-url U --metadata-dir D --target-name N [--target-name N …]
//              --target-dir T --target-base-url B download
//
// Exit status 0: all that was asked for is done; 1: anything else. D holds what is trusted now,
// byte for byte; T the verified targets alone. The time is the system clock's at the start; there
// is no floor of time here, and http:// is allowed: both are the device program's business.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>

#include "content-engine/repository/encoded_name.h"
#include "content-engine/repository/folder_transport.h"
#include "content-engine/repository/https_transport.h"
#include "content-engine/repository/updater.h"
#include "content-engine/store/files.h"
#include "tools/arguments.h"

using namespace content;
namespace fs = std::filesystem;

static Result<std::unique_ptr<Transport>> open_transport(const std::string& url) {
  constexpr std::string_view scheme = "file://";
  if (!url.starts_with(scheme)) {
    auto web = HttpsTransport::open(
        url, {.plain_http = PlainHttp::Allowed, .user_agent = "wegweiser-tuf-client"});
    if (!web)
      return web.failure();
    return std::unique_ptr<Transport>(std::move(*web));
  }
  // Of file://HOST/PATH only this machine is meant.
  const std::string path = url.substr(std::min(url.find('/', scheme.size()), url.size()));
  std::error_code error;
  const bool literal = fs::is_directory(path, error);
  return std::unique_ptr<Transport>(
      std::make_unique<FolderTransport>(literal ? path : decode_name(path)));
}

static Result<Done> download(Updater& updater, const Arguments& arguments) {
  const auto folder = arguments.value("--target-dir");
  const auto names = arguments.values("--target-name");
  if (!folder || names.empty())
    return Failure{Refusal::Invalid, "download needs --target-name and --target-dir"};
  for (const auto& name : names) {
    const auto target = updater.find_target(name);
    if (!target)
      return target.failure();
    if (auto file = updater.download(name, *target, *folder, {}); !file)
      return file.failure();
  }
  return Done{};
}

static Result<Done> run(const Arguments& arguments) {
  if (arguments.mistake())
    return Failure{Refusal::Invalid, arguments.mistake()->english};
  const auto& words = arguments.positional();
  const std::string command = words.empty() ? "" : words.front();
  const auto folder = arguments.value("--metadata-dir");
  if (!folder)
    return Failure{Refusal::Invalid, "--metadata-dir is missing"};
  const UpdaterPaths paths{*folder};
  if (command == "init" && words.size() == 2) {
    const auto root = read_file(words[1], root_limit);
    return root ? Updater::trust_root(paths, *root) : root.failure();
  }
  if ((command != "refresh" && command != "download") || words.size() != 1)
    return Failure{Refusal::Invalid, "init ROOT_FILE, refresh or download; nothing else"};
  const auto url = arguments.value("--metadata-url");
  const auto base = arguments.value("--target-base-url");
  if (!url || (command == "download" && !base))
    return Failure{Refusal::Invalid, "--metadata-url or --target-base-url is missing"};
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto metadata = open_transport(*url);
  if (!metadata)
    return metadata.failure();
  const auto targets = open_transport(base.value_or(*url));
  if (!targets)
    return targets.failure();
  Updater updater(paths, **metadata, **targets,
                  UtcTime{std::chrono::duration_cast<std::chrono::seconds>(now).count()});
  if (auto fresh = updater.refresh(); !fresh)
    return fresh;
  return command == "download" ? download(updater, arguments) : Result<Done>(Done{});
}

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  try {
    const auto done =
        run(Arguments::parse(command_line(argc, argv), {{.name = "--metadata-url"},
                                                        {.name = "--metadata-dir"},
                                                        {.name = "--target-name"},
                                                        {.name = "--target-dir"},
                                                        {.name = "--target-base-url"}}));
    if (done)
      return 0;
    std::fprintf(stderr, "tuf-client: %s\n", done.failure().message.c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "tuf-client: %s\n", error.what());
  }
  return 1;
}
