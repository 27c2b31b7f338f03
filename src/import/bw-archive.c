/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin layer over libarchive, reading from memory. */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-archive.h"
#include "bw-error.h"
#include "bw-lazy.h"
#include "bw-scratch.h"

#define MAX_FILES 10000
#define RATIO 100
#define LEAST_ROOM ((gint64) 64 << 20)
#define MOST_ROOM ((gint64) 64 << 30)
#define PROGRESS_STEP 20000               /* microseconds */
#define MOST_IN_MEMORY ((gsize) 32 << 20) /* of one file that is unpacked */

#define FUNCTIONS(USE)                                                                             \
  USE (archive_entry_filetype)                                                                     \
  USE (archive_entry_pathname)                                                                     \
  USE (archive_entry_pathname_utf8)                                                                \
  USE (archive_entry_size_is_set)                                                                  \
  USE (archive_error_string)                                                                       \
  USE (archive_filter_bytes)                                                                       \
  USE (archive_format)                                                                             \
  USE (archive_read_data_block)                                                                    \
  USE (archive_read_free)                                                                          \
  USE (archive_read_has_encrypted_entries)                                                         \
  USE (archive_read_new)                                                                           \
  USE (archive_read_next_header)                                                                   \
  USE (archive_read_open_memory)                                                                   \
  USE (archive_read_support_filter_bzip2)                                                          \
  USE (archive_read_support_filter_gzip)                                                           \
  USE (archive_read_support_filter_xz)                                                             \
  USE (archive_read_support_filter_zstd)                                                           \
  USE (archive_read_support_format_empty)                                                          \
  USE (archive_read_support_format_raw)                                                            \
  USE (archive_read_support_format_tar)                                                            \
  USE (archive_read_support_format_zip)
BW_LAZY_LIBRARY (lib, BW_LIBARCHIVE, FUNCTIONS)

struct _BwArchive {
  /* Template */
  gint64 *room;
  BwProgress progress;
  gpointer progress_data;

  /* Owned */
  BwText *raw;
  GCancellable *cancellable;
  struct archive *archive;
  char *name;

  gboolean is_open; /* skipping the current file means unpacking it */
  guint n_files;
  gint64 next_report; /* monotonic time */
};

gint64
bw_archive_get_room (gsize size)
{
  return CLAMP ((gint64) MIN (size, (gsize) MOST_ROOM) * RATIO, LEAST_ROOM, MOST_ROOM);
}

static gboolean
fail (BwArchive *self, GError **error)
{
  const char *reason = lib.archive_error_string (self->archive);
  gboolean encrypted = lib.archive_read_has_encrypted_entries (self->archive) > 0 ||
                       (reason && (strstr (reason, "ncrypt") || strstr (reason, "assphrase")));
  if (encrypted)
    bw_error_set (error, BW_ERROR_UNSUPPORTED,
                  N_ ("The file is protected by a password: unpack it with the password and "
                      "open what is inside."));
  else if (reason && strstr (reason, "nsupported"))
    bw_error_set (error, BW_ERROR_UNSUPPORTED,
                  N_ ("The file is compressed by a method that cannot be read here: unpack it "
                      "and open what is inside."));
  else
    bw_error_set (error, BW_ERROR_FORMAT,
                  N_ ("The compressed file is damaged or cut short: download it again."));
  return FALSE;
}

