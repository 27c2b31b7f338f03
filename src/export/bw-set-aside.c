/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the rows that are not counted, and saves them so that they can be put right. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-atomic.h"
#include "bw-csv.h"
#include "bw-set-aside.h"

/* Written at once. */
#define CHUNK 65536

static gboolean
is_wanted (const BwTable *table, gsize row, BwAside wanted)
{
  BwAside aside = bw_table_get_aside (table, row);
  return aside != BW_ASIDE_NONE && (wanted == BW_ASIDE_NONE || aside == wanted);
}

BwSetAside *
bw_set_aside_new (BwDataset *dataset, BwSource *source, BwAside aside)
{
  g_return_val_if_fail (BW_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (BW_IS_SOURCE (source), NULL);
  BwSetAside *self = g_new0 (BwSetAside, 1);
  gsize first = 0, n = 0;
  BwTable *table = bw_dataset_find_rows (dataset, source, &first, &n);
  self->table = bw_table_ref (table ? table : source->table);
  self->source = g_object_ref (source);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (gsize row = first; row < first + n; row++)
    if (is_wanted (self->table, row, aside)) {
      guint32 number = (guint32) row;
      g_array_append_val (rows, number);
    }
  self->rows = g_array_steal (rows, &self->n);
  self->lines = bw_table_get_lines (self->table, self->rows, self->n);
  return self;
}

void
bw_set_aside_free (BwSetAside *self)
{
  bw_table_unref (self->table);
  g_object_unref (self->source);
  g_free (self->rows);
  g_free (self->lines);
  g_free (self);
}

static void
append_header (GString *out, const BwTable *table)
{
  bw_csv_append_text (out, _ ("Line"), BW_CSV_GUARDED);
  g_string_append_c (out, ',');
  bw_csv_append_text (out, _ ("Set aside because"), BW_CSV_GUARDED);
  for (guint c = 0; c < bw_table_get_n_columns (table); c++) {
    const BwColumn *column = bw_table_get_column (table, c);
    g_string_append_c (out, ',');
    bw_csv_append_text (out, column->header, BW_CSV_GUARDED);
  }
  g_string_append (out, "\r\n");
}

static void
append_row (GString *out, const BwSetAside *self, gsize i)
{
  g_auto (GStrv) texts = bw_table_dup_row (self->table, self->rows[i]);
  if (self->lines[i] > 0)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, self->lines[i]);
  g_string_append_c (out, ',');
  bw_csv_append_text (out, bw_aside_get_title (bw_table_get_aside (self->table, self->rows[i])),
                      BW_CSV_GUARDED);
  for (char **text = texts; *text; text++) {
    g_string_append_c (out, ',');
    bw_csv_append_text (out, *text, BW_CSV_GUARDED);
  }
  g_string_append (out, "\r\n");
}

static gboolean
flush (GString *out, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  gboolean done = g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error);
  g_string_truncate (out, 0);
  return done;
}

static gboolean
write_cb (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const BwSetAside *self = user_data;
  g_autoptr (GString) out = g_string_new (NULL);
  append_header (out, self->table);
  for (gsize i = 0; i < self->n; i++) {
    append_row (out, self, i);
    if (out->len >= CHUNK && !flush (out, stream, cancellable, error))
      return FALSE;
  }
  return bw_source_check (self->source, error) && flush (out, stream, cancellable, error);
}

gboolean
bw_set_aside_save (const BwSetAside *self,
                   const char *path,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (self, FALSE);
  g_return_val_if_fail (path, FALSE);
  return bw_write_atomically (path, write_cb, (gpointer) self, cancellable, error);
}
