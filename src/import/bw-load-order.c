/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids while their bytes are at hand: in most exports they rise or fall row by row, which proves
 * that there is no copy. */
#include "config.h"

#include <string.h>

#include "bw-load-private.h"

typedef struct {
  const char *text;
  gsize length;
} Id;

static Id
get_id (const BwBatch *batch, guint row, guint column)
{
  const BwTokenizer *tokenizer = batch->tokenizer;
  const BwBatchRow *at = &batch->rows[row];
  guint place = at->first + column;
  if (place > at->last)
    return (Id) { tokenizer->base, 0 };
  Id id = { bw_tokenizer_get_start (tokenizer, place), 0 };
  id.length = (gsize) (tokenizer->base + tokenizer->scan.ends[place] - id.text);
  if (place == at->last)
    id.length -= bw_tokenizer_ends_in_crlf (tokenizer, place);
  char quote = tokenizer->scan.dialect.quote;
  if (quote && id.length >= 2 && *id.text == quote && id.text[id.length - 1] == quote)
    return (Id) { id.text + 1, id.length - 2 };
  return id;
}

static inline int
compare (Id a, Id b)
{
  if (a.length != b.length)
    return a.length < b.length ? -1 : 1;
  return memcmp (a.text, b.text, a.length);
}

static void
keep (Id id, char *text, guint *length)
{
  *length = (guint) id.length;
  memcpy (text, id.text, MIN (id.length, BW_LOAD_ID_BYTES));
}

static void
step (BwLoadOrder *order, Id before, Id id)
{
  int way = compare (before, id);
  order->rise &= way < 0;
  order->fall &= way > 0;
}

void
bw_load_order_add (BwLoadOrder *order, const BwBatch *batch, guint column)
{
  if (batch->n_rows == 0 || !(order->rise | order->fall))
    return;
  Id before = { order->last, order->last_length };
  Id id = get_id (batch, 0, column);
  if (!order->any)
    keep (id, order->first, &order->first_length);
  else
    step (order, before, id);
  order->any = TRUE;
  for (guint i = 1; i < batch->n_rows && (order->rise | order->fall); i++) {
    before = id;
    id = get_id (batch, i, column);
    step (order, before, id);
  }
  keep (id, order->last, &order->last_length);
  if (MAX (order->first_length, order->last_length) > BW_LOAD_ID_BYTES)
    order->rise = order->fall = FALSE;
}

gboolean
bw_load_job_ids_in_order (const BwLoadJob *job)
{
  BwLoadOrder all = { TRUE, TRUE };
  for (guint i = 0; i < job->n_outcomes; i++) {
    const BwLoadOrder *order = &job->outcomes[i].ids;
    all.rise &= order->rise;
    all.fall &= order->fall;
    if (!order->any || !(all.rise | all.fall))
      continue;
    if (all.any)
      step (&all, (Id) { all.last, all.last_length }, (Id) { order->first, order->first_length });
    keep ((Id) { order->last, order->last_length }, all.last, &all.last_length);
    all.any = TRUE;
  }
  return all.rise || all.fall;
}
