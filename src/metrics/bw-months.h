/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files say of each month about costs, customers and the time of agents: what a grid of
 * typed numbers stands beside. */
#pragma once

#include "bw-dataset.h"
#include "bw-settings.h"

typedef struct _BwMonths BwMonths;

/* Months begin in that zone. */
BwMonths *bw_months_new (BwDataset *dataset, BwZone *zone);
void bw_months_free (BwMonths *self);

/* A month is its first day, as in bw-civil.h. Sums over the rows of the month; customers at its
 * start are those of the first row, at its end those of the last. NAN when no file says it. */
double bw_months_get (const BwMonths *self, gint64 month, BwFieldId field);
/* The same, or what was typed instead of it. */
double bw_months_get_counted (const BwMonths *self,
                              const BwSettings *settings,
                              gint64 month,
                              BwFieldId field);
/* Is there anything about that field? */
gboolean bw_months_has (const BwMonths *self, BwFieldId field);
/* Customers come from a list of them, which counts instead of typed numbers. */
gboolean bw_months_has_list (const BwMonths *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwMonths, bw_months_free)
