/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of reports with unsaved changes. The lock is the kernel's: it ends with the program,
 * however that ends. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "bw-atomic.h"
#include "bw-recovery.h"

#define SUFFIX ".bellwether"
#define LOCK_SUFFIX ".lock"

struct _BwRecovery {
  GObject parent_instance;

  GMutex mutex; /* of all that follows */
  int lock;     /* open file, or -1 without a copy */

  /* Owned */
  char *path;
  char *lock_path;
  GBytes *pending; /* what the next thread is to write, or NULL */
  char *origin;
};

G_DEFINE_FINAL_TYPE (BwRecovery, bw_recovery, G_TYPE_OBJECT)

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "bellwether", "unsaved", NULL);
}

static char *
get_lock_path (const char *path)
{
  return g_strdup_printf ("%.*s" LOCK_SUFFIX, (int) (strlen (path) - strlen (SUFFIX)), path);
}

static gboolean
fail (const char *path, GError **error)
{
  int problem = errno;

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (problem), "%s: %s", path,
               g_strerror (problem));
  return FALSE;
}

/* --- Holding a copy --------------------------------------------------------------------------
 */

static gboolean
hold (BwRecovery *self, GError **error)
{
  g_autofree char *folder = get_folder ();

  if (self->lock >= 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (folder, error);
  self->lock = g_open (self->lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock < 0 || flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    return fail (self->lock_path, error);
  return TRUE;
}

static gboolean
write_origin (BwRecovery *self, GError **error)
{
  const char *origin = self->origin != NULL ? self->origin : "";
  gsize length = strlen (origin);

  if (ftruncate (self->lock, 0) != 0 || pwrite (self->lock, origin, length, 0) != (gssize) length)
    return fail (self->lock_path, error);
  return TRUE;
}

static void
ask_for (BwRecovery *self, GBytes *bytes, const char *origin)
{
  g_clear_pointer (&self->pending, g_bytes_unref);
  self->pending = g_bytes_ref (bytes);
  g_set_str (&self->origin, origin);
}

/* With the mutex. */
static gboolean
write_pending (BwRecovery *self, GError **error)
{
  g_autoptr (GBytes) bytes = g_steal_pointer (&self->pending);

  return bytes == NULL || (hold (self, error) && write_origin (self, error) &&
                           bw_write_bytes_atomically (self->path, bytes, NULL, error));
}

static void
keep_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  BwRecovery *self = source;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  GError *error = NULL;

  if (write_pending (self, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
bw_recovery_finalize (GObject *object)
{
  BwRecovery *self = BW_RECOVERY (object);

  bw_recovery_forget (self);
  g_free (self->path);
  g_free (self->lock_path);
  g_free (self->origin);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (bw_recovery_parent_class)->finalize (object);
}

static void
bw_recovery_class_init (BwRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_recovery_finalize;
}

static void
bw_recovery_init (BwRecovery *self)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

  g_mutex_init (&self->mutex);
  self->lock = -1;
  self->path = g_build_filename (folder, name, NULL);
  self->lock_path = get_lock_path (self->path);
}

BwRecovery *
bw_recovery_new (void)
{
  return g_object_new (BW_TYPE_RECOVERY, NULL);
}

const char *
bw_recovery_get_path (BwRecovery *self)
{
  return self->path;
}

void
bw_recovery_keep_async (BwRecovery *self,
                        GBytes *bytes,
                        const char *origin,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (BW_IS_RECOVERY (self));

  g_mutex_lock (&self->mutex);
  ask_for (self, bytes, origin);
  g_mutex_unlock (&self->mutex);
  g_task_run_in_thread (task, keep_in_thread);
}

gboolean
bw_recovery_keep_finish (BwRecovery *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
bw_recovery_keep (BwRecovery *self, GBytes *bytes, const char *origin, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (BW_IS_RECOVERY (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  ask_for (self, bytes, origin);
  return write_pending (self, error);
}

void
bw_recovery_forget (BwRecovery *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (BW_IS_RECOVERY (self));

  locker = g_mutex_locker_new (&self->mutex);
  g_clear_pointer (&self->pending, g_bytes_unref);
  if (self->lock < 0)
    return;
  g_unlink (self->path);
  g_unlink (self->lock_path);
  close (self->lock);
  self->lock = -1;
}

/* --- What was left behind --------------------------------------------------------------------
 */

/* FALSE when somebody holds it. */
static gboolean
read_origin (const char *path, char **origin)
{
  g_autofree char *lock_path = get_lock_path (path);
  int lock = g_open (lock_path, O_RDONLY | O_CLOEXEC, 0);
  gboolean held = lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) != 0;

  *origin = NULL;
  if (!held)
    g_file_get_contents (lock_path, origin, NULL, NULL);
  if (lock >= 0)
    close (lock);
  if (*origin != NULL && **origin == '\0')
    g_clear_pointer (origin, g_free);
  return !held;
}

static gint64
get_time (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_mtime : 0;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = get_time ((*(const BwLeftover *const *) a)->path);
  gint64 other = get_time ((*(const BwLeftover *const *) b)->path);

  return (one < other) - (one > other);
}

GPtrArray *
bw_recovery_list_left (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_leftover_free);
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    char *origin;

    if (*name == '.' || !g_str_has_suffix (name, SUFFIX) || !read_origin (path, &origin))
      continue;
    g_ptr_array_add (list, g_new (BwLeftover, 1));
    *(BwLeftover *) list->pdata[list->len - 1] = (BwLeftover) { g_steal_pointer (&path), origin };
  }
  g_ptr_array_sort (list, compare_times);
  return list;
}

BwLeftover *
bw_leftover_copy (const BwLeftover *leftover)
{
  BwLeftover *copy = g_new (BwLeftover, 1);

  *copy = (BwLeftover) { g_strdup (leftover->path), g_strdup (leftover->origin) };
  return copy;
}

void
bw_leftover_free (BwLeftover *leftover)
{
  g_free (leftover->path);
  g_free (leftover->origin);
  g_free (leftover);
}

void
bw_leftover_discard (const BwLeftover *leftover)
{
  g_autofree char *lock_path = get_lock_path (leftover->path);

  g_unlink (leftover->path);
  g_unlink (lock_path);
}
