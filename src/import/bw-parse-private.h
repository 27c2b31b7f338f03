/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parsers of times, durations and numbers share. */
#pragma once

#include <glib.h>

/* Takes blanks of any kind (no-break, zero-width, byte-order mark) off both ends. */
void bw_parse_trim (const char **text, gsize *length);
/* Whether text begins with a blank, and how many bytes it has. */
gboolean bw_parse_is_space (const char *text, gsize length, gsize *n);

/* Without one, a cell is neither time nor length nor number. */
gboolean bw_parse_has_digit (const char *text, gsize length);

/* Month of a name or an abbreviation of three letters or more in English, German, French, Spanish,
 * Portuguese, Italian or Dutch; 0 for any other word. */
int bw_parse_month (const char *word, gsize length);
gboolean bw_parse_is_weekday (const char *word, gsize length);
/* A word in lower case and without its accents; FALSE when it does not fit into size bytes. */
gboolean bw_parse_fold_word (const char *word, gsize length, char *folded, gsize size);
