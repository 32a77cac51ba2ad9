#include "content-engine/source/html_page.h"

#include <doctest/doctest.h>

using namespace content;

namespace {

std::string shown(const HtmlPage& page) {
  std::string text;
  for (const auto& element : page.elements) {
    text += std::string(to_word(element.kind));
    if (element.level > 0)
      text += ' ' + std::to_string(element.level);
    if (element.ordinal > 0)
      text += " #" + std::to_string(element.ordinal);
    if (!element.target.empty())
      text += " <" + element.target + '>';
    text += ": " + element.text;
    for (const auto& span : element.spans)
      text += " [" + element.text.substr(span.start, span.end - span.start) + '|' +
              std::string(to_word(span.kind)) + (span.target.empty() ? "" : " " + span.target) +
              ']';
    text += '\n';
  }
  return text;
}

std::string resolve(std::string_view url) {
  return url == "https://integreat.app/ort/de/geld/" ? "geld" : "";
}

std::string read(std::string_view html) {
  ImportReport report;
  return shown(read_html(html, resolve, report));
}

}  // namespace

TEST_CASE("headings, paragraphs and lists keep their meaning, appearance goes") {
  CHECK(read("<div>\r\n<h2>Geld</h2><p style=\"text-align: justify;\">Erster\r\n  Satz.</p>"
             "<h5>Klein</h5><ul><li>eins<ul><li>innen</li></ul></li><li>zwei</li></ul>"
             "<ol><li>zuerst</li><li>dann</li></ol><p>Ende</p></div>") ==
        "heading 3: Geld\n"
        "paragraph: Erster Satz.\n"
        "heading 4: Klein\n"
        "item 1: eins\n"
        "item 2: innen\n"
        "item 1: zwei\n"
        "step 1 #1: zuerst\n"
        "step 1 #2: dann\n"
        "paragraph: Ende\n");
}

TEST_CASE("spacers vanish and no-break spaces inside a sentence stay") {
  CHECK(read("<p>&#160;</p><p>&nbsp; &nbsp;</p><p>50&#160;Euro &#160; im Monat&#160;</p>") ==
        "paragraph: 50\u00a0Euro im Monat\n");
}

TEST_CASE("one line break is a line, two begin a paragraph, emphasis goes on in the next") {
  CHECK(read("<p><br>A<br>B<strong>c<br><br>d</strong><br></p>") ==
        "paragraph: A\nBc [c|strong]\n"
        "paragraph: d [d|strong]\n");
}

TEST_CASE("inline icons become pictograms of the line that follows them") {
  CHECK(read("<p><strong>Laden</strong><br><img src=\"https://x/static/svg/pin.svg\" "
             "style=\"width: 15px\"> Hauptstr. 1<br>&#160;<img src=\"/static/svg/call.svg\"> "
             "<a class=\"link-external\" href=\"tel:+49821\">0821 31</a></p>") ==
        "paragraph: Laden [Laden|strong]\n"
        "paragraph <place>: Hauptstr. 1\n"
        "paragraph <phone>: 0821 31 [0821 31|isolate ltr]\n");
}

TEST_CASE("links go to topics of the same import, to the web, or lose only their target") {
  CHECK(read("<p><a href=\"https://integreat.app/ort/de/geld/\">Geld</a> "
             "<a href=\"https://example.org/a\">außen</a> <a href=\"mailto:a@b.de\">a@b.de</a> "
             "<a href=\"javascript:alert(1)\">Skript</a> <a href=\"#oben\">oben</a></p>") ==
        "paragraph: Geld außen a@b.de Skript oben [Geld|topic geld] "
        "[außen|web https://example.org/a] [a@b.de|isolate ltr]\n");
}

TEST_CASE("names that must not be translated are isolated") {
  CHECK(read("<p dir=\"rtl\">مركز <span class=\"notranslate\" translate=\"no\">Rathaus</span>"
             " <bdi>VHS</bdi></p>") ==
        "paragraph: مركز Rathaus VHS [Rathaus|isolate auto] [VHS|isolate auto]\n");
}

TEST_CASE("what is no content is dropped with what it holds, and counted") {
  ImportReport report;
  const HtmlPage page = read_html(
      "<p>da</p><script>alert(1)</script><style>p{}</style><iframe src=\"https://v\"></iframe>"
      "<p style=\"display:none\">weg</p><blink>bleibt</blink><hr>"
      "<a href=\"https://x\"><img src=\"a.png\" alt=\"\"></a><img src=\"b.png\" alt=\"Logo\">",
      resolve, report);
  CHECK(shown(page) == "paragraph: da\nparagraph: bleibt\nparagraph: Logo\n");
  const std::string told = report.to_text(MessageLanguage::English);
  CHECK(told.find("tag script: 1 seen, 0 kept, 1 dropped: not content") != std::string::npos);
  CHECK(told.find("tag blink: 1 seen, 0 kept, 1 dropped: unknown, text kept") != std::string::npos);
  CHECK(told.find("tag p: 2 seen, 1 kept, 1 dropped: hidden") != std::string::npos);
  CHECK(told.find("links dropped: no text 1") != std::string::npos);
}

