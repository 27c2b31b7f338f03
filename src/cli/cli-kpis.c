/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bellwether-cli kpis: the catalogue. */
#include "config.h"

#include <glib/gi18n.h>

#include "bw-json.h"
#include "bw-metric.h"
#include "cli.h"

static const char *
name_better (BwBetter better)
{
  switch (better) {
  case BW_BETTER_UP:
    return "up";
  case BW_BETTER_DOWN:
    return "down";
  case BW_BETTER_BAND:
    return "band";
  case BW_BETTER_NEITHER:
  default:
    return NULL;
  }
}

/* --- JSON ------------------------------------------------------------------------------------ */

static BwJson *
make_needs (BwJsonDoc *doc, const BwMetric *metric)
{
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < BW_METRIC_MAX_NEEDS && metric->needs[i].any[0]; i++) {
    const BwNeed *need = &metric->needs[i];
    BwJson *object = yyjson_mut_arr_add_obj (doc, array);
    BwJson *fields = yyjson_mut_arr (doc);
    for (guint f = 0; f < G_N_ELEMENTS (need->any) && need->any[f]; f++)
      yyjson_mut_arr_add_str (doc, fields, bw_field_get (need->any[f])->name);
    bw_json_add_text (doc, object, "words", _ (need->words));
    bw_json_add (doc, object, "any_of", fields);
  }
  return array;
}

static void
add_words (BwJsonDoc *doc, BwJson *object, const char *name, const char *const *words)
{
  BwJson *array = yyjson_mut_arr (doc);
  for (; *words; words++)
    yyjson_mut_arr_add_str (doc, array, *words);
  bw_json_add (doc, object, name, array);
}

/* The ids of its options, or the range of its numbers. */
static BwJson *
make_choice (BwJsonDoc *doc, const BwChoice *choice)
{
  BwJson *object;
  if (choice->options[0].id) {
    BwJson *array = yyjson_mut_arr (doc);
    for (guint i = 0; i < bw_choice_get_n_options (choice); i++)
      yyjson_mut_arr_add_str (doc, array, choice->options[i].id);
    return array;
  }
  object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "unit", bw_unit_to_string (choice->unit));
  bw_json_add_number (doc, object, "default", choice->preset);
  bw_json_add_number (doc, object, "from", choice->least);
  bw_json_add_number (doc, object, "to", choice->most);
  return object;
}

/* The options of `report` that change how it is counted, with what they may be. */
static BwJson *
make_variants (BwJsonDoc *doc, const BwMetric *metric)
{
  static const char *const statistics[] = { "mean", "median", NULL };
  static const char *const bases[] = { "event", "created", NULL };
  static const char *const clocks[] = { "calendar", "business", NULL };
  BwJson *object = yyjson_mut_obj (doc);
  if (bw_metric_has_spread (metric))
    add_words (doc, object, "statistic", statistics);
  if (bw_metric_is_of (metric, BW_KIND_TICKETS) &&
      bw_metric_may_be_by_creation (metric, BW_KIND_TICKETS) && metric->when != BW_WHEN_CREATED)
    add_words (doc, object, "basis", bases);
  if (metric->clocked)
    add_words (doc, object, "clock", clocks);
  for (guint i = 0; i < bw_metric_get_n_choices (metric); i++)
    bw_json_add (doc, object, metric->choices[i].id, make_choice (doc, &metric->choices[i]));
  return object;
}

static BwJson *
make_kinds (BwJsonDoc *doc, const BwMetric *metric)
{
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < G_N_ELEMENTS (metric->kinds) && metric->kinds[i] != BW_KIND_LAST; i++)
    yyjson_mut_arr_add_str (doc, array, bw_kind_to_string (metric->kinds[i]));
  return array;
}

static BwJson *
make_metric (BwJsonDoc *doc, const BwMetric *metric)
{
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "id", metric->id);
  bw_json_add_text (doc, object, "name", _ (metric->name));
  bw_json_add_text (doc, object, "group", metric->group);
  bw_json_add_text (doc, object, "unit", bw_unit_to_string (metric->unit));
  bw_json_add_text (doc, object, "better", name_better (metric->better));
  yyjson_mut_obj_add_bool (doc, object, "leading", metric->leading);
  bw_json_add (doc, object, "kinds", make_kinds (doc, metric));
  bw_json_add (doc, object, "needs", make_needs (doc, metric));
  bw_json_add_text (doc, object, "definition", _ (metric->definition));
  bw_json_add_text (doc, object, "origin", metric->origin ? _ (metric->origin) : NULL);
  bw_json_add (doc, object, "variants", make_variants (doc, metric));
  return object;
}

static CliStatus
print_json (void)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);
  BwJsonDoc *doc = yyjson_mut_doc_new (NULL);
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < n; i++)
    yyjson_mut_arr_append (array, make_metric (doc, metrics[i]));

  GError *error = NULL;
  g_autoptr (GBytes) text = bw_json_write (doc, array, &error);
  return text ? cli_print (g_bytes_get_data (text, NULL), g_bytes_get_size (text))
              : cli_fail (CLI_OUTPUT, error);
}

/* --- Text ------------------------------------------------------------------------------------ */

static void
append_choice (GString *out, const BwMetric *metric, const BwChoice *choice)
{
  g_string_append_printf (out, "  --set %s.%s=", metric->id, choice->id);
  for (guint i = 0; i < bw_choice_get_n_options (choice); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", choice->options[i].id);
  if (!choice->options[0].id)
    g_string_append_printf (out, "%.15g…%.15g", choice->least, choice->most);
  g_string_append_c (out, '\n');
}

/* Of a ratio what its parts need. */
static void
append_needs (GString *out, const BwMetric *metric)
{
  g_autofree char *needs = bw_metric_missing (metric, NULL, NULL);
  g_string_append_printf (out, "\n  %s", needs ? needs : "");
}

static void
append_metric (GString *out, const BwMetric *metric)
{
  const char *better = name_better (metric->better);
  g_string_append_printf (out, "%s\n  %s (%s)\n  %s: %s", metric->id,
                          _ (metric->name), bw_metric_group_title (metric->group),
                            _ ("unit"), bw_unit_to_string (metric->unit));
  if (better)
    g_string_append_printf (out, "; %s: %s", _ ("better"), better);
  append_needs (out, metric);
  g_autofree char *definition = bw_metric_define (metric, NULL);
  g_string_append_printf (out, "\n  %s\n", definition);
  for (guint i = 0; i < bw_metric_get_n_choices (metric); i++)
    append_choice (out, metric, &metric->choices[i]);
  g_string_append_c (out, '\n');
}

static CliStatus
print_text (void)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    append_metric (out, metrics[i]);
  return cli_print (out->str, out->len);
}

CliStatus
cli_kpis (int argc, char **argv)
{
  gboolean json = FALSE;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("as JSON"), NULL },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_option_context_set_summary (context, _ ("Prints the catalogue of KPIs."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  GError *error = NULL;
  if (!cli_parse (context, argc, argv, &error))
    return cli_fail_usage ("kpis", error);
  if (rest) {
    error =
        g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not expected"), rest[0]);
    return cli_fail_usage ("kpis", error);
  }
  return json ? print_json () : print_text ();
}
