/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A KPI is a declaration and a kernel of a line or two. To add one: a file kpi-NAME.c that defines
 * `const BwMetric bw_kpi_NAME`, its name in the kpi shelf of src/meson.build, and a case in
 * tests/data/kpi/NAME/. */
#pragma once

#include "bw-bits.h"
#include "bw-period.h"
#include "bw-row.h"
#include "bw-unit.h"

/* How rows become a figure. */
typedef enum {
  BW_FOLD_COUNT,    /* rows that have a say */
  BW_FOLD_DURATION, /* mean, median and p90 of seconds */
  BW_FOLD_SHARE,    /* kernel says 1 or 0: sum / n, Wilson interval */
  BW_FOLD_MEAN,     /* mean of scores, Student interval */
  BW_FOLD_NPS,      /* kernel says 1 promoter, 0 passive, -1 detractor: points */
  BW_FOLD_STOCK,    /* rows between their `when` and their `until`, at the end of the period */
} BwFold;

/* The instants of a row that can place it in time. */
typedef enum {
  BW_WHEN_CREATED,
  BW_WHEN_STARTED, /* work started, else first assigned, else first reply */
  BW_WHEN_FIRST_REPLY,
  BW_WHEN_FIRST_SOLVED,
  BW_WHEN_SOLVED, /* last solve */
  BW_WHEN_LEFT,   /* last solve of a ticket that is still solved: it left the backlog */
  BW_WHEN_STARTED_OR_LEFT,
  BW_WHEN_DUE, /* resolution due, else solved, else created */
  BW_WHEN_REPLY_DUE,
  BW_WHEN_RATED, /* the answer, else the last solve, else the last update */
  BW_WHEN_ENDED, /* a contact's end, else its beginning */
  BW_WHEN_LAST,
} BwWhen;

typedef enum {
  BW_BETTER_NEITHER,
  BW_BETTER_UP,
  BW_BETTER_DOWN,
  BW_BETTER_BAND
} BwBetter;

/* Why a row has no say. Stable names in JSON's "excluded": bw_reason_to_string. */
typedef enum {
  BW_REASON_NONE,
  BW_REASON_NOT_CONCERNED, /* not counted as an exclusion: e.g. an open ticket among the solved */
  BW_REASON_UNANSWERED,
  BW_REASON_UNSOLVED,
  BW_REASON_REOPENED, /* solved once, open again now */
  BW_REASON_AGENT_CREATED,
  BW_REASON_NEGATIVE,
  BW_REASON_NO_REPLY, /* solved without a reply */
  BW_REASON_NO_SOLVE_DATE,
  BW_REASON_IMMATURE, /* its follow-up window is still open */
  BW_REASON_NOT_RATED,
  BW_REASON_OFF_SCALE,
  BW_REASON_NO_VERDICT,
  BW_REASON_NOT_DUE,
  BW_REASON_NOT_ANSWERED,
  BW_REASON_NO_DURATION,
  BW_REASON_NOT_SAID,
  BW_REASON_LAST,
} BwReason;

const char *bw_reason_to_string (BwReason reason);
const char *bw_reason_get_title (BwReason reason);

/* One of these fields must be there; `any` ends with BW_FIELD_NONE. */
typedef struct {
  BwFieldId any[6];
  const char *words; /* N_(): "a reply time", for "needs a reply time" */
} BwNeed;

#define BW_METRIC_MAX_NEEDS 4

/* A named number printed with the figure: the reconciliation of the backlog, the parts of handle
 * time. NAN = no data. */
typedef struct {
  const char *id;    /* "start", "created", "oldest" */
  const char *title; /* N_() */
  BwUnit unit;
  double value;
} BwDetail;

/* What a KPI may look at for its details: rows i with says[i] >= 0 (and in `rows` when it is not
 * NULL) have a say; when and until are seconds since BW_TIME_ORIGIN, BW_MISSING = none. */
typedef struct {
  const BwTable *table;
  const gint8 *says; /* or */
  const gint32 *sizes;
  const gint32 *when;
  const gint32 *until;
  const BwBits *rows;
  const BwPeriod *period;
} BwDetailContext;

typedef struct {
  const char *id;         /* "first-response-time" */
  const char *name;       /* N_() */
  const char *group;      /* "volume", "speed", "quality", "satisfaction", "contact-centre" */
  const char *definition; /* N_(): in words, with what counts and what does not */
  const char *origin;     /* N_(): article or publication */
  BwUnit unit;
  BwBetter better;
  gboolean leading;
  /* Kinds of table it is counted from, the first that is there and has what it needs; ends with
   * BW_KIND_LAST. */
  BwKind kinds[3];
  BwNeed needs[BW_METRIC_MAX_NEEDS]; /* ends with any[0] == NONE */
  BwFold fold;
  BwWhen when;
  BwWhen until; /* STOCK */
  /* The row's value, or NAN and why. Pure, called from several threads, once per row and dataset.
   * SHARE: 0 or 1; NPS: -1, 0 or 1; COUNT and STOCK: 1; DURATION: whole seconds >= 0; MEAN: 0 ..
   * 2000. */
  double (*say) (const BwRow *row, BwReason *reason);
  /* Further conditions on a table that has all needs: words of what is missing, or NULL. Optional.
   */
  const char *(*lacks) (const BwTable *table);
  /* A sentence about how this table's figure came about ("as exported by ..."), or NULL. Optional.
   */
  const char *(*remark) (const BwTable *table);
  /* Named numbers beside the figure. Optional. */
  void (*detail) (const BwDetailContext *context, GArray *details);
} BwMetric;

/* All KPIs in the order of the shelf; *n of them. */
const BwMetric *const *bw_metrics (guint *n);
/* NULL when there is none of that id. */
const BwMetric *bw_metric_find (const char *id);
/* "speed" -> "Speed", translated */
const char *bw_metric_group_title (const char *group);
/* "by reply date": how rows are placed, translated */
const char *bw_metric_basis_label (const BwMetric *metric, gboolean created_basis);
/* Is it counted from tables of that kind? */
gboolean bw_metric_is_of (const BwMetric *metric, BwKind kind);
/* "needs a reply time", or NULL when the table has what it needs. table NULL: all that it needs. */
char *bw_metric_missing (const BwMetric *metric, const BwTable *table);

/* Kernels of several KPIs. */

/* 1 for a ticket whose time in the backlog is known: one that is solved, nobody knows when, cannot
 * be placed. */
double bw_row_say_present (const BwRow *row, BwReason *reason);
/* 1 met, 0 breached: the product's own verdict first; else what was done (BW_TIME_NONE = not yet)
 * against its due date, and what is open past it is breached. */
double
bw_row_say_in_time (const BwRow *row, double verdict, gint64 due, gint64 done, BwReason *reason);
