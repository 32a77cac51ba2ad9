// The architecture is a test: who may include whom, which folder exists, how long a file may be,
// and what the kiosk's program is linked from. ARCHITECTURE.md explains the table.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

// Module → modules it may include besides itself and content-engine/model. What is absent may not.
const std::map<std::string, std::set<std::string>> may_include{
    {"content-engine/model", {}},
    {"content-engine/trust", {}},
    {"content-engine/store", {}},
    {"content-engine/repository",
     {"content-engine/trust", "content-engine/store", "content-engine/bundle"}},
    {"content-engine/search", {}},
    {"content-engine/bundle", {"content-engine/store", "content-engine/search"}},
    {"content-engine/counters", {"content-engine/store"}},
    {"content-engine/reader", {"content-engine/bundle", "content-engine/search"}},
    {"content-engine/source", {}},
    {"content-engine/rules",
     {"kiosk/geometry", "kiosk/text", "kiosk/speech", "content-engine/reader"}},
    {"content-engine/compile",
     {"content-engine/source", "content-engine/rules", "content-engine/bundle",
      "content-engine/store"}},
    {"kiosk/geometry", {}},
    {"kiosk/text", {"kiosk/geometry"}},
    {"kiosk/canvas", {"kiosk/geometry", "kiosk/text", "kiosk/platform"}},
    {"kiosk/paper", {"kiosk/geometry", "kiosk/text", "kiosk/canvas", "kiosk/platform"}},
    {"kiosk/platform", {"kiosk/geometry", "kiosk/canvas"}},
    {"kiosk/session", {}},
    {"kiosk/keyboard", {}},
    {"kiosk/speech", {}},
    {"kiosk/widgets",
     {"kiosk/geometry", "kiosk/text", "kiosk/canvas", "kiosk/session", "kiosk/keyboard",
      "content-engine/reader"}},
    {"kiosk/screens",
     {"kiosk/geometry", "kiosk/text", "kiosk/canvas", "kiosk/session", "kiosk/keyboard",
      "kiosk/speech", "kiosk/widgets", "content-engine/reader", "content-engine/store"}},
    {"kiosk/printing",
     {"kiosk/geometry", "kiosk/text", "kiosk/canvas", "kiosk/paper", "kiosk/session",
      "kiosk/widgets", "kiosk/screens", "content-engine/reader", "content-engine/store"}},
    {"kiosk/accessibility",
     {"kiosk/geometry", "kiosk/text", "kiosk/canvas", "kiosk/session", "kiosk/widgets",
      "kiosk/screens"}},
    {"kiosk/examination",
     {"kiosk/geometry", "kiosk/text", "kiosk/canvas", "kiosk/session", "kiosk/speech",
      "kiosk/widgets", "kiosk/screens", "content-engine/reader", "content-engine/bundle",
      "content-engine/store"}},
    {"kiosk/selftest",
     {"kiosk/geometry", "kiosk/text", "kiosk/canvas", "kiosk/platform", "kiosk/widgets",
      "content-engine/store"}},
};

std::vector<fs::path> sources(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (entry.is_regular_file() && (extension == ".h" || extension == ".cc"))
      found.push_back(fs::relative(entry.path(), SOURCE_DIR));
  }
  std::sort(found.begin(), found.end());
  return found;
}

