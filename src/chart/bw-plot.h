/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What chart types have in common: heading, legend, scale, axes, guides and words. Laid out from
 * left to right; bw_chart_layout mirrors the result where a language runs the other way. */
#pragma once

#include "bw-chart.h"

typedef struct {
  const BwChart *chart;
  const BwTheme *theme;
  BwScene *scene;
  guint n_periods; /* of a series; else 1 */
  guint n_members; /* that are drawn: at most BW_THEME_SERIES */
  BwUnit unit;     /* of the scale */
  double gap;      /* the room between things */
  BwBox area;      /* of the data; shrinks as heading, legend and axes take theirs */
  double low;      /* of the scale */
  double high;
  double step;
  gboolean is_log; /* equal steps are equal ratios; low is above 0 then */
} BwPlot;

typedef enum {
  BW_LEGEND_NONE,       /* members are named elsewhere */
  BW_LEGEND_LINES,      /* the first members have colours and shapes, the rest is not drawn */
  BW_LEGEND_PARTS,      /* what has no colour of its own is one more: "3 others" */
  BW_LEGEND_FUNNEL,     /* the limits of chance; members are named elsewhere */
  BW_LEGEND_STATISTICS, /* median, mean and ninth decile */
  BW_LEGEND_BOXES,      /* what a box is */
  BW_LEGEND_STEPS,      /* what the colours of a waterfall mean */
} BwLegend;

/* The whole scene less heading and legend: of members when there are several, of guides, limits and
 * comparison when there are any. FALSE when there is nothing to draw: the scene then says so. */
gboolean bw_plot_begin (
    BwPlot *plot, const BwChart *chart, const BwTheme *theme, BwScene *scene, BwLegend legend);
/* Its last part. Guides are named here rather than beside their lines, where they would cover data.
 */
void bw_plot_add_legend (BwPlot *plot, BwLegend legend);

/* --- Scales --------------------------------------------------------------------------------- */

/* A scale with round ends that holds these values, and zero where it must or is not far. */
void bw_plot_set_scale (BwPlot *plot, double low, double high, gboolean from_zero);
/* What there is to hold: headline values of the drawn members, guides, limits, the comparison and,
 * as far as they do not dwarf these, the intervals. */
void bw_plot_get_range (const BwPlot *plot, double *low, double *high);

/* Values upwards: grid lines with their values at the left; room below for a line of labels. */
void bw_plot_add_value_axis (BwPlot *plot);
/* The same, with periods below. */
void bw_plot_add_axes (BwPlot *plot);
/* Values along, from left to right: their grid over the area and the labels below, for which it
 * takes nothing. */
void bw_plot_add_level_axis (const BwPlot *plot);
/* Labels from the left, centred at x[i] below the area, as many as fit. */
void
bw_plot_add_labels_below (const BwPlot *plot, const double *x, const char *const *labels, guint n);
/* The height of a line of text at that part of the font's size. */
double bw_plot_text_height (const BwPlot *plot, double part);

double bw_plot_column_width (const BwPlot *plot);
double bw_plot_x (const BwPlot *plot, guint period);       /* middle of its column */
double bw_plot_y (const BwPlot *plot, double value);       /* within the area; NAN for NAN */
double bw_plot_level_x (const BwPlot *plot, double value); /* the same along */
/* The headline; NAN for what cannot be drawn. */
double bw_plot_value (const BwPlot *plot, guint period, guint member);
gboolean bw_plot_has_interval (const BwPlot *plot, guint period, guint member);
BwColour bw_plot_colour (const BwPlot *plot, guint member);
/* Gives the mark the member's colour, and shape or hatch where colours may not be enough. */
void bw_plot_paint (const BwPlot *plot, BwMark *mark, guint member);
/* The same for a kind of step. */
void bw_plot_paint_step (const BwPlot *plot, BwMark *mark, BwStepKind kind);

/* --- Marks ---------------------------------------------------------------------------------- */

/* What lies behind data: spans of guides across, or upright for values along. */
void bw_plot_add_spans (const BwPlot *plot, gboolean upright);
/* What lies before them: lines of guides. */
void bw_plot_add_guides (const BwPlot *plot, gboolean upright);
/* How a guide's line looks, here and in the legend. */
void bw_plot_style_guide (const BwPlot *plot, BwGuideKind kind, BwMark *line);
/* Is it drawn as a span rather than as a line? */
gboolean bw_guide_is_span (const BwGuide *guide);
/* Where its line is: the finite end. */
double bw_guide_get_level (const BwGuide *guide);
/* The dashed line of the comparison. */
void bw_plot_add_comparison (const BwPlot *plot);
void bw_plot_style_comparison (const BwPlot *plot, BwMark *line);
/* Centre and limits of each period. */
void bw_plot_add_limits (const BwPlot *plot);
/* Rings around the values that are signals. */
void bw_plot_add_signals (const BwPlot *plot);
/* A sign above the area for each annotation; takes the room for it when there are any. */
void bw_plot_take_annotations (BwPlot *plot);
void bw_plot_add_annotations (const BwPlot *plot);

