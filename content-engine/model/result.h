// Failure a caller can act on is a value. Result<T> holds either what was asked for or a Failure;
// broken invariants throw instead, and only main catches those.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace content {

// The kinds of refusal a caller may tell apart. Kept few: a new kind needs a caller that acts on
// it.
enum class Refusal {
  NotFound,     // the named thing does not exist
  Malformed,    // bytes or text do not follow the format
  TooLarge,     // over a size cap; nothing of it was used
  Unsupported,  // a format or program version this program does not speak
  Untrusted,    // a hash, signature or threshold does not hold
  Expired,      // was right once, is past its date
  RolledBack,   // older than what was already accepted
  NoSpace,      // the disk would be full
  Unavailable,  // the medium or server does not answer; trying again later may work
  Invalid,      // the caller's arguments or an editor's source do not make sense
};

struct Failure {
  Refusal refusal{};
  std::string message;  // one English sentence for logs; says what and where

  bool operator==(const Failure&) const = default;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Failure& failure() const {
    assert(state_.index() == 1);
    return std::get<1>(state_);
  }

 private:
  T& value() { return std::get<0>(state_); }
  const T& value() const { return std::get<0>(state_); }

  std::variant<T, Failure> state_;
};

// For verbs that yield nothing but may fail.
struct Done {
  bool operator==(const Done&) const = default;
};

}  // namespace content
