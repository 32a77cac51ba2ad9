// Keeps what was made last, up to a number of bytes: the least recently used goes first. What is
// larger than the whole cache is kept alone until something else comes.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <list>
#include <unordered_map>
#include <utility>

namespace kiosk {

template <typename Key, typename Value, typename Hash = std::hash<Key>>
class BoundedCache final {
 public:
  explicit BoundedCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // Null when not kept. Valid until the next keep() or clear().
  const Value* find(const Key& key) {
    const auto found = index_.find(key);
    if (found == index_.end()) {
      return nullptr;
    }
    entries_.splice(entries_.begin(), entries_, found->second);
    return &entries_.front().value;
  }

  // `key` must not be kept already.
  const Value& keep(const Key& key, Value value, std::size_t bytes) {
    entries_.push_front({key, std::move(value), bytes});
    index_.emplace(key, entries_.begin());
    bytes_ += bytes;
    while (bytes_ > most_bytes_ && entries_.size() > 1) {
      bytes_ -= entries_.back().bytes;
      index_.erase(entries_.back().key);
      entries_.pop_back();
    }
    return entries_.front().value;
  }

  void clear() {
    index_.clear();
    entries_.clear();
    bytes_ = 0;
  }

  std::size_t size() const { return entries_.size(); }
  std::size_t bytes() const { return bytes_; }

 private:
  struct Entry {
    Key key;
    Value value;
    std::size_t bytes = 0;
  };

  std::size_t most_bytes_;
  std::list<Entry> entries_;  // most recently used first
  std::unordered_map<Key, typename std::list<Entry>::iterator, Hash> index_;
  std::size_t bytes_ = 0;
};

}  // namespace kiosk
