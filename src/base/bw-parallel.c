/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pool of threads for the life of the process, and jobs that its threads join when they are
 * free. A caller waits only for helpers that have already begun, never for queued ones, so
 * a piece of work may itself call bw_parallel_for. */
#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "bw-parallel.h"

#define MAX_THREADS 64
#define STEP_BACK 5 /* of nice: a third of the share of others that want the same core */

typedef struct {
  /* Template */
  guint n;
  GCancellable *cancellable;
  BwWork work;
  gpointer user_data;
  locale_t locale; /* of the caller: what its helpers say is in its language */

  /* Owned */
  guint next;
  GMutex lock; /* guards what follows */
  GCond idle;
  int joined;
  int running;
  gboolean closed;
} Job;

static void
free_job (Job *job)
{
  g_mutex_clear (&job->lock);
  g_cond_clear (&job->idle);
}

static void
release_job (Job *job)
{
  g_atomic_rc_box_release_full (job, (GDestroyNotify) free_job);
}

static void
work_off (Job *job, int worker)
{
  while (!g_cancellable_is_cancelled (job->cancellable)) {
    guint i = (guint) g_atomic_int_add (&job->next, 1);
    if (i >= job->n)
      return;
    job->work (i, worker, job->user_data);
  }
}

static gboolean give_way;

void
bw_threads_give_way (void)
{
  g_atomic_int_set (&give_way, TRUE);
}

void
bw_thread_step_back (void)
{
#ifdef __linux__
  /* Elsewhere niceness is the whole process's. */
  static __thread gboolean done;
  if (done || !g_atomic_int_get (&give_way))
    return;
  id_t thread = (id_t) gettid ();
  setpriority (PRIO_PROCESS, thread, getpriority (PRIO_PROCESS, thread) + STEP_BACK);
  done = TRUE;
#endif
}

static void
help_cb (gpointer item, gpointer unused)
{
  Job *job = item;
  bw_thread_step_back ();
  g_mutex_lock (&job->lock);
  gboolean late = job->closed;
  int worker = ++job->joined;
  job->running += !late;
  g_mutex_unlock (&job->lock);

  if (!late) {
    locale_t before = uselocale (job->locale);
    work_off (job, worker);
    uselocale (before);
    g_mutex_lock (&job->lock);
    if (--job->running == 0)
      g_cond_signal (&job->idle);
    g_mutex_unlock (&job->lock);
  }
  release_job (job);
}

static void
wait_for_helpers (Job *job)
{
  g_mutex_lock (&job->lock);
  job->closed = TRUE;
  while (job->running > 0)
    g_cond_wait (&job->idle, &job->lock);
  g_mutex_unlock (&job->lock);
}

static gpointer
start_pool (gpointer unused)
{
  return g_thread_pool_new (help_cb, NULL, bw_thread_count () - 1, TRUE, NULL);
}

static void
call_helpers (Job *job, guint wanted)
{
  static GOnce once = G_ONCE_INIT;
  GThreadPool *pool = g_once (&once, start_pool, NULL);
  for (guint i = 0; i < wanted; i++)
    g_thread_pool_push (pool, g_atomic_rc_box_acquire (job), NULL);
}

static gpointer
count_threads (gpointer unused)
{
  const char *text = g_getenv ("BELLWETHER_THREADS");
  int wanted = text ? atoi (text) : 0;
  int count = wanted > 0 ? wanted : (int) g_get_num_processors ();
  return GINT_TO_POINTER (CLAMP (count, 1, MAX_THREADS));
}

int
bw_thread_count (void)
{
  static GOnce once = G_ONCE_INIT;
  return GPOINTER_TO_INT (g_once (&once, count_threads, NULL));
}

void
bw_parallel_for (guint n, GCancellable *cancellable, BwWork work, gpointer user_data)
{
  g_return_if_fail (work);
  g_return_if_fail (n < G_MAXINT);
  guint helpers = MIN (n, (guint) bw_thread_count ());
  if (helpers <= 1) {
    for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
      work (i, 0, user_data);
    return;
  }

  Job *job = g_atomic_rc_box_new0 (Job);
  job->n = n;
  job->cancellable = cancellable;
  job->work = work;
  job->user_data = user_data;
  job->locale = uselocale ((locale_t) 0);
  g_mutex_init (&job->lock);
  g_cond_init (&job->idle);

  call_helpers (job, helpers - 1);
  work_off (job, 0);
  wait_for_helpers (job);
  release_job (job);
}
