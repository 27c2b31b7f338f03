/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of finance that have a column for each month and a row for each category. */
#pragma once

#include "bw-shape.h"

/* Makes a row of each cell: the names of the row, "Month" and "Amount". Nothing changes when the
 * columns are no months, or nothing says that the figures are money. FALSE and
 * G_IO_ERROR_CANCELLED when cancelled. */
gboolean bw_unfold_months (BwShape *shape, GCancellable *cancellable, GError **error);
