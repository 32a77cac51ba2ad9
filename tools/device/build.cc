#include "tools/device/build.h"

namespace content {

UtcTime build_day() {
  return parse_utc(WEGWEISER_BUILD_DAY "T00:00:00Z").value_or(UtcTime{});
}

}  // namespace content
