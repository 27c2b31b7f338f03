/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognises, loads, and lets the whole columns have their say against the sample. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "bw-around.h"
#include "bw-both-targets.h"
#include "bw-costs.h"
#include "bw-entity.h"
#include "bw-error.h"
#include "bw-load.h"
#include "bw-margins.h"
#include "bw-parse.h"
#include "bw-row-index.h"
#include "bw-scores.h"
#include "bw-take.h"

#define SAMPLE_ROWS 1000
#define SETTLE_ROUNDS 3
#define UNCLOSED_LINES 2 /* more than these in the last row are no text of one cell */

typedef struct {
  const char *path;
  const BwShape *shape;
  const BwRecogniseOptions *options;
  GCancellable *cancellable;
  BwProgress progress;
  gpointer progress_data;
} Taking;

gboolean
bw_take_fail_without_rows (GError **error)
{
  bw_error_set (error, BW_ERROR_EMPTY,
                N_ ("The file has a header but no rows: export it again with a longer period."));
  return FALSE;
}

static gboolean
are_blank (GStrv cells)
{
  for (; *cells; cells++)
    if (!bw_parse_is_blank (*cells, strlen (*cells)))
      return FALSE;
  return TRUE;
}

static gboolean
is_all_blank (const BwShape *shape, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (!are_blank (rows->pdata[i]))
      return FALSE;
  return are_blank (shape->header);
}

/* What was assumed of the encoding must hold at least for what is looked at. */
static gboolean
check_encoding (const BwShape *shape, GPtrArray *rows, GError **error)
{
  gboolean ok = TRUE;
  for (guint i = 0; shape->assumed && ok && i < rows->len; i++)
    for (GStrv cells = rows->pdata[i]; ok && *cells; cells++)
      ok = g_utf8_validate (*cells, -1, NULL);
  if (!ok)
    bw_load_fail_as_assumed (error);
  return ok;
}

/* "Ticket&nbsp;ID" */
static GStrv
resolve_names (GStrv header)
{
  GStrv names = g_strdupv (header);
  for (char **name = names; *name; name++) {
    GString *plain = g_string_new (NULL);
    bw_entities_append (plain, *name, strlen (*name));
    g_free (*name);
    *name = g_string_free (plain, FALSE);
  }
  return names;
}

static BwPlan *
recognise (const Taking *taking, GError **error)
{
  if (!bw_shape_has_names (taking->shape)) {
    bw_error_set (error, BW_ERROR_FORMAT,
                  N_ ("The first line has a cell of more than 64 KB: it holds no names of "
                      "columns."));
    return NULL;
  }
  g_autoptr (GPtrArray) rows = bw_load_sample (taking->shape, SAMPLE_ROWS);
  if (!check_encoding (taking->shape, rows, error))
    return NULL;
  if (is_all_blank (taking->shape, rows)) {
    bw_error_set (error, BW_ERROR_EMPTY,
                  N_ ("There is nothing but blanks in the file: export it again."));
    return NULL;
  }
  if (rows->len == 0) {
    bw_take_fail_without_rows (error);
    return NULL;
  }
  gboolean entities = bw_sample_resolve_entities (rows);
  g_auto (GStrv) names = resolve_names (taking->shape->header);
  BwPlan *plan = bw_recognise ((const char *const *) names, rows, taking->options, error);
  if (!plan || !entities)
    return plan;
  plan->entities = TRUE;
  g_ptr_array_add (plan->notes,
                   bw_note_new ("html-entities", NULL, 1, 0,
                                N_ ("Its cells name signs as web pages do (“&%s;”): read as the "
                                    "signs."),
                                "#62"));
  return plan;
}

static void
note_ragged (BwSource *source, const BwTable *table, const BwRagged *ragged)
{
  gint64 n = ragged->n_short + ragged->n_long;
  if (n == 0)
    return;
  gint64 line = bw_table_get_line (table, (gsize) ragged->first_row);
  bw_source_add_note (
      source, "ragged-row", NULL, n, line,
      N_ ("Rows that have more or fewer cells than the header: what is missing counts as blank."));
}

