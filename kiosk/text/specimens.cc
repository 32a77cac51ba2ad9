#include "kiosk/text/specimens.h"

#include <fstream>

namespace kiosk {

content::Result<std::vector<Specimen>> read_specimens(const std::filesystem::path& folder) {
  const auto path = folder / "specimens.ini";
  std::ifstream in(path);
  if (!in)
    return content::Failure{content::Refusal::NotFound, path.string() + ": no such file"};
  std::vector<Specimen> specimens;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == ';')
      continue;
    const auto equals = line.find(" = ");
    if (line.front() == '[' && line.back() == ']') {
      specimens.push_back({line.substr(1, line.size() - 2), "", ""});
    } else if (!specimens.empty() && line.substr(0, equals) == "name") {
      specimens.back().name = line.substr(equals + 3);
    } else if (!specimens.empty() && line.substr(0, equals) == "text") {
      specimens.back().text = line.substr(equals + 3);
    } else {
      return content::Failure{content::Refusal::Malformed,
                              path.string() + ":" + std::to_string(number) +
                                  ": expected [language], name = … or text = …"};
    }
  }
  return specimens;
}

}  // namespace kiosk
