/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what is missing as what somebody can do about it. */
#include "config.h"

#include "bw-missing.h"
#include "bw-ratio.h"
#include "bw-typed.h"
#include <glib/gi18n-lib.h>

/* What is wanted of one kind of file. */
typedef struct {
  BwKind kind;
  gboolean is_there; /* a file of the kind, which lacks it */
  GPtrArray *words;
} Want;

static void
want_free (gpointer data)
{
  Want *want = data;

  g_ptr_array_unref (want->words);
  g_free (want);
}

/* Turns are made of messages. */
static BwKind
get_file_kind (BwKind kind)
{
  return bw_kind_is_derived (kind) ? BW_KIND_MESSAGES : kind;
}

static void
add_words (GPtrArray *wants, BwKind kind, gboolean is_there, const char *const *words)
{
  Want *want = NULL;

  for (guint i = 0; i < wants->len && want == NULL; i++) {
    Want *other = wants->pdata[i];
    if (other->kind == kind && other->is_there == is_there)
      want = other;
  }
  if (want == NULL) {
    want = g_new0 (Want, 1);
    want->kind = kind;
    want->is_there = is_there;
    want->words = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (wants, want);
  }
  for (; *words != NULL; words++)
    if (!g_ptr_array_find_with_equal_func (want->words, *words, g_str_equal, NULL))
      g_ptr_array_add (want->words, g_strdup (*words));
}

/* Of the first of its tables that is there, else of the file that it is usually counted from. */
static void
add_wants (GPtrArray *wants, BwEngine *engine, const BwMetric *metric)
{
  BwSettings *settings = bw_engine_get_settings (engine);

  const BwLedger *ledger = NULL;
  BwKind kind = get_file_kind (metric->kinds[0]);
  g_auto (GStrv) words = NULL;

  for (guint i = 0;
       i < G_N_ELEMENTS (metric->kinds) && metric->kinds[i] != BW_KIND_LAST && ledger == NULL;
       i++) {
    ledger = bw_engine_get_ledger (engine, metric->kinds[i]);
    kind = ledger != NULL ? metric->kinds[i] : kind;
  }
  words = bw_metric_list_missing (metric, ledger != NULL ? ledger->table : NULL, settings);
  add_words (wants, kind, ledger != NULL, (const char *const *) words);
}

/* "a reply time, who asked and the status of tickets" */
static char *
join_words (GPtrArray *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (
        text, "%s%s",
        i == 0 ? "" : i + 1 == words->len ? _ (" and ") : _ (", "), (char *) words->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
spell_want (const Want *want)
{
  g_autofree char *words = join_words (want->words);

  if (want->is_there)
    return g_strdup_printf (_ ("needs %s"), words);
  if (*words == '\0')
    return g_strdup_printf (_ ("needs a file of this kind: %s"), bw_kind_get_title (want->kind));
  /* Translators: a kind of file ("Survey responses"), and what it has to have ("a 0-10 score") */
  return g_strdup_printf (_ ("needs a file of this kind: %s (%s)"), bw_kind_get_title (want->kind),
                            words);
}

/* The parts of the usual ratio that are not there. */
static void
add_part_wants (GPtrArray *wants, BwEngine *engine, const BwRatio *ratio)
{
  gboolean optional;

  for (guint i = 0; i < BW_METRIC_MAX_PARTS && ratio->parts[i] != NULL; i++) {
    const BwMetric *part = bw_ratio_get_part (ratio, i, &optional);
    if (!optional && bw_engine_find (engine, part).measure == NULL)
      add_wants (wants, engine, part);
  }
}

/* Whether one of its ratios lacks nothing but numbers of months, which may be typed. */
static gboolean
can_be_typed (BwEngine *engine, const BwMetric *metric)
{
  gboolean optional;

  for (guint r = 0; r < BW_METRIC_MAX_RATIOS && metric->ratios[r].parts[0] != NULL; r++) {
    const BwRatio *ratio = &metric->ratios[r];
    gboolean typed = TRUE;

    for (guint i = 0; i < BW_METRIC_MAX_PARTS && ratio->parts[i] != NULL; i++) {
      const BwMetric *part = bw_ratio_get_part (ratio, i, &optional);
      typed &= optional || bw_engine_find (engine, part).measure != NULL ||
               bw_typed_is_of (part->kinds[0]);
    }
    if (typed)
      return TRUE;
  }
  return FALSE;
}

/* The first option that the table has what is needed for; NULL when there is none. */
static const BwOption *
find_other_way (const BwMetric *metric, const BwTable *table, const BwSettings *settings)
{
  const BwChoice *choice = &metric->choices[0];
  double choices[BW_METRIC_MAX_CHOICES];

  if (metric->lacks == NULL)
    return NULL;
  bw_settings_resolve (settings, metric, choices);
  for (guint i = 0; i < bw_choice_get_n_options (choice); i++) {
    choices[0] = i;
    if (metric->lacks (table, choices) == NULL)
      return &choice->options[i];
  }
  return NULL;
}

/* Whether a promise of the settings is all that the table lacks. */
static gboolean
can_be_promised (BwEngine *engine, const BwMetric *metric)
{
  const BwLedger *ledger = bw_engine_get_ledger (engine, metric->kinds[0]);
  g_autoptr (BwSettings) settings = bw_settings_copy (bw_engine_get_settings (engine));
  g_autofree char *missing = NULL;

  if (metric->supplied == NULL || ledger == NULL)
    return FALSE;
  bw_settings_set_sla_target (settings, NULL, NULL, 1, 1);
  missing = bw_metric_missing (metric, ledger->table, settings);
  return missing == NULL;
}

static void
add_other_way (GPtrArray *texts, BwEngine *engine, const BwMetric *metric)
{
  for (guint i = 0; i < G_N_ELEMENTS (metric->kinds) && metric->kinds[i] != BW_KIND_LAST; i++) {
    const BwLedger *ledger = bw_engine_get_ledger (engine, metric->kinds[i]);
    const BwOption *option =
        ledger != NULL ? find_other_way (metric, ledger->table, bw_engine_get_settings (engine))
                       : NULL;
    if (option == NULL)
      continue;
    /* Translators: a choice of how a figure is counted ("Method", "No repeat contact") and its id
     */
    g_ptr_array_add (texts,
                     g_strdup_printf (_ ("the files have enough for another choice: %s “%s” "
                                                "(%s)"),
                                        _ (metric->choices[0].title), _ (option->title), option->id));
    return;
  }
}

char *
bw_missing_explain (BwEngine *engine, const BwMetric *metric)
{
  g_autoptr (GPtrArray) wants = g_ptr_array_new_with_free_func (want_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (metric->fold == BW_FOLD_RATIO)
    add_part_wants (wants, engine, &metric->ratios[0]);
  else
    add_wants (wants, engine, metric);
  for (guint i = 0; i < wants->len; i++)
    g_ptr_array_add (texts, spell_want (wants->pdata[i]));
  if (can_be_typed (engine, metric))
    g_ptr_array_add (texts, g_strdup (_ ("or numbers of each month that you type")));
  if (can_be_promised (engine, metric))
    g_ptr_array_add (texts, g_strdup (_ ("or a promise in the settings")));
  add_other_way (texts, engine, metric);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("; ", (GStrv) texts->pdata);
}
