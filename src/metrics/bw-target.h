/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A team's own targets: a value or a band for a KPI, for every month or one, for all channels or
 * one. */
#pragma once

#include "bw-metric.h"

/* Of a target for every month. */
#define BW_TARGET_ALWAYS G_MININT64

typedef struct {
  char *kpi;
  gint64 month;  /* its first day, as in bw-civil.h, or BW_TARGET_ALWAYS */
  char *channel; /* NULL = all together */
  double low;    /* in the unit of the KPI; NAN = open */
  double high;
} BwTarget;

BwTarget *bw_target_copy (const BwTarget *target);
void bw_target_free (BwTarget *target);

typedef enum {
  BW_TARGET_NONE, /* no target, or no figure */
  BW_TARGET_MET,
  BW_TARGET_BELOW, /* missed: below `low` */
  BW_TARGET_ABOVE,
} BwTargetVerdict;

/* A list, immutable, counted; by KPI, channel and month. */
typedef struct _BwTargets BwTargets;

#define BW_TYPE_TARGETS (bw_targets_get_type ())
GType bw_targets_get_type (void);

BwTargets *bw_targets_new (void);
BwTargets *bw_targets_ref (BwTargets *targets);
void bw_targets_unref (BwTargets *targets);
gboolean bw_targets_equal (const BwTargets *a, const BwTargets *b);

guint bw_targets_get_n (const BwTargets *targets);
const BwTarget *bw_targets_get (const BwTargets *targets, guint i);

/* A copy with this target in place of the one for the same KPI, month and channel; both values NAN
 * take it away. */
BwTargets *bw_targets_with (const BwTargets *targets, const BwTarget *target);
/* The same of "csat=90%", "first-response-time@email=4h", "backlog@2025-03=..50",
 * "occupancy=80%..88%": KPI[@CHANNEL][@MONTH]=LOW..HIGH, where one value is a floor or a ceiling by
 * what is better, and a value without bounds takes the target away ("csat="). Units: %, s, min, h,
 * d. NULL and BW_ERROR_FIELD when it is not so written. */
BwTargets *bw_targets_parse (const BwTargets *targets, const char *text, GError **error);
/* What bw_targets_parse reads back. */
char *bw_target_to_string (const BwTarget *target);

/* The most specific one: for the channel and the month, for the channel, for the month, for all.
 * month: BW_TARGET_ALWAYS when the figure is not of one month; channel: NULL when it is of all;
 * capitals do not matter.
 * NULL when there is none. */
const BwTarget *
bw_targets_find (const BwTargets *targets, const char *kpi, gint64 month, const char *channel);

/* What one value means for a KPI: at least, at most, or just this. */
void bw_target_from_value (const BwMetric *metric, double value, double *low, double *high);
/* A value on the bound meets it. */
BwTargetVerdict bw_target_judge (const BwTarget *target, double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwTargets, bw_targets_unref)
