/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the verdicts of one column to both targets. */
#include "config.h"

#include "bw-both-targets.h"
#include "bw-margins.h"
#include "bw-profile.h"
#include "bw-vocabulary.h"

/* The column that tells of both, or NULL. */
static const BwColumn *
find_shared (const BwPlan *plan, const BwTable *table, GHashTable **words)
{
  const BwColumn *column = bw_table_find (table, BW_FIELD_RESOLUTION_SLA);
  BwProfile *profile = bw_profiles_find (plan->profile, NULL);
  *words = profile ? bw_profile_get_words (profile, BW_FIELD_REPLY_SLA) : NULL;
  gboolean shared =
      *words && column && column->dictionary && !bw_table_find (table, BW_FIELD_REPLY_SLA);
  return shared ? column : NULL;
}

/* The same words, as they speak of replies. */
static BwDictionary *
read_words (const BwDictionary *dictionary, gpointer own)
{
  gsize n = bw_dictionary_get_size (dictionary);
  g_autofree double *meanings = g_new (double, n + 1);
  for (guint32 code = 0; code < n; code++)
    meanings[code] = bw_vocabulary_verdict (bw_dictionary_get_text (dictionary, code), own);
  return bw_dictionary_new (dictionary->texts, n, meanings, NULL);
}

BwTable *
bw_both_targets_spread (const BwPlan *plan, BwTable *table, BwSource *source)
{
  g_return_val_if_fail (plan && table && source, table);
  GHashTable *words;
  const BwColumn *shared = find_shared (plan, table, &words);
  if (!shared)
    return table;
  gsize n_rows = bw_table_get_n_rows (table);
  BwColumn *column =
      bw_column_new (BW_FIELD_REPLY_SLA, shared->header, -1, BW_STORE_CODE32, n_rows);
  column->dictionary = read_words (shared->dictionary, bw_vocabulary_data (words, 0, 0, 0));
  column->n_present = shared->n_present;
  for (gsize row = 0; row < n_rows; row++)
    ((guint32 *) column->values)[row] = bw_column_code (shared, row);
  bw_margins_clear_undecided (table, column, source);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  g_ptr_array_add (columns, column);
  g_autoptr (BwTable) plain = table;
  return bw_table_with_columns (plain, g_steal_pointer (&columns));
}
