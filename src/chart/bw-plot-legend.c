/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names what is drawn: members, guides, limits and the comparison. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-plot.h"

/* The part of the height that a legend may take. */
#define LEGEND_PART 0.3

typedef enum {
  ENTRY_MEMBER,
  ENTRY_OTHERS,
  ENTRY_COMPARISON,
  ENTRY_CENTRE,
  ENTRY_LIMIT,
  ENTRY_SIGNAL,
  ENTRY_GUIDE,
  ENTRY_STATISTIC,
  ENTRY_STEP,
  ENTRY_BOX,
  ENTRY_DOT,
} EntryKind;

typedef struct {
  EntryKind kind;
  guint i; /* member, guide, dash or kind of step */
  char *name;
} Entry;

static void
clear_entry (gpointer mem)
{
  g_free (((Entry *) mem)->name);
}

static void
append (GArray *entries, EntryKind kind, guint i, const char *name)
{
  Entry entry = { kind, i, g_strdup (name) };
  g_array_append_val (entries, entry);
}

static void
list_members (const BwPlot *plot, BwLegend legend, GArray *entries)
{
  guint n = plot->chart->series ? bw_series_get_n_members (plot->chart->series) : 1;
  if ((legend != BW_LEGEND_LINES && legend != BW_LEGEND_PARTS) || n < 2)
    return;
  for (guint m = 0; m < plot->n_members; m++)
    append (entries, ENTRY_MEMBER, m, bw_series_get_member_label (plot->chart->series, m));
  if (legend != BW_LEGEND_PARTS || n <= plot->n_members)
    return;
  guint others = n - plot->n_members;
  g_autofree char *name =
      /* Translators: in a legend: so many members that have no colour of their own */
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", others), others);
  append (entries, ENTRY_OTHERS, plot->n_members, name);
}

static gboolean
has_signal (const BwPlot *plot)
{
  for (guint p = 0; p < plot->n_periods; p++)
    if (plot->chart->limits[p].signal)
      return TRUE;
  return FALSE;
}

static void
append_statistic (const BwPlot *plot, BwDash dash, const char *name, double value, GArray *entries)
{
  g_autofree char *figure = bw_plot_format (plot, value);
  /* Translators: a statistic and its value: "Median 2 h" */
  g_autofree char *text = g_strdup_printf (C_ ("statistic", "%s %s"), name, figure);
  append (entries, ENTRY_STATISTIC, dash, text);
}

static gboolean
has_step (const BwPlot *plot, BwStepKind kind)
{
  for (guint i = 0; i < plot->chart->steps->len; i++)
    if (g_array_index (plot->chart->steps, BwStep, i).kind == kind)
      return TRUE;
  return FALSE;
}

/* What belongs to the type. */
static void
list_own (const BwPlot *plot, BwLegend legend, GArray *entries)
{
  const BwDistribution *distribution = plot->chart->distribution;
  switch (legend) {
  case BW_LEGEND_FUNNEL:
    append (entries, ENTRY_CENTRE, 0, _("All"));
    append (entries, ENTRY_LIMIT, BW_DASH_DOTS, _("2 standard errors"));
    append (entries, ENTRY_LIMIT, BW_DASH_LONG, _("3 standard errors"));
    break;
  case BW_LEGEND_STATISTICS:
    append_statistic (plot, BW_DASH_NONE, _("Median"), distribution->median, entries);
    append_statistic (plot, BW_DASH_DOTS, _("Mean"), distribution->mean, entries);
    append_statistic (plot, BW_DASH_LONG, _("Nine of ten within"), distribution->p90, entries);
    break;
  case BW_LEGEND_BOXES:
    /* Translators: what the parts of a box plot are */
    append (entries, ENTRY_BOX, 0, _("Middle half, with the median"));
    append (entries, ENTRY_LIMIT, BW_DASH_NONE, _("Nearly all"));
    append (entries, ENTRY_DOT, 0, _("Single values"));
    break;
  case BW_LEGEND_STEPS:
    if (has_step (plot, BW_STEP_RATE))
      append (entries, ENTRY_STEP, BW_STEP_RATE, _("Changed itself"));
    if (has_step (plot, BW_STEP_MIX))
      append (entries, ENTRY_STEP, BW_STEP_MIX, _("Changed its share"));
    break;
  case BW_LEGEND_NONE:
  case BW_LEGEND_LINES:
  case BW_LEGEND_PARTS:
    break;
  }
}

static GArray *
list_entries (const BwPlot *plot, BwLegend legend)
{
  const BwChart *chart = plot->chart;
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (entries, clear_entry);
  list_members (plot, legend, entries);
  list_own (plot, legend, entries);
  if (chart->comparison)
    append (entries, ENTRY_COMPARISON, 0, chart->comparison_label);
  if (chart->limits) {
    /* Translators: of a control chart, in its legend */
    append (entries, ENTRY_CENTRE, 0, _("Usual level"));
    append (entries, ENTRY_LIMIT, BW_DASH_DOTS, _("Usual limits"));
    if (has_signal (plot))
      append (entries, ENTRY_SIGNAL, 0, _("Signal"));
  }
  for (guint i = 0; i < chart->guides->len; i++)
    append (entries, ENTRY_GUIDE, i, g_array_index (chart->guides, BwGuide, i).label);
  return entries;
}

