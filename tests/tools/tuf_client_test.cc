// The conformance program from the outside: its command line, its exit statuses, what it leaves in
// its two folders, and its clock.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/fixtures/http_server.h"
#include "tests/fixtures/simulated_repository.h"
#include "tests/fixtures/temporary_folder.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Client final {
 public:
  Client() {
    fs::create_directory(metadata);
    fs::create_directory(targets);
    // faketime comes before the sanitizers' runtime.
    const char* options = std::getenv("ASAN_OPTIONS");
    setenv("ASAN_OPTIONS",
           (std::string(options == nullptr ? "" : options) + ":verify_asan_link_order=0").c_str(),
           1);
  }

  // Exit status of the program with these words; -1 when it died otherwise.
  int run(const std::string& words) const {
    const std::string command = "TZ=UTC faketime '" + clock +
                                "' timeout 60 " BINARY_DIR "/bin/tuf-client " + words + " 2>'" +
                                (folder / "stderr").string() + "'";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string said() const { return contents(folder / "stderr"); }
  int init(const std::string& root) const {
    std::ofstream(folder / "given", std::ios::binary) << root;
    return run("--metadata-dir " + metadata.string() + " init " + (folder / "given").string());
  }
  int refresh(const std::string& base) const {
    return run("--metadata-url '" + base + "metadata/' --metadata-dir " + metadata.string() +
               " refresh");
  }
  int download(const std::string& base, const std::vector<std::string>& names) const {
    std::string words = "--metadata-url '" + base + "metadata' --metadata-dir " + metadata.string();
    for (const auto& name : names)
      words += " --target-name '" + name + "'";
    return run(words + " --target-dir " + targets.string() + " --target-base-url '" + base +
               "targets' download");
  }

  TemporaryFolder folder;
  fs::path metadata = folder / "metadata", targets = folder / "targets";
  std::string clock = "2027-01-15 08:00:00";  // SimulatedRepository::now
};

}  // namespace

TEST_CASE("init plants the root byte for byte and asks nobody") {
  SimulatedRepository repository;
  const Client client;
  CHECK(client.init(repository.metadata("root")) == 0);
  CHECK(contents(client.metadata / "root.json") == repository.metadata("root"));
  CHECK(names_in(client.metadata) == std::vector<std::string>{"root.json"});
}

TEST_CASE("refresh and download leave what is trusted, and the targets alone") {
  SimulatedRepository repository;
  repository.delegate("targets", {.role = "events/may", .paths = {"events/*"}});
  repository.add_target("edition", "an edition");
  repository.add_target("events/dance with (me) #1", "a dance", "events/may");
  repository.publish();
  HttpServer server(serving(repository.files));
  const Client client;
  REQUIRE(client.init(repository.metadata("root")) == 0);
  CHECK(client.refresh(server.address()) == 0);
  REQUIRE(server.requests.size() == 4);
  CHECK(server.requests[0].path == "/metadata/2.root.json");
  CHECK(server.requests[3].path == "/metadata/1.targets.json");
  for (const char* role : {"root", "timestamp", "snapshot", "targets"})
    CHECK(contents(client.metadata / (std::string(role) + ".json")) == repository.metadata(role));

  server.requests.clear();
  CHECK(client.download(server.address(), {"edition", "events/dance with (me) #1"}) == 0);
  std::vector<std::string> asked;
  for (const auto& request : server.requests)
    asked.push_back(request.path);
  CHECK(asked ==
        std::vector<std::string>{
            "/metadata/2.root.json", "/metadata/timestamp.json",
            "/targets/" + sha256_hex("an edition") + ".edition", "/metadata/1.events%2Fmay.json",
            "/targets/events/" + sha256_hex("a dance") + ".dance%20with%20%28me%29%20%231"});
  CHECK(names_in(client.targets).size() == 2);
  CHECK(names_in(client.metadata) == std::vector<std::string>{"events%2Fmay.json", "root.json",
                                                              "snapshot.json", "targets.json",
                                                              "timestamp.json"});
  server.requests.clear();
  CHECK(client.download(server.address(), {"edition"}) == 0);
  CHECK(server.requests.size() == 2);
}

TEST_CASE("the first name that fails ends a download with 1, and leaves nothing half") {
  SimulatedRepository repository;
  repository.add_target("a", "first");
  repository.add_target("b", "second");
  repository.add_target("c", "third");
  repository.publish();
  repository.files["targets/" + sha256_hex("second") + ".b"] = "SECOND";
  HttpServer server(serving(repository.files));
  const Client client;
  REQUIRE(client.init(repository.metadata("root")) == 0);
  CHECK(client.download(server.address(), {"a", "b", "c"}) == 1);
  CHECK(names_in(client.targets) == std::vector<std::string>{"a"});
  CHECK(client.said().find("not the file that was signed") != std::string::npos);
  CHECK(client.download(server.address(), {"unknown"}) == 1);
}

TEST_CASE("the clock is the system's, through the C library") {
  SimulatedRepository repository;
  HttpServer server(serving(repository.files));
  Client client;
  REQUIRE(client.init(repository.metadata("root")) == 0);
  client.clock = "2027-02-14 07:59:00";
  CHECK(client.refresh(server.address()) == 0);
  client.clock = "2027-02-14 08:00:01";
  CHECK(client.refresh(server.address()) == 1);
  CHECK(client.said().find("expired") != std::string::npos);
  client.clock = "2025-02-09 12:00:00";
  CHECK(client.refresh(server.address()) == 0);
}

TEST_CASE("file:// is a repository as well, encoded or not, and nobody there is a failure") {
  SimulatedRepository repository;
  repository.add_target("edition", "an edition");
  repository.publish();
  const Client client;
  const fs::path place = client.folder / "a repository [1]";
  for (const auto& [name, bytes] : repository.files) {
    fs::create_directories((place / name).parent_path());
    std::ofstream(place / name, std::ios::binary) << bytes;
  }
  REQUIRE(client.init(repository.metadata("root")) == 0);
  CHECK(client.refresh("file://" + place.string() + "/") == 0);
  const std::string encoded =
      "file://" + client.folder.path().string() + "/a%20repository%20%5B1%5D/";
  CHECK(client.download(encoded, {"edition"}) == 0);
  CHECK(contents(client.targets / "edition") == "an edition");
  CHECK(client.refresh("file:///nowhere/") == 1);
  CHECK(client.refresh("http://127.0.0.1:1/") == 1);
}

TEST_CASE("wrong usage is 1 as well, whatever it is") {
  const Client client;
  const std::string folder = " --metadata-dir " + client.metadata.string();
  for (const std::string& words :
       {std::string(), std::string("--help"), std::string("refresh"), folder, folder + " init",
        folder + " init /nowhere", folder + " refresh", folder + " unknown",
        folder + " --metadata-url gopher://x refresh", folder + " --metadata-url",
        folder + " init /",
        folder + " --metadata-url http://127.0.0.1:1/ --target-name x download"})
    CHECK_MESSAGE(client.run(words) == 1, words);
  CHECK(fs::is_empty(client.metadata));
}
