#include "content-engine/source/offering_import.h"

#include <algorithm>
#include <array>
#include <set>

#include "content-engine/model/offering_fault.h"
#include "content-engine/source/slug.h"

namespace content {

namespace {

bool tells(const Offering& offering, const std::string& source) {
  const auto sources = sources_of(offering);
  return std::find(sources.begin(), sources.end(), source) != sources.end();
}

// A place of the town whose name or street the address names.
std::string place_of(const Edition& town, const std::string& address) {
  for (const Place& place : town.places)
    if (!place.name.empty() && address.find(place.name) != std::string::npos)
      return place.id;
  return {};
}

class Joiner final {
 public:
  Joiner(const Edition& town, const std::string& file, const ProviderRules& rules)
      : town_(town), file_(file), rules_(rules) {
    result_.offerings = town.offerings;
    for (const Offering& offering : town.offerings)
      ids_.insert(offering.id);
  }

  OfferingImport join(std::vector<Offering> came) {
    std::set<std::string> origins;
    for (Offering& each : came) {
      origins.insert(each.origin);
      complete(each);
      if (faulty(each))
        continue;
      place(std::move(each));
    }
    for (const Offering& before : town_.offerings)
      if (!before.origin.empty() && tells(before, rules_.source) &&
          !origins.contains(before.origin))
        result_.gone.push_back(before.id);
    return std::move(result_);
  }

 private:
  void complete(Offering& each) {
    each.sources = rules_.source;
    each.checked_on = rules_.today;
    each.verified = rules_.verified;
    if (each.provider.empty())
      each.provider = rules_.provider.empty() ? rules_.source : rules_.provider;
    if (each.phone.empty() && each.email.empty() && each.web.empty()) {
      each.phone = rules_.phone;
      each.email = rules_.email;
      each.web = rules_.web;
    }
    if (each.languages.empty())
      each.languages = rules_.languages;
    if (each.place.empty())
      each.place = place_of(town_, each.address);
    if (const Place* place = find_place(town_, each.place);
        place != nullptr && each.district.empty())
      each.district = place->district;
  }

  bool faulty(const Offering& each) {
    auto faults = faults_of(each);
    if (each.title.empty())
      faults.push_back({"value-missing",
                        {"title fehlt", "title is missing"},
                        {"title eintragen", "fill in title"}});
    for (OfferingFault& fault : faults)
      result_.findings.push_back(
          {file_,
           each.line,
           Severity::Error,
           std::string(fault.rule),
           {each.title + ": " + fault.problem.german, each.title + ": " + fault.problem.english},
           std::move(fault.advice)});
    if (faults.empty() && last_day(each).value_or(rules_.today) < rules_.today) {
      ++result_.left_out["over"];
      return true;
    }
    result_.refused += faults.empty() ? 0 : 1;
    return !faults.empty();
  }

  void place(Offering each) {
    for (Offering& before : result_.offerings)
      if (!each.origin.empty() && before.origin == each.origin && tells(before, rules_.source)) {
        renew(before, std::move(each));
        return;
      }
    for (Offering& before : result_.offerings)
      if (same_offering(before, each) && !told_apart(before, each)) {
        merge(before, each);
        return;
      }
    each.id = free_id(each);
    ++result_.added;
    result_.offerings.push_back(std::move(each));
  }

  // The source has another entry here already that is not this one.
  bool told_apart(const Offering& before, const Offering& each) const {
    return tells(before, rules_.source) && !before.origin.empty() && before.origin != each.origin;
  }

  void renew(Offering& before, Offering each) {
    ++result_.renewed;
    each.id = before.id;
    each.sources = before.sources;
    each.titles = before.titles;
    each.groups = each.groups.empty() ? before.groups : each.groups;
    before = std::move(each);
  }

