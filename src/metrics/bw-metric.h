/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A KPI is a declaration and a kernel of a line or two. To add one: a file kpi-NAME.c that defines
 * `const BwMetric bw_kpi_NAME`, its name in the kpi shelf of src/meson.build, and a case in
 * tests/data/kpi/NAME/.
 *
 * A KPI is either folded from rows (a kernel `say` and a `fold`), or a ratio of such measures
 * (`ratios`): of other KPIs, and of inputs (bw-inputs.c), which are measures that nobody asks for
 * by themselves, such as the costs of a period. */
#pragma once

#include "bw-bits.h"
#include "bw-period.h"
#include "bw-row.h"
#include "bw-series.h"
#include "bw-unit.h"

/* How rows become a figure. */
typedef enum {
  BW_FOLD_COUNT,    /* rows that have a say */
  BW_FOLD_DURATION, /* mean, median and p90 of seconds */
  BW_FOLD_SHARE,    /* kernel says 1 or 0: sum / n, Wilson interval */
  BW_FOLD_MEAN,     /* mean of scores, Student interval */
  BW_FOLD_NPS,      /* kernel says 1 promoter, 0 passive, -1 detractor: points */
  BW_FOLD_STOCK,    /* rows between their `when` and their `until`, at the end of the period */
  BW_FOLD_AGES,     /* of rows as of STOCK: mean, median and p90 of end - `when` */
  BW_FOLD_PEOPLE,   /* different requesters of the rows that have a say */
  BW_FOLD_RATIO,    /* no rows of its own: see `ratios` */

  /* Of amounts (kernel: any finite number; 1 counts rows), for tables of modest size. */
  BW_FOLD_SUM,     /* of the rows of the period; no rows: NAN */
  BW_FOLD_FIRST,   /* of the rows with the earliest `when` in the period; no rows: NAN */
  BW_FOLD_LAST,    /* of those with the latest */
  BW_FOLD_OPENING, /* of rows between `when` and `until` at the start of the period */
  BW_FOLD_CLOSING, /* the same at its end */
  BW_FOLD_LEAVERS, /* of rows whose `until` is in the period and whose `when` is before it */
  BW_FOLD_PASSERS, /* of rows whose `when` and `until` both are in the period */
} BwFold;

