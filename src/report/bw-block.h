/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making blocks, for those who write sections of the report. */
#pragma once

#include "bw-report.h"

BwBlock *bw_block_new_heading (int level, const char *text);
BwBlock *bw_block_new_paragraph (const char *text, BwTone tone);
/* figures: of BwFigure */
BwBlock *bw_block_new_tiles (GPtrArray *figures);
/* Takes over the scores (of BwScore). */
BwBlock *bw_block_new_scores (GPtrArray *scores);
/* Takes over the chart. */
BwBlock *bw_block_new_chart (BwChart *chart, double aspect);
/* Takes over the table. heading: NULL = none. */
BwBlock *bw_block_new_table (const char *heading, BwTextTable *table);

/* shares: n_columns of them, any positive numbers; texts[] are the head's, numeric those of its
 * columns that hold numbers. */
BwTextTable *bw_text_table_new (const char *title,
                                guint n_columns,
                                const char *const *head,
                                const double *shares,
                                const gboolean *numeric);
/* Takes over cells[0 .. n_columns - 1] (NULL = empty). */
void bw_text_table_add_row (BwTextTable *table, char **cells);
/* NULL outside of the table. */
const char *bw_text_table_get (const BwTextTable *table, guint row, guint column);
void bw_text_table_free (BwTextTable *table);

/* Without anything to compare with. */
BwScore *bw_score_new (const BwFigure *figure);
void bw_score_free (BwScore *score);
