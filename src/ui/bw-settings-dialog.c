/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the figures of a report are counted.
 *
 * There are the choices of the KPIs that the files can tell, and of those that can be told no more
 * because of a choice. Each page begins with what its settings did to the figures. Shortcuts:
 * Ctrl+F searches, Ctrl+Z undoes, Escape closes. Accessibility: each KPI is a group named by it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-choice-row.h"
#include "bw-currency-row.h"
#include "bw-effect-row.h"
#include "bw-holiday-group.h"
#include "bw-hours-group.h"
#include "bw-page-picker.h"
#include "bw-promise-group.h"
#include "bw-settings-dialog.h"
#include "bw-target-group.h"
#include "bw-topic-group.h"
#include "bw-zone-row.h"

struct _BwSettingsDialog {
  AdwPreferencesDialog parent_instance;

  /* Template */
  AdwPreferencesPage *definitions;
  AdwPreferencesGroup *definitions_effect;
  AdwPreferencesGroup *exclusions;
  AdwPreferencesPage *time;
  AdwPreferencesGroup *time_effect;
  AdwPreferencesGroup *clock;
  AdwPreferencesPage *targets;
  AdwPreferencesGroup *targets_effect;
  AdwPreferencesGroup *money_effect;
  AdwPreferencesGroup *currency;
  AdwPreferencesPage *topics;
};

G_DEFINE_FINAL_TYPE (BwSettingsDialog, bw_settings_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static gboolean
is_chosen (BwWorkspace *workspace, const BwMetric *metric)
{
  g_auto (GStrv) chosen = bw_settings_list_choices (bw_workspace_get_settings (workspace));
  gsize n = strlen (metric->id);

  for (guint i = 0; chosen[i] != NULL; i++)
    if (strncmp (chosen[i], metric->id, n) == 0 && chosen[i][n] == '.')
      return TRUE;
  return FALSE;
}

static gboolean
is_shown (BwWorkspace *workspace, const BwMetric *metric)
{
  const BwFigure *figure = bw_workspace_find_figure (workspace, metric->id);

  return bw_metric_get_n_choices (metric) > 0 &&
         ((figure != NULL && figure->available) || is_chosen (workspace, metric));
}

static void
add_metric (BwSettingsDialog *self, BwWorkspace *workspace, const BwMetric *metric)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ (metric->name));
  for (guint i = 0; i < bw_metric_get_n_choices (metric); i++)
    adw_preferences_group_add (group, bw_choice_row_new (workspace, metric, &metric->choices[i]));
  adw_preferences_page_add (self->definitions, group);
}

static void
add_definitions (BwSettingsDialog *self, BwWorkspace *workspace)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);

  for (guint i = 0; i < n; i++)
    if (is_shown (workspace, metrics[i]))
      add_metric (self, workspace, metrics[i]);
  for (guint e = 0; e < BW_EXCLUDE_LAST; e++)
    adw_preferences_group_add (self->exclusions,
                               bw_choice_row_new_exclusion (workspace, (BwExclusion) e));
}

static void
add_group (AdwPreferencesPage *page, GtkWidget *group)
{
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
fill (BwSettingsDialog *self, BwWorkspace *workspace)
{
  AdwPreferencesGroup *effects[] = { self->definitions_effect, self->time_effect,
                                     self->targets_effect, self->money_effect };

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    adw_preferences_group_add (effects[i], bw_effect_row_new (workspace));
  add_definitions (self, workspace);
  adw_preferences_group_add (self->clock, bw_zone_row_new (workspace));
  adw_preferences_group_add (self->clock, bw_choice_row_new_clock (workspace));
  add_group (self->time, bw_hours_group_new (workspace));
  add_group (self->time, bw_holiday_group_new (workspace));
  add_group (self->targets, bw_target_group_new (workspace));
  add_group (self->targets, bw_promise_group_new (workspace));
  adw_preferences_group_add (self->currency, bw_currency_row_new (workspace));
  if (bw_topic_group_is_useful (workspace))
    add_group (self->topics, bw_topic_group_new (workspace));
  else
    adw_preferences_dialog_remove (ADW_PREFERENCES_DIALOG (self), self->topics);
  bw_page_picker_add (ADW_PREFERENCES_DIALOG (self));
}

static void
bw_settings_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_SETTINGS_DIALOG);
  G_OBJECT_CLASS (bw_settings_dialog_parent_class)->dispose (object);
}

static void
bw_settings_dialog_class_init (BwSettingsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_settings_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-settings-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, definitions);
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, exclusions);
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, time);
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, clock);
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, definitions_effect);
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, time_effect);
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, targets_effect);
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, money_effect);
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, targets);
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, BwSettingsDialog, topics);
}

static void
bw_settings_dialog_init (BwSettingsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BwSettingsDialog *
bw_settings_dialog_new (BwWorkspace *workspace)
{
  BwSettingsDialog *self = g_object_new (BW_TYPE_SETTINGS_DIALOG, NULL);

  fill (self, workspace);
  return self;
}