BwArchive *
bw_archive_open (BwText *raw,
                 gint64 *room,
                 GCancellable *cancellable,
                 BwProgress progress,
                 gpointer user_data,
                 GError **error)
{
  g_return_val_if_fail (raw && room, NULL);
  if (!lib_load (error))
    return NULL;
  g_autoptr (BwArchive) self = g_new0 (BwArchive, 1);
  self->raw = bw_text_ref (raw);
  self->room = room;
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  self->progress = progress;
  self->progress_data = user_data;
  self->archive = lib.archive_read_new ();
  lib.archive_read_support_filter_gzip (self->archive);
  lib.archive_read_support_filter_xz (self->archive);
  lib.archive_read_support_filter_zstd (self->archive);
  lib.archive_read_support_filter_bzip2 (self->archive);
  lib.archive_read_support_format_zip (self->archive);
  lib.archive_read_support_format_tar (self->archive);
  lib.archive_read_support_format_raw (self->archive);
  lib.archive_read_support_format_empty (self->archive);
  if (lib.archive_read_open_memory (self->archive, bw_text_get_start (raw),
                                    bw_text_get_size (raw)) != ARCHIVE_OK) {
    fail (self, error);
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
bw_archive_free (BwArchive *self)
{
  lib.archive_read_free (self->archive);
  g_clear_object (&self->cancellable);
  g_free (self->name);
  bw_text_unref (self->raw);
  g_free (self);
}

static char *
get_name (struct archive *archive, struct archive_entry *entry)
{
  if (lib.archive_format (archive) == ARCHIVE_FORMAT_RAW)
    return g_strdup ("");
  const char *name = lib.archive_entry_pathname_utf8 (entry);
  if (!name)
    name = lib.archive_entry_pathname (entry);
  return g_utf8_make_valid (name ? name : "?", -1);
}

/* What libarchive would unpack unseen is counted. */
static gboolean
skip_rest (BwArchive *self, GError **error)
{
  const char *block;
  gsize n = 1;
  while (self->is_open && n > 0)
    if (!bw_archive_read (self, &block, &n, error))
      return FALSE;
  return TRUE;
}

const char *
bw_archive_next (BwArchive *self, GError **error)
{
  while (skip_rest (self, error)) {
    struct archive_entry *entry;
    int result = lib.archive_read_next_header (self->archive, &entry);
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || result == ARCHIVE_EOF)
      return NULL;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
      fail (self, error);
      return NULL;
    }
    if (++self->n_files > MAX_FILES) {
      g_set_error (error, BW_ERROR, BW_ERROR_LIMIT,
                   _ ("The archive holds more than %d files: take out those that matter."),
                     MAX_FILES);
      return NULL;
    }
    int format = lib.archive_format (self->archive);
    gboolean is_raw = format == ARCHIVE_FORMAT_RAW;
    self->is_open = (format & ARCHIVE_FORMAT_BASE_MASK) != ARCHIVE_FORMAT_ZIP ||
                    !lib.archive_entry_size_is_set (entry);
    if (!is_raw && lib.archive_entry_filetype (entry) != AE_IFREG)
      continue;
    g_free (self->name);
    self->name = get_name (self->archive, entry);
    return self->name;
  }
  return NULL;
}

static void
report_progress (BwArchive *self)
{
  gint64 now = g_get_monotonic_time ();
  if (!self->progress || now < self->next_report)
    return;
  self->next_report = now + PROGRESS_STEP;
  gint64 size = (gint64) bw_text_get_size (self->raw);
  self->progress (CLAMP (lib.archive_filter_bytes (self->archive, -1), 0, size), size,
                  self->progress_data);
}

static gboolean
fail_at_limit (GError **error)
{
  g_set_error_literal (error, BW_ERROR, BW_ERROR_LIMIT,
                       _ ("The file unpacks to more than a hundred times its size, which no export "
                          "does: it is not opened."));
  return FALSE;
}

gboolean
bw_archive_read (BwArchive *self, const char **block, gsize *n, GError **error)
{
  const void *start = NULL;
  la_int64_t offset;
  *block = NULL;
  *n = 0;
  do {
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
      return FALSE;
    int result = lib.archive_read_data_block (self->archive, &start, n, &offset);
    if (result == ARCHIVE_EOF) {
      self->is_open = FALSE;
      *n = 0;
      return TRUE;
    }
    if (result != ARCHIVE_OK)
      return fail (self, error);
  } while (*n == 0);
  *block = start;
  *self->room -= (gint64) *n;
  report_progress (self);
  return *self->room >= 0 || fail_at_limit (error);
}

BwText *
bw_archive_read_all (BwArchive *self, GError **error)
{
  g_autoptr (BwScratch) scratch = bw_scratch_new (MOST_IN_MEMORY);
  for (;;) {
    const char *block;
    gsize n;
    if (!bw_archive_read (self, &block, &n, error))
      return NULL;
    if (n == 0)
      break;
    if (!bw_scratch_add (scratch, block, n, error))
      return NULL;
  }
  return bw_scratch_finish (scratch, error);
}

gboolean
bw_archive_has (BwText *raw, const char *path)
{
  gsize size = bw_text_get_size (raw);
  if (size < 4 || memcmp (bw_text_get_start (raw), "PK\3\4", 4) != 0)
    return FALSE;
  gint64 room = bw_archive_get_room (size);
  g_autoptr (BwArchive) archive = bw_archive_open (raw, &room, NULL, NULL, NULL, NULL);
  const char *name;
  while (archive && (name = bw_archive_next (archive, NULL)))
    if (strcmp (name, path) == 0)
      return TRUE;
  return FALSE;
}
