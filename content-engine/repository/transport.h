// The seam between trust and the world: names in, bytes out. A stick, a folder and a web server are
// the same thing. Names are paths of a URL below a base, encoded already (encoded_name.h) and sent
// as they are. Whatever comes back is untrusted until trust/ has said so. SPDX-License-Identifier:
// EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "content-engine/model/result.h"

namespace content {

// Bytes so far; returning false ends the transfer with Unavailable.
using Progress = std::function<bool(std::uint64_t)>;

class Transport {
 public:
  virtual ~Transport() = default;

  // The whole of a small file. NotFound: it is not there (for a newer root the normal end);
  // TooLarge beyond `limit`, without having read more; Unavailable: try again later.
  virtual Result<std::string> fetch(const std::string& name, std::size_t limit) = 0;
  // A large file into `to`, going on behind what is there already (a resumed download). Never
  // writes beyond `length` bytes. The caller verifies and renames; this one only carries.
  virtual Result<Done> download(const std::string& name, std::uint64_t length,
                                const std::filesystem::path& to, const Progress& progress) = 0;
  // For people: "the stick at /run/…", "https://kiosk.example/herne".
  virtual std::string description() const = 0;
};

}  // namespace content
