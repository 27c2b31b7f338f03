/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures that are parts of ratios and no KPIs by themselves: costs, customers, working time. */
#pragma once

#include "bw-metric.h"

extern const BwMetric bw_inputs[];
extern const guint bw_n_inputs;
