// wegweiser-content repository check|renew DIR
#include <system_error>

#include "content-engine/repository/repository_check.h"
#include "tools/signing_desk.h"

namespace content {

static int check(const Desk& desk, const std::string& repository) {
  std::error_code error;
  if (!std::filesystem::is_directory(repository, error))
    return fail(desk, sentence("%1 ist kein Ordner", "%1 is no folder", {repository}));
  const auto findings = check_repository(DiskFiles(), repository, present_moment());
  print_findings(desk, findings);
  return has_errors(findings) ? exit_findings : exit_fine;
}

int repository_command(const Desk& desk) {
  const auto& words = desk.arguments.positional();
  const std::string verb = words.size() == 3 ? words[1] : "";
  if (verb == "check")
    return check(desk, words[2]);
  if (verb == "renew")
    return renew_command(desk, words[2]);
  return fail(desk, sentence("repository check ORDNER oder repository renew ORDNER",
                             "repository check DIR or repository renew DIR"));
}

}  // namespace content
