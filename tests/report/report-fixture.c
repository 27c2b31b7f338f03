/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "bw-civil.h"
#include "bw-figure-private.h"
#include "report-fixture.h"

#define MONTHS 12

typedef struct {
  BwAxis *axis;
  BwAxis *single;
  guint n_agents;
  gboolean empty;
  BwReportPlan *plan;
} Fixture;

/* What a KPI of that unit might be in month i. */
static double
invent (BwUnit unit, guint kpi, guint i)
{
  double wave = 1 + 0.12 * sin (i * 0.9 + kpi);
  switch (unit) {
  case BW_UNIT_SECONDS:
    return round ((4000 + 2500 * kpi) * wave);
  case BW_UNIT_FRACTION:
    return 0.78 * wave;
  case BW_UNIT_POINTS:
    return round (34 * wave * 10) / 10;
  case BW_UNIT_SCORE:
    return 4.1 * wave;
  case BW_UNIT_COUNT:
  case BW_UNIT_RATIO:
  case BW_UNIT_MONEY:
    break;
  }
  return round ((380 + 20 * kpi) * wave);
}

static BwCell
invent_cell (const BwMetric *metric, guint kpi, guint i, gint64 n)
{
  BwCell cell = BW_CELL_NONE;
  cell.value = invent (metric->unit, kpi, i);
  cell.n = metric->unit == BW_UNIT_COUNT ? (gint64) cell.value : n;
  if (metric->fold == BW_FOLD_SHARE) {
    cell.numerator = round (cell.value * n);
    cell.denominator = n;
    cell.value = cell.numerator / n;
  }
  if (metric->fold == BW_FOLD_DURATION) {
    cell.mean = cell.value;
    cell.median = round (cell.value * 0.6);
    cell.p90 = round (cell.value * 2.2);
    cell.min = 12;
    cell.max = round (cell.value * 9);
  }
  if (metric->fold != BW_FOLD_COUNT && metric->fold != BW_FOLD_STOCK) {
    cell.low = cell.value * 0.96;
    cell.high = cell.value * 1.04;
  }
  return cell;
}

static BwSeries *
create_split (const Fixture *fixture,
              const BwMetric *metric,
              guint kpi,
              BwFieldId field,
              const char *const *members,
              guint n)
{
  BwSeries *series = bw_series_new (fixture->single, metric->unit, field, members, n);
  for (guint m = 0; m < n; m++)
    *bw_series_peek (series, 0, m) = invent_cell (metric, kpi, m, MAX (200 - 30 * (gint64) m, 3));
  return series;
}

static void
add_splits (const Fixture *fixture, BwFigure *figure, guint kpi)
{
  static const char *const teams[] = { "Technical support", "Billing & contracts", "Onboarding",
                                       NULL };
  static const char *const channels[] = { "E-mail", "Chat", "Phone", "Web form" };
  g_autoptr (GPtrArray) agents = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < fixture->n_agents; i++)
    g_ptr_array_add (agents, g_strdup_printf ("Agent %u", i + 1));
  g_ptr_array_add (figure->splits,
                   create_split (fixture, figure->metric, kpi, BW_FIELD_TEAM, teams, 4));
  g_ptr_array_add (figure->splits,
                   create_split (fixture, figure->metric, kpi, BW_FIELD_CHANNEL, channels, 4));
  if (agents->len > 0)
    g_ptr_array_add (figure->splits,
                     create_split (fixture, figure->metric, kpi, BW_FIELD_AGENT,
                                   (const char *const *) agents->pdata, agents->len));
}

static void
compare (BwFigure *figure, guint kpi)
{
  static const BwSignal signals[] = { BW_SIGNAL_NONE, BW_SIGNAL_UP, BW_SIGNAL_DOWN };
  figure->has_previous = TRUE;
  figure->previous = invent_cell (figure->metric, kpi, MONTHS - 2, 640);
  figure->change = figure->current.value - figure->previous.value;
  double doubt = fabs (figure->change) * (kpi % 3 == 0 ? 2 : 0.4);
  figure->change_interval = (BwInterval) { figure->change - doubt, figure->change + doubt };
  figure->signal = signals[kpi % 3 == 0 ? 0 : figure->change > 0 ? 1 : 2];
}

