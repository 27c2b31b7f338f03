/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spreads and rhythms of a dozen tickets that can be checked by hand. */
#include "bw-civil.h"
#include "bw-spread.h"
#include <math.h>

#define DAY 86400
#define N_ROWS G_N_ELEMENTS (tickets)

/* Berlin's clock in March 2025: UTC + 1 until the 30th, when the hour from two is skipped. */
static const struct {
  int day;     /* of March */
  int hour;    /* by UTC */
  int minutes; /* to the first reply; -1 = none */
  int channel; /* 1 chat, 2 e-mail */
} tickets[] = {
  { 3, 9, 1, 1 },   { 3, 9, 2, 1 },   { 10, 9, 3, 1 },     { 17, 9, 4, 1 },
  { 24, 8, 60, 2 }, { 4, 9, 61, 2 },  { 5, 23, 119, 2 },   { 7, 12, 240, 2 },
  { 8, 12, -1, 2 }, { 31, 8, 30, 1 }, { 30, 10, 1440, 2 }, { 28, 22, 0, 1 },
};

typedef struct {
  BwDataset *dataset;
  BwEngine *engine;
  BwQuestion question;
  GPtrArray *figures;
} Fixture;

static BwColumn *
add_column (GPtrArray *columns, BwFieldId field, BwStore store)
{
  BwColumn *column = bw_column_new (field, bw_field_get (field)->name, columns->len, store, N_ROWS);

  column->n_present = N_ROWS;
  g_ptr_array_add (columns, column);
  return column;
}

static void
fill (BwColumn *created, BwColumn *reply, BwColumn *channel)
{
  for (gsize row = 0; row < N_ROWS; row++) {
    gint64 at = bw_civil_to_days (2025, 3, tickets[row].day) * DAY + tickets[row].hour * 3600;
    ((gint32 *) created->values)[row] = (gint32) (at - BW_TIME_ORIGIN);
    ((gint32 *) reply->values)[row] =
        tickets[row].minutes < 0 ? BW_MISSING
                                 : (gint32) (at - BW_TIME_ORIGIN) + 60 * tickets[row].minutes;
    ((guint8 *) channel->values)[row] = (guint8) tickets[row].channel;
  }
}

static BwDataset *
create_dataset (void)
{
  static const char *const channels[] = { "chat", "email" };
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  BwColumn *created = add_column (columns, BW_FIELD_CREATED, BW_STORE_TIME);
  BwColumn *reply = add_column (columns, BW_FIELD_FIRST_REPLY, BW_STORE_TIME);
  BwColumn *channel = add_column (columns, BW_FIELD_CHANNEL, BW_STORE_CODE8);
  BwSource *source = bw_source_new ("twelve.csv");

  channel->dictionary = bw_dictionary_new (channels, 2, NULL, NULL);
  fill (created, reply, channel);
  source->kind = BW_KIND_TICKETS;
  source->table = bw_table_new (BW_KIND_TICKETS, N_ROWS, columns, NULL, NULL);
  g_ptr_array_add (sources, source);
  return bw_dataset_new (sources);
}

static void
set_up (Fixture *fixture, gconstpointer period)
{
  static const BwFieldId splits[] = { BW_FIELD_CHANNEL, BW_FIELD_NONE };
  g_autoptr (BwZone) zone = bw_zone_new ("Europe/Berlin", NULL);

  fixture->dataset = create_dataset ();
  fixture->engine = bw_engine_new (fixture->dataset, NULL, zone);
  fixture->question.period = bw_period_parse (period, zone, 0, 1, NULL);
  fixture->question.axis = bw_axis_new_single (fixture->question.period);
  fixture->question.splits = splits;
  fixture->question.basis = BW_BASIS_CREATED;
  fixture->figures = bw_engine_answer (fixture->engine, &fixture->question, NULL, NULL);
  g_assert_nonnull (fixture->figures);
}

static void
tear_down (Fixture *fixture, gconstpointer period)
{
  g_ptr_array_unref (fixture->figures);
  bw_axis_unref (fixture->question.axis);
  bw_period_unref (fixture->question.period);
  bw_engine_unref (fixture->engine);
  g_object_unref (fixture->dataset);
}

static const BwFigure *
find (const Fixture *fixture, const char *kpi)
{
  for (guint i = 0; i < fixture->figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (fixture->figures, i);
    if (g_str_equal (figure->metric->id, kpi))
      return figure;
  }
  g_assert_not_reached ();
}

