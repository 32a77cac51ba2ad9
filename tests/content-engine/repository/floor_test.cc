#include "content-engine/repository/floor.h"

#include <doctest/doctest.h>

#include "content-engine/store/files.h"
#include "tests/fixtures/kiosk_client.h"

using namespace content;

namespace {

constexpr std::int64_t day = SimulatedRepository::day;
constexpr UtcTime build{SimulatedRepository::now.seconds - 100 * day};

UtcTime after(std::int64_t seconds) {
  return {SimulatedRepository::now.seconds + seconds};
}

// Publishes the next versions with a signed moment in the timestamp.
void sign_at(SimulatedRepository& repository, UtcTime moment) {
  repository.release();
  Json body = body_of(repository.timestamp);
  body.object()->emplace(signed_at_member, to_iso(moment));
  repository.metadata("timestamp") = signed_file(body, repository.signers["timestamp"]);
}

}  // namespace

TEST_SUITE("repository/floor") {
  TEST_CASE("without anything accepted the floor is the day of the build") {
    SimulatedRepository repository;
    const KioskClient kiosk(repository);
    CHECK(floor_of(trusted_moments(kiosk.metadata()), build) == build);
    CHECK(floor_of(trusted_moments("/nowhere"), build) == build);
  }

  TEST_CASE(
      "a verified moment of signing raises it, an older one does not lower it below the build") {
    SimulatedRepository repository;
    KioskClient kiosk(repository);
    sign_at(repository, after(-3600));
    REQUIRE(kiosk.refresh());
    CHECK(floor_of(trusted_moments(kiosk.metadata()), build) == after(-3600));
    CHECK(floor_of(trusted_moments(kiosk.metadata()), after(-60)) == after(-60));
  }

  TEST_CASE("it never passes the earliest expiry of the accepted set") {
    SimulatedRepository repository;
    KioskClient kiosk(repository);
    sign_at(repository, after(4000 * day));
    REQUIRE(kiosk.refresh());
    const UtcTime floor = floor_of(trusted_moments(kiosk.metadata()), build);
    CHECK(floor < repository.timestamp.expires);
    // So the set that is accepted stays usable even when nothing but the floor is known.
    CHECK(kiosk.refresh(time_of_run(UtcTime{}, floor).now));
  }

  TEST_CASE("with the key that signed a moment the moment goes") {
    SimulatedRepository repository;
    KioskClient kiosk(repository);
    sign_at(repository, after(20 * day));
    REQUIRE(kiosk.refresh());
    CHECK(floor_of(trusted_moments(kiosk.metadata()), build) == after(20 * day));
    ++repository.root.version;
    repository.rotate("timestamp");
    repository.release();
    REQUIRE(kiosk.refresh());
    CHECK(floor_of(trusted_moments(kiosk.metadata()), build) == build);
  }

  TEST_CASE("what nobody signed does not raise it") {
    SimulatedRepository repository;
    KioskClient kiosk(repository);
    sign_at(repository, after(-3600));
    REQUIRE(kiosk.refresh());
    Json body = body_of(repository.timestamp);
    body.object()->emplace(signed_at_member, to_iso(after(5 * day)));
    const PrivateKey stranger = PrivateKey::generate();
    const PrivateKey* const keys[]{&stranger};
    REQUIRE(write_file(kiosk.metadata() / "timestamp.json", signed_file(body, keys)));
    CHECK(floor_of(trusted_moments(kiosk.metadata()), build) == build);
  }

  TEST_CASE("a clock below the floor is unknown, one above it is believed") {
    CHECK(time_of_run(after(0), after(-1)).clock == Clock::Plausible);
    CHECK(time_of_run(after(0), after(-1)).now == after(0));
    CHECK(time_of_run(UtcTime{}, after(-1)).clock == Clock::Unknown);
    CHECK(time_of_run(UtcTime{}, after(-1)).now == after(-1));
  }
}
