/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that the sections of the report share. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-section-words.h"

/* Fewer than this are told as items, not as a rate. */
#define FEW 5

gboolean
bw_section_is_few (BwUnit unit, const BwCell *cell)
{
  return unit == BW_UNIT_FRACTION && cell->n < FEW && isfinite (cell->numerator) &&
         isfinite (cell->value) && cell->denominator == (double) cell->n;
}

char *
bw_section_format_figure (const BwFigure *figure, const BwCell *cell)
{
  if (figure->metric->unit == BW_UNIT_MONEY)
    return bw_figure_format (figure, cell->value, BW_FORMAT_COLUMN);
  return bw_section_format_cell (figure->metric->unit, cell);
}

char *
bw_section_format_cell (BwUnit unit, const BwCell *cell)
{
  if (!bw_section_is_few (unit, cell))
    return bw_unit_format (unit, cell->value, BW_FORMAT_COLUMN);
  g_autofree char *part = bw_format_count ((gint64) cell->numerator);
  g_autofree char *whole = bw_format_count (cell->n);
  /* Translators: a share of very few: "3 of 4" */
  return g_strdup_printf (_("%s of %s"), part, whole);
}

char *
bw_section_format_with_n (BwUnit unit, const BwCell *cell)
{
  g_autofree char *value = bw_section_format_cell (unit, cell);
  gboolean says_n = unit == BW_UNIT_COUNT || bw_section_is_few (unit, cell);
  if (says_n || !isfinite (cell->value))
    return g_steal_pointer (&value);
  g_autofree char *n = bw_format_count (cell->n);
  /* Translators: a value and how many tickets, answers ... are behind it: "2 h 10 min (812)" */
  return g_strdup_printf (_("%s (%s)"), value, n);
}

/* What a rate is a rate of: seconds of seconds, money of money, else numbers. */
static BwUnit
find_part_unit (const BwFigure *figure)
{
  const BwDetail *part =
      figure->metric->fold == BW_FOLD_RATIO && figure->details && figure->details->len > 0
          ? &g_array_index (figure->details, BwDetail, 0)
          : NULL;
  return part && (part->unit == BW_UNIT_SECONDS || part->unit == BW_UNIT_MONEY) ? part->unit
                                                                                : BW_UNIT_RATIO;
}

char *
bw_section_format_ratio (const BwFigure *figure)
{
  const BwCell *cell = &figure->current;
  gboolean is_price = figure->metric->unit == BW_UNIT_MONEY;
  BwUnit unit = is_price ? BW_UNIT_MONEY : find_part_unit (figure);
  if (!isfinite (cell->numerator) || !isfinite (cell->denominator))
    return NULL;
  g_autofree char *part =
      bw_unit_format_in (unit, figure->currency, cell->numerator, BW_FORMAT_SHORT);
  g_autofree char *whole = bw_unit_format_in (is_price ? BW_UNIT_RATIO : unit, figure->currency,
                                              cell->denominator, BW_FORMAT_SHORT);
  if (is_price)
    /* Translators: an amount of money and how many tickets, customers ... it is for */
    return g_strdup_printf (_("%s for %s"), part, whole);
  /* Translators: numerator and denominator of a rate */
  return g_strdup_printf (_("%s of %s"), part, whole);
}

char *
bw_section_list_exclusions (const BwFigure *figure)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = BW_REASON_NOT_CONCERNED + 1; i < BW_REASON_LAST; i++) {
    if (figure->excluded[i] == 0)
      continue;
    g_autofree char *n = bw_format_count (figure->excluded[i]);
    /* Translators: why rows were left out of a figure, and how many: "Not rated: 31" */
    g_autofree char *words = g_strdup_printf (_("%s: %s"), bw_reason_get_title (i), n);
    g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", words);
  }
  return list->len > 0 ? g_string_free_and_steal (g_steal_pointer (&list)) : NULL;
}

char *
bw_section_list_columns (const BwFigure *figure)
{
  return figure->columns && figure->columns[0] ? g_strjoinv (", ", figure->columns) : NULL;
}

GArray *
bw_section_members_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (BwSectionMember));
}

void
bw_section_members_add (GArray *members, const BwSeries *series)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean knows_none = FALSE;
  for (guint i = 0; i < members->len; i++) {
    const char *name = g_array_index (members, BwSectionMember, i).name;
    knows_none |= !name;
    if (name)
      g_hash_table_add (known, (gpointer) name);
  }
  for (guint m = 0; m < bw_series_get_n_members (series); m++) {
    BwSectionMember member = { bw_series_get_member (series, m),
                               bw_series_get_member_label (series, m) };
    if (member.name ? !g_hash_table_contains (known, member.name) : !knows_none)
      g_array_append_val (members, member);
  }
}

