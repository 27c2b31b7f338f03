/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of delimited text, cell by cell: the plain rules that the fast tokenizer must agree
 * with, and the way to lazily read back a cell of a row.
 *
 * CR, LF and CRLF end a record outside quotes. A quote opens only as the first byte of a cell; a
 * doubled quote inside is one quote; what follows the closing quote is appended as it stands; an
 * unterminated quote takes the rest of the text. */
#pragma once

#include <glib.h>

typedef struct {
  char delimiter;
  char quote; /* 0 = quotes have no meaning */
} BwDialect;

typedef struct {
  const char *start; /* raw bytes of the cell, opening quote included */
  gsize length;
  gboolean quoted;
} BwCellSpan;

/* Reads the record that starts at `at` (a record start, < end). Fills up to max cells, and returns
 * how many cells the record has (>= 1). *next is the start of the next record, == end at the end.
 */
gsize bw_record_read (const char *at,
                      const char *end,
                      BwDialect dialect,
                      BwCellSpan *cells,
                      gsize max,
                      const char **next);

/* The cell's text without its quotes, appended to out. */
void bw_cell_decode (const BwCellSpan *cell, BwDialect dialect, GString *out);

/* Spreadsheets take a cell for a formula that begins with one of "=+-@", so writers of exports put
 * an apostrophe in front: it is no part of the text. Its bytes (1), or 0. */
static inline gsize
bw_cell_guard_length (const char *text, gsize length)
{
  return length > 1 && *text == '\'' &&
         (text[1] == '=' || text[1] == '+' || text[1] == '-' || text[1] == '@');
}

/* What the cell says: its text as above, without that apostrophe; appended to out. */
void bw_cell_read (const BwCellSpan *cell, BwDialect dialect, GString *out);
