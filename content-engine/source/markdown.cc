#include "content-engine/source/markdown.h"

#include <md4c.h>

#include <optional>

#include "content-engine/source/inline_reader.h"
#include "content-engine/source/line_map.h"

namespace content {

namespace {

struct OpenList {
  bool ordered = false;
  int next_ordinal = 1;
};

// Receives md4c's events in document order. One element is open at a time.
class PageBuilder final {
 public:
  PageBuilder(std::string_view text, int first_line, const std::string& file, TopicForm form,
              Positions& positions, std::vector<Finding>& findings)
      : lines_(text, first_line),
        file_(file),
        form_(form),
        positions_(positions),
        findings_(findings),
        inline_(lines_, file, positions, findings) {}

  void enter(MD_BLOCKTYPE type, void* detail);
  void leave(MD_BLOCKTYPE type, void* detail);
  void enter(MD_SPANTYPE type, void* detail);
  void leave(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, std::string_view words);
  std::vector<Element> finish(bool understood);

 private:
  void begin(ElementKind kind, int level = 0, int ordinal = 0);
  void end();
  void end_heading();
  void end_block_heading();
  void enter_list(bool ordered, unsigned start);
  void enter_paragraph();
  void foreign(std::string_view german, std::string_view english);

  LineMap lines_;
  const std::string& file_;
  TopicForm form_;
  Positions& positions_;
  std::vector<Finding>& findings_;

