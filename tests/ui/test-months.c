/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that are typed month by month: read in any way people write them, pasted, taken back, and
 * seen at once in the figures. */
#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <math.h>

#include "bw-amount.h"
#include "bw-history.h"
#include "bw-months-card.h"
#include "ui-fixture.h"

static void
test_amounts (void)
{
  static const struct {
    const char *text;
    double value; /* NAN = empty; INFINITY = no number */
  } cases[] = {
    { "", NAN },
    { "   ", NAN },
    { "0", 0 },
    { "12000", 12000 },
    { "12,000.50", 12000.5 },
    { "12.000,50", 12000.5 },
    { "12 000,5", 12000.5 },
    { "12\xc2\xa0"
      "000",
      12000 },
    { "12'000.5", 12000.5 },
    { "1,234", 1234 },
    { "1,23", 1.23 },
    { "1.234.567", 1234567 },
    { "1,234,567", 1234567 },
    { "12,3456", 12.3456 },
    { "0,125", 0.125 },
    { "€ 1,200", 1200 },
    { "1 200 €", 1200 },
    { "-5", -5 },
    { "\xe2\x88\x92"
      "5",
      -5 },
    { "(300)", -300 },
    { "٣٠٠", 300 },
    { "abc", INFINITY },
    { "1.2.3", INFINITY },
    { "1,23,45", INFINITY },
    { "12,34.567,8", INFINITY },
    { "-", INFINITY },
    { "5-3", INFINITY },
    { "2025-03", INFINITY },
    { ".", INFINITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double value = 0;
    gboolean is_number = bw_amount_parse (cases[i].text, &value);
    g_test_message ("“%s”", cases[i].text);
    g_assert_cmpint (is_number, ==, !isinf (cases[i].value));
    if (is_number && isnan (cases[i].value))
      g_assert_true (isnan (value));
    else if (is_number)
      g_assert_cmpfloat (value, ==, cases[i].value);
  }
}

static BwMonthGrid *
show_grid (BwWindow *window, const char *page)
{
  bw_window_show_page (window, page);
  ui_settle ();
  return ui_find (window, BW_TYPE_MONTH_GRID);
}

static const BwFigure *
get_figure (BwWindow *window, const char *kpi)
{
  return bw_workspace_find_figure (bw_window_get_workspace (window), kpi);
}

static void
type_into (BwWindow *window, BwMonthGrid *grid, guint row, guint column, const char *text)
{
  GtkEditable *cell = bw_month_grid_get_cell (grid, row, column);

  gtk_widget_grab_focus (GTK_WIDGET (cell));
  gtk_editable_set_text (cell, text);
  g_signal_emit_by_name (cell, "activate");
  ui_wait_for_figures (window);
}

static BwWindow *
open_tickets (void)
{
  g_autofree char *path =
      ui_make_file ("tickets.csv", "Id,Created at,Solved at,Status\n"
                                   "1,2025-01-10 10:00:00,2025-01-11 10:00:00,Closed\n"
                                   "2,2025-03-02 10:00:00,2025-03-03 10:00:00,Closed\n"
                                   "3,2025-03-04 10:00:00,2025-03-05 10:00:00,Closed\n"
                                   "4,2025-03-31 10:00:00,2025-03-31 12:00:00,Closed\n");
  BwWindow *window = ui_open_window ();

  g_action_group_activate_action (G_ACTION_GROUP (window), "open-paths",
                                  g_variant_new_strv ((const char *[]) { path, NULL }, 1));
  ui_wait_for_figures (window);
  return window;
}

/* Without any file about costs there is a place to type them, and figures follow. */
static void
test_costs (void)
{
  BwWindow *window = open_tickets ();
  BwMonthGrid *grid = show_grid (window, "cost");
  guint last;

  g_assert_nonnull (grid);
  g_assert_false (bw_month_grid_has_numbers (grid));
  g_assert_false (get_figure (window, "cost-per-ticket")->available);
  last = bw_month_grid_get_n_months (grid) - 1;
  g_assert_cmpuint (last, ==, 11);
  type_into (window, grid, last, 1, "9,000");
  g_assert_cmpfloat (get_figure (window, "cost-per-ticket")->current.value, ==, 3000);
  type_into (window, grid, last, 0, "600");
  type_into (window, grid, last, 4, "96000");
  g_assert_cmpfloat (get_figure (window, "cost-per-ticket")->current.value, ==, 3200);
  g_assert_cmpfloat (get_figure (window, "cost-to-revenue")->current.value, ==, 0.1);
  g_assert_true (ui_has_text (window, "Salaries, for each"));
  ui_close_window (window);
}

static void
test_undo (void)
{
  BwWindow *window = open_tickets ();
  BwMonthGrid *grid = show_grid (window, "cost");
  guint last = bw_month_grid_get_n_months (grid) - 1;

  type_into (window, grid, last, 1, "9000");
  ui_settle ();
  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_cmpstr (gtk_editable_get_text (bw_month_grid_get_cell (grid, last, 1)), ==, "");
  g_assert_false (get_figure (window, "cost-per-ticket")->available);
  ui_activate (window, "redo", NULL);
  ui_wait_for_figures (window);
  g_assert_cmpfloat (get_figure (window, "cost-per-ticket")->current.value, ==, 3000);
  ui_close_window (window);
}

/* What is no number stays to be mended, and counts as nothing. */
static void
test_no_number (void)
{
  BwWindow *window = open_tickets ();
  BwMonthGrid *grid = show_grid (window, "cost");
  GtkEditable *cell = bw_month_grid_get_cell (grid, 11, 1);

  type_into (window, grid, 11, 1, "much");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell), "error"));
  g_assert_cmpstr (gtk_editable_get_text (cell), ==, "much");
  g_assert_false (get_figure (window, "cost-per-ticket")->available);
  type_into (window, grid, 11, 1, "5");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (cell), "error"));
  ui_close_window (window);
}

