#include "tools/arguments.h"

#include <doctest/doctest.h>

using namespace content;

static const std::vector<Option> options{
    {"--today"}, {"--output", true, "-o"}, {"--json", false}, {"--pages"}};

TEST_CASE("options may stand anywhere and have their value beside them or after =") {
  const auto given = Arguments::parse({"build", "--today=2026-11-23", "DIR", "-o", "file", "--json",
                                       "--pages", "de=a", "--pages", "en=b"},
                                      options);
  CHECK_FALSE(given.mistake());
  CHECK(given.positional() == std::vector<std::string>{"build", "DIR"});
  CHECK(given.value("--today") == "2026-11-23");
  CHECK(given.value("--output") == "file");
  CHECK(given.has("--json"));
  CHECK(given.values("--pages") == std::vector<std::string>{"de=a", "en=b"});
  CHECK(given.value("--pages") == "en=b");
}

TEST_CASE("what was not given is not there") {
  const auto given = Arguments::parse({}, options);
  CHECK_FALSE(given.mistake());
  CHECK_FALSE(given.has("--json"));
  CHECK(given.value("--today") == std::nullopt);
  CHECK(given.values("--pages").empty());
}

TEST_CASE("after -- nothing is an option, and a lone - is a name") {
  const auto given = Arguments::parse({"-", "--", "--json"}, options);
  CHECK_FALSE(given.mistake());
  CHECK(given.positional() == std::vector<std::string>{"-", "--json"});
  CHECK_FALSE(given.has("--json"));
}

TEST_CASE("a mistake is named and the rest is still read") {
  const auto unknown = Arguments::parse({"--tody", "x", "--json"}, options);
  REQUIRE(unknown.mistake());
  CHECK(unknown.mistake()->english == "unknown option --tody");
  CHECK(unknown.mistake()->german == "unbekannte Option --tody");
  CHECK(unknown.has("--json"));
  CHECK(Arguments::parse({"--today"}, options).mistake()->english ==
        "option --today needs a value");
  CHECK(Arguments::parse({"--json=1"}, options).mistake()->english ==
        "option --json takes no value");
}

TEST_CASE("messages are German where the locale is") {
  for (const char* german : {"de", "de_DE.UTF-8", "de_AT", "de.UTF-8", "de@euro"})
    CHECK_MESSAGE(message_language_of(german) == MessageLanguage::German, german);
  for (const char* english : {"", "C", "C.UTF-8", "en_GB.UTF-8", "tr_TR", "deu_X", "den"})
    CHECK_MESSAGE(message_language_of(english) == MessageLanguage::English, english);
}
