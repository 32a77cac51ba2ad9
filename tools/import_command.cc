// wegweiser-content import integreat --pages TAG=FILE … -o DIR|FILE.bundle
#include <cstdio>
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

static int write(const Desk& desk, Imported& imported, const std::string& to) {
  if (!to.ends_with(".bundle")) {
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
  const std::vector<std::string> answers = arguments.values("--pages");
  const std::optional<std::string> to = arguments.value("--output");
  if (arguments.positional() != std::vector<std::string>{"import", "integreat"} ||
      answers.empty() || !to)
    return fail(desk, sentence("import braucht integreat, --pages und -o: wegweiser-content import "
                               "integreat --pages de=DATEI -o ORDNER",
                               "import needs integreat, --pages and -o: wegweiser-content import "
                               "integreat --pages de=FILE -o DIR"));
  const Result<Source> base = read_source(arguments.value("--base").value_or("content/herne"));
  if (!base)
    return fail(desk, sentence("--base nennt keinen Ordner, aus dem Sprachen und Wörter der "
                               "Oberfläche kommen können (sonst content/herne)",
                               "--base names no folder to take languages and interface words from "
                               "(content/herne otherwise)"));
  std::vector<IntegreatLanguage> languages;
  for (const std::string& answer : answers) {
    Result<IntegreatLanguage> language = read_answer(answer);
    if (!language)
      return fail(desk, language.failure());
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
