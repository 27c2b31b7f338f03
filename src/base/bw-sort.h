/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many numbers in ascending order, digit by digit: faster than comparing them from a few hundred
 * on. */
#pragma once

#include <glib.h>

void bw_sort_words (guint64 *words, gsize n);
/* No NAN among them. */
void bw_sort_doubles (double *numbers, gsize n);
