/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How figures are counted: changed in a dialog, seen in the figures, and the way back. */
#include "config.h"

#include <adwaita.h>

#include <math.h>

#include "bw-civil.h"
#include "bw-edit-group.h"
#include "bw-effect-row.h"
#include "bw-holiday-group.h"
#include "bw-preferences-dialog.h"
#include "bw-recent-files.h"
#include "bw-settings-dialog.h"
#include "bw-topic-group.h"
#include "ui-fixture.h"

#define FCR "first-contact-resolution"

static const BwCell *
get_cell (BwWindow *window, const char *kpi)
{
  return &bw_workspace_find_figure (bw_window_get_workspace (window), kpi)->current;
}

static gpointer
find_row (gpointer root, GType type, const char *title)
{
  g_autoptr (GPtrArray) rows = ui_find_all (root, type);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  return NULL;
}

/* The row of the KPI's choice: rows of other KPIs may have its title, too. */
static gpointer
find_choice (gpointer root, GType type, const char *kpi, const char *title)
{
  g_autoptr (GPtrArray) groups = ui_find_all (root, ADW_TYPE_PREFERENCES_GROUP);
  const BwMetric *metric = bw_metric_find (kpi);

  for (guint i = 0; i < groups->len; i++)
    if (g_strcmp0 (adw_preferences_group_get_title (groups->pdata[i]), metric->name) == 0)
      return find_row (groups->pdata[i], type, title);
  return NULL;
}

static BwSettingsDialog *
open_settings (BwWindow *window)
{
  BwSettingsDialog *dialog;

  ui_activate (window, "settings", NULL);
  ui_settle ();
  dialog = ui_find (window, BW_TYPE_SETTINGS_DIALOG);
  g_assert_nonnull (dialog);
  return dialog;
}

/* The figure changes with the method, and undo brings back both it and the row. */
static void
test_method (void)
{
  BwWindow *window = ui_open_sample ();
  gint64 n = get_cell (window, FCR)->n;
  double value = get_cell (window, FCR)->value;
  AdwComboRow *row = find_choice (open_settings (window), ADW_TYPE_COMBO_ROW, FCR, "Method");

  g_assert_nonnull (row);
  adw_combo_row_set_selected (row, 1);
  ui_wait_for_figures (window);
  g_assert_true (n != get_cell (window, FCR)->n || value != get_cell (window, FCR)->value);

  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_cmpint (get_cell (window, FCR)->n, ==, n);
  g_assert_cmpfloat (get_cell (window, FCR)->value, ==, value);
  ui_close_window (window);
}

/* Numbers are asked for in days where they are days. */
static void
test_number (void)
{
  BwWindow *window = ui_open_sample ();
  AdwSpinRow *row = find_choice (open_settings (window), ADW_TYPE_SPIN_ROW, FCR, "Window");
  g_autofree char *value = NULL;

  g_assert_nonnull (row);
  g_assert_cmpfloat (adw_spin_row_get_value (row), ==, 7);
  adw_spin_row_set_value (row, 14);
  ui_wait_for_figures (window);
  value = bw_settings_get_choice (bw_workspace_get_settings (bw_window_get_workspace (window)), FCR,
                                  "window");
  g_assert_cmpstr (value, ==, "1209600");
  ui_close_window (window);
}

/* What is left out is chosen, too, and the rest of the settings stays. */
static void
test_exclusion (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  AdwSwitchRow *row = find_row (open_settings (window), ADW_TYPE_SWITCH_ROW,
                                bw_exclusion_get_title (BW_EXCLUDE_SPAM));
  gboolean excludes = bw_settings_excludes (bw_workspace_get_settings (workspace), BW_EXCLUDE_SPAM);

  g_assert_nonnull (row);
  g_assert_cmpint (adw_switch_row_get_active (row), ==, excludes);
  adw_switch_row_set_active (row, !excludes);
  ui_wait_for_figures (window);
  g_assert_cmpint (bw_settings_excludes (bw_workspace_get_settings (workspace), BW_EXCLUDE_SPAM),
                   ==, !excludes);
  ui_close_window (window);
}

/* --- Lists that are edited ---------------------------------------------------------------------
 */

static BwSettingsDialog *
open_page (BwWindow *window, const char *page)
{
  BwSettingsDialog *dialog = open_settings (window);

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), page);
  ui_settle ();
  return dialog;
}

