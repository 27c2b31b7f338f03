/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "bw-civil.h"
#include "chart-cases.h"

#define HOUR 3600.0

static BwAxis *
create_months (guint n)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  gint64 last = bw_civil_to_days (2025, 3, 31);
  gint64 first = bw_day_add (bw_civil_to_days (2025, 3, 1), BW_GRAIN_MONTH, 1 - (int) n);
  g_autoptr (BwPeriod) span = bw_period_new_days (first, last, zone);
  return bw_axis_new (span, BW_GRAIN_MONTH);
}

BwSeries *
make_members (
    BwUnit unit, const char *const *members, guint n_members, const double *values, guint n)
{
  g_autoptr (BwAxis) axis = create_months (n);
  BwFieldId field = n_members > 1 ? BW_FIELD_CHANNEL : BW_FIELD_NONE;
  BwSeries *series = bw_series_new (axis, unit, field, members, n_members);
  for (guint m = 0; m < n_members; m++) {
    for (guint p = 0; p < n; p++) {
      BwCell *cell = bw_series_peek (series, p, m);
      cell->value = values[m * n + p];
      cell->n = isnan (cell->value) ? 0 : 100 + 10 * p + m;
    }
  }
  return series;
}

BwSeries *
make_months (BwUnit unit, const double *values, guint n)
{
  return make_members (unit, NULL, 1, values, n);
}

/* Intervals so much to either side, for cells with a value. */
static void
add_doubt (BwSeries *series, double part)
{
  for (guint m = 0; m < bw_series_get_n_members (series); m++) {
    for (guint p = 0; p < bw_axis_get_length (bw_series_get_axis (series)); p++) {
      BwCell *cell = bw_series_peek (series, p, m);
      cell->low = cell->value * (1 - part);
      cell->high = cell->value * (1 + part);
    }
  }
}

static const double hours[] = { 2.4 * HOUR, 2.9 * HOUR,  3.1 * HOUR, 2.2 * HOUR,
                                2.0 * HOUR, 1.9 * HOUR,  2.6 * HOUR, 2.75 * HOUR,
                                2.5 * HOUR, 2.25 * HOUR, 2.1 * HOUR, 2.1667 * HOUR };

static BwChart *
make_line (void)
{
  g_autoptr (BwSeries) series = make_months (BW_UNIT_SECONDS, hours, G_N_ELEMENTS (hours));
  add_doubt (series, 0.12);
  BwChart *chart =
      bw_chart_new ("line", "First response time", "by month, mean, by reply date", series);
  chart->show_interval = TRUE;
  chart->reference = 2.5 * HOUR;
  chart->reference_label = g_strdup ("Target 2 h 30 min");
  return chart;
}

static BwChart *
make_broken (void)
{
  const double values[] = { 0.91, 0.92, NAN, 0.88, NAN, NAN, 0.9, 0.93, 0.94, NAN, 0.95, 0.96 };
  g_autoptr (BwSeries) series = make_months (BW_UNIT_FRACTION, values, G_N_ELEMENTS (values));
  add_doubt (series, 0.02);
  BwChart *chart = bw_chart_new ("line", "Satisfaction", NULL, series);
  chart->show_interval = TRUE;
  return chart;
}

static BwChart *
make_lone (void)
{
  const double values[] = { NAN, NAN, NAN, 42, NAN, NAN };
  g_autoptr (BwSeries) series = make_months (BW_UNIT_POINTS, values, G_N_ELEMENTS (values));
  return bw_chart_new ("line", "NPS", NULL, series);
}

static const char *const channels[] = { "E-mail", "Chat", "Web form", "Phone", NULL };

static const double created[] = {
  310, 342, 355, 330, 318, 290, 305, 340, 388, 402, 395, 420, /* E-mail */
  120, 131, 128, 140, 152, 149, 160, 171, 169, 180, 192, 205, /* Chat */
  80,  74,  77,  69,  71,  64,  66,  60,  58,  61,  55,  52,  /* Web form */
  40,  44,  NAN, 46,  41,  38,  NAN, 43,  45,  41,  47,  44,  /* Phone */
  5,   2,   0,   1,   3,   4,   2,   8,   6,   2,   1,   3,
};

static BwChart *
make_lines (void)
{
  g_autoptr (BwSeries) series = make_members (BW_UNIT_COUNT, channels, 5, created, 12);
  return bw_chart_new ("line", "Tickets created", "by month", series);
}

static BwChart *
make_stacked (void)
{
  g_autoptr (BwSeries) series = make_members (BW_UNIT_COUNT, channels, 5, created, 12);
  return bw_chart_new ("stacked-bar", "Tickets created: Channel", "by month", series);
}

static const char *
name_member (const char *format, guint i)
{
  g_autofree char *name = g_strdup_printf (format, i + 1);
  return g_intern_string (name);
}

