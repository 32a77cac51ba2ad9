// JSON as trust needs it: strict when read (no duplicate keys, no floats, valid UTF-8, bounded
// depth, nothing behind the end), canonical when written (OLPC: sorted keys, no spaces, only `"`
// and `\` escaped), because signatures and key ids are made over exactly those bytes.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content-engine/model/result.h"

namespace content {

inline constexpr int json_depth_limit = 64;

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::map<std::string, Json>;  // by UTF-8 bytes, which is by code point

  Json() = default;
  Json(bool value) : value_(value) {}
  Json(std::int64_t value) : value_(value) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}

  // nullptr when it is something else: hostile input never reaches an assert.
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  const std::string* string() const { return std::get_if<std::string>(&value_); }
  const Array* array() const { return std::get_if<Array>(&value_); }
  const Object* object() const { return std::get_if<Object>(&value_); }
  Array* array() { return std::get_if<Array>(&value_); }
  Object* object() { return std::get_if<Object>(&value_); }
  bool null() const { return std::holds_alternative<std::monostate>(value_); }

  // Member of an object; nullptr when this is no object or has none of that name.
  const Json* member(std::string_view name) const;

  bool operator==(const Json&) const = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, std::string, Array, Object> value_;
};

// Malformed with the byte offset where there is one.
Result<Json> parse_json(std::string_view text);
std::string canonical(const Json& json);

}  // namespace content
