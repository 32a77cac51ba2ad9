#include "content-engine/search/postings.h"

#include <doctest/doctest.h>

#include <random>

#include "content-engine/search/word_list.h"

using namespace content;

TEST_SUITE("search/postings") {
  TEST_CASE("what was written is read") {
    PostingWriter heads, bodies;
    heads.add(HeadPosting{5, HeadTitle | HeadPart, 3});
    heads.add(HeadPosting{0x7FFFFFFF, HeadPlace, 255});
    bodies.add(BodyPosting{1, 15, 4});
    bodies.add(BodyPosting{300, 1, 15});
    PostingReader head_reader(heads.bytes()), body_reader(bodies.bytes());
    const auto first = head_reader.head(), second = head_reader.head();
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->entry == 5);
    CHECK(first->fields == (HeadTitle | HeadPart));
    CHECK(second->entry == 0x7FFFFFFF);
    CHECK(second->words == 255);
    CHECK_FALSE(head_reader.head());
    CHECK(body_reader.body()->halves == 15);
    CHECK(body_reader.body()->entry == 300);
    CHECK_FALSE(body_reader.body());
  }

  TEST_CASE("lengths fall into sixteen classes") {
    CHECK(length_class(0) == 0);
    CHECK(length_class(16) == 0);
    CHECK(length_class(17) == 1);
    CHECK(length_class(100'000) == 15);
    for (std::uint8_t one = 1; one < 16; ++one)
      CHECK(words_of_class(one) > words_of_class(static_cast<std::uint8_t>(one - 1)));
  }

  TEST_CASE("bytes of a stranger end the list, whatever they are") {
    std::mt19937 random(5);
    for (int turn = 0; turn < 2000; ++turn) {
      std::string bytes(turn % 60, '\0');
      for (char& byte : bytes)
        byte = static_cast<char>(random());
      PostingReader heads(bytes), bodies(bytes);
      std::uint32_t last = 0;
      while (const auto head = heads.head()) {
        CHECK(head->entry > last);
        last = head->entry;
      }
      while (bodies.body()) {
      }
      const WordList list(bytes);
      for (std::size_t at = 0; at < list.size(); ++at)
        CHECK(list.word(at).size() + list.stem(at).size() + list.shown(at).size() < 5000);
    }
  }

  TEST_CASE("a list of words comes back, and finds by beginnings") {
    const std::vector<ListedWord> words{{"geld", "geld", "Geld", 1, 2},
                                        {"kind", "kind", "Kind", 300, 4000},
                                        {"kinder", "kind", "Kinder", 0, 1},
                                        {"kindergarten", "kindergart", "Kindergärten", 7, 0},
                                        {"öl", "öl", "öl", 0, 1}};
    const WordList list(write_word_list(words));
    REQUIRE(list.size() == words.size());
    for (std::size_t at = 0; at < words.size(); ++at)
      CHECK(ListedWord{std::string(list.word(at)), std::string(list.stem(at)),
                       std::string(list.shown(at)), list.heads(at), list.bodies(at)} == words[at]);
    CHECK(list.lower_bound("kind") == 1);
    CHECK(list.end_of_prefix(1, "kind") == 4);
    CHECK(list.has("kinder"));
    CHECK_FALSE(list.has("kin"));
    const std::string cut = write_word_list(words).substr(0, 20);
    CHECK(WordList(cut).size() == 1);
  }
}
