#include "content-engine/store/examination.h"

#include "content-engine/store/names.h"

namespace content {

namespace {

const std::string report_title = "wegweiser-report 1";

std::filesystem::path wish_file(const std::filesystem::path& state, Wish wish) {
  return state / (wish == Wish::Examine ? examine_name : report_wish_name);
}

std::string wish_title(Wish wish) {
  return wish == Wish::Examine ? "wegweiser-examine 1" : "wegweiser-report-wish 1";
}

}  // namespace

Result<Done> write_wish(Files& files, const std::filesystem::path& kiosk_state, Wish wish,
                        std::int64_t number) {
  Slip slip(wish_title(wish));
  slip.set("number", number);
  return write_slip(files, wish_file(kiosk_state, wish), slip);
}

std::int64_t read_wish(const Files& files, const std::filesystem::path& kiosk_state, Wish wish) {
  const auto slip = read_slip(files, wish_file(kiosk_state, wish), wish_title(wish));
  return slip ? slip->number("number") : 0;
}

Result<Done> write_report_slip(Files& files, const std::filesystem::path& exchange,
                               const ReportSlip& report) {
  Slip slip(report_title);
  slip.set("state", report.done ? "done" : "failed");
  slip.set("wish", report.wish);
  return write_slip(files, exchange / report_name, slip);
}

Result<ReportSlip> read_report_slip(const Files& files, const std::filesystem::path& exchange) {
  const auto slip = read_slip(files, exchange / report_name, report_title);
  if (!slip)
    return slip.failure();
  return ReportSlip{.done = slip->text("state") == "done", .wish = slip->number("wish")};
}

}  // namespace content
