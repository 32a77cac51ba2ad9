#include "kiosk/stock.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/bundle/format.h"
#include "content-engine/bundle/sha256.h"
#include "kiosk/canvas/page_canvas.h"
#include "kiosk/screens/interface_keys.h"

namespace kiosk {
namespace {

using content::Failure;
using content::Refusal;
using content::Result;

bool is_hash(const std::string& name) {
  return name.size() == 64 && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

Result<std::string> expected_hash(const std::filesystem::path& file, Vouching vouching) {
  const std::string name = file.stem().string();
  if (is_hash(name))
    return name;
  if (vouching == Vouching::ByHand)
    return content::sha256_of_file(file, content::bundle_size_limit);
  return Failure{Refusal::Untrusted, file.string() + " is not named by its SHA-256"};
}

Result<std::unique_ptr<content::Library>> open_library(const StockPlace& place) {
  std::error_code missing;
  const auto file = std::filesystem::canonical(place.bundle, missing);
  if (missing)
    return Failure{Refusal::NotFound, place.bundle.string() + ": " + missing.message()};
  const auto hash = expected_hash(file, place.vouching);
  if (!hash)
    return hash.failure();
  // Verified once, before anything of it is interpreted; then opened for reading.
  if (const auto verified = content::open_bundle(file, *hash); !verified)
    return verified.failure();
  return content::Library::open(file, interface_keys());
}

Trouble trouble(char part, const Failure& failure) {
  std::string code = "W-";
  code += part;
  code += static_cast<char>('0' + static_cast<int>(failure.refusal));
  return {std::move(code), failure.message};
}

}  // namespace

Trouble bundle_trouble(const Failure& failure) {
  return trouble('1', failure);
}
Trouble font_trouble(const Failure& failure) {
  return trouble('2', failure);
}
Trouble settings_trouble() {
  return {"W-30", "the settings are wrong; see --check-settings"};
}

Opened open_stock(const StockPlace& place) {
  auto library = open_library(place);
  if (!library)
    return bundle_trouble(library.failure());
  auto text = TextEngine::open(place.fonts);
  if (!text)
    return font_trouble(text.failure());
  // The screen's own thread opens the same files again; what it would stumble over shows here.
  if (const auto canvas = PageCanvas::open({1, 1}, (*text)->fonts()); !canvas)
    return font_trouble(canvas.failure());
  return Stock{std::move(*library), std::move(*text)};
}

}  // namespace kiosk
