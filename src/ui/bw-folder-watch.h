/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder that the user has chosen for exports (settings "watch-folder", "" = none): tells of each
 * new one once it is complete. What came while nobody watched is told when watching begins. */
#pragma once

#include <gio/gio.h>

#define BW_TYPE_FOLDER_WATCH (bw_folder_watch_get_type ())
G_DECLARE_FINAL_TYPE (BwFolderWatch, bw_folder_watch, BW, FOLDER_WATCH, GObject)

/* Follows the settings. Emits "arrived" with the path of a file. */
BwFolderWatch *bw_folder_watch_new (GSettings *settings);
/* From now on; NULL = none. What lies there already is nothing new. */
void bw_folder_watch_choose (GSettings *settings, const char *folder);

/* What names of exports end in, without the dot; NULL-terminated. */
const char *const *bw_export_suffixes (void);
