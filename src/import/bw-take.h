/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of a file: from its shape by recognition and loading to a source. */
#pragma once

#include "bw-reader.h"
#include "bw-recognise.h"

/* options->zone must be set. plan: receives what was carried out, when not NULL.
 * NULL and BW_ERROR_EMPTY without a row, errors of bw_recognise, or G_IO_ERROR_CANCELLED. */
BwSource *bw_take (const char *path,
                   const BwShape *shape,
                   const BwRecogniseOptions *options,
                   BwPlan **plan,
                   GCancellable *cancellable,
                   BwProgress progress,
                   gpointer user_data,
                   GError **error);

/* BW_ERROR_EMPTY: a header, but no rows. */
gboolean bw_take_fail_without_rows (GError **error);
