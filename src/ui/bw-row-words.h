/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of a row say to people: times in the report's zone, lengths of time in words. */
#pragma once

#include "bw-row-item.h"
#include "bw-zone.h"

/* The file's own header, else the name of the field. */
const char *bw_row_words_header (const BwColumn *column);
/* Values that are compared by their size stand at the end of their cell. */
gboolean bw_row_words_is_number (const BwColumn *column);
/* "2025-03-01 14:02", in that zone; g_free. */
char *bw_row_words_time (gint64 unix_time, const BwZone *zone);
/* Never NULL; one line; g_free. */
char *bw_row_words_cell (BwRowItem *item, guint column, const BwZone *zone);
