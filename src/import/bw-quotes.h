/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delimited text with other quotes than '"', or with a character that takes the meaning from the
 * next one. */
#pragma once

#include "bw-shape.h"

/* Rewrites the text of a shape, whose delimiter is right, with the usual quotes. quote: one byte;
 * escape: one byte, or the quote itself where doubling it is the way. What follows an escape stands
 * for itself, in quotes and outside. FALSE and G_IO_ERROR_CANCELLED when cancelled. */
gboolean bw_quotes_rewrite (
    BwShape *shape, char quote, char escape, GCancellable *cancellable, GError **error);