/* The last row takes all that follows a quotation mark without an end. */
static void
note_unclosed_quote (BwSource *source, const BwTable *table, const BwShape *shape)
{
  gsize n_rows = bw_table_get_n_rows (table);
  if (shape->survey->total.n_quotes % 2 == 0 || n_rows == 0)
    return;
  g_autofree char *record = bw_table_dup_record (table, n_rows - 1);
  gint64 n_lines = 0;
  for (const char *at = record; at && (at = strchr (at, '\n')); at++)
    n_lines++;
  if (n_lines > UNCLOSED_LINES)
    bw_source_add_note (source, "unclosed-quote", NULL, n_lines,
                        bw_table_get_line (table, n_rows - 1),
                        N_ ("A quotation mark of this row is never closed: the lines that follow "
                            "count as part of its cell, not as rows."));
}

/* The rows that recognition sets aside, and those that were before. */
static BwTable *
set_aside (BwTable *table, guint8 *aside)
{
  gsize n_rows = bw_table_get_n_rows (table);
  for (gsize i = 0; aside && i < n_rows; i++)
    if (aside[i] == BW_ASIDE_NONE)
      aside[i] = (guint8) bw_table_get_aside (table, i);
  return bw_table_with_aside (table, aside);
}

static BwSource *
make_source (const Taking *taking, const BwPlan *plan)
{
  const BwShape *shape = taking->shape;
  BwSource *source = bw_source_new (taking->path);
  source->kind = plan->kind;
  g_set_str (&source->profile, plan->profile);
  g_set_str (&source->profile_title, plan->profile_title);
  g_set_str (&source->evidence, plan->evidence);
  source->score = plan->score;
  g_set_str (&source->encoding, shape->encoding);
  g_free (source->delimiter);
  source->delimiter = shape->written ? NULL : g_strndup (&shape->dialect.delimiter, 1);
  g_set_str (&source->member, shape->member);
  g_set_str (&source->zone, bw_zone_get_identifier (taking->options->zone));
  source->size = (gint64) bw_text_get_size (shape->raw);
  bw_source_add_notes (source, shape->notes);
  return source;
}

static void
free_evidence (BwEvidence *evidence, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (evidence[i].first_bad);
  g_free (evidence);
}

static BwTable *
load_settled (
    const Taking *taking, BwPlan *plan, BwEvidence *evidence, BwRagged *ragged, GError **error)
{
  g_autoptr (BwTable) table = bw_load (taking->shape, plan, evidence, ragged, taking->cancellable,
                                      taking->progress, taking->progress_data, error);
  if (!table)
    return NULL;
  if (bw_table_get_n_rows (table) == 0) {
    bw_take_fail_without_rows (error);
    return NULL;
  }
  g_autofree gboolean *again = g_new0 (gboolean, plan->columns->len + 1);
  /* What was read anew may decide what is left: lengths of time are checked against dates. */
  for (guint round = 0; round < SETTLE_ROUNDS; round++) {
    if (!bw_recognise_settle (plan, evidence, table, again))
      break;
    if (!bw_load_again (taking->shape, plan, again, table, evidence, taking->cancellable, NULL,
                        NULL, error))
      return NULL;
    memset (again, 0, plan->columns->len * sizeof *again);
  }
  return g_steal_pointer (&table);
}

/* Rows that a quotation mark has swallowed are the reason before any other. */
static gboolean
fail_at_quote (const BwSource *source, GError **error)
{
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = source->notes->pdata[i];
    if (strcmp (note->code, "unclosed-quote") != 0)
      continue;
    bw_error_set (error, BW_ERROR_FORMAT,
                  N_ ("A quotation mark in line %" PRId64
                      " is never closed, and the rows that follow "
                      "count as part of its cell: export the file again."),
                  note->first_line);
    return TRUE;
  }
  return FALSE;
}

