/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series and splits of many random tickets agree with figures worked out the plain way: gather the
 * values of each group, sort, count. */
#include "bw-civil.h"
#include "bw-engine.h"
#include <math.h>

#define N_ROWS 5000
#define N_CHANNELS 4
#define DAY 86400

static const char *const channels[N_CHANNELS] = { "chat", "email", "phone", "web" };

typedef struct {
  BwDataset *dataset;
  BwTable *table;
  const BwColumn *created;
  const BwColumn *reply;
  const BwColumn *solved;
  const BwColumn *status;
  const BwColumn *channel;
} Fixture;

static BwColumn *
add_column (GPtrArray *columns, BwFieldId field, BwStore store)
{
  BwColumn *column = bw_column_new (field, bw_field_get (field)->name, columns->len, store, N_ROWS);

  column->n_present = N_ROWS;
  g_ptr_array_add (columns, column);
  return column;
}

/* Times in minutes so that many are equal; a fifth unanswered, a third unsolved. */
static void
fill_times (BwColumn *created, BwColumn *reply, BwColumn *solved, guint8 *status)
{
  gint64 start = bw_civil_to_days (2024, 10, 1) * DAY - BW_TIME_ORIGIN;

  for (gsize row = 0; row < N_ROWS; row++) {
    gint32 t = (gint32) start + 60 * g_test_rand_int_range (0, 300 * DAY / 60);
    gboolean is_solved = g_test_rand_int_range (0, 3) > 0;
    ((gint32 *) created->values)[row] = t;
    ((gint32 *) reply->values)[row] =
        g_test_rand_int_range (0, 5) == 0 ? BW_MISSING : t + 60 * g_test_rand_int_range (0, 200);
    ((gint32 *) solved->values)[row] =
        is_solved ? t + 3600 * g_test_rand_int_range (0, 400) : BW_MISSING;
    status[row] = is_solved ? 2 : 1;
  }
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  static const char *const words[] = { "Open", "Solved" };
  static const double meanings[] = { BW_STATUS_OPEN, BW_STATUS_SOLVED };
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  BwColumn *created = add_column (columns, BW_FIELD_CREATED, BW_STORE_TIME);
  BwColumn *reply = add_column (columns, BW_FIELD_FIRST_REPLY, BW_STORE_TIME);
  BwColumn *solved = add_column (columns, BW_FIELD_SOLVED, BW_STORE_TIME);
  BwColumn *status = add_column (columns, BW_FIELD_STATUS, BW_STORE_CODE8);
  BwColumn *channel = add_column (columns, BW_FIELD_CHANNEL, BW_STORE_CODE8);
  BwSource *source = bw_source_new ("random.csv");

  status->dictionary = bw_dictionary_new (words, 2, meanings, NULL);
  channel->dictionary = bw_dictionary_new (channels, N_CHANNELS, NULL, NULL);
  fill_times (created, reply, solved, status->values);
  for (gsize row = 0; row < N_ROWS; row++)
    ((guint8 *) channel->values)[row] = (guint8) g_test_rand_int_range (0, N_CHANNELS + 1);
  source->kind = BW_KIND_TICKETS;
  source->table = bw_table_new (BW_KIND_TICKETS, N_ROWS, columns, NULL, NULL);
  g_ptr_array_add (sources, source);
  fixture->dataset = bw_dataset_new (sources);
  fixture->table = bw_dataset_get_table (fixture->dataset, BW_KIND_TICKETS);
  fixture->created = bw_table_find (fixture->table, BW_FIELD_CREATED);
  fixture->reply = bw_table_find (fixture->table, BW_FIELD_FIRST_REPLY);
  fixture->solved = bw_table_find (fixture->table, BW_FIELD_SOLVED);
  fixture->status = bw_table_find (fixture->table, BW_FIELD_STATUS);
  fixture->channel = bw_table_find (fixture->table, BW_FIELD_CHANNEL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_unref (fixture->dataset);
}

static BwFigure *
ask (const Fixture *fixture, const char *kpi, BwStatistic statistic, const char *period_text)
{
  /* Two that are counted as one. */
  static const BwFieldId splits[] = { BW_FIELD_CHANNEL, BW_FIELD_STATUS, BW_FIELD_NONE };
  g_autoptr (BwZone) zone = bw_zone_new ("Europe/Berlin", NULL);
  g_autoptr (BwEngine) engine = bw_engine_new (fixture->dataset, NULL, NULL);
  g_autoptr (BwPeriod) period = NULL;
  g_autoptr (BwAxis) axis = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  const char *kpis[] = { kpi, NULL };
  BwQuestion question = { .statistic = statistic, .splits = splits, .kpis = kpis };
  g_autoptr (BwPeriod) all = NULL;
  gint64 from, to;

  g_assert_true (bw_dataset_get_extent (fixture->dataset, &from, &to));
  period = bw_period_parse (period_text, zone, from, to, NULL);
  all = bw_period_parse ("all", zone, from, to, NULL);
  axis = bw_axis_new (all, BW_GRAIN_MONTH);
  question.period = period;
  question.axis = axis;
  figures = bw_engine_answer (engine, &question, NULL, NULL);
  g_assert_nonnull (figures);
  return bw_figure_ref (g_ptr_array_index (figures, 0));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
percentile (const GArray *values, double p)
{
  double at = p * (values->len - 1);
  guint lower = (guint) at;
  guint upper = MIN (lower + 1, values->len - 1);
  double low = g_array_index (values, double, lower);

  return low + (at - lower) * (g_array_index (values, double, upper) - low);
}

/* channel -1: all */
static GArray *
gather (const Fixture *fixture, const BwColumn *stop, gint64 from, gint64 to, int channel)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize row = 0; row < N_ROWS; row++) {
    gint64 t = bw_column_time (stop, row);
    double seconds = (double) t - (double) bw_column_time (fixture->created, row);
    if (t == BW_TIME_NONE || t < from || t >= to ||
        (channel >= 0 && bw_column_code (fixture->channel, row) != (guint32) channel))
      continue;
    g_array_append_val (values, seconds);
  }
  g_array_sort (values, compare);
  return values;
}

