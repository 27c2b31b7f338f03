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
  bw_chart_add_guide (chart, BW_GUIDE_TARGET, -INFINITY, 2.5 * HOUR, "Target 2 h 30 min");
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

/* None of one: the scale is that of the doubt. */
static BwChart *
make_zero (void)
{
  const double values[] = { NAN, NAN, 0, NAN, NAN };
  g_autoptr (BwSeries) series = make_months (BW_UNIT_FRACTION, values, G_N_ELEMENTS (values));
  BwCell *cell = bw_series_peek (series, 2, 0);
  cell->n = 1;
  cell->low = 0;
  cell->high = 0.79;
  BwChart *chart = bw_chart_new ("line", "Satisfaction", NULL, series);
  chart->show_interval = TRUE;
  return chart;
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
  bw_chart_add_guide (chart, BW_GUIDE_COMPARED, 0.8, 0.8, "All: 80 %");
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
  return bw_chart_new ("sparkline", "First response time", NULL, series);
}

static BwChart *
make_empty (void)
{
  const double values[] = { NAN, NAN, NAN };
  g_autoptr (BwSeries) series = make_months (BW_UNIT_SECONDS, values, G_N_ELEMENTS (values));
  return bw_chart_new ("line", "Handle time", "mean", series);
}

static BwChart *
make_area (void)
{
  g_autoptr (BwSeries) series = make_members (BW_UNIT_COUNT, channels, 5, created, 12);
  return bw_chart_new ("area", "Tickets created: Channel", "by month", series);
}

static BwChart *
make_lone_area (void)
{
  const double values[] = { 120, 134, 160, NAN, 151, 149, 170, 188, 176, 171, 166, 158 };
  const double before[] = { 110, 121, 130, 133, 140, 139, 150, 155, 151, 149, 146, 140 };
  g_autoptr (BwSeries) series = make_months (BW_UNIT_COUNT, values, G_N_ELEMENTS (values));
  g_autoptr (BwSeries) comparison = make_months (BW_UNIT_COUNT, before, G_N_ELEMENTS (before));
  BwChart *chart = bw_chart_new ("area", "Backlog", "at the end of the month", series);
  bw_chart_set_comparison (chart, comparison, "Same period last year");
  return chart;
}

static BwChart *
make_shares (void)
{
  g_autoptr (BwSeries) series = make_members (BW_UNIT_COUNT, channels, 5, created, 12);
  return bw_chart_new ("share-bar", "Tickets created: Channel", "by month", series);
}

static BwChart *
make_control (void)
{
  const double values[] = {
    0.91, 0.92, 0.9, 0.915, 0.905, 0.91, 0.92, 0.91, 0.84, 0.9, 0.91, 0.83
  };
  const double before[] = { 0.88, 0.89, 0.9, 0.89, 0.91, 0.9, 0.89, 0.92, 0.9, 0.91, 0.9, 0.9 };
  BwLimits limits[G_N_ELEMENTS (values)];
  g_autoptr (BwSeries) series = make_months (BW_UNIT_FRACTION, values, G_N_ELEMENTS (values));
  g_autoptr (BwSeries) comparison = make_months (BW_UNIT_FRACTION, before, G_N_ELEMENTS (before));
  BwChart *chart = bw_chart_new ("control", "Satisfaction", "by month", series);
  for (guint p = 0; p < G_N_ELEMENTS (values); p++) {
    double width = 0.03 + 0.002 * (p % 3);
    limits[p] = (BwLimits) { 0.905, 0.905 - width, 0.905 + width, NULL };
    if (values[p] < limits[p].low)
      limits[p].signal = "below the lower limit";
  }
  bw_chart_set_limits (chart, limits);
  bw_chart_set_comparison (chart, comparison, "Same period last year");
  bw_chart_add_guide (chart, BW_GUIDE_TARGET, 0.9, INFINITY, "Target 90 %");
  bw_chart_add_guide (chart, BW_GUIDE_BENCHMARK, 0.8, 0.88, "Benchmark 80 % to 88 %");
  bw_chart_add_annotation (chart, 10, "Two people left");
  bw_chart_add_annotation (chart, 2, "New telephone system, and a name that is far too long");
  bw_chart_add_annotation (chart, 3, "Strike");
  return chart;
}

