/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept in the words of a saved report that has neither files nor a question of its own. */
#include "config.h"

#include "bw-preset.h"
#include "bw-report-file.h"

#define KEY "new-reports"

static void
copy (BwWorkspace *from, BwWorkspace *to)
{
  bw_workspace_set_settings (to, bw_workspace_get_settings (from));
  bw_workspace_set_targets (to, bw_workspace_get_targets (from));
  bw_workspace_set_zone (to, bw_workspace_get_zone (from));
}

void
bw_preset_take (GSettings *settings, BwWorkspace *workspace)
{
  g_autoptr (BwWorkspace) bare = bw_workspace_new (bw_workspace_get_zone (workspace));
  g_autoptr (BwReportFile) file = bw_report_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  gsize length;
  gconstpointer content;

  copy (workspace, bare);
  bytes = bw_report_file_write (file, G_DIR_SEPARATOR_S KEY, bare, NULL);
  content = g_bytes_get_data (bytes, &length);
  text = g_strndup (content, length);
  g_settings_set_string (settings, KEY, text);
}

void
bw_preset_forget (GSettings *settings)
{
  g_settings_reset (settings, KEY);
}

BwWorkspace *
bw_preset_create (GSettings *settings)
{
  g_autofree char *text = g_settings_get_string (settings, KEY);
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  g_autoptr (BwWorkspace) bare = bw_workspace_new (utc);
  g_autoptr (BwReportFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    return NULL;
  bytes = g_bytes_new (text, strlen (text));
  file = bw_report_file_read (G_DIR_SEPARATOR_S KEY, bytes, &error);
  if (file != NULL && bw_report_file_apply (file, bare, &error))
    return g_steal_pointer (&bare);
  g_message ("%s", error->message);
  return NULL;
}

void
bw_preset_apply (GSettings *settings, BwWorkspace *workspace)
{
  g_autoptr (BwWorkspace) preset = bw_preset_create (settings);

  if (preset != NULL)
    copy (preset, workspace);
}
