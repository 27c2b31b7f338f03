/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as data: what is drawn, not how. Made from a series, a distribution, a matrix or steps;
 * then, before anybody else sees it, guides, limits, a comparison and annotations may be added.
 * From there on immutable; counted.
 *
 * To add a type: a file chart-NAME.c that defines `const BwChartType bw_chart_NAME`, and its name
 * in the chart shelf of src/meson.build. */
#pragma once

#include "bw-control.h"
#include "bw-distribution.h"
#include "bw-scene.h"
#include "bw-series.h"
#include "bw-theme.h"

typedef struct _BwChart BwChart;

/* What a type is drawn from. */
typedef enum {
  BW_CHART_OF_SERIES,       /* bw_chart_new */
  BW_CHART_OF_DISTRIBUTION, /* bw_chart_new_distribution */
  BW_CHART_OF_MATRIX,       /* bw_chart_new_matrix */
  BW_CHART_OF_STEPS,        /* bw_chart_new_steps */
} BwChartSource;

typedef struct {
  const char *id;    /* "line" */
  const char *title; /* N_("Line chart") */
  BwChartSource source;
  gboolean is_bare; /* a small picture beside a figure: no axes, no heading, no words of its own */
  gboolean is_rows; /* something to a line of text: grows with the number of members */
  /* Adds the marks of the chart to an empty scene of that size (in points/pixels). */
  void (*layout) (const BwChart *chart, const BwTheme *theme, BwScene *scene);
} BwChartType;

/* A level or a span across the whole chart, of what the figure is held against. */
typedef enum {
  BW_GUIDE_COMPARED,  /* the figure of another period */
  BW_GUIDE_TARGET,    /* what was set out to be reached */
  BW_GUIDE_BENCHMARK, /* what others reach */
} BwGuideKind;

typedef struct {
  BwGuideKind kind;
  double low; /* in the unit of the chart; -INFINITY = open, as high may be INFINITY */
  double high;
  char *label; /* "Target 2 h 30 min" */
} BwGuide;

/* Where a period's value is expected by the control chart. NAN = no limit there. */
typedef struct {
  double centre;
  double low;
  double high;
  const char *signal; /* interned: why the value is more than noise, translated; NULL = it is not */
} BwLimits;

/* Something that happened, beside what was counted. */
typedef struct {
  guint period;
  char *text;
} BwAnnotation;

typedef enum {
  BW_STEP_TOTAL,  /* a level: the start, the end */
  BW_STEP_RATE,   /* a difference because members changed */
  BW_STEP_MIX,    /* a difference because their shares changed */
  BW_STEP_CHANGE, /* any other difference */
} BwStepKind;

/* A column of a waterfall. */
typedef struct {
  BwStepKind kind;
  char *label;
  double value; /* the level, or the difference */
  char *words;  /* more to say of it: "from 80 % of 120 to 74 % of 200"; may be NULL */
} BwStep;

struct _BwChart {
  const BwChartType *type;
  char *title;    /* "First response time by month"; may be NULL */
  char *subtitle; /* "mean, by reply date"; may be NULL */

  /* One of these, by the type's source; the others are NULL. */
  BwSeries *series;
  BwDistribution *distribution;
  BwMatrix *matrix;
  GArray *steps;        /* BwStep */
  BwUnit unit;          /* of the figure */
  const char *currency; /* of money, interned; NULL = not known */

  gboolean is_scale;      /* members are steps of one scale, from the best to the worst */
  gboolean show_interval; /* 95 % interval as a band or whisker where cells have one */
  GArray *guides;         /* BwGuide; may be empty */
  GArray *annotations;    /* BwAnnotation; may be empty */
  BwLimits *limits;       /* one a period of the series; may be NULL */
  BwSeries *comparison;   /* as many periods, of another time; member 0; may be NULL */
  char *comparison_label; /* "Same period last year" */
};

#define BW_TYPE_CHART (bw_chart_get_type ())
GType bw_chart_get_type (void);

/* type: an id of the shelf.
 *
 *   line         periods on x, a line a member
 *   area         the same, filled down to zero; several members lie on each other
 *   control      one line with its limits, centre line and marked signals
 *   sparkline    the bare course with its last point
 *   bar          one period: members as horizontal bars; several: a column each (member 0)
 *   stacked-bar  a column a period, members on each other
 *   share-bar    the same as parts of 100 %; with one period: one bar
 *   bullet       one period: a bar a member over its benchmark's span, its target as a stroke
 *   funnel       one period: members by n and share, with limits of 2 and 3 standard errors around
 *                the share of all */
BwChart *bw_chart_new (const char *type, const char *title, const char *subtitle, BwSeries *series);
/* histogram: bins; box: quartiles a member, with the single values of small ones */
BwChart *bw_chart_new_distribution (const char *type,
                                    const char *title,
                                    const char *subtitle,
                                    BwDistribution *distribution);
/* heatmap */
BwChart *
bw_chart_new_matrix (const char *type, const char *title, const char *subtitle, BwMatrix *matrix);
/* waterfall. Without steps, which are added one by one. */
BwChart *
bw_chart_new_steps (const char *type, const char *title, const char *subtitle, BwUnit unit);
BwChart *bw_chart_ref (BwChart *chart);
void bw_chart_unref (BwChart *chart);

/* While it is being built. */

/* low == high: a line. */
void
bw_chart_add_guide (BwChart *chart, BwGuideKind kind, double low, double high, const char *label);
void bw_chart_add_annotation (BwChart *chart, guint period, const char *text);
/* One for each period of the series; copied. */
void bw_chart_set_limits (BwChart *chart, const BwLimits *limits);
/* The same from a control chart of as many points; marked with the rules that it breaks. */
void bw_chart_set_control (BwChart *chart, const BwControl *control, const BwControlPlan *plan);
/* Its i-th period stands beside the i-th of the chart. */
void bw_chart_set_comparison (BwChart *chart, BwSeries *series, const char *label);
void bw_chart_add_step (
    BwChart *chart, BwStepKind kind, const char *label, double value, const char *words);

/* The same chart under another heading. */
BwChart *bw_chart_retitle (const BwChart *chart, const char *title, const char *subtitle);
/* The same with n of its periods, from that one on; marks then count from there. */
BwChart *bw_chart_cut (const BwChart *chart, guint from, guint n);
/* Periods that can be cut: 1 for what has no course. */
guint bw_chart_get_n_periods (const BwChart *chart);

/* How many data marks its scene will have, about: what assistive technologies may have to list. */
guint bw_chart_count_data (const BwChart *chart);
/* Its calm height, in lines of text. */
double bw_chart_get_lines (const BwChart *chart);

/* All chart types, NULL-terminated. */
const BwChartType *const *bw_chart_types (void);

/* Never NULL. No data gives a scene that says so in words. */
BwScene *bw_chart_layout (const BwChart *chart, double width, double height, const BwTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwChart, bw_chart_unref)
