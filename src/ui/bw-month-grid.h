/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of each month, to be typed: rows are months, columns fields. */
#pragma once

#include "bw-report-widget.h"

typedef struct {
  BwFieldId field;
  const char *title; /* N_() */
  BwUnit unit;       /* MONEY, COUNT, or SECONDS, which are typed as hours */
} BwMonthColumn;

#define BW_TYPE_MONTH_GRID (bw_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (BwMonthGrid, bw_month_grid, BW, MONTH_GRID, BwReportWidget)

/* Before it has a workspace; the columns are not copied. total: title of a last column that adds up
 * the first n_added; NULL = none. */
void bw_month_grid_set_columns (BwMonthGrid *self,
                                const BwMonthColumn *columns,
                                guint n_columns,
                                const char *total,
                                guint n_added);
/* What the files say counts whatever is typed: nothing can be. */
gboolean bw_month_grid_is_fixed (BwMonthGrid *self);
/* Is there any number, of a file or typed? */
gboolean bw_month_grid_has_numbers (BwMonthGrid *self);
gboolean bw_month_grid_has_numbers_of_files (BwMonthGrid *self);

guint bw_month_grid_get_n_months (BwMonthGrid *self);
/* Are there months before the first that the data know of? */
gboolean bw_month_grid_has_earlier (BwMonthGrid *self);
/* Shows a year more. */
void bw_month_grid_show_earlier (BwMonthGrid *self);

/* The entry of a cell; rows from the earliest month on. */
GtkEditable *bw_month_grid_get_cell (BwMonthGrid *self, guint row, guint column);
/* A block of cells as spreadsheets copy it, from that cell on: tabs between cells, line ends
 * between months. A head and a column of names that were copied along are left out, and so are
 * cells that are blank or no number; returns how many of the latter there were. */
guint bw_month_grid_paste (BwMonthGrid *self, guint row, guint column, const char *text);
