/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a chart as a table: what its twin on a page shows, the clipboard carries and the
 * file beside a picture holds. Immutable, counted. */
#pragma once

#include "bw-chart.h"

typedef struct _BwChartTable BwChartTable;

/* Periods or members as rows; bins, boxes or steps; rows and columns of a matrix. */
BwChartTable *bw_chart_table_new (const BwChart *chart);
BwChartTable *bw_chart_table_ref (BwChartTable *table);
void bw_chart_table_unref (BwChartTable *table);

guint bw_chart_table_get_n_columns (const BwChartTable *table);
guint bw_chart_table_get_n_rows (const BwChartTable *table);
const char *bw_chart_table_get_title (const BwChartTable *table, guint column);
/* Numbers stand at the right and sort by size. */
gboolean bw_chart_table_is_number (const BwChartTable *table, guint column);
/* NAN for texts and for what cannot be said. */
double bw_chart_table_get_number (const BwChartTable *table, guint row, guint column);
/* As people read it; never NULL. */
const char *bw_chart_table_get_text (const BwChartTable *table, guint row, guint column);
/* As programs read a text: a period by its first day. */
const char *bw_chart_table_get_key (const BwChartTable *table, guint row, guint column);
/* The mark that the row stands for, as in BwMark; -1 = none. */
int bw_chart_table_get_period (const BwChartTable *table, guint row);
int bw_chart_table_get_member (const BwChartTable *table, guint row);

/* With a head, separated by tabs, as spreadsheets paste: numbers as programs read them, periods by
 * their first day. */
char *bw_chart_table_to_text (const BwChartTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwChartTable, bw_chart_table_unref)
