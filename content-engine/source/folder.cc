#include "content-engine/source/folder.h"

#include <fstream>
#include <system_error>

#include "content-engine/source/source_text.h"

namespace content {

namespace fs = std::filesystem;

static constexpr int deepest_folder = 8;

Result<Folder> Folder::open(const fs::path& root, std::vector<Finding>& findings) {
  std::error_code error;
  if (!fs::is_directory(root, error))
    return Failure{Refusal::NotFound, root.string() + " is no folder"};
  Folder folder;
  folder.root_ = root;
  fs::recursive_directory_iterator entries(root, error);
  if (error)
    return Failure{Refusal::Unavailable, root.string() + ": " + error.message()};
  for (const fs::recursive_directory_iterator end; entries != end; entries.increment(error)) {
    const std::string name = entries->path().lexically_relative(root).generic_string();
    const auto refuse = [&](std::string_view rule, Sentence problem, Sentence advice) {
      findings.push_back(
          {name, 0, Severity::Error, std::string(rule), std::move(problem), std::move(advice)});
    };
    if (entries->path().filename().string().starts_with('.')) {
      entries.disable_recursion_pending();
      continue;
    }
    const fs::file_status status = entries->symlink_status(error);
    if (fs::is_directory(status)) {
      if (entries.depth() >= deepest_folder)
        entries.disable_recursion_pending();
      continue;
    }
    if (!fs::is_regular_file(status)) {
      refuse("file-link",
             sentence("Das ist eine Verknüpfung oder besondere Datei",
                      "this is a link or a special file"),
             sentence("die Datei selbst in den Ordner legen", "put the file itself in the folder"));
      continue;
    }
    if (folder.files_.size() == most_files) {
      refuse("file-size",
             sentence("Der Ordner hat mehr als %1 Dateien", "the folder has more than %1 files",
                      {std::to_string(most_files)}),
             sentence("fremde Dateien entfernen", "remove what does not belong here"));
      break;
    }
    folder.files_.insert(name);
  }
  if (error)
    return Failure{Refusal::Unavailable, root.string() + ": " + error.message()};
  folder.unread_ = folder.files_;
  return folder;
}

bool Folder::has(std::string_view file) const {
  return files_.find(file) != files_.end();
}

std::vector<std::string> Folder::folders_in(std::string_view folder) const {
  const std::string prefix = std::string(folder) + '/';
  std::vector<std::string> names;
  for (auto at = files_.lower_bound(prefix); at != files_.end() && at->starts_with(prefix); ++at) {
    const std::size_t end = at->find('/', prefix.size());
    if (end == std::string::npos)
      continue;
    std::string name = at->substr(prefix.size(), end - prefix.size());
    if (names.empty() || names.back() != name)
      names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> Folder::files_in(std::string_view folder) const {
  const std::string prefix = folder.empty() ? std::string{} : std::string(folder) + '/';
  std::vector<std::string> names;
  for (auto at = files_.lower_bound(prefix); at != files_.end() && at->starts_with(prefix); ++at)
    if (at->find('/', prefix.size()) == std::string::npos)
      names.push_back(*at);
  return names;
}

std::optional<std::string> Folder::bytes(const std::string& file, std::size_t cap,
                                         std::vector<Finding>& findings) {
  if (!has(file))
    return std::nullopt;
  unread_.erase(file);
  std::ifstream stream(root_ / file, std::ios::binary);
  std::string bytes(cap + 1, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const auto size = static_cast<std::size_t>(stream.gcount());
  if (!stream.is_open() || stream.bad() || size > cap) {
    const bool too_long = size > cap;
    findings.push_back(
        {file, 0, Severity::Error, too_long ? "file-size" : "file-missing",
         too_long ? sentence("Die Datei ist größer als %1 kB", "the file is larger than %1 kB",
                             {std::to_string(cap / 1024)})
                  : sentence("Die Datei kann nicht gelesen werden", "the file cannot be read"),
         too_long ? sentence("die Datei kürzen oder teilen", "shorten or divide it")
                  : sentence("die Zugriffsrechte prüfen", "check who may read it")});
    return std::nullopt;
  }
  bytes.resize(size);
  return bytes;
}

std::optional<std::string> Folder::text(const std::string& file, std::vector<Finding>& findings) {
  const std::optional<std::string> raw = bytes(file, longest_text, findings);
  if (!raw)
    return std::nullopt;
  return clean_text(*raw, file, findings);
}

}  // namespace content