/* The column that should say when, without one row that does. */
static gboolean
check_dates (const Taking *taking, const BwSource *source, GError **error)
{
  gint64 counts[BW_ASIDE_LAST];
  BwFieldId place = bw_recognise_get_place (source->kind);
  bw_table_count_aside (source->table, counts);
  for (guint i = 0; !taking->options->lenient && counts[BW_ASIDE_NONE] == 0 &&
                    counts[BW_ASIDE_NO_DATE] > 0 && i < source->decisions->len;
       i++) {
    const BwDecision *decision = source->decisions->pdata[i];
    if (decision->field != place)
      continue;
    if (fail_at_quote (source, error))
      return FALSE;
    if (decision->n_bad > 0)
      bw_error_set (
          error, BW_ERROR_PROFILE,
          N_ ("The column “%s” holds no date that can be read, so no row says when it was "
              "(--map 'Header=%s' names another column)"),
          decision->header, bw_field_get (place)->name);
    else
      bw_error_set (error, BW_ERROR_PROFILE,
                    N_ ("The column “%s” is blank in every row, so no row says when it was (--map "
                        "'Header=%s' names another column)"),
                    decision->header, bw_field_get (place)->name);
    return FALSE;
  }
  return TRUE;
}

static gboolean
may_name_no_day (BwKind kind)
{
  return kind == BW_KIND_VIEWS || kind == BW_KIND_TOTALS;
}

static BwColumn *
make_dates (BwZone *zone, gint64 day, gsize n_rows)
{
  BwColumn *column = bw_column_new (BW_FIELD_DATE, "", -1, BW_STORE_TIME, n_rows);
  gint64 at = bw_zone_to_unix (zone, day, NULL);
  for (gsize row = 0; row < n_rows; row++)
    ((gint32 *) column->values)[row] = (gint32) (at - BW_TIME_ORIGIN);
  column->n_present = (gint64) n_rows;
  return column;
}

static gboolean
find_period_in_names (const Taking *taking, gint64 *day)
{
  g_autofree char *name = g_path_get_basename (taking->path);
  return (taking->shape->member && bw_around_find_period_in_name (taking->shape->member, day)) ||
         bw_around_find_period_in_name (name, day);
}

/* Rows of views or totals that name no day are of the period that stands above the table, or in
 * the file's name. */
static BwTable *
date_by_period (const Taking *taking, BwTable *table, BwSource *source)
{
  gint64 day;
  if (!may_name_no_day (bw_table_get_kind (table)) || bw_table_find (table, BW_FIELD_DATE))
    return bw_table_ref (table);
  gboolean above = bw_around_find_period (taking->shape, &day);
  gint64 n_rows = (gint64) bw_table_get_n_rows (table);
  if (!above && !find_period_in_names (taking, &day)) {
    bw_source_add_note (source, "undated-rows", NULL, n_rows, 0,
                        N_ ("Its rows name no day, nor does the file's name: they count in no "
                            "period. A month in the name (“Calls 2025-05.xlsx”) places them."));
    return bw_table_ref (table);
  }
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  g_ptr_array_add (columns, make_dates (taking->options->zone, day, (gsize) n_rows));
  bw_source_add_note (source, above ? "dated-by-period" : "dated-by-name", NULL, n_rows, 0,
                      above ? N_ ("Its rows name no day: they count on the first day of the period "
                                  "that stands above the table.")
                            : N_ ("Its rows name no day: they count on the first day of the period "
                                  "in the file's name."));
  return bw_table_with_columns (table, g_steal_pointer (&columns));
}

static BwSource *
take (const Taking *taking, BwPlan **carried_out, GError **error)
{
  g_autoptr (BwPlan) plan = recognise (taking, error);
  if (!plan)
    return NULL;
  guint n_columns = plan->columns->len;
  BwEvidence *evidence = g_new0 (BwEvidence, n_columns + 1);
  BwRagged ragged;
  BwSource *source = NULL;
  g_autoptr (BwTable) table = load_settled (taking, plan, evidence, &ragged, error);
  if (table) {
    source = make_source (taking, plan);
    source->n_rows = (gint64) bw_table_get_n_rows (table);
    guint8 *aside = bw_recognise_finish (plan, evidence, table, source, taking->cancellable);
    bw_margins_settle (plan, table, source);
    note_ragged (source, table, &ragged);
    note_unclosed_quote (source, table, taking->shape);
    g_autoptr (BwTable) dated = date_by_period (taking, table, source);
    g_autoptr (BwTable) judged = bw_both_targets_spread (plan, bw_table_ref (dated), source);
    source->table = bw_scores_spread (
        bw_costs_spread (set_aside (judged, aside), bw_around_find_factor (taking->shape), source),
        source);
  }
  free_evidence (evidence, n_columns);
  if (source && (g_cancellable_set_error_if_cancelled (taking->cancellable, error) ||
                 !check_dates (taking, source, error)))
    g_clear_object (&source);
  if (source && carried_out)
    *carried_out = g_steal_pointer (&plan);
  return source;
}

