/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames of the window with as many tickets as the generator makes: while filters and periods
 * change, pages open, and rows are searched, sorted and scrolled. Prints how long each took to
 * show, how far frames were apart meanwhile, and how long the main thread was busy without a pause,
 * by the processor's clock. Says nothing about whether that is good. */
#include "config.h"

#include <time.h>

#include "bw-chart-canvas.h"
#include "bw-facet.h"
#include "bw-page-list.h"
#include "bw-row-table.h"
#include "bw-tickets-page.h"
#include "ui-fixture.h"

/* What is computed after something is shown. */
#define REST_MS 250

typedef struct {
  gint64 last;    /* time of the last frame; 0 = none yet */
  gint64 longest; /* microseconds between two frames */
  gint64 sum;
  guint n;
} Frames;

/* --- How busy the main thread is ---------------------------------------------------------------
 */

static gint64 busy_since;
static gint64 longest_busy;

static gint64
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
poll_cb (GPollFD *fds, guint n, int timeout)
{
  int result;

  longest_busy = MAX (longest_busy, get_processor_time () - busy_since);
  result = g_poll (fds, n, timeout);
  busy_since = get_processor_time ();
  return result;
}

/* --- Frames ------------------------------------------------------------------------------------
 */

static void
painted_cb (GdkFrameClock *clock, Frames *frames)
{
  gint64 now = g_get_monotonic_time ();

  if (frames->last != 0) {
    frames->longest = MAX (frames->longest, now - frames->last);
    frames->sum += now - frames->last;
    frames->n++;
  }
  frames->last = now;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static gboolean
is_open (gpointer window)
{
  BwWorkspace *workspace = bw_window_get_workspace (window);

  return workspace != NULL && bw_workspace_get_figures (workspace) != NULL &&
         !bw_workspace_get_busy (workspace);
}

static void
run_until_figures (BwWindow *window)
{
  while (!is_open (window))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
rest_ended_cb (gpointer user_data)
{
  gboolean *ended = user_data;

  *ended = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (void)
{
  gboolean ended = FALSE;

  g_timeout_add (REST_MS, rest_ended_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
}

/* --- What is done ------------------------------------------------------------------------------
 */

/* Every value of the channels in turn. */
static void
change_filter (BwWindow *window, guint i)
{
  BwWorkspace *workspace = bw_window_get_workspace (window);
  BwTable *table = bw_dataset_get_table (bw_workspace_get_dataset (workspace), BW_KIND_TICKETS);
  const BwColumn *column = bw_table_find (table, BW_FIELD_CHANNEL);
  gsize n = bw_dictionary_get_size (column->dictionary);
  const char *value = bw_dictionary_get_text (column->dictionary, (guint32) (i % n));
  g_autoptr (BwFilter) none = bw_filter_new ();
  g_autoptr (BwFilter) filter = bw_filter_with_value (none, BW_FIELD_CHANNEL, value, TRUE);

  bw_workspace_set_filter (workspace, filter);
}

static void
change_period (BwWindow *window, guint i)
{
  ui_activate (window, i % 2 == 0 ? "period-previous" : "period-next", NULL);
}

static void
open_page (BwWindow *window, guint i)
{
  static const char *const pages[] = { "volume", "speed",    "quality",       "satisfaction",
                                       "agents", "channels", BW_PAGE_TICKETS, "report" };

  bw_window_show_page (window, pages[i % G_N_ELEMENTS (pages)]);
}

static void
open_figure (BwWindow *window, guint i)
{
  static const char *const kpis[] = { "csat", "first-response-time", "tickets-created", "backlog" };

  bw_window_show_page (window, BW_PAGE_OVERVIEW);
  bw_window_show_kpi (window, kpis[i % G_N_ELEMENTS (kpis)]);
}

/* From one side of the page's charts to the other. */
static void
hover_charts (BwWindow *window, guint i)
{
  g_autoptr (GPtrArray) canvases = ui_find_all (window, BW_TYPE_CHART_CANVAS);

  for (guint c = 0; c < canvases->len; c++) {
    GtkWidget *canvas = canvases->pdata[c];
    double x = gtk_widget_get_width (canvas) * (i % 40) / 40.0;
    double y = gtk_widget_get_height (canvas) / 2.0;
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (canvas);
    for (guint e = 0; e < g_list_model_get_n_items (controllers); e++) {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, e);
      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
  }
}

static void
search_rows (BwWindow *window, guint i)
{
  static const char *const words[] = { "refund", "login", "499", "" };

  bw_window_show_page (window, BW_PAGE_TICKETS);
  bw_tickets_page_search (ui_find (window, BW_TYPE_TICKETS_PAGE), words[i % G_N_ELEMENTS (words)]);
}

static GtkColumnView *
find_rows (BwWindow *window)
{
  return bw_row_table_get_view (ui_find (window, BW_TYPE_ROW_TABLE));
}

static void
sort_rows (BwWindow *window, guint i)
{
  GtkColumnView *view = find_rows (window);
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) column =
                g_list_model_get_item (columns, i % g_list_model_get_n_items (columns));

  gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
}

static void
select_rows (BwWindow *window, guint i)
{
  GtkSelectionModel *model = gtk_column_view_get_model (find_rows (window));

  if (i % 2 == 0)
    gtk_selection_model_select_all (model);
  else
    gtk_selection_model_select_item (model, i, TRUE);
}

/* By as much as a page, to and fro. */
static void
scroll_rows (BwWindow *window, guint i)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_rows (window)));
  double step = gtk_adjustment_get_page_size (place) * (1 + i % 7 * 100);

  gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + (i % 3 == 2 ? -step : step));
}

