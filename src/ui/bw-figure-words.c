/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts figures, their changes and their doubt into words. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-benchmark.h"
#include "bw-figure-words.h"
#include "bw-section.h"

/* Below this many rows chance moves a figure visibly. */
#define SMALL_N 100

/* A number and its signs, of less than 0 or of per cent, stay in this order where text runs from
 * right to left. */
static char *
keep_order (char *value)
{
  gboolean has_sign = g_str_has_suffix (value, "%") || g_str_has_prefix (value, "\u2212");
  char *kept = has_sign ? g_strconcat ("\u200e", value, "\u200e", NULL) : g_strdup (value);

  g_free (value);
  return kept;
}

char *
bw_figure_words_cell (BwUnit unit, const BwCell *cell)
{
  return keep_order (bw_section_format_cell (unit, cell));
}

char *
bw_figure_words_value (const BwFigure *figure, BwFormat format)
{
  if (format == BW_FORMAT_SHORT)
    return keep_order (bw_section_format_figure (figure, &figure->current));
  return bw_figure_format (figure, figure->current.value, format);
}

static const char *
choose_rows (const BwFigure *figure)
{
  gulong n = (gulong) figure->current.n;

  switch (figure->kind) {
  case BW_KIND_RESPONSES:
    return g_dngettext (GETTEXT_PACKAGE, "%s answer", "%s answers", n);
  case BW_KIND_CALLS:
    return g_dngettext (GETTEXT_PACKAGE, "%s contact", "%s contacts", n);
  case BW_KIND_TICKETS:
  default:
    return g_dngettext (GETTEXT_PACKAGE, "%s ticket", "%s tickets", n);
  }
}

/* A ratio is of rows where its denominator counts them. */
static gboolean
is_of_rows (const BwMetric *metric)
{
  const char *denominator = metric->ratios[0].parts[1];

  return metric->fold != BW_FOLD_RATIO ||
         (denominator != NULL && g_str_has_prefix (denominator, "tickets-"));
}

char *
bw_figure_words_n (const BwFigure *figure)
{
  g_autofree char *n = bw_format_count (figure->current.n);

  if (figure->metric->unit == BW_UNIT_COUNT || !is_of_rows (figure->metric))
    return NULL;
  return g_strdup_printf (choose_rows (figure), n);
}

char *
bw_figure_words_interval (const BwFigure *figure)
{
  const BwCell *cell = &figure->current;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!isfinite (cell->low) || !isfinite (cell->high))
    return NULL;
  low = bw_figure_format (figure, cell->low, BW_FORMAT_SHORT);
  high = bw_figure_format (figure, cell->high, BW_FORMAT_SHORT);
  /* Translators: the interval that holds the true figure 95 times of 100 */
  return g_strdup_printf (_ ("between %s and %s with 95 %% confidence"), low, high);
}

gboolean
bw_figure_has_doubt (const BwFigure *figure)
{
  const BwCell *cell = &figure->current;

  return cell->n < SMALL_N && isfinite (cell->low) && isfinite (cell->high);
}

char *
bw_figure_words_doubt (const BwFigure *figure)
{
  const BwCell *cell = &figure->current;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!bw_figure_has_doubt (figure))
    return NULL;
  low = bw_figure_format (figure, cell->low, BW_FORMAT_SHORT);
  high = bw_figure_format (figure, cell->high, BW_FORMAT_SHORT);
  /* Translators: the interval that holds the true figure 95 times of 100, in few words */
  return g_strdup_printf (_ ("95 %% interval: %s – %s"), low, high);
}

static gboolean
has_change (const BwFigure *figure)
{
  return figure->has_previous && isfinite (figure->change);
}

/* A sign stays before its number where text runs from right to left. */
static char *
keep_sign_first (char *change)
{
  char *kept = g_strconcat ("\u200e", change, NULL);

  g_free (change);
  return kept;
}

