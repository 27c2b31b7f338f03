/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale of a rating, from all its answers. */
#include "config.h"

#include "bw-rating.h"
#include "bw-settle.h"
#include "bw-vocabulary.h"

#include <math.h>

#define SCORES_MOST 10000
#define WORDS_MOST 40

static int
compare_scores (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static gsize *
count_codes (const BwColumn *column, gsize n_rows)
{
  gsize *counts = g_new0 (gsize, bw_dictionary_get_size (column->dictionary) + 1);

  for (gsize row = 0; row < n_rows; row++)
    counts[bw_column_code (column, row)]++;
  return counts;
}

/* All scores, each as often as it stands in the column (many are thinned out in proportion). */
static GArray *
collect_scores (const BwColumn *column, gsize n_rows)
{
  g_autofree gsize *counts = count_codes (column, n_rows);
  GArray *scores = g_array_new (FALSE, FALSE, sizeof (double));
  gsize thinning = n_rows / SCORES_MOST + 1;

  for (guint32 code = 0; code < bw_dictionary_get_size (column->dictionary); code++) {
    double score;

    if (!bw_vocabulary_read_score (bw_dictionary_get_text (column->dictionary, code), &score))
      continue;
    for (gsize i = 0; i < (counts[code + 1] + thinning - 1) / thinning; i++)
      g_array_append_val (scores, score);
  }
  g_array_sort (scores, compare_scores);
  return scores;
}

/* Whether its words can only be told apart on a scale of seven. */
static gboolean
is_of_seven (const BwDictionary *words)
{
  guint n = bw_dictionary_get_size (words);

  for (guint32 a = 0; n <= WORDS_MOST && a < n; a++)
    for (guint32 b = 0; b < a; b++)
      if (bw_vocabulary_tells_sevens (bw_dictionary_get_text (words, a),
                                      bw_dictionary_get_text (words, b)))
        return TRUE;
  return FALSE;
}

/* Whether its words are three: a good one, a bad one, and one between them. */
static gboolean
is_of_three (const BwDictionary *words)
{
  guint n_each[4] = { 0 };

  for (guint32 code = 0; code < bw_dictionary_get_size (words); code++) {
    const char *text = bw_dictionary_get_text (words, code);
    double score, low, high;

    if (bw_vocabulary_read_rating_word (text, &score, &low, &high) && !isnan (score))
      n_each[bw_vocabulary_read_step (text)]++;
  }
  return n_each[0] == 0 && n_each[1] == 1 && n_each[2] == 1 && n_each[3] == 1;
}

/* The widest scale that the words of the column belong to. */
static gboolean
find_scale_of_words (const BwColumn *column, double *low, double *high)
{
  gboolean any = FALSE;

  for (guint32 code = 0; code < bw_dictionary_get_size (column->dictionary); code++) {
    double score, least, most;

    if (!bw_vocabulary_read_rating_word (bw_dictionary_get_text (column->dictionary, code), &score,
                                         &least, &most) ||
        isnan (score) || (any && most <= *high))
      continue;
    *low = least;
    *high = most;
    any = TRUE;
  }
  if (any && *high == 5 && is_of_seven (column->dictionary))
    *high = 7;
  else if (any && is_of_three (column->dictionary)) {
    *low = 1;
    *high = 3;
  }
  return any;
}

static void
settle_rating (const BwSettling *settling, guint i)
{
  BwColumnPlan *plan = bw_settle_get_plan (settling, i);
  const BwColumn *column = bw_settle_get_column (settling, i);
  const BwVocabularyData *data = plan->meaning_data;
  g_autoptr (GArray) scores = NULL;
  double low, high;

  if (!column || !column->dictionary)
    return;
  scores = collect_scores (column, bw_table_get_n_rows (settling->table));
  if (scores->len > 0)
    bw_rating_find_scale (plan->field, (const double *) (void *) scores->data, scores->len, &low,
                          &high);
  else if (!find_scale_of_words (column, &low, &high))
    return;
  if (low == plan->scale_low && high == plan->scale_high)
    return;
  bw_rating_set_scale (plan, data->words, low, high);
  settling->again[i] = TRUE;
}

void
bw_settle_ratings (const BwSettling *settling)
{
  for (guint i = 0; i < settling->plan->columns->len; i++) {
    const BwColumnPlan *plan = bw_settle_get_plan (settling, i);
    const BwField *field = bw_field_get (plan->field);

    if (field && field->value == BW_VALUE_RATING && !plan->scale_fixed && !settling->again[i])
      settle_rating (settling, i);
  }
}