/* The group of that title, with its form open. */
static gpointer
open_form (gpointer dialog, const char *title)
{
  g_autoptr (GPtrArray) groups = ui_find_all (dialog, BW_TYPE_EDIT_GROUP);

  for (guint i = 0; i < groups->len; i++) {
    if (!g_str_equal (adw_preferences_group_get_title (groups->pdata[i]), title))
      continue;
    bw_edit_group_open_form (groups->pdata[i], TRUE);
    ui_settle ();
    return groups->pdata[i];
  }
  g_assert_not_reached ();
}

static void
choose (gpointer group, const char *row_title, const char *choice)
{
  AdwComboRow *row = find_row (group, ADW_TYPE_COMBO_ROW, row_title);
  GListModel *model;

  g_assert_nonnull (row);
  model = adw_combo_row_get_model (row);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (GtkStringObject) text = g_list_model_get_item (model, i);
    if (g_str_equal (gtk_string_object_get_string (text), choice)) {
      adw_combo_row_set_selected (row, i);
      return;
    }
  }
  g_assert_not_reached ();
}

static void
type_into (gpointer group, const char *title, const char *text)
{
  gpointer row = find_row (group, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (row, text);
}

static void
press_add (BwWindow *window, gpointer group)
{
  GtkWidget *button = ui_find (group, ADW_TYPE_BUTTON_ROW);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "activated");
  ui_wait_for_figures (window);
}

static void
press_remove (BwWindow *window, gpointer row)
{
  g_autoptr (GPtrArray) buttons = ui_find_all (row, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (buttons->pdata[i]), "user-trash-symbolic") == 0) {
      g_signal_emit_by_name (buttons->pdata[i], "clicked");
      ui_wait_for_figures (window);
      return;
    }
  g_assert_not_reached ();
}

static BwSettings *
get_settings (BwWindow *window)
{
  return bw_workspace_get_settings (bw_window_get_workspace (window));
}

/* Business hours change the figures, which is told; a day is edited; undo goes back step by step.
 */
static void
test_hours (void)
{
  BwWindow *window = ui_open_sample ();
  BwSettingsDialog *dialog = open_page (window, "time");
  AdwExpanderRow *effect = ui_find (dialog, BW_TYPE_EFFECT_ROW);
  double before = get_cell (window, "first-response-time")->value;
  gpointer group = open_form (dialog, "Business Hours");
  gpointer friday;

  g_assert_false (adw_expander_row_get_enable_expansion (effect));
  press_add (window, group);
  g_assert_true (bw_settings_is_business (get_settings (window)));
  g_assert_cmpfloat (get_cell (window, "first-response-time")->value, <, before);
  g_assert_true (adw_expander_row_get_enable_expansion (effect));
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (effect), "→"));

  friday = find_row (group, ADW_TYPE_ENTRY_ROW, "Friday");
  g_assert_cmpstr (gtk_editable_get_text (friday), ==, "09:00-17:00");
  gtk_editable_set_text (friday, "9-12 13-25");
  g_signal_emit_by_name (friday, "apply");
  g_assert_true (gtk_widget_has_css_class (friday, "error"));
  gtk_editable_set_text (friday, "9-12 13-15");
  g_signal_emit_by_name (friday, "apply");
  ui_wait_for_figures (window);
  g_assert_false (gtk_widget_has_css_class (friday, "error"));
  g_assert_cmpstr (
      ((BwSchedule *) bw_settings_get_schedules (get_settings (window))->pdata[0])->hours, ==,
      "Mon-Thu 09:00-17:00, Fri 09:00-12:00 13:00-15:00");

  ui_activate (window, "undo", NULL);
  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_false (bw_settings_is_business (get_settings (window)));
  g_assert_cmpfloat (get_cell (window, "first-response-time")->value, ==, before);
  g_assert_false (adw_expander_row_get_enable_expansion (effect));
  ui_close_window (window);
}

/* A channel has hours of its own. */
static void
test_hours_of_channel (void)
{
  BwWindow *window = ui_open_sample ();
  gpointer group = open_form (open_page (window, "time"), "Business Hours");
  const BwSchedule *schedule;

  choose (group, "For", "Channel: Chat");
  press_add (window, group);
  g_assert_cmpuint (bw_settings_get_schedules (get_settings (window))->len, ==, 1);
  schedule = bw_settings_get_schedules (get_settings (window))->pdata[0];
  g_assert_cmpint (schedule->field, ==, BW_FIELD_CHANNEL);
  g_assert_cmpstr (schedule->value, ==, "Chat");
  press_remove (window, find_row (group, ADW_TYPE_EXPANDER_ROW, "Channel: Chat"));
  g_assert_cmpuint (bw_settings_get_schedules (get_settings (window))->len, ==, 0);
  ui_close_window (window);
}

