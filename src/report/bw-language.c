/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words, dates and numbers of one thread in another language. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "bw-language.h"

#define ENGLISH "C.UTF-8"

/* --- Locales -------------------------------------------------------------------------------- */

/* The language of the program's own texts has no catalogue: the plain locale says so where another
 * would be overruled by the environment. */
static locale_t
open_locale (const char *name)
{
  locale_t locale = name && *name ? newlocale (LC_ALL_MASK, name, NULL) : NULL;
  return locale && g_str_has_prefix (name, "C.") ? newlocale (LC_MESSAGES_MASK, "C", locale)
                                                 : locale;
}

void
bw_language_begin (BwLanguage *language, const char *locale)
{
  language->locale = open_locale (locale);
  language->before = language->locale ? uselocale (language->locale) : NULL;
}

void
bw_language_end (BwLanguage *language)
{
  if (!language->locale)
    return;
  uselocale (language->before);
  freelocale (language->locale);
  language->locale = NULL;
}

gboolean
bw_language_is_known (const char *locale)
{
  locale_t found = open_locale (locale);
  if (found)
    freelocale (found);
  return found != NULL;
}

char *
bw_language_find_locale (const char *language)
{
  g_autofree char *country = g_ascii_strup (language, -1);
  const char *names[] = { "%s", "%s.UTF-8", "%s_%s.UTF-8" };
  gboolean complete = strchr (language, '.') != NULL;
  if (g_str_equal (language, "en"))
    return g_strdup (bw_language_is_known ("en_US.UTF-8") ? "en_US.UTF-8" : ENGLISH);
  for (guint i = complete ? 0 : 1; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *locale = i < 2 ? g_strdup_printf (names[i], language)
                                    : g_strdup_printf (names[i], language, country);
    if (bw_language_is_known (locale))
      return g_steal_pointer (&locale);
  }
  return NULL;
}

/* --- The program's own ---------------------------------------------------------------------- */

/* LANGUAGE outweighs all that is said of a language later, by threads too: it becomes the locale of
 * the messages, where one of its languages is installed. */
static void
take_over_variable (void)
{
  g_auto (GStrv) languages = g_strsplit (g_getenv ("LANGUAGE") ?: "", ":", -1);
  const char *messages = setlocale (LC_MESSAGES, NULL);
  gboolean counts = messages && !g_str_equal (messages, "C") && !g_str_equal (messages, "POSIX");
  for (char **language = languages; *language; language++) {
    g_autofree char *locale = **language ? bw_language_find_locale (*language) : NULL;
    if (!locale)
      continue;
    if (counts)
      setlocale (LC_MESSAGES, locale);
    g_unsetenv ("LANGUAGE");
    return;
  }
}

void
bw_language_set_up (void)
{
  setlocale (LC_ALL, "");
  take_over_variable ();
  bindtextdomain (GETTEXT_PACKAGE, LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* At its first text GLib decides for good whether to translate at all: not where the program's
   * own language has no catalogue of the default domain. A report may be in one that has. */
  g_dgettext (GETTEXT_PACKAGE, "English");
  textdomain (GETTEXT_PACKAGE);
}
