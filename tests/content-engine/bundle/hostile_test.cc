#include <doctest/doctest.h>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/bundle/edition_order.h"
#include "content-engine/bundle/edition_reader.h"
#include "content-engine/store/files.h"
#include "tests/content-engine/bundle/bundle_file.h"
#include "tests/content-engine/bundle/sample_edition.h"
#include "tests/content-engine/bundle/walk.h"

using namespace content;

// Opened by an honest hash of dishonest bytes: the kind of refusal, or none when it was accepted.
static std::optional<Refusal> refusal_of(const BundleFile& file) {
  const auto bundle = open_bundle(file.path(), file.sha256());
  if (!bundle)
    return bundle.failure().refusal;
  const auto library = Library::open(file.path());
  if (!library)
    return library.failure().refusal;
  walk(**library);
  return std::nullopt;
}

static std::optional<Refusal> after(const std::string& sql) {
  BundleFile file(bundle_bytes(sample_edition()));
  file.tamper(sql);
  return refusal_of(file);
}

static Refusal page_after(const std::string& sql) {
  BundleFile file(bundle_bytes(sample_edition()));
  file.tamper(sql);
  const auto library = Library::open(file.path());
  if (!library)
    FAIL(library.failure().message);
  const auto page = (*library)->page("wohnsitz-anmelden", "de", {2026, 11, 23});
  REQUIRE_FALSE(page);
  return page.failure().refusal;
}

static const std::string endless =
    " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";

