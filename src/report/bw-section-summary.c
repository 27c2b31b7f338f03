/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Page one: how it went, what changed, and every figure in one table. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-section.h"

#define MOST_TILES 9
#define MOST_SENTENCES 3

/* What a director looks for, in this order. */
static const char *const leading[] = {
  "tickets-created",
  "tickets-closed",
  "backlog",
  "first-response-time",
  "resolution-time",
  "first-contact-resolution",
  "csat",
  "nps",
  "sla-resolution",
  "reopen-rate",
  "sla-first-response",
  "escalation-rate",
  "handle-time",
  "csat-score",
};

static gboolean
has_value (const BwFigure *figure)
{
  return figure && figure->available && isfinite (figure->current.value);
}

static void
add_tile (GPtrArray *tiles, BwFigure *figure)
{
  if (has_value (figure) && tiles->len < MOST_TILES && !g_ptr_array_find (tiles, figure, NULL))
    g_ptr_array_add (tiles, bw_figure_ref (figure));
}

static void
add_tiles (const BwReportContent *content, GPtrArray *blocks)
{
  g_autoptr (GPtrArray) tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_figure_unref);
  for (guint i = 0; i < G_N_ELEMENTS (leading); i++)
    add_tile (tiles, (BwFigure *) bw_section_find (content, leading[i]));
  for (guint i = 0; i < content->figures->len; i++)
    add_tile (tiles, content->figures->pdata[i]);
  if (tiles->len > 0)
    bw_section_take (blocks, bw_block_new_tiles (tiles));
  else
    bw_section_take (blocks, bw_block_new_paragraph (_("There are no data for this period.")));
}

/* --- Sentences ----------------------------------------------------------------------------- */

static gboolean
is_real (const BwFigure *figure)
{
  return figure->available && isfinite (figure->change) &&
         (figure->signal == BW_SIGNAL_UP || figure->signal == BW_SIGNAL_DOWN);
}

/* How many times its own doubt a change is. */
static double
measure_strength (const BwFigure *figure)
{
  double doubt = (figure->change_interval.high - figure->change_interval.low) / 2;
  return isfinite (doubt) && doubt > 0 ? fabs (figure->change) / doubt : 1;
}

static int
compare_strength (gconstpointer a, gconstpointer b)
{
  double first = measure_strength (*(const BwFigure *const *) a);
  double second = measure_strength (*(const BwFigure *const *) b);
  return (first < second) - (first > second);
}

static const char *
choose_sentence (const BwFigure *figure)
{
  int verdict = bw_figure_verdict (figure);
  gboolean rose = figure->change > 0;
  /* Translators, in the sentences on changes: name of the figure, previous value, value, change. */
  if (verdict > 0)
    return rose ? _("%s rose from %s to %s (%s): better than before.")
                : _("%s fell from %s to %s (%s): better than before.");
  if (verdict < 0)
    return rose ? _("%s rose from %s to %s (%s): worse than before.")
                : _("%s fell from %s to %s (%s): worse than before.");
  return rose ? _("%s rose from %s to %s (%s).") : _("%s fell from %s to %s (%s).");
}

static char *
tell_change (const BwFigure *figure)
{
  BwUnit unit = figure->metric->unit;
  g_autofree char *previous = bw_unit_format (unit, figure->previous.value, BW_FORMAT_SHORT);
  g_autofree char *current = bw_unit_format (unit, figure->current.value, BW_FORMAT_SHORT);
  g_autofree char *change = bw_unit_format_change (unit, figure->change, BW_FORMAT_SHORT);
  return g_strdup_printf (choose_sentence (figure), _(figure->metric->name), previous, current,
                                                      change);
}

/* So that nobody looks for what is not there. */
static char *
tell_steady (const BwReportContent *content, gboolean beside_others)
{
  guint n = 0;
  for (guint i = 0; i < content->figures->len; i++) {
    const BwFigure *figure = content->figures->pdata[i];
    n += figure->available && figure->signal == BW_SIGNAL_NONE;
  }
  if (!beside_others)
    return g_strdup (_("No figure changed by more than chance explains."));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u other figure changed by no more than chance explains.",
                   "%u other figures changed by no more than chance explains.", n),
      n);
}

