/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of finance that have a column for each month and a row for each category, or a column for
 * each of several categories. */
#pragma once

#include "bw-shape.h"

/* Makes a row of each cell: the names of the row, "Month" or "Cost category", and "Amount". Nothing
 * changes when the columns are neither months nor costs, when nothing says that the figures are
 * money, or when each cost has a field of its own. FALSE and G_IO_ERROR_CANCELLED when
 * cancelled. */
gboolean bw_unfold (BwShape *shape, GCancellable *cancellable, GError **error);
