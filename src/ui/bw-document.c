/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether there are changes is told by comparing what would be saved with what was: undoing a
 * change is no change. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-atomic.h"
#include "bw-document.h"
#include "bw-recovery.h"

/* Changes come in swarms. */
#define LOOK_MS 50
/* From a change to its copy. */
#define KEEP_MS 1500
#define SUFFIX ".bellwether"

struct _BwDocument {
  GObject parent_instance;

  gboolean settled; /* saved is what it is to be compared with */
  gboolean unsaved; /* whatever the comparison says */
  BwReportParts changed;
  guint look_id;
  guint keep_id;

  /* Owned */
  BwWorkspace *workspace;
  BwReportFile *file;  /* as it lies there, with what we do not know */
  BwReportFile *saved; /* what counts as saved */
  BwRecovery *recovery;
  char *path;
  char *name;
  char *title;
};

typedef enum {
  PROP_NAME = 1,
  PROP_TITLE,
  PROP_MODIFIED,
} BwDocumentProperty;

static GParamSpec *props[PROP_MODIFIED + 1];

G_DEFINE_FINAL_TYPE (BwDocument, bw_document, G_TYPE_OBJECT)

/* --- What has changed ------------------------------------------------------------------------
 */

static GBytes *
write_at (BwDocument *self, const char *path)
{
  g_autofree char *period = bw_workspace_dup_chosen_period (self->workspace);

  return bw_report_file_write (self->file, path, self->workspace, period);
}

/* What would be saved now. */
static BwReportFile *
take_state (BwDocument *self)
{
  const char *path = self->path != NULL ? self->path : "/" SUFFIX;
  g_autoptr (GBytes) bytes = write_at (self, path);

  return bw_report_file_read (path, bytes, NULL);
}

