/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published figures to compare with, read from key files: data/benchmarks/NAME.benchmarks.desktop,
 * and a user's own NAME.benchmarks in bellwether/benchmarks of the user data folder (which need no
 * rebuild; a group of the same name replaces a built-in one). Each group is one figure:
 *
 *   [fcr-sqm]
 *   kpi=first-contact-resolution
 *   low=70                            one of these may be missing: a floor or a ceiling; value= is
 *   high=79                           both
 *   unit=percent                      percent, fraction, seconds, minutes, hours, days, points,
 *                                     score, ratio, count, or a currency such as USD
 *   scope=500 call centres            whose figure it is
 *   method=asked in a survey          how it was counted, in words
 *   requires=method=survey            what must be so for a comparison, all of them: NAME=VALUE, or
 *                                     =VALUE|VALUE for one of several. Names: statistic (mean,
 *                                     median), clock (calendar, business), channel, period (day,
 *                                     week, month, quarter, year), scale (how many answers a
 *                                     question has: 2 for good and bad), and the choices of the
 *                                     KPI. A value that nothing has ("unstated") is never
 *                                     compared with.
 *   source=SQM Group
 *   address=sqmgroup.com
 *   year=2022                         of the data; may be missing
 *   confidence=published              or second-hand: read where it was published or quoted
 *   weak=true                         a rule of thumb
 *
 * scope[de]= and method[de]= are read for users of that language. Those of ours are translated with
 * the program instead. */
#pragma once

#include "bw-figure.h"
#include "bw-filter.h"
#include "bw-note.h"

typedef enum {
  BW_CONFIDENCE_SECOND_HAND,
  BW_CONFIDENCE_PUBLISHED,
} BwConfidence;

/* "second-hand", "published" */
const char *bw_confidence_to_string (BwConfidence confidence);

typedef struct {
  char *name;
  GStrv values; /* any of them */
} BwCondition;

/* Immutable, counted. Values in the unit of the KPI: seconds, fractions ... */
typedef struct {
  char *id;
  char *kpi;
  double low; /* NAN = open */
  double high;
  BwUnit unit;
  char *currency; /* of MONEY; else NULL */
  char *scope;    /* not translated */
  char *method;
  char *source;
  char *address; /* NULL = none */
  int year;      /* 0 = not known */
  BwConfidence confidence;
  gboolean weak;
  gboolean own;          /* the user's */
  GKeyFile *file;        /* that it is from */
  GPtrArray *conditions; /* BwCondition */
} BwBenchmark;

#define BW_TYPE_BENCHMARK (bw_benchmark_get_type ())
GType bw_benchmark_get_type (void);

/* NULL and BW_ERROR_FIELD when the group's keys are not as above. */
BwBenchmark *bw_benchmark_new (GKeyFile *file, const char *id, GError **error);
BwBenchmark *bw_benchmark_ref (BwBenchmark *benchmark);
void bw_benchmark_unref (BwBenchmark *benchmark);

/* All of them, by id: built-in ones and the user's. Read once. */
GPtrArray *bw_benchmarks (void);
/* The groups of one file added to `benchmarks`; groups that cannot be read are named in `problems`
 * (of text, may be NULL) and left out. */
void bw_benchmarks_read (
    GPtrArray *benchmarks, const char *name, GBytes *bytes, gboolean own, GPtrArray *problems);

/* One choice that a figure was made with. */
typedef struct {
  const char *name;  /* "method" */
  const char *value; /* "one-reply" */
  const char *title; /* for people, not translated yet: "Exactly one reply"; NULL = the value */
} BwMade;

/* How the figure that is compared came about. */
typedef struct {
  const char *kpi;
  BwStatistic statistic;
  gboolean has_statistic; /* it is a mean or a median */
  gboolean in_business_time;
  const BwPeriod *period;
  const BwFilter *filter; /* NULL = all rows */
  const char *currency;   /* NULL = not known */
  int scale;              /* answers to choose from; 0 = not known, or it is not about answers */
  const BwMade *made;     /* ends with name NULL; may be NULL */
} BwMethod;

/* Whose figure it is and how it was counted, in the present language; NULL = it does not say. */
char *bw_benchmark_dup_scope (const BwBenchmark *benchmark);
char *bw_benchmark_dup_method (const BwBenchmark *benchmark);

/* Whether it may be drawn beside the figure. Else *reason is why not. */
gboolean bw_benchmark_fits (const BwBenchmark *benchmark, const BwMethod *method, BwNote **reason);
/* More than five years older than that year. */
gboolean bw_benchmark_is_old (const BwBenchmark *benchmark, int year);
/* "SQM Group, 2022, second-hand": where it is from, in one line. */
char *bw_benchmark_cite (const BwBenchmark *benchmark, int year);

/* A benchmark of a figure's KPI, judged. Immutable, counted. */
typedef struct {
  BwBenchmark *benchmark;
  BwNote *refusal; /* why it may not be compared with; NULL = it may */
  gboolean old;
} BwComparison;

#define BW_TYPE_COMPARISON (bw_comparison_get_type ())
GType bw_comparison_get_type (void);
BwComparison *bw_comparison_ref (BwComparison *comparison);
void bw_comparison_unref (BwComparison *comparison);

/* Those of the KPI among `benchmarks`, of BwComparison: those that fit first, of these the user's
 * own, then the younger than five years, then what was read where it was published, then the
 * newest. year: of the report. */
GPtrArray *bw_benchmarks_compare (GPtrArray *benchmarks, const BwMethod *method, int year);

/* The one to draw beside the figure, or NULL. */
const BwComparison *bw_figure_get_benchmark (const BwFigure *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwBenchmark, bw_benchmark_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwComparison, bw_comparison_unref)
