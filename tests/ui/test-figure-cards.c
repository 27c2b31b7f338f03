/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of a figure computes for itself: its spread, its rhythm and where to look. */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "bw-before.h"
#include "bw-chart-card.h"
#include "bw-explanation-card.h"
#include "bw-kpi-page.h"
#include "bw-rhythm-card.h"
#include "bw-rows-dialog.h"
#include "bw-spread-card.h"
#include "bw-trend-card.h"
#include "ui-fixture.h"

static BwKpiPage *
show_kpi (BwWindow *window, const char *kpi)
{
  ui_activate (window, "show-kpi", kpi);
  ui_settle ();
  return ui_find (window, BW_TYPE_KPI_PAGE);
}

static BwChart *
get_chart (gpointer card)
{
  BwChartView *view = ui_find (card, BW_TYPE_CHART_VIEW);

  return view != NULL ? bw_chart_view_get_chart (view) : NULL;
}

typedef struct {
  BwKpiPage *page;
  GType type;
  const char *chart;
} Expected;

static gboolean
is_shown (gpointer user_data)
{
  const Expected *expected = user_data;
  gpointer card = ui_find (expected->page, expected->type);
  BwChart *chart = card != NULL ? get_chart (card) : NULL;

  return chart != NULL && g_str_equal (chart->type->id, expected->chart);
}

static gpointer
wait_for_card (BwKpiPage *page, GType type, const char *chart)
{
  Expected expected = { page, type, chart };

  ui_wait_for (is_shown, &expected);
  return ui_find (page, type);
}

/* Closes the dialog. */
static guint
count_rows (BwWindow *window)
{
  BwRowsDialog *dialog = ui_find (window, BW_TYPE_ROWS_DIALOG);
  GtkColumnView *view;
  guint n;

  g_assert_nonnull (dialog);
  ui_settle (); /* rows come by and by */
  view = ui_find (dialog, GTK_TYPE_COLUMN_VIEW);
  n = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
  return n;
}

static void
activate (gpointer card, int period, int member)
{
  g_signal_emit_by_name (ui_find (card, BW_TYPE_CHART_CARD), "mark-activated", period, member);
  ui_settle ();
}

static void
test_spread (void)
{
  BwWindow *window = ui_open_sample ();
  BwKpiPage *page = show_kpi (window, "resolution-time");
  BwSpreadCard *card = wait_for_card (page, BW_TYPE_SPREAD_CARD, "histogram");
  const BwFigure *figure =
      bw_workspace_find_figure (bw_window_get_workspace (window), "resolution-time");
  const BwDistribution *spread = get_chart (card)->distribution;
  GtkDropDown *chooser = ui_find (card, GTK_TYPE_DROP_DOWN);
  guint fullest = 0;

  g_assert_cmpint (spread->n, ==, figure->current.n);
  g_assert_cmpfloat (spread->median, ==, figure->current.median);
  for (guint i = 0; i < spread->bins->len; i++)
    if (g_array_index (spread->bins, BwBin, i).n > g_array_index (spread->bins, BwBin, fullest).n)
      fullest = i;
  activate (card, -1, (int) fullest);
  g_assert_cmpuint (count_rows (window), ==,
                    (guint) g_array_index (spread->bins, BwBin, fullest).n);

  gtk_drop_down_set_selected (chooser, 1);
  card = wait_for_card (page, BW_TYPE_SPREAD_CARD, "box");
  spread = get_chart (card)->distribution;
  activate (card, -1, 1);
  g_assert_cmpuint (count_rows (window), ==,
                    (guint) g_array_index (spread->boxes, BwQuartiles, 1).n);
  ui_close_window (window);
}

static void
test_rhythm (void)
{
  BwWindow *window = ui_open_sample ();
  BwKpiPage *page = show_kpi (window, "tickets-created");
  BwRhythmCard *card = wait_for_card (page, BW_TYPE_RHYTHM_CARD, "heatmap");
  const BwMatrix *rhythm = get_chart (card)->matrix;
  guint fullest = 0;

  for (guint i = 0; i < 7 * 24; i++)
    if (rhythm->n[i] > rhythm->n[fullest])
      fullest = i;
  activate (card, (int) fullest / 24, (int) fullest % 24);
  g_assert_cmpuint (count_rows (window), ==, (guint) rhythm->n[fullest]);
  g_assert_null (ui_find (page, BW_TYPE_SPREAD_CARD) != NULL
                     ? get_chart (ui_find (page, BW_TYPE_SPREAD_CARD))
                     : NULL);
  ui_close_window (window);
}

