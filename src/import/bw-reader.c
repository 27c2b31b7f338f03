/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of readers, and the choice of one for a file by what it holds. */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bw-disguise.h"
#include "bw-error.h"
#include "bw-reader.h"

#define HEAD_BYTES ((gsize) 64 << 10)

#define BW_ITEM(name) extern const BwReader name;
BW_SHELF
#undef BW_ITEM
#define BW_ITEM(name) &name,
static const BwReader *const shelf[] = { BW_SHELF NULL };
#undef BW_ITEM

const BwReader *const *
bw_readers (void)
{
  return shelf;
}

const BwReader *
bw_reader_for_text (BwText *raw, GError **error)
{
  g_return_val_if_fail (raw, NULL);
  const BwReader *best = NULL;
  double surest = 0;
  for (guint i = 0; shelf[i]; i++) {
    double sure = shelf[i]->sniff (raw);
    if (sure > surest) {
      best = shelf[i];
      surest = sure;
    }
  }
  if (!best) {
    const guint8 *head = (const guint8 *) bw_text_get_start (raw);
    const char *sentence = bw_disguise_describe (head, MIN (bw_text_get_size (raw), HEAD_BYTES));
    bw_error_set (error, BW_ERROR_FORMAT, "%-s",
                  sentence ? sentence : N_ ("This is no format that can be read."));
  }
  return best;
}

gboolean
bw_read_text (BwText *raw,
              const BwReadOptions *options,
              GPtrArray *shapes,
              GCancellable *cancellable,
              BwProgress progress,
              gpointer user_data,
              GError **error)
{
  g_return_val_if_fail (raw && shapes, FALSE);
  const BwReader *reader = bw_reader_for_text (raw, error);
  return reader && reader->read (raw, options, shapes, cancellable, progress, user_data, error);
}

/* Says what is wrong without naming the file, which the caller does. */
static gboolean
check_access (const char *path, GError **error)
{
  struct stat status;
  int problem = 0;
  if (stat (path, &status) != 0 || access (path, R_OK) != 0)
    problem = errno;
  else if (S_ISDIR (status.st_mode))
    problem = EISDIR;
  if (problem)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (problem), g_strerror (problem));
  return problem == 0;
}

gboolean
bw_read_file (const char *path,
              const BwReadOptions *options,
              GPtrArray *shapes,
              GCancellable *cancellable,
              BwProgress progress,
              gpointer user_data,
              GError **error)
{
  g_return_val_if_fail (path && shapes, FALSE);
  if (!check_access (path, error))
    return FALSE;
  g_autoptr (BwText) raw = bw_text_new_from_file (path, error);
  if (raw && options && options->digest) {
    g_clear_pointer (options->digest, bw_digest_unref);
    *options->digest = bw_digest_new (raw);
    bw_digest_begin (*options->digest);
  }
  return raw && bw_read_text (raw, options, shapes, cancellable, progress, user_data, error);
}
