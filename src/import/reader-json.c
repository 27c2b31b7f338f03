/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON: an array of objects, an object with such an array, or objects one after the other (NDJSON).
 * Each object becomes a row, nested ones with dots in the names of their columns. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-encoding.h"
#include "bw-error.h"
#include "bw-json-rows.h"
#include "bw-note.h"
#include "bw-reader.h"

#define HEAD_BYTES ((gsize) 4096)
#define SPARE_ROOM ((gint64) 64 << 20)

/* The first two characters that say something, whatever their encoding: zero bytes are UTF-16. */
static double
sniff (BwText *raw)
{
  const guint8 *text = (const guint8 *) bw_text_get_start (raw);
  gsize n = MIN (bw_text_get_size (raw), HEAD_BYTES);
  char found[2] = { 0, 0 };
  guint n_found = 0;
  for (gsize i = 0; i < n && n_found < 2; i++)
    if (!g_ascii_isspace (text[i]) && text[i] > 0 && (n_found > 0 || text[i] < 0x80))
      found[n_found++] = (char) text[i];
  if (found[0] == '{' && (found[1] == '"' || found[1] == '}'))
    return 0.8;
  return found[0] == '[' && strchr ("{[]", found[1]) && found[1] ? 0.8 : 0;
}

static void
note_lists (GPtrArray *notes, const char *left_out, gint64 n_lists)
{
  if (left_out)
    g_ptr_array_add (notes,
                     bw_note_new ("json-left-out", NULL, 1, 0,
                                  N_ ("Other lists in the file are left out: %s."), left_out));
  if (n_lists > 0)
    g_ptr_array_add (
        notes,
        bw_note_new ("json-list", NULL, n_lists, 0,
                     N_ ("Lists inside of records that are no simple values are left out.")));
}

/* Cuts at line ends first, and byte by byte when that was wrong. */
static BwJsonRows *
make_rows (BwText *text,
           gsize start_at,
           gint64 room,
           char **left_out,
           GCancellable *cancellable,
           BwProgress progress,
           gpointer user_data,
           GError **error)
{
  const char *start = bw_text_get_start (text);
  gsize size = bw_text_get_size (text);
  for (gboolean exact = FALSE;; exact = TRUE) {
    g_autoptr (GError) problem = NULL;
    gboolean broken = FALSE;
    g_clear_pointer (left_out, g_free);
    g_autoptr (GArray) blocks =
                  bw_json_split (start, size, start_at, &exact, left_out, cancellable, &problem);
    BwJsonRows *rows = NULL;
    if (blocks)
      rows = bw_json_rows_new (start, size, blocks, room, &broken, cancellable, progress, user_data,
                               &problem);
    if (rows)
      return rows;
    if (exact || !broken) {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  }
}

static BwShape *
make_shape (
    BwJsonRows *rows, BwText *raw, const char *encoding, GCancellable *cancellable, GError **error)
{
  BwShape *shape = bw_shape_new (rows->text, 0, NULL, ',', cancellable, error);
  if (!shape)
    return NULL;
  bw_shape_set_header (shape, g_steal_pointer (&rows->header), 0, rows->data_at);
  shape->written = TRUE;
  g_set_str (&shape->encoding, encoding);
  bw_text_unref (shape->raw);
  shape->raw = bw_text_ref (raw);
  return shape;
}

static gboolean
read_json (BwText *raw,
           const BwReadOptions *options,
           GPtrArray *shapes,
           GCancellable *cancellable,
           BwProgress progress,
           gpointer user_data,
           GError **error)
{
  gsize start_at;
  g_autofree char *encoding = NULL;
  g_autofree char *left_out = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_unref);
  g_autoptr (BwText) text = bw_encoding_decode (raw, options ? options->encoding : NULL, &start_at,
                                               &encoding, NULL, notes, cancellable, error);
  if (!text)
    return FALSE;
  gint64 room = 2 * (gint64) bw_text_get_size (text) + SPARE_ROOM;
  g_autoptr (BwJsonRows) rows = make_rows (text, start_at, room, &left_out, cancellable, progress,
                                          user_data, error);
  BwShape *shape = rows ? make_shape (rows, raw, encoding, cancellable, error) : NULL;
  if (!shape)
    return FALSE;
  note_lists (notes, left_out, rows->n_lists);
  g_ptr_array_extend_and_steal (shape->notes, g_steal_pointer (&notes));
  g_ptr_array_add (shapes, shape);
  return TRUE;
}

const BwReader bw_reader_json = {
  .id = "json",
  .title = N_ ("JSON"),
  .sniff = sniff,
  .read = read_json,
};
