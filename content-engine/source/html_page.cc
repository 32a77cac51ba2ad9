#include "content-engine/source/html_page.h"

#include <libxml/HTMLparser.h>

#include <array>
#include <memory>
#include <optional>

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

  ElementWriter out;
  std::vector<Place> contacts;

 private:
  void element(xmlNode* node, int depth) {
    const std::string name(view(node->name));
    report_.seen(name);
    if (attribute(node, "style").find("display: none") != std::string::npos ||
        attribute(node, "style").find("display:none") != std::string::npos)
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
      children(node, depth);
      out.begin(ElementKind::Paragraph);
    } else if (name == "td" || name == "th") {
      report_.kept(name);
      if (!first_cell_)
        out.add(" · ");
      first_cell_ = false;
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
    report_.kept(name);
    items_.push_back(0);
    for (xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      const std::string item(view(child->name));
      if (item == "ul" || item == "ol") {
        report_.seen(item);
        list(child, item, depth + 1);
        continue;
      }
      report_.seen(item);
      report_.kept(item);
      const int ordinal = ++items_.back();
      const int level = static_cast<int>(std::min<std::size_t>(items_.size(), 2));
      out.begin(name == "ol" && level == 1 ? ElementKind::Step : ElementKind::Item, level,
                name == "ol" ? ordinal : 0);
      children(child, depth + 1);
    }
    items_.pop_back();
    out.begin(ElementKind::Paragraph);
  }

  void link(xmlNode* node, int depth) {
    const std::string target = attribute(node, "href");
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
    if (out.close_span()) {
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
    if (words.find_first_not_of(" \t\r\n") == std::string::npos)
      return report_.dropped("img", "picture is not in the answer and has no words");
    report_.dropped("img", "picture is not in the answer, its words kept");
    out.add(" " + words + " ");
  }

  void contact(xmlNode* node, const std::string& name, int depth) {
    report_.kept(name);
    report_.seen("contact-card");
    report_.kept("contact-card");
    Walk inner(resolve_, report_);
    inner.children(node, depth);
    ContactCard card = read_contact_card(inner.out.take(), attribute(node, "data-contact-id"));
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
  return {walk.out.take(), std::move(walk.contacts)};
}

std::string plain_text(std::string_view html) {
  ImportReport unread;
  const HtmlPage page = read_html(
      html, [](std::string_view) { return std::string(); }, unread);
  std::string text;
  for (const auto& element : page.elements)
    text += (text.empty() ? "" : " ") + element.text;
  return text;
}

}  // namespace content