static const struct {
  const char *name;
  void (*act) (BwWindow *window, guint i);
  const char *page; /* where; NULL = where it is */
  const char *kpi;
  guint times;
  gboolean rests; /* after each: what is shown is computed by and by */
} scenes[] = {
  { "filter of the overview", change_filter, BW_PAGE_OVERVIEW, NULL, 20, FALSE },
  { "period of the overview", change_period, BW_PAGE_OVERVIEW, NULL, 10, FALSE },
  { "pages, one after another", open_page, NULL, NULL, 16, TRUE },
  { "pages of figures", open_figure, NULL, NULL, 8, TRUE },
  { "filter of a figure", change_filter, BW_PAGE_OVERVIEW, "csat", 10, TRUE },
  { "pointer over charts", hover_charts, BW_PAGE_OVERVIEW, "csat", 80, FALSE },
  { "search of rows", search_rows, BW_PAGE_TICKETS, NULL, 8, TRUE },
  { "selection of rows", select_rows, BW_PAGE_TICKETS, NULL, 6, TRUE },
  { "order of rows", sort_rows, BW_PAGE_TICKETS, NULL, 6, TRUE },
  { "scrolling of rows", scroll_rows, BW_PAGE_TICKETS, NULL, 60, FALSE },
};

static void
measure (BwWindow *window, guint scene)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  guint tick;
  Frames frames = { 0 };
  gint64 longest_answer = 0, sum = 0;

  if (scenes[scene].page != NULL)
    bw_window_show_page (window, scenes[scene].page);
  if (scenes[scene].kpi != NULL)
    bw_window_show_kpi (window, scenes[scene].kpi);
  rest ();
  run_until_figures (window);
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, NULL, NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);
  longest_busy = 0;
  for (guint i = 0; i < scenes[scene].times; i++) {
    gint64 began = g_get_monotonic_time ();
    guint painted = frames.n;
    scenes[scene].act (window, i);
    run_until_figures (window);
    while (frames.n == painted)
      g_main_context_iteration (NULL, TRUE);
    longest_answer = MAX (longest_answer, g_get_monotonic_time () - began);
    sum += g_get_monotonic_time () - began;
    if (scenes[scene].rests)
      rest ();
  }
  g_signal_handlers_disconnect_by_data (clock, &frames);
  gtk_widget_remove_tick_callback (GTK_WIDGET (window), tick);
  g_print ("%s: shown after %.1f ms, longest %.1f ms; %u frames, mean %.1f ms apart, longest "
           "%.1f ms; main thread busy for %.1f ms at most\n",
           scenes[scene].name, sum / 1e3 / scenes[scene].times, longest_answer / 1e3, frames.n,
           frames.n > 0 ? frames.sum / 1e3 / frames.n : 0.0, frames.longest / 1e3,
           longest_busy / 1e3);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = g_file_new_for_path (argv[argc - 1]);
  gint64 began;
  BwWindow *window;

  ui_init (&argc, &argv);
  window = ui_open_window ();
  g_main_context_set_poll_func (NULL, poll_cb);
  began = g_get_monotonic_time ();
  busy_since = get_processor_time ();
  bw_window_open_files (window, &file, 1);
  run_until_figures (window);
  g_print ("opened and first figures: %.1f ms; main thread busy for %.1f ms at most\n",
           (g_get_monotonic_time () - began) / 1e3, longest_busy / 1e3);
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    measure (window, i);
  ui_close_window (window);
  return 0;
}
