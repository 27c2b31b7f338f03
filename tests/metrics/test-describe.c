/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What KPIs make of one row, and the working of it. */
#include "bw-describe.h"
#include "bw-importer.h"
#include <glib/gstdio.h>
#include <math.h>

static const char tickets[] = "Ticket ID,Status,Created at,First reply at,Solved at,Spam\n"
                              "1,Solved,2025-03-01 11:52,2025-03-01 14:02,2025-03-02 11:52,no\n"
                              "2,Open,2025-03-03 10:00,,,no\n"
                              "3,Solved,2025-03-04 10:00,2025-03-04 09:00,2025-03-04 12:00,no\n"
                              "4,Open,2025-03-05 10:00,2025-03-05 10:30,,yes\n";

static BwDataset *
open_dataset (const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bw-describe-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  BwDataset *dataset = NULL;
  const char *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  bw_importer_set_zone (importer, utc);
  dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_unlink (path);
  return dataset;
}

static BwEngine *
open_engine (const char *text)
{
  g_autoptr (BwDataset) dataset = open_dataset (text);
  g_autoptr (BwZone) utc = bw_zone_new_utc ();

  return bw_engine_new (dataset, NULL, utc);
}

static const BwRowSay *
find (GArray *says, const char *id)
{
  for (guint i = 0; i < says->len; i++)
    if (g_str_equal (g_array_index (says, BwRowSay, i).metric->id, id))
      return &g_array_index (says, BwRowSay, i);
  return NULL;
}

static void
test_working (void)
{
  g_autoptr (BwEngine) engine = open_engine (tickets);
  g_autoptr (GArray) says = bw_engine_describe_row (engine, BW_KIND_TICKETS, 0);
  const BwRowSay *reply = find (says, "first-response-time");
  const BwRowSay *solve = find (says, "resolution-time");

  g_assert_nonnull (reply);
  g_assert_cmpint (reply->reason, ==, BW_REASON_NONE);
  g_assert_cmpfloat (reply->value, ==, 2 * 3600 + 10 * 60);
  g_assert_cmpint (reply->working, ==, BW_WORKING_DIFFERENCE);
  g_assert_cmpint (reply->terms[0].field, ==, BW_FIELD_FIRST_REPLY);
  g_assert_cmpint (reply->terms[1].field, ==, BW_FIELD_CREATED);
  g_assert_cmpint (reply->terms[0].value - reply->terms[1].value, ==, 7800);
  g_assert_cmpint (reply->when, ==, reply->terms[0].value);

  g_assert_cmpint (find (says, "backlog")->until, ==, solve->when);
  g_assert_cmpfloat (solve->value, ==, 86400);
  g_assert_cmpint (solve->terms[0].field, ==, BW_FIELD_SOLVED);
}

/* Why a row has no say: nobody answered, the wrong way round, set aside. */
static void
test_reasons (void)
{
  static const struct {
    gsize row;
    const char *id;
    BwReason reason;
  } cases[] = {
    { 1, "first-response-time", BW_REASON_UNANSWERED },
    { 1, "resolution-time", BW_REASON_UNSOLVED },
    { 2, "first-response-time", BW_REASON_NEGATIVE },
    { 2, "resolution-time", BW_REASON_NONE },
    { 3, "first-response-time", BW_REASON_NOT_CONCERNED },
    { 0, "tickets-created", BW_REASON_NONE },
  };
  g_autoptr (BwEngine) engine = open_engine (tickets);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) says = bw_engine_describe_row (engine, BW_KIND_TICKETS, cases[i].row);
    const BwRowSay *say = find (says, cases[i].id);
    g_assert_nonnull (say);
    g_assert_cmpint (say->reason, ==, cases[i].reason);
    g_assert_true (isnan (say->value) == (cases[i].reason != BW_REASON_NONE));
  }
}

/* As exported; and the sum of its parts. */
static void
test_lengths (void)
{
  g_autoptr (BwEngine) engine = open_engine (
      "Call ID,Start time,Result,Talk time (s),Hold time (s),Wrap-up time (s)\n"
      "1,2025-03-01 10:00:00,answered,100,20,30\n"
      "2,2025-03-01 11:00:00,answered,200,0,10\n"
      "3,2025-03-01 12:00:00,abandoned,,,\n");
  g_autoptr (GArray) says = bw_engine_describe_row (engine, BW_KIND_CALLS, 0);
  const BwRowSay *say = find (says, "handle-time");

  g_assert_nonnull (say);
  g_assert_cmpfloat (say->value, ==, 150);
  g_assert_cmpint (say->working, ==, BW_WORKING_SUM);
  g_assert_cmpuint (say->n_terms, ==, 3);
}

static void
test_no_such_row (void)
{
  g_autoptr (BwEngine) engine = open_engine (tickets);
  g_autoptr (GArray) beyond = bw_engine_describe_row (engine, BW_KIND_TICKETS, 4);
  g_autoptr (GArray) other = bw_engine_describe_row (engine, BW_KIND_CALLS, 0);

  g_assert_cmpuint (beyond->len, ==, 0);
  g_assert_cmpuint (other->len, ==, 0);
}

static void
gone_cb (gpointer thread, GObject *was)
{
  *(GThread **) thread = g_thread_self ();
}

static gpointer
drop (gpointer engine)
{
  bw_engine_unref (engine);
  return NULL;
}

/* The last answer may be the last that needs an engine; its dataset is the window's. */
static void
test_dataset_goes_in_its_own_thread (void)
{
  BwDataset *dataset = open_dataset (tickets);
  BwEngine *engine = bw_engine_new (dataset, NULL, NULL);
  GThread *thread = NULL;

  g_object_weak_ref (G_OBJECT (dataset), gone_cb, &thread);
  g_object_unref (dataset);
  g_assert_true (g_main_context_acquire (NULL));
  g_thread_join (g_thread_new ("drop", drop, engine));
  g_assert_null (thread);
  while (thread == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (thread == g_thread_self ());
  g_main_context_release (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/describe/working", test_working);
  g_test_add_func ("/describe/dataset-goes-in-its-own-thread", test_dataset_goes_in_its_own_thread);
  g_test_add_func ("/describe/reasons", test_reasons);
  g_test_add_func ("/describe/lengths", test_lengths);
  g_test_add_func ("/describe/no-such-row", test_no_such_row);
  return g_test_run ();
}
