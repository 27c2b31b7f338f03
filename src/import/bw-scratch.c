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
#define LARGE_BYTES ((gsize) 1 << 20)
/* Written from memory to the file with each block, as often as large or as many bytes: whoever
 * gathers can give up between two blocks. */
#define MOVED_TIMES 16
#define MOVED_BYTES ((gsize) 64 << 10)

struct _BwScratch {
  /* Owned */
  char *bytes; /* all of them, as long as the file does not have them */
  int fd;      /* -1 = there is no file */

  gsize space;
  gsize filled;
  gsize written; /* from the beginning, while there are bytes */
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

/* Grows by doubling, and at once to all that may stay in memory when it is large: pages that were
 * not written to cost nothing, but copying does. */
static void
keep_in_memory (BwScratch *self, const char *block, gsize n)
{
  if (n > self->space - self->filled) {
    gsize wanted = MAX (MAX (2 * self->space, self->filled + n), FIRST_BYTES);
    self->space = wanted < LARGE_BYTES ? wanted : MAX (wanted, self->most + self->most / 4);
    self->bytes = g_realloc (self->bytes, self->space);
  }
  memcpy (self->bytes + self->filled, block, n);
}

static void
open_file (BwScratch *self)
{
  self->fd = open (FOLDER, O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  self->no_file = self->fd < 0;
}

/* A few of the bytes in memory; FALSE when there is no room for them. */
static gboolean
move_some (BwScratch *self, gsize n, GError **error)
{
  gsize step = MIN (self->filled - self->written, MAX (MOVED_TIMES * n, MOVED_BYTES));
  if (!write_all (self, self->bytes + self->written, step, error))
    return FALSE;
  self->written += step;
  if (self->written == self->filled)
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
  if (many && self->fd < 0 && !self->no_file)
    open_file (self);
  gboolean in_file = self->fd >= 0 && !self->bytes && self->filled > 0;
  if (in_file && !write_all (self, block, n, error))
    return FALSE;
  if (!in_file)
    keep_in_memory (self, block, n);
  self->filled += n;
  return in_file || self->fd < 0 || move_some (self, n, error);
}

BwText *
bw_scratch_finish (BwScratch *self, GError **error)
{
  g_return_val_if_fail (self, NULL);
  if (bw_scratch_is_file (self)) {
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
  return self->fd >= 0 && !self->bytes;
}