static BwChart *
make_many (void)
{
  const char *members[11];
  double values[11 * 4];
  for (guint m = 0; m < G_N_ELEMENTS (members); m++) {
    members[m] = name_member ("Product family %u", m);
    for (guint p = 0; p < 4; p++)
      values[m * 4 + p] = 100 - 8.0 * m + 3 * p;
  }
  g_autoptr (BwSeries) series = make_members (BW_UNIT_COUNT, members, 11, values, 4);
  return bw_chart_new ("stacked-bar", "Tickets created: Product", NULL, series);
}

static BwChart *
make_columns (void)
{
  const double values[] = { 120, 134, 160, NAN, 151, 149, 170, 188, 176, 171, 166, 158 };
  g_autoptr (BwSeries) series = make_months (BW_UNIT_COUNT, values, G_N_ELEMENTS (values));
  return bw_chart_new ("bar", "Backlog", "by month, at the end of the period", series);
}

static BwChart *
make_rows (void)
{
  static const char *const teams[] = {
    "Billing", "Technical support, second line, Europe, Middle East and Africa", "Onboarding",
    "Returns", NULL
  };
  const double values[] = { 0.93, 0.78, 0.86, NAN, 0.66 };
  g_autoptr (BwSeries) series = make_members (BW_UNIT_FRACTION, teams, 5, values, 1);
  add_doubt (series, 0.06);
  BwChart *chart = bw_chart_new ("bar", "Satisfaction", "by answer date", series);
  chart->show_interval = TRUE;
  chart->reference = 0.8;
  chart->reference_label = g_strdup ("All: 80 %");
  return chart;
}

static BwChart *
make_negative_rows (void)
{
  static const char *const sites[] = { "Lisbon", "Manila", "Kraków" };
  const double values[] = { 34, -12, 8 };
  g_autoptr (BwSeries) series = make_members (BW_UNIT_POINTS, sites, 3, values, 1);
  return bw_chart_new ("bar", "NPS", "by answer date", series);
}

static BwChart *
make_many_rows (void)
{
  const char *members[40];
  double values[40];
  for (guint m = 0; m < 40; m++) {
    members[m] = name_member ("Agent %u", m);
    values[m] = 200 - 4.0 * m;
  }
  g_autoptr (BwSeries) series = make_members (BW_UNIT_COUNT, members, 40, values, 1);
  return bw_chart_new ("bar", "Tickets closed", NULL, series);
}

static BwChart *
make_sparkline (void)
{
  g_autoptr (BwSeries) series = make_months (BW_UNIT_SECONDS, hours, G_N_ELEMENTS (hours));
  BwChart *chart = bw_chart_new ("line", "First response time", NULL, series);
  chart->sparkline = TRUE;
  return chart;
}

static BwChart *
make_empty (void)
{
  const double values[] = { NAN, NAN, NAN };
  g_autoptr (BwSeries) series = make_months (BW_UNIT_SECONDS, values, G_N_ELEMENTS (values));
  return bw_chart_new ("line", "Handle time", "mean", series);
}

static BwChart *
make_days (void)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) span = bw_period_new_days (bw_civil_to_days (2022, 1, 1),
                                                 bw_civil_to_days (2025, 3, 31), zone);
  g_autoptr (BwAxis) axis = bw_axis_new (span, BW_GRAIN_DAY);
  g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_COUNT, BW_FIELD_NONE, NULL, 1);
  for (guint p = 0; p < bw_axis_get_length (axis); p++) {
    BwCell *cell = bw_series_peek (series, p, 0);
    cell->value = round (200 + p / 10.0 + 60 * sin (p / 40.0) - (p % 7 > 4 ? 120 : 0));
    cell->n = (gint64) cell->value;
  }
  return bw_chart_new ("line", "Tickets created", "by day", series);
}

const ChartCase chart_cases[] = {
  { "line", make_line, 480, 260 },
  { "line-rtl", make_line, 480, 260, TRUE },
  { "line-narrow", make_line, 200, 180 },
  { "line-broken", make_broken, 480, 240 },
  { "line-lone", make_lone, 320, 200 },
  { "line-members", make_lines, 560, 300 },
  { "line-members-narrow", make_lines, 240, 260 },
  { "line-days", make_days, 480, 260 },
  { "line-empty", make_empty, 320, 160 },
  { "line-sparkline", make_sparkline, 96, 28 },
  { "bar-columns", make_columns, 480, 260 },
  { "bar-columns-narrow", make_columns, 180, 160 },
  { "bar-rows", make_rows, 480, 220 },
  { "bar-rows-rtl", make_rows, 480, 220, TRUE },
  { "bar-rows-narrow", make_rows, 220, 220 },
  { "bar-rows-negative", make_negative_rows, 400, 160 },
  { "bar-rows-many", make_many_rows, 320, 240 },
  { "stacked-bar", make_stacked, 560, 300 },
  { "stacked-bar-many", make_many, 320, 260 },
};

const guint n_chart_cases = G_N_ELEMENTS (chart_cases);
