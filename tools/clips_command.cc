// wegweiser-content clips DIR --lang TAG [--topic ID]: what is still to be recorded, as rows for
// clips.csv.
#include <cstdio>
#include <set>
#include <string>

#include "content-engine/rules/recordable.h"
#include "content-engine/source/tree.h"
#include "tools/desk.h"

namespace content {

static std::string quoted(const std::string& text) {
  std::string cell = "\"";
  for (const char sign : text)
    cell.append(sign == '"' ? 2 : 1, sign);
  return cell + '"';
}

// A name no recording of the language has yet: "wohnsitz-anmelden-001.ogg".
static std::string free_name(const std::string& language, const std::string& stem,
                             std::set<std::string>& taken) {
  for (int number = 1;; ++number) {
    std::string digits = std::to_string(number);
    digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
    std::string name = stem + '-' + digits + ".ogg";
    if (taken.insert("clips/" + language + '/' + name).second)
      return name;
  }
}

static int print_rows(const Desk& desk, const Edition& edition, const Language& language) {
  std::set<std::string> recorded;
  std::set<std::string> taken;
  for (const Clip& clip : edition.clips) {
    taken.insert(clip.file);
    if (clip.language == language.tag)
      recorded.insert(clip.text);
  }
  std::size_t sentences = 0;
  std::printf("language;file;text\n");
  for (const Recordable& text : unrecorded(recordables(edition, language, desk.today), recorded,
                                           desk.arguments.value("--topic").value_or("")))
    for (const std::string& words : text.sentences) {
      const std::string stem = text.topic.empty() ? "allgemein" : text.topic;
      std::printf("%s;%s;%s\n", language.tag.c_str(), free_name(language.tag, stem, taken).c_str(),
                  quoted(words).c_str());
      ++sentences;
    }
  const Sentence counted = sentence("%1 Sätze sind noch aufzunehmen, %2 sind aufgenommen",
                                    "%1 sentences are still to be recorded, %2 are recorded",
                                    {std::to_string(sentences), std::to_string(recorded.size())});
  std::fprintf(stderr, "%s\n", in(counted, desk.messages).c_str());
  return exit_fine;
}

int clips_command(const Desk& desk) {
  const std::vector<std::string>& words = desk.arguments.positional();
  const auto tag = desk.arguments.value("--lang");
  if (words.size() != 2 || !tag)
    return fail(desk, sentence("clips braucht einen Ordner und eine Sprache: wegweiser-content"
                               " clips ORDNER --lang ti",
                               "clips needs a folder and a language: wegweiser-content clips DIR"
                               " --lang ti"));
  const Result<Source> source = read_source(words[1]);
  if (!source)
    return fail(desk, source.failure());
  const Edition& edition = source->edition;
  const Language* language = find_language(edition.languages, *tag);
  if (language == nullptr)
    return fail(desk, sentence("Die Sprache «%1» steht nicht in languages.csv",
                               "the language «%1» is not in languages.csv", {*tag}));
  if (has_voice(*tag))
    return fail(desk, sentence("«%1» liest eine Stimme vor; aufzunehmen ist nichts",
                               "a voice reads out «%1»; there is nothing to record", {*tag}));
  const auto topic = desk.arguments.value("--topic");
  if (topic && find_topic(edition, *topic) == nullptr)
    return fail(desk, sentence("Das Thema «%1» gibt es nicht", "there is no topic «%1»", {*topic}));
  return print_rows(desk, edition, *language);
}

}  // namespace content
