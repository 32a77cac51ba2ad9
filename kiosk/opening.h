// The screen is opened when there is one: a kiosk whose display is off waits for it and tells the
// overseer so; who tries it at a desk is told at once that there is none.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/platform/overseer.h"
#include "kiosk/platform/window.h"
#include "kiosk/seat.h"

namespace kiosk {

using OpeningLog = std::function<void(const std::string& line)>;

// What to do as long as there is no screen.
enum class WithoutScreen { Wait, GiveUp };

// Null: there is no screen, and it was not to be waited for.
std::unique_ptr<Window> open_window(WindowWish wish, Seat& seat, Overseer& overseer,
                                    WithoutScreen without, const OpeningLog& log);
// Displays went or came. What was open is given back first: a card has one master.
void open_window_again(Window& window, Seat& seat, Overseer& overseer, const OpeningLog& log);

}  // namespace kiosk
