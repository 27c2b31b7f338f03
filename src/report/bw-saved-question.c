/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked: "question" of a saved report. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-error.h"
#include "bw-saved.h"

/* By their enums. */
static const char *const grains[] = { "day", "week", "month", "quarter", "year", NULL };
static const char *const comparisons[] = { "none", "previous", "year", NULL };
static const char *const bases[] = { "event", "created", NULL };
static const char *const statistics[] = { "mean", "median", NULL };

static guint
get_grain (BwWorkspace *workspace)
{
  return bw_workspace_get_grain (workspace);
}

static void
set_grain (BwWorkspace *workspace, guint grain)
{
  bw_workspace_set_grain (workspace, grain);
}

static guint
get_compare (BwWorkspace *workspace)
{
  return bw_workspace_get_compare (workspace);
}

static void
set_compare (BwWorkspace *workspace, guint compare)
{
  bw_workspace_set_compare (workspace, compare);
}

static guint
get_basis (BwWorkspace *workspace)
{
  return bw_workspace_get_basis (workspace);
}

static void
set_basis (BwWorkspace *workspace, guint basis)
{
  bw_workspace_set_basis (workspace, basis);
}

static guint
get_statistic (BwWorkspace *workspace)
{
  return bw_workspace_get_statistic (workspace);
}

static void
set_statistic (BwWorkspace *workspace, guint statistic)
{
  bw_workspace_set_statistic (workspace, statistic);
}

/* Choices of one word. */
static const struct {
  const char *key;
  const char *const *words;
  guint preset;
  guint (*get) (BwWorkspace *workspace);
  void (*set) (BwWorkspace *workspace, guint choice);
} choices[] = {
  { "question.grain", grains, BW_GRAIN_MONTH, get_grain, set_grain },
  { "question.compare", comparisons, BW_COMPARE_PREVIOUS, get_compare, set_compare },
  { "question.basis", bases, BW_BASIS_EVENT, get_basis, set_basis },
  { "question.statistic", statistics, BW_STATISTIC_MEAN, get_statistic, set_statistic },
};

struct _BwSavedQuestion {
  BwZone *zone;
  BwPeriod *period; /* NULL = the data tell */
  guint choices[G_N_ELEMENTS (choices)];
  gboolean anonymise;
  BwFilter *filter;
  BwTargets *targets;
};

void
bw_saved_question_free (BwSavedQuestion *question)
{
  g_clear_pointer (&question->zone, bw_zone_unref);
  g_clear_pointer (&question->period, bw_period_unref);
  g_clear_pointer (&question->filter, bw_filter_unref);
  g_clear_pointer (&question->targets, bw_targets_unref);
  g_free (question);
}

/* --- Reading ---------------------------------------------------------------------------------
 */

static BwFilter *
read_filter (const BwReportFile *self, Json *object, GError **error)
{
  g_autoptr (BwFilter) filter = bw_filter_new ();
  Json *fields, *key, *value;
  size_t i, n;

  if (!bw_saved_get_object (self, object, "question.filter", &fields, error))
    return NULL;
  yyjson_mut_obj_foreach (fields, i, n, key, value)
  {
    const BwField *field = bw_field_find (yyjson_mut_get_str (key));
    g_autofree char *path = g_strconcat ("question.filter.", yyjson_mut_get_str (key), NULL);
    g_auto (GStrv) values = NULL;
    BwFilter *next;

    if (field == NULL) {
      bw_saved_fail (self, path, _ ("a field"), error);
      return NULL;
    }
    if (!bw_saved_get_texts (self, fields, path, &values, error))
      return NULL;
    next = bw_filter_with (filter, field->id, (const char *const *) values);
    bw_filter_unref (filter);
    filter = next;
  }
  return g_steal_pointer (&filter);
}

static BwTargets *
read_targets (const BwReportFile *self, Json *object, GError **error)
{
  g_autoptr (BwTargets) targets = bw_targets_new ();
  g_auto (GStrv) texts = NULL;

  if (!bw_saved_get_texts (self, object, "question.targets", &texts, error))
    return NULL;
  for (char **text = texts; text != NULL && *text != NULL; text++) {
    GError *problem = NULL;
    BwTargets *next = bw_targets_parse (targets, *text, &problem);

    if (next == NULL) {
      bw_saved_pass_on (self, "question.targets", problem, error);
      return NULL;
    }
    bw_targets_unref (targets);
    targets = next;
  }
  return g_steal_pointer (&targets);
}

