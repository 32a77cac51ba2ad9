#include "kiosk/platform/connectors.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

namespace kiosk {
namespace {

// A display names some dozens; more than this is not read.
constexpr std::size_t most_modes = 200;

std::vector<std::string> lines_of_file(const std::filesystem::path& file) {
  std::vector<std::string> lines;
  std::ifstream in(file);
  for (std::string line; lines.size() < most_modes && std::getline(in, line);)
    if (!line.empty())
      lines.push_back(std::move(line));
  return lines;
}

// "card1-HDMI-A-2" → 1 and "HDMI-A-2"; a card by itself, or a writeback, is no connector.
std::optional<Connector> named(std::string_view folder) {
  constexpr std::string_view card = "card";
  if (!folder.starts_with(card))
    return std::nullopt;
  folder.remove_prefix(card.size());
  Connector connector;
  const char* const end = folder.data() + folder.size();
  const auto [after, error] = std::from_chars(folder.data(), end, connector.card);
  if (error != std::errc{} || after == end || *after != '-')
    return std::nullopt;
  connector.name = std::string(after + 1, end);
  if (connector.name.empty() || connector.name.starts_with("Writeback"))
    return std::nullopt;
  return connector;
}

std::string names_of(const std::vector<Connector>& all) {
  std::string names;
  for (const Connector& connector : all)
    names += (names.empty() ? "" : ", ") + connector.name;
  return names;
}

}  // namespace

std::vector<Connector> read_connectors(const std::filesystem::path& folder) {
  std::vector<Connector> all;
  std::error_code error;
  std::filesystem::directory_iterator at(folder, error);
  for (; !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
    auto connector = named(at->path().filename().string());
    if (!connector)
      continue;
    const auto status = lines_of_file(at->path() / "status");
    connector->connected = !status.empty() && status.front() == "connected";
    connector->modes = lines_of_file(at->path() / "modes");
    all.push_back(std::move(*connector));
  }
  std::sort(all.begin(), all.end(), [](const Connector& a, const Connector& b) {
    return std::tie(a.card, a.name) < std::tie(b.card, b.name);
  });
  return all;
}

std::optional<Connector> connector_to_show_on(const std::vector<Connector>& all) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [](const Connector& connector) { return connector.shows(); });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<NoDisplay> why_no_display(const std::vector<Connector>& all) {
  if (connector_to_show_on(all))
    return std::nullopt;
  if (all.empty())
    return NoDisplay{"W-41",
                     {"kein Anschluss für einen Bildschirm: Der Grafiktreiber fehlt",
                      "no connector for a display: the graphics driver is missing"}};
  for (const Connector& connector : all)
    if (connector.connected)
      return NoDisplay{
          "W-43",
          content::sentence(
              "an %1 hängt ein Bildschirm, der keine Auflösung meldet: Kabel tauschen, oder "
              "video=%1:1920x1080@60D in die Kernelzeile schreiben",
              "the display at %1 reports no mode: change the cable, or add "
              "video=%1:1920x1080@60D to the kernel's command line",
              {connector.name})};
  return NoDisplay{
      "W-42", content::sentence("an keinem Anschluss ist ein Bildschirm (%1): einschalten oder "
                                "einstecken; gewartet wird, bis einer da ist",
                                "no display at any connector (%1): switch it on or plug it in; "
                                "waiting for one",
                                {names_of(all)})};
}

bool ChosenConnector::take(const std::vector<Connector>& all) {
  auto now = connector_to_show_on(all);
  if (!now) {
    gone_ = true;
    return false;
  }
  const bool same = chosen_ && chosen_->card == now->card && chosen_->name == now->name &&
                    chosen_->modes.front() == now->modes.front();
  // Opened although the kernel named none: the first one it names is that one.
  const bool known = chosen_.has_value();
  chosen_ = std::move(now);
  return std::exchange(gone_, false) || (known && !same);
}

ConnectorWatch::ConnectorWatch(std::filesystem::path folder, std::optional<Connector> opened,
                               std::chrono::milliseconds every, std::function<void()> changed)
    : folder_(std::move(folder)),
      chosen_(std::move(opened)),
      every_(every),
      changed_(std::move(changed)),
      thread_([this] { watch(); }) {}

ConnectorWatch::~ConnectorWatch() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  ends_.notify_all();
  thread_.join();
}

void ConnectorWatch::watch() {
  std::unique_lock lock(mutex_);
  while (!ends_.wait_for(lock, every_, [this] { return ended_; })) {
    lock.unlock();
    if (chosen_.take(read_connectors(folder_)))
      changed_();
    lock.lock();
  }
}

}  // namespace kiosk
