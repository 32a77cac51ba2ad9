#include "kiosk/stock.h"

#include <chrono>
#include <optional>
#include <system_error>
#include <utility>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/bundle/format.h"
#include "content-engine/bundle/sha256.h"
#include "content-engine/store/names.h"
#include "content-engine/store/verdicts.h"
#include "kiosk/canvas/page_canvas.h"
#include "kiosk/platform/clock.h"
#include "kiosk/screens/interface_keys.h"

namespace kiosk {
namespace {

using content::Failure;
using content::Refusal;
using content::Result;
using content::Slot;

Result<std::string> expected_hash(const std::filesystem::path& file, Vouching vouching) {
  const std::string name = file.stem().string();
  if (content::is_bundle_hash(name))
    return name;
  if (vouching == Vouching::ByHand)
    return content::sha256_of_file(file, content::bundle_size_limit);
  return Failure{Refusal::Untrusted, file.string() + " is not named by its SHA-256"};
}

Result<std::unique_ptr<content::Library>> verified(const std::filesystem::path& file,
                                                   const std::string& hash) {
  if (const auto bundle = content::open_bundle(file, hash); !bundle)
    return bundle.failure();
  return content::Library::open(file, interface_keys());
}

Result<std::unique_ptr<content::Library>> open_named(const std::filesystem::path& bundle,
                                                     Vouching vouching) {
  std::error_code missing;
  const auto file = std::filesystem::canonical(bundle, missing);
  if (missing)
    return Failure{Refusal::NotFound, bundle.string() + ": " + missing.message()};
  const auto hash = expected_hash(file, vouching);
  if (!hash)
    return hash.failure();
  return verified(file, *hash);
}

// The bytes are not what they were. A program too old for them, or a card that does not answer
// now, is no reason to have them fetched again.
bool is_damage(Refusal refusal) {
  return refusal == Refusal::NotFound || refusal == Refusal::Malformed ||
         refusal == Refusal::TooLarge || refusal == Refusal::Untrusted;
}

// Slots that cannot be read any more: what was on the screen last.
content::Slots slots_or_last(const Result<content::Slots>& slots,
                             const content::Verdicts& verdicts) {
  content::Slots last;
  if (slots)
    last = *slots;
  else if (verdicts.shown)
    last.active = Slot{.trial = *verdicts.shown};
  return last;
}

// What opens is shown: the first of the store's, else nothing.
std::optional<std::pair<Slot, Held>> open_best(content::Files& files, const StockPlace& place,
                                               const Log& log) {
  const auto verdicts = content::read_verdicts(files, place.state);
  const auto slots = content::read_slots(files, place.store);
  if (!slots)
    log("the slots cannot be read: " + slots.failure().message);
  for (const Slot& slot : content::show_order(slots_or_last(slots, verdicts), verdicts)) {
    auto held = open_held(files, place.store, slot.trial.bundle);
    if (held)
      return std::pair(slot, std::move(*held));
    log("passed over: " + held.failure().message);
    if (!is_damage(held.failure().refusal))
      continue;
    const auto told = content::record_refused(
        files, place.state, {slot.trial, content::DropReason::Damaged, held.failure().message});
    if (!told)
      log("not written down: " + told.failure().message);
  }
  return std::nullopt;
}

Trouble trouble(char part, const Failure& failure) {
  std::string code = "W-";
  code += part;
  code += static_cast<char>('0' + static_cast<int>(failure.refusal));
  return {std::move(code), failure.message};
}

}  // namespace

Trouble bundle_trouble(const Failure& failure) {
  return trouble('1', failure);
}
Trouble font_trouble(const Failure& failure) {
  return trouble('2', failure);
}
Trouble settings_trouble() {
  return {"W-30", "the settings are wrong; see --check-settings"};
}

Result<Held> open_held(content::Files& files, const std::filesystem::path& store,
                       const std::string& bundle) {
  const auto file = store / content::bundle_name(bundle);
  auto lock = files.lock(file, content::Locking::Shared);
  if (!lock)
    return lock.failure();
  auto library = verified(file, bundle);
  if (!library)
    return library.failure();
  return Held{std::move(*library), std::move(*lock)};
}

Result<std::unique_ptr<TextEngine>> open_text(const std::filesystem::path& fonts) {
  auto text = TextEngine::open(fonts);
  if (!text)
    return text;
  if (const auto canvas = PageCanvas::open({1, 1}, (*text)->fonts()); !canvas)
    return canvas.failure();
  return text;
}

Stock stock_of(const Slot& slot, Held held, std::unique_ptr<TextEngine> text) {
  Origin origin{.channel = Channel::Delivered, .signed_on = {}, .signer = slot.signer};
  if (slot.signed_at > 0)
    origin.signed_on =
        wall_time_at(std::chrono::seconds(slot.signed_at), held.library->town().time_zone).today;
  return {.library = std::move(held.library),
          .text = std::move(text),
          .origin = std::move(origin),
          .bundle = slot.trial.bundle,
          .held = std::move(held.lock)};
}

Opened open_stock(content::Files& files, const StockPlace& place, const Log& log) {
  auto text = open_text(place.fonts);
  const bool named = !place.bundle.empty();
  if (!named)
    if (auto best = open_best(files, place, log)) {
      if (!text)
        return font_trouble(text.failure());
      return stock_of(best->first, std::move(best->second), std::move(*text));
    }
  auto library = named ? open_named(place.bundle, place.vouching)
                       : open_named(place.shipped, Vouching::ByHand);
  if (!library)
    return bundle_trouble(library.failure());
  if (!text)
    return font_trouble(text.failure());
  return Stock{.library = std::move(*library),
               .text = std::move(*text),
               .origin = {.channel = named ? Channel::ByHand : Channel::Shipped}};
}

}  // namespace kiosk
