// A log that leaves the house on a stick says what the machine did, and nothing about who and
// where: addresses of machines and people, names of networks, keys and passwords are taken out. A
// pure function; what it takes out is rather too much than too little. SPDX-License-Identifier:
// EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace content {

// Line by line; a line over 1000 bytes is cut. Keys in PEM may go over several lines.
std::string redacted(std::string_view log);

}  // namespace content
