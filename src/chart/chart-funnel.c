/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members by their n and their share, with the limits within which a share of so few moves by
 * chance: 2 and 3 standard errors around the share of all (Spiegelhalter 2005). What lies outside
 * is worth a look; what lies inside is no ranking. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"
#include "bw-statistics.h"

/* Points along a limit. */
#define LIMIT_POINTS 64
#define ROOM_FOR_NAME 12
#define DOT 7

typedef struct {
  BwPlot plot;
  double share; /* of all */
  double most;  /* n at the right end */
} Funnel;

static const BwCell *
get_cell (const BwPlot *plot, guint member)
{
  return bw_series_get (plot->chart->series, 0, member);
}

static gboolean
is_drawn (const BwPlot *plot, guint member)
{
  return isfinite (get_cell (plot, member)->value) && get_cell (plot, member)->n > 0;
}

static void
sum_up (Funnel *funnel)
{
  double sum = 0, n = 0;
  for (guint m = 0; m < funnel->plot.n_members; m++) {
    const BwCell *cell = get_cell (&funnel->plot, m);
    if (!is_drawn (&funnel->plot, m))
      continue;
    sum += cell->value * cell->n;
    n += cell->n;
    funnel->most = MAX (funnel->most, cell->n);
  }
  funnel->share = n > 0 ? sum / n : NAN;
}

static double
get_error (const Funnel *funnel, double n)
{
  return bw_share_error (funnel->share, n);
}

static double
get_limit (const Funnel *funnel, double n, double errors)
{
  return CLAMP (funnel->share + errors * get_error (funnel, n), 0, 1);
}

static double
funnel_x (const Funnel *funnel, double n)
{
  return funnel->plot.area.x + funnel->plot.area.width * n / funnel->most;
}

static void
add_limit (const Funnel *funnel, double errors)
{
  const BwPlot *plot = &funnel->plot;
  double *points = g_new (double, 2 * LIMIT_POINTS);
  for (guint i = 0; i < LIMIT_POINTS; i++) {
    double n = MAX (funnel->most * i / (LIMIT_POINTS - 1), 0.5);
    points[2 * i] = funnel_x (funnel, n);
    double limit = get_limit (funnel, n, errors);
    points[2 * i + 1] = limit >= plot->low && limit <= plot->high ? bw_plot_y (plot, limit) : NAN;
  }
  BwMark *line = bw_plot_add_polyline (plot, points, LIMIT_POINTS);
  line->colour = plot->theme->dim;
  line->line_width = plot->theme->line_width * 0.6;
  line->dash = errors == 0 ? BW_DASH_NONE : fabs (errors) < 3 ? BW_DASH_DOTS : BW_DASH_LONG;
}

/* How many standard errors it is away; what is certain for all cannot differ. */
static double
get_distance (const Funnel *funnel, const BwCell *cell)
{
  double error = get_error (funnel, (double) cell->n);
  return error > 0 ? fabs (cell->value - funnel->share) / error : 0;
}

static char *
create_words (const Funnel *funnel, guint member)
{
  const BwCell *cell = get_cell (&funnel->plot, member);
  g_autofree char *words = bw_plot_words (&funnel->plot, 0, member);
  double distance = get_distance (funnel, cell);
  const char *verdict = distance > 3 ? _("outside 3 standard errors")
                                     : distance > 2
      ? _("outside 2 standard errors")
      : _("within chance");
  /* Translators: what a point of a funnel plot stands for, and whether it is more than chance */
  return g_strdup_printf (C_ ("funnel", "%s; %s"), words, verdict);
}

static void
add_point (const Funnel *funnel, guint member)
{
  const BwPlot *plot = &funnel->plot;
  const BwCell *cell = get_cell (plot, member);
  double distance = get_distance (funnel, cell);
  double x = funnel_x (funnel, (double) cell->n), y = bw_plot_y (plot, cell->value);
  BwMark *point = bw_scene_add (plot->scene, BW_MARK_POINT, x - DOT / 2.0, y - DOT / 2.0, DOT, DOT);
  point->period = 0;
  point->member = (int) member;
  point->words = create_words (funnel, member);
  point->size = DOT;
  point->colour = distance > 3 ? plot->theme->bad : plot->theme->accent;
  point->shape = distance > 3 ? BW_SIGN_DIAMOND : distance > 2 ? BW_SIGN_SQUARE : BW_SIGN_CIRCLE;
}

