/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that are held while they are answered. */
#include "config.h"

#include "bw-engine.h"
#include "bw-parallel.h"

typedef struct {
  BwEngine *engine;
  BwQuestion question;
} Job;

void
bw_question_copy (BwQuestion *to, const BwQuestion *from)
{
  *to = *from;
  bw_period_ref (to->period);
  bw_axis_ref (to->axis);
  if (to->filter != NULL)
    bw_filter_ref (to->filter);
  if (to->targets != NULL)
    bw_targets_ref (to->targets);
  to->splits = bw_field_copy_list (from->splits);
  to->kpis = (const char *const *) g_strdupv ((GStrv) from->kpis);
}

void
bw_question_clear (BwQuestion *question)
{
  g_clear_pointer (&question->period, bw_period_unref);
  g_clear_pointer (&question->axis, bw_axis_unref);
  g_clear_pointer (&question->filter, bw_filter_unref);
  g_clear_pointer (&question->targets, bw_targets_unref);
  g_clear_pointer ((gpointer *) &question->splits, g_free);
  g_strfreev ((GStrv) question->kpis);
  question->kpis = NULL;
}

static void
job_free (Job *job)
{
  bw_engine_unref (job->engine);
  bw_question_clear (&job->question);
  g_free (job);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GPtrArray *figures;

  bw_thread_step_back ();
  figures = bw_engine_answer (job->engine, &job->question, cancellable, &error);

  if (figures != NULL)
    g_task_return_pointer (task, figures, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
bw_engine_answer_async (BwEngine *engine,
                        const BwQuestion *question,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new (Job, 1);

  job->engine = bw_engine_ref (engine);
  bw_question_copy (&job->question, question);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

GPtrArray *
bw_engine_answer_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
