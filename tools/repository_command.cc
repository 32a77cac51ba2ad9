// wegweiser-content repository renew DIR
#include "tools/signing_desk.h"

namespace content {

int repository_command(const Desk& desk) {
  const auto& words = desk.arguments.positional();
  if (words.size() == 3 && words[1] == "renew")
    return renew_command(desk, words[2]);
  return fail(desk, sentence("repository renew ORDNER; nichts anderes",
                             "repository renew DIR; nothing else"));
}

}  // namespace content
