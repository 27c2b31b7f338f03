/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of KPIs and the words that go with them. */
#include "config.h"

#include "bw-inputs.h"
#include "bw-settings.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define BW_ITEM(name) extern const BwMetric name;
BW_SHELF
#undef BW_ITEM
#define BW_ITEM(name) &name,
static const BwMetric *const shelf[] = { BW_SHELF };
#undef BW_ITEM

static const struct {
  const char *id;
  const char *title;
} reasons[BW_REASON_LAST] = {
  [BW_REASON_NONE] = { "counted", N_ ("Counted") },
  [BW_REASON_NOT_CONCERNED] = { "not-concerned", N_ ("Not concerned") },
  [BW_REASON_UNANSWERED] = { "unanswered", N_ ("Still unanswered") },
  [BW_REASON_UNSOLVED] = { "unsolved", N_ ("Not solved yet") },
  [BW_REASON_REOPENED] = { "reopened", N_ ("Solved once, open again") },
  [BW_REASON_AGENT_CREATED] = { "agent-created", N_ ("Created by an agent") },
  [BW_REASON_NEGATIVE] = { "negative", N_ ("Negative duration: an error in the data") },
  [BW_REASON_NO_REPLY] = { "no-reply", N_ ("Solved without a reply") },
  [BW_REASON_NO_SOLVE_DATE] = { "no-solve-date", N_ ("Solved, but the file does not say when") },
  [BW_REASON_IMMATURE] = { "not-yet-known", N_ ("Follow-up window still open") },
  [BW_REASON_NOT_RATED] = { "not-rated", N_ ("Not rated") },
  [BW_REASON_OFF_SCALE] = { "off-scale", N_ ("Score outside the survey’s scale") },
  [BW_REASON_NO_VERDICT] = { "no-target", N_ ("No target, or not said whether it was met") },
  [BW_REASON_NOT_DUE] = { "not-due", N_ ("Open and not due yet") },
  [BW_REASON_NOT_ANSWERED] = { "not-answered", N_ ("Contact was not answered") },
  [BW_REASON_OUTGOING] = { "outgoing", N_ ("Outgoing contact") },
  [BW_REASON_NO_DURATION] = { "no-duration", N_ ("Duration missing") },
  [BW_REASON_NOT_SAID] = { "not-said", N_ ("The file does not say") },
  [BW_REASON_UNASSIGNED] = { "unassigned", N_ ("Not assigned to anybody") },
  [BW_REASON_NO_START] = { "no-start", N_ ("Nobody knows when work started") },
  [BW_REASON_NEUTRAL] = { "neutral", N_ ("Neutral answer") },
  [BW_REASON_ABANDONED] = { "abandoned", N_ ("Given up so early that it does not count") },
  [BW_REASON_BOT_ONLY] = { "bot-only", N_ ("Answered by a bot alone") },
  [BW_REASON_AUTOMATIC] = { "automatic", N_ ("Only an automatic reply yet") },
  [BW_REASON_NOT_SENT] = { "not-sent", N_ ("Not known when it was sent") },
};

static const struct {
  const char *id;
  const char *title;
} groups[] = {
  { "volume", N_ ("Volume") },
  { "speed", N_ ("Speed") },
  { "quality", N_ ("Quality") },
  { "satisfaction", N_ ("Satisfaction") },
  { "contact-centre", N_ ("Contact centre") },
  { "self-service", N_ ("Self-service") },
  { "cost", N_ ("Costs") },
  { "customers", N_ ("Customers") },
  { "agents", N_ ("Agents") },
};

static const char *const basis_labels[BW_WHEN_LAST] = {
  [BW_WHEN_CREATED] = N_ ("by created date"),
  [BW_WHEN_STARTED] = N_ ("by start of work"),
  [BW_WHEN_ASSIGNED] = N_ ("by assignment date"),
  [BW_WHEN_CHANGED] = N_ ("by last change"),
  [BW_WHEN_FIRST_REPLY] = N_ ("by reply date"),
  [BW_WHEN_FIRST_SOLVED] = N_ ("by first solved date"),
  [BW_WHEN_SOLVED] = N_ ("by solved date"),
  [BW_WHEN_LEFT] = N_ ("by solved date"),
  [BW_WHEN_STARTED_OR_LEFT] = N_ ("by start of work"),
  [BW_WHEN_DUE] = N_ ("by due date"),
  [BW_WHEN_REPLY_DUE] = N_ ("by due date"),
  [BW_WHEN_RATED] = N_ ("by answer date"),
  [BW_WHEN_SENT] = N_ ("by sending date"),
  [BW_WHEN_ENDED] = N_ ("by end of contact"),
  [BW_WHEN_ANSWERED] = N_ ("by answer of the contact"),
  [BW_WHEN_DATE] = N_ ("by date"),
  [BW_WHEN_SINCE] = N_ ("by begin"),
  [BW_WHEN_UNTIL] = N_ ("by end"),
};