TEST_SUITE("bundle/hostile") {
  TEST_CASE("files of another kind are refused before SQLite sees them") {
    const std::string sound = *bundle_bytes(sample_edition());
    std::string wal = sound, small_pages = sound, foreign = sound;
    wal[18] = wal[19] = 2;
    small_pages[16] = 2;
    foreign[68] = 0;
    for (const auto& bytes :
         {std::string(), std::string("Hallo"), std::string(5000, '\0'),
          std::string("SQLite format 3\0", 16), sound.substr(0, 99), sound.substr(0, 4096),
          sound + std::string(4096, '\0'), wal, small_pages, foreign}) {
      const BundleFile file(bytes);
      CHECK(refusal_of(file) == Refusal::Malformed);
    }
    CHECK(open_bundle("/nowhere/x.bundle", "").failure().refusal == Refusal::NotFound);
    CHECK_FALSE(Database::open("/"));
    CHECK_FALSE(open_bundle("/", ""));
  }

  TEST_CASE("views, triggers and computed columns are code and make no bundle") {
    CHECK(after("CREATE VIEW v AS" + endless + "SELECT i FROM n") == Refusal::Malformed);
    CHECK(after("DROP TABLE fact; CREATE VIEW fact AS" + endless +
                "SELECT '' AS id, '' AS kind, '' AS value, '' AS valid_from, '' AS valid_to,"
                " '' AS source, '' AS checked_on, i AS verified FROM n") == Refusal::Malformed);
    CHECK(after("CREATE TRIGGER t AFTER INSERT ON fact BEGIN DELETE FROM fact; END") ==
          Refusal::Malformed);
    CHECK(after("ALTER TABLE topic ADD COLUMN x TEXT AS (hex(zeroblob(100000)))") ==
          Refusal::Malformed);
    CHECK(after("CREATE TABLE other (a, b AS (hex(zeroblob(100000))) STORED)") ==
          Refusal::Malformed);
    CHECK(after("DROP TABLE plan; CREATE VIRTUAL TABLE plan USING"
                " fts5(topic, language, target_group, reason, due)") == Refusal::Malformed);
  }

  TEST_CASE("a missing table or column is named") {
    CHECK(after("DROP TABLE span") == Refusal::Malformed);
    CHECK(after("ALTER TABLE fact DROP COLUMN verified") == Refusal::Malformed);
    BundleFile file(bundle_bytes(sample_edition()));
    file.tamper("ALTER TABLE place RENAME COLUMN hours TO times");
    CHECK(Database::open(file.path()).failure().message.find("no such column: hours") !=
          std::string::npos);
    CHECK(after("DELETE FROM edition") == Refusal::Malformed);
  }

  TEST_CASE("another major is refused, a newer minor is read without what it added") {
    CHECK(after("PRAGMA user_version = 2") == Refusal::Unsupported);
    CHECK(after("PRAGMA user_version = 0") == Refusal::Unsupported);
    BundleFile file(bundle_bytes(sample_edition()));
    file.tamper(
        "UPDATE edition SET minor = 7; ALTER TABLE topic ADD COLUMN mood TEXT;"
        "ALTER TABLE element ADD COLUMN voice BLOB DEFAULT x'00';"
        "CREATE TABLE scent (id TEXT PRIMARY KEY, bytes BLOB) STRICT;"
        "CREATE VIRTUAL TABLE search_de USING fts5(text, content='');"
        "INSERT INTO search_de(rowid, text) VALUES (7, 'anmelden');"
        "CREATE INDEX by_length ON title (length(user_title)); ANALYZE;"
        "INSERT INTO fact VALUES ('laut', 'sound', 'x', NULL, NULL, '', '', 1);"
        "INSERT INTO plan VALUES ('kindergeld', 'de', '', 'whim', '')");
    auto bundle = open_bundle(file.path(), file.sha256());
    REQUIRE_MESSAGE(bundle, bundle.failure().message);
    CHECK(*read_edition(*bundle) == in_bundle_order(sample_edition()));
    CHECK(refusal_of(file) == std::nullopt);
  }

  TEST_CASE("a bundle of minor 0 is read: it has no courses, events and notices") {
    const char* as_it_was =
        "UPDATE edition SET minor = 0; DROP TABLE district; DROP TABLE offering;"
        "DROP TABLE offering_title; DROP TABLE notice; DROP TABLE notice_text";
    BundleFile file(bundle_bytes(sample_edition()));
    file.tamper(as_it_was);
    auto bundle = open_bundle(file.path(), file.sha256());
    REQUIRE_MESSAGE(bundle, bundle.failure().message);
    Edition older = sample_edition();
    older.town.districts.clear();
    older.offerings.clear();
    older.notices.clear();
    CHECK(*read_edition(*bundle) == in_bundle_order(older));
    const auto library = Library::open(file.path());
    REQUIRE(library);
    CHECK((*library)->page("kindergeld", "de", {2026, 11, 23}));
    CHECK((*library)->registers().offerings.empty());
    CHECK((*library)->registers().places.size() == older.places.size());
    CHECK(refusal_of(file) == std::nullopt);
  }

  TEST_CASE("a bundle of minor 0 has no index, and search finds nothing") {
    BundleFile file(bundle_bytes(sample_edition()));
    file.tamper(
        "UPDATE edition SET minor = 0; DROP TABLE synonym; DROP TABLE search_entry;"
        "DROP TABLE search_language; DROP TABLE search_stem");
    auto bundle = open_bundle(file.path(), file.sha256());
    REQUIRE_MESSAGE(bundle, bundle.failure().message);
    CHECK(read_edition(*bundle));
    const auto library = Library::open(file.path());
    REQUIRE(library);
    CHECK((*library)->search("de", "kindergeld", 10) == SearchAnswer{});
    CHECK(refusal_of(file) == std::nullopt);
  }

  TEST_CASE("a bundle of minor 1 is read: nothing was recorded for it") {
    BundleFile file(bundle_bytes(sample_edition()));
    file.tamper("UPDATE edition SET minor = 1; DROP TABLE clip");
    auto bundle = open_bundle(file.path(), file.sha256());
    REQUIRE_MESSAGE(bundle, bundle.failure().message);
    Edition older = sample_edition();
    older.clips.clear();
    CHECK(*read_edition(*bundle) == in_bundle_order(older));
    const auto library = Library::open(file.path());
    REQUIRE(library);
    CHECK((*library)->clip("tr", "Merhaba.") == nullptr);
  }

  TEST_CASE("what is no recording never reaches a player, and harms nothing") {
    Edition edition = sample_edition();
    edition.clips[0].bytes = *read_file(SOURCE_DIR "/tests/fixtures/tone.ogg", longest_clip);
    const auto heard_after = [&](const std::string& sql) {
      BundleFile file(bundle_bytes(edition));
      file.tamper(sql);
      const auto library = Library::open(file.path());
      REQUIRE(library);
      return (*library)->clip("tr", "Merhaba.") != nullptr;
    };
    CHECK(heard_after("UPDATE clip SET bytes = x'00' WHERE language = 'ar'"));
    for (const char* lie :
         {"UPDATE clip SET bytes = x'4F67675300'", "UPDATE clip SET bytes = zeroblob(8000000)",
          "UPDATE clip SET bytes = x''", "DELETE FROM clip",
          "UPDATE clip SET bytes = CAST(bytes || bytes AS BLOB)",
          "DROP TABLE clip; CREATE TABLE clip (language, text, bytes);"
          "INSERT INTO clip VALUES ('tr', 'Merhaba.', 'a text'), ('tr', 'Merhaba.', NULL)"}) {
      INFO(lie);
      CHECK_FALSE(heard_after(lie));
    }
  }

  TEST_CASE("an index that lies finds less and harms nothing") {
    for (const char* lie :
         {"UPDATE search_language SET words = x'FFFFFFFFFFFFFFFFFF'",
          "UPDATE search_language SET words = zeroblob(8000000), entries = -5, average = 0",
          "UPDATE search_stem SET heads = x'FFFFFFFF0F0101', bodies = x'00000000'",
          "UPDATE search_stem SET heads = zeroblob(3000000), bodies = zeroblob(3000000)",
          "UPDATE search_entry SET kind = 'dragon'", "UPDATE search_entry SET id = 'nobody'",
          "UPDATE search_language SET entries = 9223372036854775807", "DELETE FROM search_entry",
          "DELETE FROM search_stem"}) {
      INFO(lie);
      CHECK(after(lie) == std::nullopt);
    }
  }

  TEST_CASE("words of a newer minor are read as the most careful one known") {
    BundleFile file(bundle_bytes(sample_edition()));
    file.tamper(
        "UPDATE element SET kind = 'hologram', block = 'smell';"
        "UPDATE span SET kind = 'blink'; UPDATE page SET provenance = 'divine'");
    const auto library = Library::open(file.path());
    REQUIRE(library);
    const auto page = (*library)->page("kindergeld", "de", {2026, 11, 23});
    REQUIRE(page);
    CHECK(page->provenance == Provenance::MachineDrafted);
    CHECK(page->elements[0].kind == ElementKind::Paragraph);
    CHECK(page->elements[0].block == Block::Body);
    CHECK(page->elements[0].spans.empty());
  }

  TEST_CASE("values of the wrong type or encoding end in a refusal") {
    for (const char* value : {"x'00FF'", "7", "1.5", "CAST(x'41004200' AS TEXT)",
                              "CAST(x'C328' AS TEXT)", "CAST(x'EDA080' AS TEXT)", "NULL"}) {
      INFO(value);
      CHECK(after("DROP TABLE edition; CREATE TABLE edition (id INTEGER PRIMARY KEY, minor, name,"
                  " time_zone, web, phone, default_language, edition, licence, attribution);"
                  "INSERT INTO edition VALUES (1, 0, " +
                  std::string(value) + ", '', '', '', 'de', '2026-11-23', '', '')") ==
            Refusal::Malformed);
    }
    CHECK(after("UPDATE edition SET edition = 'tomorrow'") == Refusal::Malformed);
    CHECK(after("UPDATE edition SET default_language = 'xx'") == Refusal::Malformed);
    CHECK(after("UPDATE language SET sort = 99999999999") == Refusal::Malformed);
    CHECK(after("UPDATE title SET user_title = CAST(x'4100FF' AS TEXT)") == std::nullopt);
  }

  TEST_CASE("a span that does not fit its text makes the page unreadable, not the kiosk") {
    const std::string page = "SELECT id FROM page WHERE topic = 'wohnsitz-anmelden'";
    const auto planted = [&](const std::string& values) {
      return page_after("INSERT INTO span VALUES ((" + page + "), " + values + ")");
    };
    CHECK(planted("0, 0, 5, 500000, 'strong', ''") == Refusal::Malformed);
    CHECK(planted("0, 0, -1, 3, 'strong', ''") == Refusal::Malformed);
    CHECK(planted("0, 0, 4294967296, 4294967299, 'strong', ''") == Refusal::Malformed);
    CHECK(planted("0, 0, 3, 3, 'strong', ''") == Refusal::Malformed);
    CHECK(planted("0, 0, 3, 2, 'strong', ''") == Refusal::Malformed);
    CHECK(planted("0, 0, 0, 3, 'fact', 'kindergeld.monat'") == Refusal::Malformed);
    CHECK(planted("0, 0, 0, 5, 'strong', ''), ((" + page + "), 0, 1, 2, 8, 'strong', ''") ==
          Refusal::Malformed);
    CHECK(planted("9, 0, 0, 1, 'strong', ''") == Refusal::Malformed);
    CHECK(page_after("UPDATE element SET text = 'ä', page = page; INSERT INTO span VALUES ((" +
                     page + "), 0, 0, 0, 1, 'strong', '')") == Refusal::Malformed);
  }

  TEST_CASE("too much of anything is refused") {
    const auto many = [](const std::string& count, const std::string& insert) {
      return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count +
             ") " + insert;
    };
    CHECK(after(many("200000", "INSERT INTO word SELECT 'de', 'k' || i, '' FROM n")) ==
          Refusal::TooLarge);
    CHECK(after(many("2000",
                     "INSERT INTO language SELECT 'l' || i, '', '', 'ltr', '', '', 1, i"
                     " FROM n")) == Refusal::TooLarge);
    CHECK(after("INSERT INTO word VALUES ('de', 'k', hex(zeroblob(6000000)))") ==
          Refusal::TooLarge);
    const std::string page = "(SELECT id FROM page WHERE topic = 'wohnsitz-anmelden')";
    CHECK(page_after(many("6000", "INSERT INTO element SELECT " + page +
                                      ", i, 'what', 'paragraph', 0, 0, '', '' FROM n")) ==
          Refusal::TooLarge);
    CHECK(page_after(many("60000", "INSERT INTO span SELECT " + page +
                                       ", 0, i, 0, 1, 'strong', '' FROM n")) == Refusal::TooLarge);
    CHECK(page_after("UPDATE element SET text = hex(zeroblob(1500000)) WHERE page = " + page) ==
          Refusal::TooLarge);
  }

  TEST_CASE("a picture over the limit is no picture") {
    BundleFile file(bundle_bytes(sample_edition()));
    file.tamper("UPDATE picture SET bytes = zeroblob(9000000)");
    const auto library = Library::open(file.path());
    REQUIRE(library);
    CHECK_FALSE((*library)->picture("formular", "de"));
  }

  TEST_CASE("a constraint that would compute for hours is not computed") {
    CHECK(after("CREATE TABLE slow (a CHECK (length(printf('%.*c', 7000000 - a, 'x')) > 0));"
                "PRAGMA ignore_check_constraints = ON;" +
                endless.substr(0, endless.find("UNION")) +
                "UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO slow SELECT i FROM"
                " n") == std::nullopt);
  }

  TEST_CASE("topics that are each other's parents end every list") {
    CHECK(after("UPDATE topic SET parent = 'familienpass' WHERE id = 'kindergeld'") ==
          std::nullopt);
    CHECK(after("UPDATE topic SET parent = id") == std::nullopt);
  }
}
