/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a file once it has been read: a decision for each column, and notes. */
#include "config.h"

#include "bw-asides.h"
#include "bw-call-rows.h"
#include "bw-parse.h"
#include "bw-recognise.h"
#include "bw-spans.h"
#include "bw-synonyms.h"
#include "bw-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SAMPLE_ROWS 50
#define SAMPLES 5

/* Cells of a column that cannot be read. "Total" in a column of dates is none: that row is set
 * aside as a whole. */
typedef struct {
  gint64 n;
  gint64 row; /* of the first one */
  char *text; /* its; NULL = as the evidence has it */
} BadCells;

typedef struct {
  BwPlan *plan;
  const BwEvidence *evidence;
  BwTable *table;
  BwSource *source;
  const guint8 *aside; /* or NULL */
  BadCells *bad;       /* one for each column of the plan */
} Finish;

static const BwColumnPlan *
get_plan (const Finish *finish, guint i)
{
  return finish->plan->columns->pdata[i];
}

static const BwColumn *
get_column (const Finish *finish, guint i)
{
  guint n = bw_table_get_n_columns (finish->table);

  for (guint at = i < n ? i : 0; at < n; at++)
    if (bw_table_get_column (finish->table, at)->index == (int) i)
      return bw_table_get_column (finish->table, at);
  return NULL;
}

/* --- Bad cells ---------------------------------------------------------------------------------
 */

static void
leave_out_totals (const Finish *finish, guint i)
{
  BadCells *bad = &finish->bad[i];
  const BwColumn *column = get_column (finish, i);
  gsize n_rows = bw_table_get_n_rows (finish->table);
  gboolean found;

  if (column == NULL || column->store == BW_STORE_NONE || finish->aside == NULL)
    return;
  found = finish->aside[bad->row] != BW_ASIDE_TOTAL;
  for (gsize row = (gsize) bad->row; row < n_rows && bad->n > 0; row++) {
    gboolean is_total = finish->aside[row] == BW_ASIDE_TOTAL;
    g_autofree char *text = NULL;

    if ((found && !is_total) || !bw_column_is_missing (column, row))
      continue;
    text = bw_table_dup_text (finish->table, row, i);
    if (bw_parse_is_blank (text, strlen (text)))
      continue;
    bad->n -= is_total;
    if (is_total)
      continue;
    found = TRUE;
    bad->row = (gint64) row;
    bad->text = g_steal_pointer (&text);
  }
}

static void
find_bad_cells (Finish *finish)
{
  guint n = finish->plan->columns->len;

  finish->bad = g_new0 (BadCells, n + 1);
  for (guint i = 0; i < n; i++) {
    finish->bad[i].n = finish->evidence[i].n_bad;
    finish->bad[i].row = finish->evidence[i].first_bad_row;
    if (finish->bad[i].n > 0)
      leave_out_totals (finish, i);
  }
}

static void
free_bad_cells (Finish *finish)
{
  for (guint i = 0; i < finish->plan->columns->len; i++)
    g_free (finish->bad[i].text);
  g_free (finish->bad);
}

/* --- Decisions -------------------------------------------------------------------------------- */

static const char *
describe_order (BwDateOrder order)
{
  static const char *const names[] = {
    [BW_DATE_UNDECIDED] = N_ ("date"),
    [BW_DATE_YMD] = N_ ("date ymd"),
    [BW_DATE_DMY] = N_ ("date dmy"),
    [BW_DATE_MDY] = N_ ("date mdy"),
    [BW_DATE_EPOCH] = N_ ("date as Unix time"),
    [BW_DATE_SERIAL] = N_ ("date as spreadsheet days"),
    [BW_DATE_MONTH] = N_ ("month"),
  };

  return _ (names[order]);
}

/* Not translated yet. */
static const char *
name_unit (const BwColumnPlan *plan, const BwEvidence *evidence)
{
  static const char *const names[] = {
    [BW_DURATION_SECONDS] = N_ ("duration: seconds"),
    [BW_DURATION_MILLISECONDS] = N_ ("duration: milliseconds"),
    [BW_DURATION_MINUTES] = N_ ("duration: minutes"),
    [BW_DURATION_HOURS] = N_ ("duration: hours"),
    [BW_DURATION_DAYS] = N_ ("duration: days"),
  };

  if (evidence->n_shaped > 0 && evidence->n_shaped == evidence->n_read)
    return plan->minutes_seconds ? N_ ("duration: minutes:seconds") : N_ ("duration: as written");
  return names[plan->unit];
}

