/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bw_parallel_for: every piece once, scratch space never shared, nothing that waits for ever. */
#include <locale.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "bw-parallel.h"

#define THREADS 4

typedef struct {
  int *done; /* one for each piece */
  int busy[THREADS];
} Job;

static void
work_cb (guint i, int worker, gpointer user_data)
{
  Job *job = user_data;
  g_assert_cmpint (worker, >=, 0);
  g_assert_cmpint (worker, <, bw_thread_count ());
  g_assert_cmpint (g_atomic_int_add (&job->busy[worker], 1), ==, 0);
  g_atomic_int_inc (&job->done[i]);
  g_atomic_int_add (&job->busy[worker], -1);
}

static void
test_every_piece_once (void)
{
  static const guint counts[] = { 0, 1, 2, 3, 4, 5, 63, 1000, 100000 };
  for (gsize c = 0; c < G_N_ELEMENTS (counts); c++) {
    guint n = counts[c];
    Job job = { g_new0 (int, n + 1), { 0 } };
    bw_parallel_for (n, NULL, work_cb, &job);
    for (guint i = 0; i < n; i++)
      g_assert_cmpint (job.done[i], ==, 1);
    g_assert_cmpint (job.done[n], ==, 0);
    g_free (job.done);
  }
}

static void
slow_for_helpers_cb (guint i, int worker, gpointer user_data)
{
  if (worker > 0)
    g_usleep (10000);
  g_atomic_int_inc ((int *) user_data);
}

static void
test_waits_for_helpers (void)
{
  for (int i = 0; i < 20; i++) {
    int count = 0;
    bw_parallel_for (2 * THREADS, NULL, slow_for_helpers_cb, &count);
    g_assert_cmpint (count, ==, 2 * THREADS);
  }
}

static void
check_locale_cb (guint i, int worker, gpointer user_data)
{
  g_assert_true (uselocale ((locale_t) 0) == *(locale_t *) user_data);
  g_usleep (100);
}

/* A report in another language than the program's is written by all threads. */
static void
test_locale_of_the_caller (void)
{
  locale_t other = newlocale (LC_ALL_MASK, "C", NULL);
  locale_t own = uselocale (other);
  bw_parallel_for (200, NULL, check_locale_cb, &other);
  uselocale (own);
  bw_parallel_for (200, NULL, check_locale_cb, &own);
  freelocale (other);
}

/* One piece is done here, not handed over. */
static void
expect_thread_cb (guint i, int worker, gpointer user_data)
{
  g_assert_true (g_thread_self () == user_data);
  g_assert_cmpint (worker, ==, 0);
}

static void
test_one_piece_stays (void)
{
  bw_parallel_for (1, NULL, expect_thread_cb, g_thread_self ());
}

typedef struct {
  GMutex lock;
  GCond met;
  int present;
} Meeting;

static void
meet_cb (guint i, int worker, gpointer user_data)
{
  Meeting *meeting = user_data;
  gint64 deadline = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;
  g_mutex_lock (&meeting->lock);
  meeting->present++;
  g_cond_broadcast (&meeting->met);
  while (meeting->present < THREADS)
    if (!g_cond_wait_until (&meeting->met, &meeting->lock, deadline))
      g_error ("only %d of %d threads came", meeting->present, THREADS);
  g_mutex_unlock (&meeting->lock);
}

/* As many pieces as threads that wait for one another: ends only when all work at once. */
static void
test_all_threads_work (void)
{
  Meeting meeting = { 0 };
  bw_parallel_for (THREADS, NULL, meet_cb, &meeting);
  g_assert_cmpint (meeting.present, ==, THREADS);
}

static void
count_cb (guint i, int worker, gpointer user_data)
{
  g_atomic_int_inc ((int *) user_data);
}

static void
nest_cb (guint i, int worker, gpointer user_data)
{
  bw_parallel_for (50, NULL, count_cb, user_data);
}

static void
nest_twice_cb (guint i, int worker, gpointer user_data)
{
  bw_parallel_for (7, NULL, nest_cb, user_data);
}

static void
test_nested (void)
{
  int count = 0;
  bw_parallel_for (40, NULL, nest_twice_cb, &count);
  g_assert_cmpint (count, ==, 40 * 7 * 50);
}

static gpointer
call_often (gpointer user_data)
{
  for (int i = 0; i < 200; i++)
    bw_parallel_for (20, NULL, count_cb, user_data);
  return NULL;
}

static void
test_many_callers (void)
{
  int count = 0;
  GThread *callers[6];
  for (gsize i = 0; i < G_N_ELEMENTS (callers); i++)
    callers[i] = g_thread_new ("caller", call_often, &count);
  for (gsize i = 0; i < G_N_ELEMENTS (callers); i++)
    g_thread_join (callers[i]);
  g_assert_cmpint (count, ==, 6 * 200 * 20);
}

typedef struct {
  GCancellable *cancellable;
  int count;
} Cancelled;

