/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a file once it has been read: a decision for each column, notes, and the rows
 * that do not count. */
#include "config.h"

#include "bw-call-rows.h"
#include "bw-ids.h"
#include "bw-match.h"
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
#define FOOTER_ROWS 1000

typedef struct {
  BwPlan *plan;
  const BwEvidence *evidence;
  BwTable *table;
  BwSource *source;
  const guint8 *aside; /* as far as it is known; or NULL */
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
    decision->n_present = column ? column->n_present : 0;
    decision->n_bad = finish->evidence[i].n_bad;
    decision->samples = pick_samples (rows, i);
    g_ptr_array_add (finish->source->decisions, decision);
  }
}

/* --- Notes on cells --------------------------------------------------------------------------- */

/* Cells that cannot be read. "Total" in a column of dates is none: that row is set aside as a
 * whole.
 */
typedef struct {
  gint64 n;
  gint64 row; /* of the first one */
  char *text;
} BadCells;

static void
leave_out_totals (const Finish *finish, guint i, BadCells *bad)
{
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

/* Nor do they count in what is said of the column. */
static void
leave_totals_out_of_decisions (const Finish *finish)
{
  for (guint i = 0; i < finish->source->decisions->len; i++) {
    BwDecision *decision = finish->source->decisions->pdata[i];
    BadCells bad = { decision->n_bad, finish->evidence[i].first_bad_row, NULL };

    if (bad.n > 0)
      leave_out_totals (finish, i, &bad);
    decision->n_bad = bad.n;
    g_free (bad.text);
  }
}

static void
note_bad_cells (const Finish *finish, guint i, const char *code, const char *format)
{
  const BwEvidence *evidence = &finish->evidence[i];
  BadCells bad = { evidence->n_bad, evidence->first_bad_row, NULL };

  if (bad.n > 0)
    leave_out_totals (finish, i, &bad);
  if (bad.n > 0)
    bw_source_add_note (finish->source, code, get_plan (finish, i)->header, bad.n,
                        bw_table_get_line (finish->table, (gsize) bad.row), format,
                        bad.text != NULL ? bad.text : evidence->first_bad);
  g_free (bad.text);
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

/* --- Rows set aside --------------------------------------------------------------------------- */

static guint8 *
need_aside (guint8 **aside, gsize n_rows)
{
  if (!*aside)
    *aside = g_new0 (guint8, n_rows);
  return *aside;
}

static BwAside
aside_of_status (double meaning)
{
  if (meaning == BW_STATUS_SPAM)
    return BW_ASIDE_SPAM;
  if (meaning == BW_STATUS_DELETED)
    return BW_ASIDE_DELETED;
  return meaning == BW_STATUS_MERGED ? BW_ASIDE_MERGED : BW_ASIDE_NONE;
}

static BwAside
aside_of_word (const BwColumn *column, guint32 code, BwAside flagged)
{
  double meaning = bw_dictionary_get_meaning (column->dictionary, code);

  if (column->field == BW_FIELD_STATUS)
    return aside_of_status (meaning);
  return meaning == 1 ? flagged : BW_ASIDE_NONE;
}

/* By what the words of a column mean: each word is looked at once, rows only when one matters. */
static void
set_aside_by_words (const Finish *finish, BwFieldId field, BwAside flagged, guint8 **aside)
{
  const BwColumn *column = bw_table_find (finish->table, field);
  gsize n_rows = bw_table_get_n_rows (finish->table), n_words;
  g_autofree guint8 *reasons = NULL;
  gboolean any = FALSE;

  if (!column || !column->dictionary)
    return;
  n_words = bw_dictionary_get_size (column->dictionary);
  reasons = g_new0 (guint8, n_words + 1);
  for (guint32 code = 0; code < n_words; code++) {
    reasons[code + 1] = (guint8) aside_of_word (column, code, flagged);
    any |= reasons[code + 1] != BW_ASIDE_NONE;
  }
  if (!any)
    return;
  need_aside (aside, n_rows);
  for (gsize row = 0; row < n_rows; row++)
    if ((*aside)[row] == BW_ASIDE_NONE)
      (*aside)[row] = reasons[bw_column_code (column, row)];
}

/* Tickets that name another which goes on in their place. */
static void
set_aside_merged (const Finish *finish, guint8 **aside)
{
  gsize n_rows = bw_table_get_n_rows (finish->table);
  g_autoptr (GString) text = g_string_new (NULL);
  guint column = 0;

  while (column < finish->plan->columns->len &&
         get_plan (finish, column)->field != BW_FIELD_MERGED_INTO)
    column++;
  if (column == finish->plan->columns->len)
    return;
  for (gsize row = 0; row < n_rows; row++) {
    g_string_truncate (text, 0);
    bw_table_read_text (finish->table, row, column, text);
    if (!bw_parse_is_blank (text->str, text->len) &&
        need_aside (aside, n_rows)[row] == BW_ASIDE_NONE)
      (*aside)[row] = BW_ASIDE_MERGED;
  }
}

/* The column that says how an answer came about, or -1. */
static int
find_origin (const Finish *finish)
{
  for (guint i = 0; i < finish->plan->columns->len; i++) {
    g_autofree char *header = bw_fold (get_plan (finish, i)->header);

    if (g_str_equal (header, "status") || g_str_equal (header, "response type"))
      return (int) i;
  }
  return -1;
}

/* Answers that their author gave to look at the survey. */
static void
set_aside_previews (const Finish *finish, guint8 **aside)
{
  int column = finish->plan->kind == BW_KIND_RESPONSES ? find_origin (finish) : -1;
  gsize n_rows = bw_table_get_n_rows (finish->table);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize row = 0; column >= 0 && row < n_rows; row++) {
    g_string_truncate (text, 0);
    bw_table_read_text (finish->table, row, (guint) column, text);
    if ((g_ascii_strcasecmp (text->str, "survey preview") == 0 ||
         g_ascii_strcasecmp (text->str, "survey test") == 0) &&
        need_aside (aside, n_rows)[row] == BW_ASIDE_NONE)
      (*aside)[row] = BW_ASIDE_TEST;
  }
}

/* A line of totals, of the report's conditions or of its author. */
static gboolean
is_footer (const BwTable *table, gsize row)
{
  static const char *const words[] = { "total",
                                       "grand total",
                                       "sum",
                                       "summe",
                                       "gesamt",
                                       "gesamtsumme",
                                       "average",
                                       "mittelwert",
                                       "durchschnitt",
                                       "timezone",
                                       "time zone",
                                       "zeitzone",
                                       "confidential",
                                       "copyright",
                                       "reporting period",
                                       "generated",
                                       "totaux",
                                       "somme",
                                       "suma",
                                       "promedio",
                                       "media",
                                       "soma",
                                       "filtered by",
                                       "gesamtsummen",
                                       "vertrauliche informationen",
                                       "totaux generaux",
                                       "informations confidentielles",
                                       "totales generales",
                                       "informacion confidencial",
                                       "totais gerais",
                                       "informacoes confidenciais" };
  g_auto (GStrv) cells = bw_table_dup_row (table, row);

  for (char **cell = cells; cell && *cell; cell++) {
    g_autofree char *word = NULL;

    if (bw_parse_is_blank (*cell, strlen (*cell)))
      continue;
    word = bw_fold (*cell);
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      if (g_str_has_prefix (word, words[i]) &&
          !g_ascii_isalpha (word[strlen (words[i])] == 's' ? word[strlen (words[i]) + 1]
                                                           : word[strlen (words[i])]))
        return TRUE;
    return FALSE;
  }
  return FALSE;
}

BwFieldId
bw_recognise_get_place (BwKind kind)
{
  switch (kind) {
  case BW_KIND_TICKETS:
  case BW_KIND_CALLS:
    return BW_FIELD_CREATED;
  case BW_KIND_RESPONSES:
    return BW_FIELD_RATED;
  case BW_KIND_MESSAGES:
  case BW_KIND_EVENTS:
  case BW_KIND_QUEUE_EVENTS:
    return BW_FIELD_AT;
  case BW_KIND_CUSTOMERS:
  case BW_KIND_LAST:
    return BW_FIELD_NONE;
  default:
    return BW_FIELD_DATE;
  }
}

/* Where a kind does without a date, a line of totals is still known by its first word. */
static void
set_aside_footers (const Finish *finish, guint8 **aside)
{
  gsize n_rows = bw_table_get_n_rows (finish->table);

  for (gsize row = n_rows - MIN (n_rows, 5); row < n_rows; row++)
    if (is_footer (finish->table, row))
      need_aside (aside, n_rows)[row] = BW_ASIDE_TOTAL;
}

static void
set_aside_undated (const Finish *finish, guint8 **aside)
{
  BwFieldId placed_by = bw_recognise_get_place (finish->plan->kind);
  const BwColumn *column = bw_table_find (finish->table, placed_by);
  const BwColumn *sent =
      finish->plan->kind == BW_KIND_RESPONSES ? bw_table_find (finish->table, BW_FIELD_SENT) : NULL;
  gsize n_rows = bw_table_get_n_rows (finish->table), n_undated = 0;

  if (!column && (placed_by == BW_FIELD_DATE || placed_by == BW_FIELD_NONE)) {
    set_aside_footers (finish, aside);
    return;
  }
  if (column && column->n_present == (gint64) n_rows)
    return;
  need_aside (aside, n_rows);
  for (gsize row = 0; row < n_rows; row++) {
    if (column && bw_column_time (column, row) != BW_TIME_NONE)
      continue;
    /* A survey that was sent and not answered yet. */
    if (sent && bw_column_time (sent, row) != BW_TIME_NONE)
      continue;
    (*aside)[row] = n_undated++ < FOOTER_ROWS && is_footer (finish->table, row) ? BW_ASIDE_TOTAL
                                                                                : BW_ASIDE_NO_DATE;
  }
}

static gboolean
is_total (const char *text)
{
  static const char *const words[] = { "total",     "grand total",   "totals",        "sum",
                                       "summe",     "gesamt",        "gesamtsumme",   "insgesamt",
                                       "all",       "totaux",        "total general", "somme",
                                       "suma",      "soma",          "total geral",   "subtotal",
                                       "sub total", "zwischensumme", "overall" };
  g_autofree char *folded = bw_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_average (const char *text)
{
  g_autofree char *folded = bw_fold (text);
  return g_strv_contains ((const char *[]) { "average", "mean", "durchschnitt", "mittelwert",
                                             "moyenne", "media", "promedio", NULL },
                          folded);
}

/* Rows that add others up again are no figures of their own, unless there are only such; of
 * articles, so is one without a name. Totals of costs are compared with their parts later. */
static void
set_aside_sums (const Finish *finish, BwFieldId field, guint8 **aside)
{
  const BwColumn *column = bw_table_find (finish->table, field);
  gsize n_rows = bw_table_get_n_rows (finish->table);
  g_autofree gboolean *sums = NULL;
  gboolean any = field == BW_FIELD_ARTICLE, all;
  gboolean is_cost = finish->plan->kind == BW_KIND_FINANCE && field == BW_FIELD_CATEGORY;

  if (!column || !column->dictionary || column->n_present == 0)
    return;
  all = !any && (gsize) column->n_present == n_rows;
  sums = g_new0 (gboolean, bw_dictionary_get_size (column->dictionary) + 1);
  sums[0] = any;
  for (guint32 code = 0; code < bw_dictionary_get_size (column->dictionary); code++) {
    const char *text = bw_dictionary_get_text (column->dictionary, code);
    sums[code + 1] = is_average (text) || (!is_cost && is_total (text));
    any |= sums[code + 1];
    all &= sums[code + 1];
  }
  for (gsize row = 0; any && !all && row < n_rows; row++)
    if (sums[bw_column_code (column, row)] && need_aside (aside, n_rows)[row] == BW_ASIDE_NONE)
      (*aside)[row] = BW_ASIDE_TOTAL;
}

typedef struct {
  guint8 **aside;
  gsize n_rows;
} Copies;

static void
set_aside_copy_cb (gsize row, gpointer user_data)
{
  Copies *copies = user_data;

  need_aside (copies->aside, copies->n_rows)[row] = BW_ASIDE_DUPLICATE;
}

/* Rows of one response share its id when each is the answer to another question; legs of a call are
 * no copies either. */
static gboolean
has_unique_ids (const Finish *finish)
{
  switch (finish->plan->kind) {
  case BW_KIND_TICKETS:
    return TRUE;
  case BW_KIND_RESPONSES:
    return !bw_table_find (finish->table, BW_FIELD_QUESTION);
  case BW_KIND_CALLS:
    return bw_table_find (finish->table, BW_FIELD_UPDATED) != NULL;
  default:
    return FALSE;
  }
}

/* Loading has seen that no id can stand there twice. */
static gboolean
ids_are_in_order (const Finish *finish)
{
  const BwColumn *ids = bw_table_find (finish->table, BW_FIELD_ID);

  return ids && ids->index >= 0 && finish->evidence[ids->index].in_order;
}

guint8 *
bw_recognise_finish (BwPlan *plan,
                     const BwEvidence *evidence,
                     BwTable *table,
                     BwSource *source,
                     GCancellable *cancellable)
{
  Finish finish = { plan, evidence, table, source, NULL };
  guint8 *aside = NULL;
  Copies copies = { &aside, bw_table_get_n_rows (table) };

  add_decisions (&finish);
  set_aside_undated (&finish, &aside);
  if (bw_match_adds_up (plan->kind)) {
    set_aside_sums (&finish, BW_FIELD_ARTICLE, &aside);
    set_aside_sums (&finish, BW_FIELD_CATEGORY, &aside);
    set_aside_sums (&finish, BW_FIELD_AGENT, &aside);
    set_aside_sums (&finish, BW_FIELD_TEAM, &aside);
  }
  if (plan->kind <= BW_KIND_CALLS) {
    set_aside_by_words (&finish, BW_FIELD_STATUS, BW_ASIDE_NONE, &aside);
    set_aside_by_words (&finish, BW_FIELD_SPAM, BW_ASIDE_SPAM, &aside);
    set_aside_by_words (&finish, BW_FIELD_DELETED, BW_ASIDE_DELETED, &aside);
    set_aside_by_words (&finish, BW_FIELD_MERGED, BW_ASIDE_MERGED, &aside);
    set_aside_merged (&finish, &aside);
  }
  set_aside_previews (&finish, &aside);
  bw_call_rows_set_aside (plan, table, &aside);
  if (has_unique_ids (&finish) && !ids_are_in_order (&finish))
    bw_ids_find_duplicates (table, aside, cancellable, set_aside_copy_cb, &copies);
  finish.aside = aside;
  leave_totals_out_of_decisions (&finish);
  if (!g_cancellable_is_cancelled (cancellable))
    add_notes (&finish);
  return aside;
}
