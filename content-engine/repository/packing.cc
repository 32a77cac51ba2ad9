#include "content-engine/repository/packing.h"

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace content {

namespace {

// Whole: the densest of the ordinary levels. Delta: the long-distance matcher does the work, and
// the higher levels take ten times as long for a tenth less.
constexpr int whole_level = 19, delta_level = 9, quick_level = 3;

std::size_t checked(std::size_t code) {
  if (ZSTD_isError(code) != 0)
    throw std::runtime_error(std::string("zstd cannot pack: ") + ZSTD_getErrorName(code));
  return code;
}

}  // namespace

std::string pack(std::span<const char> bundle, std::span<const char> base, Packing packing) {
  const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(),
                                                                        ZSTD_freeCCtx);
  const auto set = [&](ZSTD_cParameter parameter, int value) {
    checked(ZSTD_CCtx_setParameter(context.get(), parameter, value));
  };
  set(ZSTD_c_compressionLevel, packing == Packing::Quick ? quick_level
                               : base.empty()            ? whole_level
                                                         : delta_level);
  set(ZSTD_c_checksumFlag, 1);
  // The window reaches over the whole file and over all of its base.
  const auto reach = static_cast<std::uint64_t>(std::max(bundle.size(), base.size()));
  const ZSTD_bounds bounds = ZSTD_cParam_getBounds(ZSTD_c_windowLog);
  const int window =
      std::clamp(static_cast<int>(std::bit_width(reach)) + 1, bounds.lowerBound, bounds.upperBound);
  set(ZSTD_c_windowLog, window);
  set(ZSTD_c_enableLongDistanceMatching, 1);
  if (!base.empty())
    checked(ZSTD_CCtx_refPrefix(context.get(), base.data(), base.size()));
  std::string out(ZSTD_compressBound(bundle.size()), '\0');
  out.resize(
      checked(ZSTD_compress2(context.get(), out.data(), out.size(), bundle.data(), bundle.size())));
  return out;
}

}  // namespace content