/* The line of each drawn member, with the band of its intervals when it is alone. */
void bw_plot_add_course (const BwPlot *plot);
/* Its data. */
void bw_plot_add_course_points (const BwPlot *plot);

/* All of a chart of lines: axes, spans, limits, comparison, course, guides and annotations. */
void bw_plot_lay_out_course (BwPlot *plot);

/* The sum of what is above zero from that member on; NAN when no member has a value. */
double bw_plot_sum (const BwPlot *plot, guint period, guint first_member);
/* Members that have no colour of their own. */
guint bw_plot_count_others (const BwPlot *plot);
/* "March 2025, 3 others: 12" */
char *bw_plot_words_others (const BwPlot *plot, guint period);

/* A line of two ends. */
BwMark *bw_plot_add_stroke (const BwPlot *plot, double x1, double y1, double x2, double y2);
/* Whisker with caps from (x, y) along one axis. */
void bw_plot_add_whisker (const BwPlot *plot, double x1, double y1, double x2, double y2);
/* A line through n points, which it takes. */
BwMark *bw_plot_add_polyline (const BwPlot *plot, double *points, gsize n);
/* Of n x, y pairs, at most two for each unit of x: the least and the greatest y, in their order.
 * Breaks (NAN) stay. Rewrites points; returns how many are left. */
gsize bw_plot_thin (double *points, gsize n);

/* Text over a column or a part, at 0.9 of the size of labels. */
BwMark *
bw_plot_add_value_label (const BwPlot *plot, const char *text, double x, double y, BwColour colour);
/* The same on a ground of its own, where lines may run. */
void bw_plot_add_grounded_label (const BwPlot *plot, const char *text, double x, double y);
/* The value of a period over its column, whose top is there. */
void bw_plot_add_column_label (const BwPlot *plot, guint period, double value, double top);
/* Does each of the n values fit over its column? NAN has no label. */
gboolean bw_plot_do_labels_fit (const BwPlot *plot, const double *values);

/* --- Rows: something to a line of text ---------------------------------------------------------
 */

typedef char *(*BwRowText) (const BwPlot *plot, guint row);

typedef struct {
  BwPlot *plot;
  guint n;      /* rows that have room */
  guint n_all;  /* rows that there are */
  double pitch; /* from row to row */
  double text_height;
  double label_width;
  double value_x;  /* where values begin */
  BwRowText label; /* at the left */
  BwRowText value; /* at the right; may be NULL */
} BwPlotRows;

/* Takes the room of the labels from the plot's area; `below` is what is left free under the rows.
 */
void bw_plot_rows_begin (
    BwPlotRows *rows, BwPlot *plot, guint n, BwRowText label, BwRowText value, double below);
double bw_plot_rows_middle (const BwPlotRows *rows, guint row);
/* Label and value of a row. */
void bw_plot_rows_add_texts (const BwPlotRows *rows, guint row, gboolean is_dim);
/* Where values begin. */
void bw_plot_rows_add_base (const BwPlotRows *rows, double value);
/* "and 3 more", under the rows. */
void bw_plot_rows_add_rest (const BwPlotRows *rows);

/* --- Words ---------------------------------------------------------------------------------- */

/* "March 2025, Email: 2 h 10 min, n 812" */
char *bw_plot_words (const BwPlot *plot, guint period, guint member);
/* A value in the unit of the figure, short. */
char *bw_plot_format (const BwPlot *plot, double value);
/* "of 3 h 2 min to 4 h": a span in the unit of the figure. */
char *bw_plot_format_span (const BwPlot *plot, double low, double high);
/* The scene's description, from title and data. */
void bw_plot_describe (const BwPlot *plot);
/* A space and the sentence. */
void bw_plot_append_sentence (GString *text, const char *sentence);
/* Of what is no series: distributions, matrices and steps. */
void bw_plot_tell_distribution (const BwPlot *plot, GString *text);
void bw_plot_tell_matrix (const BwPlot *plot, GString *text);
void bw_plot_tell_steps (const BwPlot *plot, GString *text);

/* Where a line one unit wide is sharp on a screen. */
static inline double
bw_plot_sharpen (double y)
{
  return (double) (long) y + 0.5;
}
