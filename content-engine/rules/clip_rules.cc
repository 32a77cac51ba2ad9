// clip-form, clip-long, clip-text, clip-twice, clip-voice (R33); language-unknown for clips.csv.
#include <map>
#include <set>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/recordable.h"
#include "content-engine/rules/rules.h"

namespace content {
namespace {

const std::string clips_csv = "clips.csv";

void check_recording(Inspection& inspection, const Clip& clip) {
  if (clip.bytes.empty())
    return;
  const auto length = recording_length(clip.bytes);
  if (!length && length.failure().refusal == Refusal::Unsupported)
    inspection.error(
        clips_csv, clip.line, "clip-form",
        sentence("«%1» ist keine Aufnahme in Ogg Vorbis mit einem oder zwei Kanälen",
                 "«%1» is no recording in Ogg Vorbis with one or two channels", {clip.file}),
        sentence("die Aufnahme als Ogg Vorbis speichern; umbenennen genügt nicht",
                 "save it as Ogg Vorbis; another name is not enough"));
  else if (!length)
    inspection.error(clips_csv, clip.line, "clip-form",
                     sentence("«%1» bricht ab oder ist beschädigt", "«%1» breaks off or is damaged",
                              {clip.file}),
                     sentence("die Aufnahme noch einmal speichern", "save the recording again"));
  else if (*length > longest_clip_time)
    inspection.error(
        clips_csv, clip.line, "clip-long",
        sentence("«%1» dauert länger als %2 Sekunden", "«%1» takes longer than %2 seconds",
                 {clip.file, std::to_string(longest_clip_time.count() / 1000)}),
        sentence("Satz für Satz aufnehmen", "record sentence by sentence"));
}

// All that one language can be heard for.
std::set<std::string> heard_texts(const Inspection& inspection, const Language& language) {
  std::set<std::string> texts;
  for (const Recordable& text : recordables(inspection.edition, language, inspection.today)) {
    texts.insert(text.whole);
    texts.insert(text.sentences.begin(), text.sentences.end());
  }
  return texts;
}

void check_language(Inspection& inspection, const Language& language,
                    const std::vector<const Clip*>& clips) {
  if (has_voice(language.tag)) {
    inspection.warning(
        clips_csv, clips.front()->line, "clip-voice",
        sentence("«%1» liest eine Stimme vor; ihre Aufnahmen sind nie zu hören",
                 "a voice reads out «%1»; its recordings are never heard", {language.tag}),
        sentence("die Zeilen dieser Sprache und ihre Dateien entfernen",
                 "remove the rows of this language and their files"));
    return;
  }
  const std::set<std::string> texts = heard_texts(inspection, language);
  std::set<std::string> seen;
  for (const Clip* clip : clips) {
    if (!seen.insert(clip->text).second)
      inspection.error(clips_csv, clip->line, "clip-twice",
                       sentence("Für «%1» gibt es schon eine Aufnahme",
                                "«%1» has a recording already", {clip->text}),
                       sentence("eine der beiden Zeilen löschen", "delete one of the two rows"));
    else if (!texts.contains(clip->text))
      inspection.warning(
          clips_csv, clip->line, "clip-text",
          sentence("«%1» steht in dieser Sprache nirgends",
                   "«%1» is nowhere to be found in this language", {clip->text}),
          sentence("den Satz neu aufnehmen, wenn er geändert wurde, sonst die Zeile löschen; "
                   "wegweiser-content clips nennt die Sätze",
                   "record the sentence anew if it was changed, else delete the row; "
                   "wegweiser-content clips lists the sentences"));
    check_recording(inspection, *clip);
  }
}

}  // namespace

void check_clips(Inspection& inspection) {
  std::map<std::string, std::vector<const Clip*>> by_language;
  for (const Clip& clip : inspection.edition.clips)
    if (!clip.language.empty() && !clip.text.empty())
      by_language[clip.language].push_back(&clip);
  for (const auto& [tag, clips] : by_language) {
    if (const Language* language = find_language(inspection.edition.languages, tag))
      check_language(inspection, *language, clips);
    else
      inspection.error(clips_csv, clips.front()->line, "language-unknown",
                       sentence("Die Sprache «%1» steht nicht in languages.csv",
                                "the language «%1» is not in languages.csv", {tag}),
                       sentence("die Sprache eintragen oder die Kennung berichtigen",
                                "add the language or correct its tag"));
  }
}

}  // namespace content
