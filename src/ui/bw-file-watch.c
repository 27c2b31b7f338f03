/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One monitor a file. A file has changed when its size or time of change is another than when the
 * watch began; programs that save write several times, so it is looked at once they rest. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "bw-file-watch.h"

#define REST_MS 300

/* One file that is open. */
typedef struct {
  char *path;
  char *name;
  gboolean was_there;
  gint64 size;
  struct timespec changed;
  BwFileState state;
  GFileMonitor *monitor;
} File;

struct _BwFileWatch {
  GObject parent_instance;

  guint rest_id;

  /* Owned */
  GPtrArray *files; /* File */
};

typedef enum {
  CHANGED,
  LAST_SIGNAL,
} BwFileWatchSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwFileWatch, bw_file_watch, G_TYPE_OBJECT)

static void
file_free (gpointer item)
{
  File *file = item;

  g_clear_object (&file->monitor);
  g_free (file->path);
  g_free (file->name);
  g_free (file);
}

static BwFileState
look (const File *file)
{
  struct stat status;

  if (stat (file->path, &status) != 0)
    return file->was_there ? BW_FILE_VANISHED : BW_FILE_SAME;
  if (!file->was_there || status.st_size != file->size ||
      status.st_mtim.tv_sec != file->changed.tv_sec ||
      status.st_mtim.tv_nsec != file->changed.tv_nsec)
    return BW_FILE_CHANGED;
  return BW_FILE_SAME;
}

static gboolean
rested_cb (gpointer user_data)
{
  BwFileWatch *self = user_data;
  gboolean any = FALSE;

  self->rest_id = 0;
  for (guint i = 0; i < self->files->len; i++) {
    File *file = g_ptr_array_index (self->files, i);
    BwFileState state = look (file);
    any |= state != file->state;
    file->state = state;
  }
  if (any)
    g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
event_cb (BwFileWatch *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rested_cb, self);
}

static gboolean
is_watched (BwFileWatch *self, const char *path)
{
  for (guint i = 0; i < self->files->len; i++)
    if (g_str_equal (((File *) g_ptr_array_index (self->files, i))->path, path))
      return TRUE;
  return FALSE;
}

static void
watch (BwFileWatch *self, const BwSource *source)
{
  File *file = g_new0 (File, 1);
  g_autoptr (GFile) at = g_file_new_for_path (source->path);
  struct stat status;

  file->path = g_strdup (source->path);
  file->name = g_strdup (source->name);
  file->was_there = stat (source->path, &status) == 0;
  if (file->was_there) {
    file->size = status.st_size;
    file->changed = status.st_mtim;
  }
  file->monitor = g_file_monitor_file (at, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (file->monitor != NULL)
    g_signal_connect_object (file->monitor, "changed", G_CALLBACK (event_cb), self,
                             G_CONNECT_SWAPPED);
  g_ptr_array_add (self->files, file);
}

static void
bw_file_watch_dispose (GObject *object)
{
  BwFileWatch *self = BW_FILE_WATCH (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_file_watch_parent_class)->dispose (object);
}

static void
bw_file_watch_class_init (BwFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_file_watch_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_file_watch_init (BwFileWatch *self)
{
  self->files = g_ptr_array_new_with_free_func (file_free);
}

static BwFileWatch *
create_watch (BwDataset *dataset)
{
  BwFileWatch *self = g_object_new (BW_TYPE_FILE_WATCH, NULL);
  GListModel *sources = bw_dataset_get_sources (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    if (!is_watched (self, source->path))
      watch (self, source);
  }
  return self;
}

BwFileWatch *
bw_file_watch_of (BwDataset *dataset)
{
  BwFileWatch *self;

  g_return_val_if_fail (BW_IS_DATASET (dataset), NULL);

  self = g_object_get_data (G_OBJECT (dataset), "bw-file-watch");
  if (self == NULL) {
    self = create_watch (dataset);
    g_object_set_data_full (G_OBJECT (dataset), "bw-file-watch", self, g_object_unref);
  }
  return self;
}

BwFileState
bw_file_watch_get_state (BwFileWatch *self, const char *path)
{
  g_return_val_if_fail (BW_IS_FILE_WATCH (self), BW_FILE_SAME);

  for (guint i = 0; i < self->files->len; i++) {
    const File *file = g_ptr_array_index (self->files, i);
    if (g_str_equal (file->path, path))
      return file->state;
  }
  return BW_FILE_SAME;
}

static char *
list_names (BwFileWatch *self, BwFileState state, guint *n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  *n = 0;
  for (guint i = 0; i < self->files->len; i++) {
    const File *file = g_ptr_array_index (self->files, i);
    if (file->state == state) {
      g_strv_builder_add (builder, file->name);
      *n += 1;
    }
  }
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static void
append_sentence (GString *words, const char *format, const char *names)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append_printf (words, format, names);
}

char *
bw_file_watch_describe (BwFileWatch *self)
{
  guint n_changed, n_vanished;
  g_autofree char *changed = NULL;
  g_autofree char *vanished = NULL;
  GString *words;

  g_return_val_if_fail (BW_IS_FILE_WATCH (self), NULL);

  changed = list_names (self, BW_FILE_CHANGED, &n_changed);
  vanished = list_names (self, BW_FILE_VANISHED, &n_vanished);
  if (n_changed + n_vanished == 0)
    return NULL;
  words = g_string_new (NULL);
  if (n_changed > 0)
    /* Translators: names of files */
    append_sentence (words, _ ("Changed on the disk: %s."), changed);
  if (n_vanished > 0)
    /* Translators: names of files */
    append_sentence (words, _ ("No longer there: %s."), vanished);
  append_sentence (words, _ ("The report keeps its figures."), NULL);
  return g_string_free_and_steal (words);
}

gboolean
bw_file_watch_can_reload (BwFileWatch *self)
{
  gboolean changed = FALSE;

  g_return_val_if_fail (BW_IS_FILE_WATCH (self), FALSE);

  for (guint i = 0; i < self->files->len; i++) {
    BwFileState state = ((File *) g_ptr_array_index (self->files, i))->state;
    if (state == BW_FILE_VANISHED)
      return FALSE;
    changed |= state == BW_FILE_CHANGED;
  }
  return changed;
}
