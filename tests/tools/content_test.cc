// wegweiser-content as editors run it: words in, lines and exit status out.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/fixtures/temporary_folder.h"

namespace fs = std::filesystem;

namespace {

struct Ran {
  int status = -1;
  std::string out;
  std::string err;
};

std::string slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Ran run(const std::string& words, const std::string& environment = "LC_ALL=C") {
  const TemporaryFolder output;
  const std::string command =
      "env -u SOURCE_DATE_EPOCH " + environment + " " BINARY_DIR "/bin/wegweiser-content " + words +
      " >" + (output.path() / "out").string() + " 2>" + (output.path() / "err").string();
  const int status = std::system(command.c_str());
  return {WEXITSTATUS(status), slurp(output.path() / "out"), slurp(output.path() / "err")};
}

const std::string town = SOURCE_DIR "/tests/fixtures/town";

}  // namespace

TEST_CASE("check is silent about a good town but for its last line") {
  const Ran ran = run("check " + town + " --today 2026-03-02");
  CHECK(ran.status == 0);
  CHECK(ran.out == "0 errors, 0 warnings\n");
  CHECK(ran.err.empty());
}

TEST_CASE("errors give exit status 1, warnings alone 0, in the language that was asked for") {
  const Ran expired = run("check " + town + " --today 2027-01-01 --messages de");
  CHECK(expired.status == 1);
  CHECK(expired.out.find("facts.csv:3: Fehler [fact-expired]: «ausweis.gebuehr» galt bis "
                         "2026-12-31; den neuen Wert") == 0);
  CHECK(expired.out.ends_with("1 Fehler, 5 Warnungen\n"));
  const Ran expiring = run("check " + town + " --today=2026-12-01", "LC_ALL=de_DE.UTF-8");
  CHECK(expiring.status == 0);
  CHECK(expiring.out.find("facts.csv:3: Warnung [fact-expiring]") == 0);
  CHECK(run("check " + town, "LC_ALL=C SOURCE_DATE_EPOCH=1798761600").status == 1);
}

TEST_CASE("clips lists what is to be recorded, as rows that clips.csv takes") {
  const TemporaryFolder copy;
  const std::string herne = (copy.path() / "herne").string();
  fs::copy(SOURCE_DIR "/content/herne", herne, fs::copy_options::recursive);
  const std::string words =
      "clips " + herne + " --lang ti --topic wohnsitz-anmelden --today 2026-11-23";
  const Ran before = run(words);
  CHECK(before.status == 0);
  const std::size_t first = before.out.find('\n') + 1;
  const std::size_t second = before.out.find('\n', first) + 1;
  CHECK(before.out.starts_with("language;file;text\nti;wohnsitz-anmelden-001.ogg;\""));
  const std::string row = before.out.substr(first, second - first);
  fs::create_directories(herne + "/clips/ti");
  fs::copy_file(SOURCE_DIR "/tests/fixtures/tone.ogg",
                herne + "/clips/ti/wohnsitz-anmelden-001.ogg");
  std::ofstream(herne + "/clips.csv") << "language;file;text\n" << row;
  CHECK(run("check " + herne + " --today 2026-11-23").out == "0 errors, 0 warnings\n");
  const Ran after = run(words);
  const std::string text = row.substr(row.find('"'));
  CHECK(after.out.find(text) == std::string::npos);
  CHECK(after.out.find("ti;wohnsitz-anmelden-002.ogg;") != std::string::npos);
  CHECK(after.out.find("ti;wohnsitz-anmelden-001.ogg;") == std::string::npos);
  CHECK(after.err.find(", 1 are recorded") != std::string::npos);
  CHECK(run("clips " + herne + " --lang ti").out.size() > 2 * before.out.size());
  CHECK(run("clips " + herne + " --lang tr").status == 2);  // a voice reads it
  CHECK(run("clips " + herne + " --lang xx").status == 2);
  CHECK(run("clips " + herne + " --lang ti --topic keines").status == 2);
  CHECK(run("clips " + herne).status == 2);
}

TEST_CASE("JSON has rule ids and both languages whatever the locale") {
  for (const char* locale : {"LC_ALL=C", "LC_ALL=de_DE.UTF-8"}) {
    const Ran ran = run("check " + town + " --today 2027-01-01 --json", locale);
    CHECK(ran.status == 1);
    const auto parsed = nlohmann::json::parse(ran.out);
    CHECK(parsed["errors"] == 1);
    CHECK(parsed["findings"][0]["rule"] == "fact-expired");
    CHECK(parsed["findings"][0]["file"] == "facts.csv");
    CHECK(parsed["findings"][0]["line"] == 3);
    CHECK(parsed["findings"][0]["problem"]["en"] == "«ausweis.gebuehr» held until 2026-12-31");
  }
}

TEST_CASE("the rules are listed by id") {
  const Ran ran = run("check --rules");
  CHECK(ran.status == 0);
  CHECK(ran.out.find("plan-missing       error    what is planned is there\n") !=
        std::string::npos);
  CHECK(nlohmann::json::parse(run("check --rules --json").out).size() > 60);
}

