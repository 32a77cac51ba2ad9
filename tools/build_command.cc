// wegweiser-content build DIR -o FILE
#include <cstdio>

#include "content-engine/compile/compile.h"
#include "tools/desk.h"

namespace content {

int build_command(const Desk& desk) {
  const std::vector<std::string>& words = desk.arguments.positional();
  const std::optional<std::string> file = desk.arguments.value("--output");
  if (words.size() != 2 || !file)
    return fail(
        desk, sentence("build braucht einen Ordner und -o: wegweiser-content build ORDNER -o DATEI",
                       "build needs one folder and -o: wegweiser-content build DIR -o FILE"));
  const auto text = open_text(desk);
  if (!text)
    return fail(desk, text.failure());
  const Result<Compiled> compiled = compile(words[1], *file, desk.today, **text);
  if (!compiled)
    return fail(desk, compiled.failure());
  print_findings(desk, compiled->checked.findings);
  if (compiled->sha256.empty()) {
    fail(desk, sentence("%1 wurde nicht geschrieben, weil der Inhalt Fehler hat",
                        "%1 was not written because the content has errors", {*file}));
    return exit_findings;
  }
  if (!desk.arguments.has("--json"))
    std::printf("%s  %s\n", compiled->sha256.c_str(), file->c_str());
  return exit_fine;
}

}  // namespace content
