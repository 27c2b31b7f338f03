/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table is going to be read: what recognition decides and loading carries out. */
#pragma once

#include "bw-column.h"
#include "bw-rank.h"
#include "bw-record.h"
#include "bw-zone.h"

typedef enum {
  BW_DATE_UNDECIDED,
  BW_DATE_YMD,
  BW_DATE_DMY,
  BW_DATE_MDY,
  BW_DATE_EPOCH, /* every number is Unix time: seconds, milli-, micro- or nanoseconds by its size */
  BW_DATE_SERIAL, /* every number counts days of a spreadsheet's 1900 calendar */
  BW_DATE_MONTH,  /* every cell names a month: its first day; other dates count as they stand */
} BwDateOrder;

/* "ymd", "dmy", "mdy", "epoch", "serial", "month"; NULL when undecided. */
const char *bw_date_order_to_string (BwDateOrder order);
gboolean bw_date_order_parse (const char *text, BwDateOrder *order);

/* What a bare number in a duration column counts; the shape of a cell ("1:05:00", "2 h 5 min")
 * speaks for itself. */
typedef enum {
  BW_DURATION_SECONDS,
  BW_DURATION_MILLISECONDS,
  BW_DURATION_MINUTES,
  BW_DURATION_HOURS,
  BW_DURATION_DAYS,
} BwDurationUnit;

/* "seconds", "milliseconds", "minutes", "hours", "days" */
const char *bw_duration_unit_to_string (BwDurationUnit unit);
gboolean bw_duration_unit_parse (const char *text, BwDurationUnit *unit);

/* Distinct words and what they mean (see BwValue): built by recognition, looked up once for each
 * distinct text of the column, never once a row. */
typedef double (*BwMeaning) (const char *text, gpointer user_data); /* NAN = nothing */

typedef struct {
  char *header;    /* UTF-8, "" when nameless */
  BwFieldId field; /* NONE: kept as text only */
  double confidence;
  char *evidence;
  BwDateOrder order;        /* TIME */
  gboolean order_fixed;     /* wished, or known of the product: not to be decided anew */
  gboolean order_assumed;   /* nothing in the file proves it */
  guint clock;              /* TIME: 1 + the column with the time of day; 0 = it stands in the
                             * cell itself */
  BwZone *zone;             /* TIME without an offset in the cell */
  BwDurationUnit unit;      /* DURATION */
  gboolean unit_fixed;      /* wished: not to be decided anew */
  gboolean unit_assumed;    /* nothing in the file says it */
  gboolean minutes_seconds; /* DURATION: "1:05" is 1 min 5 s, not 1 h 5 min */
  gboolean takes_last;      /* DIMENSION: of several values in a cell ("Ada; Ben") */
  gboolean decimal_comma;   /* DURATION, COUNT, NUMBER */
  BwMeaning meaning;        /* STATUS, PRIORITY, FLAG, VERDICT, RATING; COUNT: of cells that are
                             * no number; NULL otherwise */
  gpointer meaning_data;
  gboolean margin;      /* VERDICT: the time that is left against a target */
  gboolean scale_fixed; /* RATING: wished, or known of the product */
  double scale_low;
  double scale_high;
  BwEffort effort; /* CES */
  BwRank rank;     /* PRIORITY: of bare numbers */
} BwColumnPlan;

typedef struct {
  BwKind kind;
  char *profile; /* id, or "generic" */
  char *profile_title;
  double score;
  char *evidence;
  GPtrArray *columns;  /* BwColumnPlan, one for each column of the file */
  gboolean entities;   /* cells name signs as HTML does (bw-entity.h) */
  gboolean zone_known; /* of times that name none */
  char *lack;          /* a sentence on why no such table can be made of it; NULL = it can */
  GPtrArray *notes;    /* BwNote, of what was decided while recognising and settling */
} BwPlan;

BwColumnPlan *bw_column_plan_new (const char *header);
void bw_column_plan_free (BwColumnPlan *plan);
BwPlan *bw_plan_new (void);
void bw_plan_free (BwPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPlan, bw_plan_free)

/* What the whole column said while it was loaded. */
typedef struct {
  gint64 n_blank; /* empty, or a null word ("N/A", "-") */
  gint64 n_read;
  gint64 n_bad; /* not readable as what the plan says */
  gint64 first_bad_row;
  char *first_bad;        /* the cell, shortened */
  gint64 n_first_over_12; /* TIME d?m order: first part > 12 */
  gint64 n_second_over_12;
  gint64 n_year_first;
  gint64 n_with_zone; /* the cell carried its own offset */
  gint64 n_gap;       /* local times that the zone's clock never showed */
  gint64 n_overlap;
  gint64 n_negative; /* DURATION */
  gint64 n_zero;
  gint64 n_shaped;   /* DURATION with colons or words */
  gint64 n_fraction; /* COUNT: not whole */
  gboolean in_order; /* ID: each is new, as they rise or fall row by row */
} BwEvidence;
