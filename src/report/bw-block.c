/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that a report says: a heading, a paragraph, figures, a chart or a table. */
#include "config.h"

#include "bw-block.h"

G_DEFINE_FINAL_TYPE (BwBlock, bw_block, G_TYPE_OBJECT)

static void
bw_block_finalize (GObject *object)
{
  BwBlock *self = BW_BLOCK (object);

  g_free (self->text);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->scores, g_ptr_array_unref);
  g_clear_pointer (&self->chart, bw_chart_unref);
  g_clear_pointer (&self->table, bw_text_table_free);
  G_OBJECT_CLASS (bw_block_parent_class)->finalize (object);
}

static void
bw_block_class_init (BwBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_block_finalize;
}

static void
bw_block_init (BwBlock *self)
{
}

static BwBlock *
create_block (BwBlockKind kind)
{
  BwBlock *block = g_object_new (BW_TYPE_BLOCK, NULL);
  block->kind = kind;
  return block;
}

BwBlock *
bw_block_new_heading (int level, const char *text)
{
  BwBlock *block = create_block (BW_BLOCK_HEADING);
  block->level = level;
  block->text = g_strdup (text);
  return block;
}

BwBlock *
bw_block_new_paragraph (const char *text, BwTone tone)
{
  BwBlock *block = create_block (BW_BLOCK_PARAGRAPH);
  block->tone = tone;
  block->text = g_strdup (text);
  return block;
}

BwBlock *
bw_block_new_tiles (GPtrArray *figures)
{
  BwBlock *block = create_block (BW_BLOCK_TILES);
  block->figures = g_ptr_array_ref (figures);
  return block;
}

BwBlock *
bw_block_new_scores (GPtrArray *scores)
{
  BwBlock *block = create_block (BW_BLOCK_SCORES);
  block->scores = scores;
  return block;
}

BwBlock *
bw_block_new_chart (BwChart *chart, double aspect)
{
  BwBlock *block = create_block (BW_BLOCK_CHART);
  block->chart = chart;
  block->aspect = aspect;
  return block;
}

BwBlock *
bw_block_new_table (const char *heading, BwTextTable *table)
{
  BwBlock *block = create_block (BW_BLOCK_TABLE);
  block->level = 2;
  block->text = g_strdup (heading);
  block->table = table;
  return block;
}

static void
set_shares (BwTextTable *table, const double *shares)
{
  double sum = 0;
  for (guint i = 0; i < table->n_columns; i++)
    sum += shares[i];
  table->shares = g_new (double, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    table->shares[i] = shares[i] / sum;
}

BwTextTable *
bw_text_table_new (const char *title,
                   guint n_columns,
                   const char *const *head,
                   const double *shares,
                   const gboolean *numeric)
{
  BwTextTable *table = g_new0 (BwTextTable, 1);
  table->title = g_strdup (title);
  table->n_columns = n_columns;
  table->numeric = g_memdup2 (numeric, n_columns * sizeof *numeric);
  set_shares (table, shares);
  table->n_rows = 1;
  table->cells = g_new (char *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    table->cells[i] = g_strdup (head[i]);
  return table;
}

void
bw_text_table_add_row (BwTextTable *table, char **cells)
{
  gsize at = (gsize) table->n_rows * table->n_columns;
  table->cells = g_renew (char *, table->cells, at + table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    table->cells[at + i] = cells[i] ? cells[i] : g_strdup ("");
  table->n_rows++;
}

const char *
bw_text_table_get (const BwTextTable *table, guint row, guint column)
{
  g_return_val_if_fail (row < table->n_rows && column < table->n_columns, NULL);
  return table->cells[(gsize) row * table->n_columns + column];
}

void
bw_text_table_free (BwTextTable *table)
{
  for (gsize i = 0; i < (gsize) table->n_rows * table->n_columns; i++)
    g_free (table->cells[i]);
  g_free (table->cells);
  g_free (table->numeric);
  g_free (table->shares);
  g_free (table->title);
  g_free (table);
}

BwScore *
bw_score_new (const BwFigure *figure)
{
  BwScore *score = g_new0 (BwScore, 1);
  score->figure = bw_figure_ref ((BwFigure *) figure);
  score->previous = BW_CELL_NONE;
  score->year_before = BW_CELL_NONE;
  return score;
}

void
bw_score_free (BwScore *score)
{
  bw_figure_unref (score->figure);
  g_free (score->target);
  g_free (score);
}
