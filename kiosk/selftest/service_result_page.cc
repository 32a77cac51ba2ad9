#include "kiosk/selftest/service_result_page.h"

#include <algorithm>
#include <utility>

#include "content-engine/store/examination.h"
#include "content-engine/store/names.h"
#include "kiosk/widgets/qr_code.h"
#include "kiosk/widgets/theme.h"

namespace kiosk {
namespace {

using content::Sentence;

struct GradeLook {
  const char* pictogram;
  Color color;
};

GradeLook look_of(CheckGrade grade) {
  const Palette& c = palette(Theme::Light);
  switch (grade) {
    case CheckGrade::Fail:
      return {"close", c.alarm};
    case CheckGrade::Warn:
      return {"warning", c.means};
    case CheckGrade::Pass:
      return {"check-circle", c.living};
    case CheckGrade::NotApplicable:
      break;
  }
  return {"minus", c.ink_soft};
}

int rows_of(const std::string& words) {
  return words.empty() ? 0 : 1 + static_cast<int>(std::count(words.begin(), words.end(), '\n'));
}

// One check, as high as its words are.
struct ResultRow {
  std::string head, reason, remedy;
  int height = 0;
};

ResultRow row_of(const CheckResult& check, const ServiceSheet& sheet, int width) {
  const ServiceFrame& frame = sheet.frame();
  const auto soft = sheet.style(ServiceVoice::Soft), strong = sheet.style(ServiceVoice::Strong);
  const std::string title = frame.in(check.title).empty() ? check.name : frame.in(check.title);
  ResultRow row;
  row.head = sheet.wrapped(frame.in(word_of(check.grade)) + ": " + title +
                               (check.figure.empty() ? "" : " · " + check.figure),
                           soft, width);
  if (!frame.in(check.reason).empty())
    row.reason = sheet.wrapped(frame.in(check.reason), strong, width);
  if (!frame.in(check.remedy).empty())
    row.remedy = sheet.wrapped(frame.in(check.remedy), sheet.style(ServiceVoice::Body), width);
  row.height = rows_of(row.head) * soft.leading + rows_of(row.reason) * strong.leading +
               rows_of(row.remedy) * sheet.style(ServiceVoice::Body).leading + frame.px(28);
  return row;
}

void draw_row(const CheckResult& check, const ResultRow& row, ServiceSheet& sheet, int y) {
  const ServiceFrame& frame = sheet.frame();
  const GradeLook look = look_of(check.grade);
  const Rect column = sheet.rest();
  const int side = frame.px(52), left = column.x + frame.px(76);
  const bool filled = check.grade == CheckGrade::Fail;  // seen from across the room
  const int inset = filled ? side / 6 : 0;
  if (filled)
    sheet.add({.shape = ServiceShape::Disc,
               .rect = {column.x, y + frame.px(6), side, side},
               .color = look.color});
  sheet.add(
      {.shape = ServiceShape::Pictogram,
       .rect = {column.x + inset, y + frame.px(6) + inset, side - 2 * inset, side - 2 * inset},
       .color = filled ? palette(Theme::Light).on_alarm : look.color,
       .words = look.pictogram});
  auto soft = sheet.style(ServiceVoice::Soft);
  soft.cut = Cut::SemiBold;
  soft.color = look.color;
  sheet.words_at(row.head, soft, left, y);
  y += rows_of(row.head) * soft.leading;
  if (!row.reason.empty())
    sheet.words_at(row.reason, sheet.style(ServiceVoice::Strong), left, y);
  y += rows_of(row.reason) * sheet.style(ServiceVoice::Strong).leading;
  if (!row.remedy.empty())
    sheet.words_at(row.remedy, sheet.style(ServiceVoice::Body), left, y);
  y += rows_of(row.remedy) * sheet.style(ServiceVoice::Body).leading + frame.px(12);
  sheet.add({.shape = ServiceShape::Fill,
             .rect = {column.x, y, column.width, std::max(1, frame.px(2))},
             .color = palette(Theme::Light).hairline});
}

}  // namespace

ServiceResultPage::ServiceResultPage(ServicePlaces places, Time now)
    : places_(std::move(places)), now_(now) {
  take_result(bytes());
  if (!result_)
    ask(now);
}

std::string ServiceResultPage::bytes() const {
  auto read =
      places_.files->read(places_.exchange / content::selftest_name, content::selftest_limit);
  return read ? std::move(*read) : std::string();
}

void ServiceResultPage::take_result(const std::string& bytes) {
  auto result = parse_selftest(bytes);
  if (!result)
    return;
  result_ = std::move(*result);
  state_ = State::Shown;
  page_ = 0;
}

void ServiceResultPage::ask(Time now) {
  before_ = bytes();
  const auto number = content::read_wish(*places_.files, places_.state, content::Wish::Examine) + 1;
  const bool asked = static_cast<bool>(
      content::write_wish(*places_.files, places_.state, content::Wish::Examine, number));
  state_ = asked ? State::Running : State::Silent;
  asked_ = now;
}

void ServiceResultPage::ask_for_stick(Time now) {
  stick_wish_ = content::read_wish(*places_.files, places_.state, content::Wish::Report) + 1;
  const bool asked = static_cast<bool>(
      content::write_wish(*places_.files, places_.state, content::Wish::Report, stick_wish_));
  stick_ = asked ? Stick::Asked : Stick::Failed;
  stick_asked_ = now;
}

void ServiceResultPage::look_for_stick(Time now) {
  constexpr Time longest{30'000};
  const auto told = content::read_report_slip(*places_.files, places_.exchange);
  if (told && told->wish == stick_wish_)
    stick_ = told->done ? Stick::Written : Stick::Failed;
  else if (now - stick_asked_ > longest)
    stick_ = Stick::Silent;
}

void ServiceResultPage::act(std::string_view key, Time now) {
  now_ = now;
  if (key == "again")
    ask(now);
  if (key == "stick")
    ask_for_stick(now);
  if (key == "code" || key == "list")
    code_shown_ = key == "code";
  if (key == "next")
    page_ = std::min(page_ + 1, pages_ - 1);
  if (key == "previous")
    page_ = std::max(page_ - 1, 0);
}

void ServiceResultPage::tick(Time now) {
  now_ = now;
  if (stick_ == Stick::Asked)
    look_for_stick(now);
  if (state_ != State::Running)
    return;
  const std::string found = bytes();
  if (!found.empty() && found != before_)
    take_result(found);
  if (state_ == State::Running && now - asked_ > patience)
    state_ = State::Silent;
}

ServiceResultPage::Time ServiceResultPage::due() const {
  const bool waits = state_ == State::Running || stick_ == Stick::Asked;
  return waits ? now_ + look_again : Time::max();
}

Sentence ServiceResultPage::headline() const {
  if (state_ == State::Running)
    return {"Das Gerät prüft sich. Das dauert bis zu zwei Minuten.",
            "The device examines itself. That takes up to two minutes."};
  if (state_ == State::Silent)
    return {"Das Geräteprogramm antwortet nicht. Läuft wegweiser-selftest.path?",
            "The device program does not answer. Is wegweiser-selftest.path running?"};
  if (!result_)
    return {};
  return content::sentence("%1 Fehler, %2 Warnungen, %3 in Ordnung, %4 entfallen",
                           "%1 failures, %2 warnings, %3 pass, "
                           "%4 not applicable",
                           {std::to_string(result_->count(CheckGrade::Fail)),
                            std::to_string(result_->count(CheckGrade::Warn)),
                            std::to_string(result_->count(CheckGrade::Pass)),
                            std::to_string(result_->count(CheckGrade::NotApplicable))});
}

Sentence ServiceResultPage::stick_line() const {
  switch (stick_) {
    case Stick::Idle:
      break;
    case Stick::Asked:
      return {"Der Bericht wird auf den Stick geschrieben …", "The report is being written …"};
    case Stick::Written:
      return {"Der Bericht steht auf dem Stick, im Ordner wegweiser-report.",
              "The report is on the stick, in the folder wegweiser-report."};
    case Stick::Failed:
      return {"Der Bericht konnte nicht geschrieben werden.", "The report could not be written."};
    case Stick::Silent:
      return {"Kein Stick, oder ihm fehlt der Ordner wegweiser-report.",
              "No stick, or it has no folder wegweiser-report."};
  }
  return {};
}

void ServiceResultPage::list(ServiceSheet& sheet) const {
  const ServiceFrame& frame = sheet.frame();
  const auto checks = worst_first(result_->checks);
  const Rect column = sheet.rest();
  const int paging = frame.key_height() + frame.px(20);
  std::vector<ResultRow> rows;
  for (const CheckResult& check : checks)
    rows.push_back(row_of(check, sheet, column.width - frame.px(76)));
  int all = 0;
  for (const ResultRow& row : rows)
    all += row.height;
  const int room = all <= column.height ? column.height : column.height - paging;
  std::vector<std::size_t> starts{0};
  int used = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (used + rows[i].height > room && i > starts.back()) {
      starts.push_back(i);
      used = 0;
    }
    used += rows[i].height;
  }
  pages_ = static_cast<int>(starts.size());
  const auto shown = static_cast<std::size_t>(std::min(page_, pages_ - 1));
  const std::size_t end = shown + 1 < starts.size() ? starts[shown + 1] : rows.size();
  int y = column.y;
  for (std::size_t i = starts[shown]; i < end; ++i) {
    draw_row(checks[i], rows[i], sheet, y);
    y += rows[i].height;
  }
  if (pages_ == 1)
    return;
  sheet.move_to(column.bottom() - frame.key_height());
  const std::string place = std::to_string(shown + 1) + " / " + std::to_string(pages_);
  sheet.keys({{.name = "previous",
               .label = frame.in({"Davor", "Before"}),
               .rect = {},
               .pictogram = "previous",
               .works = shown > 0},
              {.name = "next",
               .label = frame.in({"Danach", "After"}) + "  " + place,
               .rect = {},
               .pictogram = "next",
               .works = shown + 1 < starts.size()}},
             2);
}

ServiceScene ServiceResultPage::code(const ServiceFrame& frame) const {
  ServiceSheet sheet(frame, {"Selbsttest als QR-Code", "The self-test as a QR code"});
  sheet.foot(
      {back_to_menu(frame), {.name = "list", .label = frame.in({"Liste", "List"}), .rect = {}}});
  sheet.text({"Zum Ablesen mit dem Telefon, ohne Netz. Keine Angaben über Menschen.",
              "To be read by a telephone, without a network. Nothing about persons."});
  constexpr std::size_t most_bytes = 900;
  const Rect place = sheet.rest();
  const auto code = qr_code({frame.panel, Theme::Light, TextSize::Normal}, "code",
                            short_form(*result_, most_bytes), std::min(place.width, place.height));
  if (!code)
    return sheet.take();
  const int left = place.x + (place.width - code->rect.width) / 2;
  const int top = place.y + (place.height - code->rect.height) / 2;
  sheet.add({.shape = ServiceShape::Fill,
             .rect = {left, top, code->rect.width, code->rect.height},
             .color = {255, 255, 255}});
  for (const Rect& cell : code->paint.cells)
    sheet.add({.shape = ServiceShape::Fill,
               .rect = {left + cell.x, top + cell.y, cell.width, cell.height},
               .color = {0, 0, 0}});
  return sheet.take();
}

ServiceScene ServiceResultPage::scene(const ServiceFrame& frame) const {
  if (code_shown_ && result_)
    return code(frame);
  ServiceSheet sheet(frame, {"Selbsttest", "Self-test"});
  const bool shown = state_ == State::Shown && result_;
  sheet.foot({back_to_menu(frame),
              {.name = "again",
               .label = frame.in({"Neu prüfen", "Test again"}),
               .rect = {},
               .works = state_ != State::Running},
              {.name = "code",
               .label = frame.in({"QR-Code", "QR code"}),
               .rect = {},
               .pictogram = "qr",
               .works = shown},
              {.name = "stick",
               .label = frame.in({"Auf Stick", "To stick"}),
               .rect = {},
               .works = shown && stick_ != Stick::Asked}});
  sheet.text(headline(), ServiceVoice::Strong);
  if (shown)
    sheet.plain(result_->kiosk + " · " + result_->program + " · " + result_->at,
                ServiceVoice::Soft);
  if (const Sentence line = stick_line(); !line.german.empty())
    sheet.text(line);
  if (shown)
    list(sheet);
  return sheet.take();
}

}  // namespace kiosk
