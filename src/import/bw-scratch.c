/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where no such file can be made, all stays in memory. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "bw-error.h"
#include "bw-scratch.h"

#define FOLDER "/var/tmp" /* on a disk, where /tmp may be memory */
#define FIRST_BYTES ((gsize) 64 << 10)

struct _BwScratch {
  /* Owned */
  char *bytes; /* those in memory */
  int fd;      /* -1 = there is no file */

  gsize space;
  gsize filled;
  gsize most;
  gboolean no_file; /* it could not be made */
};

BwScratch *
bw_scratch_new (gsize most)
{
  BwScratch *self = g_new0 (BwScratch, 1);
  self->most = most;
  self->fd = -1;
  return self;
}

void
bw_scratch_free (BwScratch *self)
{
  g_free (self->bytes);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

static gboolean
write_all (BwScratch *self, const char *block, gsize n, GError **error)
{
  while (n > 0) {
    gssize written = write (self->fd, block, n);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0) {
      g_set_error (error, BW_ERROR, BW_ERROR_LIMIT,
                   _ ("The file cannot be unpacked: %s has no room for it (%s)."), FOLDER,
                     g_strerror (errno));
      return FALSE;
    }
    block += written;
    n -= (gsize) written;
  }
  return TRUE;
}

/* Grows by doubling: pages that were not written to cost nothing. */
static void
keep_in_memory (BwScratch *self, const char *block, gsize n)
{
  if (n > self->space - self->filled) {
    self->space = MAX (MAX (2 * self->space, self->filled + n), FIRST_BYTES);
    self->bytes = g_realloc (self->bytes, self->space);
  }
  memcpy (self->bytes + self->filled, block, n);
}

/* TRUE when the bytes are in a file now, or cannot be. */
static gboolean
move_to_file (BwScratch *self, GError **error)
{
  self->fd = open (FOLDER, O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  self->no_file = self->fd < 0;
  if (self->no_file)
    return TRUE;
  if (!write_all (self, self->bytes, self->filled, error))
    return FALSE;
  g_clear_pointer (&self->bytes, g_free);
  return TRUE;
}

gboolean
bw_scratch_add (BwScratch *self, const char *block, gsize n, GError **error)
{
  g_return_val_if_fail (self && block, FALSE);
  if (n == 0)
    return TRUE;
  gboolean many = self->filled + n > self->most;
  if (many && self->fd < 0 && !self->no_file && !move_to_file (self, error))
    return FALSE;
  if (self->fd < 0)
    keep_in_memory (self, block, n);
  else if (!write_all (self, block, n, error))
    return FALSE;
  self->filled += n;
  return TRUE;
}

BwText *
bw_scratch_finish (BwScratch *self, GError **error)
{
  g_return_val_if_fail (self, NULL);
  if (self->fd >= 0) {
    int fd = self->fd;
    self->fd = -1;
    return bw_text_new_from_fd (fd, error);
  }
  self->bytes = g_realloc (self->bytes, self->filled + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&self->bytes), self->filled);
  return bw_text_new_from_bytes (bytes);
}

gboolean
bw_scratch_is_file (const BwScratch *self)
{
  g_return_val_if_fail (self, FALSE);
  return self->fd >= 0;
}
