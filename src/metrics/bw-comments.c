/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers comments, counts topics, and finds words that might be one. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "bw-answer.h"
#include "bw-comments.h"

/* A word has so many letters, and so many comments have it. */
#define LEAST_LETTERS 3
#define LEAST_COMMENTS 2
#define MOST_SUGGESTIONS 12

G_DEFINE_BOXED_TYPE (BwComments, bw_comments, bw_comments_ref, bw_comments_unref)

BwComments *
bw_comments_ref (BwComments *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer boxed)
{
  BwComments *self = boxed;

  bw_table_unref (self->table);
  g_ptr_array_unref (self->names);
  g_array_unref (self->comments);
  g_array_unref (self->sums);
  g_array_unref (self->suggestions);
  g_string_chunk_free (self->texts);
}

void
bw_comments_unref (BwComments *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
clear_suggestion (gpointer element)
{
  g_free (((BwSuggestion *) element)->word);
}

/* --- Comments ----------------------------------------------------------------------------------
 */

static BwFieldId
find_score_field (const BwFigure *figure)
{
  if (g_str_equal (figure->metric->id, "nps"))
    return BW_FIELD_NPS;
  return g_str_equal (figure->metric->id, "ces") ? BW_FIELD_CES : BW_FIELD_CSAT;
}

/* One line, or NULL when it is blank. */
static const char *
keep_text (BwComments *self, gsize row, int column)
{
  g_autofree char *text = bw_table_dup_text (self->table, row, (guint) column);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_strdelimit (g_strstrip (valid), "\r\n\t", ' ');
  return *valid != '\0' ? g_string_chunk_insert (self->texts, valid) : NULL;
}

static void
add_comment (BwComments *self, gsize row, int column, int score, const BwRowTimes *times)
{
  const BwColumn *scores = score >= 0 ? bw_table_get_column (self->table, (guint) score) : NULL;
  BwComment comment = { row, BW_TIME_NONE, NAN, keep_text (self, row, column), "", 0 };

  if (comment.text == NULL)
    return;
  if (times->when != NULL && times->when[row] != BW_MISSING)
    comment.time = times->when[row] + BW_TIME_ORIGIN;
  if (scores != NULL && bw_store_is_code (scores->store)) {
    g_autofree char *shown = bw_table_dup_text (self->table, row, (guint) score);
    comment.score = bw_column_meaning (scores, row);
    comment.shown = g_string_chunk_insert_const (self->texts, g_strstrip (shown));
  }
  g_array_append_val (self->comments, comment);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const BwComment *x = a, *y = b;

  return x->time != y->time ? (x->time < y->time ? 1 : -1) : (x->row < y->row) - (x->row > y->row);
}

/* --- Topics ------------------------------------------------------------------------------------
 */

static void
add_to_sum (BwTopicSum *sum, const BwComment *comment)
{
  sum->n++;
  if (isnan (comment->score))
    return;
  sum->mean = sum->n_scored == 0
                  ? comment->score
                  : sum->mean + (comment->score - sum->mean) / (double) (sum->n_scored + 1);
  sum->n_scored++;
}

/* Of the topics; GStrv. */
static GPtrArray *
take_topics (BwComments *self, const BwSettings *settings)
{
  GPtrArray *topics = bw_settings_get_topics (settings);
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const BwTopicSum none = { 0, 0, NAN };

  for (guint i = 0; i < MIN (topics->len, BW_TOPICS_MAX); i++) {
    const BwTopic *topic = g_ptr_array_index (topics, i);
    g_ptr_array_add (self->names, g_strdup (topic->name));
    g_ptr_array_add (rules, bw_topic_split_words (topic->words));
    g_array_append_val (self->sums, none);
  }
  g_array_append_val (self->sums, none);
  self->all = none;
  return rules;
}

static void
sort_into_topics (BwComments *self, GPtrArray *rules)
{
  for (guint i = 0; i < self->comments->len; i++) {
    BwComment *comment = &g_array_index (self->comments, BwComment, i);
    for (guint t = 0; t < rules->len; t++) {
      if (!bw_topic_matches (g_ptr_array_index (rules, t), comment->text))
        continue;
      comment->topics |= G_GUINT64_CONSTANT (1) << t;
      add_to_sum (&g_array_index (self->sums, BwTopicSum, t), comment);
    }
    if (comment->topics == 0)
      add_to_sum (&g_array_index (self->sums, BwTopicSum, rules->len), comment);
    add_to_sum (&self->all, comment);
  }
}

/* --- Suggestions -------------------------------------------------------------------------------
 */

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Counts each word of the text once. */
static void
count_words (GHashTable *counts, const char *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const char *at = folded; *at != '\0';) {
    const char *end = at;
    char *word;
    while (is_letter (g_utf8_get_char (end)))
      end = g_utf8_next_char (end);
    if (end == at) {
      at = g_utf8_next_char (at);
      continue;
    }
    word = g_strndup (at, (gsize) (end - at));
    at = end;
    if (g_utf8_strlen (word, -1) < LEAST_LETTERS || bw_word_is_common (word) ||
        !g_hash_table_add (seen, g_strdup (word))) {
      g_free (word);
      continue;
    }
    g_hash_table_replace (
        counts, word, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, word)) + 1));
  }
}

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const BwSuggestion *x = a, *y = b;

  return x->n != y->n ? (x->n < y->n ? 1 : -1) : strcmp (x->word, y->word);
}

