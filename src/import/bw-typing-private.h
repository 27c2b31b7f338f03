/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the loops of bw-typing.h share: how they get at cells, and figures in eight bytes. */
#pragma once

#include "bw-typing.h"

/* Dates that the quick way knows: 2000-01-01 up to the last whole year that BW_STORE_TIME holds. */
#define FIRST_YEAR 2000
#define N_YEARS 68
#define N_DAYS (N_YEARS * 366)

typedef struct {
  const BwZone *zone;
  gint32 *offsets; /* N_DAYS */
} ZoneDays;

struct _BwTypist {
  /* Borrowed */
  const BwTarget *targets;
  guint n_targets;

  /* Owned */
  BwWords *words; /* one a target */
  GArray *zones;  /* ZoneDays */
  GString *scratch;

  gint32 month_starts[12 * N_YEARS + 1]; /* in days since 2000-01-01 */
};

/* --- Cells ---------------------------------------------------------------------------------------
 */

typedef struct {
  const char *at;
  gsize length;
} Cell;

/* The cells of one column; a copy of what the loops need, for the compiler to keep at hand. */
typedef struct {
  const char *base;
  const char *text_end;
  const guint32 *ends;
  const BwBatchRow *rows;
  guint n_rows;
  guint column;
  int quote; /* a byte, or -1 */
  BwDialect dialect;
  GString *scratch;
} Cells;

static inline Cells
get_cells (const BwTypist *self, const BwTarget *target, const BwBatch *batch)
{
  const BwScan *scan = &batch->tokenizer->scan;
  return (Cells) {
    .base = batch->tokenizer->base,
    .text_end = bw_tokenizer_get_readable_end (batch->tokenizer),
    .ends = scan->ends,
    .rows = batch->rows,
    .n_rows = batch->n_rows,
    .column = target->index,
    .quote = scan->dialect.quote ? scan->dialect.quote : -1,
    .dialect = scan->dialect,
    .scratch = self->scratch,
  };
}

static inline gsize
readable (const Cells *cells, const char *at)
{
  return (gsize) (cells->text_end - at);
}

/* The text of a quoted cell; not copied unless there are quotes in it. */
Cell bw_cells_unquote (const Cells *cells, Cell cell);
/* The last cell of a row, or one that it lacks: empty. */
Cell bw_cells_get_edge (const Cells *cells, guint place, guint last);

/* The text of a cell. An empty one in the row has its delimiter to be looked at. */
static inline Cell
get_cell (const Cells *cells, guint i)
{
  BwBatchRow row = cells->rows[i];
  guint place = row.first + cells->column;
  if (G_UNLIKELY (place >= row.last))
    return bw_cells_get_edge (cells, place, row.last);
  guint32 start = cells->ends[place - 1] + 1;
  Cell cell = { cells->base + start, cells->ends[place] - start };
  return G_UNLIKELY (*cell.at == cells->quote) ? bw_cells_unquote (cells, cell) : cell;
}

/* Whether the text was copied: it does not stand in the file. */
static inline gboolean
is_copy (const Cells *cells, Cell cell)
{
  return cell.at == cells->scratch->str;
}

/* One more cell that is not what the plan says; the first one is kept. */
void bw_evidence_add_bad (BwEvidence *evidence, Cell cell, gsize row);

/* --- Figures in eight bytes ---------------------------------------------------------------------
 */

#define ALL(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define DASHES G_GUINT64_CONSTANT (0x30302d30302d3030) /* "00-00-00" */
#define COLONS G_GUINT64_CONSTANT (0x30303a30303a3030)

/* "dd-dd-dd", or with the other separator, to three numbers; FALSE when it is not. */
static inline gboolean
read_pairs (guint64 text, guint64 pattern, guint *a, guint *b, guint *c)
{
  guint64 digits = text ^ pattern;
  guint64 beyond = digits + G_GUINT64_CONSTANT (0x76767f76767f7676);
  guint64 numbers = digits * 10 + (digits >> 8);
  *a = numbers & 0xff;
  *b = numbers >> 24 & 0xff;
  *c = numbers >> 48 & 0xff;
  return !((digits | beyond) & ALL (0x80));
}

/* Up to eight digits. */
static inline gboolean
read_digits (const char *at, gsize length, guint32 *number)
{
  guint empty = (guint) (64 - 8 * length);
  guint64 digits = (bw_words_load (at) << empty) ^ (ALL (0x30) << empty);
  gboolean ok = !((digits | (digits + ALL (0x76))) & ALL (0x80));
  digits = digits * 10 + (digits >> 8);
  guint64 upper =
      (digits & G_GUINT64_CONSTANT (0xff000000ff)) * G_GUINT64_CONSTANT (0x000f424000000064);
  guint64 lower =
      (digits >> 16 & G_GUINT64_CONSTANT (0xff000000ff)) * G_GUINT64_CONSTANT (0x0000271000000001);
  *number = (guint32) ((upper + lower) >> 32);
  return ok;
}

/* --- Loops ---------------------------------------------------------------------------------------
 */

void bw_typist_type_times (
    BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row, BwEvidence *evidence);
void bw_typist_type_durations (
    BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row, BwEvidence *evidence);
void bw_typist_type_counts (
    BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row, BwEvidence *evidence);
void bw_typist_type_numbers (
    BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row, BwEvidence *evidence);
