#include "content-engine/trust/json.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("canonical JSON sorts keys, escapes two signs and nothing else") {
  const auto json = parse_json("{\"b\": [1, true, null], \"a\": \"x\\n\\\"\\\\\\u00e9\"}");
  REQUIRE(json);
  CHECK(canonical(*json) == "{\"a\":\"x\n\\\"\\\\é\",\"b\":[1,true,null]}");
}

TEST_CASE("what two readers could read differently is refused") {
  for (const char* wrong : {"{\"a\":1,\"a\":2}", "1.0", "1e3", "9223372036854775808", "[1] x", "",
                            "{\"a\":}", "[1,]", "\"\xff\"", "NaN", "'a'"})
    CHECK_MESSAGE(!parse_json(wrong), wrong);
  CHECK(parse_json(" [1] \n"));
  CHECK(*parse_json("-9223372036854775808")->integer() == INT64_MIN);
}

TEST_CASE("nesting is bounded") {
  CHECK(parse_json(std::string(64, '[') + std::string(64, ']')));
  CHECK_FALSE(parse_json(std::string(65, '[') + std::string(65, ']')));
  CHECK_FALSE(parse_json(std::string(1'000'000, '[')));
}