char *
bw_figure_words_change (const BwFigure *figure, BwFormat format)
{
  const char *signal = bw_section_name_signal (figure);
  g_autofree char *change = NULL;

  if (!has_change (figure))
    return figure->has_previous ? g_strdup (figure->gap) : NULL;
  if (figure->change == 0)
    return g_strdup (_ ("unchanged"));
  change = keep_sign_first (bw_figure_format_change (figure, figure->change, format));
  if (*signal == '\0')
    return g_steal_pointer (&change);
  /* Translators: a change and what it means: "−12 min, better", "+3 points, within noise" */
  return g_strdup_printf (C_ ("change", "%s, %s"), change, signal);
}

char *
bw_figure_words_previous (const BwFigure *figure)
{
  g_autofree char *value = NULL;

  if (!figure->has_previous)
    return NULL;
  value = bw_section_format_figure (figure, &figure->previous);
  /* Translators: the value in the period that is compared with */
  return g_strdup_printf (_ ("before: %s"), value);
}

const char *
bw_figure_get_change_icon (const BwFigure *figure)
{
  if (!has_change (figure))
    return NULL;
  if (figure->signal == BW_SIGNAL_NONE || figure->change == 0)
    return "bw-steady-symbolic";
  if (figure->signal == BW_SIGNAL_UNKNOWN)
    return figure->change > 0 ? "bw-up-symbolic" : "bw-down-symbolic";
  return figure->signal == BW_SIGNAL_UP ? "bw-up-symbolic" : "bw-down-symbolic";
}

const char *
bw_figure_get_change_style (const BwFigure *figure)
{
  int verdict = has_change (figure) && figure->change != 0 ? bw_figure_verdict (figure) : 0;

  return verdict > 0 ? "success" : verdict < 0 ? "error" : "dimmed";
}

char *
bw_figure_words_target (const BwFigure *figure)
{
  const BwTarget *target = figure->target;
  g_autofree char *bounds = NULL;

  if (target == NULL || figure->target_verdict == BW_TARGET_NONE)
    return NULL;
  bounds =
      bw_section_format_bounds (figure->metric->unit, figure->currency, target->low, target->high);
  return g_strdup_printf (figure->target_verdict == BW_TARGET_MET
                          /* Translators: "target: at least 90 %, met" */
                          ? _ ("target: %s, met")
                          : _ ("target: %s, missed"), bounds);
}

char *
bw_figure_words_benchmark (const BwFigure *figure)
{
  const BwComparison *comparison = bw_figure_get_benchmark (figure);
  const BwBenchmark *benchmark = comparison != NULL ? comparison->benchmark : NULL;
  g_autofree char *bounds = NULL;

  if (benchmark == NULL)
    return NULL;
  bounds = bw_section_format_bounds (benchmark->unit, benchmark->currency, benchmark->low,
                                     benchmark->high);
  /* Translators: a published figure to compare with, and who published it */
  return g_strdup_printf (_ ("benchmark: %s (%s)"), bounds, benchmark->source);
}

static void
append (GString *text, char *part)
{
  if (part != NULL)
    g_string_append_printf (text, text->len > 0 ? C_ ("spoken list", ", %s") : "%s", part);
  g_free (part);
}

char *
bw_figure_words_spoken (const BwFigure *figure)
{
  GString *text = g_string_new (NULL);
  g_autofree char *value = bw_figure_words_value (figure, BW_FORMAT_SPOKEN);

  /* Translators: name and value of a figure, spoken */
  append (text, g_strdup_printf (C_ ("figure", "%s: %s"), _ (figure->metric->name), value));
  append (text, bw_figure_words_change (figure, BW_FORMAT_SPOKEN));
  append (text, bw_figure_words_previous (figure));
  append (text, bw_figure_words_target (figure));
  append (text, bw_figure_words_benchmark (figure));
  append (text, bw_figure_words_n (figure));
  if (bw_figure_has_doubt (figure))
    append (text, bw_figure_words_interval (figure));
  return g_string_free_and_steal (text);
}
