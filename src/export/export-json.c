/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as JSON: the format "bellwether-report". Its names and their order are a promise to
 * those who read it; what changes them changes VERSION_OF_FORMAT. Numbers read back as the same
 * doubles; what cannot be computed is null. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-currency.h"
#include "bw-exporter.h"
#include "bw-json-explanation.h"
#include "bw-json-judgement.h"

#define VERSION_OF_FORMAT 1
#define LEVEL 0.95

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

static BwJson *
make_filter (BwJsonDoc *doc, const BwFilter *filter)
{
  BwJson *object = yyjson_mut_obj (doc);
  for (const BwFieldId *field = bw_filter_get_fields (filter); *field; field++) {
    BwJson *values = yyjson_mut_arr (doc);
    for (const char *const *value = bw_filter_get_values (filter, *field); *value; value++)
      yyjson_mut_arr_append (values, bw_json_text (doc, *value));
    bw_json_add (doc, object, bw_field_get (*field)->name, values);
  }
  return object;
}

static BwJson *
make_period (BwJsonDoc *doc, BwReport *report)
{
  const BwPeriod *period = bw_report_get_period (report);
  g_autofree char *from = bw_zone_format_iso (period->zone, period->from);
  g_autofree char *to = bw_zone_format_iso (period->zone, period->to);
  const BwFilter *filter = bw_report_get_filter (report);

  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "from", from);
  bw_json_add_text (doc, object, "to", to);
  bw_json_add_text (doc, object, "time_zone", bw_zone_get_identifier (period->zone));
  bw_json_add_text (doc, object, "basis", name_basis (bw_report_get_basis (report)));
  bw_json_add_text (doc, object, "compare", name_compare (bw_report_get_compare (report)));
  if (filter && !bw_filter_is_empty (filter))
    bw_json_add (doc, object, "filter", make_filter (doc, filter));
  return object;
}

static BwJson *
make_source (BwJsonDoc *doc, BwDataset *dataset, BwSource *source)
{
  gint64 used;
  BwJson *excluded = bw_json_excluded (doc, dataset, source, &used);

  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "file", source->name);
  bw_json_add_text (doc, object, "sha256", bw_source_get_sha256 (source, NULL));
  bw_json_add_text (doc, object, "kind", bw_kind_to_string (source->kind));
  bw_json_add_text (doc, object, "profile", source->profile);
  bw_json_add_text (doc, object, "encoding", source->encoding);
  bw_json_add_text (doc, object, "delimiter", source->delimiter);
  bw_json_add_count (doc, object, "rows", source->n_rows);
  bw_json_add_count (doc, object, "used", used);
  bw_json_add (doc, object, "excluded", excluded);
  bw_json_add (doc, object, "notes", bw_json_notes (doc, source->notes));
  return object;
}

