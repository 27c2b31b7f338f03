/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as JSON: the format "bellwether-report". Its names and their order are a promise to
 * those who read it; what changes them changes VERSION_OF_FORMAT. Numbers read back as the same
 * doubles; what cannot be computed is null. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <yyjson.h>

#include "bw-exporter.h"

#define VERSION_OF_FORMAT 1
#define LEVEL 0.95

/* Whole numbers up to here are exact in a double and written without a fraction. */
#define MAX_WHOLE 9007199254740992.0

static yyjson_mut_val *
make_text (yyjson_mut_doc *doc, const char *text)
{
  if (!text)
    return yyjson_mut_null (doc);
  if (g_utf8_validate (text, -1, NULL))
    return yyjson_mut_strcpy (doc, text);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  return yyjson_mut_strcpy (doc, valid);
}

static yyjson_mut_val *
make_number (yyjson_mut_doc *doc, double number)
{
  if (!isfinite (number))
    return yyjson_mut_null (doc);
  if (number == floor (number) && fabs (number) <= MAX_WHOLE)
    return yyjson_mut_sint (doc, (gint64) number);
  return yyjson_mut_real (doc, number);
}

/* The names of members are not copied: literals, or names from a table. */
static void
add (yyjson_mut_doc *doc, yyjson_mut_val *object, const char *name, yyjson_mut_val *value)
{
  yyjson_mut_obj_add_val (doc, object, name, value);
}

static void
add_text (yyjson_mut_doc *doc, yyjson_mut_val *object, const char *name, const char *text)
{
  add (doc, object, name, make_text (doc, text));
}

static void
add_number (yyjson_mut_doc *doc, yyjson_mut_val *object, const char *name, double number)
{
  add (doc, object, name, make_number (doc, number));
}

static void
add_count (yyjson_mut_doc *doc, yyjson_mut_val *object, const char *name, gint64 count)
{
  yyjson_mut_obj_add_sint (doc, object, name, count);
}

/* --- Period and sources ---------------------------------------------------------------------- */

static const char *
name_compare (BwCompare compare)
{
  switch (compare) {
  case BW_COMPARE_PREVIOUS:
    return "previous";
  case BW_COMPARE_YEAR:
    return "year";
  case BW_COMPARE_NONE:
  default:
    return "none";
  }
}

static const char *
name_basis (BwBasis basis)
{
  return basis == BW_BASIS_CREATED ? "created" : "event";
}

static yyjson_mut_val *
make_filter (yyjson_mut_doc *doc, const BwFilter *filter)
{
  yyjson_mut_val *object = yyjson_mut_obj (doc);
  for (const BwFieldId *field = bw_filter_get_fields (filter); *field; field++) {
    yyjson_mut_val *values = yyjson_mut_arr (doc);
    for (const char *const *value = bw_filter_get_values (filter, *field); *value; value++)
      yyjson_mut_arr_append (values, make_text (doc, *value));
    add (doc, object, bw_field_get (*field)->name, values);
  }
  return object;
}

static yyjson_mut_val *
make_period (yyjson_mut_doc *doc, BwReport *report)
{
  const BwPeriod *period = bw_report_get_period (report);
  g_autofree char *from = bw_zone_format_iso (period->zone, period->from);
  g_autofree char *to = bw_zone_format_iso (period->zone, period->to);
  const BwFilter *filter = bw_report_get_filter (report);

  yyjson_mut_val *object = yyjson_mut_obj (doc);
  add_text (doc, object, "from", from);
  add_text (doc, object, "to", to);
  add_text (doc, object, "time_zone", bw_zone_get_identifier (period->zone));
  add_text (doc, object, "basis", name_basis (bw_report_get_basis (report)));
  add_text (doc, object, "compare", name_compare (bw_report_get_compare (report)));
  if (filter && !bw_filter_is_empty (filter))
    add (doc, object, "filter", make_filter (doc, filter));
  return object;
}

