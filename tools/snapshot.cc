// wegweiser-snapshot: any screen of the kiosk as a picture or as a tree of boxes, without a window
// or a video driver.
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "content-engine/reader/library.h"
#include "content-engine/store/files.h"
#include "kiosk/canvas/recording_canvas.h"
#include "kiosk/printing/sheet.h"
#include "kiosk/screens/recital.h"
#include "kiosk/widgets/draw.h"
#include "kiosk/widgets/dump.h"
#include "kiosk/widgets/fits.h"
#include "tools/accessibility.h"
#include "tools/arguments.h"
#include "tools/random_walk.h"
#include "tools/service_view.h"
#include "tools/specimen.h"
#include "tools/standpoint.h"
#include "tools/tour.h"

namespace {

namespace fs = std::filesystem;
using content::Arguments;
using content::Sentence;

constexpr int failed = 1;
constexpr int usage_error = 2;
constexpr std::string_view service_prefix = "service:";

const Sentence usage{
    "Aufruf: wegweiser-snapshot --bundle DATEI --screen SCHIRM [--lang TAG] [--size BxH] [--page "
    "N]\n"
    "          [--theme light|dark|contrast-dark|contrast-light] [--text-size 0…3]\n"
    "          [--low-reach] [--drift MINUTE] [--now 2026-11-03T10:24] [--px-per-mm ZAHL]\n"
    "          [--fonts ORDNER]\n"
    "          [--delivery running:40|accepted|newest|refused:too-new] [--signed 2026-11-01]\n"
    "          [--warning TAG=WORTE …] [-o BILD.png] [--boxes] [--speech] [--reading SATZ] "
    "[--check]\n"
    "        wegweiser-snapshot --bundle DATEI --tour ORDNER [--now …] [--check]\n"
    "        wegweiser-snapshot --bundle DATEI --accessibility [--lang TAG]\n"
    "        wegweiser-snapshot --bundle DATEI --random-walk SCHRITTE [--seed ZAHL]\n"
    "        wegweiser-snapshot --bundle DATEI --screen topic:ID --sheet BLATT.pdf [--lang TAG]\n"
    "          [--paper a4|receipt] [--now …]\n"
    "        wegweiser-snapshot --screen specimen [--size …] [--page N] [--theme …] [--text-size "
    "…] "
    "[-o …]\n"
    "SCHIRM: attract languages home groups situation:ID group:ID below:ID topic:ID beside:ID\n"
    "        take:ID staff:ID emergency about idle\n"
    "        search search:GETIPPTES results:GETIPPTES index index:BUCHSTABE places places:ART\n"
    "        places-speaking place:ID courses course-list events offering:ID text-sizes\n"
    "        silence:ask silence:no-voice silence:broken spoken:SCHIRM reading:SCHIRM\n"
    "        service:SEITE (Technik, --lang de|en): pin pin-wait menu selftest code grid dead set\n"
    "        crosses trial keypad sound display bars glyphs about; --result DATEI: ein Selbsttest",
    "Usage: wegweiser-snapshot --bundle FILE --screen SCREEN [--lang TAG] [--size WxH] [--page N]\n"
    "         [--theme light|dark|contrast-dark|contrast-light] [--text-size 0…3]\n"
    "         [--low-reach] [--drift MINUTE] [--now 2026-11-03T10:24] [--px-per-mm NUMBER]\n"
    "         [--fonts FOLDER]\n"
    "         [--delivery running:40|accepted|newest|refused:too-new] [--signed 2026-11-01]\n"
    "         [--warning TAG=WORDS …] [-o PICTURE.png] [--boxes] [--speech] [--reading SENTENCE] "
    "[--check]\n"
    "       wegweiser-snapshot --bundle FILE --tour FOLDER [--now …] [--check]\n"
    "       wegweiser-snapshot --bundle FILE --accessibility [--lang TAG]\n"
    "       wegweiser-snapshot --bundle FILE --random-walk STEPS [--seed NUMBER]\n"
    "       wegweiser-snapshot --bundle FILE --screen topic:ID --sheet SHEET.pdf [--lang TAG]\n"
    "         [--paper a4|receipt] [--now …]\n"
    "       wegweiser-snapshot --screen specimen [--size …] [--page N] [--theme …] [--text-size …] "
    "[-o …]\n"
    "SCREEN: attract languages home groups situation:ID group:ID below:ID topic:ID beside:ID\n"
    "        take:ID staff:ID emergency about idle\n"
    "        search search:TYPED results:TYPED index index:LETTER places places:KIND\n"
    "        places-speaking place:ID courses course-list events offering:ID text-sizes\n"
    "        silence:ask silence:no-voice silence:broken spoken:SCREEN reading:SCREEN\n"
    "        service:PAGE (technicians, --lang de|en): pin pin-wait menu selftest code grid dead "
    "set\n"
    "        crosses trial keypad sound display bars glyphs about; --result FILE: a self-test"};

std::string said(const Sentence& sentence) {
  return content::message_language_of_environment() == content::MessageLanguage::German
             ? sentence.german
             : sentence.english;
}

int complain(const Sentence& sentence, int status) {
  std::fprintf(stderr, "wegweiser-snapshot: %s\n", said(sentence).c_str());
  return status;
}

int wrong(const std::string& option) {
  return complain({option + ": diesen Wert gibt es nicht\n" + usage.german,
                   option + ": there is no such value\n" + usage.english},
                  usage_error);
}

int refuse(const content::Failure& failure) {
  return complain({failure.message, failure.message}, failed);
}

fs::path fonts_beside_program() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "share" / "wegweiser" / "fonts";
}