static gboolean
is_taken (GPtrArray *rules, const char *word)
{
  for (guint i = 0; i < rules->len; i++)
    if (bw_topic_matches (g_ptr_array_index (rules, i), word))
      return TRUE;
  return FALSE;
}

static void
suggest (BwComments *self, GPtrArray *rules)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer word, n;

  for (guint i = 0; i < self->comments->len; i++)
    count_words (counts, g_array_index (self->comments, BwComment, i).text);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &n)) {
    BwSuggestion suggestion = { NULL, GPOINTER_TO_UINT (n) };
    if (suggestion.n < LEAST_COMMENTS || is_taken (rules, word))
      continue;
    suggestion.word = g_strdup (word);
    g_array_append_val (self->suggestions, suggestion);
  }
  g_array_sort (self->suggestions, compare_suggestions);
  if (self->suggestions->len > MOST_SUGGESTIONS)
    g_array_set_size (self->suggestions, MOST_SUGGESTIONS);
}

static BwComments *
comments_new (BwTable *table)
{
  BwComments *self = g_atomic_rc_box_new0 (BwComments);

  self->table = bw_table_ref (table);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->comments = g_array_new (FALSE, FALSE, sizeof (BwComment));
  self->sums = g_array_new (FALSE, FALSE, sizeof (BwTopicSum));
  self->suggestions = g_array_new (FALSE, FALSE, sizeof (BwSuggestion));
  g_array_set_clear_func (self->suggestions, clear_suggestion);
  self->texts = g_string_chunk_new (16 * 1024);
  return self;
}

BwComments *
bw_comments_new (BwEngine *engine, const BwQuestion *question, const BwFigure *figure)
{
  BwTable *table = NULL;
  g_autoptr (BwBits) rows = bw_engine_select (engine, question, figure->metric->id, question->period,
                                             BW_FIELD_NONE, NULL, &table);
  g_autoptr (GPtrArray) rules = NULL;
  BwRowTimes times = { NULL };
  BwComments *self;
  int column, score;

  if (rows == NULL || (column = bw_table_find_index (table, BW_FIELD_COMMENT)) < 0)
    return NULL;
  bw_engine_get_measure (engine, figure, &times);
  score = bw_table_find_index (table, find_score_field (figure));
  self = comments_new (table);
  for (gsize row = 0; row < rows->n; row++)
    if (bw_bits_has (rows, row))
      add_comment (self, row, column, score, &times);
  g_array_sort (self->comments, compare_times);
  rules = take_topics (self, bw_engine_get_settings (engine));
  sort_into_topics (self, rules);
  suggest (self, rules);
  return self;
}