/* The instants of a row that can place it in time. */
typedef enum {
  BW_WHEN_CREATED,
  BW_WHEN_STARTED, /* work started, else first assigned, else first reply */
  BW_WHEN_ASSIGNED,
  BW_WHEN_FIRST_REPLY,
  BW_WHEN_FIRST_SOLVED,
  BW_WHEN_SOLVED_OR_RATED, /* first solve; of rows that have none, the answer */
  BW_WHEN_SOLVED,          /* last solve */
  BW_WHEN_LEFT,            /* last solve of a ticket that is still solved: it left the backlog */
  BW_WHEN_STARTED_OR_LEFT,
  BW_WHEN_DUE, /* resolution due, by the file or the settings, else solved, else created */
  BW_WHEN_REPLY_DUE,
  BW_WHEN_RATED,    /* the answer, else the last solve, else the last update */
  BW_WHEN_SENT,     /* the survey was sent */
  BW_WHEN_ENDED,    /* a contact's end, else its beginning */
  BW_WHEN_CHANGED,  /* last update, else creation */
  BW_WHEN_ANSWERED, /* a contact's beginning and its wait */
  BW_WHEN_DATE,     /* the day or period that a row is about */
  BW_WHEN_SINCE,    /* from when to when somebody is a customer */
  BW_WHEN_UNTIL,
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
  BW_REASON_OUTGOING, /* nobody waited to be answered */
  BW_REASON_NO_DURATION,
  BW_REASON_NOT_SAID,
  BW_REASON_UNASSIGNED,
  BW_REASON_NO_START,  /* nobody knows when work started */
  BW_REASON_NEUTRAL,   /* neither satisfied nor dissatisfied */
  BW_REASON_ABANDONED, /* so early that it does not count */
  BW_REASON_NOT_SENT,
  BW_REASON_BOT_ONLY,
  BW_REASON_AUTOMATIC, /* no person has replied yet */
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
#define BW_METRIC_MAX_CHOICES 5
#define BW_METRIC_MAX_PARTS 8
#define BW_METRIC_MAX_RATIOS 4

/* A way to count that the user may choose. */
typedef struct {
  const char *id;    /* "one-reply" */
  const char *title; /* N_(): "Exactly one reply" */
  const char *says;  /* N_(): the sentence that the definition gains, or NULL */
  BwFieldId uses[3]; /* fields that are looked at for it; ends with NONE when there are fewer */
} BwOption;

/* Where publications contradict each other, or teams differ. The first option is the default. A
 * choice without options is a number from least to most. */
typedef struct {
  const char *id;    /* "method": files, the command line and JSON use it */
  const char *title; /* N_(): "Method" */
  BwOption options[10];
  BwUnit unit; /* of a number; spans of time in seconds */
  double preset;
  double least;
  double most;
  /* Of what it matters to: ids of options of the KPI's first choice, with commas between; NULL =
   * all. With others the definition does not mention it. */
  const char *with;
} BwChoice;

/* numerator / denominator of measures of the same period and member. */
typedef struct {
  /* Ids of KPIs and inputs; all must be available, but those that begin with '?'. */
  const char *parts[BW_METRIC_MAX_PARTS];
  /* NULL: parts[0] / parts[1]. Cells of parts that are not available are BW_CELL_NONE; choices as
   * for kernels. */
  void (*combine) (const BwCell *parts,
                   const double *choices,
                   double *numerator,
                   double *denominator);
  /* Named numbers beside the figure and its parts. Optional. */
  void (*detail) (const BwCell *parts, const double *choices, GArray *details);
  const char *remark; /* N_(): about the figure that comes about this way, or NULL */
  const char *none;   /* N_(): why there is none although all parts are known, or NULL */
} BwRatio;

/* A named number printed with the figure: the reconciliation of the backlog, the parts of handle
 * time. NAN = no data. */
typedef struct {
  const char *id;    /* "start", "created", "oldest" */
  const char *title; /* N_() */
  BwUnit unit;
  double value;
} BwDetail;

/* Appends. */
void bw_detail_add (GArray *details, const char *id, const char *title, BwUnit unit, double value);

/* What a KPI may look at for its details: rows i with says[i] or sizes[i] >= 0 have a say; when and
 * until are seconds since BW_TIME_ORIGIN, BW_MISSING = none. */
typedef struct {
  const BwTable *table;
  const gint8 *says; /* or */
  const gint32 *sizes;
  const gint32 *when;
  const gint32 *until;
  const BwBits *within; /* rows of the period; of stocks see bw_within_new */
  const BwPeriod *period;
  gint64 told_from; /* what the files tell of it: instants within the period */
  gint64 told_to;
  const guint32 *people; /* by row, 0 = nobody is named; NULL when the file names none */
  const double *choices; /* as for kernels */
} BwDetailContext;

typedef struct _BwSettings BwSettings;

typedef struct {
  const char *id;    /* "first-response-time" */
  const char *name;  /* N_() */
  const char *group; /* "volume", "speed", "quality", "satisfaction", "contact-centre" */
  /* N_(): in words, with what counts and what does not; the sentences of options follow it */
  const char *definition;
  const char *origin; /* N_(): article or publication */
  BwUnit unit;
  BwBetter better;
  gboolean leading;
  /* Kinds of table it is counted from, the first that is there and has what it needs; ends with
   * BW_KIND_LAST when there are fewer. */
  BwKind kinds[3];
  BwNeed needs[BW_METRIC_MAX_NEEDS]; /* ends with any[0] == NONE */
  BwFieldId uses[8]; /* what else it looks at, if it is there; moments and options say theirs */
  BwFold fold;
  BwWhen when;
  BwWhen until; /* STOCK */
  /* The row's value, or NAN and why. Pure, called from several threads, once per row and dataset.
   * SHARE: 0 or 1; NPS: -1, 0 or 1; COUNT and STOCK: 1; DURATION: whole seconds >= 0; MEAN: 0 ..
   * 2000. */
  double (*say) (const BwRow *row, BwReason *reason);
  /* Further conditions on a table that has all needs: words of what is missing, or NULL. choices as
   * for kernels. Optional. */
  const char *(*lacks) (const BwTable *table, const double *choices);
  /* Whether the settings make up for what the table lacks (a target instead of a due date).
   * Optional. */
  gboolean (*supplied) (const BwTable *table, const BwSettings *settings);
  /* A sentence about how this table's figure came about ("as exported by ..."), or NULL. Optional.
   */
  const char *(*remark) (const BwTable *table);
  /* Named numbers beside the figure. Optional. Of a ratio the parts are there in any case. */
  void (*detail) (const BwDetailContext *context, GArray *details);
  BwChoice choices[BW_METRIC_MAX_CHOICES]; /* ends with id NULL */
  /* Of tables about months: the measure that says whether a month is told of; NULL = itself. */
  const char *told_by;
  /* Spans of time, which the kernel takes by bw_row_span: by the calendar or by business hours. */
  gboolean clocked;
  gboolean by_people; /* looks at next_contact, or counts PEOPLE */
  /* RATIO, and others where rows cannot say it: the first of which all parts are there is used;
   * ends with parts[0] NULL. */
  BwRatio ratios[BW_METRIC_MAX_RATIOS];
  double factor;       /* RATIO: 100 = "per 100"; 0 = 1 */
  gboolean proportion; /* RATIO: the numerator is part of the denominator: Wilson interval */
} BwMetric;

/* All KPIs in the order of the shelf; *n of them. */
const BwMetric *const *bw_metrics (guint *n);
/* NULL when there is none of that id. */
const BwMetric *bw_metric_find (const char *id);

/* KPIs and, after them, inputs: the measures of a ledger. */
guint bw_measures_get_n (void);
const BwMetric *bw_measures_get (guint index);
/* Index of a KPI or input; -1 when there is none. */
int bw_measures_find (const char *id);

/* Whether its cells have mean, median and p90. */
static inline gboolean
bw_metric_has_spread (const BwMetric *metric)
{
  return metric->fold == BW_FOLD_DURATION || metric->fold == BW_FOLD_AGES;
}

/* Whether its rows come and go: `until` counts, too. */
static inline gboolean
bw_metric_has_until (const BwMetric *metric)
{
  return metric->fold == BW_FOLD_STOCK || metric->fold == BW_FOLD_AGES ||
         metric->fold == BW_FOLD_OPENING || metric->fold == BW_FOLD_CLOSING ||
         metric->fold == BW_FOLD_LEAVERS || metric->fold == BW_FOLD_PASSERS;
}

/* Whether it is of what is there at the end of the period. */
static inline gboolean
bw_metric_is_at_end (const BwMetric *metric)
{
  return metric->fold == BW_FOLD_STOCK || metric->fold == BW_FOLD_AGES;
}

/* Whether its rows of that kind of table can be placed by when they were created instead: tickets,
 * but of what is there at the end. */
static inline gboolean
bw_metric_may_be_by_creation (const BwMetric *metric, BwKind kind)
{
  return kind == BW_KIND_TICKETS && !bw_metric_is_at_end (metric);
}

guint bw_metric_get_n_choices (const BwMetric *metric);
/* NULL when there is none of that id. */
const BwChoice *bw_metric_find_choice (const BwMetric *metric, const char *id);
guint bw_choice_get_n_options (const BwChoice *choice); /* 0 = a number */
/* "speed" -> "Speed", translated */
const char *bw_metric_group_title (const char *group);
/* "by reply date": how rows of that kind are placed, translated */
const char *bw_metric_basis_label (const BwMetric *metric, BwKind kind, gboolean created_basis);
/* Is it counted from tables of that kind? */
gboolean bw_metric_is_of (const BwMetric *metric, BwKind kind);
/* What it needs, or what of it the table lacks, one by one: "a reply time", "who asked". */
GStrv
bw_metric_list_missing (const BwMetric *metric, const BwTable *table, const BwSettings *settings);
/* The same as a sentence, "needs a reply time and who asked"; NULL when the table lacks nothing. */
char *bw_metric_missing (const BwMetric *metric, const BwTable *table, const BwSettings *settings);
/* The definition in words with what was chosen; settings NULL: the defaults. Free with g_free. */
char *bw_metric_define (const BwMetric *metric, const BwSettings *settings);

/* Kernels of several KPIs. */

/* Created by an agent, and to be left out for that. */
gboolean bw_row_is_agent_created (const BwRow *row);

/* Answered by a bot alone, and to be left out for that. */
gboolean bw_row_is_bot_only (const BwRow *row);

/* Seconds from one instant to the other by the clock that is asked for; of an error in the data NAN
 * and why. Both are known. */
double bw_row_say_span (const BwRow *row, gint64 from, gint64 to, BwReason *reason);
/* The number of a solved ticket: of reassignments, of replies. */
double bw_row_say_of_solved (const BwRow *row, int number, BwReason *reason);
/* 1 for a ticket whose time in the backlog is known: one that is solved, nobody knows when, cannot
 * be placed. */
double bw_row_say_present (const BwRow *row, BwReason *reason);
/* 1 met, 0 breached: the product's own verdict first, of which "within" is none yet as long as the
 * target is to_do; else what was done (BW_TIME_NONE = not yet, or nobody knows when) against its
 * due date, else against what the settings promise in seconds (NAN = nothing); what is open past it
 * is breached. */
double bw_row_say_in_time (const BwRow *row,
                           double verdict,
                           gint64 due,
                           double promise,
                           gint64 done,
                           gboolean to_do,
                           BwReason *reason);

/* Whether a contact was answered: by its outcome, else because somebody talked. */
gboolean bw_row_is_answered (const BwRow *row);
/* Whether the file tells. */
gboolean bw_row_says_answered (const BwRow *row);
/* Whether talk time is worked out from the moments of answer and end, of rows that tell neither a
 * talk time nor a handle time. */
gboolean bw_row_times_talk (const BwTable *table);
/* The lowest answer of the survey's scale that counts as satisfied. */
double bw_row_satisfied_from (const BwRow *row);

/* For details. NAN without rows. */

/* Share of the rows of the period that have a say and whose value is above this. Of MEAN. */
double bw_detail_share_above (const BwDetailContext *context, double value);
typedef struct {
  const char *id;
  const char *title; /* N_() */
  int seconds;
} BwDetailLimit;

#define BW_DETAIL_MAX_LIMITS 8

/* Adds for each limit the share of the rows of the period that have a say and are no longer than
 * it. Of DURATION. */
void bw_detail_add_within (const BwDetailContext *context,
                           const BwDetailLimit *limits,
                           guint n_limits,
                           GArray *details);
/* Mean meaning of a field, of the rows of the period that have a say. */
double bw_detail_mean (const BwDetailContext *context, BwFieldId field);
/* Different people of the rows of the period that have a say; NAN when the file names none. */
double bw_detail_count_people (const BwDetailContext *context);

/* The rows of the period that have a say, in their order. */
typedef struct {
  const BwDetailContext *context;
  gsize word;
  guint64 left; /* bits of the word */
} BwDetailRows;

static inline BwDetailRows
bw_detail_rows (const BwDetailContext *context)
{
  return (BwDetailRows) { context, 0, context->within->n > 0 ? context->within->words[0] : 0 };
}

/* FALSE at the end. */
static inline gboolean
bw_detail_next (BwDetailRows *rows, gsize *row)
{
  const BwDetailContext *context = rows->context;

  for (;;) {
    while (rows->left == 0) {
      if (++rows->word >= bw_bits_n_words (context->within->n))
        return FALSE;
      rows->left = context->within->words[rows->word];
    }
    *row = rows->word * 64 + (gsize) __builtin_ctzll (rows->left);
    rows->left &= rows->left - 1;
    if ((context->says != NULL ? context->says[*row] : context->sizes[*row]) >= 0)
      return TRUE;
  }
}

/* For ratios: numerator is parts[0]; denominator the customers, parts[1] at the start and parts[2]
 * at the end: their mean where both are known. */
void bw_combine_per_customer (const BwCell *parts,
                              const double *choices,
                              double *numerator,
                              double *denominator);