static gboolean
overlap (const BwBox *a, const BwBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/* Over marks and names that are there already? */
static gboolean
is_taken (const Funnel *funnel, const BwBox *box, GArray *names)
{
  const BwScene *scene = funnel->plot.scene;
  for (guint i = 0; i < bw_scene_get_n_data (scene); i++)
    if (overlap (box, &bw_scene_get_data (scene, i)->box))
      return TRUE;
  for (guint i = 0; i < names->len; i++)
    if (overlap (box, &g_array_index (names, BwBox, i)))
      return TRUE;
  const BwBox *area = &funnel->plot.area;
  return box->x < area->x || box->x + box->width > bw_scene_get_width (scene) ||
         box->y < area->y - box->height / 2 || box->y + box->height > area->y + area->height;
}

/* Those outside the outer limits are named, where their names cover nothing. */
static void
add_name (const Funnel *funnel, guint member, GArray *names)
{
  const BwPlot *plot = &funnel->plot;
  const BwCell *cell = get_cell (plot, member);
  const char *name = bw_series_get_member_label (plot->chart->series, member);
  double x = funnel_x (funnel, (double) cell->n), y = bw_plot_y (plot, cell->value);
  BwBox size = { 0 };
  bw_scene_measure (plot->scene, name, plot->theme->font_size, FALSE, &size.width, &size.height);
  double above = y - DOT - size.height, below = y + DOT;
  gboolean is_high = cell->value > funnel->share;
  /* Away from the limits first. */
  const BwBox places[] = {
    { x - size.width / 2, is_high ? above : below, size.width, size.height },
    { x + DOT, y - size.height / 2, size.width, size.height },
    { x - DOT - size.width, y - size.height / 2, size.width, size.height },
    { x - size.width / 2, is_high ? below : above, size.width, size.height },
  };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    if (is_taken (funnel, &places[i], names))
      continue;
    bw_scene_add_text (plot->scene, name, places[i].x, places[i].y, 0, 0, plot->theme->font_size,
                       FALSE, plot->theme->foreground);
    g_array_append_val (names, places[i]);
    return;
  }
}

static void
add_counts (const Funnel *funnel)
{
  const BwPlot *plot = &funnel->plot;
  double step = bw_unit_axis_step (BW_UNIT_COUNT, 0, funnel->most,
                                   (int) MAX (plot->area.width / (plot->theme->font_size * 6), 1));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (double));
  for (double n = 0; n <= funnel->most; n += step) {
    double at = funnel_x (funnel, n);
    g_autofree char *count = bw_format_count ((gint64) n);
    g_array_append_val (x, at);
    /* Translators: on an axis: how many tickets, answers ... are behind a figure */
    g_ptr_array_add (labels, g_strdup_printf (_("n %s"), count));
  }
  bw_plot_add_labels_below (plot, (const double *) (gpointer) x->data,
                            (const char *const *) labels->pdata, x->len);
}

static void
set_scale (Funnel *funnel)
{
  BwPlot *plot = &funnel->plot;
  double low, high;
  bw_plot_get_range (plot, &low, &high);
  double typical = get_error (funnel, MAX (funnel->most / 4, 1)) * 3;
  bw_plot_set_scale (plot, MAX (MIN (low, funnel->share - typical), 0),
                     MIN (MAX (high, funnel->share + typical), 1), FALSE);
}

static void
layout_funnel (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  Funnel funnel = { 0 };
  BwPlot *plot = &funnel.plot;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (BwBox));
  if (!bw_plot_begin (plot, chart, theme, scene, BW_LEGEND_FUNNEL))
    return;
  plot->n_members = bw_series_get_n_members (chart->series);
  sum_up (&funnel);
  if (!isfinite (funnel.share))
    return;
  set_scale (&funnel);
  bw_plot_add_value_axis (plot);
  plot->area.width -= DOT;
  add_counts (&funnel);
  bw_plot_add_spans (plot, FALSE);
  for (int errors = -3; errors <= 3; errors++)
    if (abs (errors) != 1)
      add_limit (&funnel, errors);
  bw_plot_add_guides (plot, FALSE);
  for (guint m = 0; m < plot->n_members; m++)
    if (is_drawn (plot, m))
      add_point (&funnel, m);
  for (guint m = 0; m < plot->n_members; m++)
    if (is_drawn (plot, m) && get_distance (&funnel, get_cell (plot, m)) > 3)
      add_name (&funnel, m, names);
}

const BwChartType bw_chart_funnel = {
  .id = "funnel",
  .title = N_ ("Funnel plot"),
  .layout = layout_funnel,
};
