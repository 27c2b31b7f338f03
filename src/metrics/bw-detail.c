/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several KPIs tell beside their figure. */
#include "config.h"

#include "bw-detail.h"
#include "bw-ledger.h"
#include "bw-vector.h"
#include <math.h>
#include <string.h>

/* --- Batches ------------------------------------------------------------------------------------
 */

void
bw_detail_batch_init (BwDetailBatch *batch, const BwDetailContext *context)
{
  batch->context = context;
  batch->first = 0;
  batch->n = 0;
}

static void
spread (const guint64 *words, guint n, guint8 *marks)
{
  for (guint i = 0; i < n; i += 8) {
    guint64 bytes = bw_bits_spread ((guint8) (words[i / 64] >> i % 64));
    memcpy (marks + i, &bytes, sizeof bytes);
  }
}

#define MARK_SAYING(says)                                                                          \
  for (guint i = 0; i < n; i++) {                                                                  \
    marks[i] &= (guint8) ((says)[i] >= 0);                                                         \
    n_marked += marks[i];                                                                          \
  }

BW_VECTOR static guint
mark_saying (const gint8 *says, const gint32 *sizes, guint n, guint8 *marks)
{
  guint n_marked = 0;

  if (says != NULL)
    MARK_SAYING (says)
  else
    MARK_SAYING (sizes)
  return n_marked;
}

/* Whether any row of the batch is of the period. */
static gboolean
any_within (const BwDetailBatch *batch)
{
  const guint64 *words = batch->context->within->words + batch->first / 64;
  guint64 any = 0;

  for (gsize w = 0; w < bw_bits_n_words (batch->n); w++)
    any |= words[w];
  return any != 0;
}

gboolean
bw_detail_batch_next (BwDetailBatch *batch)
{
  const BwDetailContext *context = batch->context;
  gsize n_rows = context->within->n;

  while ((batch->first += batch->n) < n_rows) {
    batch->n = (guint) MIN (BW_DETAIL_BATCH, n_rows - batch->first);
    if (!any_within (batch))
      continue;
    spread (context->within->words + batch->first / 64, batch->n, batch->marks);
    batch->n_marked = mark_saying (context->says != NULL ? context->says + batch->first : NULL,
                                   context->says == NULL ? context->sizes + batch->first : NULL,
                                   batch->n, batch->marks);
    if (batch->n_marked > 0)
      return TRUE;
  }
  return FALSE;
}

/* --- Details ------------------------------------------------------------------------------------
 */

BW_VECTOR static guint
count_above (const gint32 *sizes, const guint8 *marks, guint n, double value)
{
  guint above = 0;

  for (guint i = 0; i < n; i++)
    above += marks[i] & (guint) (sizes[i] > value);
  return above;
}

double
bw_detail_share_above (const BwDetailContext *context, double value)
{
  gint64 n = 0;
  gint64 above = 0;
  BwDetailBatch batch;

  bw_detail_batch_init (&batch, context);
  while (bw_detail_batch_next (&batch)) {
    n += batch.n_marked;
    above +=
        count_above (context->sizes + batch.first, batch.marks, batch.n, value * BW_LEDGER_MILLION);
  }
  return n > 0 ? (double) above / n : NAN;
}

BW_VECTOR static guint
count_within (const gint32 *sizes, const guint8 *marks, guint n, gint32 seconds)
{
  guint within = 0;

  for (guint i = 0; i < n; i++)
    within += marks[i] & (guint) (sizes[i] <= seconds);
  return within;
}

void
bw_detail_add_within (const BwDetailContext *context,
                      const BwDetailLimit *limits,
                      guint n_limits,
                      GArray *details)
{
  gint64 within[BW_DETAIL_MAX_LIMITS] = { 0 };
  gint64 n = 0;
  BwDetailBatch batch;

  g_return_if_fail (n_limits <= BW_DETAIL_MAX_LIMITS);
  bw_detail_batch_init (&batch, context);
  while (bw_detail_batch_next (&batch)) {
    n += batch.n_marked;
    for (guint i = 0; i < n_limits; i++)
      within[i] +=
          count_within (context->sizes + batch.first, batch.marks, batch.n, limits[i].seconds);
  }
  for (guint i = 0; i < n_limits; i++)
    bw_detail_add (details, limits[i].id, limits[i].title, BW_UNIT_FRACTION,
                   n > 0 ? (double) within[i] / n : NAN);
}

double
bw_detail_mean (const BwDetailContext *context, BwFieldId field)
{
  const BwColumn *column = bw_table_find (context->table, field);
  gint64 n = 0;
  double sum = 0;
  BwDetailRows rows = bw_detail_rows (context);
  gsize row;

  while (column != NULL && bw_detail_next (&rows, &row)) {
    n++;
    sum += bw_column_meaning (column, row);
  }
  return n > 0 ? sum / n : NAN;
}

BW_VECTOR static guint32
find_last_person (const guint32 *people, gsize n)
{
  guint32 last = 0;

  for (gsize i = 0; i < n; i++)
    last = MAX (last, people[i]);
  return last;
}

/* Bit p: person p is among the marked rows. */
static void
see_people (const BwDetailBatch *batch, guint8 *seen)
{
  const guint32 *people = batch->context->people + batch->first;

  for (guint i = 0; i < batch->n; i++)
    seen[people[i] / 8] |= (guint8) (batch->marks[i] << people[i] % 8);
}

double
bw_detail_count_people (const BwDetailContext *context)
{
  BwDetailBatch batch;
  g_autoptr (BwBits) seen = NULL;

  if (context->people == NULL)
    return NAN;
  seen = bw_bits_new ((gsize) find_last_person (context->people, context->within->n) + 1, FALSE);
  bw_detail_batch_init (&batch, context);
  while (bw_detail_batch_next (&batch))
    see_people (&batch, (guint8 *) seen->words);
  ((guint8 *) seen->words)[0] &= 0xfe;
  return (double) bw_bits_count (seen);
}
