#include "content-engine/repository/packing.h"

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include "content-engine/repository/row_stream.h"

namespace content {

namespace {

// Whole: the densest of the ordinary levels. Delta: the first one that weighs matches against each
// other, less than the levels below it for about three times their time.
constexpr int whole_level = 19, delta_level = 16, quick_level = 3;

std::size_t checked(std::size_t code) {
  if (ZSTD_isError(code) != 0)
    throw std::runtime_error(std::string("zstd cannot pack: ") + ZSTD_getErrorName(code));
  return code;
}

}  // namespace

static std::string pack_bytes(std::span<const char> bundle, std::span<const char> base,
                              Packing packing) {
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
  // Tables as large as the files, or most of the base is forgotten before it is needed again: a
  // third less for a large edition.
  constexpr int largest_table = 25, large = 20, finer_match = 32, finer_rate = 4;
  if (!base.empty() && packing == Packing::Thorough && window > large) {
    set(ZSTD_c_hashLog, std::min(window, largest_table));
    set(ZSTD_c_chainLog, std::min(window, largest_table + 1));
    set(ZSTD_c_ldmHashLog, std::min(window, largest_table - 1));
    set(ZSTD_c_ldmMinMatch, finer_match);
    set(ZSTD_c_ldmHashRateLog, finer_rate);
  }
  if (!base.empty())
    checked(ZSTD_CCtx_refPrefix(context.get(), base.data(), base.size()));
  std::string out(ZSTD_compressBound(bundle.size()), '\0');
  out.resize(
      checked(ZSTD_compress2(context.get(), out.data(), out.size(), bundle.data(), bundle.size())));
  return out;
}

static std::string row_stream_of(std::span<const char> bundle) {
  std::string stream(row_stream_bound(bundle.size()), '\0');
  const std::size_t length = write_row_stream(bundle, stream);
  if (length == 0)
    throw std::runtime_error("a bundle has a longer row stream than a bundle can have");
  stream.resize(length);
  return stream;
}

std::string pack(std::span<const char> bundle, std::span<const char> base, Packing packing) {
  return base.empty() ? pack_bytes(bundle, base, packing)
                      : pack_bytes(row_stream_of(bundle), row_stream_of(base), packing);
}

}  // namespace content
