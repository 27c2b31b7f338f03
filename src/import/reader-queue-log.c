/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The queue log of Asterisk: an event a line, cells between bars, no header and no quotes. The
 * names of the columns are ours; rows are made equally wide, so that lines stay lines. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-encoding.h"
#include "bw-grid.h"
#include "bw-note.h"
#include "bw-reader.h"

#define STAMP_DIGITS 10
#define EVENT_COLUMN 4
#define MAX_CELLS 10
#define CANCEL_STEP (1 << 12) /* lines */

static const char *const names[] = { "time",  "callid", "queue", "agent", "event", "data1",
                                     "data2", "data3",  "data4", "data5", NULL };

static gboolean
is_line (const char *text, const char *end)
{
  for (int i = 0; i < STAMP_DIGITS; i++)
    if (text + i >= end || !g_ascii_isdigit (text[i]))
      return FALSE;
  const char *at = text;
  for (int bars = 0; bars < EVENT_COLUMN; bars++) {
    at = memchr (at, '|', (gsize) (end - at));
    if (!at || (bars == 0 && at != text + STAMP_DIGITS))
      return FALSE;
    at++;
  }
  return at < end && g_ascii_isupper (*at);
}

static double
sniff (BwText *raw)
{
  const char *text = bw_text_get_start (raw);
  gsize size = MIN (bw_text_get_size (raw), 4096);
  const char *end = memchr (text, '\n', size);
  return is_line (text, end ? end : text + size) ? 0.9 : 0;
}

static void
add_line (BwGrid *grid, const char *at, const char *end)
{
  for (guint column = 0; at < end && column < MAX_CELLS; column++) {
    const char *bar = memchr (at, '|', (gsize) (end - at));
    const char *stop = bar && column + 1 < MAX_CELLS ? bar : end;
    bw_grid_add (grid, column, at, (gsize) (stop - at));
    at = stop + 1;
  }
  bw_grid_end_row (grid);
}

static gboolean
add_lines (BwGrid *grid,
           BwText *text,
           gsize start_at,
           GCancellable *cancellable,
           BwProgress progress,
           gpointer user_data,
           GError **error)
{
  const char *start = bw_text_get_start (text);
  gsize size = bw_text_get_size (text);
  const char *end = start + size;
  for (const char *at = start + start_at; at < end;) {
    const char *line_end = memchr (at, '\n', (gsize) (end - at));
    const char *next = line_end ? line_end + 1 : end;
    line_end = line_end ? line_end : end;
    if (line_end > at && line_end[-1] == '\r')
      line_end--;
    add_line (grid, at, line_end);
    at = next;
    if (bw_grid_get_n_rows (grid) % CANCEL_STEP != 0)
      continue;
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (progress)
      progress (at - start, (gint64) size, user_data);
  }
  return TRUE;
}

static gboolean
read_queue_log (BwText *raw,
                const BwReadOptions *options,
                GPtrArray *shapes,
                GCancellable *cancellable,
                BwProgress progress,
                gpointer user_data,
                GError **error)
{
  gsize start_at;
  g_autofree char *encoding = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_unref);
  g_autoptr (BwText) text = bw_encoding_decode (raw, options ? options->encoding : NULL, &start_at,
                                               &encoding, NULL, notes, cancellable, error);
  if (!text)
    return FALSE;
  gint64 room = G_MAXINT64;
  g_autoptr (BwGrid) grid = bw_grid_new_of_width (&room, MAX_CELLS);
  if (!add_lines (grid, text, start_at, cancellable, progress, user_data, error))
    return FALSE;
  BwShape *shape = bw_grid_finish (grid, raw, NULL, cancellable, error);
  if (!shape)
    return FALSE;
  bw_shape_set_header (shape, g_strdupv ((char **) names), 0, 0);
  g_set_str (&shape->encoding, encoding);
  g_ptr_array_extend_and_steal (shape->notes, g_steal_pointer (&notes));
  g_ptr_array_add (shapes, shape);
  return TRUE;
}

const BwReader bw_reader_queue_log = {
  .id = "queue-log",
  .title = N_ ("Asterisk queue log"),
  .sniff = sniff,
  .read = read_queue_log,
};
