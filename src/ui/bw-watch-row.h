/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the folder in which exports arrive. */
#pragma once

#include <adwaita.h>

#define BW_TYPE_WATCH_ROW (bw_watch_row_get_type ())
G_DECLARE_FINAL_TYPE (BwWatchRow, bw_watch_row, BW, WATCH_ROW, AdwActionRow)
