// wegweiser-content check DIR, check --rules
#include <cstdio>
#include <nlohmann/json.hpp>

#include "content-engine/compile/compile.h"
#include "content-engine/rules/rule.h"
#include "tools/desk.h"

namespace content {

static int list_rules(const Desk& desk) {
  nlohmann::json list = nlohmann::json::array();
  const bool german = desk.messages == MessageLanguage::German;
  for (const Rule& rule : all_rules()) {
    const bool error = rule.severity == Severity::Error;
    list.push_back({{"rule", rule.id},
                    {"severity", error ? "error" : "warning"},
                    {"about", {{"de", rule.about.german}, {"en", rule.about.english}}}});
    if (!desk.arguments.has("--json"))
      std::printf("%-18s %-8s %s\n", rule.id.c_str(),
                  error ? (german ? "Fehler" : "error") : (german ? "Warnung" : "warning"),
                  in(rule.about, desk.messages).c_str());
  }
  if (desk.arguments.has("--json"))
    std::printf("%s\n", list.dump(2).c_str());
  return exit_fine;
}

int check_command(const Desk& desk) {
  const std::vector<std::string>& words = desk.arguments.positional();
  if (desk.arguments.has("--rules") && words.size() == 1)
    return list_rules(desk);
  if (words.size() != 2)
    return fail(desk, sentence("check braucht genau einen Ordner: wegweiser-content check ORDNER",
                               "check needs exactly one folder: wegweiser-content check DIR"));
  const auto text = open_text(desk);
  if (!text)
    return fail(desk, text.failure());
  const Result<Checked> checked = check_folder(words[1], desk.today, **text);
  if (!checked)
    return fail(desk, checked.failure());
  print_findings(desk, checked->findings);
  return has_errors(checked->findings) ? exit_findings : exit_fine;
}

}  // namespace content
