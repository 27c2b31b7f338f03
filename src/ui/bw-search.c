/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for words in names, and in the rows of the files. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-facet.h"
#include "bw-page-list.h"
#include "bw-row-query.h"
#include "bw-search.h"

/* Among so many rows that hold the words the one with that number is looked for. */
#define LOOK_AT 1000

/* --- Words -------------------------------------------------------------------------------------
 */

/* The words of a text, ready for matches(); NULL when there are none. */
static GStrv
split_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0') {
      g_strv_builder_add (builder, parts[i]);
      any = TRUE;
    }
  return any ? g_strv_builder_end (builder) : NULL;
}

static gboolean
begins_word (const char *folded, const char *at)
{
  return at == folded || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

static gboolean
has_word (const char *folded, const char *word)
{
  gboolean anywhere = g_utf8_strlen (word, -1) > 2;

  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word))
    if (anywhere || begins_word (folded, at))
      return TRUE;
  return FALSE;
}

static gboolean
matches (const char *name, GStrv words)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!has_word (folded, words[i]))
      return FALSE;
  return TRUE;
}

/* --- Names -------------------------------------------------------------------------------------
 */

static void
find_kpis (BwWorkspace *workspace, GStrv words, GPtrArray *found)
{
  GPtrArray *figures = bw_workspace_get_figures (workspace);
  guint n = 0;

  for (int available = 1; available >= 0; available--)
    for (guint i = 0; figures != NULL && i < figures->len && n < BW_SEARCH_MOST; i++) {
      const BwFigure *figure = g_ptr_array_index (figures, i);
      const BwMetric *metric = figure->metric;
      if (figure->available != available || !matches (_ (metric->name), words))
        continue;
      g_ptr_array_add (found, bw_finding_new (BW_FINDING_KPI,
                                              _ (metric->name),
                                                available ? bw_metric_group_title (metric->group)
                                                          : figure->reason,
                                                "win.show-kpi", g_variant_new_string (metric->id)));
      n++;
    }
}

static void
find_pages (BwWorkspace *workspace, GStrv words, GPtrArray *found)
{
  GPtrArray *figures = bw_workspace_get_figures (workspace);
  guint n;
  const BwPageEntry *entries = bw_page_list (&n);

  for (guint i = 0; figures != NULL && i < n; i++)
    if (bw_page_entry_is_shown (&entries[i], workspace) &&
        (words == NULL || matches (_ (entries[i].title), words)))
      g_ptr_array_add (found,
                       bw_finding_new (BW_FINDING_PAGE, _ (entries[i].title), NULL, "win.show-page",
                                                          g_variant_new_string (entries[i].id)));
}

/* Titles are what menus and buttons call them. */
static const struct {
  const char *title;
  const char *action;
  const char *target;
} actions[] = {
  { N_ ("Open Files"), "win.open" },
  { N_ ("Add Files"), "win.add-files" },
  { N_ ("Export as PDF"), "win.export-as", "pdf" },
  { N_ ("Export as Workbook"), "win.export-as", "xlsx" },
  { N_ ("Export as CSV"), "win.export-as", "csv" },
  { N_ ("Choose Period"), "win.choose-period" },
  { N_ ("Previous Period"), "win.period-previous" },
  { N_ ("Next Period"), "win.period-next" },
  { N_ ("Trend by Day"), "win.grain", "day" },
  { N_ ("Trend by Week"), "win.grain", "week" },
  { N_ ("Trend by Month"), "win.grain", "month" },
  { N_ ("Trend by Quarter"), "win.grain", "quarter" },
  { N_ ("Compare with Previous Period"), "win.compare", "previous" },
  { N_ ("Compare with Same Period Last Year"), "win.compare", "year" },
  { N_ ("Compare with Nothing"), "win.compare", "none" },
  { N_ ("Headline: Mean"), "win.statistic", "mean" },
  { N_ ("Headline: Median"), "win.statistic", "median" },
  { N_ ("Count by Date of Event"), "win.basis", "event" },
  { N_ ("Count by Creation Date"), "win.basis", "created" },
  { N_ ("Remove All Filters"), "win.clear-filters" },
  { N_ ("Undo"), "win.undo" },
  { N_ ("Redo"), "win.redo" },
  { N_ ("Report Settings"), "win.settings" },
  { N_ ("Preferences"), "app.preferences" },
  { N_ ("Keyboard Shortcuts"), "win.show-shortcuts" },
  { N_ ("Help"), "app.help" },
  { N_ ("New Window"), "app.new-window" },
};

static void
find_actions (GStrv words, GPtrArray *found)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (actions) && n < BW_SEARCH_MOST; i++) {
    const char *target = actions[i].target;
    if (!matches (_ (actions[i].title), words))
      continue;
    g_ptr_array_add (found,
                     bw_finding_new (BW_FINDING_ACTION,
                                     _ (actions[i].title), NULL, actions[i].action,
                                       target != NULL ? g_variant_new_string (target) : NULL));
    n++;
  }
}

