#include "kiosk/text/paragraph.h"

#include <functional>
#include <list>
#include <unordered_map>
#include <utility>

#include "kiosk/text/typesetter.h"

namespace kiosk {

namespace {

// A page in hand, the one before and a measuring pass or two; an article is about sixty paragraphs.
constexpr std::size_t glyphs_kept = 60'000;   // 2.4 MB
constexpr std::size_t longest_kept = 20'000;  // bytes of text

void mix(std::size_t& hash, std::size_t value) {
  hash ^= value + 0x9E3779B97F4A7C15U + (hash << 6) + (hash >> 2);
}

struct RequestHash {
  std::size_t operator()(const ParagraphRequest& request) const {
    std::size_t hash = std::hash<std::string>()(request.text);
    mix(hash, std::hash<std::string>()(request.language));
    mix(hash, std::hash<float>()(request.width));
    mix(hash, std::hash<float>()(request.style.size));
    mix(hash, static_cast<std::size_t>(request.style.weight));
    mix(hash, request.ranges.size());
    return hash;
  }
};

class Engine final : public TextEngine {
 public:
  explicit Engine(FontStack stack) : typesetter_(std::move(stack)) {}

  Paragraph layout(const ParagraphRequest& request) override {
    if (request.text.size() > longest_kept)
      return typesetter_.set(request);
    if (const auto found = by_request_.find(request); found != by_request_.end()) {
      kept_.splice(kept_.begin(), kept_, found->second);
      return found->second->paragraph;
    }
    Paragraph paragraph = typesetter_.set(request);
    keep(request, paragraph);
    return paragraph;
  }

  const std::vector<FontFile>& fonts() const override { return typesetter_.stack().files(); }

  std::u32string uncovered(std::string_view text, std::string_view language,
                           Weight weight) override {
    return typesetter_.uncovered(text, language, weight);
  }

  void forget() override {
    by_request_.clear();
    kept_.clear();
    cost_ = 0;
  }

  std::size_t kept() const override { return kept_.size(); }

 private:
  struct Kept;
  using Order = std::list<Kept>;
  using Index = std::unordered_map<ParagraphRequest, Order::iterator, RequestHash>;
  struct Kept {
    Paragraph paragraph;
    std::size_t cost = 0;
    Index::iterator place;
  };

  void keep(const ParagraphRequest& request, const Paragraph& paragraph) {
    std::size_t cost = 50;
    for (const Line& line : paragraph.lines)
      cost += line.glyphs.size() + 3;
    while (cost_ + cost > glyphs_kept && !kept_.empty()) {
      cost_ -= kept_.back().cost;
      by_request_.erase(kept_.back().place);
      kept_.pop_back();
    }
    kept_.push_front({paragraph, cost, {}});
    kept_.front().place = by_request_.emplace(request, kept_.begin()).first;
    cost_ += cost;
  }

  Typesetter typesetter_;
  Order kept_;  // last used first
  Index by_request_;
  std::size_t cost_ = 0;
};

}  // namespace

content::Result<std::unique_ptr<TextEngine>> TextEngine::open(const std::filesystem::path& fonts) {
  auto stack = FontStack::read(fonts);
  if (!stack)
    return stack.failure();
  return std::unique_ptr<TextEngine>(std::make_unique<Engine>(*std::move(stack)));
}

}  // namespace kiosk
