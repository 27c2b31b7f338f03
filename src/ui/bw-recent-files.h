/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that were opened last, in sets as they were opened together. */
#pragma once

#include <gio/gio.h>

/* Most sets that are remembered. */
#define BW_RECENT_FILES_MOST 5

/* Puts the set first. paths: NULL-terminated. */
void bw_recent_files_add (GSettings *settings, const char *const *paths);
/* Of GStrv: those sets of which every file is still there, the last one first. */
GPtrArray *bw_recent_files_list (GSettings *settings);
/* How people call a set: "tickets.csv and 2 more"; g_free. */
char *bw_recent_files_name (char **paths);
/* An item for each set, which activates win.open-paths. */
void bw_recent_files_fill_menu (GSettings *settings, GMenu *menu);