// "content-engine/model/date.h" → "content-engine/model"; a file beside the modules → its folder.
std::string module_of(const fs::path& file) {
  return file.parent_path().generic_string();
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream in(fs::path(SOURCE_DIR) / file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

std::string output_of(const std::string& command) {
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  for (std::array<char, 4096> chunk; std::size_t got = fread(chunk.data(), 1, chunk.size(), pipe);)
    text.append(chunk.data(), got);
  REQUIRE(pclose(pipe) == 0);
  return text;
}

}  // namespace

TEST_CASE("each module includes only what the table allows") {
  for (const char* half : {"content-engine", "kiosk"})
    for (const auto& file : sources(fs::path(SOURCE_DIR) / half)) {
      const std::string module = module_of(file);
      if (module == "kiosk")
        continue;  // main.cc, the settings and the loop build the parts: they may see all of the
                   // kiosk
      const auto row = may_include.find(module);
      INFO(file.generic_string());
      REQUIRE_MESSAGE(row != may_include.end(), "a folder that the table does not know");
      for (const auto& line : lines_of(file)) {
        constexpr std::string_view start = "#include \"";
        if (!line.starts_with(start))
          continue;
        const std::string header = line.substr(start.size(), line.rfind('"') - start.size());
        const std::string target = module_of(header);
        INFO("includes " << header);
        CHECK(
            (target == module || target == "content-engine/model" || row->second.contains(target)));
      }
    }
}

TEST_CASE("the kiosk's own files never include the editors' or the device's half") {
  const std::array<std::string_view, 5> forbidden{
      "content-engine/source", "content-engine/rules", "content-engine/compile",
      "content-engine/repository", "content-engine/trust"};
  for (const auto& file : sources(SOURCE_DIR "/kiosk"))
    for (const auto& line : lines_of(file))
      for (const auto module : forbidden)
        CHECK_MESSAGE(line.find("\"" + std::string(module)) == std::string::npos,
                      file.generic_string() << ": " << line);
}

TEST_CASE("the kiosk links no writer, no Markdown parser, no network") {
  const std::string kiosk = BINARY_DIR "/bin/wegweiser-kiosk";
  const std::string needed = output_of("readelf -d '" + kiosk + "'");
  CHECK(needed.find("libSDL2-2.0") != std::string::npos);
  for (const char* library : {"md4c", "curl", "gumbo", "libxml2", "ssl", "zstd", "libcups"})
    CHECK_MESSAGE(needed.find(library) == std::string::npos, library);
  const std::string symbols = output_of("nm -C --defined-only '" + kiosk + "'");
  CHECK(symbols.find("content::Library") != std::string::npos);
  for (const char* symbol : {"content::write_bundle", "content::read_source", "content::compile",
                             "content::check_edition", "md_parse"})
    CHECK_MESSAGE(symbols.find(symbol) == std::string::npos, symbol);
  const std::string imported = output_of("nm -D --undefined-only '" + kiosk + "'");
  for (const char* call : {" socket", " connect", " getaddrinfo", " bind"})
    CHECK_MESSAGE(imported.find(call) == std::string::npos, call);
}

TEST_CASE("the editors' program links no SDL") {
  const std::string needed = output_of("readelf -d '" BINARY_DIR "/bin/wegweiser-content'");
  CHECK(needed.find("libicuuc") != std::string::npos);
  CHECK(needed.find("SDL") == std::string::npos);
}

TEST_CASE("the device's program has no display and no writer of editions") {
  const std::string program = BINARY_DIR "/bin/wegweiser-device";
  const std::string needed = output_of("readelf -d '" + program + "'");
  CHECK(needed.find("libcurl") != std::string::npos);
  for (const char* library :
       {"SDL", "X11", "wayland", "drm", "gbm", "EGL", "freetype", "harfbuzz", "md4c"})
    CHECK_MESSAGE(needed.find(library) == std::string::npos, library);
  const std::string symbols = output_of("nm -C --defined-only '" + program + "'");
  CHECK(symbols.find("content::deliver(") != std::string::npos);
  for (const char* symbol : {"content::write_bundle", "content::read_source", "content::compile",
                             "content::PrivateKey", "kiosk::"})
    CHECK_MESSAGE(symbols.find(symbol) == std::string::npos, symbol);
}

TEST_CASE("the top level is the one agreed on") {
  const std::set<std::string> agreed{"kiosk",         "content-engine", "fonts", "content",
                                     "board-support", "tests",          "tools", ".ci"};
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && name != ".git" && name != "build" && name != ".cache")
      CHECK_MESSAGE(agreed.contains(name), name);
  }
}

TEST_CASE("a file is one noun: at most 400 lines, and no drawer names") {
  for (const char* folder : {"content-engine", "kiosk", "tools", "tests"})
    for (const auto& file : sources(fs::path(SOURCE_DIR) / folder)) {
      INFO(file.generic_string());
      CHECK(lines_of(file).size() <= 400);
      const std::string name = file.stem().string();
      for (const char* drawer : {"util", "helper", "manager", "common", "misc"})
        CHECK(name.find(drawer) == std::string::npos);
    }
}