static void
add_changes (const BwReportContent *content, GPtrArray *blocks)
{
  g_autoptr (GPtrArray) real = g_ptr_array_new ();
  if (!content->compared)
    return;
  for (guint i = 0; i < content->figures->len; i++)
    if (is_real (content->figures->pdata[i]))
      g_ptr_array_add (real, content->figures->pdata[i]);
  g_ptr_array_sort (real, compare_strength);
  bw_section_take (blocks, bw_block_new_heading (2, _("What changed")));
  for (guint i = 0; i < MIN (real->len, MOST_SENTENCES); i++) {
    g_autofree char *sentence = tell_change (real->pdata[i]);
    bw_section_take (blocks, bw_block_new_paragraph (sentence));
  }
  if (real->len < MOST_SENTENCES) {
    g_autofree char *rest = tell_steady (content, real->len > 0);
    bw_section_take (blocks, bw_block_new_paragraph (rest));
  }
}

/* --- All figures --------------------------------------------------------------------------- */

static void
add_figure_row (BwTextTable *table, const BwFigure *figure, gboolean compared)
{
  BwUnit unit = figure->metric->unit;
  g_autofree char *method = bw_section_describe_method (figure);
  char *cells[6] = {
    /* Translators: a figure and how it is counted: "First response time · mean, by reply date" */
    g_strdup_printf (C_ ("figure", "%s · %s"), _(figure->metric->name), method),
                     bw_section_format_cell (unit, &figure->current),
                     unit == BW_UNIT_COUNT ? NULL : bw_format_count (figure->current.n),
  };
  if (compared) {
    gboolean has_change = isfinite (figure->change);
    cells[3] = bw_section_format_cell (unit, &figure->previous);
    cells[4] = has_change ? bw_unit_format_change (unit, figure->change, BW_FORMAT_SHORT) : NULL;
    cells[5] = g_strdup (bw_section_name_signal (figure));
  }
  bw_text_table_add_row (table, cells);
}

static void
add_all_figures (const BwReportContent *content, GPtrArray *blocks)
{
  static const double shares[] = { 40, 16, 9, 16, 16, 15 };
  static const gboolean numeric[] = { FALSE, TRUE, TRUE, TRUE, TRUE, FALSE };
  const char *head[] = { _("Figure"), _("Value"), _("n"), _("Before"), _("Change"), _("Signal") };
  guint n_columns = content->compared ? 6 : 3;
  BwTextTable *table = bw_text_table_new (_("All figures"), n_columns, head, shares, numeric);
  for (guint i = 0; i < content->figures->len; i++) {
    const BwFigure *figure = content->figures->pdata[i];
    if (figure->available)
      add_figure_row (table, figure, content->compared != NULL);
  }
  if (table->n_rows == 1) {
    bw_text_table_free (table);
    return;
  }
  bw_section_take (blocks, bw_block_new_heading (2, _("All figures")));
  bw_section_take (blocks, bw_block_new_table (table));
}

static void
add_as_of (const BwReportContent *content, GPtrArray *blocks)
{
  gint64 from, to;
  if (!content->dataset || !bw_dataset_get_extent (content->dataset, &from, &to))
    return;
  BwZone *zone = content->period->zone;
  g_autoptr (BwPeriod) first = bw_period_new_around (from, BW_GRAIN_DAY, zone);
  g_autoptr (BwPeriod) last = bw_period_new_around (to, BW_GRAIN_DAY, zone);
  g_autofree char *first_day = bw_period_get_label (first);
  g_autofree char *last_day = bw_period_get_label (last);
  g_autofree char *text = g_strdup_printf (
      content->basis == BW_BASIS_CREATED
      ? _("The data reach from %s to %s (%s). Tickets belong to the period in which they were "
              "created.")
      : _("The data reach from %s to %s (%s). What happened belongs to the period in which it "
              "happened."),
          first_day, last_day, bw_zone_get_identifier (zone));
  bw_section_take (blocks, bw_block_new_paragraph (text));
}

void
bw_section_add_summary (const BwReportContent *content, GPtrArray *blocks)
{
  bw_section_take (blocks, bw_block_new_heading (1, _("Summary")));
  add_as_of (content, blocks);
  add_tiles (content, blocks);
  add_changes (content, blocks);
  add_all_figures (content, blocks);
}
