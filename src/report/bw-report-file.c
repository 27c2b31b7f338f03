/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved reports: the document is kept as it was read, and what is known is written over it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-error.h"
#include "bw-saved.h"

#define FORMAT "bellwether"
#define VERSION_OF_FORMAT 1

BwReportFile *
bw_report_file_new (void)
{
  BwReportFile *self = g_new0 (BwReportFile, 1);

  self->sources = g_ptr_array_new_with_free_func (bw_saved_source_free);
  self->figures = g_ptr_array_new_with_free_func (bw_saved_figure_free);
  self->reading = g_new0 (char *, 1);
  return self;
}

void
bw_report_file_free (BwReportFile *self)
{
  g_free (self->name);
  g_free (self->folder);
  g_clear_pointer (&self->doc, yyjson_mut_doc_free);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->figures);
  g_free (self->figures_period);
  g_free (self->period);
  g_strfreev (self->reading);
  g_free (self);
}

const GPtrArray *
bw_report_file_get_sources (const BwReportFile *self)
{
  return self->sources;
}

const GPtrArray *
bw_report_file_get_figures (const BwReportFile *self)
{
  return self->figures;
}

const char *
bw_report_file_get_figures_period (const BwReportFile *self)
{
  return self->figures_period;
}

GStrv
bw_report_file_list_paths (const BwReportFile *self)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sources->len; i++) {
    const BwSavedSource *source = self->sources->pdata[i];
    if (g_hash_table_add (seen, source->path))
      g_strv_builder_add (paths, source->path);
  }
  return g_strv_builder_end (paths);
}

const char *
bw_report_file_get_period (const BwReportFile *self)
{
  return self->period;
}

const char *const *
bw_report_file_get_reading (const BwReportFile *self)
{
  return (const char *const *) self->reading;
}

void
bw_report_file_set_reading (BwReportFile *self, const char *const *reading)
{
  GStrv copy = reading != NULL ? g_strdupv ((GStrv) reading) : g_new0 (char *, 1);

  g_strfreev (self->reading);
  self->reading = copy;
}
/* --- Reading ---------------------------------------------------------------------------------
 */

static gboolean
check_version (const BwReportFile *self, Json *root, GError **error)
{
  Json *version = bw_saved_get (root, "version");
  const char *format = yyjson_mut_get_str (bw_saved_get (root, "format"));

  if (g_strcmp0 (format, FORMAT) != 0) {
    g_set_error (error, BW_ERROR, BW_ERROR_FORMAT,
                 _ ("%s is not a saved report: “format” is not “%s”"), self->name, FORMAT);
    return FALSE;
  }
  if (!yyjson_mut_is_int (version) || yyjson_mut_get_num (version) < 1)
    return bw_saved_fail (self, "version", _ ("a whole number from 1"), error);
  if (yyjson_mut_get_num (version) <= VERSION_OF_FORMAT)
    return TRUE;
  g_set_error (error, BW_ERROR, BW_ERROR_UNSUPPORTED,
               _ ("%s was saved by a newer Bellwether (“version” is %.0f, this one reads %d)"),
                 self->name, yyjson_mut_get_num (version), VERSION_OF_FORMAT);
  return FALSE;
}

static gboolean
read_root (BwReportFile *self, GError **error)
{
  Json *root = yyjson_mut_doc_get_root (self->doc);
  Json *question;
  const char *period;
  g_auto (GStrv) reading = NULL;

  if (!check_version (self, root, error) || !bw_saved_read_sources (self, root, error) ||
      !bw_saved_read_figures (self, root, error) ||
      !bw_saved_get_texts (self, root, "reading", &reading, error) ||
      !bw_saved_get_object (self, root, "question", &question, error) ||
      !bw_saved_get_text (self, question, "question.period", &period, error))
    return FALSE;
  bw_report_file_set_reading (self, (const char *const *) reading);
  self->period = g_strdup (period);
  return TRUE;
}

