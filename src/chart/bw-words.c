/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words what a chart shows: of each datum for tooltips and speech, of the whole for those
 * who cannot see it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

/* So many members are told one by one. */
#define TOLD_MEMBERS 5

char *
bw_plot_format (const BwPlot *plot, double value)
{
  return bw_unit_format_in (plot->chart->unit, plot->chart->currency, value, BW_FORMAT_SHORT);
}

static const char *
get_period_label (const BwPlot *plot, guint period)
{
  return bw_axis_get_label (bw_series_get_axis (plot->chart->series), period);
}

static char *
name_datum (const BwPlot *plot, guint period, guint member)
{
  const char *label = bw_series_get_member_label (plot->chart->series, member);
  if (bw_series_get_n_members (plot->chart->series) == 1)
    return g_strdup (get_period_label (plot, period));
  if (plot->n_periods == 1)
    return g_strdup (label);
  /* Translators: a period and a member: "March 2025, E-mail" */
  return g_strdup_printf (C_ ("datum", "%s, %s"), get_period_label (plot, period), label);
}

static void
append_interval (const BwPlot *plot, guint period, guint member, GString *words)
{
  if (!bw_plot_has_interval (plot, period, member))
    return;
  const BwCell *cell = bw_series_get (plot->chart->series, period, member);
  g_autofree char *low = bw_plot_format (plot, cell->low);
  g_autofree char *high = bw_plot_format (plot, cell->high);
  /* Translators: the 95 % interval of a figure */
  g_string_append_printf (words, _(", between %s and %s with 95 %% confidence"), low, high);
}

static void
append_comparison (const BwPlot *plot, guint period, GString *words)
{
  const BwSeries *series = plot->chart->comparison;
  if (!series)
    return;
  g_autofree char *value = bw_plot_format (plot, bw_series_get (series, period, 0)->value);
  /* Translators: another period and its value, for comparison: "; March 2024: 2 h" */
  g_string_append_printf (words, C_ ("datum", "; %s: %s"),
                          bw_axis_get_label (bw_series_get_axis (series), period), value);
}

static void
append_limits (const BwPlot *plot, guint period, GString *words)
{
  if (!plot->chart->limits)
    return;
  const BwLimits *limits = &plot->chart->limits[period];
  if (isfinite (limits->low) && isfinite (limits->high)) {
    g_autofree char *low = bw_plot_format (plot, limits->low);
    g_autofree char *high = bw_plot_format (plot, limits->high);
    /* Translators: the limits of a control chart */
    g_string_append_printf (words, _("; usual between %s and %s"), low, high);
  }
  if (limits->signal)
    /* Translators: why a value is more than noise: "; signal: above the upper limit" */
    g_string_append_printf (words, _("; signal: %s"), limits->signal);
}

char *
bw_plot_words (const BwPlot *plot, guint period, guint member)
{
  const BwCell *cell = bw_series_get (plot->chart->series, period, member);
  g_autofree char *name = name_datum (plot, period, member);
  g_autofree char *value = bw_plot_format (plot, cell->value);
  GString *words = g_string_new (NULL);
  /* Translators: what a mark of a chart stands for: "March 2025: 2 h 10 min" */
  g_string_append_printf (words, C_ ("datum", "%s: %s"), name, value);
  if (!isnan (cell->value) && plot->chart->unit != BW_UNIT_COUNT) {
    g_autofree char *n = bw_format_count (cell->n);
    /* Translators: n is the number of tickets, answers ... behind a figure */
    g_string_append_printf (words, _(", n %s"), n);
  }
  append_interval (plot, period, member, words);
  append_comparison (plot, period, words);
  append_limits (plot, period, words);
  return g_string_free_and_steal (words);
}

void
bw_plot_append_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static char *
tell_title (const BwPlot *plot)
{
  const char *title = plot->chart->title;
  const char *subtitle = plot->chart->subtitle;
  if (!title || !*title)
    return NULL;
  if (!subtitle || !*subtitle)
    /* Translators: the title of a chart, as a sentence */
    return g_strdup_printf (C_ ("chart", "%s."), title);
  /* Translators: title and subtitle of a chart, as a sentence */
  return g_strdup_printf (C_ ("chart", "%s, %s."), title, subtitle);
}

/* The last period with a value, n_periods for none. */
static guint
find_last (const BwPlot *plot, guint member)
{
  for (guint p = plot->n_periods; p-- > 0;)
    if (!isnan (bw_plot_value (plot, p, member)))
      return p;
  return plot->n_periods;
}

static guint
count_missing (const BwPlot *plot)
{
  guint n = 0;
  for (guint p = 0; p < plot->n_periods; p++)
    n += isnan (bw_plot_value (plot, p, 0));
  return n;
}

