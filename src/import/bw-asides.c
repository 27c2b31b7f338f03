/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that do not count: footers, totals, copies, what has no date, and what its own columns call
 * spam, deleted, merged or a test. */
#include "config.h"

#include "bw-asides.h"
#include "bw-call-rows.h"
#include "bw-ids.h"
#include "bw-match.h"
#include "bw-parse.h"
#include "bw-recognise.h"

#include <string.h>

#define FOOTER_ROWS 1000

typedef struct {
  const BwPlan *plan;
  const BwEvidence *evidence;
  BwTable *table;
  guint8 *bytes; /* NULL as long as all rows count */
} Asides;

static const BwColumnPlan *
get_plan (const Asides *self, guint i)
{
  return self->plan->columns->pdata[i];
}

static guint8 *
need_bytes (Asides *self)
{
  if (!self->bytes)
    self->bytes = g_new0 (guint8, bw_table_get_n_rows (self->table));
  return self->bytes;
}

/* --- By words ----------------------------------------------------------------------------------
 */

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
set_aside_by_words (Asides *self, BwFieldId field, BwAside flagged)
{
  const BwColumn *column = bw_table_find (self->table, field);
  gsize n_rows = bw_table_get_n_rows (self->table), n_words;
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
  need_bytes (self);
  for (gsize row = 0; row < n_rows; row++)
    if (self->bytes[row] == BW_ASIDE_NONE)
      self->bytes[row] = reasons[bw_column_code (column, row)];
}

/* Tickets that name another which goes on in their place. */
static void
set_aside_merged (Asides *self)
{
  gsize n_rows = bw_table_get_n_rows (self->table);
  g_autoptr (GString) text = g_string_new (NULL);
  guint column = 0;

  while (column < self->plan->columns->len &&
         get_plan (self, column)->field != BW_FIELD_MERGED_INTO)
    column++;
  if (column == self->plan->columns->len)
    return;
  for (gsize row = 0; row < n_rows; row++) {
    g_string_truncate (text, 0);
    bw_table_read_text (self->table, row, column, text);
    if (!bw_parse_is_blank (text->str, text->len) && need_bytes (self)[row] == BW_ASIDE_NONE)
      self->bytes[row] = BW_ASIDE_MERGED;
  }
}

/* The column that says how an answer came about, or -1. */
static int
find_origin (const Asides *self)
{
  for (guint i = 0; i < self->plan->columns->len; i++) {
    g_autofree char *header = bw_fold (get_plan (self, i)->header);

    if (g_str_equal (header, "status") || g_str_equal (header, "response type"))
      return (int) i;
  }
  return -1;
}

/* Answers that their author gave to look at the survey. */
static void
set_aside_previews (Asides *self)
{
  int column = self->plan->kind == BW_KIND_RESPONSES ? find_origin (self) : -1;
  gsize n_rows = bw_table_get_n_rows (self->table);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize row = 0; column >= 0 && row < n_rows; row++) {
    g_string_truncate (text, 0);
    bw_table_read_text (self->table, row, (guint) column, text);
    if ((g_ascii_strcasecmp (text->str, "survey preview") == 0 ||
         g_ascii_strcasecmp (text->str, "survey test") == 0) &&
        need_bytes (self)[row] == BW_ASIDE_NONE)
      self->bytes[row] = BW_ASIDE_TEST;
  }
}

/* --- Totals and footers -------------------------------------------------------------------------
 */

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

/* Where a kind does without a date, a line of totals is still known by its first word. */
static void
set_aside_footers (Asides *self)
{
  gsize n_rows = bw_table_get_n_rows (self->table);

  for (gsize row = n_rows - MIN (n_rows, 5); row < n_rows; row++)
    if (is_footer (self->table, row))
      need_bytes (self)[row] = BW_ASIDE_TOTAL;
}

