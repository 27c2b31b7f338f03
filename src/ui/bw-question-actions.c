/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions that change the question, and the way back. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-facet.h"
#include "bw-file-question.h"
#include "bw-history.h"
#include "bw-period-dialog.h"
#include "bw-question-actions.h"
#include "bw-report-widget.h"

struct _BwQuestionActions {
  GObject parent_instance;

  /* Borrowed */
  AdwApplicationWindow *window;
  AdwToastOverlay *toasts;
  AdwToast *toast; /* about the last step, while it is shown */

  /* Owned */
  BwWorkspace *workspace;
  BwHistory *history;
};

G_DEFINE_FINAL_TYPE (BwQuestionActions, bw_question_actions, G_TYPE_OBJECT)

static const char *const bases[] = { "event", "created" };
static const char *const statistics[] = { "mean", "median" };

static int
find_word (const char *const *words, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i], word))
      return (int) i;
  return -1;
}

static GSimpleAction *
find_action (BwQuestionActions *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), name));
}

/* --- What can be done --------------------------------------------------------------------------
 */

static void
update_period (BwQuestionActions *self)
{
  BwDataset *dataset = bw_workspace_get_dataset (self->workspace);
  BwPeriod *period = bw_workspace_get_period (self->workspace);
  gboolean has_figures = bw_workspace_get_figures (self->workspace) != NULL;
  g_autofree char *text = NULL;
  gint64 from, to;

  g_simple_action_set_enabled (find_action (self, "period"), has_figures);
  g_simple_action_set_enabled (find_action (self, "choose-period"), has_figures);
  if (dataset == NULL || period == NULL || !bw_dataset_get_extent (dataset, &from, &to))
    return;
  text = bw_period_to_string (period);
  g_simple_action_set_state (find_action (self, "period"), g_variant_new_string (text));
  g_simple_action_set_enabled (find_action (self, "period-previous"),
                               has_figures && period->from > from);
  g_simple_action_set_enabled (find_action (self, "period-next"), has_figures && period->to <= to);
}

static void
set_state (BwQuestionActions *self, const char *name, const char *state)
{
  g_simple_action_set_state (find_action (self, name), g_variant_new_string (state));
}

static void
update_view (BwQuestionActions *self)
{
  set_state (self, "grain", bw_grain_to_string (bw_workspace_get_grain (self->workspace)));
  set_state (self, "compare", bw_compare_to_string (bw_workspace_get_compare (self->workspace)));
  set_state (self, "basis", bases[bw_workspace_get_basis (self->workspace)]);
  set_state (self, "statistic", statistics[bw_workspace_get_statistic (self->workspace)]);
}

static void
update_filter (BwQuestionActions *self)
{
  gboolean filtered = !bw_filter_is_empty (bw_workspace_get_filter (self->workspace));

  g_simple_action_set_enabled (find_action (self, "clear-filters"), filtered);
  g_simple_action_set_enabled (find_action (self, "drop-filter"), filtered);
}

static void
update_history (BwQuestionActions *self)
{
  g_simple_action_set_enabled (find_action (self, "undo"), bw_history_get_can_undo (self->history));
  g_simple_action_set_enabled (find_action (self, "redo"), bw_history_get_can_redo (self->history));
}

/* --- Steps -------------------------------------------------------------------------------------
 */

/* NULL for what is seen where it was changed. */
static char *
describe_step (BwQuestionActions *self, BwHistoryStep step)
{
  g_autofree char *label = NULL;

  if (step & BW_STEP_SETTINGS)
    return g_strdup (_ ("Settings changed"));
  if (step & BW_STEP_FILTER)
    return bw_filter_is_empty (bw_workspace_get_filter (self->workspace))
        ? g_strdup (_ ("Showing all tickets again"))
        : g_strdup (_ ("Filters changed"));
  if (!(step & BW_STEP_PERIOD))
    return NULL;
  label = bw_period_get_label (bw_workspace_get_period (self->workspace));
  return g_strdup_printf (_ ("Period: %s"), label);
}

static void
toast_dismissed_cb (BwQuestionActions *self)
{
  self->toast = NULL;
}

static void
show_step (BwQuestionActions *self, const char *words)
{
  if (self->toast != NULL) {
    adw_toast_set_title (self->toast, words);
    return;
  }
  self->toast = adw_toast_new (words);
  adw_toast_set_use_markup (self->toast, FALSE);
  adw_toast_set_button_label (self->toast, _ ("_Undo"));
  adw_toast_set_action_name (self->toast, "win.undo");
  adw_toast_set_priority (self->toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

static void
stepped_cb (BwQuestionActions *self, guint step)
{
  g_autofree char *words = describe_step (self, step);

  if (words != NULL)
    show_step (self, words);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwQuestionActions *self = user_data;

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  bw_history_undo (self->history);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bw_history_redo (BW_QUESTION_ACTIONS (user_data)->history);
}

/* --- The period --------------------------------------------------------------------------------
 */

static void
period_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwQuestionActions *self = user_data;
  gint64 from = 0, to = 0;
  g_autoptr (BwPeriod) period = NULL;

  bw_dataset_get_extent (bw_workspace_get_dataset (self->workspace), &from, &to);
  period = bw_period_parse (g_variant_get_string (parameter, NULL),
                            bw_workspace_get_zone (self->workspace), from, to, NULL);
  if (period != NULL)
    bw_workspace_set_period (self->workspace, period);
}

static void
period_previous_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwQuestionActions *self = user_data;
  g_autoptr (BwPeriod) period = bw_period_previous (bw_workspace_get_period (self->workspace));

  bw_workspace_set_period (self->workspace, period);
}