static char *
describe_rating (const BwColumnPlan *plan)
{
  if (plan->field == BW_FIELD_CES && plan->effort == BW_EFFORT_HIGH_IS_EASY)
    return g_strdup_printf (_ ("rating %g-%g, high is easy"), plan->scale_low, plan->scale_high);
  if (plan->field == BW_FIELD_CES && plan->effort == BW_EFFORT_HIGH_IS_HARD)
    return g_strdup_printf (_ ("rating %g-%g, high is hard"), plan->scale_low, plan->scale_high);
  return g_strdup_printf (_ ("rating %g-%g"), plan->scale_low, plan->scale_high);
}

static char *
describe_format (const BwColumnPlan *plan, const BwEvidence *evidence)
{
  const BwField *field = bw_field_get (plan->field);

  if (!field)
    return NULL;
  switch (field->value) {
  case BW_VALUE_TIME:
    if (evidence->n_read > 0 && evidence->n_with_zone == evidence->n_read)
      return g_strdup_printf (_ ("%s, zone in the cells"), describe_order (plan->order));
    return g_strdup_printf (_ ("%s, zone %s"), describe_order (plan->order),
                              plan->zone ? bw_zone_get_identifier (plan->zone) : "UTC");
  case BW_VALUE_DURATION:
    return g_strdup (_ (name_unit (plan, evidence)));
  case BW_VALUE_RATING:
    return describe_rating (plan);
  case BW_VALUE_VERDICT:
    return plan->margin ? g_strdup (_ ("time left, negative is too late")) : NULL;
  case BW_VALUE_DIMENSION:
    return plan->takes_last ? g_strdup (_ ("the last of several")) : NULL;
  default:
    return NULL;
  }
}

/* Up to five distinct cells of each column, from the first rows. */
static GStrv
pick_samples (GPtrArray *rows, guint column)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len && samples->len < SAMPLES; i++) {
    char **row = rows->pdata[i];
    const char *text = column < g_strv_length (row) ? row[column] : "";

    if (*text && !g_ptr_array_find_with_equal_func (samples, text, g_str_equal, NULL))
      g_ptr_array_add (samples, g_strdup (text));
  }
  g_ptr_array_add (samples, NULL);
  return (GStrv) g_ptr_array_steal (samples, NULL);
}

static GPtrArray *
read_first_rows (const BwTable *table)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gsize n = MIN (bw_table_get_n_rows (table), SAMPLE_ROWS);

  for (gsize row = 0; row < n; row++)
    g_ptr_array_add (rows, bw_table_dup_row (table, row));
  return rows;
}

static void
add_decisions (const Finish *finish)
{
  g_autoptr (GPtrArray) rows = read_first_rows (finish->table);

  for (guint i = 0; i < finish->plan->columns->len; i++) {
    const BwColumnPlan *plan = get_plan (finish, i);
    const BwColumn *column = get_column (finish, i);
    BwDecision *decision = bw_decision_new ();

    decision->header = g_strdup (plan->header);
    decision->index = (int) i;
    decision->field = plan->field;
    decision->confidence = plan->confidence;
    decision->evidence = g_strdup (plan->evidence);
    decision->format = describe_format (plan, &finish->evidence[i]);
    decision->n_present = column && column->store != BW_STORE_NONE ? column->n_present : -1;
    decision->n_bad = finish->bad[i].n;
    decision->samples = pick_samples (rows, i);
    g_ptr_array_add (finish->source->decisions, decision);
  }
}

/* --- Notes on cells --------------------------------------------------------------------------- */

static void
note_bad_cells (const Finish *finish, guint i, const char *code, const char *format)
{
  const BadCells *bad = &finish->bad[i];

  if (bad->n > 0)
    bw_source_add_note (finish->source, code, get_plan (finish, i)->header, bad->n,
                        bw_table_get_line (finish->table, (gsize) bad->row), format,
                        bad->text != NULL ? bad->text : finish->evidence[i].first_bad);
}

static void
note_date_order (const Finish *finish, guint i)
{
  const BwColumnPlan *plan = get_plan (finish, i);

  if (!plan->order_assumed)
    return;
  bw_source_add_note (
      finish->source, "assumed-date-order", plan->header, finish->evidence[i].n_read, 0,
      plan->order == BW_DATE_MDY
          ? N_ ("Nothing in the file proves whether the day or the month comes first: "
                "read month first. If that is wrong, choose the other order "
                "(--date-order dmy).")
          : N_ ("Nothing in the file proves whether the day or the month comes first: "
                "read day first. If that is wrong, choose the other order "
                "(--date-order mdy)."));
}

