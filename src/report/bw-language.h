/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of a report: the calling thread writes in it, the rest of the program in its own. */
#pragma once

#include <glib.h>

typedef struct {
  gpointer locale; /* in use, or NULL = nothing was changed */
  gpointer before;
} BwLanguage;

/* The program's own language and translations. First of all in main(), and before GTK, which is
 * then told to leave the locale alone. */
void bw_language_set_up (void);

/* locale: "de_DE.UTF-8"; "", NULL and locales that are not installed change nothing. */
void bw_language_begin (BwLanguage *language, const char *locale);
void bw_language_end (BwLanguage *language);
/* Is there such a locale here? */
gboolean bw_language_is_known (const char *locale);
/* The installed locale of a language ("de", "de_AT", "de_AT.UTF-8"): that of the country where most
 * speak it, when it names none. NULL when there is none. */
char *bw_language_find_locale (const char *language);
