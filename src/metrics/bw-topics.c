/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which topic a comment is about: the rules that a user writes. */
#include "config.h"

#include <string.h>

#include "bw-comments.h"

GStrv
bw_topic_split_words (const char *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (words != NULL ? words : "", ";,\n", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *folded = g_utf8_casefold (g_strstrip (parts[i]), -1);
    if (*folded != '\0')
      g_strv_builder_add (builder, folded);
  }
  return g_strv_builder_end (builder);
}

/* Words of these are not set apart by spaces. */
static gboolean
has_no_spaces (gunichar c)
{
  switch (g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_THAI:
  case G_UNICODE_SCRIPT_LAO:
  case G_UNICODE_SCRIPT_KHMER:
  case G_UNICODE_SCRIPT_MYANMAR:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
begins_word (const char *text, const char *at)
{
  return at == text || has_no_spaces (g_utf8_get_char (at)) ||
         !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

static gboolean
has_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (begins_word (text, at))
      return TRUE;
  return FALSE;
}

gboolean
bw_topic_matches (const char *const *words, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (; *words != NULL; words++)
    if (has_word (folded, *words))
      return TRUE;
  return FALSE;
}
