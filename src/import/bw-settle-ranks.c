/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which end of a priority its bare numbers begin with, from all its words. */
#include "config.h"

#include "bw-parse.h"
#include "bw-settle.h"
#include "bw-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Numbers that mean nothing so far. */
static gboolean
has_bare_numbers (const BwDictionary *words)
{
  double number;

  for (guint32 code = 0; code < bw_dictionary_get_size (words); code++) {
    const char *text = bw_dictionary_get_text (words, code);

    if (isnan (bw_dictionary_get_meaning (words, code)) &&
        bw_parse_number (text, strlen (text), FALSE, &number) == BW_PARSE_OK)
      return TRUE;
  }
  return FALSE;
}

static void
settle_rank (const BwSettling *settling, guint i)
{
  BwColumnPlan *plan = bw_settle_get_plan (settling, i);
  const BwColumn *column = bw_settle_get_column (settling, i);
  const BwVocabularyData *data = plan->meaning_data;
  BwRank rank = column && column->dictionary && has_bare_numbers (column->dictionary)
                    ? bw_rank_of_words (column->dictionary)
                    : BW_RANK_UNKNOWN;

  if (rank == BW_RANK_UNKNOWN)
    return;
  plan->rank = rank;
  plan->meaning_data = bw_vocabulary_data (data->words, (int) rank, 0, 0);
  bw_settle_add_evidence (plan, rank == BW_RANK_HIGHEST
                          ? _ ("other words of it say that 1 is the most urgent")
                          : _ ("other words of it say that 1 is the lowest"));
  settling->again[i] = TRUE;
}

void
bw_settle_ranks (const BwSettling *settling)
{
  for (guint i = 0; i < settling->plan->columns->len; i++) {
    const BwColumnPlan *plan = bw_settle_get_plan (settling, i);
    const BwField *field = bw_field_get (plan->field);

    if (field && field->value == BW_VALUE_PRIORITY && plan->rank == BW_RANK_UNKNOWN &&
        !settling->again[i])
      settle_rank (settling, i);
  }
}
