#include "content-engine/repository/delivery.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/repository/alert_target.h"
#include "content-engine/repository/bundle_target.h"
#include "content-engine/repository/delta.h"
#include "content-engine/repository/encoded_name.h"
#include "content-engine/repository/service_pass.h"
#include "content-engine/repository/target_file.h"
#include "content-engine/repository/updater.h"

namespace content {

namespace fs = std::filesystem;

namespace {

// Beyond the files themselves: directories, slots, metadata.
constexpr std::uint64_t spare_space = 4ULL * 1024 * 1024;

class Run final {
 public:
  Run(Installer& installer, Transport& metadata, Transport& targets, const DeliveryRules& rules,
      const DeliveryProgress& progress)
      : installer_(installer),
        metadata_(metadata),
        targets_(targets),
        rules_(rules),
        progress_(progress) {}

  Result<Delivery> go();

 private:
  bool tell(Stage stage, int percent = 0) { return !progress_ || progress_(stage, percent); }
  Result<Done> refresh();
  Result<Done> check_lifetime() const;
  Result<Done> bring_alert();
  Slot described(const BundleTarget& whole) const;
  Result<Done> check_space(const Offer& offer) const;
  Result<Done> bring(const Offer& offer);
  Result<Done> unpack(const BundleTarget& target, const fs::path& base);
  bool lies_there(const std::string& bundle) const;
  void clear_incoming(const Offer& offer) const;