static void
period_next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwQuestionActions *self = user_data;
  g_autoptr (BwPeriod) period = bw_period_next (bw_workspace_get_period (self->workspace));

  bw_workspace_set_period (self->workspace, period);
}

static void
choose_period_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwQuestionActions *self = user_data;
  BwPeriodDialog *dialog = bw_period_dialog_new (bw_workspace_get_period (self->workspace));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (bw_workspace_set_period), self->workspace,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->window));
}

/* --- The view ----------------------------------------------------------------------------------
 */

static void
grain_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwQuestionActions *self = user_data;
  BwGrain grain;

  if (bw_grain_parse (g_variant_get_string (parameter, NULL), &grain))
    bw_workspace_set_grain (self->workspace, grain);
}

static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwQuestionActions *self = user_data;

  bw_workspace_set_compare (self->workspace,
                            bw_compare_from_string (g_variant_get_string (parameter, NULL)));
}

static void
basis_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwQuestionActions *self = user_data;
  int i = find_word (bases, G_N_ELEMENTS (bases), g_variant_get_string (parameter, NULL));

  if (i >= 0)
    bw_workspace_set_basis (self->workspace, (BwBasis) i);
}

static void
statistic_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwQuestionActions *self = user_data;
  int i = find_word (statistics, G_N_ELEMENTS (statistics), g_variant_get_string (parameter, NULL));

  if (i >= 0)
    bw_workspace_set_statistic (self->workspace, (BwStatistic) i);
}

/* --- Filters -----------------------------------------------------------------------------------
 */

static void
change_filter (BwQuestionActions *self, GVariant *parameter, gboolean wanted)
{
  const char *name, *value;
  const BwField *field;
  g_autoptr (BwFilter) filter = NULL;

  g_variant_get (parameter, "(&s&s)", &name, &value);
  field = bw_field_find (name);
  if (field == NULL)
    return;
  filter =
      bw_filter_with_value (bw_workspace_get_filter (self->workspace), field->id, value, wanted);
  bw_workspace_set_filter (self->workspace, filter);
}

static void
filter_by_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_filter (user_data, parameter, TRUE);
}

static void
drop_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_filter (user_data, parameter, FALSE);
}

static void
clear_filters_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (BwFilter) none = bw_filter_new ();

  bw_workspace_set_filter (BW_QUESTION_ACTIONS (user_data)->workspace, none);
}

static const GActionEntry actions[] = {
  { .name = "period", .activate = period_cb, .parameter_type = "s", .state = "''" },
  { .name = "period-previous", .activate = period_previous_cb },
  { .name = "period-next", .activate = period_next_cb },
  { .name = "choose-period", .activate = choose_period_cb },
  { .name = "grain", .activate = grain_cb, .parameter_type = "s", .state = "''" },
  { .name = "compare", .activate = compare_cb, .parameter_type = "s", .state = "''" },
  { .name = "basis", .activate = basis_cb, .parameter_type = "s", .state = "''" },
  { .name = "statistic", .activate = statistic_cb, .parameter_type = "s", .state = "''" },
  { .name = "filter-by", .activate = filter_by_cb, .parameter_type = "(ss)" },
  { .name = "drop-filter", .activate = drop_filter_cb, .parameter_type = "(ss)" },
  { .name = "clear-filters", .activate = clear_filters_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
};

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_question_actions_dispose (GObject *object)
{
  BwQuestionActions *self = BW_QUESTION_ACTIONS (object);

  if (self->workspace != NULL)
    bw_workspace_unwatch (self->workspace, self);
  g_clear_object (&self->history);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bw_question_actions_parent_class)->dispose (object);
}

static void
bw_question_actions_class_init (BwQuestionActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_question_actions_dispose;
}

static void
bw_question_actions_init (BwQuestionActions *self)
{
}

BwQuestionActions *
bw_question_actions_new (AdwApplicationWindow *window, AdwToastOverlay *toasts)
{
  BwQuestionActions *self = g_object_new (BW_TYPE_QUESTION_ACTIONS, NULL);

  self->window = window;
  self->toasts = toasts;
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (find_action (self, actions[i].name), FALSE);
  return self;
}

void
bw_question_actions_set_workspace (BwQuestionActions *self, BwWorkspace *workspace)
{
  static const char *const always[] = { "grain", "compare", "basis", "statistic", "filter-by" };

  g_return_if_fail (BW_IS_QUESTION_ACTIONS (self));

  if (self->workspace != NULL)
    bw_workspace_unwatch (self->workspace, self);
  g_clear_object (&self->history);
  g_set_object (&self->workspace, workspace);
  self->history = bw_history_new (workspace);
  g_signal_connect_object (self->history, "stepped", G_CALLBACK (stepped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify", G_CALLBACK (update_history), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    g_simple_action_set_enabled (find_action (self, always[i]), TRUE);
  bw_workspace_watch (workspace, self, (BwWatcher) update_period, "period", "dataset", "figures",
                      NULL);
  bw_workspace_watch (workspace, self, (BwWatcher) update_view, "grain", "compare", "basis",
                      "statistic", NULL);
  bw_workspace_watch (workspace, self, (BwWatcher) update_filter, "filter", NULL);
  update_history (self);
}
