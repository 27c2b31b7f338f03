/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change of a whole, taken apart: how much its members changed, and how much their weights did.
 */
#pragma once

#include <glib.h>

/* One member in two periods. weight: what the rate is of (answers, solved tickets); a member that
 * is missing in a period has weight 0 there and its rate of that period is not looked at. */
typedef struct {
  double weight_before;
  double rate_before;
  double weight_after;
  double rate_after;
} BwMixMember;

/* In the unit of the rate. */
typedef struct {
  double rate; /* mean share x change of the rate */
  double mix;  /* change of the share x (mean rate - mean rate of the whole) */
} BwMixEffect;

/* Kitagawa 1955 with the mix effects centred: the effects of all members add up to the change of
 * the whole, whose weights and rates are given. A member missing in one period takes the other's
 * rate: its effect is all mix. When the members are a partition, the whole is their weighted mean;
 * where they overlap (tags) each effect is that of the member against all others. NAN where a whole
 * has no weight. */
BwMixEffect bw_mix_effect (const BwMixMember *member, const BwMixMember *whole);
