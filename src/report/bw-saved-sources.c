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
  g_strfreev (source->reading);
  g_free (source);
}

void
bw_saved_figure_free (gpointer data)
{
  BwSavedFigure *figure = data;

  g_free (figure->id);
  g_free (figure->currency);
  g_free (figure);
}

/* --- Paths -----------------------------------------------------------------------------------
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

/* --- Sources ---------------------------------------------------------------------------------
 */

static gboolean
read_source (BwReportFile *self, Json *object, GError **error)
{
  const char *path, *member, *sha256, *kind, *profile;
  g_auto (GStrv) reading = NULL;
  BwSavedSource *source;

  if (!bw_saved_need_text (self, object, "sources.path", &path, error) ||
      !bw_saved_get_text (self, object, "sources.member", &member, error) ||
      !bw_saved_get_text (self, object, "sources.sha256", &sha256, error) ||
      !bw_saved_get_text (self, object, "sources.kind", &kind, error) ||
      !bw_saved_get_text (self, object, "sources.profile", &profile, error) ||
      !bw_saved_get_texts (self, object, "sources.reading", &reading, error))
    return FALSE;
  source = g_new0 (BwSavedSource, 1);
  source->path = bw_saved_resolve_path (path, self->folder);
  source->member = g_strdup (member);
  source->sha256 = g_strdup (sha256);
  source->kind = g_strdup (kind);
  source->profile = g_strdup (profile);
  source->reading = g_steal_pointer (&reading);
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
    bw_saved_put_texts (doc, item, "reading", (const char *const *) source->reading);
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
    saved->sha256 = g_strdup (bw_source_peek_sha256 (source));
    saved->kind = g_strdup (bw_kind_to_string (source->kind));
    saved->profile = g_strdup (source->profile);
    saved->reading = g_strdupv (source->reading);
    g_ptr_array_add (sources, saved);
  }
  return sources;
}

GStrv
bw_report_file_list_missing (const BwReportFile *self)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_auto (GStrv) paths = bw_report_file_list_paths (self);

  for (char **path = paths; *path != NULL; path++)
    if (!g_file_test (*path, G_FILE_TEST_EXISTS))
      g_strv_builder_add (missing, *path);
  return g_strv_builder_end (missing);
}

void
bw_report_file_look_in (BwReportFile *self, const char *folder)
{
  g_auto (GStrv) missing = bw_report_file_list_missing (self);

  for (char **path = missing; *path != NULL; path++) {
    g_autofree char *name = g_path_get_basename (*path);
    g_autofree char *there = g_build_filename (folder != NULL ? folder : self->folder, name, NULL);
    if (g_file_test (there, G_FILE_TEST_EXISTS))
      bw_report_file_move_source (self, *path, there);
  }
}

void
bw_report_file_move_source (BwReportFile *self, const char *from, const char *to)
{
  Json *list = bw_saved_get (yyjson_mut_doc_get_root (self->doc), "sources");

  for (guint i = self->sources->len; i > 0; i--) {
    BwSavedSource *source = self->sources->pdata[i - 1];

    if (!g_str_equal (source->path, from))
      continue;
    if (to != NULL) {
      g_free (source->path);
      source->path = g_canonicalize_filename (to, NULL);
    } else {
      g_ptr_array_remove_index (self->sources, i - 1);
      yyjson_mut_arr_remove (list, i - 1);
    }
  }
}

/* --- Figures ---------------------------------------------------------------------------------
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
    const char *id, *currency;
    double value, rows;
    BwSavedFigure *figure;

    if (!bw_saved_need_text (self, item, "figures.values.id", &id, error) ||
        !bw_saved_get_number (self, item, "figures.values.value", &value, error) ||
        !bw_saved_get_number (self, item, "figures.values.n", &rows, error) ||
        !bw_saved_get_text (self, item, "figures.values.currency", &currency, error))
      return FALSE;
    figure = g_new0 (BwSavedFigure, 1);
    figure->id = g_strdup (id);
    figure->value = value;
    figure->n = rows >= 0 && rows < 9e15 ? (gint64) rows : 0;
    figure->currency = g_strdup (currency);
    g_ptr_array_add (self->figures, figure);
  }
  return TRUE;
}

/* currency: NULL for what is no money, or of none that is known. */
static void
write_figure (
    JsonDoc *doc, Json *list, const char *id, double value, gint64 n, const char *currency)
{
  Json *item = yyjson_mut_arr_add_obj (doc, list);

  bw_saved_put_text (doc, item, "id", id);
  bw_saved_put_number (doc, item, "value", value);
  bw_saved_put (doc, item, "n", yyjson_mut_sint (doc, n));
  if (currency)
    bw_saved_put_text (doc, item, "currency", currency);
}

void
bw_saved_write_figures (const BwReportFile *self, BwWorkspace *workspace, JsonDoc *doc, Json *root)
{
  Json *object = bw_saved_put_object (doc, root, "figures");
  const GPtrArray *figures = bw_workspace_get_figures (workspace);
  g_autofree char *period = figures != NULL
                                ? bw_period_to_string (bw_workspace_get_period (workspace))
                                : g_strdup (self->figures_period);
  Json *list;

  bw_saved_put_text (doc, object, "period", period);
  list = bw_saved_put_list (doc, object, "values");
  for (guint i = 0; figures != NULL && i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->available)
      write_figure (doc, list, figure->metric->id, figure->current.value, figure->current.n,
                    figure->metric->unit == BW_UNIT_MONEY ? figure->currency : NULL);
  }
  for (guint i = 0; figures == NULL && i < self->figures->len; i++) {
    const BwSavedFigure *figure = self->figures->pdata[i];
    write_figure (doc, list, figure->id, figure->value, figure->n, figure->currency);
  }
}
