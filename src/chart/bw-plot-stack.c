/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What charts of parts of a whole have in common. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

double
bw_plot_sum (const BwPlot *plot, guint period, guint first_member)
{
  double sum = NAN;
  guint n = bw_series_get_n_members (plot->chart->series);
  for (guint m = first_member; m < n; m++) {
    double value = bw_plot_value (plot, period, m);
    if (value > 0)
      sum = (isnan (sum) ? 0 : sum) + value;
    else if (!isnan (value) && isnan (sum))
      sum = 0;
  }
  return sum;
}

guint
bw_plot_count_others (const BwPlot *plot)
{
  return bw_series_get_n_members (plot->chart->series) - plot->n_members;
}

char *
bw_plot_words_others (const BwPlot *plot, guint period)
{
  guint n = bw_plot_count_others (plot);
  g_autofree char *value = bw_plot_format (plot, bw_plot_sum (plot, period, plot->n_members));
  /* Translators: period, members that are not shown one by one, and their sum */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u other: %s", "%s, %u others: %s", n),
                          bw_axis_get_label (bw_series_get_axis (plot->chart->series), period), n,
                          value);
}
