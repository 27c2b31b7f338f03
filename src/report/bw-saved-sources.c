/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the rows come from, and the last figures. */
#include "config.h"

#include "bw-saved.h"

#include <string.h>

void
bw_saved_source_free (gpointer data)
{
  BwSavedSource *source = data;

  g_free (source->path);
  g_free (source->member);
  g_free (source->sha256);
  g_free (source->kind);
  g_free (source->profile);
  g_free (source);
}

void
bw_saved_figure_free (gpointer data)
{
  BwSavedFigure *figure = data;

  g_free (figure->id);
  g_free (figure);
}

/* --- Paths
 * -----------------------------------------------------------------------------------------
 */

char *
bw_saved_spell_path (const char *path, const char *folder)
{
  gsize length = strlen (folder);
  const char *spelt = path;

  if (!g_utf8_validate (path, -1, NULL))
    return g_filename_to_uri (path, NULL, NULL);
  if (g_str_has_prefix (path, folder) && path[length] == G_DIR_SEPARATOR)
    spelt = path + length + 1;
  return g_strdup (spelt);
}

char *
bw_saved_resolve_path (const char *spelt, const char *folder)
{
  if (g_str_has_prefix (spelt, "file:")) {
    char *path = g_filename_from_uri (spelt, NULL, NULL);
    if (path != NULL)
      return path;
  }
  return g_canonicalize_filename (spelt, folder);
}

char *
bw_saved_folder_of (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  return g_path_get_dirname (absolute);
}
/* --- Sources
 * ---------------------------------------------------------------------------------------
 */

static gboolean
read_source (BwReportFile *self, Json *object, GError **error)
{
  const char *path, *member, *sha256, *kind, *profile;
  BwSavedSource *source;

  if (!bw_saved_need_text (self, object, "sources.path", &path, error) ||
      !bw_saved_get_text (self, object, "sources.member", &member, error) ||
      !bw_saved_get_text (self, object, "sources.sha256", &sha256, error) ||
      !bw_saved_get_text (self, object, "sources.kind", &kind, error) ||
      !bw_saved_get_text (self, object, "sources.profile", &profile, error))
    return FALSE;
  source = g_new0 (BwSavedSource, 1);
  source->path = bw_saved_resolve_path (path, self->folder);
  source->member = g_strdup (member);
  source->sha256 = g_strdup (sha256);
  source->kind = g_strdup (kind);
  source->profile = g_strdup (profile);
  g_ptr_array_add (self->sources, source);
  return TRUE;
}

gboolean
bw_saved_read_sources (BwReportFile *self, Json *root, GError **error)
{
  Json *list, *item;
  size_t i, n;

  if (!bw_saved_get_list (self, root, "sources", &list, error))
    return FALSE;
  yyjson_mut_arr_foreach (list, i, n, item)
  {
    if (!read_source (self, item, error))
      return FALSE;
  }
  return TRUE;
}

void
bw_saved_write_sources (const GPtrArray *sources, const char *folder, JsonDoc *doc, Json *root)
{
  Json *list = bw_saved_put_list (doc, root, "sources");

  for (guint i = 0; i < sources->len; i++) {
    const BwSavedSource *source = sources->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    g_autofree char *path = bw_saved_spell_path (source->path, folder);

    bw_saved_put_text (doc, item, "path", path);
    bw_saved_put_text (doc, item, "member", source->member);
    bw_saved_put_text (doc, item, "sha256", source->sha256);
    bw_saved_put_text (doc, item, "kind", source->kind);
    bw_saved_put_text (doc, item, "profile", source->profile);
  }
}

GPtrArray *
bw_saved_list_sources (BwDataset *dataset)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (bw_saved_source_free);
  GListModel *from = bw_dataset_get_sources (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (from); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (from, i);
    BwSavedSource *saved = g_new0 (BwSavedSource, 1);

    saved->path = g_canonicalize_filename (source->path, NULL);
    saved->member = g_strdup (source->member);
    saved->sha256 = g_strdup (bw_source_get_sha256 (source, NULL));
    saved->kind = g_strdup (bw_kind_to_string (source->kind));
    saved->profile = g_strdup (source->profile);
    g_ptr_array_add (sources, saved);
  }
  return sources;
}

/* --- Figures
 * ---------------------------------------------------------------------------------------
 */

gboolean
bw_saved_read_figures (BwReportFile *self, Json *root, GError **error)
{
  Json *figures, *list, *item;
  const char *period;
  size_t i, n;

  if (!bw_saved_get_object (self, root, "figures", &figures, error) ||
      !bw_saved_get_text (self, figures, "figures.period", &period, error) ||
      !bw_saved_get_list (self, figures, "figures.values", &list, error))
    return FALSE;
  self->figures_period = g_strdup (period);
  yyjson_mut_arr_foreach (list, i, n, item)
  {
    const char *id;
    double value, rows;
    BwSavedFigure *figure;

    if (!bw_saved_need_text (self, item, "figures.values.id", &id, error) ||
        !bw_saved_get_number (self, item, "figures.values.value", &value, error) ||
        !bw_saved_get_number (self, item, "figures.values.n", &rows, error))
      return FALSE;
    figure = g_new0 (BwSavedFigure, 1);
    figure->id = g_strdup (id);
    figure->value = value;
    figure->n = rows >= 0 && rows < 9e15 ? (gint64) rows : 0;
    g_ptr_array_add (self->figures, figure);
  }
  return TRUE;
}

void
bw_saved_write_figures (const BwReportFile *self, JsonDoc *doc, Json *root)
{
  Json *object = bw_saved_put_object (doc, root, "figures");
  Json *list;

  bw_saved_put_text (doc, object, "period", self->figures_period);
  list = bw_saved_put_list (doc, object, "values");
  for (guint i = 0; i < self->figures->len; i++) {
    const BwSavedFigure *figure = self->figures->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    bw_saved_put_text (doc, item, "id", figure->id);
    bw_saved_put_number (doc, item, "value", figure->value);
    bw_saved_put (doc, item, "n", yyjson_mut_sint (doc, figure->n));
  }
}