static void
cancel_at_tenth_cb (guint i, int worker, gpointer user_data)
{
  Cancelled *job = user_data;
  if (g_atomic_int_add (&job->count, 1) == 9)
    g_cancellable_cancel (job->cancellable);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelled job = { cancellable, 0 };
  bw_parallel_for (1000000, cancellable, cancel_at_tenth_cb, &job);
  g_assert_cmpint (job.count, >=, 10);
  g_assert_cmpint (job.count, <, 1000000);

  int count = 0;
  bw_parallel_for (100, cancellable, count_cb, &count);
  bw_parallel_for (1, cancellable, count_cb, &count);
  g_assert_cmpint (count, ==, 0);
}

typedef struct {
  int present;
  int leave;
} Siege;

static void
besiege_cb (guint i, int worker, gpointer user_data)
{
  Siege *siege = user_data;
  g_atomic_int_inc (&siege->present);
  while (!g_atomic_int_get (&siege->leave))
    g_usleep (100);
}

static gpointer
besiege (gpointer user_data)
{
  bw_parallel_for (THREADS, NULL, besiege_cb, user_data);
  return NULL;
}

/* A helper that comes when the caller has gone finds nothing to do, whatever has become of the
 * cancellable since. */
static void
test_late_helpers (void)
{
  Siege siege = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelled job = { cancellable, 0 };
  g_autoptr (GThread) besieger = g_thread_new ("besieger", besiege, &siege);
  while (g_atomic_int_get (&siege.present) < THREADS)
    g_usleep (100);

  bw_parallel_for (1000, cancellable, cancel_at_tenth_cb, &job);
  g_assert_cmpint (job.count, ==, 10);
  g_cancellable_reset (cancellable);
  g_atomic_int_set (&siege.leave, TRUE);
  g_thread_join (g_steal_pointer (&besieger));
  test_all_threads_work (); /* after these, the late ones have come */
  g_assert_cmpint (g_atomic_int_get (&job.count), ==, 10);
}

static void
test_thread_count (gconstpointer user_data)
{
  const char *const *c = user_data;
  if (g_test_subprocess ()) {
    int expected = c[2] ? atoi (c[2]) : (int) MIN (g_get_num_processors (), 64);
    int count = 0;
    if (c[1])
      g_setenv ("BELLWETHER_THREADS", c[1], TRUE);
    else
      g_unsetenv ("BELLWETHER_THREADS");
    g_assert_cmpint (bw_thread_count (), ==, expected);
    bw_parallel_for (100, NULL, count_cb, &count);
    g_assert_cmpint (count, ==, 100);
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* name, BELLWETHER_THREADS, threads (NULL: as many as processors) */
static const char *const thread_counts[][3] = {
  { "unset", NULL, NULL },  { "one", "1", "1" },        { "three", "3", "3" },
  { "most", "64", "64" },   { "too-many", "65", "64" }, { "zero", "0", NULL },
  { "word", "many", NULL }, { "empty", "", NULL },
};

static int
get_niceness (void)
{
  return getpriority (PRIO_PROCESS, (id_t) gettid ());
}

static gpointer
step_back_cb (gpointer unused)
{
  bw_thread_step_back ();
  bw_thread_step_back ();
  return GINT_TO_POINTER (get_niceness ());
}

/* Only where a program has a window, and only in threads that say so. */
static void
test_step_back (void)
{
#ifdef __linux__
  int before = get_niceness ();
  GThread *thread = g_thread_new ("ahead", step_back_cb, NULL);
  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (thread)), ==, before);
  bw_threads_give_way ();
  thread = g_thread_new ("behind", step_back_cb, NULL);
  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (thread)), ==, MIN (before + 5, 19));
  test_all_threads_work ();
  g_assert_cmpint (get_niceness (), ==, before);
#endif
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (thread_counts); i++) {
    g_autofree char *path = g_strconcat ("/parallel/threads/", thread_counts[i][0], NULL);
    g_test_add_data_func (path, thread_counts[i], test_thread_count);
  }
  if (!g_test_subprocess ())
    g_setenv ("BELLWETHER_THREADS", G_STRINGIFY (THREADS), TRUE);
  g_test_add_func ("/parallel/every-piece-once", test_every_piece_once);
  g_test_add_func ("/parallel/waits-for-helpers", test_waits_for_helpers);
  g_test_add_func ("/parallel/locale-of-the-caller", test_locale_of_the_caller);
  g_test_add_func ("/parallel/one-piece-stays", test_one_piece_stays);
  g_test_add_func ("/parallel/all-threads-work", test_all_threads_work);
  g_test_add_func ("/parallel/nested", test_nested);
  g_test_add_func ("/parallel/many-callers", test_many_callers);
  g_test_add_func ("/parallel/cancelled", test_cancelled);
  g_test_add_func ("/parallel/late-helpers", test_late_helpers);
  g_test_add_func ("/parallel/step-back", test_step_back);
  return g_test_run ();
}
