#include "content-engine/rules/typed_number.h"

#include <doctest/doctest.h>

using namespace content;

static std::vector<std::string> typed(std::string text, Block block = Block::What,
                                      std::vector<Span> spans = {}) {
  Element element;
  element.block = block;
  element.text = std::move(text);
  element.spans = std::move(spans);
  std::vector<std::string> digits;
  for (const TypedNumber& number : typed_numbers(element))
    digits.push_back(number.digits);
  return digits;
}

using Numbers = std::vector<std::string>;

TEST_CASE("[R29] amounts and phone numbers are found in every block") {
  CHECK(typed("Das kostet 27,60 € im Jahr.") == Numbers{"27,60"});
  CHECK(typed("Das kostet 1.603 Euro.") == Numbers{"1.603"});
  CHECK(typed("€ 46 oder EUR") == Numbers{"46"});
  CHECK(typed("Rufen Sie 02323 16-4499 an.") == Numbers{"02323 16-4499"});
  CHECK(typed("116 117 hilft, 112 auch") == Numbers{"116 117", "112"});
  CHECK(typed("٢٥٩ € شهريًا") == Numbers{"٢٥٩"});
}

TEST_CASE("[R29] in the blocks about cost and deadline every number is found") {
  CHECK(typed("innerhalb von 14 Tagen", Block::Deadline) == Numbers{"14"});
  CHECK(typed("innerhalb von 14 Tagen", Block::What).empty());
  CHECK(typed("für 3 Jahre", Block::Cost) == Numbers{"3"});
}

TEST_CASE("numbers that are names stay") {
  CHECK(typed("Sie brauchen B1 und wohnen in 44623 Herne.").empty());
  CHECK(typed("Prüfung B1 hilft", Block::Deadline).empty());
  const std::string law = "nach § 17 BMG";
  CHECK(typed(law, Block::Deadline) == Numbers{"17"});
  CHECK(typed(law, Block::Deadline, {{5, 14, SpanKind::Isolate, "ltr"}}).empty());
}
