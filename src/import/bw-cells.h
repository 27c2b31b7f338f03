/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every record of a file, as JSON: how the file is cut into cells, before any meaning. */
#pragma once

#include "bw-reader.h"

/* Writes an array of arrays of strings and a line end: all records but blank lines, those before
 * the header included. A file without a byte gives an empty array. Errors name the file. */
gboolean bw_cells_write (const char *path,
                         const BwReadOptions *options,
                         GOutputStream *stream,
                         GCancellable *cancellable,
                         GError **error);