  void take(const Offering& here, const char* column, std::string& ours,
            const std::string& theirs) {
    if (ours.empty()) {
      ours = theirs;
      return;
    }
    if (theirs.empty() || ours == theirs)
      return;
    result_.findings.push_back(
        {file_,
         here.line,
         Severity::Warning,
         "offer-clash",
         sentence("«%1»: %2 ist «%3», hier «%4»", "«%1»: %2 is «%3», here «%4»",
                  {here.id, column, ours, theirs}),
         {"bei den Anbietern nachfragen; es bleibt, was da war",
          "ask the providers; what was there stays"}});
  }

  void merge(Offering& before, const Offering& each) {
    ++result_.merged;
    const int line = before.line;
    before.line = each.line;  // where the finding is
    take(before, "cost", before.cost, each.cost);
    take(before, "phone", before.phone, each.phone);
    take(before, "times", before.times, each.times);
    before.line = line;
    if (before.email.empty())
      before.email = each.email;
    if (before.web.empty())
      before.web = each.web;
    if (before.levels.empty())
      before.levels = each.levels;
    if (before.languages.empty())
      before.languages = each.languages;
    if (!before.childcare)
      before.childcare = each.childcare;
    if (!tells(before, rules_.source))
      before.sources += (before.sources.empty() ? "" : "; ") + rules_.source;
    before.checked_on = std::max(before.checked_on, each.checked_on);
  }

  std::string free_id(const Offering& each) {
    constexpr std::size_t longest = 48;
    std::string base = slug(each.title, longest);
    if (base.empty())
      base = std::string(to_word(each.kind));
    base += "-" + to_iso(each.starts);
    std::string id = base;
    for (int next = 2; !ids_.insert(id).second; ++next)
      id = base + "-" + std::to_string(next);
    return id;
  }

  const Edition& town_;
  const std::string& file_;
  const ProviderRules& rules_;
  std::set<std::string> ids_;
  OfferingImport result_;
};

}  // namespace

OfferingImport join_offerings(const Edition& town, std::vector<Offering> came,
                              const std::string& file, const ProviderRules& rules) {
  return Joiner(town, file, rules).join(std::move(came));
}

std::string OfferingImport::to_text(MessageLanguage language) const {
  const bool german = language == MessageLanguage::German;
  std::string text;
  const auto line = [&](std::string_view de, std::string_view en, std::size_t count) {
    text += std::string(german ? de : en) + ": " + std::to_string(count) + "\n";
  };
  line("neu", "new", static_cast<std::size_t>(added));
  line("erneuert", "renewed", static_cast<std::size_t>(renewed));
  line("zusammengeführt", "merged", static_cast<std::size_t>(merged));
  line("abgelehnt", "refused", static_cast<std::size_t>(refused));
  struct Reason {
    std::string_view key, de, en;
  };
  static constexpr std::array<Reason, 3> reasons{
      {{"over", "weggelassen, weil vorbei", "left out, because it is over"},
       {"cancelled", "weggelassen, weil abgesagt", "left out, because it is cancelled"},
       {"private", "weggelassen, weil privat", "left out, because it is private"}}};
  for (const Reason& reason : reasons)
    if (const auto at = left_out.find(std::string(reason.key)); at != left_out.end())
      line(reason.de, reason.en, static_cast<std::size_t>(at->second));
  for (const std::string& id : gone)
    text += (german ? "nicht mehr in der Quelle, bleibt stehen: "
                    : "no longer told by the source, left as it is: ") +
            id + "\n";
  return text;
}

std::string OfferingImport::to_json() const {
  std::string json = "{\"added\":" + std::to_string(added) +
                     ",\"renewed\":" + std::to_string(renewed) +
                     ",\"merged\":" + std::to_string(merged) +
                     ",\"refused\":" + std::to_string(refused) + ",\"left_out\":{";
  std::string comma;
  for (const auto& [reason, count] : left_out) {
    json += comma + "\"" + reason + "\":" + std::to_string(count);
    comma = ",";
  }
  json += "},\"gone\":[";
  comma.clear();
  for (const std::string& id : gone) {  // ids need no escapes
    json += comma + "\"" + id + "\"";
    comma = ",";
  }
  return json + "]}";
}

}  // namespace content
