/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words what distributions, matrices and steps show. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

char *
bw_plot_format_span (const BwPlot *plot, double low, double high)
{
  g_autofree char *from = low == 0 && plot->chart->unit == BW_UNIT_SECONDS
                              ? bw_unit_format (BW_UNIT_COUNT, 0, BW_FORMAT_SHORT)
                              : bw_plot_format (plot, low);
  g_autofree char *to = bw_plot_format (plot, high);
  /* Translators: from a value to another one: "1 h to 2 h" */
  return g_strdup_printf (_("%s to %s"), from, to);
}

void
bw_plot_tell_distribution (const BwPlot *plot, GString *text)
{
  const BwDistribution *distribution = plot->chart->distribution;
  if (distribution->n == 0) {
    bw_plot_append_sentence (text, _("There are no data for this."));
    return;
  }
  g_autofree char *n = bw_format_count (distribution->n);
  g_autofree char *median = bw_plot_format (plot, distribution->median);
  g_autofree char *p90 = bw_plot_format (plot, distribution->p90);
  g_autofree char *mean = bw_plot_format (plot, distribution->mean);
  /* Translators: of so many values */
  g_autofree char *sentence = g_strdup_printf (
      _("Half of %s are up to %s, nine of ten up to %s; the mean is %s."), n, median, p90, mean);
  bw_plot_append_sentence (text, sentence);
}

void
bw_plot_tell_matrix (const BwPlot *plot, GString *text)
{
  const BwMatrix *matrix = plot->chart->matrix;
  guint n = matrix->n_rows * matrix->n_columns, most = n;
  for (guint i = 0; i < n; i++)
    if (!isnan (matrix->values[i]) && (most == n || matrix->values[i] > matrix->values[most]))
      most = i;
  if (most == n) {
    bw_plot_append_sentence (text, _("There are no data for this."));
    return;
  }
  g_autofree char *value = bw_plot_format (plot, matrix->values[most]);
  g_autofree char *sentence =
      /* Translators: the cell of a table with the most: "Most: Monday, 10:00: 23" */
      g_strdup_printf (_("Most: %s, %s: %s."), matrix->rows[most / matrix->n_columns],
                         matrix->columns[most % matrix->n_columns], value);
  bw_plot_append_sentence (text, sentence);
}

static char *
format_step (const BwPlot *plot, const BwStep *step)
{
  return step->kind == BW_STEP_TOTAL
             ? bw_plot_format (plot, step->value)
             : bw_unit_format_change_in (plot->chart->unit, plot->chart->currency, step->value,
                                         BW_FORMAT_SHORT);
}

void
bw_plot_tell_steps (const BwPlot *plot, GString *text)
{
  const GArray *steps = plot->chart->steps;
  if (steps->len == 0) {
    bw_plot_append_sentence (text, _("There are no data for this."));
    return;
  }
  for (guint i = 0; i < steps->len; i++) {
    const BwStep *step = &g_array_index (steps, BwStep, i);
    g_autofree char *value = format_step (plot, step);
    if (i > 0)
      g_string_append (text, "; ");
    else if (text->len > 0)
      g_string_append_c (text, ' ');
    /* Translators: a member and its value, in a list: "E-mail 120" */
    g_string_append_printf (text, C_ ("list of members", "%s %s"), step->label, value);
  }
  g_string_append_c (text, '.');
}
