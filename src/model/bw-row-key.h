/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that name somebody or something (a ticket, an address) as numbers of 64 bits, and rows
 * numbered by them. Texts are compared without case, blanks around them and a leading '#'. */
#pragma once

#include <glib.h>

/* The part of the text that counts: nothing of blanks and of words that say nothing ("n/a"). */
void bw_row_key_trim (const char **text, gsize *length);
/* 0 = the text says nothing. Two texts of which one would not be told from the other are to be
 * expected among thousands of millions, not among millions. */
guint64 bw_row_key (const char *text, gsize length);

/* Whether two rows of the same key have the same text. */
typedef gboolean (*BwSameText) (gsize row, gsize other, gconstpointer user_data);

/* Rows of the same key have the same number, from 1 on in the order of their first rows; rows
 * without a key have 0. Where `same` is not NULL, it has the last word. bw_large_free. */
guint32 *bw_row_keys_number (const guint64 *keys,
                             gsize n_rows,
                             BwSameText same,
                             gconstpointer user_data,
                             guint32 *n_numbers);
