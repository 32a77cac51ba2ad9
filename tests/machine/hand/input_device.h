// For the test of the image only: what its made-up input devices share (uinput).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Ends the program with what the system says of it.
void must(bool went_well, const char* what);

// Of a device whose abilities are set.
void create_device(int fd, const char* name);
void send_event(int fd, unsigned short type, unsigned short code, int value);