/* --- Samples -------------------------------------------------------------------------------- */

static BwMark *
add_swatch (const BwPlot *plot, BwBox box, double side)
{
  BwMark *swatch =
      bw_scene_add (plot->scene, BW_MARK_BAND, box.x, box.y + (box.height - side) / 2, side, side);
  swatch->radius = side / 4;
  return swatch;
}

static BwMark *
add_sign (const BwPlot *plot, BwBox box, double side)
{
  BwMark *sign =
      bw_scene_add (plot->scene, BW_MARK_SIGN, box.x, box.y + (box.height - side) / 2, side, side);
  sign->size = side;
  return sign;
}

static BwMark *
add_line (const BwPlot *plot, BwBox box, double length)
{
  double y = bw_plot_sharpen (box.y + box.height / 2);
  return bw_plot_add_stroke (plot, box.x, y, box.x + length, y);
}

static void
add_guide_sample (const BwPlot *plot, const BwGuide *guide, BwBox box, double side)
{
  if (bw_guide_is_span (guide)) {
    BwMark *swatch = add_swatch (plot, box, side);
    bw_plot_style_guide (plot, guide->kind, swatch);
    swatch->colour = bw_colour_fade (swatch->colour, 0.3);
  } else {
    bw_plot_style_guide (plot, guide->kind, add_line (plot, box, side * 2));
  }
}

static void
add_sample (const BwPlot *plot, const Entry *entry, BwLegend legend, BwBox box)
{
  double side = plot->theme->font_size * 0.7;
  BwMark *mark;
  switch (entry->kind) {
  case ENTRY_MEMBER:
    mark = legend == BW_LEGEND_LINES ? add_sign (plot, box, side) : add_swatch (plot, box, side);
    bw_plot_paint (plot, mark, entry->i);
    return;
  case ENTRY_OTHERS:
    bw_plot_paint (plot, add_swatch (plot, box, side), entry->i);
    return;
  case ENTRY_COMPARISON:
    bw_plot_style_comparison (plot, add_line (plot, box, side * 2));
    return;
  case ENTRY_CENTRE:
    add_line (plot, box, side * 2)->colour = plot->theme->dim;
    return;
  case ENTRY_LIMIT:
    mark = add_line (plot, box, side * 2);
    mark->colour = plot->theme->dim;
    mark->dash = entry->i;
    return;
  case ENTRY_STATISTIC:
    mark = add_line (plot, box, side * 2);
    mark->colour = plot->theme->foreground;
    mark->dash = entry->i;
    return;
  case ENTRY_BOX:
    add_swatch (plot, box, side)->colour = plot->theme->accent;
    return;
  case ENTRY_DOT:
    mark = add_sign (plot, box, side);
    mark->size = side / 2;
    mark->colour = plot->theme->dim;
    return;
  case ENTRY_STEP:
    bw_plot_paint_step (plot, add_swatch (plot, box, side), entry->i);
    return;
  case ENTRY_SIGNAL:
    mark = add_sign (plot, box, side);
    mark->shape = BW_SIGN_RING;
    mark->colour = plot->theme->bad;
    return;
  case ENTRY_GUIDE:
    add_guide_sample (plot, &g_array_index (plot->chart->guides, BwGuide, entry->i), box, side);
    return;
  }
}

/* A line needs a longer sample than a patch. */
static double
get_indent (const BwPlot *plot, const Entry *entry)
{
  double side = plot->theme->font_size * 0.7;
  gboolean is_line = entry->kind == ENTRY_COMPARISON || entry->kind == ENTRY_CENTRE ||
                     entry->kind == ENTRY_LIMIT || entry->kind == ENTRY_STATISTIC ||
                     (entry->kind == ENTRY_GUIDE &&
                      !bw_guide_is_span (&g_array_index (plot->chart->guides, BwGuide, entry->i)));
  return side * (is_line ? 2 : 1) + plot->gap / 2;
}

static void
take_top (BwPlot *plot, double height)
{
  plot->area.y += height;
  plot->area.height -= height;
}

/* Entries flow like words, as far as there is room; the rest is left to the tooltips. */
void
bw_plot_add_legend (BwPlot *plot, BwLegend legend)
{
  g_autoptr (GArray) entries = list_entries (plot, legend);
  double x = 0, height = 0, room = plot->area.height * LEGEND_PART;
  if (entries->len == 0)
    return;
  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    double width, indent = get_indent (plot, entry);
    bw_scene_measure (plot->scene, entry->name, plot->theme->font_size, FALSE, &width, &height);
    width = MIN (width + indent + 0.5, plot->area.width);
    if (x > 0 && x + width > plot->area.width) {
      room -= height;
      if (room < height)
        break;
      take_top (plot, height);
      x = 0;
    }
    BwBox box = { plot->area.x + x, plot->area.y, width, height };
    add_sample (plot, entry, legend, box);
    bw_scene_add_text (plot->scene, entry->name, box.x + indent, box.y, width - indent, 0,
                       plot->theme->font_size, FALSE, plot->theme->foreground);
    x += width + plot->gap * 1.5;
  }
  take_top (plot, height + plot->gap);
}
