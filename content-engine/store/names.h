// Every name that a store, a kiosk's state and the exchange between the two have on disk, made and
// parsed here and nowhere else. FORMAT.md in this folder is the page about them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace content {

// In the store; wegweiser-device writes it.
inline constexpr std::string_view slots_name = "slots";
inline constexpr std::string_view store_lock_name = "lock";
inline constexpr std::string_view trust_folder_name = "trust";        // metadata as received
inline constexpr std::string_view incoming_folder_name = "incoming";  // packed, on its way
inline constexpr std::string_view bundle_ending = ".bundle";
inline constexpr std::string_view unfinished_ending = ".new";

// In the kiosk's state; wegweiser-kiosk writes it.
inline constexpr std::string_view trying_name = "trying";
inline constexpr std::string_view shown_name = "shown";
inline constexpr std::string_view refused_name = "refused";
inline constexpr std::string_view examine_name = "examine";          // the self-test is wanted
inline constexpr std::string_view report_wish_name = "report";       // on the stick, now
inline constexpr std::string_view service_pin_name = "service-pin";  // failures so far
inline constexpr std::string_view calibration_name = "calibration";

// In the exchange folder; wegweiser-device writes it, the kiosk looks.
inline constexpr std::string_view delivery_name = "delivery";
inline constexpr std::string_view run_name = "run";  // how the last sync or import ended
inline constexpr std::string_view alert_name = "alert";
inline constexpr std::string_view print_name = "print";      // how the last print job ended
inline constexpr std::string_view service_name = "service";  // a technician's stick is here
inline constexpr std::string_view report_name = "report";    // how the last report went
inline constexpr std::string_view selftest_name = "selftest.json";

// In the print folder; wegweiser-kiosk writes it, wegweiser-device takes it away.
inline constexpr std::string_view print_job_ending = ".pdf";

// On a stick.
inline constexpr std::string_view report_folder_name = "wegweiser-report";

// 64 lower-case hexadecimal digits.
inline bool is_bundle_hash(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

inline std::string bundle_name(std::string_view hash) {
  return std::string(hash) + std::string(bundle_ending);
}
inline std::string unfinished_bundle_name(std::string_view hash) {
  return bundle_name(hash) + std::string(unfinished_ending);
}

// The hash in "<sha256>.bundle"; none for every other name.
inline std::optional<std::string> hash_of_bundle_name(std::string_view name) {
  if (!name.ends_with(bundle_ending))
    return std::nullopt;
  name.remove_suffix(bundle_ending.size());
  return is_bundle_hash(name) ? std::optional(std::string(name)) : std::nullopt;
}

// What a job is called: 1 to 40 lower-case hexadecimal digits and '-'.
inline bool is_print_job(std::string_view text) {
  return !text.empty() && text.size() <= 40 &&
         text.find_first_not_of("0123456789abcdef-") == std::string_view::npos;
}
inline std::string print_job_name(std::string_view job) {
  return std::string(job) + std::string(print_job_ending);
}
// The job in "<job>.pdf"; none for every other name.
inline std::optional<std::string> job_of_print_name(std::string_view name) {
  if (!name.ends_with(print_job_ending))
    return std::nullopt;
  name.remove_suffix(print_job_ending.size());
  return is_print_job(name) ? std::optional(std::string(name)) : std::nullopt;
}

// What a power cut may have left: never read, always overwritten or removed.
inline bool is_unfinished_name(std::string_view name) {
  return name.ends_with(unfinished_ending);
}

}  // namespace content
