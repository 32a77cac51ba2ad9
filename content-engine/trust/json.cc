#include "content-engine/trust/json.h"

#include <nlohmann/json.hpp>

namespace content {

namespace {

// Builds our tree from nlohmann's events; says why it stopped.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return put(Json()); }
  bool boolean(bool value) override { return put(Json(value)); }
  bool number_integer(number_integer_t value) override {
    return put(Json(static_cast<std::int64_t>(value)));
  }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(INT64_MAX))
      return stop("an integer beyond 64 bits");
    return put(Json(static_cast<std::int64_t>(value)));
  }
  bool number_float(number_float_t, const string_t&) override {
    return stop("a number that is no 64-bit integer");
  }
  bool string(string_t& value) override { return put(Json(std::move(value))); }
  bool binary(binary_t&) override { return stop("binary data"); }
  bool start_object(std::size_t) override { return open(Json(Json::Object{})); }
  bool start_array(std::size_t) override { return open(Json(Json::Array{})); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (open_.back().object()->contains(name))
      return stop("the key \"" + name + "\" twice in one object");
    names_.back() = std::move(name);
    return true;
  }
  bool parse_error(std::size_t at, const std::string&,
                   const nlohmann::detail::exception&) override {
    return stop("a syntax error at byte " + std::to_string(at));
  }

  Json root;
  std::string reason;

 private:
  bool stop(std::string why) {
    reason = std::move(why);
    return false;
  }
  bool open(Json container) {
    if (open_.size() >= json_depth_limit)
      return stop("nesting deeper than " + std::to_string(json_depth_limit));
    open_.push_back(std::move(container));
    names_.emplace_back();
    return true;
  }
  bool close() {
    Json done = std::move(open_.back());
    open_.pop_back();
    names_.pop_back();
    return put(std::move(done));
  }
  bool put(Json value) {
    if (open_.empty())
      root = std::move(value);
    else if (auto* array = open_.back().array())
      array->push_back(std::move(value));
    else
      open_.back().object()->emplace(std::move(names_.back()), std::move(value));
    return true;
  }

  std::vector<Json> open_;
  std::vector<std::string> names_;  // of the member being read, per open container
};

void write(const Json& json, std::string& out);

void write_string(const std::string& text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\';
    out += c;
  }
  out += '"';
}

void write(const Json& json, std::string& out) {
  if (const auto* object = json.object()) {
    out += '{';
    for (const auto& [name, value] : *object) {
      if (out.back() != '{')
        out += ',';
      write_string(name, out);
      out += ':';
      write(value, out);
    }
    out += '}';
  } else if (const auto* array = json.array()) {
    out += '[';
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (i > 0)
        out += ',';
      write((*array)[i], out);
    }
    out += ']';
  } else if (const auto* text = json.string()) {
    write_string(*text, out);
  } else if (const auto* number = json.integer()) {
    out += std::to_string(*number);
  } else if (const auto* flag = json.boolean()) {
    out += *flag ? "true" : "false";
  } else {
    out += "null";
  }
}

}  // namespace

const Json* Json::member(std::string_view name) const {
  const auto* members = object();
  if (members == nullptr)
    return nullptr;
  const auto at = members->find(std::string(name));
  return at == members->end() ? nullptr : &at->second;
}

Result<Json> parse_json(std::string_view text) {
  Builder builder;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
    return Failure{Refusal::Malformed, "not the JSON that is signed: " + builder.reason};
  return std::move(builder.root);
}

std::string canonical(const Json& json) {
  std::string out;
  write(json, out);
  return out;
}

}  // namespace content
