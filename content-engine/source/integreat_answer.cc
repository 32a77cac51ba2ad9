#include "content-engine/source/integreat_answer.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace content {

using Json = nlohmann::json;

static const Json* member(const Json& object, const char* key) {
  if (!object.is_object())
    return nullptr;
  const auto at = object.find(key);
  return at == object.end() ? nullptr : &*at;
}

// A missing or null member reads as empty; a member of another type is no answer of this API.
static std::optional<std::string> text(const Json& object, const char* key) {
  const Json* value = member(object, key);
  if (value == nullptr || value->is_null())
    return std::string{};
  if (!value->is_string())
    return std::nullopt;
  return value->get<std::string>();
}

static std::map<std::string, std::string> translations_of(const Json& object) {
  std::map<std::string, std::string> paths;
  const Json* languages = member(object, "available_languages");
  if (languages == nullptr || !languages->is_object())
    return paths;
  for (const auto& [slug, entry] : languages->items()) {
    const Json* id = member(entry, "id");
    const auto path = text(entry, "path");
    if (id != nullptr && id->is_number_integer() && path && !path->empty())
      paths.emplace(slug, *path);
  }
  return paths;
}

static std::optional<IntegreatPage> page_of(const Json& object) {
  const auto path = text(object, "path"), url = text(object, "url"), title = text(object, "title"),
             updated = text(object, "last_updated"), content = text(object, "content");
  if (!path || path->empty() || !url || !title || !updated || !content)
    return std::nullopt;
  IntegreatPage page{.path = *path,
                     .url = *url,
                     .title = *title,
                     .last_updated = *updated,
                     .content = *content,
                     .parent_path = {},
                     .order = 0,
                     .translations = translations_of(object)};
  if (const Json* parent = member(object, "parent"); parent != nullptr && parent->is_object())
    page.parent_path = text(*parent, "path").value_or("");
  if (const Json* order = member(object, "order"); order != nullptr && order->is_number_integer())
    page.order = order->get<long>();
  return page;
}

Result<std::vector<IntegreatPage>> parse_integreat_pages(std::string_view json,
                                                         std::string_view name) {
  const std::string file(name);
  if (json.size() > integreat_answer_limit)
    return Failure{Refusal::TooLarge, file + ": larger than 64 MiB"};
  const Json document = Json::parse(json, nullptr, false);
  if (document.is_discarded())
    return Failure{Refusal::Malformed, file + ": is not JSON"};
  if (const auto error = text(document, "error"); error && !error->empty())
    return Failure{Refusal::Malformed, file + ": the server answered «" + error->substr(0, 200) +
                                           "» and sent no pages"};
  if (!document.is_array())
    return Failure{Refusal::Malformed, file + ": is no list of pages"};
  if (document.size() > integreat_page_limit)
    return Failure{Refusal::TooLarge, file + ": more than 20000 pages"};
  std::vector<IntegreatPage> pages;
  for (const auto& object : document) {
    auto page = page_of(object);
    if (!page)
      return Failure{Refusal::Malformed, file + ": entry " + std::to_string(pages.size() + 1) +
                                             " has no path, title or content as text"};
    pages.push_back(std::move(*page));
  }
  return pages;
}

}  // namespace content
