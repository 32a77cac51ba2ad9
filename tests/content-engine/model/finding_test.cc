#include "content-engine/model/finding.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("a finding is one line an editor can click") {
  const Finding finding{"topics/a/tr.md",
                        12,
                        Severity::Error,
                        "link-topic",
                        {"Das Thema «b» gibt es nicht", "there is no topic «b»"},
                        {"Link berichtigen", "correct the link"}};
  CHECK(to_line(finding, MessageLanguage::English) ==
        "topics/a/tr.md:12: error [link-topic]: there is no topic «b»; correct the link");
  CHECK(to_line(finding, MessageLanguage::German) ==
        "topics/a/tr.md:12: Fehler [link-topic]: Das Thema «b» gibt es nicht; Link berichtigen");
}

TEST_CASE("findings are sorted by file, line and rule, and a warning is no error") {
  std::vector<Finding> findings{{"b", 1, Severity::Warning, "x", {}, {}},
                                {"a", 9, Severity::Warning, "x", {}, {}},
                                {"a", 2, Severity::Warning, "z", {}, {}},
                                {"a", 2, Severity::Warning, "y", {}, {}}};
  sort_findings(findings);
  CHECK(findings[0].rule == "y");
  CHECK(findings[1].rule == "z");
  CHECK(findings[2].line == 9);
  CHECK(findings[3].file == "b");
  CHECK_FALSE(has_errors(findings));
  findings[1].severity = Severity::Error;
  CHECK(has_errors(findings));
}

TEST_CASE("a sentence takes its values in both languages and cuts long ones between characters") {
  CHECK(sentence("%2 vor %1", "%1 after %2, 100 %", {"b", "a"}) ==
        Sentence{"a vor b", "b after a, 100 %"});
  const std::string umlauts = "x" + [] {
    std::string text;
    for (int i = 0; i < 60; ++i)
      text += "ü";
    return text;
  }();
  const std::string cut = sentence("%1", "", {umlauts}).german;
  CHECK(cut.size() == 79 + 3);
  CHECK(cut.ends_with("ü…"));
}
