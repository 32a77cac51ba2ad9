// The wish that this run may end: systemd or a technician stops the service. What is being fetched
// stays where it is and is resumed by the next run.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace content {

// From now on SIGTERM and SIGINT are a wish instead of an end.
void stop_politely();
bool asked_to_stop();

}  // namespace content
