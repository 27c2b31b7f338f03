/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files together: one table a kind, what they can be split by, and what became of their rows. */
#include "bw-dataset.h"
#include "sketch.h"

static BwDataset *
make_dataset (BwSource **sources, gsize n)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (array, sources[i]);
  return bw_dataset_new (array);
}

static void
test_tables (void)
{
  BwSource *sources[] = {
    sketch_source ("zendesk-csv", BW_KIND_TICKETS, "id,created\n1,100\n2,200\n"),
    sketch_source ("delighted", BW_KIND_RESPONSES, "id,rated,nps\n1,900,9\n"),
    sketch_source ("zendesk-csv", BW_KIND_TICKETS, "id,created\n3,50\n"),
  };
  BwDataset *dataset = make_dataset (sources, 3);
  g_assert_cmpuint (g_list_model_get_n_items (bw_dataset_get_sources (dataset)), ==, 3);
  BwTable *tickets = bw_dataset_get_table (dataset, BW_KIND_TICKETS);
  g_assert_cmpuint (bw_table_get_n_rows (tickets), ==, 3);
  g_assert_true (bw_dataset_get_table (dataset, BW_KIND_RESPONSES) == sources[1]->table);
  g_assert_null (bw_dataset_get_table (dataset, BW_KIND_CALLS));
  gint64 from, to;
  g_assert_true (bw_dataset_get_extent (dataset, &from, &to));
  g_assert_cmpint (from, ==, 50 + BW_TIME_ORIGIN);
  g_assert_cmpint (to, ==, 900 + BW_TIME_ORIGIN);
  g_assert_finalize_object (dataset);
}

/* Once it is cancelled nothing is gathered, joined or told of. */
static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (sources, sketch_source ("zendesk-csv", BW_KIND_TICKETS, "id,created\n1,100\n"));
  g_ptr_array_add (sources, sketch_source ("zendesk-csv", BW_KIND_TICKETS, "id,created\n1,200\n"));
  g_ptr_array_add (sources, sketch_source ("generic", BW_KIND_RESPONSES, "ticket-id,csat\n1,5\n"));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_null (bw_dataset_new_cancellable (sources, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  for (guint i = 0; i < sources->len; i++)
    g_assert_cmpuint (((BwSource *) sources->pdata[i])->notes->len, ==, 0);

  g_cancellable_reset (cancellable);
  g_autoptr (BwDataset) dataset = bw_dataset_new_cancellable (sources, cancellable, NULL);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (((BwSource *) sources->pdata[2])->notes->len, ==, 1);
}

/* Ratings of a second kind do not count beside those of the first, which is said. */
static void
test_rated_twice (void)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (sources, sketch_source ("generic", BW_KIND_CALLS, "created,csat\n100,5\n"));
  g_autoptr (BwDataset) calls = bw_dataset_new (sources);
  g_assert_cmpuint (((BwSource *) sources->pdata[0])->notes->len, ==, 0);
  g_ptr_array_add (sources, sketch_source ("generic", BW_KIND_RESPONSES, "rated,csat\n100,5\n"));
  g_autoptr (BwDataset) both = bw_dataset_new (sources);
  const BwSource *source = sources->pdata[0];
  g_assert_cmpuint (source->notes->len, ==, 1);
  g_assert_cmpstr (((BwNote *) source->notes->pdata[0])->code, ==, "rated-elsewhere");
}

static void
test_no_dates (void)
{
  BwSource *sources[] = { sketch_source ("generic", BW_KIND_CALLS, "id\n1\n") };
  g_autoptr (BwDataset) dataset = make_dataset (sources, 1);
  gint64 from, to;
  g_assert_false (bw_dataset_get_extent (dataset, &from, &to));
  g_assert_cmpint (bw_dataset_get_dimensions (dataset)[0], ==, BW_FIELD_NONE);
}

