// What another user wrote about this device, and what the screen believes of it.
#include "kiosk/selftest/selftest_result.h"

#include <doctest/doctest.h>

#include <string>

using namespace kiosk;

namespace {

const std::string told =
    R"({"wegweiser_selftest":1,"kiosk":"foyer-1","program":"0.1.0","at":"2026-11-26T23:34:26Z",
"result":"fail","checks":[
{"check":"slots","result":"pass","reason":{"de":"gut","en":"fine"},"remedy":{"de":"","en":""},"figure":"2"},
{"check":"card","result":"fail","reason":{"de":"defekt","en":"broken"},"remedy":{"de":"tauschen","en":"swap"},"figure":""},
{"check":"printer","result":"not-applicable"},
{"check":"clock","result":"warn","reason":{"de":"falsch","en":"wrong"},"figure":"1970"},
{"check":"odd","result":"wonderful"}]})";

}  // namespace

TEST_SUITE("selftest/result") {
  TEST_CASE("the worst comes first, and what is none of our words is a failure") {
    const auto result = parse_selftest(told);
    REQUIRE(result);
    CHECK(result->kiosk == "foyer-1");
    CHECK(result->count(CheckGrade::Fail) == 2);
    const auto sorted = worst_first(result->checks);
    REQUIRE(sorted.size() == 5);
    CHECK(sorted[0].name == "card");
    CHECK(sorted[0].remedy.english == "swap");
    CHECK(sorted[1].name == "odd");
    CHECK(sorted[2].name == "clock");
    CHECK(sorted[3].name == "slots");
    CHECK(sorted[4].name == "printer");
  }

  TEST_CASE("the short form has what did not pass, and no more than it may") {
    const auto result = parse_selftest(told);
    REQUIRE(result);
    CHECK(
        short_form(*result, 900) ==
        "Wegweiser self-test\nfoyer-1\n0.1.0\n2026-11-26T23:34:26Z\nfail 2\nwarn 1\npass 1\nn/a 1\n"
        "fail: card\nfail: odd\nwarn: clock (1970)\n");
    CHECK(short_form(*result, 100).size() <= 100);
  }

  TEST_CASE("nonsense is no result, and large or deep nonsense neither") {
    for (const std::string& bad :
         {std::string(), std::string("{"), std::string("[]"), std::string("{\"checks\":[]}"),
          std::string("{\"wegweiser_selftest\":2,\"checks\":[]}"),
          std::string("{\"wegweiser_selftest\":1}"),
          std::string("{\"wegweiser_selftest\":1,\"checks\":{}}"),
          std::string(std::size_t{300} * 1024, ' ') + told, std::string(200'000, '[')})
      CHECK_FALSE(parse_selftest(bad));
  }

  TEST_CASE("texts are cut and carry no control characters; checks have a number") {
    std::string many = R"({"wegweiser_selftest":1,"kiosk":"a\u0007b","checks":[)";
    for (int i = 0; i < 1000; ++i)
      many += std::string(i == 0 ? "" : ",") + R"({"check":"x","result":"pass","figure":")" +
              std::string(200, 'y') + "\"}";
    many += "]}";
    const auto result = parse_selftest(many);
    REQUIRE(result);
    CHECK(result->kiosk == "a b");
    CHECK(result->checks.size() == most_checks);
    const auto cut = parse_selftest(R"({"wegweiser_selftest":1,"kiosk":")" + std::string(599, 'a') +
                                    "äää\",\"checks\":[5,{}]}");
    REQUIRE(cut);
    CHECK(cut->kiosk == std::string(599, 'a'));
    CHECK(cut->checks.size() == 1);
  }
}
