/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as a document: its preview, what is decided about it, and the printer. */
#include "config.h"

#include "bw-action-row.h"
#include "bw-document-page.h"
#include "bw-exporter.h"
#include "bw-pages-view.h"
#include "bw-plan-editor.h"
#include "bw-printing.h"
#include "bw-section-row.h"
#include "bw-sheet-widget.h"
#include "ui-fixture.h"

static gboolean
is_done (gpointer view)
{
  gboolean busy;

  g_object_get (view, "busy", &busy, NULL);
  return !busy && bw_pages_view_get_pages (view) != NULL;
}

static guint
count_pages (BwPagesView *view)
{
  ui_settle ();
  ui_wait_for (is_done, view);
  return bw_pages_get_n (bw_pages_view_get_pages (view));
}

static BwWindow *
open_document (BwPagesView **view)
{
  BwWindow *window = ui_open_sample ();

  bw_window_show_page (window, "report");
  ui_settle ();
  *view = ui_find (window, BW_TYPE_PAGES_VIEW);
  g_assert_nonnull (*view);
  return window;
}

static BwReportPlan *
get_plan (BwWindow *window)
{
  return bw_workspace_get_plan (bw_window_get_workspace (window));
}

static BwSectionRow *
find_section (BwWindow *window, const char *id)
{
  g_autoptr (GPtrArray) rows = ui_find_all (window, BW_TYPE_SECTION_ROW);

  for (guint i = 0; i < rows->len; i++) {
    BwSectionRow *row = g_ptr_array_index (rows, i);

    if (g_str_equal (bw_section_row_get_section (row)->id, id))
      return row;
  }
  return NULL;
}

/* The preview is there, and follows what is decided. */
static void
test_preview (void)
{
  static const char *const two[] = { "summary", "team", NULL };
  BwPagesView *view;
  BwWindow *window = open_document (&view);
  guint n = count_pages (view);

  g_assert_cmpuint (n, >=, 8);
  g_assert_nonnull (ui_find (window, BW_TYPE_SHEET_WIDGET));
  g_assert_true (ui_has_text (window, "Template"));
  bw_report_plan_set_sections (get_plan (window), two);
  g_assert_cmpuint (count_pages (view), <, n);
  bw_report_plan_set_template (get_plan (window), "summary");
  g_assert_cmpuint (count_pages (view), ==, 1);
  ui_close_window (window);
}

/* A logo that is gone is told, and no longer when it was taken out. */
static void
test_logo (void)
{
  BwPagesView *view;
  BwWindow *window = open_document (&view);
  AdwBanner *banner = ui_find (window, ADW_TYPE_BANNER);

  count_pages (view);
  g_assert_false (adw_banner_get_revealed (banner));
  bw_report_plan_set_logo (get_plan (window), "/nowhere/acme.png");
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_nonnull (strstr (adw_banner_get_title (banner), "acme.png"));
  bw_report_plan_set_logo (get_plan (window), NULL);
  g_assert_false (adw_banner_get_revealed (banner));
  count_pages (view);
  ui_close_window (window);
}

static void
test_zoom (void)
{
  BwPagesView *view;
  BwWindow *window = open_document (&view);
  GtkWidget *sheet;
  int fitting, minimum;

  count_pages (view);
  sheet = ui_find (window, BW_TYPE_SHEET_WIDGET);
  gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, &fitting, NULL, NULL, NULL);
  bw_pages_view_zoom (view, 1);
  gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, >, 794);
  bw_pages_view_zoom (view, 0);
  gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, fitting);
  ui_settle ();
  ui_close_window (window);
}

/* Rows of the editor change the plan: there or not, and where. */
static void
test_sections (void)
{
  BwPagesView *view;
  BwWindow *window = open_document (&view);
  BwSectionRow *row = find_section (window, "demand");
  const char *const *ids;

  g_assert_nonnull (row);
  g_assert_true (bw_section_row_get_active (row));
  gtk_widget_activate_action (GTK_WIDGET (row), "section.move", "i", -1);
  ids = bw_report_plan_get_sections (get_plan (window));
  g_assert_cmpstr (ids[0], ==, "demand");
  g_assert_cmpstr (ids[1], ==, "summary");
  /* There is no place above the first. */
  gtk_widget_activate_action (GTK_WIDGET (row), "section.move", "i", -1);
  g_assert_cmpstr (bw_report_plan_get_sections (get_plan (window))[0], ==, "demand");
  count_pages (view);
  ui_close_window (window);
}

static gboolean
has_heading (BwPagesView *view, const char *text)
{
  BwPages *pages = bw_pages_view_get_pages (view);

  for (guint i = 0; i < bw_pages_get_n_headings (pages); i++)
    if (g_str_equal (bw_pages_get_heading (pages, i)->text, text))
      return TRUE;
  return FALSE;
}

static void
test_actions (void)
{
  BwPagesView *view;
  BwWindow *window = open_document (&view);
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_report_action_free);

  count_pages (view);
  g_assert_false (has_heading (view, "Outlook and actions"));
  g_ptr_array_add (actions, bw_report_action_new ("Hire two", "Ada", "2025-12-01"));
  bw_report_plan_set_actions (get_plan (window), actions);
  count_pages (view);
  g_assert_true (has_heading (view, "Outlook and actions"));
  ui_close_window (window);
}

static char *
export_pdf (BwWindow *window, const char *name)
{
  char *path = ui_make_file (name, NULL);
  g_autoptr (BwReport) report = bw_report_new (bw_window_get_workspace (window));
  g_autoptr (GtkPrintOperation) operation = bw_printing_new (report);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (
      bw_printing_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (window), &error),
      ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  return path;
}

/* Without a printer. */
static void
test_print (void)
{
  BwPagesView *view;
  BwWindow *window = open_document (&view);
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  bw_report_plan_set_sheet (get_plan (window), BW_SHEET_LETTER);
  path = export_pdf (window, "printed.pdf");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpuint (length, >, 20000);
  g_assert_cmpuint (count_pages (view), >=, 8);
  ui_close_window (window);
}

/* The action is there as soon as there is something to print. */
static void
test_action (void)
{
  BwWindow *empty = ui_open_window ();
  BwWindow *window;

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (empty), "print"));
  ui_close_window (empty);
  window = ui_open_sample ();
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "print"));
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/document/preview", test_preview);
  g_test_add_func ("/document/logo", test_logo);
  g_test_add_func ("/document/zoom", test_zoom);
  g_test_add_func ("/document/sections", test_sections);
  g_test_add_func ("/document/actions", test_actions);
  g_test_add_func ("/document/print", test_print);
  g_test_add_func ("/document/action", test_action);
  return g_test_run ();
}
