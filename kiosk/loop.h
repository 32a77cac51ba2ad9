// Turns the kiosk's wheels: events to the shell, its requests to the worker, its view to the
// screen, its sayings to the voice, and sleep until one of them has something to do.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>

#include "kiosk/changeover.h"
#include "kiosk/platform/overseer.h"
#include "kiosk/presenter.h"
#include "kiosk/service_mode.h"
#include "kiosk/shell.h"
#include "kiosk/speech/voice.h"
#include "kiosk/worker.h"

namespace kiosk {

enum class Ended {
  Closed,           // the system asked for it
  Resized,          // everything must be laid out for another screen
  DisplaysChanged,  // the screen must be opened again
};

// What the loop is told about the world outside.
struct Outside {
  std::function<WallTime(const std::string& time_zone)> wall;
  std::function<void(const std::string& line)> log;
  std::function<bool()> displays_changed{};  // none: a desktop sees to that
};

// `changeover`: null where one bundle is shown whatever the store says.
Ended run_loop(Window& window, Shell& shell, Worker& worker, Presenter& presenter, Voice& voice,
               Changeover* changeover, ServiceMode& service, Overseer& overseer,
               const Outside& outside);

}  // namespace kiosk
