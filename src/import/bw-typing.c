/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typist: what one thread keeps from cell to cell, and words. */
#include "config.h"

#include "bw-civil.h"
#include "bw-row-key.h"
#include "bw-typing-private.h"

gsize
bw_target_width (const BwTarget *target)
{
  return target->store == BW_STORE_NONE ? sizeof (guint64) : bw_store_width (target->store);
}

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
  return self->words[i].arena ? &self->words[i] : NULL;
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

static inline void
store_number (const BwTarget *target, gsize row, guint32 number)
{
  if (target->store == BW_STORE_CODE32)
    ((guint32 *) (void *) target->values)[row] = number;
  else
    ((guint16 *) (void *) target->values)[row] = (guint16) number;
}

/* Whether the quick way below can take it: short, in the file, and no blanks to be trimmed. */
static inline gboolean
is_plain (const Cells *cells, Cell cell, guint64 first)
{
  guint8 last = (guint8) cell.at[cell.length - (cell.length > 0)];
  return ((guint8) ((guint8) first - 1) >= ' ') & ((last > ' ') | (cell.length == 0)) &
         !is_copy (cells, cell);
}

/* A column whose words are mostly short. Returns how many were not. */
static guint
type_short_words (const Cells *cells, const BwTarget *target, BwWords *words, gsize row)
{
  guint n_long = 0;
  for (guint i = 0; i < cells->n_rows; i++) {
    Cell cell = get_cell (cells, i);
    guint32 number = G_MAXUINT32;
    if (G_LIKELY (cell.length <= BW_WORD_SHORT_BYTES &&
                  readable (cells, cell.at) >= BW_WORD_SHORT_BYTES)) {
      guint64 first, second;
      bw_words_load_short (cell.at, cell.length, &first, &second);
      if (G_LIKELY (is_plain (cells, cell, first)))
        number = bw_words_find_short (words, first, second, cell.length);
    } else {
      n_long++;
    }
    if (G_UNLIKELY (number == G_MAXUINT32))
      number = find_word (cells, words, cell);
    store_number (target, row + i, number);
  }
  return n_long;
}

static guint
type_long_words (const Cells *cells, const BwTarget *target, BwWords *words, gsize row)
{
  guint n_long = 0;
  for (guint i = 0; i < cells->n_rows; i++) {
    Cell cell = get_cell (cells, i);
    n_long += cell.length > BW_WORD_SHORT_BYTES;
    store_number (target, row + i, find_word (cells, words, cell));
  }
  return n_long;
}

static gint64
count_blank (const BwTarget *target, gsize row, guint n)
{
  gint64 n_blank = 0;
  if (target->store == BW_STORE_CODE32)
    for (guint i = 0; i < n; i++)
      n_blank += ((const guint32 *) (const void *) target->values)[row + i] == 0;
  else
    for (guint i = 0; i < n; i++)
      n_blank += ((const guint16 *) (const void *) target->values)[row + i] == 0;
  return n_blank;
}

static gboolean
type_words (
    BwTypist *self, guint target_index, const BwBatch *batch, gsize row, BwEvidence *evidence)
{
  const BwTarget *target = &self->targets[target_index];
  BwWords *words = &self->words[target_index];
  const Cells cells = get_cells (self, target, batch);
  guint n_long = words->mostly_long ? type_long_words (&cells, target, words, row)
                                    : type_short_words (&cells, target, words, row);
  words->mostly_long = n_long > cells.n_rows / 8;
  gint64 n_blank = count_blank (target, row, cells.n_rows);
  evidence->n_blank += n_blank;
  evidence->n_read += cells.n_rows - n_blank;
  return target->store == BW_STORE_CODE32 || words->n <= G_MAXUINT16;
}

/* --- Texts that stay in the file ----------------------------------------------------------------
 */

static void
type_keys (BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row)
{
  guint64 *keys = (guint64 *) (void *) target->values + row;
  const Cells cells = get_cells (self, target, batch);
  for (guint i = 0; i < cells.n_rows; i++) {
    Cell cell = get_cell (&cells, i);
    keys[i] = bw_row_key (cell.at, cell.length);
  }
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
  case BW_VALUE_TEXT:
    type_keys (self, target, batch, row);
    return TRUE;
  default:
    return type_words (self, i, batch, row, evidence);
  }
}