static void
test_holiday (void)
{
  BwWindow *window = ui_open_sample ();
  gpointer group = open_form (open_page (window, "time"), "Holidays");
  GtkCalendar *calendar = ui_find (group, GTK_TYPE_CALENDAR);
  g_autoptr (GDateTime) day = g_date_time_new_local (2025, 10, 3, 12, 0, 0);
  const BwHoliday *holiday;

  gtk_calendar_select_day (calendar, day);
  type_into (group, "Name", "Day of German Unity");
  press_add (window, group);
  g_assert_cmpuint (bw_settings_get_holidays (get_settings (window))->len, ==, 1);
  holiday = bw_settings_get_holidays (get_settings (window))->pdata[0];
  g_assert_cmpint (holiday->day, ==, bw_civil_to_days (2025, 10, 3));
  g_assert_cmpstr (holiday->name, ==, "Day of German Unity");
  press_remove (window, find_row (group, ADW_TYPE_ACTION_ROW, "Day of German Unity"));
  g_assert_cmpuint (bw_settings_get_holidays (get_settings (window))->len, ==, 0);
  ui_close_window (window);
}

static gboolean
has_holidays (gpointer window)
{
  return bw_settings_get_holidays (get_settings (window))->len > 0;
}

static gboolean
has_alert (gpointer window)
{
  return ui_find (window, ADW_TYPE_ALERT_DIALOG) != NULL;
}

/* From a calendar file; what is none is told. */
static void
test_import_holidays (void)
{
  BwWindow *window = ui_open_sample ();
  gpointer group = open_form (open_page (window, "time"), "Holidays");
  g_autofree char *path = ui_make_file (
      "days.ics",
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
      "DTSTAMP:20250101T000000Z\r\nDTSTART;VALUE=DATE:20251003\r\nSUMMARY:Unity "
      "Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  g_autofree char *wrong = ui_make_file ("days.txt", "Christmas\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) other = g_file_new_for_path (wrong);

  bw_holiday_group_import (group, file);
  ui_wait_for (has_holidays, window);
  ui_wait_for_figures (window);
  g_assert_nonnull (find_row (group, ADW_TYPE_ACTION_ROW, "Unity Day"));
  bw_holiday_group_import (group, other);
  ui_wait_for (has_alert, window);
  g_assert_cmpuint (bw_settings_get_holidays (get_settings (window))->len, ==, 1);
  ui_close_window (window);
}

/* A target is judged at once, is changed by its row, and is undone. */
static void
test_target (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  BwSettingsDialog *dialog = open_page (window, "targets");
  gpointer group = open_form (dialog, "Targets");
  gpointer add = ui_find (group, ADW_TYPE_BUTTON_ROW);

  choose (group, "Figure", bw_metric_find ("csat")->name);
  g_assert_false (gtk_widget_get_sensitive (add));
  type_into (group, "At least, such as 90 %", "often");
  g_assert_false (gtk_widget_get_sensitive (add));
  type_into (group, "At least, such as 90 %", "99,5 %");
  press_add (window, group);
  g_assert_cmpint (bw_workspace_find_figure (workspace, "csat")->target_verdict, ==,
                   BW_TARGET_BELOW);
  g_assert_cmpfloat (bw_targets_get (bw_workspace_get_targets (workspace), 0)->low, ==, 0.995);
  g_assert_nonnull (
      strstr (adw_expander_row_get_subtitle (ui_find (dialog, BW_TYPE_EFFECT_ROW)), "missed"));

  g_signal_emit_by_name (find_row (group, ADW_TYPE_ACTION_ROW, bw_metric_find ("csat")->name),
                         "activated");
  ui_settle ();
  type_into (group, "At least, such as 90 %", "1");
  press_add (window, group);
  g_assert_cmpuint (bw_targets_get_n (bw_workspace_get_targets (workspace)), ==, 1);
  g_assert_cmpint (bw_workspace_find_figure (workspace, "csat")->target_verdict, ==, BW_TARGET_MET);

  ui_activate (window, "undo", NULL);
  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_cmpuint (bw_targets_get_n (bw_workspace_get_targets (workspace)), ==, 0);
  ui_close_window (window);
}

