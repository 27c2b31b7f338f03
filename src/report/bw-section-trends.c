/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of the main figures, two charts in a row, and where demand comes from. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-section.h"

/* Two of them fit in a row, one takes the width. */
#define HALF 1.8
#define FULL 3.5

static const char *const trends[] = {
  "backlog",
  "first-response-time",
  "resolution-time",
  "sla-first-response",
  "sla-resolution",
  "first-contact-resolution",
  "reopen-rate",
  "escalation-rate",
  "csat",
  "csat-score",
  "nps",
  "handle-time",
};

static const char *
name_grain (const BwAxis *axis)
{
  BwGrain grain;
  if (!bw_axis_get_grain (axis, &grain))
    return _("over the period");
  switch (grain) {
  case BW_GRAIN_DAY:
    return _("by day");
  case BW_GRAIN_WEEK:
    return _("by week");
  case BW_GRAIN_MONTH:
    return _("by month");
  case BW_GRAIN_QUARTER:
    return _("by quarter");
  case BW_GRAIN_YEAR:
    return _("by year");
  }
  g_return_val_if_reached ("");
}

static gboolean
has_course (const BwSeries *series)
{
  double low, high;
  return series && bw_series_get_range (series, &low, &high);
}

static void
take_chart (GPtrArray *blocks, BwChart *chart, double aspect)
{
  bw_section_take (blocks, bw_block_new_chart (chart, aspect));
}

static void
copy_cells (const BwSeries *from, BwSeries *to, guint member)
{
  for (guint p = 0; p < bw_axis_get_length (bw_series_get_axis (from)); p++)
    *bw_series_peek (to, p, member) = *bw_series_get (from, p, 0);
}

/* Both in one chart: what is between the lines went into the backlog. */
static void
add_flow (const BwReportContent *content, GPtrArray *blocks)
{
  const BwFigure *created = bw_section_find (content, "tickets-created");
  const BwFigure *closed = bw_section_find (content, "tickets-closed");
  if (!created || !closed || !has_course (created->series) || !has_course (closed->series))
    return;
  const char *members[] = { _("Created"), _("Closed") };
  BwAxis *axis = bw_series_get_axis (created->series);
  g_autoptr (BwSeries) both = bw_series_new (axis, BW_UNIT_COUNT, BW_FIELD_NONE, members, 2);
  copy_cells (created->series, both, 0);
  copy_cells (closed->series, both, 1);
  take_chart (blocks, bw_chart_new (
                          "line", _("Tickets created and closed"), name_grain (axis), both), HALF);
}

static void
add_trend (const BwFigure *figure, GPtrArray *blocks)
{
  if (!figure || !has_course (figure->series))
    return;
  g_autofree char *method = bw_section_describe_method (figure);
  g_autofree char *subtitle = g_strdup_printf (
      C_ ("method", "%s, %s"), name_grain (bw_series_get_axis (figure->series)), method);
  gboolean is_count = figure->metric->unit == BW_UNIT_COUNT;
  BwChart *chart =
      bw_chart_new (is_count ? "bar" : "line", _(figure->metric->name), subtitle, figure->series);
  chart->show_interval = !is_count;
  take_chart (blocks, chart, HALF);
}

static void
add_demand (const BwReportContent *content, GPtrArray *blocks)
{
  if (!content->demand || !has_course (content->demand))
    return;
  /* Translators: %s is a dimension: "Tickets created by channel" */
  g_autofree char *title = g_strdup_printf (
      _("Tickets created: %s"), bw_field_get_title (bw_series_get_field (content->demand)));
  const char *subtitle = name_grain (bw_series_get_axis (content->demand));
  take_chart (blocks, bw_chart_new ("stacked-bar", title, subtitle, content->demand), FULL);
}

void
bw_section_add_trends (const BwReportContent *content, GPtrArray *blocks)
{
  guint place = blocks->len;
  add_demand (content, blocks);
  add_flow (content, blocks);
  for (guint i = 0; i < G_N_ELEMENTS (trends); i++)
    add_trend (bw_section_find (content, trends[i]), blocks);
  if (blocks->len > place)
    g_ptr_array_insert (blocks, (int) place, bw_block_new_heading (1, _("Trends")));
}
