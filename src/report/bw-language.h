/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of a report: the calling thread writes in it, the rest of the program in its own. */
#pragma once

#include <glib.h>

typedef struct {
  gpointer locale; /* in use, or NULL = nothing was changed */
  gpointer before;
} BwLanguage;

/* locale: "de_DE.UTF-8"; "" and locales that are not installed change nothing. */
void bw_language_begin (BwLanguage *language, const char *locale);
void bw_language_end (BwLanguage *language);
/* Is there such a locale here? */
gboolean bw_language_is_known (const char *locale);
