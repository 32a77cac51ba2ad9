// wegweiser-content import integreat --pages TAG=FILE … -o DIR|FILE
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/rules/rules.h"
#include "content-engine/source/integreat.h"
#include "content-engine/source/isolates.h"
#include "content-engine/source/tree.h"
#include "content-engine/source/tree_writer.h"
#include "tools/desk.h"

namespace content {

namespace fs = std::filesystem;

static Result<std::string> bytes_of(const std::string& file, std::size_t limit) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad())
    return Failure{Refusal::NotFound, file + " cannot be read"};
  if (bytes.size() > limit)
    return Failure{Refusal::TooLarge, file + " is larger than any answer may be"};
  return bytes;
}

static Result<IntegreatLanguage> read_answer(const std::string& named) {
  const std::size_t equals = named.find('=');
  if (equals == std::string::npos || equals == 0)
    return Failure{Refusal::Invalid, "--pages is TAG=FILE, not " + named};
  IntegreatLanguage language{named.substr(0, equals), named.substr(equals + 1), {}};
  const Result<std::string> bytes = bytes_of(language.file, integreat_answer_limit);
  if (!bytes)
    return bytes.failure();
  auto pages = parse_integreat_pages(*bytes, language.file);
  if (!pages)
    return pages.failure();
  language.pages = *std::move(pages);
  return language;
}

// What reading a folder does: numbers and names that must not turn round are marked.
static void mark_isolates(Edition& edition) {
  IsolateFinder isolates;
  for (Topic& topic : edition.topics)
    for (Page& page : topic.pages)
      for (Element& element : page.elements)
        isolates.mark(element, find_language(edition.languages, page.language)->direction);
}

// A name with an ending is a bundle, anything else a folder: "region", "region/", "region.bundle".
static bool names_folder(const fs::path& to) {
  return to.filename().empty() || fs::is_directory(to) || !to.has_extension();
}

// The town whose languages and interface words an import takes: --base, else content/herne here,
// else the one installed beside the program.
static fs::path base_folder(const Arguments& arguments) {
  if (const auto named = arguments.value("--base"))
    return *named;
  std::error_code error;
  if (fs::is_directory("content/herne", error))
    return "content/herne";
  const fs::path installed = fs::read_symlink("/proc/self/exe", error).parent_path().parent_path() /
                             "share" / "wegweiser" / "herne";
  const fs::path resolved = fs::canonical(installed, error);
  return error ? installed : resolved;
}

static int write(const Desk& desk, Imported& imported, const std::string& to) {
  if (names_folder(to)) {
    const Result<Done> written = write_tree(imported.edition, to);
    return written ? exit_fine : fail(desk, written.failure());
  }
  mark_isolates(imported.edition);
  const auto text = open_text(desk);
  if (!text)
    return fail(desk, text.failure());
  const std::vector<Finding> findings = judge(imported.edition, {}, desk.today, **text);
  if (has_errors(findings)) {
    print_findings(desk, findings);
    return exit_findings;
  }
  const Result<std::string> written = write_bundle(imported.edition, to);
  return written ? exit_fine : fail(desk, written.failure());
}

int import_command(const Desk& desk) {
  const Arguments& arguments = desk.arguments;
  if (arguments.positional().size() == 2 &&
      (arguments.positional()[1] == "offers" || arguments.positional()[1] == "events"))
    return import_offerings_command(desk);
  const std::vector<std::string> answers = arguments.values("--pages");
  const std::optional<std::string> to = arguments.value("--output");
  if (arguments.positional() != std::vector<std::string>{"import", "integreat"} ||
      answers.empty() || !to)
    return fail(desk, sentence("import braucht integreat, --pages und -o: wegweiser-content import "
                               "integreat --pages de=DATEI -o ORDNER",
                               "import needs integreat, --pages and -o: wegweiser-content import "
                               "integreat --pages de=FILE -o DIR"));
  const Result<Source> base = read_source(base_folder(arguments));
  if (!base)
    return fail(desk, sentence("--base nennt keinen Ordner, aus dem Sprachen und Wörter der "
                               "Oberfläche kommen können (sonst der mitgelieferte)",
                               "--base names no folder to take languages and interface words from "
                               "(the one that came with the program otherwise)"));
  std::vector<IntegreatLanguage> languages;
  for (const std::string& answer : answers) {
    Result<IntegreatLanguage> language = read_answer(answer);
    if (!language)
      return fail(desk, language.failure());
    const std::string tag = tag_of_integreat_slug(language->slug);
    for (const IntegreatLanguage& other : languages)
      if (tag_of_integreat_slug(other.slug) == tag)
        return fail(desk, sentence("--pages nennt die Sprache «%1» zweimal",
                                   "--pages names the language «%1» twice", {tag}));
    languages.push_back(*std::move(language));
  }
  IntegreatOptions options;
  options.licence = arguments.value("--licence").value_or(options.licence);
  options.attribution = arguments.value("--attribution").value_or("");
  options.town = arguments.value("--town").value_or("");
  options.today = desk.today;
  Imported imported = join_integreat(languages, base->edition, options);
  if (arguments.has("--json"))
    std::printf("%s\n", imported.report.to_json().c_str());
  else
    std::printf("%s", imported.report.to_text(desk.messages).c_str());
  for (const Finding& finding : imported.findings)
    std::fprintf(stderr, "%s\n", to_line(finding, desk.messages).c_str());
  if (has_errors(imported.findings))
    return exit_findings;
  return write(desk, imported, *to);
}

}  // namespace content