static const BwBin *
get_bin (const BwDistribution *spread, double low)
{
  for (guint i = 0; i < spread->bins->len; i++)
    if (g_array_index (spread->bins, BwBin, i).low == low)
      return &g_array_index (spread->bins, BwBin, i);
  g_assert_not_reached ();
}

/* 0, 1, 2, 3, 4, 30, 60, 61, 119, 240, 1440 minutes */
static void
test_bins (Fixture *fixture, gconstpointer period)
{
  g_autoptr (BwDistribution) spread = bw_spread_new (
      fixture->engine, &fixture->question, find (fixture, "first-response-time"), BW_FIELD_NONE, 0);
  gint64 sum = 0;

  g_assert_true (spread->is_log);
  g_assert_cmpint (spread->n, ==, 11);
  g_assert_cmpfloat (spread->median, ==, 30 * 60);
  g_assert_cmpfloat (spread->p90, ==, 240 * 60);
  g_assert_cmpfloat_with_epsilon (spread->mean, 1960 * 60 / 11.0, 1e-9);
  g_assert_cmpint (get_bin (spread, 0)->n, ==, 1);
  g_assert_cmpint (get_bin (spread, 60)->n, ==, 1);
  g_assert_cmpint (get_bin (spread, 120)->n, ==, 2);
  g_assert_cmpint (get_bin (spread, 240)->n, ==, 1);
  g_assert_cmpint (get_bin (spread, 3600)->n, ==, 3);
  g_assert_cmpint (get_bin (spread, 14400)->n, ==, 1);
  g_assert_cmpint (get_bin (spread, DAY)->n, ==, 1);
  for (guint i = 0; i < spread->bins->len; i++) {
    const BwBin *bin = &g_array_index (spread->bins, BwBin, i);
    if (i > 0)
      g_assert_cmpfloat (bin->low, ==, g_array_index (spread->bins, BwBin, i - 1).high);
    sum += bin->n;
  }
  g_assert_cmpint (sum, ==, 11);
}

/* Chat: 0, 1, 2, 3, 4, 30; e-mail: 60, 61, 119, 240, 1440. */
static void
test_boxes (Fixture *fixture, gconstpointer period)
{
  g_autoptr (BwDistribution) spread =
                bw_spread_new (fixture->engine, &fixture->question,
                               find (fixture, "first-response-time"), BW_FIELD_CHANNEL, 8);
  const BwQuartiles *box = (const BwQuartiles *) (gpointer) spread->boxes->data;

  g_assert_cmpuint (spread->boxes->len, ==, 3);
  g_assert_null (box[0].label);
  g_assert_cmpint (box[0].n, ==, 11);
  g_assert_cmpfloat (box[0].q1, ==, 2.5 * 60);
  g_assert_cmpfloat (box[0].q3, ==, 90 * 60);
  g_assert_cmpfloat (box[0].high, ==, 119 * 60);
  g_assert_cmpuint (box[0].n_strip, ==, 11);
  g_assert_cmpint (box[1].n, ==, 6);
  g_assert_cmpfloat (box[1].median, ==, 2.5 * 60);
  g_assert_cmpfloat (box[1].high, ==, 4 * 60);
  g_assert_cmpfloat (box[2].median, ==, 119 * 60);
  g_assert_cmpfloat (box[2].high, ==, 240 * 60);
}

static void
test_bin_rows (Fixture *fixture, gconstpointer period)
{
  const BwBin hour = { 3600, 7200, 0 };
  BwTable *table = NULL;
  g_autoptr (BwBits) rows =
                bw_spread_select (fixture->engine, &fixture->question,
                                  find (fixture, "first-response-time"), &hour, FALSE, &table);

  g_assert_nonnull (table);
  g_assert_cmpuint (bw_bits_count (rows), ==, 3);
  g_assert_true (bw_bits_has (rows, 4) && bw_bits_has (rows, 5) && bw_bits_has (rows, 6));
}

static void
test_no_values (Fixture *fixture, gconstpointer period)
{
  g_assert_null (bw_spread_new (fixture->engine, &fixture->question,
                                find (fixture, "tickets-created"), BW_FIELD_NONE, 0));
  g_assert_null (bw_spread_new (fixture->engine, &fixture->question, find (fixture, "csat"),
                                BW_FIELD_NONE, 0));
  g_assert_null (bw_rhythm_new (fixture->engine, &fixture->question, find (fixture, "backlog")));
}

static double
get (const BwMatrix *matrix, guint weekday, guint hour)
{
  return matrix->values[weekday * 24 + hour];
}

