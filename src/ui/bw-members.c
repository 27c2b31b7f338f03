/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the members of a dimension from all kinds of rows. */
#include "config.h"

#include "bw-members.h"

static void
add_texts (GHashTable *texts, const BwColumn *column)
{
  if (column == NULL || column->dictionary == NULL)
    return;
  for (guint32 i = 0; i < bw_dictionary_get_size (column->dictionary); i++)
    g_hash_table_add (texts, (gpointer) bw_dictionary_get_text (column->dictionary, i));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GStrv
bw_members_list (BwWorkspace *workspace, BwFieldId field)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer text;

  for (int kind = 0; kind < BW_KIND_LAST; kind++) {
    BwTable *table = bw_dataset_get_table (bw_workspace_get_dataset (workspace), kind);
    if (table != NULL)
      add_texts (texts, bw_table_find (table, field));
  }
  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    g_ptr_array_add (names, g_strdup (text));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}