  InlineReader inline_;
  std::vector<Element> elements_;
  std::optional<Block> block_;
  std::optional<Element> open_;
  std::vector<OpenList> lists_;
  unsigned heading_ = 0;
  bool verbatim_ = false;
};

void PageBuilder::foreign(std::string_view german, std::string_view english) {
  end();
  inline_.outside(lines_.touch_next(),
                  {std::string(german) + " gehört nicht zum Format",
                   std::string(english) + " is not part of the format"},
                  sentence("als Absatz, Liste oder ### Überschrift schreiben",
                           "write it as a paragraph, a list or a ### heading"));
}

void PageBuilder::begin(ElementKind kind, int level, int ordinal) {
  end();
  open_.emplace();
  open_->block = block_.value_or(Block::Body);
  open_->kind = kind;
  open_->level = level;
  open_->ordinal = ordinal;
}

void PageBuilder::end() {
  if (!open_)
    return;
  Element element = std::move(*open_);
  open_.reset();
  const bool value_block = element.block == Block::Cost || element.block == Block::Deadline;
  const bool first = elements_.empty() || elements_.back().block != element.block;
  if (element.kind == ElementKind::Paragraph && value_block && first && lists_.empty() &&
      inline_.take_strong())
    element.kind = ElementKind::Value;
  const bool empty = inline_.empty();
  inline_.move_to(element);
  if (empty && element.kind != ElementKind::Paragraph)
    inline_.outside(element.line, sentence("Hier steht nichts", "there is nothing here"),
                    sentence("den Text ergänzen oder das Zeichen am Anfang löschen",
                             "add the text or delete the sign at the start"));
  if (element.text.empty() && element.target.empty())
    return;
  if (!block_)
    findings_.push_back({file_, element.line, Severity::Error, "block-outside",
                         sentence("Text steht vor dem ersten Block", "text before the first block"),
                         sentence("den Text unter ## what oder einen anderen Block setzen",
                                  "put the text below ## what or another block")});
  elements_.push_back(std::move(element));
}

void PageBuilder::end_block_heading() {
  Element heading = std::move(*open_);
  open_.reset();
  inline_.move_to(heading);
  block_ = parse_block(heading.text);
  if (block_ && (*block_ == Block::Body) == (form_ == TopicForm::FreeBody)) {
    positions_.note(file_, "## " + heading.text, heading.line);
    return;
  }
  block_ = Block::Body;
  findings_.push_back(
      {file_, heading.line, Severity::Error, "block-unknown",
       sentence("Einen Block «%1» gibt es nicht", "there is no block «%1»", {heading.text}),
       sentence("erlaubt: what who steps documents cost deadline law refused where source; "
                "Zwischentitel mit ###",
                "allowed: what who steps documents cost deadline law refused where source; "
                "headings inside a block with ###")});
}

void PageBuilder::end_heading() {
  const unsigned level = heading_;
  heading_ = 0;
  if (level == 2) {
    end_block_heading();
    return;
  }
  if (level == 4 && form_ == TopicForm::FreeBody)
    open_->level = 4;
  end();
  if (level != 3 && (level != 4 || form_ == TopicForm::Blocks))
    inline_.outside(lines_.last(),
                    sentence("Eine Überschrift dieser Ebene gibt es nicht",
                             "there are no headings of this level"),
                    sentence("## für die Blöcke und ### für Zwischentitel verwenden",
                             "use ## for the blocks and ### for headings inside them"));
}

void PageBuilder::enter_list(bool ordered, unsigned start) {
  end();
  if (start != 1)
    inline_.outside(lines_.touch_next(),
                    sentence("Die Liste beginnt nicht mit 1", "the list does not begin with 1"),
                    sentence("mit 1. beginnen und die Schritte nicht durch Absätze trennen",
                             "begin with 1. and do not part the steps by paragraphs"));
  if (lists_.size() >= 2 || (ordered && !lists_.empty()))
    inline_.outside(lines_.touch_next(),
                    sentence("Diese Liste liegt zu tief in einer anderen",
                             "this list lies too deep inside another"),
                    sentence("höchstens eine Liste mit Punkten (-) in eine Liste setzen",
                             "put at most one bulleted list (-) inside a list"));
  lists_.push_back({ordered, 1});
}

void PageBuilder::enter_paragraph() {
  // A loose list wraps an item's words in a paragraph; the item itself is already open.
  if (open_ && !lists_.empty() && inline_.empty())
    return;
  if (!lists_.empty())
    inline_.outside(lines_.touch_next(),
                    sentence("Ein Listenpunkt hat mehr als einen Absatz",
                             "an item has more than one paragraph"),
                    sentence("einen Absatz daraus machen oder Unterpunkte (-) verwenden",
                             "make it one paragraph or use items (-) below it"));
  begin(ElementKind::Paragraph);
}

void PageBuilder::enter(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      foreign("Ein Zitat (>)", "a quote (>)");
      break;
    case MD_BLOCK_UL:
      enter_list(false, 1);
      break;
    case MD_BLOCK_OL:
      enter_list(true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
      break;
    case MD_BLOCK_LI: {
      OpenList& list = lists_.back();
      const int ordinal = list.ordered ? list.next_ordinal++ : 0;
      begin(list.ordered ? ElementKind::Step : ElementKind::Item, static_cast<int>(lists_.size()),
            ordinal);
      break;
    }
    case MD_BLOCK_HR:
      foreign("Eine Trennlinie", "a rule");
      break;
    case MD_BLOCK_H:
      begin(ElementKind::Heading, 3);
      heading_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
      break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
      foreign("Quelltext", "code");
      verbatim_ = true;
      break;
    case MD_BLOCK_TABLE:
      foreign("Eine Tabelle", "a table");
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      begin(ElementKind::Paragraph);
      break;
    case MD_BLOCK_P:
      enter_paragraph();
      break;
    default:
      break;
  }
}

void PageBuilder::leave(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.pop_back();
      break;
    case MD_BLOCK_H:
      end_heading();
      break;
    case MD_BLOCK_CODE:
      if (static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char != 0)
        lines_.touch_next();  // the closing fence
      verbatim_ = false;
      break;
    case MD_BLOCK_HTML:
      verbatim_ = false;
      break;
    case MD_BLOCK_LI:
    case MD_BLOCK_P:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      end();
      break;
    default:
      break;
  }
}

void PageBuilder::enter(MD_SPANTYPE type, void* detail) {
  if (!open_)
    begin(ElementKind::Paragraph);
  if (type == MD_SPAN_EM) {
    inline_.emphasis(SpanKind::Emphasis);
  } else if (type == MD_SPAN_STRONG) {
    inline_.emphasis(SpanKind::Strong);
  } else if (type == MD_SPAN_A) {
    const auto* a = static_cast<MD_SPAN_A_DETAIL*>(detail);
    if (a->title.size > 0)
      inline_.outside(
          lines_.touch({a->title.text, a->title.size}),
          sentence("Ein Verweis hat keinen Titel in \" \"", "a link has no title in \" \""),
          sentence("den Titel löschen", "delete the title"));
    inline_.link({a->href.text, a->href.size});
  } else if (type == MD_SPAN_IMG) {
    const auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
    inline_.open_picture({image->src.text, image->src.size});
  } else {
    inline_.unknown_span();
  }
}

void PageBuilder::leave(MD_SPANTYPE type) {
  if (type == MD_SPAN_EM)
    inline_.close_span(ElementText::Bracket::Emphasis);
  else if (type == MD_SPAN_STRONG)
    inline_.close_span(ElementText::Bracket::Strong);
  else if (type == MD_SPAN_A)
    inline_.close_span(ElementText::Bracket::Link);
  else if (type == MD_SPAN_IMG)
    inline_.close_picture();
}

void PageBuilder::text(MD_TEXTTYPE type, std::string_view words) {
  if (verbatim_) {
    inline_.skip(words);
    return;
  }
  if (type == MD_TEXT_SOFTBR) {
    inline_.soft_break();
    return;
  }
  if (!open_) {
    inline_.outside(
        lines_.touch(words),
        sentence("Nach den Unterpunkten steht noch Text", "text follows the items below"),
        sentence("den Text vor die Unterpunkte setzen", "put it before the items below"));
    begin(ElementKind::Paragraph);
  }
  if (type == MD_TEXT_BR)
    inline_.hard_break();
  else if (type == MD_TEXT_ENTITY)
    inline_.entity(words);
  else
    inline_.words(words);
}

std::vector<Element> PageBuilder::finish(bool understood) {
  end();
  std::vector<int> lost = lines_.untouched();
  if (!understood && lost.empty())
    lost.push_back(lines_.last());
  for (const int line : lost)
    inline_.outside(
        line, sentence("Diese Zeile wurde nicht verstanden", "this line was not understood"),
        sentence("als gewöhnlichen Absatz schreiben; Verweise als [Wörter](topic:KENNUNG)",
                 "write it as a plain paragraph; links as [words](topic:ID)"));
  return std::move(elements_);
}

}  // namespace

std::vector<Element> parse_markdown(std::string_view text, int first_line, const std::string& file,
                                    TopicForm form, Positions& positions,
                                    std::vector<Finding>& findings) {
  PageBuilder builder(text, first_line, file, form, positions, findings);
  MD_PARSER parser{};
  parser.flags =
      MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    static_cast<PageBuilder*>(self)->enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    static_cast<PageBuilder*>(self)->leave(type, detail);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
    static_cast<PageBuilder*>(self)->enter(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
    static_cast<PageBuilder*>(self)->leave(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* self) {
    static_cast<PageBuilder*>(self)->text(type, {words, size});
    return 0;
  };
  const int status = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &builder);
  return builder.finish(status == 0);
}

}  // namespace content