static BwJson *
make_sources (BwJsonDoc *doc, BwDataset *dataset)
{
  BwJson *array = yyjson_mut_arr (doc);
  GListModel *sources = dataset ? bw_dataset_get_sources (dataset) : NULL;
  for (guint i = 0; sources && i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    yyjson_mut_arr_append (array, make_source (doc, dataset, source));
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
  return bw_metric_has_spread (metric);
}

/* What the headline is of the values, where it could be something else. */
static const char *
name_statistic (const BwFigure *figure)
{
  switch (figure->metric->fold) {
  case BW_FOLD_DURATION:
  case BW_FOLD_AGES:
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
  case BW_FOLD_RATIO: /* of proportions alone */
    return "wilson";
  case BW_FOLD_NPS:
    return "nps-variance";
  case BW_FOLD_DURATION:
  case BW_FOLD_AGES:
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

static BwJson *
make_statistics (BwJsonDoc *doc, const BwCell *cell)
{
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_number (doc, object, "mean", cell->mean);
  bw_json_add_number (doc, object, "median", cell->median);
  bw_json_add_number (doc, object, "p90", cell->p90);
  bw_json_add_number (doc, object, "min", cell->min);
  bw_json_add_number (doc, object, "max", cell->max);
  return object;
}

/* By business hours, where there are any, whether or not that is the headline. */
static BwJson *
make_business (BwJsonDoc *doc, const BwFigure *figure)
{
  if (figure->in_business_time)
    return make_statistics (doc, &figure->current);
  return figure->has_beside ? make_statistics (doc, &figure->beside) : yyjson_mut_null (doc);
}

static BwJson *
make_interval (BwJsonDoc *doc, const BwFigure *figure)
{
  const BwCell *cell = &figure->current;
  const char *method = name_interval (figure);
  if (!method || isnan (cell->low) || isnan (cell->high))
    return yyjson_mut_null (doc);

  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_number (doc, object, "low", cell->low);
  bw_json_add_number (doc, object, "high", cell->high);
  bw_json_add_number (doc, object, "level", LEVEL);
  bw_json_add_text (doc, object, "method", method);
  return object;
}

static BwJson *
make_excluded (BwJsonDoc *doc, const BwFigure *figure)
{
  BwJson *object = yyjson_mut_obj (doc);
  for (BwReason reason = BW_REASON_NONE + 1; reason < BW_REASON_LAST; reason++)
    if (reason != BW_REASON_NOT_CONCERNED && figure->excluded[reason] > 0)
      bw_json_add_count (doc, object, bw_reason_to_string (reason), figure->excluded[reason]);
  return object;
}

static BwJson *
make_previous (BwJsonDoc *doc, const BwFigure *figure)
{
  if (!figure->has_previous)
    return yyjson_mut_null (doc);
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_number (doc, object, "value", figure->previous.value);
  bw_json_add_count (doc, object, "n", figure->previous.n);
  return object;
}

static BwJson *
make_cell (BwJsonDoc *doc, const BwMetric *metric, const char *key, const BwCell *cell)
{
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "key", key);
  bw_json_add_number (doc, object, "value", cell->value);
  bw_json_add_count (doc, object, "n", cell->n);
  if (has_distribution (metric)) {
    bw_json_add_number (doc, object, "mean", cell->mean);
    bw_json_add_number (doc, object, "median", cell->median);
    bw_json_add_number (doc, object, "p90", cell->p90);
  }
  if (has_parts (metric)) {
    bw_json_add_number (doc, object, "numerator", cell->numerator);
    bw_json_add_number (doc, object, "denominator", cell->denominator);
  }
  return object;
}

/* What reaches beyond what the files tell is a part of the period. */
static BwJson *
make_series (BwJsonDoc *doc, const BwFigure *figure)
{
  BwAxis *axis = bw_series_get_axis (figure->series);
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < bw_axis_get_length (axis); i++) {
    BwJson *cell = make_cell (doc, figure->metric, bw_axis_get_key (axis, i),
                              bw_series_get (figure->series, i, 0));
    gint64 from = bw_axis_get_from (axis, i), to = bw_axis_get_to (axis, i);
    if (bw_reach_lacks_end (&figure->told, to) || bw_reach_lacks_begin (&figure->told, from, to))
      yyjson_mut_obj_add_true (doc, cell, "partial");
    bw_json_add_control_point (doc, cell, figure, i);
    yyjson_mut_arr_append (array, cell);
  }
  return array;
}

static BwJson *
make_splits (BwJsonDoc *doc, const BwFigure *figure)
{
  BwJson *object = yyjson_mut_obj (doc);
  for (guint s = 0; s < figure->splits->len; s++) {
    const BwSeries *split = figure->splits->pdata[s];
    BwJson *array = yyjson_mut_arr (doc);
    for (guint m = 0; m < bw_series_get_n_members (split); m++)
      yyjson_mut_arr_append (array, make_cell (doc, figure->metric, bw_series_get_member (split, m),
                                               bw_series_get (split, 0, m)));
    bw_json_add (doc, object, bw_field_get (bw_series_get_field (split))->name, array);
  }
  return object;
}

/* What the files call the columns that the figure is counted from. */
static BwJson *
make_columns (BwJsonDoc *doc, const BwFigure *figure)
{
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; figure->columns && figure->columns[i]; i++)
    yyjson_mut_arr_add_strcpy (doc, array, figure->columns[i]);
  return array;
}

static BwJson *
make_details (BwJsonDoc *doc, const GArray *details)
{
  BwJson *object = yyjson_mut_obj (doc);
  for (guint i = 0; i < details->len; i++) {
    const BwDetail *detail = &g_array_index (details, BwDetail, i);
    bw_json_add_number (doc, object, detail->id, detail->value);
  }
  return object;
}