/* From one level to the other, step by step. */
static void
test_explanation (void)
{
  BwWindow *window = ui_open_sample ();
  BwKpiPage *page = show_kpi (window, "csat");
  BwExplanationCard *card = wait_for_card (page, BW_TYPE_EXPLANATION_CARD, "waterfall");
  const GArray *steps = get_chart (card)->steps;
  const BwFigure *figure = bw_workspace_find_figure (bw_window_get_workspace (window), "csat");
  double level = 0;

  g_assert_cmpuint (steps->len, >=, 3);
  for (guint i = 0; i + 1 < steps->len; i++)
    level += g_array_index (steps, BwStep, i).value;
  g_assert_cmpfloat_with_epsilon (level, g_array_index (steps, BwStep, steps->len - 1).value, 1e-9);
  g_assert_cmpfloat_with_epsilon (level, figure->current.value, 1e-9);
  activate (card, -1, (int) steps->len - 1);
  g_assert_cmpuint (count_rows (window), ==, (guint) figure->current.n);
  ui_close_window (window);
}

typedef struct {
  const char *period;
  const char *axis;
  BwGrain grain;
  BwCompare compare;
  const char *first; /* of the shifted axis; NULL = none */
  const char *last;
} Shift;

static void
test_shift (void)
{
  static const Shift shifts[] = {
    { "2025-03", "2024-01-01..2025-03-31", BW_GRAIN_MONTH, BW_COMPARE_YEAR, "2023-01-01",
      "2024-03-01" },
    { "2025-03", "2025-03", BW_GRAIN_DAY, BW_COMPARE_YEAR, "2024-03-02", "2024-04-01" },
    { "2025-03", "2025-03", BW_GRAIN_DAY, BW_COMPARE_PREVIOUS, "2025-02-01", "2025-03-03" },
    { "2025-Q1", "2025-Q1", BW_GRAIN_MONTH, BW_COMPARE_PREVIOUS, "2024-10-01", "2024-12-01" },
    { "2025-03", "2024-01-01..2025-03-31", BW_GRAIN_WEEK, BW_COMPARE_YEAR, "2023-01-02",
      "2024-04-01" },
    { "2025-03", "2024-01-01..2025-03-31", BW_GRAIN_MONTH, BW_COMPARE_PREVIOUS, NULL, NULL },
    { "2025-03", "2025-03", BW_GRAIN_DAY, BW_COMPARE_NONE, NULL, NULL },
  };
  g_autoptr (BwZone) zone = bw_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++) {
    g_autoptr (BwPeriod) period = bw_period_parse (shifts[i].period, zone, 0, 1, NULL);
    g_autoptr (BwPeriod) span = bw_period_parse (shifts[i].axis, zone, 0, 1, NULL);
    g_autoptr (BwAxis) axis = bw_axis_new (span, shifts[i].grain);
    g_autoptr (BwAxis) shifted = bw_before_shift (axis, shifts[i].compare, period);
    g_assert_cmpint (shifted != NULL, ==, shifts[i].first != NULL);
    if (shifted == NULL)
      continue;
    guint n = bw_axis_get_length (shifted);
    g_assert_cmpuint (n, ==, bw_axis_get_length (axis));
    g_assert_cmpstr (bw_axis_get_key (shifted, 0), ==, shifts[i].first);
    g_assert_cmpstr (bw_axis_get_key (shifted, n - 1), ==, shifts[i].last);
  }
}

static gboolean
has_comparison (gpointer card)
{
  return get_chart (card) != NULL && get_chart (card)->comparison != NULL;
}

static void
test_comparison (void)
{
  BwWindow *window = ui_open_sample ();
  BwKpiPage *page = show_kpi (window, "tickets-created");
  BwTrendCard *card = ui_find (page, BW_TYPE_TREND_CARD);
  BwChart *chart;

  bw_workspace_set_compare (bw_window_get_workspace (window), BW_COMPARE_YEAR);
  ui_wait_for_figures (window);
  ui_wait_for (has_comparison, card);
  chart = get_chart (card);
  g_assert_cmpuint (chart->guides->len, ==, 0);
  g_assert_cmpuint (bw_axis_get_length (bw_series_get_axis (chart->comparison)), ==,
                    bw_chart_get_n_periods (chart));
  bw_workspace_set_compare (bw_window_get_workspace (window), BW_COMPARE_NONE);
  ui_wait_for_figures (window);
  g_assert_null (get_chart (card)->comparison);
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/figure-cards/spread", test_spread);
  g_test_add_func ("/figure-cards/rhythm", test_rhythm);
  g_test_add_func ("/figure-cards/explanation", test_explanation);
  g_test_add_func ("/figure-cards/shift", test_shift);
  g_test_add_func ("/figure-cards/comparison", test_comparison);
  return g_test_run ();
}
