/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembers what was asked of files. */
#include "config.h"

#include "bw-file-question.h"

#define KEY "file-questions"
#define ENTRY "(asxsss)"
#define ENTRY_READ "(^a&sx&s&s&s)"
/* Sets of files that are remembered. */
#define MOST 20

const char *
bw_compare_to_string (BwCompare compare)
{
  static const char *const names[] = { "none", "previous", "year" };

  return names[compare];
}

BwCompare
bw_compare_from_string (const char *text)
{
  return g_str_equal (text, "none")   ? BW_COMPARE_NONE
         : g_str_equal (text, "year") ? BW_COMPARE_YEAR
                                      : BW_COMPARE_PREVIOUS;
}

/* 0 without data. */
static gint64
get_end (BwDataset *dataset)
{
  gint64 from, to;

  return bw_dataset_get_extent (dataset, &from, &to) ? to : 0;
}

static void
append_others (GVariantBuilder *builder, GSettings *settings, const char *const *paths)
{
  g_autoptr (GVariant) entries = g_settings_get_value (settings, KEY);

  for (gsize i = 0, kept = 1; i < g_variant_n_children (entries) && kept < MOST; i++) {
    g_autoptr (GVariant) entry = g_variant_get_child_value (entries, i);
    g_autofree const char **others = NULL;
    g_variant_get_child (entry, 0, "^a&s", &others);
    if (g_strv_equal (others, paths))
      continue;
    g_variant_builder_add_value (builder, entry);
    kept++;
  }
}

void
bw_file_question_remember (GSettings *settings, const char *const *paths, BwWorkspace *workspace)
{
  BwDataset *dataset = bw_workspace_get_dataset (workspace);
  BwPeriod *period = bw_workspace_get_period (workspace);
  g_autofree char *text = period != NULL ? bw_period_to_string (period) : NULL;
  GVariantBuilder builder;

  if (dataset == NULL || text == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" ENTRY));
  g_variant_builder_add (&builder, "(^asxsss)", paths, get_end (dataset), text,
                         bw_grain_to_string (bw_workspace_get_grain (workspace)),
                         bw_compare_to_string (bw_workspace_get_compare (workspace)));
  append_others (&builder, settings, paths);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

static gboolean
apply (BwWorkspace *workspace, const char *text, const char *grain_name, const char *compare)
{
  g_autoptr (BwPeriod) period =
                bw_period_parse (text, bw_workspace_get_zone (workspace), 1, 0, NULL);
  BwGrain grain;

  if (period == NULL || !bw_grain_parse (grain_name, &grain))
    return FALSE;
  bw_workspace_set_period (workspace, period);
  bw_workspace_set_grain (workspace, grain);
  bw_workspace_set_compare (workspace, bw_compare_from_string (compare));
  return TRUE;
}

gboolean
bw_file_question_recall (GSettings *settings,
                         const char *const *paths,
                         BwDataset *dataset,
                         BwWorkspace *workspace)
{
  g_autoptr (GVariant) entries = g_settings_get_value (settings, KEY);

  for (gsize i = 0; i < g_variant_n_children (entries); i++) {
    g_autoptr (GVariant) entry = g_variant_get_child_value (entries, i);
    g_autofree const char **files = NULL;
    const char *period, *grain, *compare;
    gint64 end;
    g_variant_get (entry, ENTRY_READ, &files, &end, &period, &grain, &compare);
    if (g_strv_equal (files, paths))
      return end == get_end (dataset) && apply (workspace, period, grain, compare);
  }
  return FALSE;
}
