/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes records as JSON by hand: two kinds of bracket and strings. */
#include "config.h"

#include "bw-cells.h"
#include "bw-error.h"
#include "bw-load.h"

#define FLUSH_BYTES (256 << 10)

typedef struct {
  GOutputStream *stream;
  GCancellable *cancellable;
  GString *out;
  GString *cell;
  gboolean begun;
  GError *error;
} Writer;

static void
flush (Writer *writer)
{
  if (!writer->error)
    g_output_stream_write_all (writer->stream, writer->out->str, writer->out->len, NULL,
                               writer->cancellable, &writer->error);
  g_string_truncate (writer->out, 0);
}

static void
append_string (GString *out, const char *text, gsize length)
{
  g_string_append_c (out, '"');
  for (gsize i = 0; i < length; i++) {
    char c = text[i];
    if (c == '"' || c == '\\')
      g_string_append_c (out, '\\');
    if ((guint8) c < 0x20)
      g_string_append_printf (out, "\\u%04x", c);
    else
      g_string_append_c (out, c);
  }
  g_string_append_c (out, '"');
}

static void
write_record_cb (const BwCellSpan *cells, gsize n, BwDialect dialect, gpointer user_data)
{
  Writer *writer = user_data;
  if (writer->error)
    return;
  g_string_append (writer->out, writer->begun ? ",\n[" : "[");
  writer->begun = TRUE;
  for (gsize i = 0; i < n; i++) {
    g_string_truncate (writer->cell, 0);
    bw_cell_decode (&cells[i], dialect, writer->cell);
    if (i > 0)
      g_string_append_c (writer->out, ',');
    append_string (writer->out, writer->cell->str, writer->cell->len);
  }
  g_string_append_c (writer->out, ']');
  if (writer->out->len > FLUSH_BYTES)
    flush (writer);
}

static gboolean
read_shapes (const char *path,
             const BwReadOptions *options,
             GPtrArray *shapes,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GError) problem = NULL;
  if (bw_read_file (path, options, shapes, cancellable, NULL, NULL, &problem) ||
      g_error_matches (problem, BW_ERROR, BW_ERROR_EMPTY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
bw_cells_write (const char *path,
                const BwReadOptions *options,
                GOutputStream *stream,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  if (!read_shapes (path, options, shapes, cancellable, error)) {
    bw_error_name_file (error, path);
    return FALSE;
  }

  g_autoptr (GString) out = g_string_new ("[");
  g_autoptr (GString) cell = g_string_new (NULL);
  Writer writer = { stream, cancellable, out, cell };
  for (guint i = 0; i < shapes->len && !writer.error; i++)
    if (!bw_load_each (shapes->pdata[i], write_record_cb, &writer, &writer.error))
      bw_error_name_file (&writer.error, path);
  g_string_append (out, "]\n");
  flush (&writer);
  if (writer.error)
    g_propagate_error (error, writer.error);
  return writer.error == NULL;
}
