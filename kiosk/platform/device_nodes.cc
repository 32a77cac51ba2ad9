#include "kiosk/platform/device_nodes.h"

#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <system_error>
#include <vector>

namespace kiosk {
namespace {

std::vector<std::filesystem::path> nodes_called(const std::filesystem::path& folder,
                                                std::string_view start) {
  std::vector<std::filesystem::path> nodes;
  std::error_code error;
  std::filesystem::directory_iterator at(folder, error);
  for (; !error && at != std::filesystem::directory_iterator(); at.increment(error))
    if (at->path().filename().string().starts_with(start))
      nodes.push_back(at->path());
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

// The first of them, when none may be opened.
std::optional<std::filesystem::path> closed(const std::vector<std::filesystem::path>& nodes,
                                            const MayOpen& may, Opening opening) {
  const bool any =
      std::any_of(nodes.begin(), nodes.end(), [&](const auto& node) { return may(node, opening); });
  return nodes.empty() || any ? std::nullopt : std::optional(nodes.front());
}

}  // namespace

bool may_open(const std::filesystem::path& node, Opening opening) {
  return ::access(node.c_str(), opening == Opening::Read ? R_OK : R_OK | W_OK) == 0;
}

std::optional<NoAccess> why_no_card(const std::filesystem::path& devices, const MayOpen& may) {
  const auto node = closed(nodes_called(devices / "dri", "card"), may, Opening::ReadWrite);
  if (!node)
    return std::nullopt;
  return NoAccess{
      "W-44", content::sentence("%1 darf nicht geöffnet werden: Der Benutzer des Kiosks gehört in "
                                "die Gruppe video, der Dienst braucht DeviceAllow=char-drm rw",
                                "%1 must not be opened: the kiosk's user belongs into the group "
                                "video, the service needs DeviceAllow=char-drm rw",
                                {node->string()})};
}

std::optional<NoAccess> why_no_input(const std::filesystem::path& devices, const MayOpen& may) {
  const auto node = closed(nodes_called(devices / "input", "event"), may, Opening::Read);
  if (!node)
    return std::nullopt;
  return NoAccess{"W-45", content::sentence(
                              "%1 darf nicht gelesen werden, also keine Berührung und keine Taste: "
                              "Der Benutzer des Kiosks gehört in die Gruppe input, der Dienst "
                              "braucht DeviceAllow=char-input r",
                              "%1 must not be read, so no touch and no key: the kiosk's user "
                              "belongs into the group input, the service needs "
                              "DeviceAllow=char-input r",
                              {node->string()})};
}

}  // namespace kiosk
