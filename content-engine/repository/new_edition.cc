#include "content-engine/repository/new_edition.h"

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/bundle/format.h"
#include "content-engine/bundle/sha256.h"
#include "content-engine/store/files.h"

namespace content {

Result<NewEdition> read_new_edition(const std::filesystem::path& bundle) {
  auto bytes = read_file(bundle, bundle_size_limit);
  if (!bytes)
    return bytes.failure();
  NewEdition edition{.bytes = std::move(*bytes), .sha256 = {}, .edition = {}, .town = {}};
  edition.sha256 = sha256(edition.bytes);
  auto opened = open_bundle(bundle, edition.sha256);
  if (!opened)
    return opened.failure();
  Statement& row = opened->ask("SELECT minor, edition, name FROM edition WHERE id = 1");
  if (row.step()) {
    edition.major = bundle_major;
    edition.minor = row.small_number(0);
    edition.edition = row.date(1);
    edition.town = row.text(2);
  }
  if (row.failure())
    return *row.failure();
  if (edition.major == 0 || edition.edition == Date{})
    return Failure{Refusal::Malformed, bundle.string() + " does not say which edition it is"};
  return edition;
}

}  // namespace content