static BwChart *
make_bullet (void)
{
  static const char *const teams[] = { "Billing", "Technical support", "Onboarding" };
  const double values[] = { 0.93, 0.78, NAN };
  g_autoptr (BwSeries) series = make_members (BW_UNIT_FRACTION, teams, 3, values, 1);
  BwChart *chart = bw_chart_new ("bullet", "Satisfaction", "by answer date", series);
  bw_chart_add_guide (chart, BW_GUIDE_TARGET, 0.9, INFINITY, "Target 90 %");
  bw_chart_add_guide (chart, BW_GUIDE_BENCHMARK, 0.75, 0.85, "Benchmark 75 % to 85 %");
  return chart;
}

static BwChart *
make_funnel (void)
{
  const char *members[24];
  double values[24];
  for (guint m = 0; m < 24; m++) {
    members[m] = name_member ("Agent %u", m);
    values[m] = 0.8 + 0.15 * sin (m * 1.7) / sqrt (1 + m / 2.0);
  }
  values[20] = 0.66;
  values[22] = 0.9;
  g_autoptr (BwSeries) series = make_members (BW_UNIT_FRACTION, members, 24, values, 1);
  for (guint m = 0; m < 24; m++)
    bw_series_peek (series, 0, m)->n = 12 + 17 * m;
  return bw_chart_new ("funnel", "Satisfaction: Agent", "by answer date", series);
}

#define DAY (24 * HOUR)

static void
add_box (BwDistribution *distribution, const char *label, double scale, guint n)
{
  BwQuartiles box = { NULL,        n,           0.2 * scale, 0.6 * scale, scale,
                      2.2 * scale, 4.4 * scale, 1.7 * scale, NULL,        2 };
  box.strip = g_new (double, 2);
  box.strip[0] = 5.5 * scale;
  box.strip[1] = 9 * scale;
  bw_distribution_add_box (distribution, label, box);
}

static BwDistribution *
make_distribution (void)
{
  static const double edges[] = { 0,        60,        120,  240,      480,
                                  900,      1800,      HOUR, 2 * HOUR, 4 * HOUR,
                                  8 * HOUR, 12 * HOUR, DAY,  2 * DAY,  4 * DAY };
  static const gint64 counts[] = { 2, 1, 4, 9, 22, 48, 96, 130, 101, 60, 0, 21, 7, 2 };
  BwDistribution *distribution = bw_distribution_new (BW_UNIT_SECONDS, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    BwBin bin = { edges[i], edges[i + 1], counts[i] };
    g_array_append_val (distribution->bins, bin);
    distribution->n += counts[i];
  }
  distribution->median = 1.4 * HOUR;
  distribution->mean = 3.1 * HOUR;
  distribution->p90 = 7.2 * HOUR;
  add_box (distribution, NULL, 1.4 * HOUR, 503);
  add_box (distribution, "E-mail", 2.2 * HOUR, 300);
  add_box (distribution, "Chat", 0.04 * HOUR, 190);
  add_box (distribution, "A web form with a name that is too long", 5 * HOUR, 13);
  return distribution;
}

static BwChart *
make_histogram (void)
{
  g_autoptr (BwDistribution) distribution = make_distribution ();
  BwChart *chart =
      bw_chart_new_distribution ("histogram", "First response time", "March 2025", distribution);
  bw_chart_add_guide (chart, BW_GUIDE_TARGET, -INFINITY, 4 * HOUR, "Target 4 h");
  return chart;
}

static BwChart *
make_no_histogram (void)
{
  g_autoptr (BwDistribution) distribution = bw_distribution_new (BW_UNIT_SECONDS, TRUE);
  return bw_chart_new_distribution ("histogram", "First response time", "March 2025", distribution);
}

static BwChart *
make_boxes (void)
{
  g_autoptr (BwDistribution) distribution = make_distribution ();
  return bw_chart_new_distribution ("box", "First response time: Channel", "March 2025",
                                    distribution);
}

