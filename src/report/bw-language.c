/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words, dates and numbers of one thread in another language. */
#include "config.h"

#include <locale.h>

#include "bw-language.h"

static locale_t
open_locale (const char *name)
{
  return name != NULL && *name != '\0' ? newlocale (LC_ALL_MASK, name, NULL) : NULL;
}

void
bw_language_begin (BwLanguage *language, const char *locale)
{
  language->locale = open_locale (locale);
  language->before = language->locale != NULL ? uselocale (language->locale) : NULL;
}

void
bw_language_end (BwLanguage *language)
{
  if (language->locale == NULL)
    return;
  uselocale (language->before);
  freelocale (language->locale);
  language->locale = NULL;
}

gboolean
bw_language_is_known (const char *locale)
{
  locale_t found = open_locale (locale);

  if (found != NULL)
    freelocale (found);
  return found != NULL;
}
