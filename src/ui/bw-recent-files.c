/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembers which files were opened together. */
#include "config.h"

#include <glib/gi18n-lib.h>

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

char *
bw_recent_files_name (char **paths)
{
  g_autofree char *first = g_filename_display_basename (paths[0]);
  guint more = g_strv_length (paths) - 1;

  if (more == 0)
    return g_steal_pointer (&first);
  /* Translators: a file name, and how many others were opened with it */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", more),
                          first, more);
}

/* Underscores in names are no mnemonics. */
static char *
escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

void
bw_recent_files_fill_menu (GSettings *settings, GMenu *menu)
{
  g_autoptr (GPtrArray) sets = bw_recent_files_list (settings);

  g_menu_remove_all (menu);
  for (guint i = 0; i < sets->len; i++) {
    g_autofree char *name = bw_recent_files_name (sets->pdata[i]);
    g_autofree char *label = escape (name);
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

    g_menu_item_set_action_and_target_value (
        item, "win.open-paths", g_variant_new_strv ((const char *const *) sets->pdata[i], -1));
    g_menu_append_item (menu, item);
  }
}
