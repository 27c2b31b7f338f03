/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing beside the target and renaming. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bw-atomic.h"
#include "bw-error.h"

#define BUFFER_SIZE (64 * 1024)
#define DESCRIPTORS "/proc/self/fd"

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

/* Whether an existing file may be replaced; mode receives its permissions, else those of a new one.
 */
static gboolean
check_target (const char *path, mode_t *mode, gboolean *regular, GError **error)
{
  struct stat status;
  *mode = 0;
  *regular = TRUE;
  if (stat (path, &status) != 0)
    return errno == ENOENT ? TRUE : fail (error, errno);
  if (S_ISDIR (status.st_mode))
    return fail (error, EISDIR);
  if (access (path, W_OK) != 0)
    return fail (error, errno);
  *mode = status.st_mode & 07777;
  *regular = S_ISREG (status.st_mode);
  return TRUE;
}

static gboolean
fill (int fd,
      gboolean sync,
      BwWrite write,
      gpointer user_data,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GOutputStream) plain = g_unix_output_stream_new (fd, FALSE);
  g_autoptr (GOutputStream) stream = g_buffered_output_stream_new_sized (plain, BUFFER_SIZE);
  if (!write (stream, user_data, cancellable, error) ||
      !g_output_stream_close (stream, cancellable, error))
    return FALSE;
  if (sync && fsync (fd) != 0)
    return fail (error, errno);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The new name lasts through a power cut only when its folder is on the disk as well. Some file
 * systems cannot do that; the file itself is safe by then. */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0) {
    fsync (fd);
    g_close (fd, NULL);
  }
}

static gboolean
write_directly (
    const char *path, BwWrite write, gpointer user_data, GCancellable *cancellable, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return fail (error, errno);
  gboolean done = fill (fd, FALSE, write, user_data, cancellable, error);
  if (close (fd) != 0 && done)
    done = fail (error, errno);
  return done;
}

int
bw_open_nameless (const char *folder, int mode)
{
  g_return_val_if_fail (folder, -1);
  if (g_file_test (DESCRIPTORS, G_FILE_TEST_IS_DIR))
    return g_open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
  errno = ENOTSUP;
  return -1;
}

char *
bw_dup_nameless_path (int fd)
{
  return g_strdup_printf (DESCRIPTORS "/%d", fd);
}

/* A name that nothing has. */
static gboolean
name_file (int fd, char *temporary)
{
  g_autofree char *nameless = bw_dup_nameless_path (fd);
  char *end = strrchr (temporary, '-') + 1;
  int result;
  do {
    g_autofree char *random = g_strdup_printf ("%06x", g_random_int () & 0xffffff);
    memcpy (end, random, strlen (random));
    result = linkat (AT_FDCWD, nameless, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW);
  } while (result != 0 && errno == EEXIST);
  return result == 0;
}

static gboolean
write_beside (const char *path,
              mode_t mode,
              BwWrite write,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".bellwether-XXXXXX", NULL);
  int fd = bw_open_nameless (folder, 0666);
  gboolean named = fd < 0;
  if (named)
    fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    return fail (error, errno);

  gboolean done = fill (fd, TRUE, write, user_data, cancellable, error);
  if (done && mode != 0 && fchmod (fd, mode) != 0)
    done = fail (error, errno);
  if (done && !named && !(named = name_file (fd, temporary)))
    done = fail (error, errno);
  if (close (fd) != 0 && done)
    done = fail (error, errno);
  if (done && g_rename (temporary, path) != 0)
    done = fail (error, errno);
  if (done)
    sync_folder (folder);
  else if (named)
    g_unlink (temporary);
  return done;
}

gboolean
bw_write_atomically (
    const char *path, BwWrite write, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path && write, FALSE);

  mode_t mode;
  gboolean regular;
  char *resolved = realpath (path, NULL);
  const char *target = resolved ? resolved : path;
  gboolean done = check_target (target, &mode, &regular, error) &&
                  (regular ? write_beside (target, mode, write, user_data, cancellable, error)
                           : write_directly (target, write, user_data, cancellable, error));
  free (resolved);
  if (!done)
    bw_error_name_file (error, path);
  return done;
}

static gboolean
write_bytes (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GBytes *bytes = user_data;
  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, cancellable, error);
}

gboolean
bw_write_bytes_atomically (const char *path,
                           GBytes *bytes,
                           GCancellable *cancellable,
                           GError **error)
{
  return bw_write_atomically (path, write_bytes, bytes, cancellable, error);
}
