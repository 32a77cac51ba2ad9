#include "content-engine/source/html_page.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <optional>

#include "content-engine/model/utf8.h"
#include "content-engine/source/contact_card.h"
#include "content-engine/source/element_writer.h"

namespace content {

namespace {

constexpr std::size_t html_limit = 4U * 1024 * 1024;  // bytes of one page; the largest seen: 23 kB
constexpr int depth_limit = 200;

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{}
                         : std::string_view(reinterpret_cast<const char*>(text));
}

Document parse(std::string_view html) {
  std::string wrapped = "<div>";
  for (const char c : html.substr(0, html_limit))
    if (c != '\0')
      wrapped += c;
  wrapped += "</div>";
  return Document(htmlReadMemory(wrapped.data(), static_cast<int>(wrapped.size()), nullptr, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                     HTML_PARSE_NONET | HTML_PARSE_COMPACT));
}

std::string attribute(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string text(view(value));
  xmlFree(value);
  return text;
}

// Trimmed, and in lower case up to the colon of its scheme.
std::string address_of(xmlNode* node) {
  std::string address = attribute(node, "href");
  const auto first = address.find_first_not_of(" \t\r\n");
  address.erase(0, std::min(first, address.size()));
  address.erase(address.find_last_not_of(" \t\r\n") + 1);
  const auto colon = address.find_first_of(":/?#");
  if (colon != std::string::npos && address[colon] == ':')
    std::transform(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(colon),
                   address.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return address;
}

bool hidden(xmlNode* node) {
  std::string style;
  for (const char c : attribute(node, "style"))
    if (const auto byte = static_cast<unsigned char>(c); byte > ' ')
      style += static_cast<char>(std::tolower(byte));
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos ||
         xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr;
}

std::string words_in(xmlNode* node) {
  xmlChar* content = xmlNodeGetContent(node);
  std::string words(view(content));
  xmlFree(content);
  return words;
}

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// What a telephone or mail link leads to and its words don't say: nobody can follow a link on a
// kiosk, but read a number.
std::string unsaid(xmlNode* node, std::string_view address) {
  const std::string words = words_in(node);
  const bool phone = address.starts_with("tel:");
  address.remove_prefix(address.find(':') + 1);
  address = address.substr(0, address.find('?'));
  const auto digits = [](std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const bool said = phone ? digits(words) >= 3 : words.find('@') != std::string::npos;
  const bool worth = phone ? digits(address) >= 3 : address.find('@') != std::string_view::npos;
  const bool plain = std::all_of(address.begin(), address.end(),
                                 [](unsigned char c) { return c > ' ' && c < 0x7F && c != '%'; });
  return said || !worth || !plain || address.size() > 254 ? std::string() : std::string(address);
}

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  for (const auto candidate : names)
    if (candidate == name)
      return true;
  return false;
}

constexpr std::array<std::string_view, 20> dropped_whole{
    "script", "style", "iframe", "object", "embed",    "video",    "audio",
    "svg",    "form",  "input",  "button", "select",   "textarea", "noscript",
    "head",   "title", "link",   "meta",   "template", "canvas"};
constexpr std::array<std::string_view, 15> paragraphs{
    "p",       "div",    "section", "article", "blockquote", "pre",     "figure", "figcaption",
    "address", "header", "footer",  "main",    "details",    "caption", "center"};
constexpr std::array<std::string_view, 16> plain_inline{
    "u",     "span", "s",    "strike", "del",  "ins",  "sup", "sub",
    "small", "font", "abbr", "bdo",    "code", "cite", "q",   "mark"};

// Inline icons that carry meaning, by file name → the look's pictogram.
std::optional<std::string_view> pictogram_of(std::string_view source, std::string& icon) {
  const auto slash = source.rfind('/');
  icon = source.substr(slash == std::string_view::npos ? 0 : slash + 1);
  if (!icon.ends_with(".svg"))
    return std::nullopt;
  icon.resize(icon.size() - 4);
  static constexpr std::array<std::array<std::string_view, 2>, 8> icons{{{"call", "phone"},
                                                                         {"www", "language"},
                                                                         {"email", "mail"},
                                                                         {"pin", "place"},
                                                                         {"clock", "clock"},
                                                                         {"idea", "info"},
                                                                         {"group", "who"},
                                                                         {"contact", "person"}}};
  for (const auto& [file, pictogram] : icons)
    if (icon == file)
      return pictogram;
  return std::nullopt;
}

class Walk {
 public:
  Walk(const ResolveLink& resolve, ImportReport& report) : resolve_(resolve), report_(report) {}

  void children(xmlNode* node, int depth) {
    if (depth > depth_limit) {
      report_.dropped("depth", "nested deeper than 200");
      return;
    }
    for (xmlNode* child = node->children; child != nullptr; child = child->next)
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        out.add(view(child->content));
      else if (child->type == XML_ELEMENT_NODE)
        element(child, depth + 1);
  }

  void drop_characters(char32_t character, int count) {
    const std::string name = "character " + code_point(character);
    for (int i = 0; i < count; ++i) {
      report_.seen(name);
      report_.dropped(name, "has no picture or turns text round");
    }
  }

  ElementWriter out;
  std::vector<Place> contacts;

 private:
  void element(xmlNode* node, int depth) {
    const std::string name(view(node->name));
    report_.seen(name);
    if (hidden(node))
      return report_.dropped(name, "hidden");
    if (one_of(name, dropped_whole))
      return report_.dropped(name, "not content");
    if (attribute(node, "class").find("contact-card") != std::string::npos)
      return contact(node, name, depth);
    if (name == "a")
      return link(node, depth);
    if (name == "img")
      return image(node);
    if (name == "br") {
      report_.kept(name);
      return out.add_break();
    }
    if (name == "hr") {
      out.begin(ElementKind::Paragraph);
      return report_.dropped(name, "a rule is appearance");
    }
    if (name == "ul" || name == "ol")
      return list(node, name, depth);
    if (name == "strong" || name == "b" || name == "em" || name == "i") {
      report_.kept(name);
      out.open_span(name == "strong" || name == "b" ? SpanKind::Strong : SpanKind::Emphasis, "");
      children(node, depth);
      out.close_span();
      return;
    }
    block_or_plain(node, name, depth);
  }

  void block_or_plain(xmlNode* node, const std::string& name, int depth) {
    const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    const bool isolated = name == "bdi" || attribute(node, "translate") == "no" ||
                          attribute(node, "class").find("notranslate") != std::string::npos;
    if (heading || name == "summary") {
      report_.kept(name);
      out.begin(ElementKind::Heading, heading && name[1] <= '3' ? 3 : 4);
      children(node, depth);
      out.begin(ElementKind::Paragraph);
    } else if (name == "tr") {
      report_.kept(name);
      out.begin(ElementKind::Item, 1);
      first_cell_ = true;
      items_.push_back(0);  // paragraphs in a cell are lines of the row
      children(node, depth);
      items_.pop_back();
      out.begin(ElementKind::Paragraph);
    } else if (name == "td" || name == "th") {
      report_.kept(name);
      const bool empty = blank(words_in(node));
      if (!first_cell_ && !empty)
        out.add(" · ");
      first_cell_ = first_cell_ && empty;
      children(node, depth);
    } else if (one_of(name, paragraphs)) {
      report_.kept(name);
      if (items_.empty())
        out.begin(ElementKind::Paragraph);
      else if (name != "p" || node->prev != nullptr)
        out.add_break();
      children(node, depth);
      if (items_.empty())
        out.begin(ElementKind::Paragraph);
    } else if (isolated) {
      report_.kept(name);
      out.open_span(SpanKind::Isolate, "auto");
      children(node, depth);
      out.close_span();
    } else {
      report_.dropped(
          name, one_of(name, plain_inline) || name == "table" || name == "tbody" || name == "thead"
                    ? "text kept, appearance dropped"
                    : "unknown, text kept");
      children(node, depth);
    }
  }

  void list(xmlNode* node, const std::string& name, int depth) {
    if (depth > depth_limit)
      return report_.dropped(name, "nested deeper than 200");
    report_.kept(name);
    items_.push_back(0);
    const int level = static_cast<int>(std::min<std::size_t>(items_.size(), 2));
    for (xmlNode* child = node->children; child != nullptr; child = child->next) {
      const std::string item(child->type == XML_ELEMENT_NODE ? view(child->name)
                                                             : std::string_view{});
      if (item == "ul" || item == "ol") {
        element(child, depth + 1);
      } else if (item == "li" && !hidden(child)) {
        report_.seen(item);
        report_.kept(item);
        const int ordinal = ++items_.back();
        out.begin(name == "ol" && level == 1 ? ElementKind::Step : ElementKind::Item, level,
                  name == "ol" ? ordinal : 0);
        children(child, depth + 1);
      } else if (!item.empty()) {  // what should stand in an item is one
        out.begin(ElementKind::Item, level);
        element(child, depth + 1);
      } else if (child->type == XML_TEXT_NODE && !blank(view(child->content))) {
        out.begin(ElementKind::Item, level);
        out.add(view(child->content));
      }
    }
    items_.pop_back();
    out.begin(ElementKind::Paragraph);
  }

  void link(xmlNode* node, int depth) {
    const std::string target = address_of(node);
    std::string kind = "web";
    SpanKind span = SpanKind::WebLink;
    std::string to = target;
    if (target.starts_with("tel:") || target.starts_with("mailto:")) {
      kind = target.starts_with("tel:") ? "telephone" : "mail";
      span = SpanKind::Isolate;
      to = "ltr";
    } else if (std::string topic = resolve_(target); !topic.empty()) {
      kind = "topic";
      span = SpanKind::TopicLink;
      to = std::move(topic);
    } else if (!target.starts_with("https://") && !target.starts_with("http://")) {
      report_.dropped("a", "text kept, target is no web address");
      report_.link_dropped(target.empty() ? "no target" : "no web address");
      return children(node, depth);
    }
    out.open_span(span, to);
    children(node, depth);
    const bool words = out.close_span();
    if (const std::string rest = kind == "telephone" || kind == "mail" ? unsaid(node, target) : "";
        !rest.empty()) {
      out.add(words ? " (" : "");
      out.open_span(span, to);
      out.add(rest);
      out.close_span();
      out.add(words ? ")" : "");
      report_.kept("a");
      report_.link_kept(kind);
    } else if (words) {
      report_.kept("a");
      report_.link_kept(kind);
    } else {
      report_.dropped("a", "no text");
      report_.link_dropped("no text");
    }
  }

  void image(xmlNode* node) {
    std::string icon;
    if (const auto pictogram = pictogram_of(attribute(node, "src"), icon)) {
      report_.kept("img");
      report_.seen("img:" + icon);
      report_.kept("img:" + icon);
      return out.add_pictogram(*pictogram);
    }
    const std::string words = attribute(node, "alt");
    if (blank(words))
      return report_.dropped("img", "picture is not in the answer and has no words");
    report_.dropped("img", "picture is not in the answer, its words kept");
    out.add(" " + words + " ");
  }

  void contact(xmlNode* node, const std::string& name, int depth) {
    report_.kept(name);
    report_.seen("contact-card");
    Walk inner(resolve_, report_);
    inner.children(node, depth);
    std::vector<Element> said = inner.out.take();
    for (const auto& [character, count] : inner.out.characters_dropped())
      drop_characters(character, count);
    if (said.empty())
      return report_.dropped("contact-card", "empty");
    report_.kept("contact-card");
    ContactCard card = read_contact_card(std::move(said), attribute(node, "data-contact-id"));
    out.add_whole(
        Element{.block = Block::Body, .kind = ElementKind::PlaceCard, .target = card.place.id});
    for (auto& element : card.rest)
      out.add_whole(std::move(element));
    contacts.push_back(std::move(card.place));
  }

  const ResolveLink& resolve_;
  ImportReport& report_;
  std::vector<int> items_;  // ordinal of the last item per open list
  bool first_cell_ = true;
};

}  // namespace

HtmlPage read_html(std::string_view html, const ResolveLink& resolve, ImportReport& report) {
  if (html.size() > html_limit)
    report.dropped("page", "text beyond 4 MiB");
  const Document document = parse(html);
  Walk walk(resolve, report);
  // html > body > our own div: none of the three stands in the source.
  xmlNode* node = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  for (int wrapper = 0; node != nullptr && wrapper < 2; ++wrapper)
    node = node->children;
  if (node != nullptr)
    for (xmlNode* part = node; part != nullptr; part = part->next)
      walk.children(part, 0);
  HtmlPage page{walk.out.take(), std::move(walk.contacts)};
  for (const auto& [character, count] : walk.out.characters_dropped())
    walk.drop_characters(character, count);
  return page;
}

std::string plain_text(std::string_view html) {
  ImportReport unread;
  return plain_text(html, unread);
}

std::string plain_text(std::string_view html, ImportReport& report) {
  const HtmlPage page = read_html(
      html, [](std::string_view) { return std::string(); }, report);
  std::string text;
  for (const auto& element : page.elements)
    text += (text.empty() ? "" : " ") + element.text;
  return text;
}

}  // namespace content
