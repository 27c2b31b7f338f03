/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one record of delimited text by the plain rules of the header, byte by byte. */
#include "config.h"

#include <string.h>

#include "bw-record.h"

/* The closing quote of a cell whose opening quote stands just before `at`; end without one. */
static const char *
find_closing_quote (const char *at, const char *end, char quote)
{
  while ((at = memchr (at, quote, (gsize) (end - at)))) {
    if (at + 1 == end || at[1] != quote)
      return at;
    at += 2;
  }
  return end;
}

static const char *
find_cell_end (const char *at, const char *end, char delimiter)
{
  while (at < end && *at != delimiter && *at != '\n' && *at != '\r')
    at++;
  return at;
}

/* Reads the cell that starts at `at`; returns the delimiter or line end after it, or end. */
static const char *
read_cell (const char *at, const char *end, BwDialect dialect, BwCellSpan *cell)
{
  const char *stop = at;
  gboolean quoted = dialect.quote && at < end && *at == dialect.quote;
  if (quoted)
    stop = find_closing_quote (at + 1, end, dialect.quote);
  stop = find_cell_end (stop, end, dialect.delimiter);
  *cell = (BwCellSpan) { at, (gsize) (stop - at), quoted };
  return stop;
}

gsize
bw_record_read (const char *at,
                const char *end,
                BwDialect dialect,
                BwCellSpan *cells,
                gsize max,
                const char **next)
{
  g_return_val_if_fail (at < end, 0);
  gsize n = 0;
  for (;;) {
    BwCellSpan spare;
    at = read_cell (at, end, dialect, n < max ? &cells[n] : &spare);
    n++;
    if (at == end || *at != dialect.delimiter)
      break;
    at++;
  }
  if (at < end)
    at += *at == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1;
  *next = at;
  return n;
}

void
bw_cell_decode (const BwCellSpan *cell, BwDialect dialect, GString *out)
{
  const char *at = cell->start;
  const char *end = at + cell->length;
  if (!cell->quoted) {
    g_string_append_len (out, at, (gssize) cell->length);
    return;
  }
  const char *close = find_closing_quote (++at, end, dialect.quote);
  const char *quote;
  while (at < close && (quote = memchr (at, dialect.quote, (gsize) (close - at)))) {
    g_string_append_len (out, at, quote + 1 - at);
    at = quote + 2;
  }
  g_string_append_len (out, at, close - at);
  if (close < end)
    g_string_append_len (out, close + 1, end - close - 1);
}

void
bw_cell_read (const BwCellSpan *cell, BwDialect dialect, GString *out)
{
  gsize at = out->len;
  bw_cell_decode (cell, dialect, out);
  g_string_erase (out, (gssize) at, (gssize) bw_cell_guard_length (out->str + at, out->len - at));
}
