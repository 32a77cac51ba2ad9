// keys and publish as an editor runs them, and a kiosk's client that takes what came of it.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/fixtures/temporary_folder.h"

namespace fs = std::filesystem;

namespace {

struct Ran {
  int status = -1;
  std::string out, err;
};

std::string slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// "2027-01-31"
std::string day_from_now(int days) {
  const std::time_t then = std::time(nullptr) + std::time_t{days} * 86'400;
  std::tm utc{};
  ::gmtime_r(&then, &utc);
  std::array<char, 16> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &utc);
  return text.data();
}

// A desk with a town, keys and a repository in a folder of its own.
class Desk {
 public:
  Desk() {
    std::ofstream(at("passphrase")) << "correct horse battery\n";
    fs::permissions(at("passphrase"), fs::perms::owner_read | fs::perms::owner_write);
  }

  std::string at(const std::string& name) const { return (folder_ / name).string(); }

  Ran run(const std::string& program, const std::string& words) const {
    const std::string command = "LC_ALL=C " BINARY_DIR "/bin/" + program + " " + words +
                                " </dev/null >" + at("out") + " 2>" + at("err");
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), slurp(at("out")), slurp(at("err"))};
  }
  Ran content(const std::string& words) const { return run("wegweiser-content", words); }
  // With keys and passphrase.
  Ran signing(const std::string& words) const {
    return content(words + " --keys " + at("keys") + " --passphrase-file " + at("passphrase"));
  }
  Ran publish(const std::string& bundle, const std::string& more = "") const {
    return signing("publish " + at(bundle) + " --repository " + at("repository") + " " + more);
  }
  // The town with another day, as a bundle. Building is what takes long here: once for each day.
  void build(const std::string& bundle, const std::string& day) const {
    static const TemporaryFolder built;
    const fs::path kept = built / day;
    if (!fs::exists(kept)) {
      fs::copy(SOURCE_DIR "/tests/fixtures/town", at("town"), fs::copy_options::recursive);
      std::string ini = slurp(at("town/town.ini"));
      const std::string was = "edition = 2026-03-02";
      ini.replace(ini.find(was), was.size(), "edition = " + day);
      std::ofstream(at("town/town.ini")) << ini;
      const std::string words = "build " + at("town") + " -o " + kept.string();
      REQUIRE(content(words + " --today 2026-03-02").status == 0);
      fs::remove_all(at("town"));
    }
    fs::copy_file(kept, at(bundle));
  }
  // A kiosk's client that was given 1.root.json.
  Ran refresh() const {
    if (!fs::exists(at("trust"))) {
      fs::create_directory(at("trust"));
      REQUIRE(run("tuf-client", "--metadata-dir " + at("trust") + " init " +
                                    at("repository/metadata/1.root.json"))
                  .status == 0);
    }
    return run("tuf-client", "--metadata-url file://" + at("repository/metadata") +
                                 " --metadata-dir " + at("trust") + " refresh");
  }
  nlohmann::json trusted(const std::string& role) const {
    return nlohmann::json::parse(slurp(at("trust/" + role + ".json")))["signed"];
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("keys new, publish, and a client that takes the edition, whole and as a delta") {
  Desk desk;
  const Ran made = desk.signing("keys new");
  CAPTURE(made.err);
  REQUIRE(made.status == 0);
  CHECK(made.out.find("safe of its own") != std::string::npos);
  desk.build("one.bundle", "2026-03-02");
  desk.build("two.bundle", "2026-03-03");
  REQUIRE(desk.publish("one.bundle").status == 0);
  REQUIRE(desk.refresh().status == 0);
  const Ran second = desk.publish("two.bundle", "--json");
  REQUIRE(second.status == 0);
  const auto said = nlohmann::json::parse(second.out);
  CHECK(said["outcome"] == "published");
  CHECK(said["sequence"] == 2);
  CHECK(said["deltas"].size() == 1);
  REQUIRE(desk.refresh().status == 0);
  CHECK(desk.trusted("timestamp")["version"] == 2);
  CHECK(desk.trusted("timestamp").contains("x-wegweiser-signed-at"));
  fs::create_directory(desk.at("got"));
  for (const char* name : {"bundles/2-2026-03-03.zst", "deltas/1-2.zst"})
    CHECK(desk.run("tuf-client", "--metadata-url file://" + desk.at("repository/metadata") +
                                     " --metadata-dir " + desk.at("trust") + " --target-name " +
                                     name + " --target-dir " + desk.at("got") +
                                     " --target-base-url file://" + desk.at("repository/targets") +
                                     " download")
              .status == 0);
  const Ran again = desk.publish("two.bundle");
  CHECK(again.status == 0);
  CHECK(again.out.find("was published before: number 2") != std::string::npos);
}

TEST_CASE("root keys are not needed for publishing, and are asked for by a rotation") {
  Desk desk;
  REQUIRE(desk.signing("keys new --root-keys 2 --root-threshold 2").status == 0);
  desk.build("one.bundle", "2026-03-02");
  // Two safes.
  int safe = 0;
  for (const auto& key : fs::directory_iterator(desk.at("keys/offline"))) {
    const std::string folder = desk.at("safe" + std::to_string(++safe));
    fs::create_directory(folder);
    fs::rename(key.path(), fs::path(folder) / key.path().filename());
  }
  REQUIRE(desk.publish("one.bundle").status == 0);
  REQUIRE(desk.refresh().status == 0);

  const Ran half = desk.signing("keys rotate targets --offline " + desk.at("safe1"));
  CHECK(half.status == 1);
  CHECK(half.out.find("1 signatures of keys so far and 1 of new keys are missing") !=
        std::string::npos);
  CHECK(desk.signing("keys rotate targets").err.find("still waits for signatures") !=
        std::string::npos);
  const Ran whole = desk.signing("keys sign --offline " + desk.at("safe2"));
  CAPTURE(whole.err);
  REQUIRE(whole.status == 0);
  CHECK_FALSE(fs::exists(desk.at("keys/2.root.draft")));

  REQUIRE(desk.signing("repository renew " + desk.at("repository")).status == 0);
  REQUIRE(desk.refresh().status == 0);
  CHECK(desk.trusted("root")["version"] == 2);
  CHECK(desk.content("keys list --keys " + desk.at("keys")).out.find("replaced; delete after") !=
        std::string::npos);
}

TEST_CASE("new root keys are believed because old ones signed, and a kiosk that slept catches up") {
  Desk desk;
  REQUIRE(desk.signing("keys new --root-keys 1 --root-threshold 1").status == 0);
  desk.build("one.bundle", "2026-03-02");
  REQUIRE(desk.publish("one.bundle").status == 0);
  REQUIRE(desk.refresh().status == 0);
  REQUIRE(desk.signing("keys rotate root --root-keys 3 --root-threshold 2").status == 0);
  REQUIRE(desk.signing("keys rotate timestamp").status == 0);
  REQUIRE(desk.signing("keys rotate snapshot").status == 0);
  desk.build("two.bundle", "2026-03-03");
  REQUIRE(desk.publish("two.bundle").status == 0);
  const Ran refreshed = desk.refresh();
  CAPTURE(refreshed.err);
  REQUIRE(refreshed.status == 0);
  CHECK(desk.trusted("root")["version"] == 4);
  CHECK(desk.trusted("root")["roles"]["root"]["threshold"] == 2);
}

TEST_CASE("nonsense is not published, unless an editor says that it is meant") {
  Desk desk;
  REQUIRE(desk.signing("keys new").status == 0);
  desk.build("one.bundle", "2026-03-02");
  desk.build("two.bundle", "2026-03-03");
  REQUIRE(desk.publish("two.bundle").status == 0);
  const Ran older = desk.publish("one.bundle");
  CHECK(older.status == 1);
  CHECK(older.out.find("[publish-older]") != std::string::npos);
  const Ran meant = desk.publish("one.bundle", "--allow publish-older --json");
  CHECK(meant.status == 0);
  CHECK(nlohmann::json::parse(meant.out)["sequence"] == 2);
  CHECK(desk.publish("one.bundle", "--rollout 10").status == 1);
  desk.build("later.bundle", "2126-03-03");
  CHECK(desk.publish("later.bundle").out.find("[publish-tomorrow]") != std::string::npos);
  std::ofstream(desk.at("none.bundle")) << "no bundle";
  CHECK(desk.publish("none.bundle").status == 2);
  REQUIRE(desk.refresh().status == 0);
  CHECK(desk.trusted("timestamp")["version"] == 2);
}

TEST_CASE("a stick carries what was published, checks clean, and the rest of it stays") {
  Desk desk;
  REQUIRE(desk.signing("keys new").status == 0);
  desk.build("one.bundle", "2026-03-02");
  desk.build("two.bundle", "2026-03-03");
  REQUIRE(desk.publish("one.bundle").status == 0);
  REQUIRE(desk.publish("two.bundle").status == 0);
  fs::create_directory(desk.at("stick"));
  std::ofstream(desk.at("stick/letter.txt")) << "mine";
  const std::string words = "stick " + desk.at("repository") + " " + desk.at("stick");
  const Ran written = desk.signing(words);
  CAPTURE(written.err);
  REQUIRE(written.status == 0);
  CHECK(written.out.find("edition 2026-03-03, number 2") != std::string::npos);
  CHECK(slurp(desk.at("stick/letter.txt")) == "mine");
  const Ran checked = desk.content("repository check " + desk.at("stick/wegweiser"));
  CHECK(checked.out == "0 errors, 0 warnings\n");
  CHECK(checked.status == 0);
  CHECK(desk.content("repository check " + desk.at("repository")).status == 0);

  for (const auto& bundle : fs::directory_iterator(desk.at("stick/wegweiser/targets/bundles")))
    std::ofstream(bundle.path()) << "rust";
  const Ran damaged = desk.content("repository check " + desk.at("stick/wegweiser") + " --json");
  CHECK(damaged.status == 1);
  CHECK(nlohmann::json::parse(damaged.out)["findings"][0]["rule"] == "target-damaged");
  REQUIRE(desk.signing(words).status == 0);
  CHECK(desk.content("repository check " + desk.at("stick/wegweiser")).status == 0);

  CHECK(desk.signing("stick " + desk.at("repository")).err.find("a repository and a stick") !=
        std::string::npos);
  CHECK(desk.signing(words + " --from new").err.find("number of an edition") != std::string::npos);
  CHECK(desk.signing(words + "/none").err.find("is the stick mounted?") != std::string::npos);
  CHECK(desk.signing("stick " + desk.at("repository") + " " + desk.at("repository"))
            .err.find("the same folder") != std::string::npos);
  CHECK(desk.content("repository check /nowhere").status == 2);
}

TEST_CASE("wrong keys, passphrases and words are said, and nothing is written") {
  Desk desk;
  desk.build("one.bundle", "2026-03-02");
  CHECK(desk.publish("one.bundle").err.find("no keys in") != std::string::npos);
  REQUIRE(desk.signing("keys new").status == 0);
  CHECK(desk.signing("keys new").err.find("keys rotate makes new ones") != std::string::npos);
  std::ofstream(desk.at("passphrase")) << "another horse battery\n";
  CHECK(desk.publish("one.bundle").err.find("no passphrase opened") != std::string::npos);
  CHECK_FALSE(fs::exists(desk.at("repository/metadata/timestamp.json")));
  fs::permissions(desk.at("passphrase"), fs::perms::all);
  CHECK(desk.publish("one.bundle").err.find("can be read by others") != std::string::npos);
  std::ofstream(desk.at("passphrase")) << "short\n";
  fs::permissions(desk.at("passphrase"), fs::perms::owner_all);
  CHECK(desk.signing("keys rotate targets").err.find("at least 12 characters") !=
        std::string::npos);
  for (const auto& [words, said] :
       {std::pair("publish", "publish needs one bundle"),
        std::pair("publish x --repository y --rollout 101", "--rollout is 0 to 100"),
        std::pair("publish x --repository y --needs-program new", "such as 0.2.0"),
        std::pair("publish x --repository y --allow all", "--allow knows publish-older"),
        std::pair("publish /nowhere --repository y", "/nowhere"),
        std::pair("keys", "keys new, keys list"), std::pair("keys rotate mirrors", "nothing else"),
        std::pair("keys new --root-keys 1 --root-threshold 2", "--root-keys is 1 to 20"),
        std::pair("repository", "repository check DIR")}) {
    const Ran ran = desk.content(words);
    CAPTURE(words);
    CAPTURE(ran.err);
    CHECK(ran.status == 2);
    CHECK(ran.err.find(said) != std::string::npos);
  }
}

TEST_CASE("a warning reaches the kiosk without an edition, and is taken back [R47]") {
  Desk desk;
  REQUIRE(desk.signing("keys new").status == 0);
  const std::string repository = " --repository " + desk.at("repository");
  CHECK(desk.signing("notice" + repository).status == 2);
  CHECK(desk.signing("notice --hours 999 --text de=Hallo" + repository).status == 2);
  CHECK(desk.signing("notice --hours 2 --text Hallo" + repository).status == 2);
  const Ran published = desk.signing(
      "notice --hours 2 --text 'de=Bitte gehen Sie hinaus.' --text 'tr=Dışarı "
      "çıkın.'" +
      repository);
  CAPTURE(published.err);
  REQUIRE(published.status == 0);
  for (const char* folder : {"store", "state", "exchange"})
    fs::create_directory(desk.at(folder));
  std::ofstream(desk.at("wegweiser.conf"))
      << "store = " << desk.at("store") << "\nkiosk_state = " << desk.at("state")
      << "\nexchange = " << desk.at("exchange") << "\nrepository = " << desk.at("repository")
      << "\n";
  const auto device = [&](const std::string& words) {
    return desk.run("wegweiser-device", "--settings " + desk.at("wegweiser.conf") + " " + words);
  };
  REQUIRE(device("trust " + desk.at("repository/metadata/1.root.json")).status == 0);
  CHECK(device("sync").status == 11);  // there is no edition, and the warning is here all the same
  const std::string slip = slurp(desk.at("exchange/alert"));
  CHECK(slip.find("wegweiser-alert 1\n") == 0);
  CHECK(slip.find("text.tr = Dışarı çıkın.\n") != std::string::npos);
  desk.build("one.bundle", "2026-03-02");
  REQUIRE(desk.publish("one.bundle").status == 0);  // does not take it away
  CHECK(device("sync").status == 0);
  CHECK(slurp(desk.at("exchange/alert")) == slip);
  CHECK(desk.signing("notice withdraw" + repository).status == 0);
  CHECK(device("sync").status == 0);
  CHECK_FALSE(fs::exists(desk.at("exchange/alert")));
  CHECK(desk.signing("notice withdraw" + repository).out.find("no warning") != std::string::npos);
}

TEST_CASE("a pass opens the kiosk it is for, until it is withdrawn; editions go on as before") {
  Desk desk;
  REQUIRE(desk.signing("keys new").status == 0);
  desk.build("one.bundle", "2026-03-02");
  const std::string repository = " --repository " + desk.at("repository");
  const std::string issue = "service-pass lift-1 --kiosk foyer-1 --expires " + day_from_now(30);
  CHECK(desk.signing(issue + repository).status == 2);  // there is no edition yet
  REQUIRE(desk.publish("one.bundle").status == 0);
  CHECK(desk.signing(issue + repository).err.find("keys new --role service makes one") !=
        std::string::npos);
  REQUIRE(desk.signing("keys new --role service").status == 0);
  CHECK(desk.signing("keys new --role service").status == 2);
  CHECK(desk.signing("keys list").out.find("service ") != std::string::npos);
  for (const std::string& wrong : std::vector<std::string>{
           "service-pass Lift --kiosk a --expires " + day_from_now(30),
           "service-pass ../x --kiosk a --expires " + day_from_now(30),
           "service-pass lift-1 --expires " + day_from_now(30),
           "service-pass lift-1 --kiosk a --all-kiosks --expires " + day_from_now(30),
           "service-pass lift-1 --kiosk 'a b' --expires " + day_from_now(30),
           "service-pass lift-1 --kiosk a", "service-pass lift-1 --kiosk a --expires 2020-01-01",
           "service-pass lift-1 --kiosk a --expires " + day_from_now(400),
           std::string("service-pass withdraw lift-1"), std::string("service-pass withdraw"),
           std::string("service-pass")}) {
    CAPTURE(wrong);
    CHECK(desk.signing(wrong + repository).status == 2);
  }
  const Ran issued = desk.signing(issue + repository);
  CAPTURE(issued.err);
  REQUIRE(issued.status == 0);
  const auto pass_file = desk.at("keys/passes/lift-1.json");
  CHECK((fs::status(pass_file).permissions() & fs::perms(0077)) == fs::perms::none);
  // The server has the hash and nothing that leads to the pass.
  const std::string secret = nlohmann::json::parse(slurp(pass_file))["secret"];
  for (const auto& file : fs::recursive_directory_iterator(desk.at("repository")))
    if (file.is_regular_file())
      CHECK(slurp(file.path()).find(secret) == std::string::npos);
  CHECK(desk.content("repository check " + desk.at("repository")).out == "0 errors, 0 warnings\n");
  CHECK(desk.signing("service-pass list" + repository).out.find("lift-1") == 0);

  fs::create_directory(desk.at("stick"));
  const std::string stick = "stick " + desk.at("repository") + " " + desk.at("stick");
  CHECK(desk.signing(stick + " --service-pass lift-2").status == 2);
  const Ran made = desk.signing(stick + " --service-pass lift-1");
  CAPTURE(made.err);
  REQUIRE(made.status == 0);
  CHECK(fs::is_directory(desk.at("stick/wegweiser-report")));
  CHECK(desk.content("repository check " + desk.at("stick/wegweiser")).out ==
        "0 errors, 0 warnings\n");

  for (const char* folder : {"store", "state", "exchange"})
    fs::create_directory(desk.at(folder));
  std::ofstream(desk.at("wegweiser.conf"))
      << "store = " << desk.at("store") << "\nkiosk_state = " << desk.at("state")
      << "\nexchange = " << desk.at("exchange") << "\nkiosk_id = foyer-1\n";
  const auto device = [&](const std::string& words) {
    return desk.run("wegweiser-device", "--settings " + desk.at("wegweiser.conf") + " " + words);
  };
  REQUIRE(device("trust " + desk.at("repository/metadata/1.root.json")).status == 0);
  const Ran imported = device("import " + desk.at("stick"));
  CAPTURE(imported.err);
  CHECK(imported.status == 0);
  CHECK(slurp(desk.at("exchange/service")).find("name = lift-1") != std::string::npos);
  // A client that knows of no passes takes the edition all the same.
  CHECK(desk.refresh().status == 0);

  REQUIRE(desk.signing("service-pass withdraw lift-1" + repository).status == 0);
  CHECK_FALSE(fs::exists(pass_file));
  CHECK(desk.signing("service-pass withdraw lift-1" + repository).status == 2);
  CHECK(desk.signing("service-pass list" + repository).out == "no pass holds\n");
  CHECK(desk.content("repository check " + desk.at("repository")).status == 0);
  fs::copy(desk.at("stick"), desk.at("then"), fs::copy_options::recursive);
  REQUIRE(desk.signing(stick).status == 0);
  // Made anew without a pass it is no technician's any more.
  CHECK(fs::is_empty(desk.at("stick/wegweiser/targets/service")));
  CHECK(device("import " + desk.at("stick")).status == 0);
  CHECK(device("import " + desk.at("then")).err.find("withdrawn") != std::string::npos);
  CHECK_FALSE(fs::exists(desk.at("exchange/service")));
  CHECK(desk.refresh().status == 0);
}
