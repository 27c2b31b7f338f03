/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for translations that are installed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-language.h"
#include "bw-languages.h"

static void
choice_free (BwLanguageChoice *choice)
{
  g_free (choice->locale);
  g_free (choice->name);
  g_free (choice);
}

static void
add_choice (GPtrArray *choices, const char *locale, const char *name)
{
  BwLanguageChoice *choice = g_new (BwLanguageChoice, 1);

  choice->locale = g_strdup (locale);
  choice->name = g_strdup (name);
  g_ptr_array_add (choices, choice);
}

static char *
name_language (const char *locale)
{
  BwLanguage language;
  char *name;

  bw_language_begin (&language, locale);
  /* Translators: the name of your own language, in your language */
  name = g_strdup (_ ("English"));
  bw_language_end (&language);
  return name;
}

static void
add_translation (GPtrArray *choices, const char *folder, const char *language)
{
  g_autofree char *file =
      g_build_filename (folder, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *locale =
      g_file_test (file, G_FILE_TEST_EXISTS) ? bw_language_find_locale (language) : NULL;
  g_autofree char *name = locale != NULL ? name_language (locale) : NULL;

  if (name != NULL && !g_str_equal (name, _ ("English")))
    add_choice (choices, locale, name);
}

GPtrArray *
bw_languages (void)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  g_autoptr (GDir) dir = g_dir_open (LOCALE_DIR, 0, NULL);
  const char *own = _ ("English");
  const char *language;

  add_choice (choices, "", own);
  if (!g_str_equal (own, "English")) {
    g_autofree char *english = bw_language_find_locale ("en");
    add_choice (choices, english, "English");
  }
  while (dir != NULL && (language = g_dir_read_name (dir)) != NULL)
    add_translation (choices, LOCALE_DIR, language);
  return choices;
}
