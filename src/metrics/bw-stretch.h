/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files mostly stand in the order of time: what lies between which moments is known for stretches
 * of rows, so that a period need not look at those that have nothing of it. */
#pragma once

#include <glib.h>

#define BW_STRETCH_ROWS 2048

/* Seconds since BW_TIME_ORIGIN; earliest > latest: no row has a time. */
typedef struct {
  gint32 earliest;
  gint32 latest;
  gboolean any_missing; /* a row has none */
} BwStretch;

/* n: at most BW_STRETCH_ROWS. */
BwStretch bw_stretch_find (const gint32 *times, gsize n);
/* One for each BW_STRETCH_ROWS rows. Free with g_free. */
BwStretch *bw_stretches_new (const gint32 *times, gsize n_rows);

/* That of rows first .. first + n - 1, where they are known; else they are looked at. first: a
 * multiple of BW_STRETCH_ROWS. */
static inline BwStretch
bw_stretches_get (const BwStretch *stretches, const gint32 *times, gsize first, gsize n)
{
  return stretches != NULL ? stretches[first / BW_STRETCH_ROWS]
                           : bw_stretch_find (times + first, n);
}

/* Whether any of its times can be in from .. to - 1. */
static inline gboolean
bw_stretch_meets (const BwStretch *stretch, gint64 from, gint64 to)
{
  return stretch->earliest <= stretch->latest && stretch->latest >= from && stretch->earliest < to;
}
