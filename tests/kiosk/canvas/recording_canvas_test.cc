#include "kiosk/canvas/recording_canvas.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("what is drawn is written down, one verb a line") {
  RecordingCanvas canvas({100, 50}, RecordingCanvas::Detail::Glyphs);
  canvas.fill({0, 0, 100, 50}, {0xF5, 0xEF, 0xE3});
  canvas.push_clip({10, 10, 50, 30});
  canvas.fill_rounded({10, 10, 40, 20}, 12, {1, 2, 3, 128});
  canvas.stroke_rounded({10, 10, 40, 20}, 12, 2, {1, 2, 3});
  canvas.pop_clip();
  canvas.fill_circle(5, 5.25F, 3, {255, 255, 255});
  canvas.stroke_circle(5, 5, 3, 1.5F, {255, 255, 255});
  Paragraph paragraph;
  Line line{0, 2, Direction::LeftToRight, 0, 30, 40, 0, 18.04F, {}};
  line.glyphs.push_back({3, 77, 0, -0.01F, 30, 9, 41, 0});
  line.glyphs.push_back({3, 78, 1, 9, 30, 9, 41, 1});
  paragraph.lines.push_back(line);
  canvas.text(paragraph, 0, 1.5F, {0, 0, 0}, {9, 9, 9});
  canvas.pictogram("back", {1, 2, 40, 40}, {0, 0, 0}, Mirror::Yes);
  canvas.picture("image/png", "1234", {1, 2, 40, 40});
  CHECK(canvas.dump() ==
        "fill 0,0 100x50 #F5EFE3\n"
        "clip 10,10 50x30\n"
        "  rounded 10,10 40x20 radius 12 #01020380\n"
        "  outline 10,10 40x20 radius 12 stroke 2 #010203\n"
        "disc 5,5.3 radius 3 #FFFFFF\n"
        "ring 5,5 radius 3 stroke 1.5 #FFFFFF\n"
        "text 0,1.5 #000000 second #090909\n"
        "  line 0,31.5 width 18 bytes 0-2 glyphs 2\n"
        "    glyph 3:77 0,31.5 size 41\n"
        "    glyph 3:78 9,31.5 size 41 second\n"
        "pictogram back 1,2 40x40 #000000 mirrored\n"
        "picture image/png of 4 bytes 1,2 40x40\n");
  CHECK_THROWS(canvas.pop_clip());
}
