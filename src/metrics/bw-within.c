/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A byte for each row of a stretch, many at a time, then a bit of it. */
#include "config.h"

#include "bw-vector.h"
#include "bw-within.h"
#include <string.h>

/* last: the period's last second. BW_MISSING is before all times. */
BW_VECTOR static void
find_times (const gint32 *when, guint n, gint32 first, gint32 last, guint8 *is_within)
{
  for (guint i = 0; i < n; i++)
    is_within[i] = (when[i] >= first) & (when[i] <= last);
}

BW_VECTOR static void
find_stocks (
    const gint32 *when, const gint32 *until, guint n, gint32 first, gint32 last, guint8 *is_within)
{
  for (guint i = 0; i < n; i++)
    is_within[i] = (when[i] != BW_MISSING) & (when[i] <= last) &
                   ((until[i] == BW_MISSING) | (until[i] >= first) | (when[i] >= first));
}

/* Eight bytes, 0 or 1 each, as eight bits. */
static inline guint64
gather_bits (const guint8 *bytes)
{
  guint64 all;

  memcpy (&all, bytes, sizeof all);
  return GUINT64_FROM_LE (all) * G_GUINT64_CONSTANT (0x0102040810204080) >> 56;
}

/* Bytes past the last row are 0. */
static void
take_word (BwBits *bits, gsize word, const guint8 *bytes, const BwBits *wanted)
{
  guint64 rows = 0;

  for (guint i = 0; i < 8; i++)
    rows |= gather_bits (bytes + 8 * i) << 8 * i;
  bits->words[word] = wanted != NULL ? rows & wanted->words[word] : rows;
}

typedef struct {
  const gint32 *times;
  const BwStretch *stretches; /* NULL = not known */
} Moment;

/* Whether a stretch can have such rows. */
static gboolean
may_have (const Moment *when, const Moment *until, gsize stretch, gint64 from, gint64 to)
{
  const BwStretch *comes = when->stretches != NULL ? &when->stretches[stretch] : NULL;
  const BwStretch *goes = until->stretches != NULL ? &until->stretches[stretch] : NULL;

  if (comes == NULL)
    return TRUE;
  if (until->times == NULL)
    return bw_stretch_meets (comes, from, to);
  return bw_stretch_meets (comes, G_MININT64, to) &&
         (comes->latest >= from || goes == NULL || goes->any_missing || goes->latest >= from);
}

BwBits *
bw_within_new (const BwLedger *ledger,
               const gint32 *when,
               const gint32 *until,
               const BwBits *wanted,
               const BwPlacer *placer)
{
  Moment comes = { when, bw_ledger_get_stretches (ledger, when) };
  Moment goes = { until, bw_ledger_get_stretches (ledger, until) };
  gint64 to = placer->from + placer->span;
  gint32 first = (gint32) CLAMP (placer->from, (gint64) BW_MISSING + 1, G_MAXINT32);
  gint32 last = (gint32) CLAMP (to - 1, BW_MISSING, G_MAXINT32);
  BwBits *bits = bw_bits_new (ledger->n_rows, FALSE);
  guint8 is_within[BW_STRETCH_ROWS];

  for (gsize row = 0; row < ledger->n_rows; row += BW_STRETCH_ROWS) {
    guint n = (guint) MIN (BW_STRETCH_ROWS, ledger->n_rows - row);
    if (!may_have (&comes, &goes, row / BW_STRETCH_ROWS, placer->from, to))
      continue;
    if (until != NULL)
      find_stocks (when + row, until + row, n, first, last, is_within);
    else
      find_times (when + row, n, first, last, is_within);
    memset (is_within + n, 0, BW_STRETCH_ROWS - n);
    for (guint at = 0; at < n; at += 64)
      take_word (bits, (row + at) / 64, is_within + at, wanted);
  }
  return bits;
}
