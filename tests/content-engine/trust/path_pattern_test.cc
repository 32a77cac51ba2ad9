#include "content-engine/trust/path_pattern.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("a wildcard never crosses a slash") {
  struct Row {
    const char* path;
    const char* pattern;
    bool matches;
  };
  for (const Row& row :
       {Row{"foo", "*", true}, Row{"a/b", "*", false}, Row{"a/b", "a/*", true},
        Row{"a/b/c", "a/*", false}, Row{"a/b", "*/*", true}, Row{"foo.tgz", "foo.t?z", true},
        Row{"a/b", "a?b", false}, Row{"abcabd", "*abd", true}, Row{"", "*", true},
        Row{"", "?", false}, Row{"A", "a", false}, Row{"a", "", false}, Row{"/a", "*a", false},
        Row{"x/aab", "*/a*b", true}, Row{"x/aab/", "*/a*b", false}})
    CHECK_MESSAGE(matches_pattern(row.path, row.pattern) == row.matches,
                  row.path << " ~ " << row.pattern);
}

TEST_CASE("a delegation by hash prefix covers what its hash begins with") {
  Delegation delegation;
  delegation.path_hash_prefixes = {sha256_hex("a/b").substr(0, 3)};
  CHECK(covers(delegation, "a/b"));
  delegation.path_hash_prefixes = {"zz"};
  CHECK_FALSE(covers(delegation, "a/b"));
}
