/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said, in order: a GListModel of BwBlock made of a workspace's figures. Immutable once
 * made, so that exporters may write it from a thread. */
#pragma once

#include "bw-chart.h"
#include "bw-workspace.h"

typedef enum {
  BW_BLOCK_HEADING,   /* text, level 1 or 2; 1 begins a new page */
  BW_BLOCK_PARAGRAPH, /* text */
  BW_BLOCK_TILES,     /* figures */
  BW_BLOCK_CHART,     /* chart */
  BW_BLOCK_TABLE,     /* table */
} BwBlockKind;

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
  char *text;
  GPtrArray *figures; /* BwFigure */
  BwChart *chart;
  double aspect; /* of the chart: width / height */
  BwTextTable *table;
};

#define BW_TYPE_REPORT (bw_report_get_type ())
G_DECLARE_FINAL_TYPE (BwReport, bw_report, BW, REPORT, GObject)

/* What a report is made of. All borrowed; dataset, compared, filter and demand may be NULL. */
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
  GPtrArray *explanations; /* BwExplanation; may be NULL */
  BwSeries *demand; /* tickets created, by period and a dimension */
  BwEngine *engine; /* what it was asked of; NULL = there are figures alone */
  BwSettings *settings; /* what it was counted by; NULL = the defaults */
  gboolean anonymise;
} BwReportContent;

/* Of the workspace as it stands (its figures must be there). */
BwReport *bw_report_new (BwWorkspace *workspace);
BwReport *bw_report_new_from_content (const BwReportContent *content);

const char *bw_report_get_title (BwReport *self);
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