/* March 2025 has five Mondays (the last one in summer time), five Saturdays and Sundays, and four
 * of the other days. */
static void
test_rhythm (Fixture *fixture, gconstpointer period)
{
  g_autoptr (BwMatrix) matrix = bw_rhythm_new (fixture->engine, &fixture->question,
                                              find (fixture, "tickets-created"));

  g_assert_cmpuint (matrix->n_rows, ==, 7);
  g_assert_cmpuint (matrix->n_columns, ==, 24);
  g_assert_cmpstr (matrix->rows[0], ==, "Monday");
  g_assert_cmpstr (matrix->columns[9], ==, "09");
  g_assert_cmpfloat (get (matrix, 0, 10), ==, 5 / 5.0); /* four at 9 UTC, one at 8 in summer */
  g_assert_cmpfloat (get (matrix, 0, 9), ==, 1 / 5.0);
  g_assert_cmpfloat (get (matrix, 1, 10), ==, 1 / 4.0);
  g_assert_cmpfloat (get (matrix, 3, 0), ==, 1 / 4.0); /* Wednesday 23 UTC is Thursday */
  g_assert_cmpfloat (get (matrix, 4, 23), ==, 1 / 4.0);
  g_assert_cmpfloat (get (matrix, 5, 13), ==, 1 / 5.0);
  g_assert_cmpfloat (get (matrix, 6, 12), ==, 1 / 5.0);
  g_assert_cmpfloat (get (matrix, 6, 2), ==, 0);
  g_assert_cmpint (matrix->n[10], ==, 5);
}

/* The mean of what was replied to: Monday at ten 1, 2, 3, 4 and 30 minutes. */
static void
test_rhythm_of_durations (Fixture *fixture, gconstpointer period)
{
  g_autoptr (BwMatrix) matrix = bw_rhythm_new (fixture->engine, &fixture->question,
                                              find (fixture, "first-response-time"));

  g_assert_cmpfloat (get (matrix, 0, 10), ==, 8 * 60);
  g_assert_true (isnan (get (matrix, 5, 13)));
  g_assert_true (isnan (get (matrix, 6, 2)));
}

static void
test_rhythm_rows (Fixture *fixture, gconstpointer period)
{
  BwTable *table = NULL;
  g_autoptr (BwBits) rows = bw_rhythm_select (fixture->engine, &fixture->question,
                                             find (fixture, "tickets-created"), 0, 10, &table);

  g_assert_nonnull (table);
  g_assert_cmpuint (bw_bits_count (rows), ==, 5);
  g_assert_true (bw_bits_has (rows, 0) && bw_bits_has (rows, 9));
}

/* Data end on the 31st: of April nothing has come yet, and March counts in full. */
static void
test_running_period (Fixture *fixture, gconstpointer period)
{
  g_autoptr (BwMatrix) matrix = bw_rhythm_new (fixture->engine, &fixture->question,
                                              find (fixture, "tickets-created"));

  g_assert_cmpfloat (get (matrix, 0, 10), ==, 5 / 5.0);
}

/* Nobody is without a channel: that is no member. */
static void
test_members (Fixture *fixture, gconstpointer period)
{
  g_autoptr (BwSeries) all = bw_engine_cross (fixture->engine, &fixture->question, "tickets-created",
                                             BW_FIELD_CHANNEL, 0);
  g_autoptr (BwSeries) most = bw_engine_cross (fixture->engine, &fixture->question,
                                              "tickets-created", BW_FIELD_CHANNEL, 1);

  g_assert_cmpuint (bw_series_get_n_members (all), ==, 2);
  g_assert_cmpuint (bw_series_get_n_members (most), ==, 1);
}

#define ADD(name, period, test) g_test_add (name, Fixture, period, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/spread/bins", "2025-03", test_bins);
  ADD ("/spread/boxes", "2025-03", test_boxes);
  ADD ("/spread/bin-rows", "2025-03", test_bin_rows);
  ADD ("/spread/no-values", "2025-03", test_no_values);
  ADD ("/spread/rhythm", "2025-03", test_rhythm);
  ADD ("/spread/rhythm-of-durations", "2025-03", test_rhythm_of_durations);
  ADD ("/spread/rhythm-rows", "2025-03", test_rhythm_rows);
  ADD ("/spread/running-period", "2025-03-01..2025-04-30", test_running_period);
  ADD ("/spread/members", "2025-03", test_members);
  return g_test_run ();
}
