/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people type them, in the language of the session. */
#pragma once

#include <glib.h>

/* "12,000.50", "12.000,50", "12 000", "(300)", "1 200 €". Where point and comma can be read in two
 * ways the language decides. FALSE when it is no number; the empty text is NAN. */
gboolean bw_amount_parse (const char *text, double *value);
/* With thousands apart and at most two decimals; "" for NAN. Free with g_free. */
char *bw_amount_format (double value);
