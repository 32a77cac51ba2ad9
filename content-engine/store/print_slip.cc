#include "content-engine/store/print_slip.h"

#include <array>

#include "content-engine/model/words.h"
#include "content-engine/store/names.h"

namespace content {

namespace {

const std::string print_title = "wegweiser-print 1";
constexpr std::array<std::string_view, 2> end_words{"done", "failed"};

}  // namespace

std::string_view word_of(PrintEnd end) {
  return end_words[static_cast<std::size_t>(end)];
}

Result<Done> write_print_slip(Files& files, const std::filesystem::path& exchange,
                              const PrintSlip& print) {
  Slip slip(print_title);
  slip.set("job", print.job);
  slip.set("state", word_of(print.end));
  return write_slip(files, exchange / print_name, slip);
}

Result<PrintSlip> read_print_slip(const Files& files, const std::filesystem::path& exchange) {
  const auto slip = read_slip(files, exchange / print_name, print_title);
  if (!slip)
    return slip.failure();
  const auto end = find_word<PrintEnd>(end_words, slip->text("state"));
  if (!end || !is_print_job(slip->text("job")))
    return Failure{Refusal::Malformed, "a print slip with words that are none"};
  return PrintSlip{.job = slip->text("job"), .end = *end};
}

}  // namespace content