static void
test_paste (void)
{
  static const struct {
    const char *text;
    guint row, column;
    guint n_left;
    const char *cells[2][2]; /* of the last two months, the first two columns */
  } cases[] = {
    { "1\t2\n3\t4\n", 10, 0, 0, { { "1", "2" }, { "3", "4" } } },
    { "1\t2\r\n3\t4", 10, 0, 0, { { "1", "2" }, { "3", "4" } } },
    { "Month\tTraining\tSalaries\nFeb\t1\t2\nMar\t3\t4\n",
      10,
      0,
      0,
      { { "1", "2" }, { "3", "4" } } },
    { "1\t\n\t4\n", 10, 0, 0, { { "1", "" }, { "", "4" } } },
    { "1\tx\n3\t4\n5\t6\n", 10, 0, 3, { { "1", "" }, { "3", "4" } } },
    { "7", 11, 1, 0, { { "", "" }, { "", "7" } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    BwWindow *window = open_tickets ();
    BwMonthGrid *grid = show_grid (window, "cost");
    guint n = bw_month_grid_paste (grid, cases[i].row, cases[i].column, cases[i].text);
    g_test_message ("%u", i);
    ui_wait_for_figures (window);
    g_assert_cmpuint (n, ==, cases[i].n_left);
    for (guint row = 0; row < 2; row++)
      for (guint column = 0; column < 2; column++)
        g_assert_cmpstr (gtk_editable_get_text (bw_month_grid_get_cell (grid, 10 + row, column)),
                         ==, cases[i].cells[row][column]);
    ui_close_window (window);
  }
}

/* The real key and the real clipboard. */
static void
test_clipboard (void)
{
  BwWindow *window = open_tickets ();
  BwMonthGrid *grid = show_grid (window, "cost");
  GtkEditable *cell = bw_month_grid_get_cell (grid, 10, 0);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (cell)), "10\t20\n30\t40\n");
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  g_signal_emit_by_name (gtk_editable_get_delegate (cell), "paste-clipboard");
  ui_settle ();
  ui_wait_for_figures (window);
  g_assert_cmpstr (gtk_editable_get_text (bw_month_grid_get_cell (grid, 11, 1)), ==, "40");
  g_assert_cmpfloat (get_figure (window, "cost-per-ticket")->current.value, ==, 70. / 3);
  ui_close_window (window);
}

static void
test_customers (void)
{
  BwWindow *window = open_tickets ();
  BwMonthGrid *grid = show_grid (window, "customers");

  type_into (window, grid, 11, 0, "200");
  type_into (window, grid, 11, 2, "10");
  g_assert_cmpfloat (get_figure (window, "churn-rate")->current.value, ==, 0.05);
  g_assert_cmpfloat (get_figure (window, "contact-rate")->current.value, ==, 1.5);
  /* Customers are not less than none. */
  type_into (window, grid, 11, 2, "-10");
  g_assert_cmpfloat (get_figure (window, "churn-rate")->current.value, ==, 0.05);
  ui_close_window (window);
}

static void
test_hours (void)
{
  BwWindow *window = open_tickets ();
  g_autoptr (GPtrArray) grids = NULL;

  show_grid (window, "cost");
  grids = ui_find_all (window, BW_TYPE_MONTH_GRID);
  g_assert_cmpuint (grids->len, ==, 2);
  type_into (window, grids->pdata[1], 11, 0, "160");
  type_into (window, grids->pdata[1], 11, 1, "120.5");
  g_assert_cmpfloat_with_epsilon (get_figure (window, "utilisation")->current.value, 120.5 / 160,
                                  1e-12);
  ui_close_window (window);
}

/* What a file says is a hint that can be replaced. */
static void
test_numbers_of_files (void)
{
  g_autofree char *path = ui_make_file ("costs.csv", "Month,Training,Salaries,Infrastructure\n"
                                                     "2025-02,100,1000,10\n"
                                                     "2025-03,200,2000,20\n");
  BwWindow *window = open_tickets ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BwMonthGrid *grid;
  GtkEditable *cell;

  bw_window_add_files (window, &file, 1);
  ui_wait_for_figures (window);
  grid = show_grid (window, "cost");
  cell = bw_month_grid_get_cell (grid, 11, 1);
  g_assert_cmpstr (gtk_editable_get_text (cell), ==, "");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (cell)), ==, "2000");
  type_into (window, grid, 11, 1, "3080");
  g_assert_cmpfloat (get_figure (window, "cost-per-ticket")->current.value, ==, 1100);
  type_into (window, grid, 11, 1, "");
  g_assert_cmpfloat (get_figure (window, "cost-per-ticket")->current.value, ==, 740);
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  setlocale (LC_NUMERIC, "C");
  g_test_add_func ("/months/amounts", test_amounts);
  g_test_add_func ("/months/costs", test_costs);
  g_test_add_func ("/months/undo", test_undo);
  g_test_add_func ("/months/no-number", test_no_number);
  g_test_add_func ("/months/paste", test_paste);
  g_test_add_func ("/months/clipboard", test_clipboard);
  g_test_add_func ("/months/customers", test_customers);
  g_test_add_func ("/months/hours", test_hours);
  g_test_add_func ("/months/numbers-of-files", test_numbers_of_files);
  return g_test_run ();
}