static void
update_title (BwDocument *self)
{
  gboolean modified = bw_document_get_modified (self);
  /* Translators: the title of a window whose report, %s, has changes that are not saved */
  g_autofree char *title =
      modified ? g_strdup_printf (_ ("• %s"), self->name) : g_strdup (self->name);

  if (!g_set_str (&self->title, title))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

/* Of one that was never saved: by its first file. */
static char *
find_name (BwDocument *self)
{
  BwDataset *dataset = bw_workspace_get_dataset (self->workspace);
  g_autoptr (BwSource) source = dataset != NULL
                                   ? g_list_model_get_item (bw_dataset_get_sources (dataset), 0)
                                   : NULL;
  g_autofree char *name = NULL;
  char *dot;

  if (self->path == NULL && source == NULL)
    return g_strdup (_ ("Bellwether"));
  name = self->path != NULL ? g_filename_display_basename (self->path) : g_strdup (source->name);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_steal_pointer (&name);
}

static void
update_name (BwDocument *self)
{
  g_autofree char *name = find_name (self);

  if (g_set_str (&self->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME]);
  update_title (self);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* The report itself is unharmed, and closing asks as ever. */
  if (!bw_recovery_keep_finish (BW_RECOVERY (source), result, &error))
    g_message ("%s", error->message);
}

static gboolean
keep_cb (gpointer user_data)
{
  BwDocument *self = user_data;
  g_autoptr (GBytes) bytes = write_at (self, bw_recovery_get_path (self->recovery));

  self->keep_id = 0;
  bw_recovery_keep_async (self->recovery, bytes, self->path, kept_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
look (BwDocument *self)
{
  g_autoptr (BwReportFile) now = NULL;

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (bw_workspace_get_dataset (self->workspace) == NULL)
    return;
  now = take_state (self);
  if (!self->settled) {
    g_clear_pointer (&self->saved, bw_report_file_free);
    self->saved = g_steal_pointer (&now);
    self->settled = TRUE;
  }
  self->changed = now != NULL ? bw_report_file_compare (self->saved, now) : 0;
  update_name (self);
  if (self->changed == 0 && !self->unsaved) {
    g_clear_handle_id (&self->keep_id, g_source_remove);
    bw_recovery_forget (self->recovery);
  } else if (self->keep_id == 0) {
    self->keep_id = g_timeout_add (KEEP_MS, keep_cb, self);
  }
}

static gboolean
look_cb (gpointer user_data)
{
  BwDocument *self = user_data;

  self->look_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
queue_look (BwDocument *self)
{
  if (self->look_id == 0)
    self->look_id = g_timeout_add (LOOK_MS, look_cb, self);
}

/* --- Class -----------------------------------------------------------------------------------
 */

static void
bw_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwDocument *self = BW_DOCUMENT (object);

  switch ((BwDocumentProperty) id) {
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_MODIFIED:
    g_value_set_boolean (value, bw_document_get_modified (self));
    break;
  }
}

static void
bw_document_dispose (GObject *object)
{
  BwDocument *self = BW_DOCUMENT (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  if (self->recovery != NULL)
    bw_recovery_forget (self->recovery);
  g_clear_object (&self->recovery);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->file, bw_report_file_free);
  g_clear_pointer (&self->saved, bw_report_file_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (bw_document_parent_class)->dispose (object);
}

static void
bw_document_class_init (BwDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bw_document_get_property;
  object_class->dispose = bw_document_dispose;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, ro);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, ro);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, ro);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
bw_document_init (BwDocument *self)
{
  self->recovery = bw_recovery_new ();
}

BwDocument *
bw_document_new (BwWorkspace *workspace, BwReportFile *file, const char *path)
{
  BwDocument *self = g_object_new (BW_TYPE_DOCUMENT, NULL);
  BwReportPlan *plan = bw_workspace_get_plan (workspace);

  self->workspace = g_object_ref (workspace);
  self->file = file != NULL ? file : bw_report_file_new ();
  self->path = g_strdup (path);
  /* Whatever is saved changes with one of these, or with the figures that follow it. */
  g_signal_connect_object (workspace, "notify", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "changed", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "tiles-changed", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  update_name (self);
  queue_look (self);
  return self;
}

/* --- Public ----------------------------------------------------------------------------------
 */

void
bw_document_set_unsaved (BwDocument *self)
{
  g_return_if_fail (BW_IS_DOCUMENT (self));

  self->unsaved = TRUE;
  look (self);
}

const char *
bw_document_get_path (BwDocument *self)
{
  return self->path;
}

const char *
bw_document_get_name (BwDocument *self)
{
  return self->name;
}

const char *
bw_document_get_title (BwDocument *self)
{
  return self->title;
}

gboolean
bw_document_get_modified (BwDocument *self)
{
  /* Of one that was never saved: what somebody wrote, chose or arranged. Periods and filters are
   * looked through, and files are opened again. */
  const BwReportParts work = BW_PART_SETTINGS | BW_PART_PLAN | BW_PART_READING | BW_PART_OVERVIEW;

  g_return_val_if_fail (BW_IS_DOCUMENT (self), FALSE);

  if (self->look_id != 0 && self->settled)
    look (self);
  return self->unsaved || (self->path != NULL ? self->changed != 0 : (self->changed & work) != 0);
}

gboolean
bw_document_keep (BwDocument *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (BW_IS_DOCUMENT (self), FALSE);

  bytes = write_at (self, bw_recovery_get_path (self->recovery));
  return bw_recovery_keep (self->recovery, bytes, self->path, error);
}

void
bw_document_discard (BwDocument *self)
{
  g_return_if_fail (BW_IS_DOCUMENT (self));

  self->unsaved = FALSE;
  self->settled = FALSE;
  g_clear_handle_id (&self->keep_id, g_source_remove);
  bw_recovery_forget (self->recovery);
  look (self);
}

/* --- Saving ----------------------------------------------------------------------------------
 */

typedef struct {
  char *path;
  GBytes *bytes; /* NULL while the files are being hashed */
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (bw_write_bytes_atomically (job->path, job->bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
hashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BwDocument *self = BW_DOCUMENT (g_task_get_source_object (task));
  Job *job = g_task_get_task_data (task);

  job->bytes = write_at (self, job->path);
  g_task_run_in_thread (task, write_in_thread);
}

void
bw_document_save_async (BwDocument *self,
                        const char *path,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (BW_IS_DOCUMENT (self));
  g_return_if_fail (path != NULL);

  job->path = g_strdup (path);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  bw_dataset_hash_async (bw_workspace_get_dataset (self->workspace), hashed_cb,
                         g_object_ref (task));
}

gboolean
bw_document_save_finish (BwDocument *self, GAsyncResult *result, GError **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  BwReportFile *file;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  file = bw_report_file_read (job->path, job->bytes, error);
  if (file == NULL)
    return FALSE;
  bw_report_file_free (self->file);
  self->file = file;
  g_clear_pointer (&self->saved, bw_report_file_free);
  self->saved = bw_report_file_read (job->path, job->bytes, NULL);
  g_set_str (&self->path, job->path);
  self->unsaved = FALSE;
  self->settled = TRUE;
  look (self);
  return TRUE;
}
