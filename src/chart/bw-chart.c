/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what a chart is made of, and has its type lay it out. */
#include "config.h"

#include <math.h>

#include "bw-chart.h"

#define BW_ITEM(type) extern const BwChartType type;
BW_SHELF
#undef BW_ITEM

static const BwChartType *const types[] = {
#define BW_ITEM(type) &type,
  BW_SHELF
#undef BW_ITEM
      NULL
};

G_DEFINE_BOXED_TYPE (BwChart, bw_chart, bw_chart_ref, bw_chart_unref)

const BwChartType *const *
bw_chart_types (void)
{
  return types;
}

static const BwChartType *
find_type (const char *id)
{
  for (guint i = 0; types[i]; i++)
    if (g_str_equal (types[i]->id, id))
      return types[i];
  return NULL;
}

BwChart *
bw_chart_new (const char *type, const char *title, const char *subtitle, BwSeries *series)
{
  g_return_val_if_fail (type && series, NULL);
  const BwChartType *found = find_type (type);
  g_return_val_if_fail (found, NULL);
  BwChart *chart = g_atomic_rc_box_new0 (BwChart);
  chart->type = found;
  chart->title = g_strdup (title);
  chart->subtitle = g_strdup (subtitle);
  chart->series = bw_series_ref (series);
  chart->reference = NAN;
  return chart;
}

BwChart *
bw_chart_ref (BwChart *chart)
{
  return g_atomic_rc_box_acquire (chart);
}

static void
clear_chart (BwChart *chart)
{
  g_free (chart->title);
  g_free (chart->subtitle);
  g_free (chart->reference_label);
  bw_series_unref (chart->series);
}

void
bw_chart_unref (BwChart *chart)
{
  g_atomic_rc_box_release_full (chart, (GDestroyNotify) clear_chart);
}

BwScene *
bw_chart_layout (const BwChart *chart, double width, double height, const BwTheme *theme)
{
  g_return_val_if_fail (chart && theme, NULL);
  BwScene *scene = bw_scene_new (MAX (width, 1), MAX (height, 1), theme->font);
  chart->type->layout (chart, theme, scene);
  if (theme->right_to_left)
    bw_scene_mirror (scene);
  return scene;
}
