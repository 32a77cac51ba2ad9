// wegweiser-content: what editors run at their desk.
#include <cstdio>

#include "content-engine/source/tree.h"
#include "tools/arguments.h"

using namespace content;

int main(int argc, char** argv) {
  const Arguments arguments = Arguments::parse(command_line(argc, argv), {{"--messages"}});
  const auto messages = parse_message_language(arguments.value("--messages").value_or(""))
                            .value_or(message_language_of_environment());
  if (arguments.mistake() || arguments.positional().size() != 2)
    return 2;
  Result<Source> source = read_source(arguments.positional()[1]);
  if (!source) {
    std::fprintf(stderr, "%s\n", source.failure().message.c_str());
    return 2;
  }
  sort_findings(source->findings);
  for (const Finding& finding : source->findings)
    std::printf("%s\n", to_line(finding, messages).c_str());
  return has_errors(source->findings) ? 1 : 0;
}
