/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bellwether-cli inspect: what the files were taken for, and why. */
#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h> /* xgettext knows PRId64 */
#include <math.h>

#include "bw-json.h"
#include "cli-files.h"

/* --- JSON ------------------------------------------------------------------------------------ */

static const char *
name_field (BwFieldId id)
{
  const BwField *field = bw_field_get (id);
  return field ? field->name : NULL;
}

static BwJson *
make_samples (BwJsonDoc *doc, const BwDecision *decision)
{
  const BwField *field = bw_field_get (decision->field);
  BwJson *array = yyjson_mut_arr (doc);
  if (field && field->personal)
    return array;
  for (char **sample = decision->samples; sample && *sample; sample++)
    yyjson_mut_arr_append (array, bw_json_text (doc, *sample));
  return array;
}

static BwJson *
make_columns (BwJsonDoc *doc, const BwSource *source)
{
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < source->decisions->len; i++) {
    const BwDecision *decision = source->decisions->pdata[i];
    BwJson *object = yyjson_mut_arr_add_obj (doc, array);
    bw_json_add_count (doc, object, "index", decision->index);
    bw_json_add_text (doc, object, "header", decision->header);
    bw_json_add_text (doc, object, "field", name_field (decision->field));
    bw_json_add_number (doc, object, "confidence", decision->confidence);
    bw_json_add_text (doc, object, "evidence", decision->evidence);
    bw_json_add_text (doc, object, "format", decision->format);
    if (decision->n_present >= 0)
      bw_json_add_count (doc, object, "present", decision->n_present);
    else
      bw_json_add_number (doc, object, "present", NAN);
    bw_json_add_count (doc, object, "bad", decision->n_bad);
    bw_json_add (doc, object, "samples", make_samples (doc, decision));
  }
  return array;
}

static BwJson *
make_source (BwJsonDoc *doc, BwDataset *dataset, BwSource *source)
{
  gint64 used;
  BwJson *excluded = bw_json_excluded (doc, dataset, source, &used);
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "file", source->name);
  bw_json_add_text (doc, object, "member", source->member);
  bw_json_add_count (doc, object, "size", source->size);
  bw_json_add_text (doc, object, "kind", bw_kind_to_string (source->kind));
  bw_json_add_text (doc, object, "profile", source->profile);
  bw_json_add_text (doc, object, "product", source->profile_title);
  bw_json_add_number (doc, object, "score", source->score);
  bw_json_add_text (doc, object, "evidence", source->evidence);
  bw_json_add_text (doc, object, "encoding", source->encoding);
  bw_json_add_text (doc, object, "delimiter", source->delimiter);
  bw_json_add_text (doc, object, "time_zone", source->zone);
  bw_json_add_count (doc, object, "rows", source->n_rows);
  bw_json_add_count (doc, object, "used", used);
  bw_json_add (doc, object, "excluded", excluded);
  bw_json_add (doc, object, "columns", make_columns (doc, source));
  bw_json_add (doc, object, "notes", bw_json_notes (doc, source->notes));
  return object;
}

static CliStatus
print_json (BwDataset *dataset)
{
  GListModel *sources = bw_dataset_get_sources (dataset);
  BwJsonDoc *doc = yyjson_mut_doc_new (NULL);
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    yyjson_mut_arr_append (array, make_source (doc, dataset, source));
  }
  GError *error = NULL;
  g_autoptr (GBytes) text = bw_json_write (doc, array, &error);
  return text ? cli_print (g_bytes_get_data (text, NULL), g_bytes_get_size (text))
              : cli_fail (CLI_OUTPUT, error);
}

/* --- Text ------------------------------------------------------------------------------------ */

/* "tab" for what would not be seen. */
static const char *
say_delimiter (const char *delimiter)
{
  return g_strcmp0 (delimiter, "\t") == 0 ? _ ("tab") : delimiter ? delimiter : "–";
}

