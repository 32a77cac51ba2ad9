// For the test of the image only: whether anything but the kiosk is to be had at this machine.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

// «PID TERMINAL SHELLS BOOT»: of the kiosk (0: it does not run), the console that is seen, how many
// shells and logins run, and which start of the machine this is. One line, the same as long as
// nobody got out.
std::string guard();
