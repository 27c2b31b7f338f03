/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures laid out by period x member: what metrics compute, charts draw and exporters write.
 * Immutable once built, counted. */
#pragma once

#include "bw-field.h"
#include "bw-period.h"
#include "bw-unit.h"

/* One figure over a set of rows. NAN = cannot be said: never 0 for "no data". */
typedef struct {
  double value;     /* the headline */
  gint64 n;         /* rows that had a say */
  double numerator; /* of fractions and ratios */
  double denominator;
  double mean; /* of durations and scores */
  double median;
  double p90;
  double min;
  double max;
  double low; /* 95 % interval */
  double high;
} BwCell;

/* value without anything behind it; as an initialiser */
#define BW_CELL_BARE(value) { value, 0, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN }
#define BW_CELL_NONE ((BwCell) BW_CELL_BARE (NAN))

typedef struct _BwSeries BwSeries;

#define BW_TYPE_SERIES (bw_series_get_type ())
GType bw_series_get_type (void);

/* field: the dimension of the members; BW_FIELD_NONE = one member for all rows.
 * members: texts, NULL entry = rows without a value (n_members long); may be NULL when n_members
 * is 1. All cells start as BW_CELL_NONE. */
BwSeries *bw_series_new (
    BwAxis *axis, BwUnit unit, BwFieldId field, const char *const *members, guint n_members);
BwSeries *bw_series_ref (BwSeries *series);
void bw_series_unref (BwSeries *series);

BwAxis *bw_series_get_axis (const BwSeries *series);
BwUnit bw_series_get_unit (const BwSeries *series);
/* Of money: an ISO 4217 code; NULL = not known. Set while it is being built. */
void bw_series_set_currency (BwSeries *series, const char *code);
const char *bw_series_get_currency (const BwSeries *series);
BwFieldId bw_series_get_field (const BwSeries *series);
guint bw_series_get_n_members (const BwSeries *series);
/* NULL = rows without a value of that dimension. */
const char *bw_series_get_member (const BwSeries *series, guint member);
/* FALSE when there is no such member; NULL = rows without a value. Thread-safe. */
gboolean bw_series_find_member (const BwSeries *series, const char *text, guint *member);
/* A member's text for people: "No channel" for NULL, "All" without a dimension. Never NULL. */
const char *bw_series_get_member_label (const BwSeries *series, guint member);
const BwCell *bw_series_get (const BwSeries *series, guint period, guint member);
/* While it is being built. */
BwCell *bw_series_peek (BwSeries *series, guint period, guint member);
/* A new series of the same periods: members with the most n (over all periods) first, ties by
 * text; at most max members, the rest left out (0 = all). */
BwSeries *bw_series_sorted (const BwSeries *series, guint max);
/* Least and greatest headline value that is not NAN; FALSE when there is none. */
gboolean bw_series_get_range (const BwSeries *series, double *low, double *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSeries, bw_series_unref)
