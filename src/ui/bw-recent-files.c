/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembers which files were opened together. */
#include "config.h"

#include "bw-recent-files.h"

#define KEY "recent-files"

static void
append_others (GVariantBuilder *builder, GSettings *settings, const char *const *paths)
{
  g_autoptr (GVariant) sets = g_settings_get_value (settings, KEY);
  gsize n = g_variant_n_children (sets);
  guint kept = 1;

  for (gsize i = 0; i < n && kept < BW_RECENT_FILES_MOST; i++) {
    g_autoptr (GVariant) set = g_variant_get_child_value (sets, i);
    g_autofree const char **others = g_variant_get_strv (set, NULL);
    if (g_strv_equal (others, paths))
      continue;
    g_variant_builder_add_value (builder, set);
    kept++;
  }
}

void
bw_recent_files_add (GSettings *settings, const char *const *paths)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aas"));
  g_variant_builder_add_value (&builder, g_variant_new_strv (paths, -1));
  append_others (&builder, settings, paths);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

static gboolean
are_there (char **paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      return FALSE;
  return paths[0] != NULL;
}

GPtrArray *
bw_recent_files_list (GSettings *settings)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GVariant) sets = g_settings_get_value (settings, KEY);

  for (gsize i = 0; i < g_variant_n_children (sets); i++) {
    g_autoptr (GVariant) set = g_variant_get_child_value (sets, i);
    g_auto (GStrv) paths = g_variant_dup_strv (set, NULL);
    if (are_there (paths))
      g_ptr_array_add (list, g_steal_pointer (&paths));
  }
  return list;
}
