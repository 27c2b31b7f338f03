/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is complete when it rests: two looks in a row find the same size and time. */
#include "config.h"

#include <string.h>
#include <sys/stat.h>

#include "bw-folder-watch.h"

#define FOLDER "watch-folder"
#define SEEN "watch-seen"
#define REST_MS 700

/* A file that may be growing. */
typedef struct {
  BwFolderWatch *watch; /* borrowed */
  char *path;
  gint64 size;
  gint64 time; /* microseconds */
  guint look_id;
} Arrival;

struct _BwFolderWatch {
  GObject parent_instance;

  /* Owned */
  GSettings *settings;
  GFileMonitor *monitor; /* NULL = nothing is watched */
  GHashTable *arrivals;  /* path -> Arrival */
  GHashTable *told;      /* path -> time of what was told (gint64) */
};

typedef enum {
  ARRIVED,
  LAST_SIGNAL,
} BwFolderWatchSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwFolderWatch, bw_folder_watch, G_TYPE_OBJECT)

const char *const *
bw_export_suffixes (void)
{
  static const char *const suffixes[] = { "csv", "tsv",  "txt",   "xlsx",   "xls",
                                          "ods", "json", "jsonl", "ndjson", "xml",
                                          "gz",  "xz",   "zst",   "zip",    NULL };

  return suffixes;
}

/* --- Looking at files ------------------------------------------------------------------------
 */

static void
arrival_free (gpointer item)
{
  Arrival *arrival = item;

  g_clear_handle_id (&arrival->look_id, g_source_remove);
  g_free (arrival->path);
  g_free (arrival);
}

static gboolean
is_export (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  g_autofree char *suffix = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  return *name != '.' && suffix != NULL && g_strv_contains (bw_export_suffixes (), suffix);
}

static gboolean
measure (const char *path, gint64 *size, gint64 *time)
{
  struct stat status;

  if (stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;
  *size = status.st_size;
  *time = status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000;
  return TRUE;
}

static void
tell (BwFolderWatch *self, const Arrival *arrival)
{
  const gint64 *before = g_hash_table_lookup (self->told, arrival->path);

  if (before != NULL && *before == arrival->time)
    return;
  g_hash_table_insert (self->told, g_strdup (arrival->path),
                       g_memdup2 (&arrival->time, sizeof arrival->time));
  if (arrival->time > g_settings_get_int64 (self->settings, SEEN))
    g_settings_set_int64 (self->settings, SEEN, arrival->time);
  g_signal_emit (self, signals[ARRIVED], 0, arrival->path);
}

static gboolean
look_cb (gpointer user_data)
{
  Arrival *arrival = user_data;
  BwFolderWatch *self = arrival->watch;
  gint64 size = 0, time = 0;
  gboolean there = measure (arrival->path, &size, &time);

  if (there && (size != arrival->size || time != arrival->time || size == 0)) {
    arrival->size = size;
    arrival->time = time;
    /* An empty file is looked at again when something happens to it. */
    if (size > 0)
      return G_SOURCE_CONTINUE;
    there = FALSE;
  }
  arrival->look_id = 0;
  if (there)
    tell (self, arrival);
  g_hash_table_remove (self->arrivals, arrival->path);
  return G_SOURCE_REMOVE;
}

static void
await (BwFolderWatch *self, const char *path)
{
  Arrival *arrival = g_hash_table_lookup (self->arrivals, path);

  if (!is_export (path))
    return;
  if (arrival == NULL) {
    arrival = g_new0 (Arrival, 1);
    arrival->watch = self;
    arrival->path = g_strdup (path);
    arrival->size = -1;
    g_hash_table_insert (self->arrivals, arrival->path, arrival);
  }
  g_clear_handle_id (&arrival->look_id, g_source_remove);
  arrival->look_id = g_timeout_add (REST_MS, look_cb, arrival);
}

/* --- Watching --------------------------------------------------------------------------------
 */

static void
event_cb (BwFolderWatch *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  GFile *there = event == G_FILE_MONITOR_EVENT_RENAMED ? other : file;

  if (event != G_FILE_MONITOR_EVENT_DELETED && event != G_FILE_MONITOR_EVENT_MOVED_OUT &&
      there != NULL && g_file_peek_path (there) != NULL)
    await (self, g_file_peek_path (there));
}

/* What came while nobody watched. */
static void
catch_up (BwFolderWatch *self, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 seen = g_settings_get_int64 (self->settings, SEEN);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    gint64 size, time;
    if (measure (path, &size, &time) && time > seen)
      await (self, path);
  }
}

static void
begin (BwFolderWatch *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, FOLDER);
  g_autoptr (GFile) file = *folder != '\0' ? g_file_new_for_path (folder) : NULL;

  g_hash_table_remove_all (self->arrivals);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  if (file == NULL)
    return;
  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (event_cb), self,
                             G_CONNECT_SWAPPED);
  catch_up (self, folder);
}

/* --- Class -----------------------------------------------------------------------------------
 */

static void
bw_folder_watch_dispose (GObject *object)
{
  BwFolderWatch *self = BW_FOLDER_WATCH (object);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->arrivals, g_hash_table_unref);
  g_clear_pointer (&self->told, g_hash_table_unref);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (bw_folder_watch_parent_class)->dispose (object);
}

static void
bw_folder_watch_class_init (BwFolderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_folder_watch_dispose;

  signals[ARRIVED] = g_signal_new ("arrived", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bw_folder_watch_init (BwFolderWatch *self)
{
  self->arrivals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, arrival_free);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

BwFolderWatch *
bw_folder_watch_new (GSettings *settings)
{
  BwFolderWatch *self = g_object_new (BW_TYPE_FOLDER_WATCH, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" FOLDER, G_CALLBACK (begin), self,
                           G_CONNECT_SWAPPED);
  begin (self);
  return self;
}

void
bw_folder_watch_choose (GSettings *settings, const char *folder)
{
  g_settings_set_int64 (settings, SEEN, g_get_real_time ());
  g_settings_set_string (settings, FOLDER, folder != NULL ? folder : "");
}