static BwChart *
make_heatmap (void)
{
  static const char *const days[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday",    NULL };
  const char *columns[25] = { NULL };
  for (guint h = 0; h < 24; h++)
    columns[h] = name_member (h < 9 ? "0%u" : "%u", h - 1);
  g_autoptr (BwMatrix) matrix = bw_matrix_new (BW_UNIT_COUNT, days, columns);
  for (guint d = 0; d < 7; d++) {
    for (guint h = 0; h < 24; h++) {
      double day = d < 5 ? 1 : 0.2;
      double hour = exp (-pow ((h - 10.5) / 3, 2)) + 0.7 * exp (-pow ((h - 15.5) / 2.5, 2));
      matrix->values[d * 24 + h] = h == 3 ? NAN : round (day * hour * 300) / 10;
      matrix->n[d * 24 + h] = 4 * (gint64) (day * hour * 30);
    }
  }
  return bw_chart_new_matrix ("heatmap", "Tickets created", "by weekday and hour", matrix);
}

static BwChart *
make_waterfall (void)
{
  BwChart *chart =
      bw_chart_new_steps ("waterfall", "Satisfaction: Channel", "what changed", BW_UNIT_FRACTION);
  bw_chart_add_step (chart, BW_STEP_TOTAL, "February 2025", 0.86, "n 820");
  bw_chart_add_step (chart, BW_STEP_RATE, "Chat", -0.04, "from 84 % to 71 %");
  bw_chart_add_step (chart, BW_STEP_MIX, "Chat", -0.013, "from 30 % of all to 36 %");
  bw_chart_add_step (chart, BW_STEP_RATE, "E-mail", 0.008, NULL);
  bw_chart_add_step (chart, BW_STEP_CHANGE, "All others", 0.002, NULL);
  bw_chart_add_step (chart, BW_STEP_TOTAL, "March 2025", 0.817, "n 905");
  return chart;
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
  { "line-zero", make_zero, 320, 200 },
  { "line-members", make_lines, 560, 300 },
  { "line-members-narrow", make_lines, 240, 260 },
  { "line-days", make_days, 480, 260 },
  { "line-empty", make_empty, 320, 160 },
  { "sparkline", make_sparkline, 96, 28 },
  { "bar-columns", make_columns, 480, 260 },
  { "bar-columns-narrow", make_columns, 180, 160 },
  { "bar-rows", make_rows, 480, 220 },
  { "bar-rows-rtl", make_rows, 480, 220, TRUE },
  { "bar-rows-narrow", make_rows, 220, 220 },
  { "bar-rows-negative", make_negative_rows, 400, 160 },
  { "bar-rows-many", make_many_rows, 320, 240 },
  { "stacked-bar", make_stacked, 560, 300 },
  { "stacked-bar-many", make_many, 320, 260 },
  { "area", make_area, 560, 300 },
  { "area-lone", make_lone_area, 480, 260 },
  { "share-bar", make_shares, 560, 300 },
  { "share-bar-narrow", make_shares, 328, 260 },
  { "control", make_control, 560, 320 },
  { "control-narrow-rtl", make_control, 328, 320, TRUE },
  { "bullet", make_bullet, 480, 180 },
  { "bullet-narrow-rtl", make_bullet, 328, 180, TRUE },
  { "histogram", make_histogram, 560, 300 },
  { "histogram-narrow-rtl", make_histogram, 328, 280, TRUE },
  { "histogram-empty", make_no_histogram, 320, 160 },
  { "box", make_boxes, 480, 220 },
  { "box-narrow-rtl", make_boxes, 328, 220, TRUE },
  { "heatmap", make_heatmap, 640, 300 },
  { "heatmap-narrow-rtl", make_heatmap, 328, 260, TRUE },
  { "waterfall", make_waterfall, 480, 260 },
  { "waterfall-narrow-rtl", make_waterfall, 328, 260, TRUE },
  { "funnel", make_funnel, 480, 300 },
  { "funnel-narrow-rtl", make_funnel, 328, 280, TRUE },
};

const guint n_chart_cases = G_N_ELEMENTS (chart_cases);
