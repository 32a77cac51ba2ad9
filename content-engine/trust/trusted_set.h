// The client workflow of TUF 1.0.34, section 5, as a state machine without input or output: bytes
// and one moment in, verdict out. Whoever fetches calls in the order below; a verdict that is no
// success leaves everything as it was. Section numbers at each check.
//
//   start → update_root* → close_root → remember_timestamp? → remember_snapshot? →
//   update_timestamp → (update_snapshot) → close_snapshot → verify_targets (from "targets" down)
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "content-engine/trust/metadata.h"

namespace content {

// What a timestamp said that the trusted one had not.
enum class Freshness { Newer, Same };

class TrustedSet {
 public:
  // 5.2, 5.3.1: the root trusted so far, signed by its own threshold; its expiry does not matter
  // yet. `now` is the one moment of this whole run (5.1).
  static Result<TrustedSet> start(std::string_view root, UtcTime now);

  // 5.3.3–5.3.8: the root with the next version number.
  Result<Done> update_root(std::string_view bytes);
  // 5.3.10: no newer root exists; the last must not have expired.
  Result<Done> close_root();

  // What the disk remembers. Counts only if today's keys verify it (which is 5.3.11 as well: new
  // keys forget what the old ones signed); an expired one still remembers versions.
  void remember_timestamp(std::string_view bytes);
  void remember_snapshot(std::string_view bytes);

  // 5.4. Same: the bytes were not needed, the local timestamp stays.
  Result<Freshness> update_timestamp(std::string_view bytes);
  // Of a timestamp that was refused as RolledBack: today's keys signed it, and neither it nor the
  // snapshot it names is newer than what is trusted. Last month's honest stick and a replayed one
  // look the same here and get the same answer: nothing of either is taken. Only what people are
  // told differs; a timestamp that is older in one thing and newer in another stays an offence.
  bool is_older_state(std::string_view timestamp) const;
  // 5.5.1: the local snapshot is the one the timestamp names; no request is needed.
  bool snapshot_is_current() const;
  // 5.5
  Result<Done> update_snapshot(std::string_view bytes);
  // After local or fetched snapshot: expiry of timestamp (5.4.4) and snapshot (5.5.6) once more,
  // for files that came from the disk.
  Result<Done> close_snapshot() const;

  // 5.6 for the top role "targets" and every delegated role alike: against the keys and threshold
  // of the delegation it was reached by. The caller keeps the value and passes it as `delegator`.
  Result<Targets> verify_targets(std::string_view role, const Targets* delegator,
                                 std::string_view bytes) const;

  const Root& root() const { return root_.role; }
  const std::optional<Timestamp>& timestamp() const { return timestamp_; }
  const std::optional<Snapshot>& snapshot() const { return snapshot_; }
  // What the snapshot says of a role; none when it is not listed.
  const MetaFile* meta(std::string_view role) const;
  UtcTime now() const { return now_; }

 private:
  TrustedSet(Envelope<Root> root, UtcTime now) : root_(std::move(root)), now_(now) {}

  bool signed_by_role(std::string_view role, std::string_view canonical_bytes,
                      const std::vector<Signature>& signatures) const;
  bool expired(UtcTime expires) const { return expires <= now_; }

  Envelope<Root> root_;
  UtcTime now_;
  std::optional<Timestamp> timestamp_;
  std::optional<Snapshot> snapshot_;  // local memory first, then the one of this run
  std::string snapshot_bytes_;        // of the one above
  bool snapshot_keys_new_ = false;    // the snapshot on the disk was signed by keys of the past
};

}  // namespace content
