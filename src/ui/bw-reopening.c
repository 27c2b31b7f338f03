/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads saved reports for a window. */
#include "config.h"

#include "bw-reopening.h"

static BwWorkspace *
create_workspace (void)
{
  g_autoptr (BwZone) local = bw_zone_new ("local", NULL);
  g_autoptr (BwZone) utc = bw_zone_new_utc ();

  return bw_workspace_new (local != NULL ? local : utc);
}

static BwReportFile *
read_file (const char *from, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GBytes) bytes = g_file_load_bytes (source, NULL, NULL, error);
  g_autoptr (BwReportFile) file = bytes != NULL ? bw_report_file_read (from, bytes, error) : NULL;
  g_autoptr (BwWorkspace) trial = create_workspace ();

  /* What is wrong with it is better said before its files are read. */
  if (file == NULL || !bw_report_file_apply (file, trial, error))
    return NULL;
  return g_steal_pointer (&file);
}

static BwReopening *
reopen (const char *from, GError **error)
{
  BwReportFile *file = read_file (from, error);
  BwReopening *self;
  g_auto (GStrv) missing = NULL;

  if (file == NULL)
    return NULL;
  self = g_new0 (BwReopening, 1);
  self->file = file;
  missing = bw_report_file_list_missing (file);
  self->moved = missing[0] != NULL;
  return self;
}

BwReopening *
bw_reopening_new (const char *path, const char *const *more, GError **error)
{
  BwReopening *self = reopen (path, error);

  if (self == NULL)
    return NULL;
  bw_report_file_look_in (self->file, NULL);
  self->path = g_strdup (path);
  self->more = g_strdupv ((char **) more);
  return self;
}

BwReopening *
bw_reopening_new_left (const BwLeftover *leftover, GError **error)
{
  BwReopening *self = reopen (leftover->path, error);

  if (self == NULL)
    return NULL;
  self->path = g_strdup (leftover->origin);
  self->leftover = bw_leftover_copy (leftover);
  return self;
}

void
bw_reopening_free (BwReopening *self)
{
  g_clear_pointer (&self->file, bw_report_file_free);
  g_clear_pointer (&self->leftover, bw_leftover_free);
  g_free (self->path);
  g_strfreev (self->more);
  g_free (self);
}

GStrv
bw_reopening_list_paths (const BwReopening *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) saved = bw_report_file_list_paths (self->file);

  g_strv_builder_addv (builder, (const char **) saved);
  for (char **path = self->more; path != NULL && *path != NULL; path++)
    if (!g_strv_contains ((const char *const *) saved, *path))
      g_strv_builder_add (builder, *path);
  return g_strv_builder_end (builder);
}

BwImporter *
bw_reopening_create_importer (const BwReopening *self)
{
  BwImporter *importer = bw_importer_new ();
  const GPtrArray *sources = bw_report_file_get_sources (self->file);
  g_autoptr (BwWorkspace) trial = create_workspace ();

  bw_report_file_apply (self->file, trial, NULL);
  bw_importer_set_zone (importer, bw_workspace_get_zone (trial));
  bw_importer_set_zone_known (importer, TRUE);
  bw_importer_say_all (importer, bw_report_file_get_reading (self->file));
  for (guint i = 0; i < sources->len; i++) {
    const BwSavedSource *source = sources->pdata[i];
    if (source->reading != NULL)
      bw_importer_use_reading (importer, source->path, source->member,
                               (const char *const *) source->reading);
  }
  return importer;
}

gboolean
bw_reopening_is_changed (const BwReopening *self)
{
  return self->moved || self->leftover != NULL || (self->more != NULL && self->more[0] != NULL);
}
