#include <algorithm>
#include <array>

#include "content-engine/source/tree_writer.h"

namespace content {

namespace {

bool is_space(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
}

bool is_sign(std::string_view text, std::size_t at) {
  const auto byte = at < text.size() ? static_cast<unsigned char>(text[at]) : ' ';
  // Beyond ASCII: the general punctuation and Latin-1 signs that CommonMark counts as punctuation.
  const bool wide = text.substr(std::min(at, text.size())).starts_with("\u00ab") ||
                    text.substr(std::min(at, text.size())).starts_with("\u00bb") || byte == 0xE2;
  return wide || (byte < 0x80 && byte > ' ' && !std::isalnum(byte));
}

std::size_t before(std::string_view text, std::size_t at) {
  do
    --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

// Whether `**` at the two ends of [start, end) opens and closes emphasis (CommonMark 6.2, left- and
// right-flanking delimiter runs).
bool flanks(std::string_view text, std::size_t start, std::size_t end) {
  if (start >= end || is_space(text, start) || is_space(text, before(text, end)))
    return false;
  const bool opens = !is_sign(text, start) || start == 0 || is_space(text, before(text, start)) ||
                     is_sign(text, before(text, start));
  const bool closes =
      !is_sign(text, before(text, end)) || is_space(text, end) || is_sign(text, end);
  return opens && closes;
}

void narrow(std::string_view text, Span& span) {
  while (span.start < span.end && !flanks(text, span.start, span.end))
    span.end = static_cast<std::uint32_t>(before(text, span.end));
}

std::string opening(const Span& span) {
  switch (span.kind) {
    case SpanKind::Strong:
      return "**";
    case SpanKind::Emphasis:
      return "*";
    case SpanKind::Fact:
      return "{fact:" + span.target + "}";
    default:
      return "[";
  }
}

std::string closing(const Span& span) {
  switch (span.kind) {
    case SpanKind::Strong:
      return "**";
    case SpanKind::Emphasis:
      return "*";
    case SpanKind::Fact:
      return "";
    case SpanKind::TopicLink:
      return "](topic:" + span.target + ")";
    case SpanKind::PlaceLink:
      return "](place:" + span.target + ")";
    case SpanKind::WebLink:
      return "](<" + span.target + ">)";
    case SpanKind::Isolate:
      return "](isolate:" + span.target + ")";
  }
  return "";
}

// Links hold no links in Markdown: of nested ones the outer stays. Doubled emphasis says nothing.
std::vector<Span> sayable(const Element& element) {
  std::vector<Span> spans;
  for (Span span : element.spans) {
    const bool emphasis = span.kind == SpanKind::Strong || span.kind == SpanKind::Emphasis;
    const auto joined = std::find_if(spans.begin(), spans.end(), [&](const Span& before) {
      return emphasis && before.kind == span.kind && before.end == span.start;
    });
    if (joined != spans.end()) {  // «**a****b**» would not be read as emphasis
      joined->end = span.end;
      continue;
    }
    const bool inside = std::any_of(spans.begin(), spans.end(), [&](const Span& outer) {
      const bool outer_emphasis =
          outer.kind == SpanKind::Strong || outer.kind == SpanKind::Emphasis;
      return outer_emphasis == emphasis && span.kind != SpanKind::Fact && span.start < outer.end;
    });
    if (inside)
      continue;
    if (emphasis)
      narrow(element.text, span);
    if (span.start < span.end)
      spans.push_back(std::move(span));
  }
  return spans;
}

void escape(std::string& out, std::string_view text, std::size_t at, ElementKind kind) {
  static constexpr std::string_view special = "\\`*_[]<>{}!&#+-.)|~=\"$@:";
  if (text[at] == '\n') {
    out += kind == ElementKind::Heading ? " " : "\\\n";  // a heading is one line
    return;
  }
  const bool line_start = at == 0 || text[at - 1] == '\n';
  const bool always = std::string_view("\\`*_[]<>{}&!$~|").find(text[at]) != std::string_view::npos;
  const bool digit_list =
      (text[at] == '.' || text[at] == ')') && at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
  if (always || digit_list || (line_start && special.find(text[at]) != std::string_view::npos))
    out += '\\';
  out += text[at];
}

std::string inline_text(const Element& element) {
  const std::vector<Span> spans = sayable(element);
  std::string out;
  for (std::size_t at = 0; at <= element.text.size(); ++at) {
    for (auto span = spans.rbegin(); span != spans.rend(); ++span)
      if (span->end == at)
        out += closing(*span);
    bool replaced = false;
    for (const auto& span : spans) {
      if (span.start == at)
        out += opening(span);
      replaced = replaced || (span.kind == SpanKind::Fact && span.start <= at && at < span.end);
    }
    if (at < element.text.size() && !replaced)
      escape(out, element.text, at, element.kind);
  }
  return out;
}

// Lines of a list item after the first stand under its text.
std::string indent(const std::string& text, std::size_t by) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '\n')
      out.append(by, ' ');
  }
  return out;
}

std::string element_text(const Element& element) {
  std::string text = inline_text(element);
  if (!element.target.empty() &&
      (element.kind == ElementKind::Paragraph || element.kind == ElementKind::Item ||
       element.kind == ElementKind::Heading))
    text = "![](pictogram:" + element.target + ") " + text;
  switch (element.kind) {
    case ElementKind::Heading:
      return std::string(static_cast<std::size_t>(element.level), '#') + ' ' + text + "\n\n";
    case ElementKind::Step: {
      const std::string mark = std::to_string(element.ordinal) + ". ";
      return mark + indent(text, mark.size()) + '\n';
    }
    case ElementKind::Item: {
      // Deep enough to lie inside «- » and «10. » alike.
      const std::string lead(element.level > 1 ? 4U : 0U, ' ');
      return lead + "- " + indent(text, lead.size() + 2) + '\n';
    }
    case ElementKind::Value:
      return "**" + text + "**\n\n";
    case ElementKind::PlaceCard:
      return "{place:" + element.target + "}\n\n";
    case ElementKind::Picture:
      return "![](picture:" + element.target + ")\n\n";
    case ElementKind::Paragraph:
      break;
  }
  return text + "\n\n";
}

bool is_list(ElementKind kind) {
  return kind == ElementKind::Item || kind == ElementKind::Step;
}

}  // namespace

std::string to_markdown(const Page& page, TopicForm form) {
  std::string out = "---\nprovenance: " + std::string(to_word(page.provenance)) +
                    "\nupdated: " + to_iso(page.updated) + '\n';
  if (page.based_on)
    out += "based-on: " + to_iso(*page.based_on) + '\n';
  out += "---\n";
  const Element* last = nullptr;
  if (form == TopicForm::FreeBody)
    out += "## body\n\n";
  for (const auto& element : page.elements) {
    if (form == TopicForm::Blocks && (last == nullptr || last->block != element.block))
      out += std::string(last != nullptr && is_list(last->kind) ? "\n" : "") + "## " +
             std::string(to_word(element.block)) + "\n\n";
    else if (last != nullptr && is_list(last->kind) && !is_list(element.kind))
      out += '\n';
    else if (last != nullptr && last->kind != element.kind && is_list(last->kind) &&
             element.level == 1)
      out += "\n";
    out += element_text(element);
    last = &element;
  }
  return out;
}

}  // namespace content
