/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the rows of a report stand in its workbook, and formulas that make figures of them. */
#pragma once

#include "bw-book.h"
#include "bw-exporter.h"

/* Rows that fit below the head of a sheet. */
#define BW_TRACE_MAX_ROWS (LXW_ROW_MAX - 1)

typedef enum {
  BW_TRACE_FIELD,   /* what the file says */
  BW_TRACE_TIME,    /* the moment that places a row for a KPI */
  BW_TRACE_MEASURE, /* what a KPI says of it */
} BwTraceRole;

/* One column of the sheets of a kind of rows. */
typedef struct {
  BwTraceRole role;
  char *name; /* of its range: "created", "kpi_csat" */
  char *head;
  BwLook look;
  double width;

  const BwColumn *column; /* FIELD */
  guint index;            /* of the column in its table */
  const gint32 *times;    /* TIME */
  const BwFigure *figure; /* MEASURE */
  const BwMeasure *measure;
  BwRowTimes placed;
} BwTraceColumn;

/* The rows of one kind that pass the report's filter. */
typedef struct {
  BwKind kind;
  const BwTable *table;
  BwBits *rows;
  gsize n_rows;
  GArray *columns; /* BwTraceColumn */
} BwTraceTable;

typedef struct _BwTrace BwTrace;

/* rows_a_sheet: at most BW_TRACE_MAX_ROWS. personal: with the columns that name people. The report
 * has an engine. */
BwTrace *bw_trace_new (BwReport *report, gboolean personal, gsize rows_a_sheet);
void bw_trace_free (BwTrace *trace);

guint bw_trace_get_n_tables (const BwTrace *trace);
const BwTraceTable *bw_trace_get_table (const BwTrace *trace, guint i);
/* The rows of a table take as many sheets as they need, one at least. */
guint bw_trace_get_n_sheets (const BwTrace *trace, const BwTraceTable *table);
char *bw_trace_make_sheet_name (const BwTraceTable *table, guint sheet);
/* The name of a column's range in a sheet: "data_created", "data_2_created", "calls_talk_time". */
char *bw_trace_make_range_name (const BwTraceTable *table, guint sheet, const char *column);
gsize bw_trace_get_rows_a_sheet (const BwTrace *trace);
BwZone *bw_trace_get_zone (const BwTrace *trace);
/* NULL = people have their own names. */
BwPseudonyms *bw_trace_get_pseudonyms (const BwTrace *trace);

/* What a MEASURE cell holds; NAN = no say. */
double bw_trace_get_say (const BwTraceColumn *column, gsize row);

/* A number of a figure. */
typedef enum {
  BW_TRACE_N,
  BW_TRACE_NUMERATOR,
  BW_TRACE_DENOMINATOR,
  BW_TRACE_COUNT, /* of counts and stocks: the value itself */
  BW_TRACE_MEAN,
  BW_TRACE_MEDIAN,
  BW_TRACE_P90,
} BwTracePart;

/* A span of time and the names of the cells that hold its first and its last limit. */
typedef struct {
  const BwPeriod *period;
  const char *from;
  const char *to;
} BwTraceSpan;

/* A part of the figure's cell over that span: as a formula over the rows where there is one that
 * comes to the same, else as the number. trace and span may be NULL. */
void bw_trace_write (BwTrace *trace,
                     BwBook *book,
                     guint row,
                     guint column,
                     const BwFigure *figure,
                     const BwCell *cell,
                     BwTracePart part,
                     const BwTraceSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwTrace, bw_trace_free)