static void
append_rows (GString *out, BwDataset *dataset, BwSource *source)
{
  gint64 counts[BW_ASIDE_LAST];
  bw_dataset_count_aside (dataset, source, counts);
  g_string_append_printf (out, _ ("  rows: %" PRId64 ", used: %" PRId64), source->n_rows,
                                 counts[BW_ASIDE_NONE]);
  for (BwAside aside = BW_ASIDE_NONE + 1; aside < BW_ASIDE_LAST; aside++)
    if (counts[aside] > 0)
      g_string_append_printf (out, ", %s: %" G_GINT64_FORMAT, bw_aside_get_title (aside),
                              counts[aside]);
  g_string_append_c (out, '\n');
}

static void
append_columns (GString *out, const BwSource *source)
{
  g_string_append_printf (out, "  %s\n", _ ("columns:"));
  for (guint i = 0; i < source->decisions->len; i++) {
    const BwDecision *decision = source->decisions->pdata[i];
    const char *field = name_field (decision->field);
    g_string_append_printf (out, "    %s → %s", decision->header, field ? field : _ ("not used"));
    if (field)
      g_string_append_printf (out, " (%.0f %%)", 100 * decision->confidence);
    if (decision->format)
      g_string_append_printf (out, ", %s", decision->format);
    if (decision->n_bad > 0)
      g_string_append_printf (out, _ (", not readable: %" PRId64), decision->n_bad);
    if (decision->evidence)
      g_string_append_printf (out, "\n      %s", decision->evidence);
    g_string_append_c (out, '\n');
  }
}

static void
append_notes (GString *out, const BwSource *source)
{
  if (source->notes->len > 0)
    g_string_append_printf (out, "  %s\n", _ ("notes:"));
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = source->notes->pdata[i];
    g_string_append_printf (out, "    %s", source->name);
    if (note->first_line > 0)
      g_string_append_printf (out, ":%" G_GINT64_FORMAT, note->first_line);
    if (note->column)
      g_string_append_printf (out, ": %s", note->column);
    g_string_append_printf (out, ": %s (%s × %" G_GINT64_FORMAT ")\n", note->text, note->code,
                            note->count);
  }
}

static void
append_source (GString *out, BwDataset *dataset, BwSource *source)
{
  g_string_append_printf (out, "%s: %s, %s (%s, %.0f %%)\n", source->name,
                          bw_kind_get_title (source->kind), source->profile_title, source->profile,
                          100 * source->score);
  if (source->evidence)
    g_string_append_printf (out, "  %s\n", source->evidence);
  g_string_append_printf (out, _ ("  encoding: %s, delimiter: %s, time zone: %s\n"),
                                 source->encoding, say_delimiter (source->delimiter),
                                 source->zone ? source->zone : "–");
  append_rows (out, dataset, source);
  append_columns (out, source);
  append_notes (out, source);
}

static CliStatus
print_text (BwDataset *dataset)
{
  GListModel *sources = bw_dataset_get_sources (dataset);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    if (i > 0)
      g_string_append_c (out, '\n');
    append_source (out, dataset, source);
  }
  return cli_print (out->str, out->len);
}

/* --- The command ----------------------------------------------------------------------------- */

static CliStatus
run (CliFiles *files, gboolean json)
{
  GError *error = NULL;
  CliStatus status;
  g_autoptr (BwDataset) dataset = cli_files_load (files, FALSE, &status, &error);
  if (!dataset)
    return cli_fail (status, error);
  return json ? print_json (dataset) : print_text (dataset);
}

CliStatus
cli_inspect (int argc, char **argv)
{
  CliFiles files = { 0 };
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("as JSON"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_option_context_set_summary (context, _ ("Shows what the files were taken for, and why."));
  cli_files_add_options (&files, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  GError *error = NULL;
  CliStatus status = cli_parse (context, argc, argv, &error) && cli_files_check (&files, &error)
                         ? run (&files, json)
                         : cli_fail_usage ("inspect", error);
  cli_files_clear (&files);
  return status;
}