/* Copies of a ticket say the same of its creation; entries of a log do not. */
static gboolean
differ_in_creation (const BwTable *table)
{
  const BwColumn *created = bw_table_find (table, BW_FIELD_CREATED);
  g_autofree guint8 *none = g_new0 (guint8, bw_table_get_n_rows (table) + 1);
  g_autoptr (BwTable) all = bw_table_with_aside ((BwTable *) table, g_steal_pointer (&none));
  g_autoptr (BwRowIndex) index =
                bw_row_index_new (all, (guint) bw_table_find_index (all, BW_FIELD_ID));
  gsize n_several = 0, n_differ = 0;
  for (gsize group = 0; group < bw_row_index_get_n_groups (index); group++) {
    gsize n;
    const guint32 *rows = bw_row_index_get_rows (index, group, &n);
    n_several += n > 1;
    n_differ += n > 1 && bw_column_int (created, rows[0]) != bw_column_int (created, rows[n - 1]);
  }
  return 2 * n_differ > n_several;
}

/* What looked like a list of tickets in its sample, but tells of most of them again and again. */
static gboolean
is_log (const Taking *taking, const BwSource *source)
{
  gint64 counts[BW_ASIDE_LAST];
  if (taking->options->kind_set || source->kind != BW_KIND_TICKETS ||
      !g_str_equal (source->profile, "generic") ||
      bw_table_find_index (source->table, BW_FIELD_ID) < 0 ||
      !bw_table_find (source->table, BW_FIELD_CREATED) ||
      bw_table_find (source->table, BW_FIELD_UPDATED))
    return FALSE;
  bw_table_count_aside (source->table, counts);
  return counts[BW_ASIDE_DUPLICATE] >= source->n_rows / 4 && counts[BW_ASIDE_DUPLICATE] > 0 &&
         differ_in_creation (source->table);
}

/* The table as a log of events, when it can be one. */
static BwSource *
take_as_log (const Taking *taking, BwPlan **plan)
{
  BwRecogniseOptions options = *taking->options;
  Taking again = *taking;
  options.kind_set = TRUE;
  options.kind = BW_KIND_EVENTS;
  options.lenient = FALSE;
  again.options = &options;
  return take (&again, plan, NULL);
}

BwSource *
bw_take (const char *path,
         const BwShape *shape,
         const BwRecogniseOptions *options,
         BwPlan **plan,
         GCancellable *cancellable,
         BwProgress progress,
         gpointer user_data,
         GError **error)
{
  g_return_val_if_fail (path && shape && options && options->zone, NULL);
  g_autofree char *named = options->zone_said ? NULL : bw_around_find_zone (shape);
  g_autoptr (BwZone) zone = named ? bw_zone_new (named, NULL) : NULL;
  BwRecogniseOptions settled = *options;
  if (zone) {
    settled.zone = zone;
    settled.zone_known = TRUE;
  }
  Taking taking = { path, shape, &settled, cancellable, progress, user_data };
  g_autoptr (BwPlan) carried_out = NULL;
  g_autoptr (BwPlan) as_log = NULL;
  BwSource *source = take (&taking, &carried_out, error);
  BwSource *log = source && is_log (&taking, source) ? take_as_log (&taking, &as_log) : NULL;
  if (log) {
    g_object_unref (source);
    source = log;
  }
  if (source && plan)
    *plan = log ? g_steal_pointer (&as_log) : g_steal_pointer (&carried_out);
  return source;
}