static gboolean
read_period (const BwReportFile *self, BwSavedQuestion *question, GError **error)
{
  GError *problem = NULL;

  if (self->period == NULL)
    return TRUE;
  question->period = bw_period_parse (self->period, question->zone, 1, 0, &problem);
  if (question->period != NULL)
    return TRUE;
  if (!g_error_matches (problem, BW_ERROR, BW_ERROR_EMPTY))
    return bw_saved_pass_on (self, "question.period", problem, error);
  g_error_free (problem);
  return TRUE;
}

static gboolean
read_zone (const BwReportFile *self,
           Json *object,
           BwZone *preset,
           BwSavedQuestion *question,
           GError **error)
{
  const char *text;
  GError *problem = NULL;

  if (!bw_saved_get_text (self, object, "question.time-zone", &text, error))
    return FALSE;
  question->zone = text != NULL ? bw_zone_new (text, &problem) : bw_zone_ref (preset);
  return question->zone != NULL || bw_saved_pass_on (self, "question.time-zone", problem, error);
}

static gboolean
read_choices (const BwReportFile *self, Json *object, BwSavedQuestion *question, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    question->choices[i] = choices[i].preset;
    if (!bw_saved_get_word (self, object, choices[i].key, choices[i].words, &question->choices[i],
                            error))
      return FALSE;
  }
  return TRUE;
}

BwSavedQuestion *
bw_saved_read_question (const BwReportFile *self, Json *root, BwZone *preset, GError **error)
{
  g_autoptr (BwSavedQuestion) question = g_new0 (BwSavedQuestion, 1);
  Json *object;

  if (!bw_saved_get_object (self, root, "question", &object, error) ||
      !read_zone (self, object, preset, question, error) || !read_period (self, question, error) ||
      !read_choices (self, object, question, error) ||
      !bw_saved_get_flag (self, object, "question.anonymise", &question->anonymise, error))
    return NULL;
  question->filter = read_filter (self, object, error);
  question->targets = question->filter != NULL ? read_targets (self, object, error) : NULL;
  return question->targets != NULL ? g_steal_pointer (&question) : NULL;
}

void
bw_saved_question_ask (const BwSavedQuestion *question, BwWorkspace *workspace)
{
  bw_workspace_set_zone (workspace, question->zone);
  if (question->period != NULL)
    bw_workspace_set_period (workspace, question->period);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    choices[i].set (workspace, question->choices[i]);
  bw_workspace_set_anonymise (workspace, question->anonymise);
  bw_workspace_set_filter (workspace, question->filter);
  bw_workspace_set_targets (workspace, question->targets);
}

/* --- Writing ---------------------------------------------------------------------------------
 */

void
bw_saved_write_question (BwWorkspace *workspace, const char *period, JsonDoc *doc, Json *root)
{
  Json *object = bw_saved_put_object (doc, root, "question");
  const BwFilter *filter = bw_workspace_get_filter (workspace);
  const BwTargets *targets = bw_workspace_get_targets (workspace);
  Json *fields, *list;

  bw_saved_put_text (doc, object, "time-zone",
                     bw_zone_get_identifier (bw_workspace_get_zone (workspace)));
  bw_saved_put_text (doc, object, "period", period);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    bw_saved_put_text (doc, object, bw_saved_last_part (choices[i].key),
                       choices[i].words[choices[i].get (workspace)]);
  bw_saved_put_flag (doc, object, "anonymise", bw_workspace_get_anonymise (workspace));
  fields = bw_saved_put_object (doc, object, "filter");
  for (const BwFieldId *field = bw_filter_get_fields (filter); *field != BW_FIELD_NONE; field++)
    bw_saved_put_texts (doc, fields, bw_field_get (*field)->name,
                        bw_filter_get_values (filter, *field));
  list = bw_saved_put_list (doc, object, "targets");
  for (guint i = 0; i < bw_targets_get_n (targets); i++) {
    g_autofree char *text = bw_target_to_string (bw_targets_get (targets, i));
    yyjson_mut_arr_add_strcpy (doc, list, text);
  }
}
