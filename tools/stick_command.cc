// wegweiser-content stick REPOSITORY MOUNTPOINT [--service-pass NAME]
#include <charconv>
#include <cstdio>
#include <system_error>

#include "content-engine/repository/edition_rules.h"
#include "content-engine/repository/stick.h"
#include "content-engine/store/names.h"
#include "tools/service_pass.h"
#include "tools/signing_desk.h"

namespace content {

namespace fs = std::filesystem;

// --from N; 0: none is asked for; none: it is no number.
static std::optional<std::int64_t> first_base(const Desk& desk) {
  std::int64_t from = 0;
  const auto given = desk.arguments.value("--from");
  if (!given)
    return from;
  const char* end = given->data() + given->size();
  const auto [stop, error] = std::from_chars(given->data(), end, from);
  if (error == std::errc() && stop == end && from > 0)
    return from;
  fail(desk, sentence("--from ist die Nummer einer Ausgabe, nicht «%1»",
                      "--from is the number of an edition, not «%1»", {*given}));
  return std::nullopt;
}

static void print(const Desk& desk, const StickWritten& written, const std::string& stick) {
  std::string from;
  for (const std::int64_t sequence : written.from)
    from += (from.empty() ? "" : " ") + std::to_string(sequence);
  const Sentence done = sentence(
      "%1: Ausgabe %2, Nummer %3; %4 Bytes geschrieben und nachgelesen, %5 waren schon da. Kleine "
      "Dateien von: %6. Gilt bis %7.",
      "%1: edition %2, number %3; %4 bytes written and read back, %5 were there. Small files from: "
      "%6. Holds until %7.",
      {stick, written.bundle.edition, std::to_string(written.bundle.sequence),
       std::to_string(written.written), std::to_string(written.kept), from.empty() ? "–" : from,
       to_iso(written.expires).substr(0, 10)});
  std::printf("%s\n", in(done, desk.messages).c_str());
}

int stick_command(const Desk& desk) {
  const auto& words = desk.arguments.positional();
  if (words.size() != 3)
    return fail(desk, sentence("stick braucht ein Repositorium und einen Stick",
                               "stick needs a repository and a stick"));
  const fs::path repository = words[1], stick = words[2];
  const auto from = first_base(desk);
  if (!from)
    return exit_failure;
  std::error_code error;
  if (!fs::is_directory(repository / metadata_folder_name, error))
    return fail(desk,
                sentence("%1 ist kein Repositorium", "%1 is no repository", {repository.string()}));
  if (!fs::is_directory(stick, error))
    return fail(desk, sentence("%1 ist kein Ordner; ist der Stick eingehängt?",
                               "%1 is no folder; is the stick mounted?", {stick.string()}));
  if (fs::equivalent(repository, stick, error) ||
      fs::equivalent(repository, stick / stick_folder_name, error))
    return fail(desk, sentence("Repositorium und Stick sind derselbe Ordner",
                               "repository and stick are the same folder"));
  DiskFiles files;
  std::optional<ServicePass> pass;
  if (const auto name = desk.arguments.value("--service-pass"))
    if (!(pass = kept_pass(desk, files, *name)))
      return exit_failure;
  auto signing = open_signing_desk(desk, files, repository);
  if (!signing)
    return exit_failure;
  const UtcTime now = present_moment();
  const auto findings =
      judge_publication(signing->publisher, std::nullopt, {.now = now, .shelf = {}}, {});
  if (!findings.empty())
    print_findings(desk, findings);
  if (has_errors(findings))
    return exit_findings;
  if (!unlock(desk, *signing))
    return exit_failure;
  if (auto made = make_repository_folders(stick / stick_folder_name); !made)
    return fail(desk, made.failure());
  if (pass)
    fs::create_directory(stick / stick_folder_name / targets_folder_name / service_role_name,
                         error);
  const auto free_space = [&] {
    std::error_code ignored;
    return static_cast<std::uint64_t>(fs::space(stick, ignored).available);
  };
  constexpr std::uint64_t megabyte = 1'000'000;
  const auto written = write_stick(
      files, signing->publisher, signing->signers, stick,
      {.now = now,
       .from = *from,
       .systems = desk.arguments.has("--systems") ? CarrySystems::Newest : CarrySystems::No,
       .free_space = free_space,
       .pass = pass},
      [&](std::uint64_t done, std::uint64_t all) {
        if (all > megabyte)
          std::fprintf(stderr, "%llu / %llu MB\n", static_cast<unsigned long long>(done / megabyte),
                       static_cast<unsigned long long>(all / megabyte));
      });
  if (!written)
    return fail(desk, written.failure());
  print(desk, *written, stick.string());
  if (pass) {
    // Where this folder is, a kiosk leaves its report (board-support/systemd/stick).
    fs::create_directory(stick / report_folder_name, error);
    std::printf("%s\n",
                in(sentence("Technik-Stick mit dem Pass %1, gilt bis %2. Wer ihn hat, kommt "
                            "in die Prüfbilder: wie einen Schlüssel aufbewahren.",
                            "technician's stick with the pass %1, holds until %2. Whoever "
                            "has it gets to the service screens: keep it like a key.",
                            {pass->name, to_iso(UtcTime{pass->until - 1}).substr(0, 10)}),
                   desk.messages)
                    .c_str());
  }
  return exit_fine;
}

}  // namespace content