const char *
bw_reason_to_string (BwReason reason)
{
  return reasons[reason].id;
}

const char *
bw_reason_get_title (BwReason reason)
{
  return _ (reasons[reason].title);
}

const BwMetric *const *
bw_metrics (guint *n)
{
  *n = G_N_ELEMENTS (shelf);
  return shelf;
}

const BwMetric *
bw_metric_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (shelf); i++)
    if (g_str_equal (shelf[i]->id, id))
      return shelf[i];
  return NULL;
}

guint
bw_measures_get_n (void)
{
  return G_N_ELEMENTS (shelf) + bw_n_inputs;
}

const BwMetric *
bw_measures_get (guint index)
{
  return index < G_N_ELEMENTS (shelf) ? shelf[index] : &bw_inputs[index - G_N_ELEMENTS (shelf)];
}

int
bw_measures_find (const char *id)
{
  for (guint i = 0; i < bw_measures_get_n (); i++)
    if (g_str_equal (bw_measures_get (i)->id, id))
      return (int) i;
  return -1;
}

guint
bw_metric_get_n_choices (const BwMetric *metric)
{
  guint n = 0;

  while (n < BW_METRIC_MAX_CHOICES && metric->choices[n].id != NULL)
    n++;
  return n;
}

const BwChoice *
bw_metric_find_choice (const BwMetric *metric, const char *id)
{
  for (guint i = 0; i < bw_metric_get_n_choices (metric); i++)
    if (g_str_equal (metric->choices[i].id, id))
      return &metric->choices[i];
  return NULL;
}

guint
bw_choice_get_n_options (const BwChoice *choice)
{
  guint n = 0;

  while (n < G_N_ELEMENTS (choice->options) && choice->options[n].id != NULL)
    n++;
  return n;
}

const char *
bw_metric_group_title (const char *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].id, group))
      return _ (groups[i].title);
  return group;
}

const char *
bw_metric_basis_label (const BwMetric *metric, BwKind kind, gboolean created_basis)
{
  BwWhen when = created_basis ? BW_WHEN_CREATED : metric->when;

  if (metric->fold == BW_FOLD_STOCK || metric->fold == BW_FOLD_AGES)
    return _ ("at the end of the period");
  if (metric->fold == BW_FOLD_RATIO)
    return created_basis ? _ ("of the period, tickets by created date") : _ ("of the period");
  if (when == BW_WHEN_SOLVED_OR_RATED)
    when = kind == BW_KIND_RESPONSES ? BW_WHEN_RATED : BW_WHEN_FIRST_SOLVED;
  return _ (basis_labels[when]);
}

gboolean
bw_metric_is_of (const BwMetric *metric, BwKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (metric->kinds) && metric->kinds[i] != BW_KIND_LAST; i++)
    if (metric->kinds[i] == kind)
      return TRUE;
  return FALSE;
}

static gboolean
table_has (const BwTable *table, BwFieldId field)
{
  const BwColumn *column = table != NULL ? bw_table_find (table, field) : NULL;

  return column != NULL && (column->store == BW_STORE_NONE || column->n_present > 0);
}

static gboolean
need_is_met (const BwNeed *need, const BwTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (need->any) && need->any[i] != BW_FIELD_NONE; i++)
    if (table_has (table, need->any[i]))
      return TRUE;
  return FALSE;
}

void
bw_detail_add (GArray *details, const char *id, const char *title, BwUnit unit, double value)
{
  BwDetail detail = { id, title, unit, value };

  g_array_append_val (details, detail);
}

