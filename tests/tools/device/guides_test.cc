// The technicians' guides hold: each exit status is there with its number, links lead somewhere,
// the installer's journey is a script.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/fixtures/device_world.h"
#include "tools/device/outcome.h"
#include "tools/device/selftest/check.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

const fs::path board_support = SOURCE_DIR "/board-support";

// A heading as the address within its page: letters of any script stay, spaces become hyphens.
std::string anchor_of(const std::string& heading) {
  std::string anchor;
  for (const char c : heading)
    if (c == ' ')
      anchor += '-';
    else if ((static_cast<unsigned char>(c) & 0x80U) != 0 || c == '-' || c == '_' ||
             std::isalnum(static_cast<unsigned char>(c)) != 0)
      anchor += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (const char* dropped : {"«", "»", "…"})
    for (auto at = anchor.find(dropped); at != std::string::npos; at = anchor.find(dropped))
      anchor.erase(at, std::string(dropped).size());
  return anchor;
}

std::set<std::string> anchors_of(const fs::path& page) {
  std::set<std::string> anchors;
  std::istringstream lines(contents_of(page));
  for (std::string line; std::getline(lines, line);)
    if (const auto text = line.find_first_not_of('#');
        text != 0 && text != std::string::npos && line[text] == ' ')
      anchors.insert(anchor_of(line.substr(text + 1)));
  return anchors;
}

std::vector<fs::path> pages() {
  std::vector<fs::path> all{board_support / "README.md"};
  for (const auto& entry : fs::directory_iterator(board_support / "guides"))
    all.push_back(entry.path());
  return all;
}

// The blocks of the installer's journey with these words behind "```".
std::string script_of(const std::string& words) {
  std::istringstream lines(contents_of(board_support / "guides/einrichten.md"));
  std::string script;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```"))
      inside = line == "```" + words;
    else if (inside)
      script += line + "\n";
  }
  return script;
}

}  // namespace

TEST_SUITE("device/guides") {
  TEST_CASE("the guide lists every exit status under its word") {
    const std::string guide = contents_of(board_support / "guides/reparieren.md");
    for (int status = 0; status <= static_cast<int>(Outcome::NotPrinted); ++status) {
      const auto word = word_of(static_cast<Outcome>(status));
      const std::string row = "| " + std::to_string(status) + " | `" + std::string(word) + "` |";
      CHECK_MESSAGE(guide.find(row) != std::string::npos, row);
    }
  }

  TEST_CASE(
      "the guide says of each check of the self-test what to do, the sheet has a box for it") {
    const std::string guide = contents_of(board_support / "guides/reparieren.md");
    const std::string sheet = contents_of(board_support / "guides/abnahme.md");
    for (const Check& check : selftest_checks()) {
      const std::string name = "| `" + std::string(check.name) + "` | ";
      CHECK_MESSAGE(guide.find(name) != std::string::npos, name);
      CHECK_MESSAGE(sheet.find(name + "☐") != std::string::npos, name);
    }
  }

  TEST_CASE("each link of the guides leads to a page and to a heading of it") {
    static const std::regex link(R"(\]\(([^)#\s]*)(#[^)\s]*)?\))");
    int links = 0;
    for (const fs::path& page : pages()) {
      const std::string text = contents_of(page);
      for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at, ++links) {
        INFO(page.string() << ": " << at->str());
        const std::string file = (*at)[1];
        const fs::path to = file.empty() ? page : page.parent_path() / file;
        CHECK(fs::exists(to));
        if ((*at)[2].length() > 1)
          CHECK(anchors_of(to).contains((*at)[2].str().substr(1)));
      }
    }
    CHECK(links > 20);
  }

  TEST_CASE(
      "the installer's journey is a script that a shell can read, from the disk to the self-test") {
    const TemporaryFolder folder;
    for (const char* words : {"sh installer", "sh installer kiosk"}) {
      std::ofstream(folder / "script") << script_of(words);
      CHECK(std::system(("sh -n '" + (folder / "script").string() + "'").c_str()) == 0);
    }
    const std::string desk = script_of("sh installer");
    std::size_t at = 0;
    for (const char* step :
         {"tools/package", "image/build.sh", "dd if=", "--check-settings", "mcopy "}) {
      INFO(step);
      at = desk.find(step, at);
      CHECK(at != std::string::npos);
    }
    CHECK(script_of("sh installer kiosk").find("selftest") != std::string::npos);
  }
}