/* For a month and a channel. */
static void
test_target_place (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  gpointer group = open_form (open_page (window, "targets"), "Targets");
  const BwTarget *target;

  choose (group, "Figure", bw_metric_find ("first-response-time")->name);
  choose (group, "Month", "October 2025");
  choose (group, "Channel", "Chat");
  type_into (group, "At most, such as 4 h", "1 h 30 min");
  press_add (window, group);
  g_assert_cmpuint (bw_targets_get_n (bw_workspace_get_targets (workspace)), ==, 1);
  target = bw_targets_get (bw_workspace_get_targets (workspace), 0);
  g_assert_cmpint (target->month, ==, bw_civil_to_days (2025, 10, 1));
  g_assert_cmpstr (target->channel, ==, "Chat");
  g_assert_true (isnan (target->low));
  g_assert_cmpfloat (target->high, ==, 5400);
  ui_close_window (window);
}

static void
test_promise (void)
{
  BwWindow *window = ui_open_sample ();
  gpointer group = open_form (open_page (window, "targets"), "Service Level Agreement");
  const BwSlaTarget *promise;

  choose (group, "Priority", "Urgent");
  type_into (group, "First response within, such as 4 h", "1");
  press_add (window, group);
  g_assert_cmpuint (bw_settings_get_sla_targets (get_settings (window))->len, ==, 1);
  promise = bw_settings_get_sla_targets (get_settings (window))->pdata[0];
  g_assert_cmpstr (promise->priority, ==, "Urgent");
  g_assert_cmpfloat (promise->reply, ==, 3600);
  g_assert_true (isnan (promise->solve));
  press_remove (window, find_row (group, ADW_TYPE_ACTION_ROW, "Urgent"));
  g_assert_cmpuint (bw_settings_get_sla_targets (get_settings (window))->len, ==, 0);
  ui_close_window (window);
}

/* The zone and the currency follow undo, too. */
static void
test_zone_and_currency (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  g_autofree char *zone = g_strdup (bw_zone_get_identifier (bw_workspace_get_zone (workspace)));
  BwSettingsDialog *dialog = open_page (window, "time");

  choose (dialog, "Time zone", "Asia/Tokyo");
  ui_wait_for_figures (window);
  g_assert_cmpstr (bw_zone_get_identifier (bw_workspace_get_zone (workspace)), ==, "Asia/Tokyo");
  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_cmpstr (bw_zone_get_identifier (bw_workspace_get_zone (workspace)), ==, zone);

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "currency");
  ui_settle ();
  choose (dialog, "Currency", "CHF");
  ui_wait_for_figures (window);
  g_assert_cmpstr (bw_settings_get_currency (get_settings (window)), ==, "CHF");
  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_null (bw_settings_get_currency (get_settings (window)));
  ui_close_window (window);
}

static gboolean
has_sorted (gpointer dialog)
{
  return ui_has_text (dialog, "Topics") &&
         find_row (dialog, ADW_TYPE_ACTION_ROW, "Sorting the comments…") == NULL;
}

/* How many comments the topics sort is told, and changes with them. */
static void
test_topics (void)
{
  BwWindow *window = ui_open_sample ();
  BwSettingsDialog *dialog = open_page (window, "topics");
  g_autoptr (BwSettings) settings = bw_settings_copy (get_settings (window));
  AdwPreferencesRow *effect;
  g_autofree char *before = NULL;

  ui_wait_for (has_sorted, dialog);
  effect = ui_find (ui_find (dialog, BW_TYPE_TOPIC_GROUP), ADW_TYPE_ACTION_ROW);
  before = g_strdup (adw_preferences_row_get_title (effect));
  g_assert_true (g_str_has_prefix (before, "0 of "));
  bw_settings_set_topic (settings, "Chat", "chat");
  bw_workspace_set_settings (bw_window_get_workspace (window), settings);
  ui_wait_for_figures (window);
  for (guint i = 0; i < 100 && g_str_equal (adw_preferences_row_get_title (effect), before); i++)
    ui_settle ();
  g_assert_cmpstr (adw_preferences_row_get_title (effect), !=, before);
  ui_close_window (window);
}

/* --- Preferences -------------------------------------------------------------------------------
 */

static BwPreferencesDialog *
open_preferences (BwWindow *window)
{
  BwPreferencesDialog *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (ui_application ()), "preferences", NULL);
  ui_settle ();
  dialog = ui_find (window, BW_TYPE_PREFERENCES_DIALOG);
  g_assert_nonnull (dialog);
  return dialog;
}

static gboolean
can_press (gpointer dialog, const char *title)
{
  GtkWidget *row = find_row (dialog, ADW_TYPE_BUTTON_ROW, title);

  return row != NULL && gtk_widget_is_sensitive (row);
}

static void
press (gpointer dialog, const char *title)
{
  g_assert_true (can_press (dialog, title));
  g_signal_emit_by_name (find_row (dialog, ADW_TYPE_BUTTON_ROW, title), "activated");
  ui_settle ();
}

