/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as data: what is drawn, not how. To add a type: a file chart-NAME.c that defines
 * `const BwChartType bw_chart_NAME`, and its name in the chart shelf of src/meson.build.
 * Immutable, counted. */
#pragma once

#include "bw-scene.h"
#include "bw-series.h"
#include "bw-theme.h"

typedef struct _BwChart BwChart;

typedef struct {
  const char *id;    /* "line" */
  const char *title; /* N_("Line chart") */
  /* Adds the marks of the chart to an empty scene of that size (in points/pixels). */
  void (*layout) (const BwChart *chart, const BwTheme *theme, BwScene *scene);
} BwChartType;

struct _BwChart {
  const BwChartType *type;
  char *title;    /* "First response time by month"; may be NULL */
  char *subtitle; /* "mean, by reply date"; may be NULL */
  BwSeries *series;
  double reference; /* a line across (compared value, target); NAN = none */
  char *reference_label;
  gboolean sparkline;     /* bare: no axes, no labels */
  gboolean show_interval; /* 95 % interval as a band or whisker where cells have one */
};

#define BW_TYPE_CHART (bw_chart_get_type ())
GType bw_chart_get_type (void);

/* type: an id of the shelf ("line", "bar", "stacked-bar"). Line: periods on x, a line a member.
 * Bar: with one period: members as horizontal bars; with several: periods on x, one bar each
 * (member 0). Stacked bar: periods on x, members stacked. */
BwChart *bw_chart_new (const char *type, const char *title, const char *subtitle, BwSeries *series);
BwChart *bw_chart_ref (BwChart *chart);
void bw_chart_unref (BwChart *chart);

/* All chart types, NULL-terminated. */
const BwChartType *const *bw_chart_types (void);

/* Never NULL. No data gives a scene that says so in words. */
BwScene *bw_chart_layout (const BwChart *chart, double width, double height, const BwTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwChart, bw_chart_unref)