static void
assert_same (double got, double want)
{
  g_assert_cmpfloat_with_epsilon (got, want, 1e-9 * MAX (1, fabs (want)));
}

static void
check_cell (const BwCell *cell, const GArray *values, BwStatistic statistic)
{
  double sum = 0;

  g_assert_cmpint (cell->n, ==, values->len);
  if (values->len == 0) {
    g_assert_true (isnan (cell->value));
    return;
  }
  for (guint i = 0; i < values->len; i++)
    sum += g_array_index (values, double, i);
  assert_same (cell->mean, sum / values->len);
  assert_same (cell->median, percentile (values, 0.5));
  assert_same (cell->p90, percentile (values, 0.9));
  assert_same (cell->min, g_array_index (values, double, 0));
  assert_same (cell->max, g_array_index (values, double, values->len - 1));
  assert_same (cell->value, statistic == BW_STATISTIC_MEAN ? cell->mean : cell->median);
}

static int
channel_code (const char *name)
{
  for (int c = 0; c < N_CHANNELS; c++)
    if (g_strcmp0 (name, channels[c]) == 0)
      return c + 1;
  g_assert_null (name);
  return 0;
}

static void
check_durations (const Fixture *fixture,
                 const char *kpi,
                 const BwColumn *stop,
                 BwStatistic statistic)
{
  g_autoptr (BwFigure) figure = ask (fixture, kpi, statistic, "2025-03");
  BwAxis *axis = bw_series_get_axis (figure->series);
  BwSeries *split = bw_figure_find_split (figure, BW_FIELD_CHANNEL);
  BwAxis *single = bw_series_get_axis (split);

  g_assert_cmpuint (bw_axis_get_length (axis), >=, 10);
  for (guint i = 0; i < bw_axis_get_length (axis); i++) {
    g_autoptr (GArray) values =
                  gather (fixture, stop, bw_axis_get_from (axis, i), bw_axis_get_to (axis, i), -1);
    check_cell (bw_series_get (figure->series, i, 0), values, statistic);
  }
  g_assert_cmpuint (bw_series_get_n_members (split), ==, N_CHANNELS + 1);
  for (guint m = 0; m < bw_series_get_n_members (split); m++) {
    g_autoptr (GArray) values =
                  gather (fixture, stop, bw_axis_get_from (single, 0), bw_axis_get_to (single, 0),
                          channel_code (bw_series_get_member (split, m)));
    check_cell (bw_series_get (split, 0, m), values, statistic);
  }
}

static void
test_durations (Fixture *fixture, gconstpointer unused)
{
  check_durations (fixture, "first-response-time", fixture->reply, BW_STATISTIC_MEAN);
  check_durations (fixture, "first-response-time", fixture->reply, BW_STATISTIC_MEDIAN);
  check_durations (fixture, "resolution-time", fixture->solved, BW_STATISTIC_MEAN);
}

static gint64
count_unsolved (const Fixture *fixture, gint64 at, int channel)
{
  gint64 n = 0;

  for (gsize row = 0; row < N_ROWS; row++) {
    gint64 solved = bw_column_time (fixture->solved, row);
    n += bw_column_time (fixture->created, row) < at && (solved == BW_TIME_NONE || solved >= at) &&
         (channel < 0 || bw_column_code (fixture->channel, row) == (guint32) channel);
  }
  return n;
}

