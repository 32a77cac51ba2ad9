#include "tests/bench/synthetic_edition.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <stdexcept>

#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/source/tree.h"

namespace fs = std::filesystem;
using namespace content;

namespace {

constexpr int texts_percent = 35;  // of the bytes; the rest are pictures
constexpr std::size_t shortest_paragraph = 60;
constexpr int paragraphs_a_page = 12;

// Ids that lie in no order, so that what is new falls between what is old.
std::string id_of(const std::string& kind, std::uint64_t number) {
  return kind + "-" + std::to_string(std::mt19937_64(number ^ 0x5eed)() >> 33);
}

// Cut at a word: the front or the back half of a paragraph.
std::string half(const std::string& paragraph, std::uint64_t at, bool front) {
  const auto space = paragraph.find(' ', at % paragraph.size());
  if (space == std::string::npos)
    return paragraph;
  return front ? paragraph.substr(0, space) : paragraph.substr(space);
}

std::size_t size_of(const Page& page) {
  std::size_t bytes = 0;
  for (const Element& element : page.elements)
    bytes += element.text.size();
  return bytes;
}

template <typename Rows>
auto any_of(Rows& rows, std::mt19937_64& random) {
  return std::next(rows.begin(), static_cast<std::ptrdiff_t>(random() % rows.size()));
}

}  // namespace

SyntheticEdition::SyntheticEdition(const fs::path& town, int megabytes) {
  Result<Source> source = read_source(town);
  if (!source)
    throw std::runtime_error(source.failure().message);
  town_ = std::move(source->edition);
  for (const Topic& topic : town_.topics)
    for (const Page& page : topic.pages)
      for (const Element& element : page.elements)
        if (element.text.size() >= shortest_paragraph)
          paragraphs_[page.language].push_back(element.text);
  if (paragraphs_.empty())
    throw std::runtime_error(town.string() + " has no texts");
  const std::uint64_t all = static_cast<std::uint64_t>(megabytes) * 1'000'000;
  std::uint64_t topic = 0;
  for (std::uint64_t bytes = 0; bytes < all * texts_percent / 100; ++topic) {
    for (const auto& [language, texts] : paragraphs_) {
      Page made = page(language, std::hash<std::string>{}(language) ^ topic);
      bytes += size_of(made);
      pages_.emplace(Key(topic, language), std::move(made));
    }
  }
  std::uint64_t number = 0;
  for (std::uint64_t bytes = 0; bytes < all * (100 - texts_percent) / 100; ++number) {
    bytes += picture(number).size();
    pictures_.emplace(number, number);
  }
}

Element SyntheticEdition::paragraph(const std::string& language, std::uint64_t seed) const {
  const std::vector<std::string>& texts = paragraphs_.at(language);
  std::mt19937_64 random(seed);
  Element made{.block = Block::Body, .kind = ElementKind::Paragraph};
  made.text = half(texts[random() % texts.size()], random(), true);
  made.text += half(texts[random() % texts.size()], random(), false);
  made.text += " " + std::to_string(random() % 100'000);
  return made;
}

Page SyntheticEdition::page(const std::string& language, std::uint64_t seed) const {
  Page made{.language = language, .updated = town_.town.edition};
  for (std::uint64_t i = 0; i < paragraphs_a_page; ++i)
    made.elements.push_back(paragraph(language, seed * paragraphs_a_page + i));
  return made;
}

std::string SyntheticEdition::picture(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::string bytes(8000 + random() % 60'000, '\0');
  for (std::size_t at = 0; at + sizeof(std::uint64_t) <= bytes.size();
       at += sizeof(std::uint64_t)) {
    const std::uint64_t noise = random();
    std::memcpy(&bytes[at], &noise, sizeof noise);
  }
  return bytes;
}

void SyntheticEdition::edit() {
  std::mt19937_64 random(2);
  const std::size_t before = pages_.size();
  for (std::size_t i = 0; i < before / 100; ++i) {
    const auto edited = any_of(pages_, random);
    edited->second.elements.push_back(paragraph(edited->first.second, random()));
  }
  for (std::size_t i = 0; i < before / 1000; ++i)
    pages_.erase(any_of(pages_, random));
  // New topics in as many languages as it takes.
  std::uint64_t topic = 1'000'000;
  for (std::size_t i = 0; i < before / 500; ++topic)
    for (auto in = paragraphs_.begin(); in != paragraphs_.end() && i < before / 500; ++in, ++i)
      pages_.emplace(Key(topic, in->first), page(in->first, random()));
  new_picture_bytes = 0;
  for (std::size_t i = 0; i < (pictures_.size() + 99) / 100; ++i) {
    const auto at = any_of(pictures_, random);
    at->second += 10'000'000;
    new_picture_bytes += picture(at->second).size();
  }
}

void SyntheticEdition::build(const fs::path& file) const {
  Edition edition = town_;
  for (const auto& [key, page] : pages_) {
    const auto& [number, language] = key;
    const std::string id = id_of("topic", number);
    if (edition.topics.empty() || edition.topics.back().id != id) {
      Topic topic{.id = id, .form = TopicForm::FreeBody};
      topic.situations = {town_.situations.front().id};
      topic.owner = "desk";
      topic.review_due = town_.town.edition;
      topic.licence = town_.town.licence;
      edition.topics.push_back(std::move(topic));
    }
    edition.topics.back().titles[language] = {
        .user = page.elements.front().text.substr(0, page.elements.front().text.find(' '))};
    edition.topics.back().pages.push_back(page);
  }
  for (const auto& [number, seed] : pictures_) {
    Picture made{.id = id_of("picture", number), .media_type = "image/png"};
    made.bytes = picture(seed);
    edition.pictures.push_back(std::move(made));
  }
  const Result<std::string> written = write_bundle(edition, file);
  if (!written)
    throw std::runtime_error(written.failure().message);
}
