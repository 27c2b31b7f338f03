/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of formats that leave the app. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-atomic.h"
#include "bw-error.h"
#include "bw-exporter.h"
#include "bw-language.h"

#define BW_ITEM(name) extern const BwExporter name;
BW_SHELF
#undef BW_ITEM
#define BW_ITEM(name) &name,
static const BwExporter *const shelf[] = { BW_SHELF NULL };
#undef BW_ITEM

typedef struct {
  const BwExporter *exporter;
  BwReport *report;
  const BwExportOptions *options;
} Job;

static gboolean
write_report_cb (GOutputStream *stream,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  const Job *job = user_data;
  return bw_export_to_stream (job->exporter, job->report, job->options, stream, cancellable, error);
}

BwExportOptions *
bw_export_options_copy (const BwExportOptions *options)
{
  g_return_val_if_fail (options, NULL);
  BwExportOptions *copy = g_memdup2 (options, sizeof *options);
  copy->sheets = (const char *const *) g_strdupv ((GStrv) options->sheets);
  copy->kpi = g_strdup (options->kpi);
  copy->folder = g_strdup (options->folder);
  return copy;
}

void
bw_export_options_free (BwExportOptions *options)
{
  g_strfreev ((GStrv) options->sheets);
  g_free ((char *) options->kpi);
  g_free ((char *) options->folder);
  g_free (options);
}

/* Beside the groups of KPIs. */
static const struct {
  const char *id;
  const char *title;
} sheets[] = {
  { "summary", N_ ("Summary") },
  { "agents", N_ ("Agents") },
  { "definitions", N_ ("Definitions") },
  { "notes", N_ ("Notes") },
};

static void
add_once (GStrvBuilder *ids, GHashTable *seen, const char *id)
{
  if (g_hash_table_add (seen, (gpointer) id))
    g_strv_builder_add (ids, id);
}

GStrv
bw_export_list_sheets (void)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  add_once (ids, seen, sheets[0].id);
  for (guint i = 0; i < n; i++)
    add_once (ids, seen, metrics[i]->group);
  for (guint i = 1; i < G_N_ELEMENTS (sheets); i++)
    add_once (ids, seen, sheets[i].id);
  return g_strv_builder_end (ids);
}

const char *
bw_export_get_sheet_title (const char *sheet)
{
  g_return_val_if_fail (sheet, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (sheets[i].id, sheet))
      return _ (sheets[i].title);
  return bw_metric_group_title (sheet);
}

const BwExporter *const *
bw_exporters (void)
{
  return shelf;
}

const BwExporter *
bw_exporter_for_path (const char *path, GError **error)
{
  g_return_val_if_fail (path, NULL);

  g_autofree char *name = g_ascii_strdown (path, -1);
  g_autoptr (GString) known = g_string_new (NULL);
  for (guint i = 0; shelf[i]; i++) {
    if (g_str_has_suffix (name, shelf[i]->suffix))
      return shelf[i];
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", shelf[i]->suffix);
  }
  /* Translators: the second %s is a list: ".csv, .json, .pdf" */
  g_set_error (error, BW_ERROR, BW_ERROR_UNSUPPORTED,
               _ ("%s: the file's name must end in one of %s"), path, known->str);
  return NULL;
}

gboolean
bw_export_to_stream (const BwExporter *exporter,
                     BwReport *report,
                     const BwExportOptions *options,
                     GOutputStream *stream,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (exporter && report && stream, FALSE);

  if (!bw_report_compute (report, cancellable, error))
    return FALSE;
  BwLanguage language;
  bw_language_begin (&language, bw_report_plan_get_language (bw_report_get_plan (report)));
  gboolean done = exporter->write (report, options, stream, cancellable, error);
  bw_language_end (&language);
  return done;
}

gboolean
bw_export_to_file (const BwExporter *exporter,
                   BwReport *report,
                   const BwExportOptions *options,
                   const char *path,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (exporter && report && path, FALSE);

  g_autofree char *folder = g_path_get_dirname (path);
  BwExportOptions all = options ? *options : (BwExportOptions) { 0 };
  if (!all.folder)
    all.folder = folder;
  Job job = { exporter, report, &all };
  return bw_write_atomically (path, write_report_cb, &job, cancellable, error);
}