static BwFigure *
create_figure (const Fixture *fixture, const BwMetric *metric, guint kpi)
{
  BwFigure *figure = bw_figure_new (metric);
  figure->available = TRUE;
  figure->kind = metric->kinds[0];
  figure->definition = g_strdup (metric->definition);
  figure->series = bw_series_new (fixture->axis, metric->unit, BW_FIELD_NONE, NULL, 1);
  if (fixture->empty)
    return figure;
  for (guint i = 0; i < MONTHS; i++)
    if (i != 4 || kpi % 4 != 1)
      *bw_series_peek (figure->series, i, 0) = invent_cell (metric, kpi, i, 500 + 20 * i);
  figure->current = invent_cell (metric, kpi, MONTHS - 1, 720);
  compare (figure, kpi);
  add_splits (fixture, figure, kpi);
  figure->excluded[BW_REASON_UNANSWERED] = kpi % 2 ? 31 : 0;
  figure->excluded[BW_REASON_AGENT_CREATED] = kpi % 3 ? 1204 : 0;
  if (metric->fold == BW_FOLD_STOCK) {
    BwDetail oldest = { "oldest", "Oldest", BW_UNIT_SECONDS, 41.5 * 86400 };
    g_array_append_val (figure->details, oldest);
  }
  return figure;
}

static BwFigure *
create_missing_figure (const BwMetric *metric)
{
  BwFigure *figure = bw_figure_new (metric);
  figure->reason = bw_metric_missing (metric, NULL, NULL);
  return figure;
}

typedef enum {
  HAS_ALL,
  HAS_TICKETS, /* what tickets tell */
  HAS_NOTHING,
} Has;

static gboolean
is_there (const BwMetric *metric, Has has)
{
  static const char *const others[] = { "contact-centre", "self-service", "cost",
                                        "customers",      "agents",       NULL };

  return has == HAS_ALL || (has == HAS_TICKETS && !g_strv_contains (others, metric->group));
}

static BwReport *
create_report (Fixture *fixture, Has has)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) period = bw_period_new_days (bw_civil_to_days (2025, 3, 1),
                                                   bw_civil_to_days (2025, 3, 31), zone);
  g_autoptr (BwPeriod) compared = bw_period_previous (period);
  g_autoptr (BwPeriod) span = bw_period_new_days (bw_civil_to_days (2024, 4, 1),
                                                 bw_civil_to_days (2025, 3, 31), zone);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_figure_unref);
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);
  fixture->axis = bw_axis_new (span, BW_GRAIN_MONTH);
  fixture->single = bw_axis_new_single (period);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (figures, is_there (metrics[i], has) ? create_figure (fixture, metrics[i], i)
                                                         : create_missing_figure (metrics[i]));
  BwReportContent content = { .figures = figures,
                              .period = period,
                              .compared = compared,
                              .axis = fixture->axis,
                              .compare = BW_COMPARE_PREVIOUS,
                              .plan = fixture->plan };
  BwReport *report = bw_report_new_from_content (&content);
  bw_axis_unref (fixture->axis);
  bw_axis_unref (fixture->single);
  return report;
}

BwReport *
fixture_report (void)
{
  Fixture fixture = { 0 };
  return create_report (&fixture, HAS_TICKETS);
}

BwReport *
fixture_report_with_agents (guint n_agents)
{
  Fixture fixture = { .n_agents = n_agents };
  return create_report (&fixture, HAS_TICKETS);
}

BwReport *
fixture_report_of_plan (BwReportPlan *plan)
{
  Fixture fixture = { .n_agents = 12, .plan = plan };
  return create_report (&fixture, HAS_TICKETS);
}

BwReport *
fixture_report_without_data (void)
{
  Fixture fixture = { 0 };
  return create_report (&fixture, HAS_NOTHING);
}

BwReport *
fixture_report_of_nothing (void)
{
  Fixture fixture = { .empty = TRUE };
  return create_report (&fixture, HAS_ALL);
}
