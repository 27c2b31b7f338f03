/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what a question needs while a thread answers it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-asking.h"
#include "bw-error.h"
#include "bw-parallel.h"

typedef struct {
  BwQuestion question;
  BwFieldId field;
  BwAsk ask;
  GDestroyNotify unref;

  /* Owned */
  BwEngine *engine;
  BwFigure *figure;
} Job;

static void
job_free (Job *job)
{
  bw_engine_unref (job->engine);
  g_clear_pointer (&job->figure, bw_figure_unref);
  bw_question_clear (&job->question);
  g_free (job);
}

/* Of its own: the workspace's question lives only until a setting changes. */
static Job *
make_job (BwWorkspace *workspace, const BwFigure *figure)
{
  BwQuestion question = *bw_workspace_get_question (workspace);
  Job *job = g_new0 (Job, 1);

  question.splits = NULL;
  question.kpis = NULL;
  bw_question_copy (&job->question, &question);
  job->engine = bw_engine_ref (bw_workspace_get_engine (workspace));
  job->figure = figure != NULL ? bw_figure_ref ((BwFigure *) figure) : NULL;
  return job;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  gpointer answer;

  if (g_task_return_error_if_cancelled (task))
    return;
  bw_thread_step_back ();
  answer = job->ask (job->engine, &job->question, job->figure, job->field);
  if (answer != NULL)
    g_task_return_pointer (task, answer, job->unref);
  else
    g_task_return_new_error (task, BW_ERROR, BW_ERROR_FIELD, "%s", _ ("There are no data."));
}

/* Takes the job. */
static void
start (GTask *task, Job *job, BwAsk ask, GDestroyNotify unref, BwFieldId field)
{
  job->ask = ask;
  job->unref = unref;
  job->field = field;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

void
bw_asking_start (BwWorkspace *workspace,
                 BwAsk ask,
                 GDestroyNotify unref,
                 const BwFigure *figure,
                 BwFieldId field,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  start (task, make_job (workspace, figure), ask, unref, field);
}

void
bw_asking_start_of (BwWorkspace *workspace,
                    BwAsk ask,
                    GDestroyNotify unref,
                    BwFieldId field,
                    const char *member,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = make_job (workspace, NULL);
  BwFilter *all = job->question.filter != NULL ? job->question.filter : bw_filter_new ();

  job->question.filter = bw_filter_with (all, field, (const char *[]) { member, NULL });
  bw_filter_unref (all);
  start (task, job, ask, unref, field);
}

static gpointer
score (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  return bw_scorecard_new (engine, question, field);
}

void
bw_asking_start_scores (BwWorkspace *workspace,
                        BwFieldId field,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  bw_asking_start (workspace, score, (GDestroyNotify) bw_scorecard_unref, NULL, field, cancellable,
                   callback, user_data);
}

gpointer
bw_asking_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
