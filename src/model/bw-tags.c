/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splits cells of tags. */
#include "config.h"

#include <string.h>

#include "bw-tags.h"

void
bw_tag_iter_init (BwTagIter *iter, const char *cell)
{
  g_return_if_fail (cell);
  iter->at = cell;
  iter->separator = strchr (cell, ',') ? ',' : ' ';
}

gboolean
bw_tag_iter_next (BwTagIter *iter, const char **tag, gsize *length)
{
  const char *at = iter->at;
  while (*at == iter->separator || g_ascii_isspace (*at))
    at++;
  const char *stop = strchrnul (at, iter->separator);
  iter->at = stop;
  while (stop > at && g_ascii_isspace (stop[-1]))
    stop--;
  *tag = at;
  *length = (gsize) (stop - at);
  return stop > at;
}

GStrv
bw_tags_split (const char *cell)
{
  g_return_val_if_fail (cell, NULL);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  BwTagIter iter;
  const char *tag;
  gsize length;
  bw_tag_iter_init (&iter, cell);
  while (bw_tag_iter_next (&iter, &tag, &length)) {
    g_autofree char *text = g_strndup (tag, length);
    if (!g_hash_table_contains (seen, text)) {
      g_hash_table_add (seen, text);
      g_strv_builder_take (tags, g_steal_pointer (&text));
    }
  }
  return g_strv_builder_end (tags);
}
