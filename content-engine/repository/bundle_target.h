// What a repository's targets say about bundles: each is one target, packed with zstd, either whole
// or as a delta from another bundle. The members stand under "bundle" in the target's signed
// `custom`; FORMAT.md in this folder is the page about them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"
#include "content-engine/trust/metadata.h"

namespace content {

struct BundleTarget {
  std::string path;  // of the target
  TargetFile file;   // what is fetched: length and hashes of the packed form
  int major = 0;     // the bundle's format
  int minor = 0;
  std::string minimum_program = "0.0.0";
  std::string edition;        // the day, "2026-11-23"
  std::string sha256;         // of the bundle unpacked, which is its name in a store
  std::int64_t length = 0;    // of the bundle unpacked
  std::int64_t sequence = 0;  // rises with every publication; the highest is the current one
  int rollout = 100;          // of a hundred rings, how many take it
  std::string base;           // a delta's: SHA-256 of the bundle it starts from; empty: whole
  std::string town;           // "Stadt Herne"; for the desk, kiosks do not ask

  bool operator==(const BundleTarget&) const = default;
};

// None when the target is no bundle; Malformed when it claims to be one and is not.
Result<std::optional<BundleTarget>> parse_bundle_target(const std::string& path,
                                                        const TargetFile& file);
Json custom_of(const BundleTarget& target);

// The kiosk's ring for staged rollouts, 0 to 99: the same for the same kiosk, evenly spread.
int ring_of(std::string_view kiosk_id);
// "0.10.1" is newer than "0.9": numbers between dots, a missing one is 0. None: not such a version.
std::optional<std::vector<int>> parse_program(std::string_view version);

struct Offer {
  BundleTarget whole;
  std::vector<BundleTarget> deltas;  // to `whole`, smallest download first
};

// The newest bundle that is out for this ring, before anything of it was fetched. NotFound: there
// is none. Unsupported: it needs a newer program or another format; the one that is shown stays.
Result<Offer> newest_offer(const std::map<std::string, TargetFile>& targets,
                           std::string_view program, int ring);

}  // namespace content