static void
note_clock_changes (const Finish *finish, guint i)
{
  const BwEvidence *evidence = &finish->evidence[i];
  const char *header = get_plan (finish, i)->header;

  if (evidence->n_gap > 0)
    bw_source_add_note (
        finish->source, "dst-gap", header, evidence->n_gap, 0,
        N_ ("Times that no clock of the zone showed, because it was put forward: read "
            "as if it had not been."));
  if (evidence->n_overlap > 0)
    bw_source_add_note (
        finish->source, "dst-overlap", header, evidence->n_overlap, 0,
        N_ ("Times that the clock of the zone showed twice, because it was put back: "
            "the first is taken."));
}

static void
note_time (const Finish *finish, guint i)
{
  note_bad_cells (finish, i, "bad-date",
                  N_ ("“%s” is no date that can be read here: counts as no date."));
  note_date_order (finish, i);
  note_clock_changes (finish, i);
}

/* The first row with a negative value. */
static gsize
find_negative (const BwColumn *column, gsize n_rows)
{
  for (gsize row = 0; row < n_rows; row++)
    if (bw_column_int (column, row) < 0 && bw_column_int (column, row) != BW_MISSING)
      return row;
  return 0;
}

static void
note_duration (const Finish *finish, guint i)
{
  const BwColumnPlan *plan = get_plan (finish, i);
  const BwEvidence *evidence = &finish->evidence[i];

  note_bad_cells (finish, i, "bad-duration",
                  N_ ("“%s” is no length of time that can be read here: counts as missing."));
  if (evidence->n_negative > 0) {
    gsize row = find_negative (get_column (finish, i), bw_table_get_n_rows (finish->table));

    bw_source_add_note (finish->source, "negative-duration", plan->header, evidence->n_negative,
                        bw_table_get_line (finish->table, row),
                        N_ ("A length of time below zero is an error in the data: left out."));
  }
  if (plan->unit_assumed && evidence->n_read > evidence->n_shaped)
    bw_source_add_note (finish->source, "assumed-unit", plan->header,
                        evidence->n_read - evidence->n_shaped, 0,
                        N_ ("Nothing in the file says what its numbers count: read as %-s."),
                        name_unit (plan, evidence));
}

/* Cells with this code, and the first of them. */
static gint64
count_code (const BwColumn *column, gsize n_rows, guint32 code, gsize *first)
{
  gint64 n = 0;

  for (gsize row = n_rows; row-- > 0;)
    if (bw_column_code (column, row) == code + 1) {
      n++;
      *first = row;
    }
  return n;
}

static gboolean
is_off_scale (const BwColumnPlan *plan, const char *text)
{
  double score;

  return bw_vocabulary_read_score (text, &score) &&
         (score < plan->scale_low || score > plan->scale_high);
}

static void
note_rating (const Finish *finish, guint i)
{
  const BwColumnPlan *plan = get_plan (finish, i);
  const BwColumn *column = get_column (finish, i);
  gsize n_rows = bw_table_get_n_rows (finish->table), first_of_all = n_rows;
  const char *example = NULL;
  gint64 n = 0;

  for (guint32 code = 0; column->dictionary && code < bw_dictionary_get_size (column->dictionary);
       code++) {
    const char *text = bw_dictionary_get_text (column->dictionary, code);
    gsize first = n_rows;

    if (!isnan (bw_dictionary_get_meaning (column->dictionary, code)) || !is_off_scale (plan, text))
      continue;
    n += count_code (column, n_rows, code, &first);
    if (first < first_of_all) {
      first_of_all = first;
      example = text;
    }
  }
  if (n > 0)
    bw_source_add_note (finish->source, "off-scale", plan->header, n,
                        bw_table_get_line (finish->table, first_of_all),
                        N_ ("“%s” does not lie on the scale from %g to %g: not counted."), example,
                        plan->scale_low, plan->scale_high);
}

/* Words that mean nothing on purpose: of ratings those that are no answer, and scores, which have a
 * note of their own; priorities that are bare numbers; outcomes that name a direction. */
