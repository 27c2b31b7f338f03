/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typist: what one thread keeps from cell to cell, and words. */
#include "config.h"

#include "bw-civil.h"
#include "bw-typing-private.h"

BwTypist *
bw_typist_new (const BwTarget *targets, guint n_targets)
{
  BwTypist *self = g_new0 (BwTypist, 1);
  self->targets = targets;
  self->n_targets = n_targets;
  self->words = g_new0 (BwWords, n_targets + 1);
  self->zones = g_array_new (FALSE, FALSE, sizeof (ZoneDays));
  self->scratch = g_string_new (NULL);
  for (guint i = 0; i < n_targets; i++)
    if (bw_store_is_code (targets[i].store))
      bw_words_init (&self->words[i]);
  for (int i = 0; i <= 12 * N_YEARS; i++)
    self->month_starts[i] =
        (gint32) (bw_civil_to_days (FIRST_YEAR + i / 12, 1 + i % 12, 1) - BW_TIME_ORIGIN / 86400);
  return self;
}

void
bw_typist_free (BwTypist *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->n_targets; i++)
    bw_words_clear (&self->words[i]);
  for (guint i = 0; i < self->zones->len; i++)
    g_free (g_array_index (self->zones, ZoneDays, i).offsets);
  g_free (self->words);
  g_array_unref (self->zones);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

BwWords *
bw_typist_get_words (BwTypist *self, guint i)
{
  return self->words[i].slots ? &self->words[i] : NULL;
}

/* --- Cells ---------------------------------------------------------------------------------------
 */

/* The text of a quoted cell; not copied unless there are quotes in it. */
Cell
bw_cells_unquote (const Cells *cells, Cell cell)
{
  BwDialect dialect = cells->dialect;
  GString *scratch = cells->scratch;
  const char *last = cell.at + cell.length - 1;
  if (cell.length >= 2 && *last == dialect.quote &&
      !memchr (cell.at + 1, dialect.quote, cell.length - 2))
    return (Cell) { cell.at + 1, cell.length - 2 };
  BwCellSpan span = { cell.at, cell.length, TRUE };
  g_string_truncate (scratch, 0);
  bw_cell_decode (&span, dialect, scratch);
  return (Cell) { scratch->str, scratch->len };
}

/* The last cell of a row, or one that it lacks: empty. */
Cell
bw_cells_get_edge (const Cells *cells, guint place, guint last)
{
  if (place > last)
    return (Cell) { cells->base, 0 };
  guint32 start = cells->ends[place - 1] + 1;
  Cell cell = { cells->base + start, cells->ends[place] - start };
  const char *end = cell.at + cell.length;
  if (cell.length > 0 && end < cells->text_end && *end == '\n')
    cell.length -= end[-1] == '\r';
  return cell.length > 0 && *cell.at == cells->quote ? bw_cells_unquote (cells, cell) : cell;
}

#define SHOWN_BYTES 60

void
bw_evidence_add_bad (BwEvidence *evidence, Cell cell, gsize row)
{
  evidence->n_bad++;
  if (evidence->first_bad)
    return;
  evidence->first_bad_row = (gint64) row;
  gboolean whole = cell.length <= SHOWN_BYTES;
  g_autofree char *start = g_strndup (cell.at, MIN (cell.length, SHOWN_BYTES));
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  evidence->first_bad = whole ? g_steal_pointer (&valid) : g_strconcat (valid, "…", NULL);
}

/* --- Words --------------------------------------------------------------------------------------
 */

static Cell
trim (Cell cell)
{
  while (cell.length > 0 && g_ascii_isspace (*cell.at)) {
    cell.at++;
    cell.length--;
  }
  while (cell.length > 0 && g_ascii_isspace (cell.at[cell.length - 1]))
    cell.length--;
  return cell;
}

/* Bytes that can be blanks or control characters at either end of the word. */
static inline gboolean
has_blanks (Cell cell)
{
  return cell.length > 0 &&
         (((guint8) *cell.at <= ' ') | ((guint8) cell.at[cell.length - 1] <= ' '));
}

static inline guint32
find_word (const Cells *cells, BwWords *words, Cell cell)
{
  gsize limit = is_copy (cells, cell) ? cell.length : readable (cells, cell.at);
  if (G_UNLIKELY (has_blanks (cell))) {
    Cell trimmed = trim (cell);
    limit -= (gsize) (trimmed.at - cell.at);
    cell = trimmed;
  }
  return bw_words_find (words, cell.at, cell.length, limit);
}

static gboolean
type_words (
    BwTypist *self, guint target_index, const BwBatch *batch, gsize row, BwEvidence *evidence)
{
  const BwTarget *target = &self->targets[target_index];
  BwWords *words = &self->words[target_index];
  gboolean wide = target->store == BW_STORE_CODE32;
  gint64 n_blank = 0;
  const Cells cells = get_cells (self, target, batch);
  for (guint i = 0; i < cells.n_rows; i++) {
    guint32 number = find_word (&cells, words, get_cell (&cells, i));
    n_blank += number == 0;
    if (wide)
      ((guint32 *) (void *) target->values)[row + i] = number;
    else
      ((guint16 *) (void *) target->values)[row + i] = (guint16) number;
  }
  evidence->n_blank += n_blank;
  evidence->n_read += cells.n_rows - n_blank;
  return wide || words->n <= G_MAXUINT16;
}

gboolean
bw_typist_type (BwTypist *self, guint i, const BwBatch *batch, gsize row, BwEvidence *evidence)
{
  const BwTarget *target = &self->targets[i];
  switch (target->value) {
  case BW_VALUE_TIME:
    bw_typist_type_times (self, target, batch, row, evidence);
    return TRUE;
  case BW_VALUE_DURATION:
    bw_typist_type_durations (self, target, batch, row, evidence);
    return TRUE;
  case BW_VALUE_COUNT:
    bw_typist_type_counts (self, target, batch, row, evidence);
    return TRUE;
  case BW_VALUE_NUMBER:
    bw_typist_type_numbers (self, target, batch, row, evidence);
    return TRUE;
  default:
    return type_words (self, i, batch, row, evidence);
  }
}
