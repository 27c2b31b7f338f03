/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said, in order: a GListModel of BwBlock made of a workspace's figures. Immutable once
 * made; any thread may read it. The blocks are made when first asked for, which may take a moment,
 * and so are the figures where the report names things otherwise than the workspace does. */
#pragma once

#include "bw-chart.h"
#include "bw-report-plan.h"
#include "bw-workspace.h"

typedef enum {
  BW_BLOCK_HEADING,   /* text, level 1 or 2; 1 begins a new page */
  BW_BLOCK_PARAGRAPH, /* text, tone */
  BW_BLOCK_TILES,     /* figures */
  BW_BLOCK_SCORES,    /* scores */
  BW_BLOCK_CHART,     /* chart */
  BW_BLOCK_TABLE,     /* table, and its heading as text unless NULL */
} BwBlockKind;

typedef enum {
  BW_TONE_PLAIN,
  BW_TONE_FINE,    /* in smaller letters */
  BW_TONE_COMMENT, /* what the manager wrote */
} BwTone;

/* A figure beside those that it is compared with. */
typedef struct {
  BwFigure *figure;
  BwCell previous;    /* of the period before; BW_CELL_NONE = no data */
  BwCell year_before; /* of the same period a year before; likewise */
  char *target;       /* in words, or NULL */
  int reached;        /* 1 the target is reached, -1 it is missed, 0 it cannot be said */
} BwScore;

/* Cells of text for people; numbers are right-aligned. First row is the head. */
typedef struct {
  char *title;
  guint n_columns;
  guint n_rows;      /* with the head */
  char **cells;      /* n_rows * n_columns */
  gboolean *numeric; /* n_columns */
  double *shares;    /* n_columns: part of the width, sums to 1 */
} BwTextTable;

#define BW_TYPE_BLOCK (bw_block_get_type ())
G_DECLARE_FINAL_TYPE (BwBlock, bw_block, BW, BLOCK, GObject)

struct _BwBlock {
  GObject parent_instance;
  BwBlockKind kind;
  int level;
  BwTone tone;
  gboolean half;    /* a table that may stand beside the next one */
  gboolean if_room; /* left out where it would begin a page */
  char *text;
  GPtrArray *figures; /* BwFigure */
  GPtrArray *scores;  /* BwScore */
  BwChart *chart;
  double aspect; /* of the chart: width / height */
  BwTextTable *table;
};

#define BW_TYPE_REPORT (bw_report_get_type ())
G_DECLARE_FINAL_TYPE (BwReport, bw_report, BW, REPORT, GObject)

/* What a report is made of. All borrowed; dataset, compared, filter, engine, question and plan may
 * be NULL. */
typedef struct {
  BwDataset *dataset;
  GPtrArray *figures; /* BwFigure */
  BwPeriod *period;
  BwPeriod *compared;
  BwAxis *axis;
  BwCompare compare;
  BwBasis basis;
  BwStatistic statistic;
  BwFilter *filter;
  GPtrArray *explanations;    /* BwExplanation; may be NULL */
  BwEngine *engine;           /* answers what the figures do not tell */
  const BwQuestion *question; /* that the figures answer */
  BwSettings *settings;       /* what it was counted by; NULL = the defaults */
  BwReportPlan *plan;
  gboolean anonymise;
} BwReportContent;

/* Of the workspace as it stands (its figures must be there), by its plan. */
BwReport *bw_report_new (BwWorkspace *workspace);
BwReport *bw_report_new_from_content (const BwReportContent *content);
/* Makes the figures, unless they are there: before others ask for them, so that it can be
 * cancelled. */
gboolean bw_report_compute (BwReport *self, GCancellable *cancellable, GError **error);

const char *bw_report_get_title (BwReport *self);
/* Never NULL; the report's own copy. */
BwReportPlan *bw_report_get_plan (BwReport *self);
const char *bw_report_get_subtitle (BwReport *self); /* period, compared with, scope */
/* The report's own time, for documents that need one: the end of its period, never the clock. */
gint64 bw_report_get_date (BwReport *self);

/* What exporters write besides the blocks; all as the report was made. */
BwDataset *bw_report_get_dataset (BwReport *self);
GPtrArray *bw_report_get_figures (BwReport *self);
GPtrArray *bw_report_get_explanations (BwReport *self); /* never NULL; may be empty */
BwPeriod *bw_report_get_period (BwReport *self);
BwPeriod *bw_report_get_compared (BwReport *self); /* NULL = none */
BwAxis *bw_report_get_axis (BwReport *self);
BwCompare bw_report_get_compare (BwReport *self);
BwBasis bw_report_get_basis (BwReport *self);
BwStatistic bw_report_get_statistic (BwReport *self);
BwFilter *bw_report_get_filter (BwReport *self);
BwEngine *bw_report_get_engine (BwReport *self);     /* NULL = figures alone */
BwSettings *bw_report_get_settings (BwReport *self); /* NULL = the defaults */
/* Names for people instead of their own; NULL = their own. */
BwPseudonyms *bw_report_get_pseudonyms (BwReport *self);
