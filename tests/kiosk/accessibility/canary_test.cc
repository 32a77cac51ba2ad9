// Five hundred visitors, each with a word of her own that nobody else would type.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <random>
#include <string>

#include "content-engine/store/files.h"
#include "kiosk/accessibility/examine.h"
#include "kiosk/counting.h"
#include "tests/fixtures/temporary_folder.h"
#include "tests/kiosk/screens/stage.h"
#include "tools/tried_shell.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr int visitors = 500;

class Visits final {
 public:
  explicit Visits(Stage& stage) : tried_(stage.library, *stage.text, stage.moment) {}

  TriedShell& tried() { return tried_; }

  // Types, looks at what was found or at something else, and goes or walks away.
  void visit(const std::string& word) {
    press(some(2) == 0 ? "language:de" : "language:tr");
    press("bar:search");
    tried_.strike({EventKind::Text, {}, word});
    REQUIRE(tried_.session().typing.text == word);
    if (some(2) == 0)
      press_any();
    if (some(4) == 0)
      tried_.wait(5min);
    else
      press("bar:leave-now");
    tried_.wait(5min);
  }

 private:
  long some(long below) { return std::uniform_int_distribution<long>(0, below - 1)(random_); }

  void press(const std::string& key) {
    tried_.wait(500ms);
    if (tried_.key(key) != nullptr)
      tried_.touch(tried_.middle(key));
  }

  void press_any() {
    const auto keys = keys_on_top(tried_.scene().root);
    press(keys[static_cast<std::size_t>(some(std::ssize(keys)))]->name);
  }

  TriedShell tried_;
  std::mt19937_64 random_{500};
};

}  // namespace

TEST_SUITE("canary") {
  TEST_CASE("of what 500 visitors typed nothing is left, in no file and no state [R34]") {
    Stage stage;
    TemporaryFolder folder;
    content::DiskFiles files;
    Counting counting(files, folder.path(), Instant{0});
    Visits visits(stage);
    const Scene cold = visits.tried().scene();
    std::size_t searches = 0;
    for (int visitor = 0; visitor < visitors; ++visitor) {
      visits.visit("kanarie" + std::to_string(visitor));
      const TriedShell& tried = visits.tried();
      REQUIRE(tried.shell().vacant());
      REQUIRE(tried.session() == Session{});
      REQUIRE(tried.shell().view().keys == KeyState{});
      REQUIRE(tried.scene() == cold);
      const auto doings = visits.tried().take_doings();
      for (const content::Doing& doing : doings)
        searches += doing.deed == content::Deed::SearchMiss ? 1U : 0U;
      counting.take({.moment = stage.moment, .doings = doings}, stage.library, Instant{0});
    }
    CHECK(searches > visitors / 2);
    counting.write(stage.moment.today);
    int read = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
      const auto bytes = content::read_file(entry.path(), 1 << 20);
      REQUIRE(bytes);
      CHECK(bytes->find("kanarie") == std::string::npos);
      CHECK(entry.path().string().find("kanarie") == std::string::npos);
      ++read;
    }
    CHECK(read > 0);
  }
}