static yyjson_mut_val *
make_notes (yyjson_mut_doc *doc, const GPtrArray *notes)
{
  yyjson_mut_val *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < notes->len; i++) {
    const BwNote *note = notes->pdata[i];
    yyjson_mut_val *object = yyjson_mut_arr_add_obj (doc, array);
    add_text (doc, object, "code", note->code);
    add_count (doc, object, "count", note->count);
    add (doc, object, "first_line",
         note->first_line > 0 ? yyjson_mut_sint (doc, note->first_line) : yyjson_mut_null (doc));
    add_text (doc, object, "column", note->column);
    add_text (doc, object, "text", note->text);
  }
  return array;
}

static yyjson_mut_val *
make_source (yyjson_mut_doc *doc, BwSource *source)
{
  gint64 counts[BW_ASIDE_LAST];
  bw_table_count_aside (source->table, counts);
  yyjson_mut_val *excluded = yyjson_mut_obj (doc);
  for (BwAside aside = BW_ASIDE_NONE + 1; aside < BW_ASIDE_LAST; aside++)
    if (counts[aside] > 0)
      add_count (doc, excluded, bw_aside_to_string (aside), counts[aside]);

  yyjson_mut_val *object = yyjson_mut_obj (doc);
  add_text (doc, object, "file", source->name);
  add_text (doc, object, "sha256", bw_source_get_sha256 (source, NULL));
  add_text (doc, object, "kind", bw_kind_to_string (source->kind));
  add_text (doc, object, "profile", source->profile);
  add_text (doc, object, "encoding", source->encoding);
  add_text (doc, object, "delimiter", source->delimiter);
  add_count (doc, object, "rows", source->n_rows);
  add_count (doc, object, "used", counts[BW_ASIDE_NONE]);
  add (doc, object, "excluded", excluded);
  add (doc, object, "notes", make_notes (doc, source->notes));
  return object;
}

static yyjson_mut_val *
make_sources (yyjson_mut_doc *doc, BwDataset *dataset)
{
  GListModel *sources = bw_dataset_get_sources (dataset);
  yyjson_mut_val *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    yyjson_mut_arr_append (array, make_source (doc, source));
  }
  return array;
}

/* --- Figures --------------------------------------------------------------------------------- */

static gboolean
has_parts (const BwMetric *metric)
{
  return metric->unit == BW_UNIT_FRACTION || metric->unit == BW_UNIT_RATIO;
}

static gboolean
has_distribution (const BwMetric *metric)
{
  return metric->fold == BW_FOLD_DURATION;
}

/* What the headline is of the values, where it could be something else. */
static const char *
name_statistic (const BwFigure *figure)
{
  switch (figure->metric->fold) {
  case BW_FOLD_DURATION:
    return figure->statistic == BW_STATISTIC_MEDIAN ? "median" : "mean";
  case BW_FOLD_MEAN:
    return "mean";
  case BW_FOLD_COUNT:
  case BW_FOLD_SHARE:
  case BW_FOLD_NPS:
  case BW_FOLD_STOCK:
  default:
    return NULL;
  }
}

static const char *
name_interval (const BwFigure *figure)
{
  switch (figure->metric->fold) {
  case BW_FOLD_SHARE:
    return "wilson";
  case BW_FOLD_NPS:
    return "nps-variance";
  case BW_FOLD_DURATION:
    return figure->statistic == BW_STATISTIC_MEDIAN ? "order-statistics" : "student";
  case BW_FOLD_MEAN:
    return "student";
  case BW_FOLD_COUNT:
  case BW_FOLD_STOCK:
  default:
    return NULL;
  }
}

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

static const char *
name_signal (BwSignal signal)
{
  switch (signal) {
  case BW_SIGNAL_NONE:
    return "none";
  case BW_SIGNAL_UP:
    return "up";
  case BW_SIGNAL_DOWN:
    return "down";
  case BW_SIGNAL_UNKNOWN:
  default:
    return NULL;
  }
}

static yyjson_mut_val *
make_statistics (yyjson_mut_doc *doc, const BwCell *cell)
{
  yyjson_mut_val *object = yyjson_mut_obj (doc);
  add_number (doc, object, "mean", cell->mean);
  add_number (doc, object, "median", cell->median);
  add_number (doc, object, "p90", cell->p90);
  add_number (doc, object, "min", cell->min);
  add_number (doc, object, "max", cell->max);
  return object;
}

