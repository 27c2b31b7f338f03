/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as text for other programs. */
#pragma once

#include "bw-row-list.h"
#include <gtk/gtk.h>

/* More rows than this are not copied. */
#define BW_ROW_COPY_MOST 100000

typedef enum {
  BW_ROW_COPY_TABS, /* what spreadsheets take from the clipboard */
  BW_ROW_COPY_CSV,
} BwRowCopyFormat;

/* A line of headers and one of each row, as the file has them, in these columns of its table. Texts
 * that a spreadsheet would take for a formula are guarded. */
char *bw_row_copy (BwRowList *rows,
                   GtkBitset *positions,
                   const guint *columns,
                   guint n_columns,
                   BwRowCopyFormat format);
