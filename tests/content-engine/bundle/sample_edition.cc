#include "tests/content-engine/bundle/sample_edition.h"

namespace content {

static constexpr const char* object = "\xEF\xBF\xBC";  // U+FFFC

static Language language(std::string tag, std::string locale, Direction direction,
                         std::string endonym, int order) {
  return {.tag = std::move(tag),
          .format_locale = std::move(locale),
          .script = direction == Direction::RightToLeft ? "Arab" : "Latn",
          .direction = direction,
          .endonym = std::move(endonym),
          .greeting = "!",
          .tier = order < 3 ? Tier::Complete : Tier::Selected,
          .order = order};
}

static Element paragraph(Block block, std::string text, std::vector<Span> spans = {}) {
  return {.block = block,
          .kind = ElementKind::Paragraph,
          .text = std::move(text),
          .spans = std::move(spans)};
}

static Page page(std::string tag, std::vector<Element> elements) {
  return {.language = std::move(tag),
          .provenance = Provenance::Checked,
          .updated = {2026, 11, 20},
          .based_on = Date{2026, 11, 19},
          .elements = std::move(elements)};
}

// "Sie bekommen ￼ im Monat. Rufen Sie an: ￼." with the amount strong.
static std::vector<Element> child_benefit(std::string start, std::string middle) {
  const auto at = static_cast<std::uint32_t>(start.size());
  const auto call = static_cast<std::uint32_t>(at + 3 + middle.size());
  Element value{.block = Block::Cost, .kind = ElementKind::Value, .text = object};
  value.spans = {{0, 3, SpanKind::Fact, "kindergeld.monat"}};
  Element first{.block = Block::What, .kind = ElementKind::Paragraph};
  first.text = start + object + middle + object + '.';
  first.spans = {{0, call, SpanKind::TopicLink, "wohnsitz-anmelden"},
                 {at, at + 3, SpanKind::Strong, ""},
                 {at, at + 3, SpanKind::Fact, "kindergeld.monat"},
                 {call, call + 3, SpanKind::Fact, "telefon.familienkasse"},
                 {call, call + 4, SpanKind::Emphasis, ""}};
  std::swap(first.spans[3], first.spans[4]);
  Element card{.block = Block::Where, .kind = ElementKind::PlaceCard};
  card.target = "familienkasse";
  return {first, value, card};
}

static void add_registers(Edition& edition) {
  const Date day{2026, 11, 1};
  edition.facts = {{.id = "telefon.familienkasse",
                    .kind = FactKind::Phone,
                    .value = "0800 4555530",
                    .source = "Amt",
                    .checked_on = day,
                    .verified = true},
                   {.id = "kindergeld.monat",
                    .kind = FactKind::Amount,
                    .value = "259",
                    .valid_from = Date{2026, 1, 1},
                    .valid_to = Date{2026, 12, 31},
                    .source = "Amt",
                    .checked_on = day,
                    .verified = true},
                   {.id = "gebuehr.ausweis",
                    .kind = FactKind::Amount,
                    .value = "1027.60",
                    .source = "Amt",
                    .checked_on = day,
                    .verified = true},
                   {.id = "frist.tag",
                    .kind = FactKind::Date,
                    .value = "2026-11-23",
                    .source = "Amt",
                    .checked_on = day,
                    .verified = true},
                   {.id = "meldefrist.wochen",
                    .kind = FactKind::Number,
                    .value = "2",
                    .source = "Amt",
                    .checked_on = day,
                    .verified = true},
                   {.id = "unsicher",
                    .kind = FactKind::Text,
                    .value = "vielleicht",
                    .source = "?",
                    .checked_on = day,
                    .verified = false}};
  edition.places = {{.id = "familienkasse",
                     .kind = "office",
                     .name = "Familienkasse",
                     .street = "Hauptstr. 1",
                     .postcode = "44623",
                     .city = "Herne",
                     .phone = "0800 4555530",
                     .hours = "Mo-Fr 08:00-12:00",
                     .languages = "de tr",
                     .step_free = true,
                     .source = "Amt",
                     .checked_on = day,
                     .verified = true},
                    {.id = "buergerzentrum",
                     .kind = "office",
                     .name = "Bürgerzentrum",
                     .former_names = "Amt 1",
                     .source = "Amt",
                     .checked_on = day}};
  edition.plan = {{.topic = "kindergeld",
                   .language = "tr",
                   .reason = PlanReason::Demand,
                   .group = "families",
                   .due = day},
                  {.topic = "kindergeld", .language = "ar", .reason = PlanReason::LegalDuty}};
  edition.pictures = {{.id = "formular",
                       .media_type = "image/png",
                       .bytes = std::string("\x89PNG\0\0bytes", 11),
                       .alternative_text = {{"de", "Ein Formular"}, {"tr", "Bir form"}},
                       .licence = "CC-BY-4.0",
                       .attribution = "Stadt"}};
  edition.clips = {{.language = "tr", .text = "Merhaba.", .bytes = "no more than bytes"},
                   {.language = "ar", .text = "نعم", .bytes = std::string("\0\xFF", 2)}};
}

static void add_offerings(Edition& edition) {
  Offering course{.id = "frauen-a1",
                  .kind = OfferingKind::Course,
                  .type = "parents-women",
                  .title = "Deutsch für Frauen",
                  .provider = "Familienzentrum",
                  .levels = {Level::Alpha, Level::A1},
                  .groups = {"families"},
                  .place = "familienkasse",
                  .district = "Wanne",
                  .languages = {"de", "tr"},
                  .childcare = true,
                  .cost = "229.50",
                  .entitlement = true,
                  .starts = {2027, 1, 11},
                  .ends = {2027, 6, 30},
                  .times = "Mo,We 09:00-12:15",
                  .phone = "02323 16-0",
                  .register_by = Date{2026, 12, 18},
                  .sources = "Amt;Familienzentrum",
                  .checked_on = {2026, 11, 1},
                  .verified = true};
  Offering event{.id = "cafe",
                 .kind = OfferingKind::Event,
                 .type = "meeting",
                 .title = "Sprachcafé",
                 .titles = {{"ar", "مقهى اللغة"}, {"tr", "Dil kafesi"}},
                 .address = "Markt 1",
                 .starts = {2026, 9, 1},
                 .ends = {2026, 9, 1},
                 .from = 900,
                 .until = 1020,
                 .repeats = "FREQ=WEEKLY;BYDAY=TU",
                 .except = {{2026, 12, 22}, {2026, 12, 29}},
                 .also = {{2026, 12, 23}},
                 .sources = "Amt",
                 .checked_on = {2026, 11, 1}};
  edition.offerings = {course, event};
  edition.notices = {{.id = "markt",
                      .first = {2026, 11, 20},
                      .last = {2026, 11, 30},
                      .priority = 1,
                      .groups = {"families"},
                      .topics = {"kindergeld", "familienpass"},
                      .texts = {{"ar", "مغلق"}, {"de", "Am Samstag ist zu."}}}};
}

static Topic topic(std::string id, int order, std::vector<std::string> situations) {
  Topic made;
  made.id = std::move(id);
  made.order = order;
  made.situations = std::move(situations);
  made.groups = {"families"};
  made.lead_office = "buergerzentrum";
  made.owner = "Fachbereich";
  made.review_due = {2027, 5, 1};
  made.licence = "CC-BY-4.0";
  made.attribution = "Stadt";
  return made;
}

static void add_topics(Edition& edition) {
  Topic money = topic("kindergeld", 2, {"familie", "geld"});
  money.titles = {{"de", {"Ich habe Kinder", "Kindergeld"}},
                  {"tr", {"Çocuklarım var", "Çocuk parası"}},
                  {"ar", {"لدي أطفال", "إعانة الأطفال"}}};
  money.synonyms = {{"de", {"Kinderzuschlag", "Familienkasse"}}, {"tr", {"aile yardımı"}}};
  money.pages = {page("tr", child_benefit("Ayda ", " alırsınız. Telefon: ")),
                 page("de", child_benefit("Sie bekommen ", " im Monat. Telefon: ")),
                 page("ar", child_benefit("تحصل على ", " في الشهر. الهاتف: "))};
  Topic moving = topic("wohnsitz-anmelden", 1, {"familie"});
  moving.titles = {{"de", {"Ich bin eingezogen", "Anmeldung der Wohnung"}}};
  moving.pages = {page("de", {paragraph(Block::What, "Melden Sie sich an.")})};
  moving.pages[0].based_on.reset();
  Topic below = topic("familienpass", 3, {"familie"});
  below.form = TopicForm::FreeBody;
  below.parent = "kindergeld";
  below.sensitive = true;
  below.source_path = "/herne/de/familienpass/";
  below.titles = {{"tr", {"Aile kartı", ""}}};
  below.pages = {page("tr", {paragraph(Block::Body, "Kart", {{0, 4, SpanKind::Strong, ""}})})};
  edition.topics = {money, moving, below};
}

Edition sample_edition() {
  Edition edition;
  edition.town = {.name = "Stadt Herne",
                  .time_zone = "Europe/Berlin",
                  .web = "https://www.herne.de",
                  .phone = "02323 16-0",
                  .default_language = "de",
                  .edition = {2026, 11, 23},
                  .licence = "CC-BY-4.0",
                  .attribution = "Stadt Herne",
                  .districts = {"Wanne", "Eickel"}};
  edition.languages = {
      language("tr", "tr", Direction::LeftToRight, "Türkçe", 3),
      language("ar", "ar", Direction::RightToLeft, "العربية", 4),
      language("de", "de-DE", Direction::LeftToRight, "Deutsch", 1),
      language("de-simple", "de-DE", Direction::LeftToRight, "Einfache\nSprache", 2)};
  edition.situations = {{.id = "geld", .family = "means", .pictogram = "d-money", .order = 2},
                        {.id = "familie", .family = "family", .pictogram = "e-family", .order = 1},
                        {.id = "leer", .family = "voice", .pictogram = "l-say", .order = 3}};
  edition.groups = {{.id = "families", .pictogram = "g-family", .order = 1}};
  edition.words = {{"de",
                    {{"fact.being-checked", "wird geprüft"},
                     {"bar.home", "Start"},
                     {"situation.familie", "Familie"}}},
                   {"tr", {{"fact.being-checked", "kontrol ediliyor"}, {"bar.home", "Ana sayfa"}}},
                   {"ar", {{"fact.being-checked", "قيد التحقق"}}}};
  add_registers(edition);
  add_offerings(edition);
  add_topics(edition);
  return edition;
}

}  // namespace content
