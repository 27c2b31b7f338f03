/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that change how figures are counted, at once.
 *
 * What a row is about hangs on it as data; it watches the settings, so undo is seen, too. A row
 * that is being filled does not write back: what it would write is what is there. Accessibility:
 * rows are named by their titles. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-choice-row.h"
#include "bw-option-list.h"
#include "bw-report-widget.h"

#define DAY 86400

typedef struct {
  BwWorkspace *workspace;
  const BwMetric *metric; /* of choices */
  const BwChoice *choice;
  BwExclusion exclusion;
  int unit; /* of a number, in units of the choice */
} Subject;

static void
subject_free (Subject *subject)
{
  g_object_unref (subject->workspace);
  g_free (subject);
}

static const Subject *
get_subject (gpointer row)
{
  return g_object_get_data (row, "subject");
}

static void
set_subject (GtkWidget *row, Subject *subject)
{
  g_object_ref (subject->workspace);
  g_object_set_data_full (G_OBJECT (row), "subject", subject, (GDestroyNotify) subject_free);
}

static void
set_title (GtkWidget *row, const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static BwSettings *
get_settings (const Subject *subject)
{
  return bw_workspace_get_settings (subject->workspace);
}

static void
choose (const Subject *subject, const char *value)
{
  g_autoptr (BwSettings) settings = bw_settings_copy (get_settings (subject));

  if (bw_settings_set_choice (settings, subject->metric->id, subject->choice->id, value, NULL))
    bw_workspace_set_settings (subject->workspace, settings);
}

static double
resolve (const Subject *subject)
{
  double values[BW_METRIC_MAX_CHOICES];

  bw_settings_resolve (get_settings (subject), subject->metric, values);
  return values[subject->choice - subject->metric->choices];
}

/* --- Options -----------------------------------------------------------------------------------
 */

static const char *
tell_option (AdwComboRow *row, guint option)
{
  const char *says = ((const Subject *) get_subject (row))->choice->options[option].says;

  return says != NULL ? _ (says) : NULL;
}

/* Under the title, where long ones have room. */
static void
show_option (AdwComboRow *row)
{
  const Subject *subject = get_subject (row);
  guint selected = (guint) resolve (subject);
  const char *says = tell_option (row, selected);
  const char *title = _ (subject->choice->options[selected].title);
  g_autofree char *both = says != NULL ? g_strdup_printf ("%s\n%s", title, says) : NULL;

  adw_combo_row_set_selected (row, selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), both != NULL ? both : title);
}

static void
option_chosen_cb (AdwComboRow *row)
{
  const Subject *subject = get_subject (row);

  choose (subject, subject->choice->options[adw_combo_row_get_selected (row)].id);
}

static GtkWidget *
create_options (Subject *subject)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < bw_choice_get_n_options (subject->choice); i++)
    gtk_string_list_append (titles, _ (subject->choice->options[i].title));
  set_subject (row, subject);
  bw_option_list_hide_chosen (ADW_COMBO_ROW (row));
  bw_option_list_setup (ADW_COMBO_ROW (row), tell_option);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  bw_workspace_watch (subject->workspace, row, (BwWatcher) show_option, "settings", NULL);
  g_signal_connect (row, "notify::selected", G_CALLBACK (option_chosen_cb), NULL);
  return row;
}

/* --- Numbers -----------------------------------------------------------------------------------
 */

static void
show_number (AdwSpinRow *row)
{
  const Subject *subject = get_subject (row);

  adw_spin_row_set_value (row, resolve (subject) / subject->unit);
}

static void
number_chosen_cb (AdwSpinRow *row)
{
  const Subject *subject = get_subject (row);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  choose (subject,
          g_ascii_dtostr (text, sizeof text, round (adw_spin_row_get_value (row)) * subject->unit));
}

