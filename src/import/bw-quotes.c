/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads cells by the given signs and writes them by the usual ones. */
#include "config.h"

#include "bw-grid.h"
#include "bw-quotes.h"

#define CANCEL_CELLS 65536
#define DELIMITER ','

typedef struct {
  const char *at;
  const char *end;
  char delimiter;
  char quote;
  char escape;
  GString *cell;
} Scan;

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* An escape and what follows it; FALSE when the next byte is no escape. */
static gboolean
take_escaped (Scan *scan)
{
  if (scan->escape == scan->quote || *scan->at != scan->escape || scan->at + 1 == scan->end)
    return FALSE;
  g_string_append_c (scan->cell, scan->at[1]);
  scan->at += 2;
  return TRUE;
}

/* From behind the opening quote to behind the closing one, or the end. */
static void
read_quoted (Scan *scan)
{
  while (scan->at < scan->end) {
    if (take_escaped (scan))
      continue;
    char c = *scan->at++;
    if (c != scan->quote) {
      g_string_append_c (scan->cell, c);
      continue;
    }
    if (scan->escape != scan->quote || scan->at == scan->end || *scan->at != scan->quote)
      return;
    g_string_append_c (scan->cell, c);
    scan->at++;
  }
}

static void
read_cell (Scan *scan)
{
  g_string_truncate (scan->cell, 0);
  if (scan->at < scan->end && *scan->at == scan->quote) {
    scan->at++;
    read_quoted (scan);
  }
  while (scan->at < scan->end && *scan->at != scan->delimiter && !is_line_end (*scan->at))
    if (!take_escaped (scan))
      g_string_append_c (scan->cell, *scan->at++);
}

static void
end_cell (Scan *scan, GString *out)
{
  if (scan->at == scan->end)
    return;
  char c = *scan->at++;
  if (c == scan->delimiter) {
    g_string_append_c (out, DELIMITER);
    return;
  }
  if (c == '\r' && scan->at < scan->end && *scan->at == '\n')
    scan->at++;
  g_string_append_c (out, '\n');
}

gboolean
bw_quotes_rewrite (
    BwShape *shape, char quote, char escape, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (shape, FALSE);
  const char *text = bw_text_get_start (shape->text);
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  Scan scan = { text + shape->start_at,
                text + bw_text_get_size (shape->text),
                shape->dialect.delimiter,
                quote,
                escape,
                cell };
  for (gsize n = 0; scan.at < scan.end; n++) {
    if (n % CANCEL_CELLS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    read_cell (&scan);
    bw_grid_quote (out, cell->str, cell->len);
    end_cell (&scan, out);
  }
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (g_steal_pointer (&out));
  g_autoptr (BwText) rewritten = bw_text_new_from_bytes (bytes);
  g_autoptr (BwShape) usual = bw_shape_new (rewritten, 0, NULL, DELIMITER, cancellable, error);
  if (!usual)
    return FALSE;
  bw_shape_rewrite (shape, usual);
  return TRUE;
}
