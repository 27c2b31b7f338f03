/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers of more than one row, as survey tools write them: Qualtrics names, asks and numbers its
 * questions in three rows; SurveyMonkey gives a question a column for each of its answers, which
 * the second row names. */
#pragma once

#include "bw-shape.h"

/* Makes one row of names of them; answers that exclude each other become one column. Nothing
 * changes when the header is of one row. FALSE and G_IO_ERROR_CANCELLED when cancelled. */
gboolean bw_header_rows_join (BwShape *shape, GCancellable *cancellable, GError **error);