static gboolean
is_silent (const BwColumnPlan *plan, const char *text)
{
  double score, low, high;

  if (bw_vocabulary_has_own (text, plan->meaning_data))
    return TRUE;
  switch (bw_field_get (plan->field)->value) {
  case BW_VALUE_RATING:
    return bw_vocabulary_read_score (text, &score) ||
           (bw_vocabulary_read_rating_word (text, &score, &low, &high) && isnan (score));
  case BW_VALUE_PRIORITY:
    return bw_parse_number (text, strlen (text), FALSE, &score) == BW_PARSE_OK;
  case BW_VALUE_OUTCOME:
    return (bw_vocabulary_classify (text) & BW_WORD_DIRECTION) != 0;
  default:
    return FALSE;
  }
}

/* Which words stand in rows that count; one flag a code. */
static gboolean *
find_counted_words (const Finish *finish, const BwColumn *column)
{
  gboolean *counted = g_new0 (gboolean, bw_dictionary_get_size (column->dictionary) + 1);
  gsize n_rows = bw_table_get_n_rows (finish->table);

  for (gsize row = 0; row < n_rows; row++)
    if (!finish->aside || finish->aside[row] == BW_ASIDE_NONE)
      counted[bw_column_code (column, row)] = TRUE;
  return counted;
}

static gboolean
is_unknown_word (const BwColumnPlan *plan, const BwColumn *column, guint32 code)
{
  return isnan (bw_dictionary_get_meaning (column->dictionary, code)) &&
         !is_silent (plan, bw_dictionary_get_text (column->dictionary, code));
}

static void
note_unknown_words (const Finish *finish, guint i, const char *format)
{
  const BwColumnPlan *plan = get_plan (finish, i);
  const BwColumn *column = get_column (finish, i);
  g_autofree gboolean *counted = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 n = 0;

  for (guint32 code = 0; column->dictionary && code < bw_dictionary_get_size (column->dictionary);
       code++) {
    if (!is_unknown_word (plan, column, code))
      continue;
    if (!counted)
      counted = find_counted_words (finish, column);
    if (counted[code + 1] && n++ < SAMPLES)
      g_string_append_printf (words, "%s“%s”", n > 1 ? ", " : "",
                              bw_dictionary_get_text (column->dictionary, code));
  }
  if (n > 0)
    bw_source_add_note (finish->source, "unknown-word", plan->header, n, 0, format, words->str);
}

/* Bare numbers of a product that nobody knows: 1 may be the lowest or the most urgent. */
static void
note_bare_priorities (const Finish *finish, guint i)
{
  const BwColumn *column = get_column (finish, i);
  gsize n_rows = bw_table_get_n_rows (finish->table), first = n_rows;
  gint64 n = 0;
  double number;

  for (guint32 code = 0; column->dictionary && code < bw_dictionary_get_size (column->dictionary);
       code++) {
    const char *text = bw_dictionary_get_text (column->dictionary, code);

    if (isnan (bw_dictionary_get_meaning (column->dictionary, code)) &&
        bw_parse_number (text, strlen (text), FALSE, &number) == BW_PARSE_OK)
      n += count_code (column, n_rows, code, &first);
  }
  if (n > 0)
    bw_source_add_note (
        finish->source, "bare-priority", get_plan (finish, i)->header, n, 0,
        N_ ("Numbers, and nothing says whether 1 is the lowest or the most urgent: "
            "told apart, but not ranked (say it with --priority 1-highest or 1-lowest, "
            "or its column in How This File Is Read)."));
}

/* Of totals: percentages of calls in time, where no column says how many they were. */
static void
note_share (const Finish *finish, guint i)
{
  const BwColumnPlan *plan = get_plan (finish, i);
  g_autofree char *header = bw_fold (plan->header);
  gboolean is_share = strstr (header, "service level") || strstr (header, "servicelevel") ||
                      strstr (header, "niveau de service") ||
                      strstr (header, "nivel de servicio") || strstr (header, "nivel de servico");

  if (finish->plan->kind == BW_KIND_TOTALS && is_share &&
      !bw_table_find (finish->table, BW_FIELD_N_WITHIN))
    bw_source_add_note (
        finish->source, "share-of-many", plan->header, finish->source->n_rows, 0,
        N_ ("A percentage does not say of how many calls it is, and percentages are not averaged: "
            "no figure is made of it. Export the number of calls answered in time to have one."));
}