GPtrArray *
bw_search_names (BwWorkspace *workspace, const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = split_words (text);

  if (workspace != NULL && words != NULL)
    find_kpis (workspace, words, found);
  if (workspace != NULL)
    find_pages (workspace, words, found);
  if (words != NULL)
    find_actions (words, found);
  return found;
}

/* --- Rows --------------------------------------------------------------------------------------
 */

typedef struct {
  BwDataset *dataset;
  BwEngine *engine;
  gboolean anonymise;
  char *text;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->dataset);
  bw_engine_unref (job->engine);
  g_free (job->text);
  g_free (job);
}

static GVariant *
name_condition (BwFieldId field, const char *value)
{
  return g_variant_new ("(ss)", bw_field_get (field)->name, value);
}

static void
find_members (const Job *job, GStrv words, GCancellable *cancellable, GPtrArray *found)
{
  g_autoptr (GPtrArray) facets = bw_facets_new (
      job->engine, bw_dataset_get_dimensions (job->dataset), job->anonymise);

  for (guint f = 0; f < facets->len && !g_cancellable_is_cancelled (cancellable); f++) {
    const BwFacet *facet = g_ptr_array_index (facets, f);
    for (guint i = 0; i < facet->grouping.n && found->len < BW_SEARCH_MOST; i++) {
      guint member = facet->order[i];
      const char *label = bw_facet_get_label (facet, member);
      if (member > 0 && matches (label, words))
        g_ptr_array_add (
            found, bw_finding_new (
                       BW_FINDING_MEMBER, label, bw_field_get_title (facet->field), "win.filter-by",
                       name_condition (facet->field, bw_facet_get_value (facet, member))));
    }
  }
}

static void
add_ticket (const BwTable *table, gsize row, int id, int subject, GPtrArray *found)
{
  g_autofree char *name = id >= 0 ? bw_table_dup_text (table, row, (guint) id) : NULL;
  g_autofree char *about = subject >= 0 ? bw_table_dup_text (table, row, (guint) subject) : NULL;

  g_ptr_array_add (found, bw_finding_new (BW_FINDING_TICKET, about != NULL ? about : name,
                                          about != NULL ? name : NULL, "win.show-ticket",
                                          g_variant_new_string (name != NULL ? name : about)));
}

/* The number with or without a hash before it. */
static gboolean
has_id (const BwTable *table, gsize row, int id, const char *wanted)
{
  g_autofree char *text = id >= 0 ? bw_table_dup_text (table, row, (guint) id) : NULL;

  return text != NULL &&
         g_ascii_strcasecmp (text + (text[0] == '#'), wanted + (wanted[0] == '#')) == 0;
}

/* The one with this number first: whoever types one wants that ticket. */
static void
list_tickets (const BwTable *table, const BwBits *rows, const char *text, GPtrArray *found)
{
  int id = bw_table_find_index (table, BW_FIELD_ID);
  int subject = bw_table_find_index (table, BW_FIELD_SUBJECT);
  guint n = 0;

  if (id < 0 && subject < 0)
    return;
  for (int named = 1; named >= 0; named--) {
    guint looked_at = 0;
    for (gsize row = 0; row < rows->n && n < BW_SEARCH_MOST && looked_at < LOOK_AT; row++) {
      if (!bw_bits_has (rows, row))
        continue;
      looked_at++;
      if (has_id (table, row, id, text) != named)
        continue;
      add_ticket (table, row, id, subject, found);
      n++;
    }
  }
}

static void
find_tickets (const Job *job, GCancellable *cancellable, GPtrArray *found)
{
  BwTable *table = bw_engine_get_table (job->engine, BW_KIND_TICKETS);
  g_autoptr (BwBits) rows = NULL;

  if (table == NULL)
    return;
  rows = bw_row_search (table, bw_table_get_counted (table), job->text, cancellable, NULL, NULL);
  if (rows != NULL)
    list_tickets (table, rows, job->text, found);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = split_words (job->text);

  if (words != NULL) {
    find_members (job, words, cancellable, found);
    find_tickets (job, cancellable, found);
  }
  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

void
bw_search_rows_async (BwWorkspace *workspace,
                      const char *words,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job;

  g_return_if_fail (BW_IS_WORKSPACE (workspace));
  g_return_if_fail (bw_workspace_get_dataset (workspace) != NULL);

  job = g_new0 (Job, 1);
  job->dataset = g_object_ref (bw_workspace_get_dataset (workspace));
  job->engine = bw_engine_ref (bw_workspace_get_engine (workspace));
  job->anonymise = bw_workspace_get_anonymise (workspace);
  job->text = g_strstrip (g_strdup (words));
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

GPtrArray *
bw_search_rows_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