static void
test_stocks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BwFigure) figure = ask (fixture, "backlog", BW_STATISTIC_MEAN, "2025-03");
  BwAxis *axis = bw_series_get_axis (figure->series);
  BwSeries *split = bw_figure_find_split (figure, BW_FIELD_CHANNEL);
  gint64 end = bw_axis_get_to (bw_series_get_axis (split), 0);

  for (guint i = 0; i < bw_axis_get_length (axis); i++)
    g_assert_cmpint (bw_series_get (figure->series, i, 0)->n, ==,
                     count_unsolved (fixture, bw_axis_get_to (axis, i), -1));
  for (guint m = 0; m < bw_series_get_n_members (split); m++)
    g_assert_cmpint (bw_series_get (split, 0, m)->n, ==,
                     count_unsolved (fixture, end, channel_code (bw_series_get_member (split, m))));
}

/* channel -1: all */
static GArray *
gather_ages (const Fixture *fixture, gint64 at, int channel)
{
  GArray *ages = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize row = 0; row < N_ROWS; row++) {
    gint64 created = bw_column_time (fixture->created, row);
    gint64 solved = bw_column_time (fixture->solved, row);
    double age = (double) (at - created);
    if (created < at && (solved == BW_TIME_NONE || solved >= at) &&
        (channel < 0 || bw_column_code (fixture->channel, row) == (guint32) channel))
      g_array_append_val (ages, age);
  }
  g_array_sort (ages, compare);
  return ages;
}

/* Rows that do not stand in the order of time. */
static void
check_ages (const Fixture *fixture, BwStatistic statistic)
{
  g_autoptr (BwFigure) figure = ask (fixture, "backlog-age", statistic, "2025-03");
  BwAxis *axis = bw_series_get_axis (figure->series);
  BwSeries *split = bw_figure_find_split (figure, BW_FIELD_CHANNEL);
  gint64 end = bw_axis_get_to (bw_series_get_axis (split), 0);

  for (guint i = 0; i < bw_axis_get_length (axis); i++) {
    g_autoptr (GArray) ages = gather_ages (fixture, bw_axis_get_to (axis, i), -1);
    check_cell (bw_series_get (figure->series, i, 0), ages, statistic);
  }
  for (guint m = 0; m < bw_series_get_n_members (split); m++) {
    g_autoptr (GArray) ages =
                  gather_ages (fixture, end, channel_code (bw_series_get_member (split, m)));
    check_cell (bw_series_get (split, 0, m), ages, statistic);
  }
}

static void
test_ages (Fixture *fixture, gconstpointer unused)
{
  check_ages (fixture, BW_STATISTIC_MEAN);
  check_ages (fixture, BW_STATISTIC_MEDIAN);
}

/* What came in less what left is what the stock changed by, in every month. */
static void
test_backlog_reconciles (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BwFigure) backlog = ask (fixture, "backlog", BW_STATISTIC_MEAN, "2025-03");
  g_autoptr (BwFigure) created = ask (fixture, "tickets-created", BW_STATISTIC_MEAN, "2025-03");
  g_autoptr (BwFigure) closed = ask (fixture, "tickets-closed", BW_STATISTIC_MEAN, "2025-03");
  gint64 before = 0;

  for (guint i = 0; i < bw_axis_get_length (bw_series_get_axis (backlog->series)); i++) {
    gint64 after = bw_series_get (backlog->series, i, 0)->n;
    g_assert_cmpint (before + bw_series_get (created->series, i, 0)->n -
                         bw_series_get (closed->series, i, 0)->n,
                     ==, after);
    before = after;
  }
}

/* The rows behind a figure are as many as it says. */
static void
test_rows_behind (Fixture *fixture, gconstpointer unused)
{
  static const char *const kpis[] = { "tickets-created", "backlog", "resolution-time" };
  g_autoptr (BwEngine) engine = bw_engine_new (fixture->dataset, NULL, NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kpis); k++) {
    g_autoptr (BwFigure) figure = ask (fixture, kpis[k], BW_STATISTIC_MEAN, "2025-03");
    BwSeries *split = bw_figure_find_split (figure, BW_FIELD_CHANNEL);
    BwAxis *single = bw_series_get_axis (split);
    g_autoptr (BwPeriod) span = bw_period_new (
        bw_axis_get_from (single, 0), bw_axis_get_to (single, 0), bw_axis_get_zone (single));
    BwQuestion question = { .period = span, .axis = single };
    for (guint m = 0; m < bw_series_get_n_members (split); m++) {
      BwTable *table;
      g_autoptr (BwBits) rows = bw_engine_select (engine, &question, kpis[k], span, BW_FIELD_CHANNEL,
                                                 bw_series_get_member (split, m), &table);
      g_assert_cmpint (bw_bits_count (rows), ==, bw_series_get (split, 0, m)->n);
    }
  }
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/metrics/fold/durations", test_durations },
    { "/metrics/fold/stocks", test_stocks },
    { "/metrics/fold/ages", test_ages },
    { "/metrics/fold/backlog-reconciles", test_backlog_reconciles },
    { "/metrics/fold/rows-behind", test_rows_behind },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