static void
test_dimensions (void)
{
  BwSource *sources[] = {
    sketch_source ("zendesk-csv", BW_KIND_TICKETS,
                   "id,channel,team,tag,escalated,csat,brand\n"
                   "1,email,red,a b,yes,5,\n"
                   "2,chat,red,a b,no,1,\n"),
    sketch_source ("aircall", BW_KIND_CALLS, "id,team,direction,tag\n1,red,in,c\n2,blue,in,c\n"),
  };
  g_autoptr (BwDataset) dataset = make_dataset (sources, 2);
  static const BwFieldId expected[] = { BW_FIELD_CHANNEL, BW_FIELD_TEAM, BW_FIELD_TAG,
                                        BW_FIELD_ESCALATED, BW_FIELD_NONE };
  const BwFieldId *dimensions = bw_dataset_get_dimensions (dataset);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (dimensions[i], ==, expected[i]);
}

static void
test_duplicates (void)
{
  BwSource *sources[] = {
    sketch_source ("zendesk-csv", BW_KIND_TICKETS, "id,updated,aside\n1,10,\n2,20,\n9,1,spam\n"),
    sketch_source ("zendesk-json", BW_KIND_TICKETS, "id,updated\n2,30\n1,5\n4,1\n"),
    sketch_source ("freshdesk-csv", BW_KIND_TICKETS, "id,updated\n1,99\n"),
  };
  static const gint64 expected[][3] = { { 1, 1, 1 }, { 2, 1, 0 }, { 1, 0, 0 } };
  g_autoptr (BwDataset) dataset = make_dataset (sources, 3);
  BwTable *table = bw_dataset_get_table (dataset, BW_KIND_TICKETS);
  g_autofree char *asides = sketch_asides (table);
  g_assert_cmpstr (asides, ==, "none duplicate spam none duplicate none none");
  static const gsize firsts[] = { 0, 3, 6 };
  for (gsize i = 0; i < 3; i++) {
    gint64 counts[BW_ASIDE_LAST];
    gsize first, n;
    g_assert_true (bw_dataset_find_rows (dataset, sources[i], &first, &n) == table);
    g_assert_cmpuint (first, ==, firsts[i]);
    g_assert_cmpuint (n, ==, bw_table_get_n_rows (sources[i]->table));
    bw_dataset_count_aside (dataset, sources[i], counts);
    g_assert_cmpint (counts[BW_ASIDE_NONE], ==, expected[i][0]);
    g_assert_cmpint (counts[BW_ASIDE_DUPLICATE], ==, expected[i][1]);
    g_assert_cmpint (counts[BW_ASIDE_SPAM], ==, expected[i][2]);
  }
  /* The files themselves are left alone: they may be opened again with others. */
  g_autofree char *alone = sketch_asides (sources[0]->table);
  g_assert_cmpstr (alone, ==, "none none spam");
}

static BwSource *
sketch_survey (const char *header)
{
  BwSource *source = sketch_source ("generic", BW_KIND_RESPONSES, "id,rated\n1,10\n2,20\n");
  BwDecision *decision = bw_decision_new ();
  decision->header = g_strdup (header);
  g_ptr_array_add (source->decisions, decision);
  return source;
}

/* Two surveys that both count their answers from 1 have no answer in common. */
static void
test_unknown_products (void)
{
  BwSource *sources[] = { sketch_survey ("NPS"), sketch_survey ("CSAT"), sketch_survey ("NPS") };
  g_autoptr (BwDataset) dataset = make_dataset (sources, 3);
  g_autofree char *asides = sketch_asides (bw_dataset_get_table (dataset, BW_KIND_RESPONSES));
  g_assert_cmpstr (asides, ==, "duplicate duplicate none none none none");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/tables", test_tables);
  g_test_add_func ("/dataset/cancelled", test_cancelled);
  g_test_add_func ("/dataset/rated-twice", test_rated_twice);
  g_test_add_func ("/dataset/no-dates", test_no_dates);
  g_test_add_func ("/dataset/dimensions", test_dimensions);
  g_test_add_func ("/dataset/duplicates", test_duplicates);
  g_test_add_func ("/dataset/unknown-products", test_unknown_products);
  return g_test_run ();
}
