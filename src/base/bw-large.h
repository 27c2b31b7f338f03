/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large blocks of memory, one packed behind the other on large pages: the first touch of a page
 * costs far more than the work on a column, and a large page is five hundred small ones.
 * Blocks that are too small for that come from g_malloc. Thread-safe. */
#pragma once

#include <glib.h>

/* n elements of size bytes, not cleared; like g_malloc_n it never fails. Aligned for any type. */
gpointer bw_large_new (gsize n, gsize size);
/* The same, cleared. */
gpointer bw_large_new0 (gsize n, gsize size);
/* Gives back what is behind the first n elements. Returns where the block is now. */
gpointer bw_large_shrink (gpointer block, gsize n, gsize size);
/* Of bw_large_new or of g_malloc; NULL is nothing. */
void bw_large_free (gpointer block);
