/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table of the files, as many as there are: sorted, chosen and copied. */
#pragma once

#include "bw-filter.h"
#include "bw-row-list.h"
#include "bw-zone.h"
#include <gtk/gtk.h>

#define BW_TYPE_ROW_TABLE (bw_row_table_get_type ())
G_DECLARE_FINAL_TYPE (BwRowTable, bw_row_table, BW, ROW_TABLE, GtkWidget)

/* What is shown of a table. */
typedef struct {
  const BwBits *rows; /* NULL = all that are counted; copied */
  BwFilter *filter;   /* NULL = none */
  gint64 from;        /* BW_TIME_NONE = any time */
  gint64 to;
  const char *text;
} BwRowChoice;

/* Properties (read-only, notify): busy; n-rows, of what is shown; current (BwRowItem), the row that
 * was chosen last or NULL. Signal "activate": a row was activated. Actions: rows.copy,
 * rows.copy-csv, rows.choose-columns, rows.open-address. */
GtkWidget *bw_row_table_new (void);

/* Shows nothing until a choice is made. settings: where columns are remembered, or NULL. */
void bw_row_table_set_table (BwRowTable *self, BwTable *table, BwZone *zone, GSettings *settings);
/* In a thread; what is shown stays until it is done. The latest wins. */
void bw_row_table_choose (BwRowTable *self, const BwRowChoice *choice);

gboolean bw_row_table_get_busy (BwRowTable *self);
guint bw_row_table_get_n_rows (BwRowTable *self);
BwRowItem *bw_row_table_get_current (BwRowTable *self);
GtkColumnView *bw_row_table_get_view (BwRowTable *self);
