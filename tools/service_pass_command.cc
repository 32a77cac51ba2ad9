// wegweiser-content service-pass NAME --kiosk ID… --expires DAY --repository DIR | list | withdraw
#include <sys/stat.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <system_error>

#include "tools/service_pass.h"
#include "tools/signing_desk.h"

namespace content {

namespace fs = std::filesystem;

namespace {

// A kiosk's clock may be a little behind the desk's.
constexpr std::int64_t slack = one_day;

fs::path passes_folder(const Desk& desk) {
  return keys_folder(desk) / "passes";
}

fs::path pass_file(const Desk& desk, const std::string& name) {
  return passes_folder(desk) / (name + ".json");
}

// The second after that day in UTC.
std::optional<std::int64_t> end_of(const std::string& day) {
  const auto date = parse_date(day);
  if (!date)
    return std::nullopt;
  return (days_since_epoch(*date) + 1) * one_day;
}

// What is wrong is said; then none.
std::optional<ServicePass> asked_pass(const Desk& desk, const std::string& name, UtcTime now) {
  ServicePass pass{.name = name,
                   .kiosks = desk.arguments.values("--kiosk"),
                   .all_kiosks = desk.arguments.has("--all-kiosks"),
                   .from = now.seconds - slack,
                   .secret = new_pass_secret()};
  if (!is_pass_name(name)) {
    fail(desk, sentence("Ein Pass heißt mit 1 bis 40 Zeichen aus a–z, 0–9 und -, nicht «%1»; "
                        "keinen Namen eines Menschen nehmen",
                        "a pass is named with 1 to 40 of a–z, 0–9 and -, not «%1»; take nobody's "
                        "name",
                        {name}));
    return std::nullopt;
  }
  if (pass.all_kiosks != pass.kiosks.empty()) {
    fail(desk, sentence("service-pass braucht --kiosk KENNUNG (auch mehrmals) oder --all-kiosks",
                        "service-pass needs --kiosk ID (once or more) or --all-kiosks"));
    return std::nullopt;
  }
  const auto day = desk.arguments.value("--expires");
  const auto until = day ? end_of(*day) : std::nullopt;
  if (!until || *until <= now.seconds || *until - pass.from > longest_pass) {
    fail(desk, sentence("--expires ist ein Tag von heute an, höchstens ein Jahr: 2027-06-30",
                        "--expires is a day from today on, at most a year: 2027-06-30"));
    return std::nullopt;
  }
  pass.until = *until;
  if (const std::string fault = fault_of(pass); !fault.empty()) {
    fail(desk, Failure{Refusal::Invalid, fault});
    return std::nullopt;
  }
  return pass;
}

// Before it is published: what is published can always be put onto a stick.
Result<Done> keep(const Desk& desk, Files& files, const ServicePass& pass) {
  std::error_code error;
  fs::create_directories(passes_folder(desk), error);
  if (!error)
    fs::permissions(passes_folder(desk), fs::perms::owner_all, error);
  if (error)
    return Failure{Refusal::Unavailable, passes_folder(desk).string() + ": " + error.message()};
  const mode_t before = ::umask(0077);
  auto kept = write_file(files, pass_file(desk, pass.name), pass_bytes(pass));
  ::umask(before);
  return kept;
}

void say(const Desk& desk, const Sentence& sentence) {
  std::printf("%s\n", in(sentence, desk.messages).c_str());
}

std::string last_day(std::int64_t until) {
  return to_iso(UtcTime{until - 1}).substr(0, 10);
}

int list(const Desk& desk, const std::map<std::string, TargetFile>& passes) {
  nlohmann::json all = nlohmann::json::array();
  for (const auto& [path, file] : passes) {
    const std::string name = name_in_pass_path(path), day = last_day(until_of(file));
    DiskFiles files;
    const auto bytes = files.read(pass_file(desk, name), pass_limit);
    const auto pass = bytes ? parse_pass(*bytes) : Result<ServicePass>(bytes.failure());
    const bool here = pass && pass_target(*pass) == file;
    std::string kiosks;
    if (here && pass->all_kiosks)
      kiosks = "*";
    else if (here)
      for (const std::string& id : pass->kiosks)
        kiosks += (kiosks.empty() ? "" : " ") + id;
    all.push_back({{"name", name}, {"until", day}, {"kiosks", kiosks}, {"here", here}});
    if (!desk.arguments.has("--json"))
      std::printf(
          "%-40s %s  %s\n", name.c_str(), day.c_str(),
          here ? kiosks.c_str()
               : in(sentence("(an einem anderen Tisch ausgestellt)", "(issued at another desk)"),
                    desk.messages)
                     .c_str());
  }
  if (desk.arguments.has("--json"))
    std::printf("%s\n", all.dump(2).c_str());
  else if (passes.empty())
    say(desk, {"Es gilt kein Pass", "no pass holds"});
  return exit_fine;
}

}  // namespace

std::optional<ServicePass> kept_pass(const Desk& desk, const Files& files,
                                     const std::string& name) {
  if (is_pass_name(name)) {
    const auto bytes = files.read(pass_file(desk, name), pass_limit);
    const auto pass = bytes ? parse_pass(*bytes) : Result<ServicePass>(bytes.failure());
    if (pass)
      return *pass;
  }
  fail(desk, sentence("In %1 liegt kein Pass «%2»; service-pass stellt einen aus",
                      "there is no pass «%2» in %1; service-pass issues one",
                      {passes_folder(desk).string(), name}));
  return std::nullopt;
}

int service_pass_command(const Desk& desk) {
  const auto& words = desk.arguments.positional();
  const std::string word = words.size() > 1 ? words[1] : "";
  const bool listing = word == "list" && words.size() == 2;
  const bool withdrawing = word == "withdraw" && words.size() == 3;
  const auto repository = desk.arguments.value("--repository");
  if (!repository || (!listing && !withdrawing && (words.size() != 2 || word == "withdraw")))
    return fail(desk, sentence("service-pass NAME, service-pass list oder service-pass withdraw "
                               "NAME, immer mit --repository ORDNER",
                               "service-pass NAME, service-pass list or service-pass withdraw "
                               "NAME, always with --repository DIR"));
  const UtcTime now = present_moment();
  std::optional<ServicePass> pass;
  if (!listing && !withdrawing && !(pass = asked_pass(desk, word, now)))
    return exit_failure;
  DiskFiles files;
  auto signing = open_signing_desk(desk, files, *repository);
  if (!signing)
    return exit_failure;
  if (listing)
    return list(desk, signing->publisher.passes(now));
  if (!unlock(desk, *signing) || !unlock_service(desk, *signing))
    return exit_failure;
  if (pass)
    if (auto kept = keep(desk, files, *pass); !kept)
      return fail(desk, kept.failure());
  const auto done = pass ? signing->publisher.publish_pass(*pass, now, signing->signers)
                         : signing->publisher.withdraw_pass(words[2], now, signing->signers);
  if (!done)
    return fail(desk, done.failure());
  if (auto kept = keep_roots(files, keys_folder(desk), signing->publisher.roots()); !kept)
    return fail(desk, kept.failure());
  if (pass) {
    say(desk, sentence("Der Pass %1 gilt bis zum %2. Auf einen Stick: wegweiser-content stick %3 "
                       "STICK --service-pass %1",
                       "the pass %1 holds until %2. Onto a stick: wegweiser-content stick %3 "
                       "MOUNTPOINT --service-pass %1",
                       {pass->name, last_day(pass->until), *repository}));
    return exit_fine;
  }
  static_cast<void>(files.remove(pass_file(desk, words[2])));  // another desk may have it
  say(desk,
      sentence("Der Pass %1 ist zurückgenommen. Terminals wissen es nach ihrem nächsten "
               "Abgleich oder Stick",
               "the pass %1 is withdrawn; kiosks know after their next sync or stick", {words[2]}));
  return exit_fine;
}

}  // namespace content