static yyjson_mut_val *
make_interval (yyjson_mut_doc *doc, const BwFigure *figure)
{
  const BwCell *cell = &figure->current;
  const char *method = name_interval (figure);
  if (!method || isnan (cell->low) || isnan (cell->high))
    return yyjson_mut_null (doc);

  yyjson_mut_val *object = yyjson_mut_obj (doc);
  add_number (doc, object, "low", cell->low);
  add_number (doc, object, "high", cell->high);
  add_number (doc, object, "level", LEVEL);
  add_text (doc, object, "method", method);
  return object;
}

static yyjson_mut_val *
make_excluded (yyjson_mut_doc *doc, const BwFigure *figure)
{
  yyjson_mut_val *object = yyjson_mut_obj (doc);
  for (BwReason reason = BW_REASON_NONE + 1; reason < BW_REASON_LAST; reason++)
    if (reason != BW_REASON_NOT_CONCERNED && figure->excluded[reason] > 0)
      add_count (doc, object, bw_reason_to_string (reason), figure->excluded[reason]);
  return object;
}

static yyjson_mut_val *
make_previous (yyjson_mut_doc *doc, const BwFigure *figure)
{
  if (!figure->has_previous)
    return yyjson_mut_null (doc);
  yyjson_mut_val *object = yyjson_mut_obj (doc);
  add_number (doc, object, "value", figure->previous.value);
  add_count (doc, object, "n", figure->previous.n);
  return object;
}

static yyjson_mut_val *
make_cell (yyjson_mut_doc *doc, const BwMetric *metric, const char *key, const BwCell *cell)
{
  yyjson_mut_val *object = yyjson_mut_obj (doc);
  add_text (doc, object, "key", key);
  add_number (doc, object, "value", cell->value);
  add_count (doc, object, "n", cell->n);
  if (has_distribution (metric)) {
    add_number (doc, object, "mean", cell->mean);
    add_number (doc, object, "median", cell->median);
    add_number (doc, object, "p90", cell->p90);
  }
  if (has_parts (metric)) {
    add_number (doc, object, "numerator", cell->numerator);
    add_number (doc, object, "denominator", cell->denominator);
  }
  return object;
}

/* complete_to: where the data end; what reaches beyond it has more to come. */
static yyjson_mut_val *
make_series (yyjson_mut_doc *doc, const BwFigure *figure, gint64 complete_to)
{
  BwAxis *axis = bw_series_get_axis (figure->series);
  yyjson_mut_val *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < bw_axis_get_length (axis); i++) {
    yyjson_mut_val *cell = make_cell (doc, figure->metric, bw_axis_get_key (axis, i),
                                      bw_series_get (figure->series, i, 0));
    if (bw_axis_get_to (axis, i) > complete_to)
      yyjson_mut_obj_add_true (doc, cell, "partial");
    yyjson_mut_arr_append (array, cell);
  }
  return array;
}

static yyjson_mut_val *
make_splits (yyjson_mut_doc *doc, const BwFigure *figure)
{
  yyjson_mut_val *object = yyjson_mut_obj (doc);
  for (guint s = 0; s < figure->splits->len; s++) {
    const BwSeries *split = figure->splits->pdata[s];
    yyjson_mut_val *array = yyjson_mut_arr (doc);
    for (guint m = 0; m < bw_series_get_n_members (split); m++)
      yyjson_mut_arr_append (array, make_cell (doc, figure->metric, bw_series_get_member (split, m),
                                               bw_series_get (split, 0, m)));
    add (doc, object, bw_field_get (bw_series_get_field (split))->name, array);
  }
  return object;
}

static yyjson_mut_val *
make_details (yyjson_mut_doc *doc, const GArray *details)
{
  yyjson_mut_val *object = yyjson_mut_obj (doc);
  for (guint i = 0; i < details->len; i++) {
    const BwDetail *detail = &g_array_index (details, BwDetail, i);
    add_number (doc, object, detail->id, detail->value);
  }
  return object;
}