BwReportFile *
bw_report_file_read (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (BwReportFile) self = bw_report_file_new ();
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  yyjson_read_err problem;
  yyjson_doc *doc = yyjson_read_opts ((char *) data, length, YYJSON_READ_NOFLAG, NULL, &problem);

  self->name = g_filename_display_basename (path);
  self->folder = bw_saved_folder_of (path);
  if (doc == NULL) {
    g_set_error (error, BW_ERROR, BW_ERROR_FORMAT,
                 /* Translators: what is wrong is said by the library that reads JSON */
                 _ ("%s is not a saved report: %s at byte %zu"), self->name,
                   length > 0 ? problem.msg : _ ("it is empty"), problem.pos);
    return NULL;
  }
  self->doc = yyjson_doc_mut_copy (doc, NULL);
  yyjson_doc_free (doc);
  if (!read_root (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
bw_report_file_apply (const BwReportFile *self, BwWorkspace *workspace, GError **error)
{
  Json *root = yyjson_mut_doc_get_root (self->doc);
  g_autoptr (BwSettings) settings = bw_saved_read_settings (self, root, error);
  g_autoptr (BwSavedQuestion) question = NULL;
  g_autoptr (BwReportPlan) plan = NULL;

  if (settings == NULL)
    return FALSE;
  question = bw_saved_read_question (self, root, bw_workspace_get_zone (workspace), error);
  plan = question != NULL ? bw_saved_read_plan (self, root, error) : NULL;
  if (plan == NULL)
    return FALSE;
  bw_workspace_set_settings (workspace, settings);
  bw_saved_question_ask (question, workspace);
  bw_report_plan_take (bw_workspace_get_plan (workspace), plan);
  return TRUE;
}
/* --- Writing ---------------------------------------------------------------------------------
 */

static JsonDoc *
make_document (const BwReportFile *self,
               const char *folder,
               BwWorkspace *workspace,
               const char *period)
{
  BwDataset *dataset = bw_workspace_get_dataset (workspace);
  g_autoptr (GPtrArray) sources =
                dataset != NULL ? bw_saved_list_sources (dataset) : g_ptr_array_ref (self->sources);
  JsonDoc *doc = yyjson_mut_doc_new (NULL);
  Json *root = yyjson_mut_obj (doc);
  Json *old = yyjson_mut_doc_get_root (self->doc);

  yyjson_mut_doc_set_root (doc, root);
  bw_saved_put_text (doc, root, "format", FORMAT);
  bw_saved_put (doc, root, "version", yyjson_mut_sint (doc, VERSION_OF_FORMAT));
  bw_saved_write_sources (sources, folder, doc, root);
  bw_saved_merge_sources (self, sources, doc, bw_saved_get (root, "sources"),
                          bw_saved_get (old, "sources"));
  bw_saved_put_texts (doc, root, "reading", (const char *const *) self->reading);
  bw_saved_write_question (workspace, period, doc, root);
  bw_saved_write_settings (bw_workspace_get_settings (workspace), doc, root);
  bw_saved_write_plan (bw_workspace_get_plan (workspace), folder, doc, root);
  bw_saved_write_figures (self, workspace, doc, root);
  bw_saved_merge (doc, root, old);
  return doc;
}

GBytes *
bw_report_file_write (const BwReportFile *self,
                      const char *path,
                      BwWorkspace *workspace,
                      const char *period)
{
  g_autofree char *folder = bw_saved_folder_of (path);
  JsonDoc *doc = make_document (self, folder, workspace, period);
  size_t length;
  char *text =
      yyjson_mut_write (doc, YYJSON_WRITE_PRETTY_TWO_SPACES | YYJSON_WRITE_NEWLINE_AT_END, &length);

  yyjson_mut_doc_free (doc);
  return g_bytes_new_with_free_func (text, length, free, text);
}

/* --- Comparing -------------------------------------------------------------------------------
 */

static BwReportParts
compare_sources (const GPtrArray *a, const GPtrArray *b)
{
  BwReportParts parts = a->len != b->len ? BW_PART_SOURCES : 0;

  for (guint i = 0; i < MIN (a->len, b->len); i++) {
    const BwSavedSource *one = a->pdata[i];
    const BwSavedSource *other = b->pdata[i];
    const char *const nothing[] = { NULL };

    if (!g_str_equal (one->path, other->path) || g_strcmp0 (one->member, other->member) != 0)
      parts |= BW_PART_SOURCES;
    if (!g_strv_equal (one->reading != NULL ? (const char *const *) one->reading : nothing,
                       other->reading != NULL ? (const char *const *) other->reading : nothing))
      parts |= BW_PART_READING;
  }
  return parts;
}

BwReportParts
bw_report_file_compare (const BwReportFile *self, const BwReportFile *other)
{
  static const struct {
    const char *key;
    BwReportParts part;
  } objects[] = {
    { "question", BW_PART_QUESTION },
    { "settings", BW_PART_SETTINGS },
    { "report", BW_PART_PLAN },
    { "overview", BW_PART_OVERVIEW },
  };
  BwReportParts parts = compare_sources (self->sources, other->sources);
  Json *root = yyjson_mut_doc_get_root (self->doc);
  Json *other_root = yyjson_mut_doc_get_root (other->doc);

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++) {
    Json *one = bw_saved_get (root, objects[i].key);
    Json *another = bw_saved_get (other_root, objects[i].key);
    if (one != another && !yyjson_mut_equals (one, another))
      parts |= objects[i].part;
  }
  return parts;
}
