// wegweiser-device pin: the line that goes into wegweiser.conf.
#include <argon2.h>
#include <string.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "content-engine/store/pin_hash.h"
#include "tools/device/station.h"
#include "tools/passphrase.h"

namespace content {

namespace {

// From --pin-file, else asked for twice, unseen. What is wrong is said; then none.
std::optional<std::string> asked_pin(const Station& station) {
  if (const auto file = station.arguments.value("--pin-file")) {
    auto pin = read_passphrase(*file);
    if (pin)
      return std::move(*pin);
    wrong_usage(station, {pin.failure().message, pin.failure().message});
    return std::nullopt;
  }
  auto pin =
      ask_passphrase(station.in({"Neue PIN (6 bis 12 Ziffern): ", "New PIN (6 to 12 digits): "}));
  if (!pin) {
    wrong_usage(station, {pin.failure().message, pin.failure().message});
    return std::nullopt;
  }
  auto again = ask_passphrase(station.in({"Noch einmal: ", "Once more: "}));
  const bool same = again && *again == *pin;
  if (again)
    ::explicit_bzero(again->data(), again->size());
  if (same)
    return std::move(*pin);
  wrong_usage(station, {"Die beiden Eingaben sind verschieden", "the two are not the same"});
  return std::nullopt;
}

}  // namespace

Outcome pin_command(Station& station) {
  auto pin = asked_pin(station);
  if (!pin)
    return Outcome::WrongUsage;
  if (!is_good_pin(*pin))
    return wrong_usage(station,
                       {"Eine PIN hat 6 bis 12 Ziffern und ist keine Reihe wie 123456 oder 112112",
                        "a PIN has 6 to 12 digits and is no row like 123456 or 112112"});
  std::array<unsigned char, 16> salt{};
  if (::getentropy(salt.data(), salt.size()) != 0)
    return fail(station, Outcome::Broken, "the system has no random bytes");
  constexpr std::size_t hash_length = 32;
  std::array<char, 200> text{};
  const int done =
      argon2id_hash_encoded(pin_passes, pin_memory_kib, pin_lanes, pin->data(), pin->size(),
                            salt.data(), salt.size(), hash_length, text.data(), text.size());
  ::explicit_bzero(pin->data(), pin->size());
  if (done != ARGON2_OK)
    return fail(station, Outcome::Broken, argon2_error_message(done));
  if (!station.json())
    std::printf("service_pin = %s\n", text.data());
  print(station, {{"service_pin", text.data()}});
  return Outcome::Fine;
}

}  // namespace content