static const char *
get_zone_name (BwWindow *window)
{
  return bw_zone_get_identifier (bw_workspace_get_zone (bw_window_get_workspace (window)));
}

/* New reports begin with the settings of one, until that is taken back. */
static void
test_new_reports (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  g_autofree char *usual = g_strdup (get_zone_name (window));
  g_autoptr (BwSettings) settings = bw_settings_copy (get_settings (window));
  g_autoptr (BwZone) zone = bw_zone_new ("Asia/Tokyo", NULL);
  BwPreferencesDialog *dialog;

  bw_settings_set_currency (settings, "CHF");
  bw_workspace_set_settings (workspace, settings);
  bw_workspace_set_zone (workspace, zone);
  ui_wait_for_figures (window);
  dialog = open_preferences (window);
  g_assert_false (can_press (dialog, "_Reset"));
  press (dialog, "_Take from This Report");
  g_assert_true (can_press (dialog, "_Reset"));
  ui_close_window (window);

  window = ui_open_sample ();
  g_assert_cmpstr (get_zone_name (window), ==, "Asia/Tokyo");
  g_assert_cmpstr (bw_settings_get_currency (get_settings (window)), ==, "CHF");
  press (open_preferences (window), "_Reset");
  ui_close_window (window);

  window = ui_open_sample ();
  g_assert_cmpstr (get_zone_name (window), ==, usual);
  g_assert_null (bw_settings_get_currency (get_settings (window)));
  ui_close_window (window);
}

/* The window takes its colours at once, and the files opened last are forgotten; there need not be
 * a report. */
static void
test_preferences (void)
{
  GSettings *settings = bw_application_get_settings (ui_application ());
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autofree char *path = ui_make_file ("march.csv", "Id\n1\n");
  BwWindow *window = ui_open_window ();
  g_autoptr (GPtrArray) recent = NULL;
  BwPreferencesDialog *dialog;

  bw_recent_files_add (settings, (const char *[]) { path, NULL });
  dialog = open_preferences (window);
  g_assert_false (can_press (dialog, "_Take from This Report"));
  choose (dialog, "Colours", "Dark");
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  choose (dialog, "Colours", "Follow the System");
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_DEFAULT);
  press (dialog, "_Forget Them");
  recent = bw_recent_files_list (settings);
  g_assert_cmpuint (recent->len, ==, 0);
  g_assert_false (can_press (dialog, "_Forget Them"));
  ui_close_window (window);
}

/* Large letters in a window of 360: the pages are in a list, and the tabs are back when there is
 * room. */
static void
test_page_picker (void)
{
  BwWindow *window = ui_open_sample ();
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));
  AdwPreferencesDialog *dialog = ADW_PREFERENCES_DIALOG (open_settings (window));
  g_autoptr (GPtrArray) lists = NULL;
  GtkDropDown *list;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  ui_settle ();
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_VIEW_SWITCHER_BAR));
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  ui_settle ();
  g_assert_null (ui_find (dialog, ADW_TYPE_VIEW_SWITCHER_BAR));
  lists = ui_find_all (dialog, GTK_TYPE_DROP_DOWN);
  list = lists->pdata[lists->len - 1];

  gtk_drop_down_set_selected (list, 2);
  g_assert_cmpstr (adw_preferences_dialog_get_visible_page_name (dialog), ==, "targets");
  adw_preferences_dialog_set_visible_page_name (dialog, "time");
  g_assert_cmpuint (gtk_drop_down_get_selected (list), ==, 1);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  ui_settle ();
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_VIEW_SWITCHER_BAR));
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/settings/method", test_method);
  g_test_add_func ("/settings/number", test_number);
  g_test_add_func ("/settings/exclusion", test_exclusion);
  g_test_add_func ("/settings/hours", test_hours);
  g_test_add_func ("/settings/hours-of-channel", test_hours_of_channel);
  g_test_add_func ("/settings/holiday", test_holiday);
  g_test_add_func ("/settings/topics", test_topics);
  g_test_add_func ("/settings/import-holidays", test_import_holidays);
  g_test_add_func ("/settings/target", test_target);
  g_test_add_func ("/settings/target-place", test_target_place);
  g_test_add_func ("/settings/promise", test_promise);
  g_test_add_func ("/settings/zone-and-currency", test_zone_and_currency);
  g_test_add_func ("/settings/new-reports", test_new_reports);
  g_test_add_func ("/settings/preferences", test_preferences);
  g_test_add_func ("/settings/page-picker", test_page_picker);
  return g_test_run ();
}