int report(const std::vector<std::string>& misfitting, bool checked) {
  for (const std::string& line : misfitting)
    std::fprintf(stderr, "%s\n", line.c_str());
  return checked && !misfitting.empty() ? failed : 0;
}

struct Order {
  std::string language = "de";
  std::string screen;
  int page = 1;
  kiosk::Theme theme{};
  kiosk::TextSize text_size{};
  bool low_reach = false;
  kiosk::Panel panel;
};

int show(const kiosk::Scene& scene, const kiosk::Look& look, kiosk::TextEngine& text,
         std::vector<std::unique_ptr<kiosk::PageCanvas>>& canvases, const Arguments& arguments) {
  if (arguments.has("--boxes"))
    std::fputs(kiosk::dump(scene.root).c_str(), stdout);
  if (arguments.has("--speech"))
    std::fputs(kiosk::speech_log(scene.speech).c_str(), stdout);
  if (const auto file = arguments.value("-o"))
    if (const auto written = kiosk::write_picture(text, canvases, scene, look, *file); !written)
      return refuse(written.failure());
  return report(
      arguments.has("--check") ? kiosk::misfits(scene.root, look) : std::vector<std::string>{},
      true);
}

int develop(kiosk::Darkroom& room, const Arguments& arguments, const Order& order,
            kiosk::Moment moment) {
  auto stand = kiosk::standpoint(order.screen, order.language, order.page);
  if (!stand)
    return wrong("--screen");
  stand->session.theme = order.theme;
  stand->session.text_size = order.text_size;
  stand->session.low_reach = order.low_reach;
  moment.idle_seconds_left = stand->idle_seconds_left;
  moment.recited = arguments.has("--speech");
  if (const auto sentence = arguments.value("--reading")) {
    const long number = std::strtol(sentence->c_str(), nullptr, 10);
    if (number < 1 || number > 10'000)
      return wrong("--reading");
    stand->session.hearing.state = kiosk::Hearing::State::Reading;
    moment.marked = static_cast<int>(number) - 1;
  }
  const kiosk::Scene scene =
      kiosk::make_scene(stand->session, room.library, moment, order.panel, room.text);
  return show(scene, {order.panel, order.theme, order.text_size, order.low_reach}, room.text,
              room.canvases, arguments);
}

int examine(kiosk::Darkroom& room, const kiosk::Moment& moment, const Arguments& arguments) {
  kiosk::Extent extent;
  if (const auto language = arguments.value("--lang")) {
    if (room.library.language(*language) == nullptr)
      return wrong("--lang");
    extent.languages.push_back(*language);
  }
  const auto report = kiosk::examine_all(room.library, room.text, moment, extent);
  std::fputs(kiosk::table_of(report).c_str(), stdout);
  for (const kiosk::Violation& violation : report.violations)
    std::fprintf(stderr, "%s: %s\n", std::string(kiosk::word_of(violation.rule)).c_str(),
                 violation.what.c_str());
  return report.violations.empty() ? 0 : failed;
}

std::optional<long> whole_number(const std::string& digits) {
  if (digits.empty() || digits.size() > 9 ||
      digits.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stol(digits);
}

int wander(kiosk::Darkroom& room, const kiosk::Moment& moment, const Arguments& arguments,
           const kiosk::Panel& panel) {
  const auto steps = whole_number(*arguments.value("--random-walk"));
  const auto seed = whole_number(arguments.value("--seed").value_or("1"));
  if (!steps || *steps < 1)
    return wrong("--random-walk");
  if (!seed)
    return wrong("--seed");
  const auto draw = [&](const kiosk::Scene& scene, const kiosk::Session& session) {
    kiosk::RecordingCanvas canvas(panel.size);
    kiosk::draw(scene.root, canvas, {panel, session.theme, session.text_size, session.low_reach});
  };
  const auto report = kiosk::walk_at_random(room.library, room.text, moment,
                                            {.steps = *steps,
                                             .seed = static_cast<std::uint64_t>(*seed),
                                             .panel = panel,
                                             .typed = "kanarienvogel",
                                             .show = draw});
  std::fputs(kiosk::told(report).c_str(), stdout);
  return report.left_dirty == 0 && report.idle_share() < 0.05 ? 0 : failed;
}

// What the kiosk's printer would bring.
int print(kiosk::Darkroom& room, const kiosk::Moment& moment, const Arguments& arguments,
          const Order& order) {
  constexpr std::string_view topic = "topic:";
  if (!order.screen.starts_with(topic))
    return wrong("--screen");
  const std::string paper = arguments.value("--paper").value_or("a4");
  if (paper != "a4" && paper != "receipt")
    return wrong("--paper");
  const auto sheet = kiosk::make_sheet(
      {.topic = order.screen.substr(topic.size()),
       .language = order.language,
       .paper = paper == "a4" ? kiosk::SheetPaper::A4 : kiosk::SheetPaper::Receipt},
      room.library, moment, room.text);
  if (!sheet)
    return refuse(sheet.failure());
  const auto written = content::write_file(*arguments.value("--sheet"), *sheet);
  return written ? 0 : refuse(written.failure());
}

// Needs no bundle: its words come with the fonts.
int develop_specimen(const fs::path& fonts, kiosk::TextEngine& text, const Arguments& arguments,
                     const Order& order) {
  const auto specimens = kiosk::read_specimens(fonts);
  if (!specimens)
    return refuse(specimens.failure());
  const kiosk::Look look{order.panel, order.theme, order.text_size};
  const kiosk::Scene scene = kiosk::specimen_sheet(*specimens, look, order.page, text);
  std::vector<std::unique_ptr<kiosk::PageCanvas>> canvases;
  return show(scene, look, text, canvases, arguments);
}

kiosk::ServiceViewing viewing_of(const Arguments& arguments, const fs::path& fonts,
                                 const Order& order) {
  return {.panel = order.panel,
          .language = order.language == "en" ? content::MessageLanguage::English
                                             : content::MessageLanguage::German,
          .fonts = fonts,
          .result = arguments.value("--result").value_or("")};
}

// A technicians' screen. Needs neither bundle nor text engine.
int develop_service(const fs::path& fonts, const Arguments& arguments, const Order& order) {
  const auto view = kiosk::service_view(order.screen.substr(service_prefix.size()),
                                        viewing_of(arguments, fonts, order));
  if (!view)
    return wrong("--screen");
  if (!*view)
    return refuse(view->failure());
  if (arguments.has("--boxes"))
    std::fputs(kiosk::dump((*view)->scene).c_str(), stdout);
  const auto file = arguments.value("-o");
  const auto written = file ? kiosk::write_service_view(**view, order.panel.size, *file)
                            : content::Result<content::Done>(content::Done{});
  return written ? 0 : refuse(written.failure());
}

// All of them, both ways up, in the two languages technicians have.
content::Result<content::Done> add_service_tour(const fs::path& folder, const fs::path& fonts,
                                                const Arguments& arguments, Order order) {
  for (const kiosk::Size size : {kiosk::Size{1080, 1920}, kiosk::Size{1920, 1080}})
    for (const char* language : {"de", "en"})
      for (const std::string& name : kiosk::service_views()) {
        order.panel.size = size;
        order.language = language;
        const auto view = kiosk::service_view(name, viewing_of(arguments, fonts, order));
        if (!view || !*view)
          return view ? view->failure() : content::Failure{};
        const std::string file = "service-" + name + "." + language + "." +
                                 std::to_string(size.width) + "x" + std::to_string(size.height);
        if (auto written = kiosk::write_service_view(**view, size, folder / (file + ".png"));
            !written)
          return written;
      }
  return content::Done{};
}

int run(const Arguments& arguments) {
  const auto bundle = arguments.value("--bundle");
  const auto tour = arguments.value("--tour");
  Order order;
  order.screen = arguments.value("--screen").value_or("");
  const bool specimen = order.screen == "specimen" && !tour;
  const bool service = order.screen.starts_with(service_prefix) && !tour;
  const bool accessibility = arguments.has("--accessibility");
  const bool walk = arguments.has("--random-walk");
  if ((!bundle && !specimen && !service) ||
      (order.screen.empty() && !tour && !accessibility && !walk))
    return complain(usage, usage_error);
  order.language = arguments.value("--lang").value_or(order.language);
  const auto size = kiosk::parse_size(arguments.value("--size").value_or("1080x1920"));
  const auto theme = kiosk::parse_theme(arguments.value("--theme").value_or("light"));
  const std::string page = arguments.value("--page").value_or("1");
  const std::string text_size = arguments.value("--text-size").value_or("0");
  if (!size)
    return wrong("--size");
  if (!theme)
    return wrong("--theme");
  if (text_size.size() != 1 || text_size[0] < '0' || text_size[0] > '3')
    return wrong("--text-size");
  if (page.empty() || page.size() > 4 || page.find_first_not_of("0123456789") != std::string::npos)
    return wrong("--page");
  order.panel.size = *size;
  order.theme = *theme;
  order.text_size = static_cast<kiosk::TextSize>(text_size[0] - '0');
  order.low_reach = arguments.has("--low-reach");
  order.page = std::stoi(page);
  if (const auto density = arguments.value("--px-per-mm"))
    order.panel.px_per_mm = std::strtod(density->c_str(), nullptr);
  if (!(order.panel.px_per_mm > 0.5 && order.panel.px_per_mm < 50))
    return wrong("--px-per-mm");

  const auto given = arguments.value("--fonts");
  const fs::path fonts = given ? fs::path(*given) : fonts_beside_program();
  if (service)
    return develop_service(fonts, arguments, order);
  auto text = kiosk::TextEngine::open(fonts);
  if (!text)
    return refuse(text.failure());
  if (specimen)
    return develop_specimen(fonts, **text, arguments, order);
  auto library = content::Library::open(*bundle);
  if (!library)
    return refuse(library.failure());
  kiosk::Moment moment{.today = (*library)->town().edition};
  if (const auto now = arguments.value("--now")) {
    const auto parsed = kiosk::parse_moment(*now);
    if (!parsed)
      return wrong("--now");
    moment = *parsed;
  }
  if (const auto delivery = arguments.value("--delivery")) {
    moment.delivery = kiosk::parse_delivery(*delivery, (*library)->town().edition);
    if (!moment.delivery)
      return wrong("--delivery");
  }
  if (arguments.has("--warning")) {
    moment.alert = kiosk::parse_warning(arguments.values("--warning"), moment);
    if (!moment.alert)
      return wrong("--warning");
  }
  if (const auto minute = arguments.value("--drift")) {
    const auto number = whole_number(*minute);
    if (!number)
      return wrong("--drift");
    moment.drift = static_cast<int>(*number);
  }
  if (const auto day = arguments.value("--signed")) {
    const auto parsed = content::parse_date(*day);
    if (!parsed)
      return wrong("--signed");
    moment.origin = {kiosk::Channel::Delivered, *parsed, "3f1c9a02"};
  }
  kiosk::Darkroom room{**library, **text};
  if (accessibility)
    return examine(room, moment, arguments);
  if (arguments.has("--sheet"))
    return print(room, moment, arguments, order);
  if (walk)
    return wander(room, moment, arguments, order.panel);
  if (!tour)
    return develop(room, arguments, order, moment);
  const auto misfitting = kiosk::write_tour(room, moment, *tour);
  if (!misfitting)
    return refuse(misfitting.failure());
  if (const auto added = add_service_tour(*tour, fonts, arguments, order); !added)
    return refuse(added.failure());
  return report(*misfitting, arguments.has("--check"));
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments =
      Arguments::parse(content::command_line(argc, argv),
                       {{"--bundle"},        {"--screen"},   {"--lang"},
                        {"--size"},          {"--page"},     {"--theme"},
                        {"--text-size"},     {"--now"},      {"--px-per-mm"},
                        {"--fonts"},         {"--delivery"}, {"--signed"},
                        {"--warning"},       {"-o"},         {"--tour"},
                        {"--sheet"},         {"--paper"},    {"--boxes", false},
                        {"--speech", false}, {"--reading"},  {"--accessibility", false},
                        {"--random-walk"},   {"--seed"},     {"--low-reach", false},
                        {"--drift"},         {"--result"},   {"--check", false},
                        {"--help", false}});
  if (arguments.has("--help")) {
    std::printf("%s\n", said(usage).c_str());
    return 0;
  }
  if (arguments.mistake())
    return complain(*arguments.mistake(), usage_error);
  return run(arguments);
}
