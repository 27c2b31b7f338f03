/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spreads independent pieces of work over the cores. */
#pragma once

#include <gio/gio.h>

/* Cores that may be used: BELLWETHER_THREADS when set (1..64), else the processor count. */
int bw_thread_count (void);

/* Calls work (i, worker, user_data) once for each i in 0 .. n - 1, in any order, worker in
 * 0 .. bw_thread_count () - 1 telling scratch space apart; returns when all are done.
 * Stops handing out work once the cancellable is set. The caller's thread works too, and its
 * locale (uselocale) is that of all. */
typedef void (*BwWork) (guint i, int worker, gpointer user_data);
void bw_parallel_for (guint n, GCancellable *cancellable, BwWork work, gpointer user_data);

/* For a program with a window, before any work: work in the background leaves the cores to the main
 * thread when that wants one. Counts for the helpers of bw_parallel_for, and for each thread that
 * calls bw_thread_step_back. */
void bw_threads_give_way (void);
/* The calling thread works in the background. */
void bw_thread_step_back (void);