TEST_CASE("every tag that is seen is kept or dropped with a reason") {
  ImportReport report;
  read_html(
      "<div><p>a<u>b</u></p><table><tr><th>c</th><td>d</td></tr></table><img src=x>"
      "<details><summary>s</summary>t</details></div>",
      resolve, report);
  CHECK(report.to_json().find("\"seen\": 0") == std::string::npos);
  CHECK(report.unaccounted().empty());
}

TEST_CASE("a table becomes one item a row") {
  CHECK(read("<table><thead><tr><th>Tag</th><th>Zeit</th></tr></thead><tbody><tr><td>Mo</td>"
             "<td>8–12</td></tr></tbody></table>") == "item 1: Tag · Zeit\nitem 1: Mo · 8–12\n");
  CHECK(read("<table><tr><td><p>Mo</p></td><td><p>8–12</p><p>13–15</p></td></tr>"
             "<tr><td></td><td> </td></tr></table><p>Ende</p>") ==
        "item 1: Mo · 8–12\n13–15\nparagraph: Ende\n");
}

TEST_CASE("a contact card becomes a place, what it says beyond stays behind it") {
  ImportReport report;
  const HtmlPage page = read_html(
      "<div class=\"contact-card notranslate\" dir=\"ltr\" data-contact-id=\"17\">"
      "<a href=\"https://x\" style=\"display: none;\">x</a><h4>Sozialamt</h4>"
      "<p><img src=\"/static/svg/pin.svg\"> Markt 1, 44623 Herne</p>"
      "<p><img src=\"/static/svg/call.svg\"> <a href=\"tel:+49\">02323 16</a></p>"
      "<p><img src=\"/static/svg/email.svg\"> <a href=\"mailto:a@b.de\">a@b.de</a></p>"
      "<p>Zimmer 4</p></div><p>danach</p>",
      resolve, report);
  CHECK(shown(page) ==
        "place <contact-17>: \n"
        "paragraph <mail>: a@b.de [a@b.de|isolate ltr]\n"
        "paragraph: Zimmer 4\nparagraph: danach\n");
  REQUIRE(page.contacts.size() == 1);
  CHECK(page.contacts[0].name == "Sozialamt");
  CHECK(page.contacts[0].street == "Markt 1, 44623 Herne");
  CHECK(page.contacts[0].phone == "02323 16");
  CHECK(page.contacts[0].email == "a@b.de");
}

TEST_CASE("hostile HTML ends") {
  std::string deep;
  for (int i = 0; i < 5000; ++i)
    deep += "<div><b>";
  CHECK_NOTHROW(read(deep + "x"));
  CHECK(read("") == "");
  CHECK(read("<p>a\u202eb\u202cc</p>") == "paragraph: abc\n");
  CHECK_NOTHROW(read("<p><a href='x'><ul><li></a></p></ul>\xff\xfe<![CDATA["));
}

TEST_CASE("a title's entities are read") {
  CHECK(plain_text("Geld &amp; Recht") == "Geld & Recht");
}

TEST_CASE("a number or address that only the link knew is written out") {
  CHECK(read("<p><a href=\"tel:+49823112345\">Anrufen</a> oder <a href=\"mailto:a@b.de?subject=x\">"
             "schreiben</a></p>") ==
        "paragraph: Anrufen (+49823112345) oder schreiben (a@b.de) [Anrufen|isolate ltr] "
        "[+49823112345|isolate ltr] [schreiben|isolate ltr] [a@b.de|isolate ltr]\n");
  CHECK(read("<p><a href=\"tel:110\"><img src=\"x.png\"></a></p>") ==
        "paragraph: 110 [110|isolate ltr]\n");
  CHECK(read("<p><a href=\" TEL:+49\">0821 31</a> <a href=\"HTTPS://b.de/A\">b</a></p>") ==
        "paragraph: 0821 31 b [0821 31|isolate ltr] [b|web https://b.de/A]\n");
}

TEST_CASE("a list holds items, whatever stands in it") {
  CHECK(read("<ul>lose<script>alert(1)</script><li style=\"DISPLAY : none\">weg</li><li>gut</li>"
             "<p>Absatz</p></ul>") == "item 1: lose\nitem 1: gut\nitem 1: Absatz\n");
  std::string deep;
  for (int i = 0; i < 3000; ++i)
    deep += "<ul><li>";
  CHECK_NOTHROW(read(deep + "x"));
}

TEST_CASE("what nobody should see is hidden, however it is written") {
  CHECK(read("<p hidden>a</p><p style=\"visibility: hidden\">b</p><p>c</p>") == "paragraph: c\n");
}

TEST_CASE("characters without a picture are left out and counted") {
  ImportReport report;
  const HtmlPage page = read_html(
      "<p>&#xF0B7; Punkt\ufffc\ufffd</p><p>\u200b\u00ad</p><p>a\u2028b</p>", resolve, report);
  CHECK(shown(page) == "paragraph: Punkt\nparagraph: a b\n");
  CHECK(report.to_text(MessageLanguage::English)
            .find("tag character U+F0B7: 1 seen, 0 kept, 1 dropped: has no picture") !=
        std::string::npos);
  CHECK(report.unaccounted().empty());
}

TEST_CASE("an empty contact card is none") {
  ImportReport report;
  const HtmlPage page = read_html("<div class=\"contact-card\"> </div>", resolve, report);
  CHECK(page.elements.empty());
  CHECK(page.contacts.empty());
  CHECK(report.unaccounted().empty());
}
