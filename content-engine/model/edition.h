// Everything one bundle holds. Source readers and importers make it, rules judge it, the bundle
// writer stores it; a bundle read back equals it but for the members marked «not stored».
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content-engine/model/clip.h"
#include "content-engine/model/date.h"
#include "content-engine/model/language.h"
#include "content-engine/model/notice.h"
#include "content-engine/model/offering.h"
#include "content-engine/model/topic.h"

namespace content {

struct Town {
  std::string name;       // "Stadt Herne"
  std::string time_zone;  // "Europe/Berlin"
  std::string web;        // "https://www.herne.de"
  std::string phone;      // the town hall's own
  std::string default_language = "de";
  Date edition;  // the day of this edition; all «today» of a build comes from the caller
  std::string licence;
  std::string attribution;
  // Side by side as they lie, so that two are the nearer the closer they stand here (R23).
  std::vector<std::string> districts{};

  bool operator==(const Town&) const = default;
};

struct LifeSituation {
  std::string id;         // "neu-in-herne"; its title is the interface word "situation.<id>"
  std::string family;     // the look's colour family: arrive means family living voice alarm
  std::string pictogram;  // "a-new-in-herne"
  int order = 0;
  int line = 0;  // not stored

  bool operator==(const LifeSituation&) const = default;
};

struct TargetGroup {
  std::string id;  // "families"; its title is the interface word "group.<id>"
  std::string pictogram;
  int order = 0;
  int line = 0;  // not stored

  bool operator==(const TargetGroup&) const = default;
};

enum class FactKind { Amount, Number, Phone, Date, Text };
std::string_view to_word(FactKind kind);
std::optional<FactKind> parse_fact_kind(std::string_view word);

// A number lives once (R29). Expired or unverified facts are shown as «being checked».
struct Fact {
  std::string id;  // "kindergeld.monat"
  FactKind kind{};
  std::string
      value;  // Amount: euros "259" or "27.60"; Number: "2"; Phone: "02323 16-1633"; Date: ISO
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  // last day on which it holds; none: until further notice
  std::string source;
  Date checked_on;
  bool verified = false;  // false: nobody could verify it
  int line = 0;           // not stored

  bool operator==(const Fact&) const = default;
};

struct Place {
  std::string id;    // "buergerzentrum-mitte"
  std::string kind;  // one of place_kinds()
  std::string name;  // the German name, as on the door
  std::string street;
  std::string postcode;
  std::string city;
  std::string district;
  std::string phone;
  std::string email;
  std::string web;
  std::string hours;      // opening-hours text in the grammar of content/README.md
  std::string languages;  // spoken there, tags separated by spaces
  std::optional<bool> step_free;
  std::string former_names;  // separated by ';' (R00)
  std::string source;
  Date checked_on;
  bool verified = false;
  int line = 0;  // not stored

  bool operator==(const Place&) const = default;
};

// Each has the interface word "place-kind.<kind>".
const std::vector<std::string_view>& place_kinds();

enum class PlanReason { Demand, LegalDuty, Safety, Proposal, Pilot };
std::string_view to_word(PlanReason reason);
std::optional<PlanReason> parse_plan_reason(std::string_view word);

// One line of the language plan: this topic is worth having in this language, and why (R02).
// What is not in the plan is not planned, which is a decision and no fault (R03).
struct PlannedTranslation {
  std::string topic;
  std::string language;
  PlanReason reason{};
  std::string group;  // may be empty: for everyone
  Date due;
  int line = 0;  // not stored

  bool operator==(const PlannedTranslation&) const = default;
};

struct Picture {
  std::string id;
  std::string media_type;  // image/svg+xml (our subset) or image/png
  std::string bytes;
  std::map<std::string, std::string> alternative_text;  // by language tag
  std::string licence;
  std::string attribution;
  int line = 0;  // not stored

  bool operator==(const Picture&) const = default;
};

// Interface words: ICU MessageFormat patterns by key, per language.
using Words = std::map<std::string, std::string>;

struct Edition {
  Town town;
  std::vector<Language> languages;
  std::vector<LifeSituation> situations;
  std::vector<TargetGroup> groups;
  std::vector<Fact> facts;
  std::vector<Place> places;
  std::vector<Offering> offerings;
  std::vector<Notice> notices;
  std::vector<PlannedTranslation> plan;
  std::vector<Picture> pictures;
  std::vector<Clip> clips;
  std::map<std::string, Words> words;  // by language tag
  std::vector<Topic> topics;

  bool operator==(const Edition&) const = default;
};

const Topic* find_topic(const Edition& edition, const std::string& id);
const Place* find_place(const Edition& edition, const std::string& id);
const Fact* find_fact(const Edition& edition, const std::string& id);

}  // namespace content
