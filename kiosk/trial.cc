#include "kiosk/trial.h"

#include <utility>
#include <variant>

#include "kiosk/rehearsal.h"

namespace kiosk {
namespace {

using content::DropReason;
using content::Failure;
using content::Refusal;

struct Later {
  std::string why;
};
using Outcome = std::variant<Stock, content::Dropped, Later>;

std::string called(const content::Slot& slot) {
  return "edition " + slot.edition + " (" + slot.trial.bundle.substr(0, 8) + ", attempt " +
         std::to_string(slot.trial.attempt) + ")";
}

// That the card does not answer now says nothing about the bundle.
Outcome judged(const content::Slot& slot, DropReason why, const Failure& failure) {
  if (failure.refusal == Refusal::Unavailable)
    return Later{failure.message};
  return content::Dropped{slot.trial, why, failure.message};
}

Outcome rehearsed(content::Files& files, const StockPlace& place, const content::Slot& slot,
                  const Rehearsing& rehearsing) {
  auto text = open_text(place.fonts);
  if (!text)
    return Later{text.failure().message};
  auto held = open_held(files, place.store, slot.trial.bundle);
  if (!held)
    return judged(slot, DropReason::Unreadable, held.failure());
  const auto played =
      rehearse(*held->library, **text, rehearsing.panel,
               rehearsing.moment(held->library->town().time_zone), rehearsing.give_up);
  if (!played)
    return judged(slot, DropReason::Undrawable, played.failure());
  if (*played == Rehearsed::GivenUp || rehearsing.give_up())
    return Later{"somebody is here"};
  return stock_of(slot, std::move(*held), std::move(*text));
}

void log_unwritten(const content::Result<content::Done>& told, const Log& log) {
  if (!told)
    log("not written down: " + told.failure().message);
}

}  // namespace

void refuse_unfinished(content::Files& files, const std::filesystem::path& state, const Log& log) {
  const auto unfinished = content::read_verdicts(files, state).unfinished();
  if (!unfinished)
    return;
  log("refused: the program ended while it tried " + unfinished->bundle.substr(0, 8));
  log_unwritten(content::record_refused(
                    files, state,
                    {*unfinished, DropReason::Died, "the kiosk ended while it tried this bundle"}),
                log);
}

Tried try_candidate(content::Files& files, const StockPlace& place, const content::Slot& slot,
                    const Rehearsing& rehearsing, const Log& log) {
  if (const auto begun = content::begin_trial(files, place.state, slot.trial); !begun) {
    log("no trial of " + called(slot) + ": " + begun.failure().message);
    return {};
  }
  Outcome outcome = rehearsed(files, place, slot, rehearsing);
  if (auto* stock = std::get_if<Stock>(&outcome)) {
    if (const auto told = content::record_shown(files, place.state, slot.trial); told) {
      log("shown: " + called(slot));
      return {.stock = std::move(*stock)};
    } else {
      outcome = Later{told.failure().message};
    }
  }
  if (const auto* refused = std::get_if<content::Dropped>(&outcome)) {
    log("refused: " + called(slot) + ": " + std::string(content::word_of(refused->why)) + ": " +
        refused->detail);
    const auto told = content::record_refused(files, place.state, *refused);
    log_unwritten(told, log);
    if (told)
      return {.refused = true};
  } else {
    log("trial of " + called(slot) + " put off: " + std::get<Later>(outcome).why);
  }
  log_unwritten(content::postpone_trial(files, place.state), log);
  return {};
}

std::optional<Stock> change_back(content::Files& files, const StockPlace& place,
                                 const content::Slot& slot, const Log& log) {
  auto text = open_text(place.fonts);
  auto held = open_held(files, place.store, slot.trial.bundle);
  if (!text || !held) {
    log("no change to " + called(slot) + ": " +
        (text ? held.failure().message : text.failure().message));
    return std::nullopt;
  }
  // An old try that ended well must not look unfinished beside another bundle's verdict.
  const auto forgotten = content::postpone_trial(files, place.state);
  if (!forgotten && forgotten.failure().refusal != Refusal::NotFound)
    log_unwritten(forgotten, log);
  log_unwritten(content::record_shown(files, place.state, slot.trial), log);
  log("shown: " + called(slot));
  return stock_of(slot, std::move(*held), std::move(*text));
}

}  // namespace kiosk
