// A technician's pass: one small target `service/<name>.json`, signed by the delegated role
// `service`, that says at which kiosks and how long whoever carries it may look inside. The
// repository on a web server is public, so it never has the file, only its hash: the file holds a
// secret, lies beside the desk's keys and on the technician's stick, and the stick is the pass.
// FORMAT.md in this folder is the page about it. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"
#include "content-engine/trust/metadata.h"

namespace content {

inline constexpr std::string_view service_role_name = "service";
inline constexpr std::string_view service_pattern = "service/*";
inline constexpr std::int64_t pass_limit = 16 * 1024;
inline constexpr std::int64_t longest_pass = 366 * 86'400L;
inline constexpr std::size_t most_pass_kiosks = 200;

struct ServicePass {
  std::string name;                 // 1 to 40 of a–z, 0–9 and '-'; no person's
  std::vector<std::string> kiosks;  // ids; empty: none
  bool all_kiosks = false;          // then `kiosks` is empty
  std::int64_t from = 0;            // seconds since 1970
  std::int64_t until = 0;           // it is no pass from this second on
  std::string secret;               // 64 hexadecimal digits

  bool operator==(const ServicePass&) const = default;
  bool holds_at(std::string_view kiosk) const;
};

bool is_pass_name(std::string_view name);
// What is wrong with it in one English sentence; empty: nothing.
std::string fault_of(const ServicePass& pass);

// The file, its path as a target, and the target.
std::string pass_bytes(const ServicePass& pass);
Result<ServicePass> parse_pass(std::string_view bytes);
std::string pass_path(std::string_view name);
TargetFile pass_target(const ServicePass& pass);
// The name in "service/<name>.json"; empty for every other path.
std::string name_in_pass_path(std::string_view path);
// Until when a target says that it holds; 0: it is no pass.
std::int64_t until_of(const TargetFile& file);

}  // namespace content
