/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of a table: a guarded file mapping, or memory. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bw-error.h"
#include "bw-guard.h"
#include "bw-text.h"

struct _BwText {
  const char *start;
  gsize size;

  /* Owned */
  GBytes *bytes; /* NULL = a mapping */
  int fd;        /* of a mapping; else -1 */
  int guard;
  int missed; /* atomic: bytes could not be read */
  struct timespec written;
};

G_DEFINE_BOXED_TYPE (BwText, bw_text, bw_text_ref, bw_text_unref)

static void
free_text (gpointer mem)
{
  BwText *text = mem;
  if (text->bytes) {
    g_bytes_unref (text->bytes);
    return;
  }
  bw_guard_remove (text->guard);
  munmap ((void *) text->start, text->size);
  close (text->fd);
}

static gboolean
fail_with (int number, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
  return FALSE;
}

static gboolean
fail_empty (GError **error)
{
  bw_error_set (error, BW_ERROR_EMPTY, N_ ("The file is empty"));
  return FALSE;
}

/* Takes over the descriptor when it succeeds. NULL without an error: cannot be mapped, read it. */
static BwText *
map_file (int fd, const struct stat *status)
{
  gsize size = (gsize) status->st_size;
  void *start = mmap (NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (start == MAP_FAILED)
    return NULL;
  int guard = bw_guard_add (start, size);
  if (guard < 0) {
    munmap (start, size);
    return NULL;
  }
  BwText *text = g_atomic_rc_box_new (BwText);
  *text = (BwText) {
    .start = start, .size = size, .fd = fd, .guard = guard, .written = status->st_mtim
  };
  return text;
}

/* All bytes up to the end, which need not be known beforehand. */
static GBytes *
read_all (int fd, gsize expected, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (MIN (expected, G_MAXUINT / 2) + 1);
  const guint step = 1 << 20;
  for (;;) {
    guint filled = bytes->len;
    if (filled > G_MAXUINT - step) {
      g_set_error_literal (error, BW_ERROR, BW_ERROR_LIMIT,
                           _ ("More than 4 GB cannot be read from here"));
      return NULL;
    }
    g_byte_array_set_size (bytes, filled + step);
    gssize n = read (fd, bytes->data + filled, step);
    if (n < 0 && errno != EINTR) {
      fail_with (errno, error);
      return NULL;
    }
    g_byte_array_set_size (bytes, filled + (guint) MAX (n, 0));
    if (n == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  }
}

static BwText *
read_file (int fd, gsize expected, GError **error)
{
  g_autoptr (GBytes) bytes = read_all (fd, expected, error);
  if (!bytes)
    return NULL;
  if (g_bytes_get_size (bytes) == 0) {
    fail_empty (error);
    return NULL;
  }
  return bw_text_new_from_bytes (bytes);
}

static gboolean
check_file (int fd, struct stat *status, GError **error)
{
  if (fd < 0 || fstat (fd, status) < 0)
    return fail_with (errno, error);
  if (S_ISDIR (status->st_mode))
    return fail_with (EISDIR, error);
  return TRUE;
}

BwText *
bw_text_new_from_fd (int fd, GError **error)
{
  struct stat status;
  if (!check_file (fd, &status, error))
    return NULL;
  BwText *text = map_file (fd, &status);
  if (text)
    return text;
  text = lseek (fd, 0, SEEK_SET) < 0 ? (fail_with (errno, error), NULL)
                                     : read_file (fd, (gsize) status.st_size, error);
  close (fd);
  return text;
}

BwText *
bw_text_new_from_file (const char *path, GError **error)
{
  g_return_val_if_fail (path, NULL);
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  BwText *text = NULL;
  if (check_file (fd, &status, error)) {
    /* Files that say they have no bytes can still have some: those of /proc, for one. */
    if (S_ISREG (status.st_mode) && status.st_size > 0)
      text = map_file (fd, &status);
    if (text)
      return text;
    text = read_file (fd, S_ISREG (status.st_mode) ? (gsize) status.st_size : 0, error);
  }
  if (fd >= 0)
    close (fd);
  if (!text) {
    g_autofree char *name = g_filename_display_basename (path);
    bw_error_name_file (error, name);
  }
  return text;
}

BwText *
bw_text_new_from_bytes (GBytes *bytes)
{
  g_return_val_if_fail (bytes, NULL);
  BwText *text = g_atomic_rc_box_new (BwText);
  *text = (BwText) { .bytes = g_bytes_ref (bytes), .fd = -1, .guard = -1 };
  gconstpointer start = g_bytes_get_data (bytes, &text->size);
  text->start = start ? start : "";
  return text;
}

BwText *
bw_text_ref (BwText *text)
{
  return g_atomic_rc_box_acquire (text);
}

void
bw_text_unref (BwText *text)
{
  g_atomic_rc_box_release_full (text, free_text);
}

const char *
bw_text_get_start (const BwText *text)
{
  g_return_val_if_fail (text, NULL);
  return text->start;
}

gsize
bw_text_get_size (const BwText *text)
{
  g_return_val_if_fail (text, 0);
  return text->size;
}

gboolean
bw_text_is_mapped (const BwText *text)
{
  g_return_val_if_fail (text, FALSE);
  return text->bytes == NULL;
}

void
bw_text_let_go (const BwText *text)
{
  g_return_if_fail (text);
  if (bw_text_is_mapped (text))
    madvise ((void *) text->start, text->size, MADV_DONTNEED);
}

void
bw_text_read (const BwText *text, gsize at, gsize n, char *to)
{
  g_return_if_fail (text);
  g_return_if_fail (at <= text->size && n <= text->size - at);
  if (text->bytes) {
    memcpy (to, text->start + at, n);
    return;
  }
  while (n > 0) {
    gssize got = pread (text->fd, to, n, (off_t) at);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      break;
    to += got;
    at += (gsize) got;
    n -= (gsize) got;
  }
  if (n == 0)
    return;
  memset (to, 0, n);
  g_atomic_int_set (&((BwText *) text)->missed, TRUE);
}

gboolean
bw_text_is_damaged (const BwText *text)
{
  g_return_val_if_fail (text, FALSE);
  if (text->bytes)
    return FALSE;
  struct stat status;
  return bw_guard_was_hit (text->guard) || g_atomic_int_get (&text->missed) ||
         fstat (text->fd, &status) < 0 || (gsize) status.st_size < text->size;
}

gboolean
bw_text_is_touched (const BwText *text)
{
  g_return_val_if_fail (text, FALSE);
  struct stat status;
  return !text->bytes &&
         (fstat (text->fd, &status) < 0 || status.st_mtim.tv_sec != text->written.tv_sec ||
          status.st_mtim.tv_nsec != text->written.tv_nsec);
}