static void
add_answer (yyjson_mut_doc *doc, yyjson_mut_val *object, const BwFigure *figure, gint64 complete_to)
{
  const BwCell *cell = &figure->current;
  add_text (doc, object, "unit", bw_unit_to_string (figure->metric->unit));
  add_text (doc, object, "better", name_better (figure->metric->better));
  add_text (doc, object, "statistic", name_statistic (figure));
  add_number (doc, object, "value", cell->value);
  add_count (doc, object, "n", cell->n);
  add_number (doc, object, "numerator", cell->numerator);
  add_number (doc, object, "denominator", cell->denominator);
  add (doc, object, "statistics", make_statistics (doc, cell));
  add_text (doc, object, "clock", "calendar");
  add (doc, object, "business", yyjson_mut_null (doc));
  add (doc, object, "interval", make_interval (doc, figure));
  add (doc, object, "excluded", make_excluded (doc, figure));
  add_text (doc, object, "definition", figure->definition);
  add_text (doc, object, "basis", name_basis (figure->basis));
  add (doc, object, "previous", make_previous (doc, figure));
  add_number (doc, object, "change", figure->change);
  add_text (doc, object, "signal", name_signal (figure->signal));
  add (doc, object, "target", yyjson_mut_null (doc));
  add (doc, object, "benchmark", yyjson_mut_null (doc));
  add (doc, object, "series", make_series (doc, figure, complete_to));
  add (doc, object, "splits", make_splits (doc, figure));
  add (doc, object, "details", make_details (doc, figure->details));
  add_text (doc, object, "note", figure->note);
}

static yyjson_mut_val *
make_kpis (yyjson_mut_doc *doc, BwReport *report, gint64 complete_to)
{
  GPtrArray *figures = bw_report_get_figures (report);
  yyjson_mut_val *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    yyjson_mut_val *object = yyjson_mut_arr_add_obj (doc, array);
    add_text (doc, object, "id", figure->metric->id);
    add_text (doc, object, "name", _ (figure->metric->name));
    add_text (doc, object, "group", figure->metric->group);
    yyjson_mut_obj_add_bool (doc, object, "available", figure->available);
    if (figure->available)
      add_answer (doc, object, figure, complete_to);
    else
      add_text (doc, object, "reason", figure->reason);
  }
  return array;
}

/* --- The document ---------------------------------------------------------------------------- */

/* The end of the day of the last datum: a month whose last evening was quiet is complete. */
static gint64
find_complete_to (BwReport *report)
{
  gint64 from, to;
  BwZone *zone = bw_report_get_period (report)->zone;
  if (!bw_dataset_get_extent (bw_report_get_dataset (report), &from, &to))
    return G_MAXINT64;
  return bw_day_start (bw_day_around (to, zone) + 1, zone);
}

static gboolean
bw_export_json_write (BwReport *report,
                      GOutputStream *stream,
                      GCancellable *cancellable,
                      GError **error)
{
  yyjson_mut_doc *doc = yyjson_mut_doc_new (NULL);
  yyjson_mut_val *root = yyjson_mut_obj (doc);
  yyjson_mut_doc_set_root (doc, root);
  add_text (doc, root, "format", "bellwether-report");
  add_count (doc, root, "version", VERSION_OF_FORMAT);
  add_text (doc, root, "generator", "Bellwether " VERSION);
  add (doc, root, "period", make_period (doc, report));
  add (doc, root, "sources", make_sources (doc, bw_report_get_dataset (report)));
  add (doc, root, "kpis", make_kpis (doc, report, find_complete_to (report)));

  size_t length = 0;
  yyjson_write_err failure;
  char *text = yyjson_mut_write_opts (
      doc, YYJSON_WRITE_PRETTY_TWO_SPACES | YYJSON_WRITE_NEWLINE_AT_END, NULL, &length, &failure);
  yyjson_mut_doc_free (doc);
  if (!text) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, failure.msg);
    return FALSE;
  }
  gboolean done = g_output_stream_write_all (stream, text, length, NULL, cancellable, error);
  free (text);
  return done;
}

extern const BwExporter bw_export_json;
const BwExporter bw_export_json = {
  .id = "json",
  .title = N_ ("Report as data (JSON)"),
  .suffix = ".json",
  .mime = "application/json",
  .write = bw_export_json_write,
};
