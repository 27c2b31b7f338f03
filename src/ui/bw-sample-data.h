/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample data that come with the program. */
#pragma once

#include <glib.h>

/* Paths of its files, the tickets first; NULL when they are not installed. BELLWETHER_DATA names
 * a folder to look in first. */
GStrv bw_sample_data_list (void);
/* Is it one of them? */
gboolean bw_sample_data_is (const char *path);
