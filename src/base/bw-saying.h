/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence that can be said again in another language: its parts are kept. Immutable, counted. */
#pragma once

#include <glib.h>

typedef struct _BwSaying BwSaying;

/* format: not translated yet, N_(), with conversions of s, d, u, g, lu and G_GINT64_FORMAT; %-s is
 * a word of the program, N_(), that is to be translated, too. Numbers of 64 bits are grouped. */
BwSaying *bw_saying_new_of (const char *format, va_list arguments);
/* One that says a count, by the one conversion that both formats have. */
BwSaying *bw_saying_new_counted (const char *one, const char *several, gint64 count);
/* format: with one %s, for what inner says between front and behind, which stay as they are. */
BwSaying *
bw_saying_new_around (const char *format, const char *front, BwSaying *inner, const char *behind);

/* In the present language. */
char *bw_saying_dup_text (const BwSaying *self);
/* The same of another count, when it says one. */
BwSaying *bw_saying_with_count (BwSaying *self, gint64 count);

BwSaying *bw_saying_ref (BwSaying *self);
void bw_saying_unref (BwSaying *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSaying, bw_saying_unref)