static void
append_course (const BwPlot *plot, GString *text)
{
  guint least = plot->n_periods, most = plot->n_periods, last = find_last (plot, 0);
  for (guint p = 0; p < plot->n_periods; p++) {
    double value = bw_plot_value (plot, p, 0);
    if (isnan (value))
      continue;
    if (least == plot->n_periods || value < bw_plot_value (plot, least, 0))
      least = p;
    if (most == plot->n_periods || value > bw_plot_value (plot, most, 0))
      most = p;
  }
  g_autofree char *low = bw_plot_format (plot, bw_plot_value (plot, least, 0));
  g_autofree char *high = bw_plot_format (plot, bw_plot_value (plot, most, 0));
  g_autofree char *now = bw_plot_format (plot, bw_plot_value (plot, last, 0));
  /* Translators: "Lowest 1 h (May 2024), highest 3 h (July 2024), last 2 h (March 2025)." */
  g_autofree char *sentence = g_strdup_printf (
      _("Lowest %s (%s), highest %s (%s), last %s (%s)."), low, get_period_label (plot, least),
        high, get_period_label (plot, most), now, get_period_label (plot, last));
  bw_plot_append_sentence (text, sentence);
}

static void
append_missing (const BwPlot *plot, GString *text)
{
  guint missing = count_missing (plot);
  if (missing == 0)
    return;
  g_autofree char *sentence =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u periods has no data.",
                                    "%u of %u periods have no data.", missing),
                       missing, plot->n_periods);
  bw_plot_append_sentence (text, sentence);
}

/* "E-mail 120, chat 80 and 3 more." in the last period that has one of them. */
static void
append_members (const BwPlot *plot, GString *text)
{
  guint n = bw_series_get_n_members (plot->chart->series);
  guint last = 0;
  for (guint m = 0; m < plot->n_members; m++) {
    guint found = find_last (plot, m);
    last = found < plot->n_periods ? MAX (last, found) : last;
  }
  bw_plot_append_sentence (text, get_period_label (plot, last));
  for (guint m = 0; m < MIN (n, TOLD_MEMBERS); m++) {
    g_autofree char *value = bw_plot_format (plot, bw_plot_value (plot, last, m));
    g_string_append (text, m == 0 ? ": " : "; ");
    /* Translators: a member and its value, in a list: "E-mail 120" */
    g_string_append_printf (text, C_ ("list of members", "%s %s"),
                            bw_series_get_member_label (plot->chart->series, m), value);
  }
  guint more = n - MIN (n, TOLD_MEMBERS);
  if (more > 0)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, "; and %u more", "; and %u more", more), more);
  g_string_append_c (text, '.');
}

static void
tell_series (const BwPlot *plot, GString *text)
{
  double low, high;
  if (!bw_series_get_range (plot->chart->series, &low, &high)) {
    bw_plot_append_sentence (text, _("There are no data for this."));
  } else if (bw_series_get_n_members (plot->chart->series) > 1) {
    append_members (plot, text);
  } else if (plot->n_periods == 1) {
    g_autofree char *words = bw_plot_words (plot, 0, 0);
    bw_plot_append_sentence (text, words);
    g_string_append_c (text, '.');
  } else {
    append_course (plot, text);
    append_missing (plot, text);
  }
}

static void
tell_guides (const BwPlot *plot, GString *text)
{
  for (guint i = 0; i < plot->chart->guides->len; i++) {
    const BwGuide *guide = &g_array_index (plot->chart->guides, BwGuide, i);
    /* Translators: a target, a benchmark ... as a sentence */
    g_autofree char *sentence = g_strdup_printf (C_ ("guide", "%s."), guide->label);
    bw_plot_append_sentence (text, sentence);
  }
}

static void
tell_signals (const BwPlot *plot, GString *text)
{
  guint n = 0, last = 0;
  for (guint p = 0; plot->chart->limits && p < plot->n_periods; p++)
    if (plot->chart->limits[p].signal)
      n++, last = p;
  if (n == 0)
    return;
  g_autofree char *sentence =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u period is more than noise: %s, %s.",
                                    "%u periods are more than noise, the last one: %s, %s.", n),
                       n, get_period_label (plot, last), plot->chart->limits[last].signal);
  bw_plot_append_sentence (text, sentence);
}

void
bw_plot_describe (const BwPlot *plot)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = tell_title (plot);
  switch (plot->chart->type->source) {
  case BW_CHART_OF_SERIES:
    tell_series (plot, text);
    break;
  case BW_CHART_OF_DISTRIBUTION:
    bw_plot_tell_distribution (plot, text);
    break;
  case BW_CHART_OF_MATRIX:
    bw_plot_tell_matrix (plot, text);
    break;
  case BW_CHART_OF_STEPS:
    bw_plot_tell_steps (plot, text);
    break;
  }
  tell_guides (plot, text);
  tell_signals (plot, text);
  bw_scene_set_description (plot->scene, title, text->str);
}
