// One delivery: what a repository offers this kiosk is found, judged, fetched, unpacked, verified
// and named candidate, in that order, and every refusal comes before anything of what is shown has
// changed. The same for a stick and for a web server.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "content-engine/repository/floor.h"
#include "content-engine/repository/transport.h"
#include "content-engine/store/installer.h"

namespace content {

struct DeliveryRules {
  std::filesystem::path metadata;  // what is trusted; made by Updater::trust_root
  std::filesystem::path incoming;  // for packed files on their way, on the store's disk
  std::string program;             // this program's version
  int ring = 0;                    // 0–99
  UtcTime clock;                   // the system's
  UtcTime build;
  // Of an online timestamp, from now: whoever fetches every quarter of an hour has no use for a
  // longer one, and a thief has. 0: any, for sticks.
  std::int64_t longest_lifetime = 0;
  bool again = false;  // a technician wants one tried that was refused or rolled back
  std::function<std::uint64_t()> free_space;  // of the store's disk, in bytes
  // Where a warning goes that lies beside the editions, before anything of them is fetched; where
  // there is none, none stays there. Empty: warnings are left alone.
  std::filesystem::path exchange;
};

enum class Stage { Checking, Fetching, Unpacking, Verifying };
// 0 to 100 within Fetching; returning false ends the delivery with Unavailable.
using DeliveryProgress = std::function<bool(Stage stage, int percent)>;

enum class Arrival {
  Candidate,      // new; the kiosk is to try it
  AlreadyShown,   // the newest is the active one
  AlreadyHere,    // the newest is candidate already
  RefusedBefore,  // the kiosk refused it, or a technician rolled it back
  AlreadyNewer,   // the source is an older state of what is here; nothing of it is taken
};

struct Delivery {
  Arrival arrival{};
  Slot slot;
  std::string why;  // of a RefusedBefore or an AlreadyNewer; the latter's slot is the active one
  std::uint64_t fetched_bytes = 0;
  bool by_delta = false;
  Clock clock{};
  std::string alert_trouble;  // why a warning could not be handed over; empty: it was, or none is
};

// An honest stick of last month is the common case of an older source and no offence: it arrives as
// AlreadyNewer, although it is kept out as firmly as a rollback (trust/trusted_set.h says why both
// are one case). RolledBack is left for sources that go back in one thing and on in another.
// Refusals: Untrusted, Expired, RolledBack, Unsupported
// (needs a newer program), NoSpace, NotFound (no root is trusted, or nothing is offered),
// Unavailable.
Result<Delivery> deliver(Installer& installer, Transport& metadata, Transport& targets,
                         const DeliveryRules& rules, const DeliveryProgress& progress);

}  // namespace content
