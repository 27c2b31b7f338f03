/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves the report of a workspace, without stopping the window. What is being computed is waited
 * for. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-report-saver.h"

typedef struct {
  BwReport *report; /* NULL while the files are being hashed */
  const BwExporter *exporter;
  BwExportOptions *options;
  char *path;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->report);
  g_clear_pointer (&job->options, bw_export_options_free);
  g_free (job->path);
  g_free (job);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (bw_export_to_file (job->exporter, job->report, job->options, job->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Once all figures are there. */
static void
write_report (GTask *task)
{
  BwWorkspace *workspace = BW_WORKSPACE (g_task_get_source_object (task));
  Job *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (bw_workspace_get_figures (workspace) == NULL) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                             _ ("Other files were opened meanwhile."));
    return;
  }
  job->report = bw_report_new (workspace);
  g_task_run_in_thread (task, run_in_thread);
}

static void
busy_changed_cb (GTask *task, GParamSpec *pspec, BwWorkspace *workspace)
{
  if (bw_workspace_get_busy (workspace))
    return;
  g_object_ref (task);
  g_signal_handlers_disconnect_by_func (workspace, busy_changed_cb, task);
  write_report (task);
  g_object_unref (task);
}

static void
unref_task_cb (gpointer task, GClosure *closure)
{
  g_object_unref (task);
}

static void
hashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BwWorkspace *workspace = BW_WORKSPACE (g_task_get_source_object (task));

  if (bw_workspace_get_busy (workspace))
    g_signal_connect_data (workspace, "notify::busy", G_CALLBACK (busy_changed_cb),
                           g_steal_pointer (&task), unref_task_cb, G_CONNECT_SWAPPED);
  else
    write_report (task);
}

char *
bw_report_saver_suggest_name (BwWorkspace *workspace, const BwExporter *exporter)
{
  g_autofree char *period = bw_period_to_string (bw_workspace_get_period (workspace));

  /* Translators: the name of a file: %s is a period such as 2025-10, then a suffix such as .pdf */
  return g_strdup_printf (_ ("Support report %s%s"), period, exporter->suffix);
}

void
bw_report_saver_save (BwWorkspace *workspace,
                      const BwExporter *exporter,
                      const BwExportOptions *options,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->exporter = exporter;
  job->options = options != NULL ? bw_export_options_copy (options) : NULL;
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  bw_dataset_hash_async (bw_workspace_get_dataset (workspace), hashed_cb, g_object_ref (task));
}

gboolean
bw_report_saver_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
bw_report_saver_get_path (GAsyncResult *result)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  return job->path;
}
