/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of made-up figures, each with what it is there to show. */
#pragma once

#include "bw-chart.h"

typedef struct {
  const char *name; /* of its golden file */
  BwChart *(*make) (void);
  double width;
  double height;
  gboolean right_to_left;
} ChartCase;

extern const ChartCase chart_cases[];
extern const guint n_chart_cases;

/* One figure a month, the last in March 2025. NAN stays missing; n is 100 + 10 i. */
BwSeries *make_months (BwUnit unit, const double *values, guint n);
/* members x months (months side by side for each member). */
BwSeries *make_members (
    BwUnit unit, const char *const *members, guint n_members, const double *values, guint n);