  Installer& installer_;
  Transport& metadata_;
  Transport& targets_;
  const DeliveryRules& rules_;
  const DeliveryProgress& progress_;
  std::optional<Updater> updater_;
  RunTime time_;
  Delivery delivery_;
};

Result<Done> Run::refresh() {
  const UpdaterPaths paths{rules_.metadata};
  for (int again = 0;; ++again) {
    const UtcTime floor = floor_of(trusted_moments(rules_.metadata), rules_.build);
    time_ = time_of_run(rules_.clock, floor);
    updater_.emplace(paths, metadata_, targets_, time_.now);
    const auto done = updater_->refresh();
    // A newer root may have dropped the keys that carried the floor: then there is another one.
    const bool other_floor =
        floor != floor_of(trusted_moments(rules_.metadata), rules_.build) && again == 0;
    if (done || done.failure().refusal != Refusal::Expired || !other_floor)
      return done;
  }
}

Result<Done> Run::check_lifetime() const {
  const auto& timestamp = updater_->trusted().timestamp();
  const bool known = time_.clock == Clock::Plausible && rules_.longest_lifetime > 0 && timestamp;
  if (known && timestamp->expires.seconds - time_.now.seconds > rules_.longest_lifetime)
    return Failure{Refusal::Untrusted, "the timestamp would be valid until " +
                                           to_iso(timestamp->expires) +
                                           ", longer than an online one may be"};
  return Done{};
}

// Small and first. What goes wrong with it must not keep an edition away, and is tried again.
Result<Done> Run::bring_alert() {
  if (rules_.exchange.empty())
    return Done{};
  DiskFiles files;
  const auto target = current_alert(updater_->targets(), time_.now.seconds);
  if (!target)
    return remove_alert_slip(files, rules_.exchange);
  const auto there = read_alert_slip(files, rules_.exchange);
  if (there && there->id == target->id && there->until == target->until)
    return Done{};
  std::error_code error;
  fs::create_directories(rules_.incoming, error);
  const auto file = updater_->download(target->path, target->file, rules_.incoming,
                                       [](std::uint64_t) { return true; });
  if (!file)
    return file.failure();
  const auto bytes = read_file(*file, alert_limit);
  fs::remove(*file, error);
  const auto alert = bytes ? parse_alert(*bytes) : bytes.failure();
  return alert ? write_alert_slip(files, rules_.exchange, *alert) : alert.failure();
}

Slot Run::described(const BundleTarget& whole) const {
  std::string signer;
  const auto& roles = updater_->trusted().root().roles;
  if (const auto keys = roles.find("targets"); keys != roles.end())
    for (const auto& key : keys->second.keys)
      signer += (signer.empty() ? "" : " ") + key.substr(0, 8);
  return {.trial = {whole.sha256, 1},
          .edition = whole.edition,
          .sequence = whole.sequence,
          .signed_at = trusted_moments(rules_.metadata).signed_at.seconds,
          .signer = std::move(signer),
          .source = metadata_.description()};
}

Result<Done> Run::check_space(const Offer& offer) const {
  const auto need = static_cast<std::uint64_t>(offer.whole.file.length + offer.whole.length);
  const std::uint64_t free = rules_.free_space ? rules_.free_space() : UINT64_MAX;
  if (free >= need + spare_space)
    return Done{};
  return Failure{Refusal::NoSpace, "edition " + offer.whole.edition + " needs " +
                                       std::to_string(need + spare_space) + " bytes, " +
                                       std::to_string(free) + " are free"};
}

// From an earlier run that ended before the slots named it, or in another slot.
bool Run::lies_there(const std::string& bundle) const {
  return installer_.has(bundle) && open_bundle(installer_.bundle_file(bundle), bundle);
}

Result<Done> Run::unpack(const BundleTarget& target, const fs::path& base) {
  const auto packed =
      updater_->download(target.path, target.file, rules_.incoming, [&](std::uint64_t bytes) {
        const auto length =
            static_cast<std::uint64_t>(std::max<std::int64_t>(target.file.length, 1));
        return tell(Stage::Fetching, static_cast<int>(bytes * 100 / length));
      });
  if (!packed)
    return packed.failure();
  delivery_.fetched_bytes += static_cast<std::uint64_t>(target.file.length);
  if (!tell(Stage::Unpacking))
    return Failure{Refusal::Unavailable, "interrupted"};
  const fs::path fresh = installer_.unfinished_file(target.sha256);
  auto unpacked =
      unpack_bundle(*packed, base, static_cast<std::uint64_t>(target.length), target.sha256, fresh);
  std::error_code ignored;
  fs::remove(*packed, ignored);
  if (!unpacked)
    return unpacked;
  tell(Stage::Verifying);
  auto bundle = Database::open(fresh);
  auto sound = bundle ? bundle->quick_check() : Result<Done>(bundle.failure());
  if (!sound)
    fs::remove(fresh, ignored);
  return sound;
}

// Halves of an edition that nobody offers any more would lie there for ever.
void Run::clear_incoming(const Offer& offer) const {
  std::set<std::string> wanted;
  const auto want = [&](const BundleTarget& target) {
    wanted.insert(target.file.hashes.begin()->second);  // as target_file.h names a half
    wanted.insert(local_name(target.path));
  };
  want(offer.whole);
  std::for_each(offer.deltas.begin(), offer.deltas.end(), want);
  for (const fs::path& folder : {rules_.incoming, halves_folder(rules_.incoming)}) {
    std::error_code error;
    std::vector<fs::path> old;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
      if (!wanted.contains(at->path().filename().string()))
        old.push_back(at->path());
    for (const auto& file : old)
      fs::remove(file, error);
  }
}

// The smallest delta whose base lies here, else the whole file; a delta that makes any trouble is
// as if there were none.
Result<Done> Run::bring(const Offer& offer) {
  std::error_code error;
  fs::create_directories(rules_.incoming, error);
  if (error)
    return Failure{Refusal::Unavailable, rules_.incoming.string() + ": " + error.message()};
  for (const BundleTarget& delta : offer.deltas) {
    if (!installer_.slots().names(delta.base) || delta.file.length >= offer.whole.file.length)
      continue;
    if (unpack(delta, installer_.bundle_file(delta.base))) {
      delivery_.by_delta = true;
      return Done{};
    }
  }
  return unpack(offer.whole, {});
}

Result<Delivery> Run::go() {
  tell(Stage::Checking);
  const auto fresh = refresh();
  delivery_.clock = time_.clock;
  if (!fresh && updater_->source_is_older()) {
    delivery_.arrival = Arrival::AlreadyNewer;
    delivery_.slot = installer_.slots().active.value_or(Slot{});
    delivery_.why = fresh.failure().message;
    return delivery_;
  }
  if (!fresh)
    return fresh.failure();
  if (auto lifetime = check_lifetime(); !lifetime)
    return lifetime.failure();
  if (const auto alert = bring_alert(); !alert)
    delivery_.alert_trouble = alert.failure().message;
  // Technicians' passes, so that this device knows them when a stick comes. A town that has none,
  // or whose list does not come, gets its edition all the same.
  static_cast<void>(updater_->delegated(std::string(service_role_name)));
  const auto offer = newest_offer(updater_->targets(), rules_.program, rules_.ring);
  if (!offer)
    return offer.failure();
  delivery_.slot = described(offer->whole);
  const std::string& bundle = offer->whole.sha256;
  const Slots& slots = installer_.slots();
  const auto is = [&](const std::optional<Slot>& slot) {
    return slot && slot->trial.bundle == bundle;
  };
  if (is(slots.active) || is(slots.candidate)) {
    delivery_.arrival = is(slots.active) ? Arrival::AlreadyShown : Arrival::AlreadyHere;
    return delivery_;
  }
  const Dropped* before = slots.dropped_before(bundle);
  const auto attempt = slots.next_attempt(bundle);
  if (!attempt && !rules_.again) {
    delivery_.arrival = Arrival::RefusedBefore;
    delivery_.why = std::string(word_of(before->why)) + ": " + before->detail;
    return delivery_;
  }
  delivery_.slot.trial.attempt =
      attempt.value_or(before == nullptr ? 1 : before->trial.attempt + 1);
  if (!lies_there(bundle)) {
    clear_incoming(*offer);
    if (auto space = check_space(*offer); !space)
      return space.failure();
    if (auto brought = bring(*offer); !brought)
      return brought.failure();
  }
  if (auto named = installer_.make_candidate(delivery_.slot); !named)
    return named.failure();
  delivery_.arrival = Arrival::Candidate;
  return delivery_;
}

}  // namespace

Result<Delivery> deliver(Installer& installer, Transport& metadata, Transport& targets,
                         const DeliveryRules& rules, const DeliveryProgress& progress) {
  return Run(installer, metadata, targets, rules, progress).go();
}

}  // namespace content