static void
set_aside_undated (Asides *self)
{
  BwFieldId placed_by = bw_recognise_get_place (self->plan->kind);
  const BwColumn *column = bw_table_find (self->table, placed_by);
  const BwColumn *sent =
      self->plan->kind == BW_KIND_RESPONSES ? bw_table_find (self->table, BW_FIELD_SENT) : NULL;
  gsize n_rows = bw_table_get_n_rows (self->table), n_undated = 0;

  if (!column && (placed_by == BW_FIELD_DATE || placed_by == BW_FIELD_NONE)) {
    set_aside_footers (self);
    return;
  }
  if (column && column->n_present == (gint64) n_rows)
    return;
  need_bytes (self);
  for (gsize row = 0; row < n_rows; row++) {
    if (column && bw_column_time (column, row) != BW_TIME_NONE)
      continue;
    /* A survey that was sent and not answered yet. */
    if (sent && bw_column_time (sent, row) != BW_TIME_NONE)
      continue;
    self->bytes[row] = n_undated++ < FOOTER_ROWS && is_footer (self->table, row) ? BW_ASIDE_TOTAL
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
set_aside_sums (Asides *self, BwFieldId field)
{
  const BwColumn *column = bw_table_find (self->table, field);
  gsize n_rows = bw_table_get_n_rows (self->table);
  g_autofree gboolean *sums = NULL;
  gboolean any = field == BW_FIELD_ARTICLE, all;
  gboolean is_cost = self->plan->kind == BW_KIND_FINANCE && field == BW_FIELD_CATEGORY;

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
    if (sums[bw_column_code (column, row)] && need_bytes (self)[row] == BW_ASIDE_NONE)
      self->bytes[row] = BW_ASIDE_TOTAL;
}

/* --- Copies -------------------------------------------------------------------------------------
 */

/* Rows of one response share its id when each is the answer to another question; legs of a call are
 * no copies either. */
static gboolean
has_unique_ids (const Asides *self)
{
  switch (self->plan->kind) {
  case BW_KIND_TICKETS:
    return TRUE;
  case BW_KIND_RESPONSES:
    return !bw_table_find (self->table, BW_FIELD_QUESTION);
  case BW_KIND_CALLS:
    return bw_table_find (self->table, BW_FIELD_UPDATED) != NULL;
  default:
    return FALSE;
  }
}

/* Loading has seen that no id can stand there twice. */
static gboolean
ids_are_in_order (const Asides *self)
{
  const BwColumn *ids = bw_table_find (self->table, BW_FIELD_ID);

  return ids && ids->index >= 0 && self->evidence[ids->index].in_order;
}

static void
set_aside_copy_cb (gsize row, gpointer user_data)
{
  need_bytes (user_data)[row] = BW_ASIDE_DUPLICATE;
}

guint8 *
bw_asides_find (const BwPlan *plan,
                const BwEvidence *evidence,
                BwTable *table,
                GCancellable *cancellable)
{
  Asides self = { plan, evidence, table, NULL };

  set_aside_undated (&self);
  if (bw_match_adds_up (plan->kind)) {
    set_aside_sums (&self, BW_FIELD_ARTICLE);
    set_aside_sums (&self, BW_FIELD_CATEGORY);
    set_aside_sums (&self, BW_FIELD_AGENT);
    set_aside_sums (&self, BW_FIELD_TEAM);
  }
  if (plan->kind <= BW_KIND_CALLS) {
    set_aside_by_words (&self, BW_FIELD_STATUS, BW_ASIDE_NONE);
    set_aside_by_words (&self, BW_FIELD_SPAM, BW_ASIDE_SPAM);
    set_aside_by_words (&self, BW_FIELD_DELETED, BW_ASIDE_DELETED);
    set_aside_by_words (&self, BW_FIELD_MERGED, BW_ASIDE_MERGED);
    set_aside_merged (&self);
  }
  set_aside_previews (&self);
  bw_call_rows_set_aside (plan, table, &self.bytes);
  if (has_unique_ids (&self) && !ids_are_in_order (&self))
    bw_ids_find_duplicates (table, self.bytes, cancellable, set_aside_copy_cb, &self);
  return self.bytes;
}
