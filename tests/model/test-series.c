/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures by period and member. */
#include <math.h>

#include "bw-series.h"

#define DAY 86400

static BwAxis *
make_axis (int n_days)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) span = bw_period_new (0, n_days * DAY, zone);
  BwAxis *axis = bw_axis_new (span, BW_GRAIN_DAY);
  g_assert_cmpuint (bw_axis_get_length (axis), ==, n_days);
  return axis;
}

static void
test_new (void)
{
  g_autoptr (BwAxis) axis = make_axis (3);
  g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_SECONDS, BW_FIELD_NONE, NULL, 1);
  g_assert_true (bw_series_get_axis (series) == axis);
  g_assert_cmpint (bw_series_get_unit (series), ==, BW_UNIT_SECONDS);
  g_assert_cmpint (bw_series_get_field (series), ==, BW_FIELD_NONE);
  g_assert_cmpuint (bw_series_get_n_members (series), ==, 1);
  g_assert_null (bw_series_get_member (series, 0));
  g_assert_cmpstr (bw_series_get_member_label (series, 0), ==, "All");
  for (guint p = 0; p < 3; p++) {
    const BwCell *cell = bw_series_get (series, p, 0);
    g_assert_true (isnan (cell->value));
    g_assert_true (isnan (cell->high));
    g_assert_cmpint (cell->n, ==, 0);
  }
}

static void
test_labels (void)
{
  static const char *const members[] = { "email", NULL };
  static const struct {
    BwFieldId field;
    const char *label;
  } cases[] = {
    { BW_FIELD_CHANNEL, "No channel" },
    { BW_FIELD_STATUS, "No status" },
    { BW_FIELD_TAG, "No tag" },
  };
  g_autoptr (BwAxis) axis = make_axis (1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_COUNT, cases[i].field, members, 2);
    g_assert_cmpstr (bw_series_get_member (series, 0), ==, "email");
    g_assert_cmpstr (bw_series_get_member_label (series, 0), ==, "email");
    g_assert_null (bw_series_get_member (series, 1));
    g_assert_cmpstr (bw_series_get_member_label (series, 1), ==, cases[i].label);
  }
}

static void
test_find (void)
{
  static const char *const members[] = { "email", NULL, "chat", "email" };
  static const struct {
    const char *text;
    int place; /* -1 = none */
  } cases[] = { { "email", 0 }, { NULL, 1 }, { "chat", 2 }, { "phone", -1 }, { "", -1 } };
  g_autoptr (BwAxis) axis = make_axis (1);
  g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_COUNT, BW_FIELD_CHANNEL, members,
                                              G_N_ELEMENTS (members));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint place = G_MAXUINT;
    gboolean found = bw_series_find_member (series, cases[i].text, &place);
    g_assert_cmpint (found ? (int) place : -1, ==, cases[i].place);
  }
}

static void
test_cells (void)
{
  static const char *const members[] = { "a", "b", "c" };
  g_autoptr (BwAxis) axis = make_axis (2);
  g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_COUNT, BW_FIELD_TEAM, members, 3);
  for (guint p = 0; p < 2; p++)
    for (guint m = 0; m < 3; m++)
      bw_series_peek (series, p, m)->value = 10 * p + m;
  for (guint p = 0; p < 2; p++)
    for (guint m = 0; m < 3; m++)
      g_assert_cmpfloat (bw_series_get (series, p, m)->value, ==, 10 * p + m);
}

static void
test_sorted (void)
{
  static const char *const members[] = { "few", "b", NULL, "a", "most" };
  static const gint64 counts[][2] = { { 1, 0 }, { 2, 3 }, { 4, 1 }, { 5, 0 }, { 0, 9 } };
  static const struct {
    guint max;
    const char *expected;
  } cases[] = {
    { 0, "most No agent a b few" },
    { 5, "most No agent a b few" },
    { 9, "most No agent a b few" },
    { 2, "most No agent" },
  };
  g_autoptr (BwAxis) axis = make_axis (2);
  g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_COUNT, BW_FIELD_AGENT, members, 5);
  for (guint m = 0; m < 5; m++)
    for (guint p = 0; p < 2; p++)
      *bw_series_peek (series, p, m) = (BwCell) { .value = (double) m, .n = counts[m][p] };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwSeries) sorted = bw_series_sorted (series, cases[i].max);
    g_autoptr (GString) labels = g_string_new (NULL);
    for (guint m = 0; m < bw_series_get_n_members (sorted); m++)
      g_string_append_printf (labels, m > 0 ? " %s" : "%s", bw_series_get_member_label (sorted, m));
    g_assert_cmpstr (labels->str, ==, cases[i].expected);
    g_assert_cmpint (bw_series_get (sorted, 1, 0)->n, ==, 9);
    g_assert_cmpfloat (bw_series_get (sorted, 0, 1)->value, ==, 2);
    g_assert_cmpint (bw_series_get_unit (sorted), ==, BW_UNIT_COUNT);
  }
}

static void
test_range (void)
{
  static const struct {
    double values[3];
    gboolean any;
    double low;
    double high;
  } cases[] = {
    { { NAN, NAN, NAN }, FALSE, 0, 0 },
    { { 5, NAN, NAN }, TRUE, 5, 5 },
    { { NAN, -2, 7 }, TRUE, -2, 7 },
    { { 0, 0, 0 }, TRUE, 0, 0 },
  };
  g_autoptr (BwAxis) axis = make_axis (3);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    double low = 0, high = 0;
    g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_SCORE, BW_FIELD_NONE, NULL, 1);
    for (guint p = 0; p < 3; p++)
      bw_series_peek (series, p, 0)->value = cases[i].values[p];
    g_assert_cmpint (bw_series_get_range (series, &low, &high), ==, cases[i].any);
    g_assert_cmpfloat (low, ==, cases[i].low);
    g_assert_cmpfloat (high, ==, cases[i].high);
  }
}

static void
test_no_members (void)
{
  static const char *const none[] = { NULL };
  double low, high;
  g_autoptr (BwAxis) axis = make_axis (2);
  g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_COUNT, BW_FIELD_TEAM, none, 0);
  g_autoptr (BwSeries) sorted = bw_series_sorted (series, 3);
  g_assert_cmpuint (bw_series_get_n_members (sorted), ==, 0);
  g_assert_false (bw_series_get_range (sorted, &low, &high));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/new", test_new);
  g_test_add_func ("/series/labels", test_labels);
  g_test_add_func ("/series/find", test_find);
  g_test_add_func ("/series/cells", test_cells);
  g_test_add_func ("/series/sorted", test_sorted);
  g_test_add_func ("/series/range", test_range);
  g_test_add_func ("/series/no-members", test_no_members);
  return g_test_run ();
}
