/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the cells of a column are read, once it is known what the column is. */
#pragma once

#include "bw-match.h"
#include "bw-plan.h"

/* What the table was taken for. */
typedef struct {
  BwKind kind;
  BwProfile *profile; /* or NULL */
  const BwMatch *matches;
} BwTakenFor;

/* plan: with its field, which is not NONE. */
void bw_plan_column (BwColumnPlan *plan,
                     const BwColumns *columns,
                     guint column,
                     const BwTakenFor *taken);
