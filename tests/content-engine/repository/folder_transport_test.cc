#include "content-engine/repository/folder_transport.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/fixtures/temporary_folder.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

struct Stick {
  TemporaryFolder place;
  fs::path folder = place / "stick", secret = place / "secret", to = place / "taken";
  FolderTransport transport{folder};

  Stick() {
    fs::create_directories(folder / "a");
    put(secret, "not on the stick");
    put(folder / "file", "a file");
    put(folder / "a" / "deep file", "deep");
  }
  static void put(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
  }
  static std::string contents(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
  }
  Refusal refusal(const std::string& name) {
    const auto fetched = transport.fetch(name, 100);
    return fetched ? Refusal::Invalid : fetched.failure().refusal;
  }
};

}  // namespace

TEST_CASE("files below the folder are read, by their name or its encoding") {
  Stick stick;
  CHECK(*stick.transport.fetch("file", 100) == "a file");
  CHECK(*stick.transport.fetch("a/deep%20file", 100) == "deep");
  Stick::put(stick.folder / "1.a%2Fb.json", "as a server had it");
  CHECK(*stick.transport.fetch("1.a%2Fb.json", 100) == "as a server had it");
  CHECK(stick.refusal("none") == Refusal::NotFound);
  CHECK(stick.refusal("none/none") == Refusal::NotFound);
}

TEST_CASE("no name leads outside the folder") {
  Stick stick;
  using std::string_literals::operator""s;
  for (const std::string& name :
       {"../secret"s, "a/../../secret"s, "..%2Fsecret"s, "%2E%2E/secret"s, "/etc/passwd"s,
        "%2Fetc%2Fpasswd"s, ""s, "."s, ".."s, "a//deep file"s, "./file"s, "a/"s, "..\0/secret"s,
        "..%00/secret"s, "file\0"s})
    CHECK_MESSAGE(
        (stick.refusal(name) == Refusal::Untrusted || stick.refusal(name) == Refusal::NotFound),
        name);
}

TEST_CASE("links are not followed, wherever they lead") {
  Stick stick;
  fs::create_symlink(stick.secret, stick.folder / "link");
  fs::create_symlink("file", stick.folder / "inner");
  fs::create_directory_symlink(stick.place.path(), stick.folder / "out");
  CHECK(stick.refusal("link") == Refusal::Untrusted);
  CHECK(stick.refusal("inner") == Refusal::Untrusted);
  CHECK_FALSE(stick.transport.fetch("out/secret", 100));
  CHECK_FALSE(stick.transport.download("link", 16, stick.to, {}));
}

TEST_CASE("only ordinary files are read: no folder, no pipe, no device") {
  Stick stick;
  REQUIRE(mkfifo((stick.folder / "pipe").c_str(), 0600) == 0);
  CHECK(stick.refusal("pipe") == Refusal::Untrusted);
  CHECK(stick.refusal("a") == Refusal::Untrusted);
  CHECK(stick.refusal("file/deeper") != Refusal::Invalid);
}

TEST_CASE("more than the limit is not read, a sparse file of 64 GB neither") {
  Stick stick;
  CHECK(stick.transport.fetch("file", 6));
  CHECK(stick.transport.fetch("file", 5).failure().refusal == Refusal::TooLarge);
  Stick::put(stick.folder / "huge", "");
  std::error_code error;
  fs::resize_file(stick.folder / "huge", std::uintmax_t{64} << 30, error);
  REQUIRE_FALSE(error);
  CHECK(stick.transport.fetch("huge", 16'384).failure().refusal == Refusal::TooLarge);
  CHECK(stick.transport.download("huge", 100'000, stick.to, {}).failure().refusal ==
        Refusal::TooLarge);
  CHECK(fs::file_size(stick.to) == 100'000);
}

TEST_CASE("a download goes on where the last one stopped") {
  Stick stick;
  const std::string bytes(700'000, 'x');
  Stick::put(stick.folder / "big", bytes);
  int calls = 0;
  const auto stopped = stick.transport.download("big", bytes.size(), stick.to,
                                                [&](std::uint64_t) { return ++calls < 2; });
  CHECK(stopped.failure().refusal == Refusal::Unavailable);
  const auto half = fs::file_size(stick.to);
  CHECK(half > 0);
  CHECK(half < bytes.size());
  std::uint64_t first = 0;
  REQUIRE(stick.transport.download("big", bytes.size(), stick.to, [&](std::uint64_t done) {
    first = first == 0 ? done : first;
    return true;
  }));
  CHECK(first > half);
  CHECK(Stick::contents(stick.to) == bytes);
}

TEST_CASE("a file that is shorter or longer than signed is not the file") {
  Stick stick;
  const auto done = stick.transport.download("file", 7, stick.to, {});
  CHECK(done.failure().refusal == Refusal::Untrusted);
  fs::remove(stick.to);
  CHECK(stick.transport.download("file", 5, stick.to, {}).failure().refusal == Refusal::TooLarge);
  CHECK(fs::file_size(stick.to) == 5);
}

TEST_CASE("a stick that is gone is unavailable, not empty") {
  FolderTransport gone("/nowhere/at/all");
  CHECK(gone.fetch("file", 10).failure().refusal == Refusal::Unavailable);
  CHECK(gone.description() == "/nowhere/at/all");
}
