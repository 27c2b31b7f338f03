/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts scores by what was asked. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-note.h"
#include "bw-rating.h"
#include "bw-scores.h"
#include "bw-synonyms.h"
#include "bw-vocabulary.h"

static const struct {
  BwFieldId field;
  const char *words; /* of the question, or of the kind of survey */
} kinds[] = {
  { BW_FIELD_NPS, "nps|promoter|recommend|weiterempfehl|empfehl|recommand|recomend|recomien|"
                  "consigli|raccomand|aanbeve|polec" },
  { BW_FIELD_CES, "ces|effort|easy|ease|einfach|aufwand|facile|facil|esfuerzo|esforco" },
  { BW_FIELD_CSAT, "csat|satisf|zufrieden|rating|rate|did|experience|service|support|happy|bewert|"
                   "avalia|calific" },
};

static int
find_kind (const char *question)
{
  g_autofree char *folded = bw_fold (question);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (bw_fold_has_word (words, kinds[i].words))
      return (int) i;
  return -1;
}

/* The only column of scores, or NULL. */
static BwColumn *
find_scores (const BwTable *table)
{
  BwColumn *scores = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const BwColumn *column = bw_table_find (table, kinds[i].field);
    if (column && scores)
      return NULL;
    if (column)
      scores = (BwColumn *) column;
  }
  return scores && scores->dictionary ? scores : NULL;
}

typedef struct {
  const BwTable *table;
  const BwColumn *question;
  const BwColumn *scores;
  int *kind_of; /* of each code of the question; -1 = it does not say */
} Spread;

static int
get_kind (const Spread *spread, gsize row)
{
  return spread->kind_of[bw_column_code (spread->question, row)];
}

static int
compare_scores (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return x < y ? -1 : x > y;
}

static void
find_scale (const Spread *spread, guint kind, double *low, double *high)
{
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (double));
  for (gsize row = 0; row < bw_table_get_n_rows (spread->table); row++) {
    guint32 code = bw_column_code (spread->scores, row);
    double score;
    if (code == 0 || get_kind (spread, row) != (int) kind ||
        !bw_vocabulary_read_score (bw_dictionary_get_text (spread->scores->dictionary, code - 1),
                                   &score))
      continue;
    g_array_append_val (scores, score);
  }
  g_array_sort (scores, compare_scores);
  bw_rating_find_scale (kinds[kind].field, (const double *) (void *) scores->data, scores->len, low,
                        high);
}

static BwDictionary *
read_on_scale (const BwDictionary *words, double low, double high)
{
  gsize n = bw_dictionary_get_size (words);
  g_autofree double *meanings = g_new (double, n + 1);
  gpointer scale = bw_vocabulary_data (NULL, 0, low, high);
  for (guint32 code = 0; code < n; code++)
    meanings[code] = bw_vocabulary_rating (bw_dictionary_get_text (words, code), scale);
  return bw_dictionary_new (words->texts, n, meanings, NULL);
}

static BwColumn *
make_column (const Spread *spread, guint kind)
{
  gsize n_rows = bw_table_get_n_rows (spread->table);
  const BwColumn *scores = spread->scores;
  BwColumn *column = bw_column_new (kinds[kind].field, scores->header, -1, BW_STORE_CODE32, n_rows);
  find_scale (spread, kind, &column->scale_low, &column->scale_high);
  column->dictionary = read_on_scale (scores->dictionary, column->scale_low, column->scale_high);
  for (gsize row = 0; row < n_rows; row++) {
    guint32 code = get_kind (spread, row) == (int) kind ? bw_column_code (scores, row) : 0;
    ((guint32 *) column->values)[row] = code;
    column->n_present += code != 0;
  }
  return column;
}

/* Rows of questions that are none of ours keep no score. */
static void
note_others (const Spread *spread, BwSource *source)
{
  gint64 n = 0;
  guint32 first = 0;
  for (gsize row = 0; row < bw_table_get_n_rows (spread->table); row++) {
    if (get_kind (spread, row) >= 0 || bw_column_code (spread->scores, row) == 0)
      continue;
    n++;
    if (first == 0)
      first = bw_column_code (spread->question, row);
  }
  if (n > 0 && first > 0)
    g_ptr_array_add (
        source->notes,
        bw_note_new ("other-question", spread->scores->header, n, 0,
                     N_ ("Answers to questions on something else are not "
                         "counted (“%s”)."),
                     bw_dictionary_get_text (spread->question->dictionary, first - 1)));
}

/* asked: a bit for each of the kinds, and one more for questions of none of them. Whether the
 * column mixes answers to several: an unknown question alone, or beside the one that the column was
 * taken for, is that one. */
static gboolean
mixes (guint asked, BwFieldId field)
{
  guint known = asked & ~(1u << G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (known == 1u << i && kinds[i].field == field)
      return FALSE;
  return known != 0;
}

BwTable *
bw_scores_spread (BwTable *table, BwSource *source)
{
  g_return_val_if_fail (table, NULL);
  const BwColumn *question = bw_table_find (table, BW_FIELD_QUESTION);
  BwColumn *scores = find_scores (table);
  if (bw_table_get_kind (table) != BW_KIND_RESPONSES || !question || !question->dictionary ||
      !scores)
    return table;
  gsize n_words = bw_dictionary_get_size (question->dictionary);
  g_autofree int *kind_of = g_new (int, n_words + 1);
  guint asked = 0;
  kind_of[0] = -1;
  for (guint32 code = 0; code < n_words; code++) {
    kind_of[code + 1] = find_kind (bw_dictionary_get_text (question->dictionary, code));
    asked |= kind_of[code + 1] < 0 ? 1u << G_N_ELEMENTS (kinds) : 1u << kind_of[code + 1];
  }
  if (!mixes (asked, scores->field))
    return table;
  Spread spread = { table, question, scores, kind_of };
  note_others (&spread, source);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (asked & 1u << i)
      g_ptr_array_add (columns, make_column (&spread, i));
  scores->field = BW_FIELD_NONE;
  g_autoptr (BwTable) plain = table;
  return bw_table_with_columns (plain, g_steal_pointer (&columns));
}
