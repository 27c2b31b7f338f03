/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reading of files says, in words of the window. */
#pragma once

#include <glib.h>

/* Without what is typed in a terminal, which stands in parentheses: "(--date-order dmy)". *hinted
 * (may be NULL): there was some, so something can be chosen where files are read. For g_free. */
char *bw_import_words (const char *text, gboolean *hinted);
/* The same, and where in the window it can be changed. For g_free. */
char *bw_import_words_with_place (const char *text);
