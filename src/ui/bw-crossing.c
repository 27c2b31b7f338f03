/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure by period and member, computed in a thread. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-crossing.h"
#include "bw-error.h"
#include "bw-theme.h"

typedef struct {
  BwEngine *engine;
  BwQuestion question;
  char *kpi;
  BwFieldId field;
} Job;

static void
job_free (Job *job)
{
  bw_engine_unref (job->engine);
  bw_period_unref (job->question.period);
  bw_axis_unref (job->question.axis);
  g_clear_pointer (&job->question.filter, bw_filter_unref);
  g_free (job->kpi);
  g_free (job);
}

/* Of its own: the workspace's question lives only until a setting changes. */
static Job *
make_job (BwWorkspace *workspace, const char *kpi, BwFieldId field)
{
  Job *job = g_new0 (Job, 1);

  job->engine = bw_engine_ref (bw_workspace_get_engine (workspace));
  job->question = *bw_workspace_get_question (workspace);
  job->question.splits = NULL;
  job->question.kpis = NULL;
  bw_period_ref (job->question.period);
  bw_axis_ref (job->question.axis);
  if (job->question.filter != NULL)
    bw_filter_ref (job->question.filter);
  job->kpi = g_strdup (kpi);
  job->field = field;
  return job;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  BwSeries *series;

  if (g_task_return_error_if_cancelled (task))
    return;
  series = bw_engine_cross (job->engine, &job->question, job->kpi, job->field, BW_THEME_SERIES);
  if (series != NULL)
    g_task_return_pointer (task, series, (GDestroyNotify) bw_series_unref);
  else
    g_task_return_new_error (task, BW_ERROR, BW_ERROR_FIELD, "%s", _ ("There are no data."));
}

void
bw_crossing_start (BwWorkspace *workspace,
                   const char *kpi,
                   BwFieldId field,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_task_data (task, make_job (workspace, kpi, field), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

BwSeries *
bw_crossing_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
