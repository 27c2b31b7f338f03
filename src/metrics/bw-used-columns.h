/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of a table a measure is counted from. */
#pragma once

#include "bw-metric.h"

/* Adds what the file calls them (copies), each once: columns that the measure needs, those that
 * place its rows in time, and what else it looks at by the choices, as for kernels. */
void bw_used_columns_add (GPtrArray *names,
                          const BwMetric *metric,
                          const BwTable *table,
                          const double *choices);
