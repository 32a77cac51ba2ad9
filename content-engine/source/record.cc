#include "content-engine/source/record.h"

#include <algorithm>
#include <charconv>

#include "content-engine/source/source_text.h"

namespace content {

Record::Record(std::string file, int line, std::vector<Finding>& findings)
    : file_(std::move(file)), line_(line), findings_(&findings) {}

void Record::set(std::string key, std::string value, int line) {
  fields_[std::move(key)] = {std::move(value), line};
}

void Record::forgive(std::string key) {
  forgiven_.insert(std::move(key));
}

const std::map<std::string, std::pair<std::string, int>, std::less<>>& Record::fields() const {
  return fields_;
}

int Record::line(std::string_view key) const {
  const auto at = fields_.find(key);
  return at == fields_.end() ? line_ : at->second.second;
}

bool Record::has(std::string_view key) const {
  return fields_.find(key) != fields_.end();
}

std::string Record::text(std::string_view key) const {
  const auto at = fields_.find(key);
  return at == fields_.end() ? std::string{} : at->second.first;
}

void Record::report(std::string_view key, std::string_view rule, Sentence problem,
                    Sentence advice) {
  findings_->push_back({file_, line(key), Severity::Error, std::string(rule), std::move(problem),
                        std::move(advice)});
}

void Record::report_value(std::string_view key, std::string_view value, std::string_view german,
                          std::string_view english) {
  report(key, "value-wrong",
         sentence("«%2» passt nicht zu %1", "«%2» is no value for %1", {key, value}),
         {sentence("erlaubt: %1", "", {german}).german,
          sentence("", "allowed: %1", {english}).english});
}

std::string Record::required(std::string_view key) {
  std::string value = text(key);
  if (value.empty() && forgiven_.find(key) == forgiven_.end())
    report(key, "value-missing", sentence("%1 fehlt", "%1 is missing", {key}),
           sentence("%1 eintragen", "fill in %1", {key}));
  return value;
}

std::string Record::id(std::string_view key, IdForm form) {
  std::string value = required(key);
  if (!value.empty() && !(form == IdForm::Plain ? is_id(value) : is_dotted_id(value)))
    report(key, "id-form", sentence("«%1» ist keine Kennung", "«%1» is no id", {value}),
           sentence("Kleinbuchstaben a–z, Ziffern und Bindestriche verwenden",
                    "use lower-case letters a–z, digits and hyphens"));
  return value;
}

Date Record::date(std::string_view key) {
  return required(key).empty() ? Date{} : date_or_none(key).value_or(Date{});
}

std::optional<Date> Record::date_or_none(std::string_view key) {
  const std::string value = text(key);
  if (value.empty())
    return std::nullopt;
  const std::optional<Date> day = parse_date(value);
  if (!day)
    report_value(key, value, "ein Tag wie 2026-11-23", "a day like 2026-11-23");
  return day;
}

int Record::number(std::string_view key) {
  const std::string value = required(key);
  if (value.empty())
    return 0;
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || number < 0) {
    report_value(key, value, "eine ganze Zahl ab 0", "a whole number from 0");
    return 0;
  }
  return number;
}

std::optional<bool> Record::yes_no(std::string_view key) {
  const std::string value = text(key);
  if (value.empty())
    return std::nullopt;
  if (value != "yes" && value != "no")
    report_value(key, value, "yes oder no", "yes or no");
  return value == "yes";
}

std::vector<std::string> Record::words(std::string_view key) const {
  std::vector<std::string> words;
  const std::string value = text(key);
  std::size_t at = 0;
  while (at < value.size()) {
    const std::size_t end = std::min(value.find(' ', at), value.size());
    if (end > at)
      words.push_back(value.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string Record::word_of(std::string_view key, const std::vector<std::string_view>& known) {
  const std::string value = required(key);
  if (value.empty() || std::find(known.begin(), known.end(), value) != known.end())
    return value;
  std::string all;
  for (const std::string_view word : known)
    all += (all.empty() ? "" : ", ") + std::string(word);
  report_value(key, value, all, all);
  return std::string(known.front());
}

}  // namespace content
