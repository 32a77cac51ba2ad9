#include "tests/kiosk/screens/stage.h"

#include <stdexcept>
#include <utility>

#include "tools/standpoint.h"

namespace kiosk {

Stage::Stage() {
  auto opened = TextEngine::open(BINARY_DIR "/share/wegweiser/fonts");
  if (!opened)
    throw std::runtime_error(opened.failure().message);
  text = std::move(*opened);
}

Scene Stage::scene(const std::string& screen, const std::string& language, const Panel& panel,
                   int page, TextSize size) {
  auto stand = standpoint(screen, language, page);
  if (!stand)
    throw std::invalid_argument(screen);
  stand->session.text_size = size;
  Moment now = moment;
  now.idle_seconds_left = stand->idle_seconds_left;
  return make_scene(stand->session, library, now, panel, *text);
}

Scene Stage::scene(const Session& session, const Panel& panel) {
  return make_scene(session, library, moment, panel, *text);
}

}  // namespace kiosk
