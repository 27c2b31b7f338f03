/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What chart types have in common: heading, legend, scale, axes, reference line and words. Laid out
 * from left to right; bw_chart_layout mirrors the result where a language runs the other way. */
#pragma once

#include "bw-chart.h"

typedef struct {
  const BwChart *chart;
  const BwTheme *theme;
  BwScene *scene;
  guint n_periods;
  guint n_members; /* that are drawn: at most BW_THEME_SERIES */
  BwUnit unit;
  double gap; /* the room between things */
  BwBox area; /* of the data; shrinks as heading, legend and axes take theirs */
  double low; /* of the scale */
  double high;
  double step;
} BwPlot;

typedef enum {
  BW_LEGEND_NONE,   /* members are named elsewhere */
  BW_LEGEND_FIRST,  /* the first members have colours, the rest is not drawn */
  BW_LEGEND_OTHERS, /* what has no colour of its own is one more: "3 others" */
} BwLegend;

/* The whole scene less heading (and a legend when there are several members). FALSE when there is
 * nothing to draw: the scene then says so. */
gboolean bw_plot_begin (
    BwPlot *plot, const BwChart *chart, const BwTheme *theme, BwScene *scene, BwLegend legend);

/* A scale with round ends that holds these values, and zero where it must or is not far. */
void bw_plot_set_scale (BwPlot *plot, double low, double high, gboolean from_zero);
/* What there is to hold: headline values of the drawn members, the reference and, as far as they do
 * not dwarf these, the intervals. */
void bw_plot_get_range (const BwPlot *plot, double *low, double *high);

/* Values upwards: grid lines with their values at the left, periods below. */
void bw_plot_add_axes (BwPlot *plot);
/* The dashed line across for the chart's reference, if it has one. */
void bw_plot_add_reference (BwPlot *plot);

double bw_plot_column_width (const BwPlot *plot);
double bw_plot_x (const BwPlot *plot, guint period); /* middle of its column */
double bw_plot_y (const BwPlot *plot, double value); /* within the area; NAN for NAN */
/* The headline; NAN for what cannot be drawn. */
double bw_plot_value (const BwPlot *plot, guint period, guint member);
gboolean bw_plot_has_interval (const BwPlot *plot, guint period, guint member);
BwColour bw_plot_colour (const BwPlot *plot, guint member);

/* "March 2025, Email: 2 h 10 min, n 812" */
char *bw_plot_words (const BwPlot *plot, guint period, guint member);
/* The scene's description, from title and data. */
void bw_plot_describe (const BwPlot *plot);

/* Whisker with caps from (x, y) along one axis. */
void bw_plot_add_whisker (const BwPlot *plot, double x1, double y1, double x2, double y2);
/* Of n x, y pairs, at most two for each unit of x: the least and the greatest y, in their order.
 * Breaks (NAN) stay. Rewrites points; returns how many are left. */
gsize bw_plot_thin (double *points, gsize n);

/* Where a line one unit wide is sharp on a screen. */
static inline double
bw_plot_sharpen (double y)
{
  return (double) (long) y + 0.5;
}
