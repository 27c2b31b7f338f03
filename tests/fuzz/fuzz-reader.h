/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the targets of single readers share: reading bytes, looking at all that came of it, and
 * packing texts as parts of an archive, since a fuzzer cannot compress. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "bw-error.h"
#include "bw-load.h"

#define FUZZ_ROOM (8 << 20) /* bytes; time is short */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
count_cells_cb (const BwCellSpan *cells, gsize n, BwDialect dialect, gpointer user_data)
{
  *(gsize *) user_data += n;
}

static inline void
fuzz_shape (const BwShape *shape)
{
  gsize n = 0;
  gsize size = bw_text_get_size (shape->text);
  g_assert_true (shape->start_at <= shape->header_at && shape->header_at <= shape->data_at);
  g_assert_true (shape->data_at <= size);
  g_assert_true (g_utf8_validate_len (bw_text_get_start (shape->text), size, NULL) ||
                 memchr (bw_text_get_start (shape->text), 0, size));
  bw_load_each (shape, count_cells_cb, &n, NULL);
  g_ptr_array_unref (bw_load_sample (shape, 20));
}

/* Whatever the bytes are, there are tables or one sentence. */
static inline void
fuzz_reader (const BwReader *reader, GBytes *bytes)
{
  g_autoptr (BwText) raw = bw_text_new_from_bytes (bytes);
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  g_autoptr (GError) error = NULL;
  gint64 room = FUZZ_ROOM;
  BwReadOptions options = { .room = &room };
  reader->sniff (raw);
  gboolean ok = reader->read (raw, &options, shapes, NULL, NULL, NULL, &error);
  g_assert_true (ok == (error == NULL));
  g_assert_true (!ok || shapes->len > 0);
  g_assert_true (ok || error->domain == BW_ERROR);
  for (guint i = 0; i < shapes->len; i++)
    fuzz_shape (shapes->pdata[i]);
}

typedef struct {
  const char *name;
  const char *text;
  gsize n;
} FuzzPart;

/* A zip that stores them as they are. */
static inline GBytes *
fuzz_pack (const FuzzPart *parts, guint n_parts)
{
  gsize space = 4096;
  for (guint i = 0; i < n_parts; i++)
    space += parts[i].n + 512;
  char *bytes = g_malloc (space);
  size_t used = 0;
  struct archive *archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_set_format_option (archive, "zip", "compression", "store");
  archive_write_open_memory (archive, bytes, space, &used);
  for (guint i = 0; i < n_parts; i++) {
    struct archive_entry *entry = archive_entry_new ();
    archive_entry_set_pathname (entry, parts[i].name);
    archive_entry_set_size (entry, (la_int64_t) parts[i].n);
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_write_header (archive, entry);
    archive_write_data (archive, parts[i].text, parts[i].n);
    archive_entry_free (entry);
  }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (bytes, used);
}