/* What a ratio needs is what its parts need. */
static void
add_part_needs (GPtrArray *words, const BwRatio *ratio)
{
  for (guint p = 0; p < BW_METRIC_MAX_PARTS && ratio->parts[p] != NULL; p++) {
    int index = bw_measures_find (ratio->parts[p]);
    const BwMetric *part = index >= 0 ? bw_measures_get ((guint) index) : NULL;
    for (guint i = 0; part != NULL && i < BW_METRIC_MAX_NEEDS; i++) {
      const char *need = part->needs[i].words;
      if (need != NULL && !g_ptr_array_find_with_equal_func (words, _ (need), g_str_equal, NULL))
        g_ptr_array_add (words, (gpointer) _ (need));
    }
  }
}

static const char *
find_lack (const BwMetric *metric, const BwTable *table, const BwSettings *settings)
{
  g_autoptr (BwSettings) own = settings == NULL ? bw_settings_new () : NULL;
  double choices[BW_METRIC_MAX_CHOICES];

  bw_settings_resolve (own != NULL ? own : settings, metric, choices);
  return metric->lacks (table, choices);
}

static void
add_needs (GPtrArray *words,
           const BwMetric *metric,
           const BwTable *table,
           const BwSettings *settings)
{
  if (metric->fold == BW_FOLD_RATIO) {
    add_part_needs (words, &metric->ratios[0]);
    return;
  }
  if (table != NULL && settings != NULL && metric->supplied != NULL &&
      metric->supplied (table, settings))
    return;
  for (guint i = 0; i < BW_METRIC_MAX_NEEDS && metric->needs[i].any[0] != BW_FIELD_NONE; i++)
    if (!need_is_met (&metric->needs[i], table))
      g_ptr_array_add (words, (gpointer) _ (metric->needs[i].words));
  if (words->len == 0 && table != NULL && metric->lacks != NULL) {
    const char *lack = find_lack (metric, table, settings);
    if (lack != NULL)
      g_ptr_array_add (words, (gpointer) _ (lack));
  }
}

GStrv
bw_metric_list_missing (const BwMetric *metric, const BwTable *table, const BwSettings *settings)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  add_needs (words, metric, table, settings);
  g_ptr_array_add (words, NULL);
  return g_strdupv ((GStrv) words->pdata);
}

char *
bw_metric_missing (const BwMetric *metric, const BwTable *table, const BwSettings *settings)
{
  g_auto (GStrv) words = bw_metric_list_missing (metric, table, settings);
  g_autofree char *list = NULL;

  if (words[0] == NULL)
    return NULL;
  /* Translators: between the things that a KPI still needs */
  list = g_strjoinv (_ (" and "), words);
  /* Translators: %s is what is missing, such as "a reply time" */
  return g_strdup_printf (_ ("needs %s"), list);
}

static void
append_choice (GString *text, const BwChoice *choice, double value)
{
  g_autofree char *number = NULL;

  if (choice->options[0].id != NULL) {
    const BwOption *option = &choice->options[(guint) value];
    if (option->says != NULL)
      g_string_append_printf (text, " %s", _ (option->says));
    return;
  }
  number = bw_unit_format (choice->unit, value, BW_FORMAT_SHORT);
  /* Translators: after a definition: what was chosen ("Window"), and its number ("7 d") */
  g_string_append_printf (text, _ (" %s: %s."), _ (choice->title), number);
}

/* first: what was chosen of the KPI's first choice. */
static gboolean
matters (const BwMetric *metric, const BwChoice *choice, double first)
{
  g_auto (GStrv) ids = choice->with != NULL ? g_strsplit (choice->with, ",", -1) : NULL;

  return ids == NULL ||
         g_strv_contains ((const char *const *) ids, metric->choices[0].options[(guint) first].id);
}

char *
bw_metric_define (const BwMetric *metric, const BwSettings *settings)
{
  g_autoptr (BwSettings) own = settings == NULL ? bw_settings_new () : NULL;
  g_autoptr (GString) text = g_string_new (_ (metric->definition));
  double values[BW_METRIC_MAX_CHOICES];

  bw_settings_resolve (own != NULL ? own : settings, metric, values);
  for (guint i = 0; i < bw_metric_get_n_choices (metric); i++)
    if (matters (metric, &metric->choices[i], values[0]))
      append_choice (text, &metric->choices[i], values[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
