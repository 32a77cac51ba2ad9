#include "content-engine/compile/compile.h"

#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/rules/rules.h"
#include "content-engine/source/tree.h"

namespace content {

Result<Checked> check_folder(const std::filesystem::path& folder, Date today,
                             kiosk::TextEngine& text) {
  Result<Source> source = read_source(folder);
  if (!source)
    return source.failure();
  Checked checked{std::move(source->edition), std::move(source->findings)};
  const std::vector<Finding> judged = judge(checked.edition, source->positions, today, text);
  checked.findings.insert(checked.findings.end(), judged.begin(), judged.end());
  sort_findings(checked.findings);
  return checked;
}

Result<Compiled> compile(const std::filesystem::path& folder, const std::filesystem::path& file,
                         Date today, kiosk::TextEngine& text) {
  Result<Checked> checked = check_folder(folder, today, text);
  if (!checked)
    return checked.failure();
  Compiled compiled{*std::move(checked), {}};
  if (has_errors(compiled.checked.findings))
    return compiled;
  Result<std::string> written = write_bundle(compiled.checked.edition, file);
  if (!written)
    return written.failure();
  compiled.sha256 = *std::move(written);
  return compiled;
}

}  // namespace content
