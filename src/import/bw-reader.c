/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of readers, and the choice of one for a file by its first bytes. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bw-disguise.h"
#include "bw-error.h"
#include "bw-reader.h"

#define HEAD_BYTES (64 << 10)

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

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

/* What is no regular file (a pipe) is not looked at, since it can be read only once: *n is 0. */
static gboolean
read_head (const char *path, guint8 *head, gsize *n, GError **error)
{
  *n = 0;
  struct stat status;
  if (stat (path, &status) != 0)
    return fail (error, errno);
  if (S_ISDIR (status.st_mode))
    return fail (error, EISDIR);
  if (!S_ISREG (status.st_mode))
    return TRUE;

  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return fail (error, errno);
  gssize got = read (fd, head, HEAD_BYTES);
  int problem = errno;
  g_close (fd, NULL);
  if (got < 0)
    return fail (error, problem);
  *n = (gsize) got;
  return TRUE;
}

const BwReader *
bw_reader_for_file (const char *path, GError **error)
{
  g_return_val_if_fail (path, NULL);
  g_autofree guint8 *head = g_malloc (HEAD_BYTES);
  gsize n;
  if (!read_head (path, head, &n, error))
    return NULL;

  const BwReader *best = NULL;
  double surest = 0;
  for (guint i = 0; shelf[i]; i++) {
    double sure = shelf[i]->sniff (path, head, n);
    if (sure > surest) {
      best = shelf[i];
      surest = sure;
    }
  }
  if (!best) {
    const char *sentence = bw_disguise_describe (head, n);
    g_set_error_literal (error, BW_ERROR, BW_ERROR_FORMAT,
                         sentence ? sentence : _ ("This is no format that can be read."));
  }
  return best;
}
