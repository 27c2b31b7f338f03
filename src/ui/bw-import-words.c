/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts notes and errors of imports into words of the window. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-import-words.h"

char *
bw_import_words (const char *text, gboolean *hinted)
{
  GString *words = g_string_new (NULL);
  const char *at = text, *from;

  if (hinted != NULL)
    *hinted = FALSE;
  while ((from = strstr (at, "(--")) != NULL) {
    const char *to = strchr (from, ')');
    if (to == NULL)
      break;
    g_string_append_len (words, at, from - at);
    g_string_truncate (words, strlen (g_strchomp (words->str)));
    at = to + 1;
    if (hinted != NULL)
      *hinted = TRUE;
  }
  g_string_append (words, at);
  return g_string_free_and_steal (words);
}

char *
bw_import_words_with_place (const char *text)
{
  gboolean hinted;
  g_autofree char *words = bw_import_words (text, &hinted);

  if (!hinted)
    return g_steal_pointer (&words);
  return g_strconcat (words, " ", _ ("It can be set under “Change How This File Is Read”."), NULL);
}
