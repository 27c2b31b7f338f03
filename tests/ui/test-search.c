/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search: what is found for which words, and where it leads. */
#include "config.h"

#include <adwaita.h>

#include "bw-kpi-page.h"
#include "bw-search-dialog.h"
#include "bw-search.h"
#include "bw-tickets-page.h"
#include "ui-fixture.h"

static const struct {
  const char *words;
  BwFindingKind kind;
  const char *title; /* of the first one of that kind; NULL = there is none */
  const char *action;
} names[] = {
  { "first resp", BW_FINDING_KPI, "First response time", "win.show-kpi" },
  { "RESPONSE first", BW_FINDING_KPI, "First response time", "win.show-kpi" },
  { "irst", BW_FINDING_KPI, "First response time", "win.show-kpi" },
  { "ns", BW_FINDING_KPI, NULL, NULL }, /* two letters begin a word */
  { "nothing of the sort", BW_FINDING_KPI, NULL, NULL },
  { "over", BW_FINDING_PAGE, "Overview", "win.show-page" },
  { "", BW_FINDING_PAGE, "Overview", "win.show-page" },
  { "", BW_FINDING_ACTION, NULL, NULL },
  { "undo", BW_FINDING_ACTION, "Undo", "win.undo" },
  { "median", BW_FINDING_ACTION, "Headline: Median", "win.statistic" },
};

static BwFinding *
find_first (GPtrArray *findings, BwFindingKind kind)
{
  for (guint i = 0; i < findings->len; i++)
    if (bw_finding_get_kind (findings->pdata[i]) == kind)
      return findings->pdata[i];
  return NULL;
}

static void
test_names (void)
{
  BwWindow *window = ui_open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GPtrArray) found = bw_search_names (bw_window_get_workspace (window), names[i].words);
    BwFinding *first = find_first (found, names[i].kind);
    g_test_message ("%s", names[i].words);
    g_assert_cmpstr (first != NULL ? bw_finding_get_title (first) : NULL, ==, names[i].title);
    g_assert_cmpstr (first != NULL ? bw_finding_get_action (first) : NULL, ==, names[i].action);
  }
  ui_close_window (window);
}

/* --- The dialog --------------------------------------------------------------------------------
 */

static gboolean
is_ready (gpointer dialog)
{
  return bw_search_dialog_is_ready (dialog);
}

static BwSearchDialog *
search (BwWindow *window, const char *words)
{
  BwSearchDialog *dialog;
  GtkWidget *entry;

  ui_activate (window, "search", NULL);
  ui_settle ();
  dialog = BW_SEARCH_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_nonnull (dialog);
  entry = ui_find (dialog, GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  ui_wait_for (is_ready, dialog);
  ui_settle ();
  return dialog;
}

static void
press_enter (BwSearchDialog *dialog)
{
  g_signal_emit_by_name (ui_find (dialog, GTK_TYPE_SEARCH_ENTRY), "activate");
  ui_settle ();
}

static gboolean
is_at_top (gpointer dialog)
{
  GtkWidget *list = ui_find (dialog, GTK_TYPE_LIST_VIEW);

  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list))) == 0;
}

/* However much was listed before, what is found is seen with its heading. */
static void
test_heading (void)
{
  BwWindow *window = ui_open_sample ();
  BwSearchDialog *dialog = search (window, "a");
  GtkWidget *entry = ui_find (dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "alice");
  g_signal_emit_by_name (entry, "search-changed");
  ui_wait_for (is_ready, dialog);
  ui_settle ();
  ui_wait_for (is_at_top, dialog);
  g_assert_true (ui_has_text (dialog, "Filters"));
  ui_close_window (window);
}

static void
test_kpi (void)
{
  BwWindow *window = ui_open_sample ();
  BwKpiPage *page;

  press_enter (search (window, "reopen"));
  page = ui_find (window, BW_TYPE_KPI_PAGE);
  g_assert_nonnull (page);
  g_assert_cmpstr (bw_kpi_page_get_kpi (page), ==, "reopen-rate");
  ui_close_window (window);
}

/* A member filters to it. */
static void
test_member (void)
{
  BwWindow *window = ui_open_sample ();
  BwFilter *filter;

  press_enter (search (window, "whatsapp"));
  ui_wait_for_figures (window);
  filter = bw_workspace_get_filter (bw_window_get_workspace (window));
  g_assert_cmpstr (bw_filter_get_values (filter, BW_FIELD_CHANNEL)[0], ==, "WhatsApp");
  ui_close_window (window);
}

static gboolean
is_filtered (gpointer window)
{
  return !bw_filter_is_empty (bw_workspace_get_filter (bw_window_get_workspace (window)));
}

/* Enter before anything is found waits for it. */
static void
test_hurry (void)
{
  BwWindow *window = ui_open_sample ();
  BwSearchDialog *dialog;
  GtkWidget *entry;

  ui_activate (window, "search", NULL);
  ui_settle ();
  dialog = BW_SEARCH_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  entry = ui_find (dialog, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "whatsapp");
  g_signal_emit_by_name (entry, "activate");
  g_assert_false (bw_search_dialog_is_ready (dialog));
  ui_wait_for (is_filtered, window);
  ui_close_window (window);
}

static gboolean
shows_tickets (gpointer window)
{
  return ui_find (window, BW_TYPE_TICKETS_PAGE) != NULL;
}

static void
test_ticket (void)
{
  BwWindow *window = ui_open_sample ();
  BwSearchDialog *dialog = search (window, "48001");

  g_assert_true (ui_has_text (dialog, "Tickets"));
  g_assert_true (ui_has_text (dialog, "48001"));
  g_signal_emit_by_name (ui_find (dialog, GTK_TYPE_SEARCH_ENTRY), "activate");
  ui_wait_for (shows_tickets, window);
  ui_close_window (window);
}

static void
test_nothing (void)
{
  BwWindow *window = ui_open_sample ();
  BwSearchDialog *dialog = search (window, "no such thing anywhere");

  g_assert_true (ui_has_text (dialog, "Nothing Found"));
  press_enter (dialog);
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) ==
                 ADW_DIALOG (dialog));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
  ui_close_window (window);
}

/* Without a report there are actions. */
static void
test_without_report (void)
{
  BwWindow *window = ui_open_window ();

  press_enter (search (window, "shortcuts"));
  g_assert_nonnull (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/search/names", test_names);
  g_test_add_func ("/search/heading", test_heading);
  g_test_add_func ("/search/kpi", test_kpi);
  g_test_add_func ("/search/member", test_member);
  g_test_add_func ("/search/hurry", test_hurry);
  g_test_add_func ("/search/ticket", test_ticket);
  g_test_add_func ("/search/nothing", test_nothing);
  g_test_add_func ("/search/without-report", test_without_report);
  return g_test_run ();
}
