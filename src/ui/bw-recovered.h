/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offers the reports that were left unsaved when the program ended as it should not. */
#pragma once

#include "bw-window.h"

/* Asks above the window; does nothing when there are none. */
void bw_recovered_offer (BwWindow *window);
