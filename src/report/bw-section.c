/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and look-ups that the sections share. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-section.h"

/* Fewer than this are told as items, not as a rate. */
#define FEW 5

void
bw_section_take (GPtrArray *blocks, BwBlock *block)
{
  g_ptr_array_add (blocks, block);
}

const BwFigure *
bw_section_find (const BwReportContent *content, const char *kpi)
{
  for (guint i = 0; i < content->figures->len; i++) {
    const BwFigure *figure = content->figures->pdata[i];
    if (figure->available && g_str_equal (figure->metric->id, kpi))
      return figure;
  }
  return NULL;
}

gboolean
bw_section_is_few (BwUnit unit, const BwCell *cell)
{
  return unit == BW_UNIT_FRACTION && cell->n < FEW && isfinite (cell->numerator) &&
         isfinite (cell->value);
}

char *
bw_section_format_cell (BwUnit unit, const BwCell *cell)
{
  if (!bw_section_is_few (unit, cell))
    return bw_unit_format (unit, cell->value, BW_FORMAT_SHORT);
  g_autofree char *part = bw_format_count ((gint64) cell->numerator);
  g_autofree char *whole = bw_format_count (cell->n);
  /* Translators: a share of very few: "3 of 4" */
  return g_strdup_printf (_("%s of %s"), part, whole);
}

static const char *
name_statistic (const BwFigure *figure)
{
  if (figure->metric->fold == BW_FOLD_DURATION)
    return figure->statistic == BW_STATISTIC_MEDIAN ? _("median") : _("mean");
  return figure->metric->fold == BW_FOLD_MEAN ? _("mean") : NULL;
}

char *
bw_section_describe_method (const BwFigure *figure)
{
  const char *statistic = name_statistic (figure);
  const char *basis = bw_metric_basis_label (figure->metric, figure->basis == BW_BASIS_CREATED);
  if (!statistic)
    return g_strdup (basis);
  /* Translators: a statistic and how rows are placed in time: "mean, by reply date" */
  return g_strdup_printf (C_ ("method", "%s, %s"), statistic, basis);
}

const char *
bw_section_name_signal (const BwFigure *figure)
{
  if (figure->signal == BW_SIGNAL_UNKNOWN)
    return "";
  if (figure->signal == BW_SIGNAL_NONE)
    return _("within noise");
  int verdict = bw_figure_verdict (figure);
  /* Off its usual level, and on the way back. */
  if (figure->change * (figure->signal == BW_SIGNAL_UP ? 1 : -1) < 0)
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
