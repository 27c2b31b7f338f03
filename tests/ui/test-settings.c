/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How figures are counted: changed in a dialog, seen in the figures, and the way back. */
#include "config.h"

#include <adwaita.h>

#include "bw-settings-dialog.h"
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

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/settings/method", test_method);
  g_test_add_func ("/settings/number", test_number);
  g_test_add_func ("/settings/exclusion", test_exclusion);
  return g_test_run ();
}
