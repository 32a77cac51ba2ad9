// A C library's handle that is given back exactly once. The destroying function is part of the
// type, so a handle costs one pointer: Handle<SDL_Texture, SDL_DestroyTexture>.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

namespace kiosk {

template <auto destroy>
struct HandleDestroy {
  template <typename T>
  void operator()(T* handle) const {
    static_cast<void>(destroy(handle));
  }
};

// Move-only; empty after a move; never destroys nothing.
template <typename T, auto destroy>
using Handle = std::unique_ptr<T, HandleDestroy<destroy>>;

}  // namespace kiosk