static GtkWidget *
create_number (Subject *subject)
{
  const BwChoice *choice = subject->choice;
  gboolean in_days = choice->unit == BW_UNIT_SECONDS && choice->preset >= DAY;
  GtkWidget *row;

  subject->unit = in_days ? DAY : 1;
  row =
      adw_spin_row_new_with_range (choice->least / subject->unit, choice->most / subject->unit, 1);
  /* Of its own it hides what is in it from screen readers. */
  g_object_set (row, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  set_subject (row, subject);
  if (choice->unit == BW_UNIT_SECONDS)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), in_days ? _ ("Days") : _ ("Seconds"));
  bw_workspace_watch (subject->workspace, row, (BwWatcher) show_number, "settings", NULL);
  g_signal_connect (row, "notify::value", G_CALLBACK (number_chosen_cb), NULL);
  return row;
}

GtkWidget *
bw_choice_row_new (BwWorkspace *workspace, const BwMetric *metric, const BwChoice *choice)
{
  Subject *subject = g_new0 (Subject, 1);
  GtkWidget *row;

  subject->workspace = workspace;
  subject->metric = metric;
  subject->choice = choice;
  row = bw_choice_get_n_options (choice) > 0 ? create_options (subject) : create_number (subject);
  set_title (row, _ (choice->title));
  return row;
}

/* --- Exclusions --------------------------------------------------------------------------------
 */

static void
show_exclusion (AdwSwitchRow *row)
{
  const Subject *subject = get_subject (row);

  adw_switch_row_set_active (row,
                             bw_settings_excludes (get_settings (subject), subject->exclusion));
}

static void
exclusion_chosen_cb (AdwSwitchRow *row)
{
  const Subject *subject = get_subject (row);
  g_autoptr (BwSettings) settings = bw_settings_copy (get_settings (subject));

  bw_settings_set_excludes (settings, subject->exclusion, adw_switch_row_get_active (row));
  bw_workspace_set_settings (subject->workspace, settings);
}

GtkWidget *
bw_choice_row_new_exclusion (BwWorkspace *workspace, BwExclusion exclusion)
{
  GtkWidget *row = adw_switch_row_new ();
  Subject *subject = g_new0 (Subject, 1);

  subject->workspace = workspace;
  subject->exclusion = exclusion;
  set_subject (row, subject);
  set_title (row, bw_exclusion_get_title (exclusion));
  bw_workspace_watch (workspace, row, (BwWatcher) show_exclusion, "settings", NULL);
  g_signal_connect (row, "notify::active", G_CALLBACK (exclusion_chosen_cb), NULL);
  return row;
}

/* --- The clock ---------------------------------------------------------------------------------
 */

static void
show_clock (AdwComboRow *row)
{
  adw_combo_row_set_selected (row, bw_settings_get_clock (get_settings (get_subject (row))));
}

static void
clock_chosen_cb (AdwComboRow *row)
{
  const Subject *subject = get_subject (row);
  g_autoptr (BwSettings) settings = bw_settings_copy (get_settings (subject));

  bw_settings_set_clock (settings, (BwClock) adw_combo_row_get_selected (row));
  bw_workspace_set_settings (subject->workspace, settings);
}

GtkWidget *
bw_choice_row_new_clock (BwWorkspace *workspace)
{
  /* By BwClock. */
  const char *titles[] = { _ ("Business hours, once there are any"), _ ("All hours"),
                                                                      _ ("Business hours"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (titles);
  GtkWidget *row = adw_combo_row_new ();
  Subject *subject = g_new0 (Subject, 1);

  subject->workspace = workspace;
  set_subject (row, subject);
  set_title (row, _ ("Time that counts"));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  bw_option_list_setup (ADW_COMBO_ROW (row), NULL);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  bw_workspace_watch (workspace, row, (BwWatcher) show_clock, "settings", NULL);
  g_signal_connect (row, "notify::selected", G_CALLBACK (clock_chosen_cb), NULL);
  return row;
}
