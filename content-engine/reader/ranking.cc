#include "content-engine/reader/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "content-engine/search/postings.h"

namespace content {

namespace {

// The textbook's b, and of its k1 (1.2 to 2) the upper end: fields with weights make larger counts
// than the plain ones that the lower end is for. The fields' weights only number their order, one
// step each: text 1, place 2, … title 5. How they came to be: ARCHITECTURE.md, «A question is never
// refused a word».
constexpr double saturation = 2;  // k1
constexpr double length = 0.75;   // b, for texts and titles
constexpr double usual_head = 5;  // words
constexpr double part_of_head = 0.5;

struct Field {
  std::uint8_t bit;
  double weight;
};
constexpr std::array<Field, 5> fields{
    {{HeadTitle, 5}, {HeadOfficial, 4}, {HeadSynonym, 3}, {HeadFormerName, 3}, {HeadPlace, 2}}};

double rarity(double entries, double with_word) {
  return std::log(1 + (entries - std::min(with_word, entries) + 0.5) / (with_word + 0.5));
}

class Ranking final {
 public:
  Ranking(const SearchIndex& index, Database& bundle) : index_(index), bundle_(bundle) {
    slots_.reserve(std::min<std::size_t>(static_cast<std::size_t>(index.entries()), 4096));
  }

  void count(const QueryGroup& group) {
    ++group_;
    std::vector<std::vector<Occurrence>> found;
    double all = 0;
    for (const Variant& variant : group.variants) {
      found.push_back(index_.find(bundle_, variant.stem, variant.depth));
      all += static_cast<double>(found.back().size());
    }
    if (found.empty())
      return;
    const double rare =
        group.weight *
        rarity(index_.entries(), group.is_whole ? static_cast<double>(found[0].size()) : all);
    for (std::size_t at = 0; at < found.size(); ++at)
      for (const Occurrence& occurrence : found[at])
        add(occurrence, rare, group.variants[at]);
    for (auto& [entry, slot] : slots_)
      if (slot.group == group_)
        close(slot);
  }

  std::vector<RankedEntry> best(std::size_t limit) {
    std::vector<RankedEntry> ranked;
    for (const auto& [entry, slot] : slots_)
      ranked.push_back({entry, slot.score, slot.field,
                        slot.variant == nullptr ? std::string() : slot.variant->shown});
    const auto better = [](const RankedEntry& one, const RankedEntry& other) {
      return one.score != other.score ? one.score > other.score : one.entry < other.entry;
    };
    const std::size_t kept = std::min(limit, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept),
                      ranked.end(), better);
    ranked.resize(kept);
    return ranked;
  }

 private:
  struct Slot {
    double score = 0;
    double best = 0;  // of the group being counted
    double heaviest = 0;
    const Variant* best_variant = nullptr;
    const Variant* variant = nullptr;
    int group = 0;
    std::uint8_t best_field = 0, field = 0;
  };

  void add(const Occurrence& occurrence, double rare, const Variant& variant) {
    double sum = 0, most = 0;
    std::uint8_t field_of_most = 0;
    if (occurrence.halves > 0)
      sum = most = occurrence.halves * 0.5 /
                   (1 - length + length * words_of_class(occurrence.length) / index_.average());
    const double head = ((occurrence.fields & HeadPart) != 0 ? part_of_head : 1) /
                        (1 - length + length * occurrence.words / usual_head);
    for (const Field& field : fields)
      if ((occurrence.fields & field.bit) != 0) {
        const double part = field.weight * head;
        sum += part;
        if (part > most) {
          most = part;
          field_of_most = field.bit;
        }
      }
    const double value = rare * variant.weight * sum / (saturation + sum);
    Slot& slot = slots_[occurrence.entry];
    if (slot.group != group_) {
      slot.group = group_;
      slot.best = -1;
    }
    if (value > slot.best) {
      slot.best = value;
      slot.best_field = field_of_most;
      slot.best_variant = &variant;
    }
  }

  static void close(Slot& slot) {
    slot.score += slot.best;
    if (slot.best > slot.heaviest) {
      slot.heaviest = slot.best;
      slot.field = slot.best_field;
      slot.variant = slot.best_variant;
    }
  }

  const SearchIndex& index_;
  Database& bundle_;
  std::unordered_map<std::uint32_t, Slot> slots_;
  int group_ = 0;
};

}  // namespace

std::vector<RankedEntry> rank(const SearchIndex& index, Database& bundle,
                              std::span<const QueryGroup> groups, std::size_t limit) {
  Ranking ranking(index, bundle);
  for (const QueryGroup& group : groups)
    ranking.count(group);
  return ranking.best(limit);
}

}  // namespace content