static void
add_answer (BwJsonDoc *doc, BwJson *object, const BwFigure *figure, const char *currency)
{
  const BwCell *cell = &figure->current;
  bw_json_add_text (doc, object, "unit", bw_unit_to_string (figure->metric->unit));
  if (figure->metric->unit == BW_UNIT_MONEY)
    bw_json_add_text (doc, object, "currency", currency);
  bw_json_add_text (doc, object, "better", name_better (figure->metric->better));
  bw_json_add_text (doc, object, "statistic", name_statistic (figure));
  bw_json_add_number (doc, object, "value", cell->value);
  bw_json_add_count (doc, object, "n", cell->n);
  bw_json_add_number (doc, object, "numerator", cell->numerator);
  bw_json_add_number (doc, object, "denominator", cell->denominator);
  bw_json_add (doc, object, "statistics",
               make_statistics (doc, figure->in_business_time ? &figure->beside : cell));
  bw_json_add_text (doc, object, "clock", figure->in_business_time ? "business" : "calendar");
  bw_json_add (doc, object, "business", make_business (doc, figure));
  bw_json_add (doc, object, "interval", make_interval (doc, figure));
  bw_json_add (doc, object, "excluded", make_excluded (doc, figure));
  bw_json_add_text (doc, object, "definition", figure->definition);
  bw_json_add (doc, object, "columns", make_columns (doc, figure));
  bw_json_add_text (doc, object, "basis", name_basis (figure->basis));
  bw_json_add (doc, object, "previous", make_previous (doc, figure));
  bw_json_add_number (doc, object, "change", figure->change);
  bw_json_add_judgement (doc, object, figure);
  bw_json_add (doc, object, "series", make_series (doc, figure));
  bw_json_add (doc, object, "splits", make_splits (doc, figure));
  bw_json_add (doc, object, "details", make_details (doc, figure->details));
  bw_json_add_text (doc, object, "note", figure->note);
}

static BwJson *
make_kpis (BwJsonDoc *doc, BwReport *report)
{
  const char *currency = bw_currency_find (report);
  GPtrArray *figures = bw_report_get_figures (report);
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    BwJson *object = yyjson_mut_arr_add_obj (doc, array);
    bw_json_add_text (doc, object, "id", figure->metric->id);
    bw_json_add_text (doc, object, "name", _ (figure->metric->name));
    bw_json_add_text (doc, object, "group", figure->metric->group);
    yyjson_mut_obj_add_bool (doc, object, "available", figure->available);
    if (figure->available)
      add_answer (doc, object, figure, currency);
    else
      bw_json_add_text (doc, object, "reason", figure->reason);
  }
  return array;
}

/* --- The document ---------------------------------------------------------------------------- */

static gboolean
bw_export_json_write (BwReport *report,
                      const BwExportOptions *options,
                      GOutputStream *stream,
                      GCancellable *cancellable,
                      GError **error)
{
  BwJsonDoc *doc = bw_json_doc_new ();
  BwJson *root = yyjson_mut_obj (doc);
  bw_json_add_text (doc, root, "format", "bellwether-report");
  bw_json_add_count (doc, root, "version", VERSION_OF_FORMAT);
  bw_json_add_text (doc, root, "generator", "Bellwether " VERSION);
  bw_json_add (doc, root, "period", make_period (doc, report));
  bw_json_add (doc, root, "sources", make_sources (doc, bw_report_get_dataset (report)));
  bw_json_add (doc, root, "kpis", make_kpis (doc, report));
  if (bw_report_get_explanations (report)->len > 0)
    bw_json_add (doc, root, "explain",
                 bw_json_explanations (doc, bw_report_get_explanations (report),
                                       bw_report_get_pseudonyms (report) != NULL));

  g_autoptr (GBytes) text = bw_json_write (doc, root, error);
  return text && g_output_stream_write_all (stream, g_bytes_get_data (text, NULL),
                                            g_bytes_get_size (text), NULL, cancellable, error);
}

extern const BwExporter bw_export_json;
const BwExporter bw_export_json = {
  .id = "json",
  .title = N_ ("Report as data (JSON)"),
  .suffix = ".json",
  .mime = "application/json",
  .write = bw_export_json_write,
};
