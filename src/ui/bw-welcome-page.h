/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows before any file is open. */
#pragma once

#include <adwaita.h>

#define BW_TYPE_WELCOME_PAGE (bw_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (BwWelcomePage, bw_welcome_page, BW, WELCOME_PAGE, AdwBin)

/* Lists the recent files anew. */
void bw_welcome_page_update (BwWelcomePage *self, GSettings *settings);
