/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least and the greatest of some times. */
#include "config.h"

#include "bw-column.h"
#include "bw-parallel.h"
#include "bw-stretch.h"
#include "bw-vector.h"

#define BLOCK 16 /* stretches that a thread takes at a time */

BW_VECTOR BwStretch
bw_stretch_find (const gint32 *times, gsize n)
{
  gint32 least = G_MAXINT32;
  gint32 earliest = G_MAXINT32;
  gint32 latest = G_MININT32;

  for (gsize i = 0; i < n; i++) {
    gint32 time = times[i] == BW_MISSING ? G_MAXINT32 : times[i];
    least = MIN (least, times[i]);
    earliest = MIN (earliest, time);
    latest = MAX (latest, times[i]);
  }
  return (BwStretch) { earliest, latest, least == BW_MISSING };
}

typedef struct {
  const gint32 *times;
  gsize n_rows;
  BwStretch *stretches;
} Work;

static void
find_block (guint block, int worker, gpointer user_data)
{
  const Work *work = user_data;
  gsize first = (gsize) block * BLOCK * BW_STRETCH_ROWS;
  gsize end = MIN (work->n_rows, first + BLOCK * BW_STRETCH_ROWS);

  for (; first < end; first += BW_STRETCH_ROWS)
    work->stretches[first / BW_STRETCH_ROWS] =
        bw_stretch_find (work->times + first, MIN (BW_STRETCH_ROWS, end - first));
}

BwStretch *
bw_stretches_new (const gint32 *times, gsize n_rows)
{
  gsize n = (n_rows + BW_STRETCH_ROWS - 1) / BW_STRETCH_ROWS;
  Work work = { times, n_rows, g_new (BwStretch, n + 1) };

  bw_parallel_for ((guint) ((n + BLOCK - 1) / BLOCK), NULL, find_block, &work);
  return work.stretches;
}