static void
note_column (const Finish *finish, guint i)
{
  const BwField *field = bw_field_get (get_plan (finish, i)->field);

  if (!field)
    note_share (finish, i);
  if (!field || !get_column (finish, i))
    return;
  if (field->value == BW_VALUE_DURATION && finish->plan->kind == BW_KIND_TOTALS)
    bw_source_add_note (
        finish->source, "length-of-many", get_plan (finish, i)->header,
        get_column (finish, i)->n_present, 0,
        N_ ("A length of time for many tickets or calls at once says nothing of each of them, and "
            "averages are not averaged again: no figure is made of it. Export one row a ticket or "
            "call to have one."));
  switch (field->value) {
  case BW_VALUE_TIME:
    note_time (finish, i);
    break;
  case BW_VALUE_DURATION:
    note_duration (finish, i);
    break;
  case BW_VALUE_COUNT:
  case BW_VALUE_NUMBER:
    note_bad_cells (finish, i, "bad-number", N_ ("“%s” is no number: counts as missing."));
    break;
  case BW_VALUE_RATING:
    note_rating (finish, i);
    note_unknown_words (finish, i,
                        N_ ("Answers that are not known on this scale, and not counted: %s"));
    break;
  case BW_VALUE_PRIORITY:
    note_unknown_words (finish, i, N_ ("Priorities that are not known here, and not ranked: %s"));
    note_bare_priorities (finish, i);
    break;
  case BW_VALUE_OUTCOME:
    note_unknown_words (
        finish, i,
        N_ ("Outcomes that are not known here, and say neither answered nor missed: %s"));
    break;
  case BW_VALUE_VERDICT:
    note_unknown_words (
        finish, i, N_ ("Words that say neither that a target was met nor that it was missed: %s"));
    break;
  case BW_VALUE_STATUS:
    if (field->id == BW_FIELD_STATUS && finish->plan->kind != BW_KIND_CUSTOMERS)
      note_unknown_words (finish, i,
                          N_ ("States that are not known here, and say nothing of a ticket: %s"));
    break;
  case BW_VALUE_EVENT:
    if (field->id == BW_FIELD_EVENT)
      note_unknown_words (finish, i, N_ ("Events that say nothing here of a ticket: %s"));
    break;
  default:
    break;
  }
}

/* Columns that hold a field, but not one cell of it. */
static void
note_blank_column (const Finish *finish, guint i)
{
  const BwColumnPlan *plan = get_plan (finish, i);
  const BwColumn *column = get_column (finish, i);
  const BwField *field = bw_field_get (plan->field);

  if (field && field->value != BW_VALUE_TEXT && column && column->n_present == 0 &&
      finish->evidence[i].n_bad == 0)
    bw_source_add_note (finish->source, "all-blank", plan->header, finish->source->n_rows, 0,
                        N_ ("Blank in every row: says that there are no data."));
}

/* Once for the file: times of day without a zone, where neither header nor product name one. */
static void
note_zone (const Finish *finish)
{
  gint64 n = 0;

  if (finish->plan->zone_known)
    return;
  for (guint i = 0; i < finish->plan->columns->len; i++) {
    const BwColumnPlan *plan = get_plan (finish, i);
    const BwField *field = bw_field_get (plan->field);
    const BwEvidence *evidence = &finish->evidence[i];

    if (field && field->value == BW_VALUE_TIME && evidence->n_read > evidence->n_with_zone &&
        plan->zone && g_strcmp0 (bw_zone_get_identifier (plan->zone), finish->source->zone) == 0)
      n += evidence->n_read - evidence->n_with_zone;
  }
  if (n > 0)
    bw_source_add_note (
        finish->source, "assumed-zone", NULL, n, 0,
        N_ ("Its times name no zone: read as %s. If that is wrong, set the time zone "
            "(--time-zone)."),
        finish->source->zone);
}

static void
add_notes (const Finish *finish)
{
  bw_source_add_notes (finish->source, finish->plan->notes);
  for (guint i = 0; i < finish->plan->columns->len; i++) {
    note_column (finish, i);
    note_blank_column (finish, i);
  }
  bw_spans_note (finish->plan, finish->table, finish->aside, finish->source);
  bw_call_rows_note (finish->plan, finish->table, finish->aside, finish->source);
  note_zone (finish);
}

guint8 *
bw_recognise_finish (BwPlan *plan,
                     const BwEvidence *evidence,
                     BwTable *table,
                     BwSource *source,
                     GCancellable *cancellable)
{
  guint8 *aside = bw_asides_find (plan, evidence, table, cancellable);
  Finish finish = { plan, evidence, table, source, aside, NULL };

  find_bad_cells (&finish);
  add_decisions (&finish);
  if (!g_cancellable_is_cancelled (cancellable))
    add_notes (&finish);
  free_bad_cells (&finish);
  return aside;
}
