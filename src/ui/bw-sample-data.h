/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample data that come with the program. */
#pragma once

#include <glib.h>

/* NULL when they are not installed; g_free. BELLWETHER_DATA names a folder to look in first. */
char *bw_sample_data_find (void);
gboolean bw_sample_data_is (const char *path);