TEST_CASE("build writes the bundle and says its name, or nothing at all") {
  const TemporaryFolder out;
  const std::string file = (out.path() / "town.bundle").string();
  const Ran built = run("build " + town + " -o " + file + " --today 2026-03-02");
  CHECK(built.status == 0);
  CHECK(fs::file_size(file) > 10000);
  CHECK(built.out.find("  " + file + "\n") != std::string::npos);
  fs::remove(file);
  const Ran refused = run("build " + town + " -o " + file + " --today 2027-01-01");
  CHECK(refused.status == 1);
  CHECK(refused.err.find("was not written because the content has errors") != std::string::npos);
  CHECK_FALSE(fs::exists(file));
  const Ran nowhere = run("build " + town + " -o /nowhere/at/all --today 2026-03-02");
  CHECK(nowhere.status == 2);
  CHECK(nowhere.err.find("/nowhere/at") != std::string::npos);
}

TEST_CASE("[R02] the plan shows topics and languages with their reasons") {
  const Ran ran = run("plan " + town + " --today 2026-03-02");
  CHECK(ran.status == 0);
  CHECK(ran.out.find("anmelden    legal-duty   demand       demand\n") != std::string::npos);
  CHECK(ran.out.find("hilfe       yes          -            safety\n") != std::string::npos);
  const auto parsed = nlohmann::json::parse(run("plan " + town + " --today 2026-03-02 --json").out);
  CHECK(parsed.size() == 9);
  CHECK(parsed[5] ==
        nlohmann::json{{"topic", "bibliothek"}, {"language", "ar"}, {"state", "not-planned"}});
}

TEST_CASE(
    "an import becomes a folder that checks, and the same bundle with or without the folder") {
  const TemporaryFolder out;
  const auto at = [&](const char* name) { return (out.path() / name).string(); };
  std::ofstream(at("de.json")) << R"([
    {"id":1,"path":"/ort/de/geld/","title":"Geld","content":"<p>Rufen Sie <b>jetzt</b> an: 0821 12345</p>",
     "last_updated":"2026-02-01T08:00:00Z","parent":{"id":0,"path":null},"order":1,"available_languages":{}},
    {"id":2,"path":"/ort/de/geld/hilfe/","title":"Hilfe","content":"<ol><li>eins<ul><li>unter</li></ul></li></ol>",
     "last_updated":"2026-02-01T08:00:00Z","parent":{"id":1,"path":"/ort/de/geld/"},"order":2,"available_languages":{}}])";
  const std::string import = "import integreat --pages de=" + at("de.json") + " --base " + town +
                             " --today 2026-03-02 -o ";
  const Ran folder = run(import + at("folder"));
  CAPTURE(folder.err);
  REQUIRE(folder.status == 0);
  CHECK(folder.out.find("pages de: 2 in, 2 as topic pages") == 0);
  const Ran checked = run("check " + at("folder") + " --today 2026-03-02");
  CAPTURE(checked.out);
  CHECK(checked.status == 0);
  CHECK(run("build " + at("folder") + " --today 2026-03-02 -o " + at("a.bundle")).status == 0);
  CHECK(run(import + at("b.bundle")).status == 0);
  CHECK(slurp(at("a.bundle")) == slurp(at("b.bundle")));
  const Ran again = run(import + at("folder"));
  CHECK(again.status == 2);
  CHECK(again.err.find("is not an empty folder") != std::string::npos);
}

TEST_CASE("wrong usage is exit status 2 and says what is wrong") {
  for (const auto& [words, said] : {
           std::pair("", "Usage:"),
           std::pair("chek x", "there is no command «chek»"),
           std::pair("check", "check needs exactly one folder"),
           std::pair("check a b", "check needs exactly one folder"),
           std::pair("check /nowhere", "/nowhere is no folder"),
           std::pair("check . --today heute", "the day in --today"),
           std::pair("check . --messages tr", "--messages is de or en"),
           std::pair("check . --rulez", "unknown option --rulez"),
           std::pair("build .", "build needs one folder and -o"),
           std::pair("import integreat -o x", "import needs integreat, --pages and -o"),
           std::pair("import integreat --pages x --base " SOURCE_DIR "/content/herne -o x",
                     "--pages is TAG=FILE"),
           std::pair("check . --fonts /nowhere", "/nowhere"),
       }) {
    const Ran ran = run(words);
    CAPTURE(words);
    CAPTURE(ran.err);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.find(said) != std::string::npos);
  }
  CHECK(run("--help").status == 0);
}

TEST_CASE("what kind of failure it was is said in German too") {
  const Ran none = run("check /nonexistent --messages de");
  CHECK(none.status == 2);
  CHECK(none.err == "wegweiser-content: Nicht gefunden: /nonexistent is no folder\n");
  const Ran nowhere = run("build " + town + " -o /nonexistent/x --today 2026-03-02 --messages de");
  CHECK(nowhere.status == 2);
  CHECK(nowhere.err.find("wegweiser-content: Nicht gefunden: /nonexistent/x") == 0);
}