static const char *
name_statistic (const BwFigure *figure)
{
  if (bw_metric_has_spread (figure->metric))
    return figure->statistic == BW_STATISTIC_MEDIAN ? _("median") : _("mean");
  return figure->metric->fold == BW_FOLD_MEAN ? _("mean") : NULL;
}

char *
bw_section_describe_method (const BwFigure *figure)
{
  const char *statistic = name_statistic (figure);
  const char *basis =
      bw_metric_basis_label (figure->metric, figure->kind, figure->basis == BW_BASIS_CREATED);
  if (!statistic)
    return g_strdup (basis);
  /* Translators: a statistic and how rows are placed in time: "mean, by reply date" */
  return g_strdup_printf (C_ ("method", "%s, %s"), statistic, basis);
}

char *
bw_section_list_gap (const GPtrArray *figures, const char **gap)
{
  GString *names = g_string_new (NULL);
  *gap = NULL;
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (!figure->is_part || (*gap && !g_str_equal (figure->gap, *gap)))
      continue;
    *gap = figure->gap;
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", _(figure->metric->name));
  }
  return g_string_free (names, names->len == 0);
}

const char *
bw_section_name_signal (const BwFigure *figure)
{
  if (figure->signal == BW_SIGNAL_UNKNOWN)
    return "";
  if (figure->signal == BW_SIGNAL_NONE)
    return _("within noise");
  int verdict = bw_figure_verdict (figure);
  /* Off its usual level, and staying there or on the way back. */
  if (figure->change * (figure->signal == BW_SIGNAL_UP ? 1 : -1) <= 0)
    return figure->signal == BW_SIGNAL_UP ? _("still high") : _("still low");
  if (verdict != 0)
    return verdict > 0 ? _("better") : _("worse");
  return figure->signal == BW_SIGNAL_UP ? _("higher") : _("lower");
}

static void
append_condition (GString *text, const BwFilter *filter, BwFieldId field)
{
  const char *const *values = bw_filter_get_values (filter, field);
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, bw_field_get_title (field));
  for (guint i = 0; values && values[i]; i++) {
    g_string_append (text, i == 0 ? ": " : ", ");
    g_string_append (text, *values[i] ? values[i] : _("without"));
  }
}

char *
bw_section_describe_filter (const BwFilter *filter)
{
  if (!filter || bw_filter_is_empty (filter))
    return g_strdup (_("all rows"));
  GString *text = g_string_new (NULL);
  const BwFieldId *fields = bw_filter_get_fields (filter);
  for (guint i = 0; fields[i] != BW_FIELD_NONE; i++)
    append_condition (text, filter, fields[i]);
  return g_string_free_and_steal (text);
}

char *
bw_section_format_bounds (BwUnit unit, const char *currency, double low, double high)
{
  g_autofree char *from = bw_unit_format_in (unit, currency, low, BW_FORMAT_SHORT);
  g_autofree char *to = bw_unit_format_in (unit, currency, high, BW_FORMAT_SHORT);
  if (!isfinite (high))
    return g_strdup_printf (_("at least %s"), from);
  if (!isfinite (low))
    return g_strdup_printf (_("at most %s"), to);
  if (low == high)
    return g_strdup (from);
  /* Translators: from low to high */
  return g_strdup_printf (C_ ("interval", "%s to %s"), from, to);
}

const char *
bw_section_name_grain (const BwAxis *axis)
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

const char *
bw_section_short_name (const BwMetric *metric)
{
  static const struct {
    const char *kpi;
    const char *name;
  } names[] = {
    { "tickets-created", N_ ("Created") },
    { "tickets-closed", N_ ("Closed") },
    { "backlog", N_ ("Backlog") },
    { "first-response-time", N_ ("First response") },
    { "response-time", N_ ("Every reply") },
    { "resolution-time", N_ ("Resolution") },
    { "sla-first-response", N_ ("Response SLA") },
    { "sla-resolution", N_ ("Resolution SLA") },
    { "first-contact-resolution", N_ ("First contact") },
    { "reopen-rate", N_ ("Reopened") },
    { "escalation-rate", N_ ("Escalated") },
    { "csat", N_ ("Satisfied") },
    { "csat-score", N_ ("Score") },
    { "nps", N_ ("NPS") },
    { "handle-time", N_ ("Handle time") },
    { "wait-time", N_ ("Wait") },
    { "replies-per-ticket", N_ ("Replies") },
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].kpi, metric->id))
      return _(names[i].name);
  return _(metric->name);
}

char *
bw_section_format_day (gint64 unix_time, BwZone *zone)
{
  g_autoptr (BwPeriod) day = bw_period_new_around (unix_time, BW_GRAIN_DAY, zone);
  return bw_period_get_label (day);
}
