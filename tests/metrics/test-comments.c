/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Topics of comments: which words make one, what is counted, and what is suggested. */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "bw-comments.h"
#include "bw-importer.h"

static void
test_matches (void)
{
  static const struct {
    const char *words, *text;
    gboolean expected;
  } cases[] = {
    { "late", "It came LATE", TRUE },
    { "late", "later than said", TRUE },
    { "late", "a related matter", FALSE },
    { "late", "translated; late", TRUE },
    { "refund, money", "Where is my money?", TRUE },
    { "refund;money", "no word of it", FALSE },
    { "", "anything", FALSE },
    { "; ,", "anything", FALSE },
    { "Rückgabe", "die RÜCKGABE dauert", TRUE },
    { "straße", "STRASSE gesperrt", TRUE },
    { "two words", "these Two Words", TRUE },
    { "配送", "早い配送でした", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) words = bw_topic_split_words (cases[i].words);
    g_test_message ("“%s” in “%s”", cases[i].words, cases[i].text);
    g_assert_cmpint (bw_topic_matches ((const char *const *) words, cases[i].text), ==,
                     cases[i].expected);
  }
}

#define SURVEY                                                                                     \
  "Response ID,Answered at,CSAT,Comment\n"                                                         \
  "1,2025-03-01 10:00,5,Delivery was quick\n"                                                      \
  "2,2025-03-02 10:00,1,\"Delivery late,\nand the refund too\"\n"                                  \
  "3,2025-03-03 10:00,2,Refund is missing\n"                                                       \
  "4,2025-03-04 10:00,4,\n"                                                                        \
  "5,2025-03-05 10:00,3,Invoice unclear\n"                                                         \
  "6,2025-03-06 10:00,3,The invoice was not clear\n"                                               \
  "7,2025-04-01 10:00,3,Of another month\n"

static BwDataset *
load (void)
{
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  BwDataset *dataset;
  int file = g_file_open_tmp ("bw-comments-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, SURVEY, -1, NULL));
  bw_importer_set_zone (importer, zone);
  dataset =
      bw_importer_load (importer, (const char *const[]) { path, NULL }, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return dataset;
}

static BwComments *
gather (BwSettings *settings)
{
  g_autoptr (BwDataset) dataset = load ();
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) period = bw_period_parse ("2025-03", zone, 0, 0, NULL);
  g_autoptr (BwAxis) axis = bw_axis_new_single (period);
  g_autoptr (BwEngine) engine = bw_engine_new (dataset, settings, zone);
  const char *const kpis[] = { "csat", NULL };
  const BwQuestion question = { .period = period, .axis = axis, .kpis = kpis };
  g_autoptr (GPtrArray) figures = bw_engine_answer (engine, &question, NULL, NULL);

  return bw_comments_new (engine, &question, g_ptr_array_index (figures, 0));
}

static void
check_sum (const BwComments *comments, guint i, gint64 n, double mean)
{
  const BwTopicSum *sum = &g_array_index (comments->sums, BwTopicSum, i);

  g_assert_cmpint (sum->n, ==, n);
  if (n > 0)
    g_assert_cmpfloat_with_epsilon (sum->mean, mean, 1e-12);
  else
    g_assert_true (isnan (sum->mean));
}

/* A comment may be about several topics; those about none are counted, too. */
static void
test_topics (void)
{
  g_autoptr (BwSettings) settings = bw_settings_new ();
  g_autoptr (BwComments) comments = NULL;
  const BwComment *newest;

  bw_settings_set_topic (settings, "Delivery", "deliver");
  bw_settings_set_topic (settings, "Money", "refund; price");
  bw_settings_set_topic (settings, "Nothing", "unicorn");
  comments = gather (settings);
  g_assert_cmpuint (comments->comments->len, ==, 5);
  g_assert_cmpuint (comments->names->len, ==, 3);
  check_sum (comments, 0, 2, 3);
  check_sum (comments, 1, 2, 1.5);
  check_sum (comments, 2, 0, NAN);
  check_sum (comments, 3, 2, 3);
  g_assert_cmpint (comments->all.n, ==, 5);
  newest = &g_array_index (comments->comments, BwComment, 0);
  g_assert_cmpstr (newest->text, ==, "The invoice was not clear");
  g_assert_cmpstr (newest->shown, ==, "3");
  g_assert_cmpstr (g_array_index (comments->comments, BwComment, 3).text, ==,
                   "Delivery late, and the refund too");
}

static gboolean
is_suggested (const BwComments *comments, const char *word, guint n)
{
  for (guint i = 0; i < comments->suggestions->len; i++) {
    const BwSuggestion *suggestion = &g_array_index (comments->suggestions, BwSuggestion, i);
    if (g_str_equal (suggestion->word, word))
      return suggestion->n == n;
  }
  return FALSE;
}

static void
test_suggestions (void)
{
  g_autoptr (BwSettings) settings = bw_settings_new ();
  g_autoptr (BwComments) comments = gather (settings);

  g_assert_true (is_suggested (comments, "delivery", 2));
  g_assert_true (is_suggested (comments, "invoice", 2));
  g_assert_true (is_suggested (comments, "refund", 2));
  g_assert_cmpuint (comments->suggestions->len, ==, 3);
  g_clear_pointer (&comments, bw_comments_unref);
  bw_settings_set_topic (settings, "Money", "refund, invoice");
  comments = gather (settings);
  g_assert_cmpuint (comments->suggestions->len, ==, 1);
  g_assert_true (is_suggested (comments, "delivery", 2));
}

static void
test_common_words (void)
{
  static const char *const common[] = { "the", "nicht", "avec", "porque", "você", "thanks" };
  static const char *const telling[] = { "delivery", "rechnung", "retard", "factura", "entrega" };

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    g_assert_true (bw_word_is_common (common[i]));
  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    g_assert_false (bw_word_is_common (telling[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comments/matches", test_matches);
  g_test_add_func ("/comments/topics", test_topics);
  g_test_add_func ("/comments/suggestions", test_suggestions);
  g_test_add_func ("/comments/common-words", test_common_words);
  return g_test_run ();
}
