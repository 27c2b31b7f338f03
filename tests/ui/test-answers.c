/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A changed question: what is seen is answered first and at once, all else follows without a word,
 * and the latest question wins. */
#include "config.h"

#include "bw-chart-view.h"
#include "bw-exporting.h"
#include "bw-kpi-page.h"
#include "bw-tile.h"
#include "ui-fixture.h"

#define CHANGES 12

static void
set_filter (BwWorkspace *workspace, const char *text)
{
  g_autoptr (BwFilter) none = bw_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BwFilter) filter = bw_filter_parse (none, text, &error);

  g_assert_no_error (error);
  bw_workspace_set_filter (workspace, filter);
  g_assert_true (bw_workspace_get_busy (workspace));
}

static void
count_cb (guint *n)
{
  ++*n;
}

static gboolean
is_counted (gpointer n)
{
  return *(guint *) n > 0;
}

static void
watch (BwWorkspace *workspace, const char *signal, guint *n)
{
  *n = 0;
  g_signal_connect_swapped (workspace, signal, G_CALLBACK (count_cb), n);
}

static gboolean
is_idle (gpointer workspace)
{
  return !bw_workspace_get_busy (workspace);
}

static const BwFigure *
find (GPtrArray *figures, const BwMetric *metric)
{
  for (guint i = 0; i < figures->len; i++)
    if (((const BwFigure *) figures->pdata[i])->metric == metric)
      return figures->pdata[i];
  g_assert_not_reached ();
}

/* Of the question as it stands. */
static GPtrArray *
answer (BwWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *figures = bw_engine_answer (bw_workspace_get_engine (workspace),
                                         bw_workspace_get_question (workspace), NULL, &error);

  g_assert_no_error (error);
  return figures;
}

/* What tiles show is the answer to the question as it stands. */
static void
check_tiles (BwWindow *window)
{
  g_autoptr (GPtrArray) tiles = ui_find_all (window, BW_TYPE_TILE);
  g_autoptr (GPtrArray) figures = answer (bw_window_get_workspace (window));

  g_assert_cmpuint (tiles->len, >, 5);
  for (guint i = 0; i < tiles->len; i++) {
    const BwFigure *shown = bw_tile_get_figure (tiles->pdata[i]);
    const BwFigure *right = find (figures, shown->metric);
    g_assert_cmpint (shown->current.n, ==, right->current.n);
    g_assert_cmpmem (&shown->current.value, sizeof (double), &right->current.value,
                     sizeof (double));
    g_assert_cmpint (shown->signal, ==, right->signal);
  }
}

static void
check_whole (BwWorkspace *workspace)
{
  GPtrArray *figures = bw_workspace_get_figures (workspace);
  g_autoptr (GPtrArray) right = answer (workspace);

  g_assert_cmpuint (figures->len, ==, right->len);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    const BwFigure *other = right->pdata[i];
    g_assert_false (figure->brief);
    g_assert_cmpint (figure->current.n, ==, other->current.n);
    g_assert_cmpuint (figure->splits->len, ==, other->splits->len);
    g_assert_cmpuint (figure->details->len, ==, other->details->len);
  }
}

/* --- The overview ------------------------------------------------------------------------------
 */

static void
test_tiles (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  guint n, n_single;

  watch (workspace, "notify::figures", &n);
  watch (workspace, "notify::figure", &n_single);
  set_filter (workspace, "channel=Email");
  ui_wait_for (is_counted, &n);
  g_assert_true (bw_workspace_get_busy (workspace));
  check_tiles (window);

  ui_wait_for (is_idle, workspace);
  ui_settle ();
  check_whole (workspace);
  check_tiles (window);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (n_single, ==, 0);
  g_signal_handlers_disconnect_by_func (workspace, count_cb, &n);
  g_signal_handlers_disconnect_by_func (workspace, count_cb, &n_single);
  ui_close_window (window);
}

/* --- The page of a figure ----------------------------------------------------------------------
 */

static GPtrArray *
list_charts (BwWindow *window)
{
  g_autoptr (GPtrArray) views = ui_find_all (window, BW_TYPE_CHART_VIEW);
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_chart_unref);

  for (guint i = 0; i < views->len; i++)
    if (bw_chart_view_get_chart (views->pdata[i]) != NULL)
      g_ptr_array_add (charts, bw_chart_ref (bw_chart_view_get_chart (views->pdata[i])));
  return charts;
}

static void
check_same_charts (GPtrArray *before, GPtrArray *after)
{
  g_assert_cmpuint (before->len, >, 1);
  g_assert_cmpuint (after->len, >=, before->len);
  for (guint i = 0; i < before->len; i++)
    g_assert_true (g_ptr_array_find (after, before->pdata[i], NULL));
}

/* The trend and the split; what is computed for the page alone comes by and by. */
static GPtrArray *
list_charts_of_splits (BwWindow *window)
{
  GPtrArray *charts = list_charts (window);

  for (guint i = charts->len; i-- > 0;)
    if (!g_str_equal (((BwChart *) charts->pdata[i])->type->id, "bar") &&
        !g_str_equal (((BwChart *) charts->pdata[i])->type->id, "control"))
      g_ptr_array_remove_index (charts, i);
  return charts;
}

static void
test_kpi (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  g_autoptr (GPtrArray) right = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) last = NULL;
  const BwMetric *csat = bw_metric_find ("csat");
  const BwFigure *shown;
  guint n, n_all;

  bw_window_show_kpi (window, "csat");
  ui_settle ();
  watch (workspace, "notify::figure", &n);
  watch (workspace, "notify::figures", &n_all);
  set_filter (workspace, "channel=Email");
  ui_wait_for (is_counted, &n);
  g_assert_true (bw_workspace_get_busy (workspace));
  g_assert_cmpuint (n_all, ==, 0);
  shown = bw_workspace_find_figure (workspace, "csat");
  right = answer (workspace);
  g_assert_false (shown->brief);
  g_assert_cmpint (shown->current.n, ==, find (right, csat)->current.n);
  g_assert_cmpuint (shown->splits->len, ==, find (right, csat)->splits->len);
  first = list_charts_of_splits (window);

  ui_wait_for (is_idle, workspace);
  ui_settle ();
  check_whole (workspace);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (n_all, ==, 1);
  /* What is shown stays as it is. */
  g_assert_true (find (bw_workspace_get_figures (workspace), csat) == shown);
  last = list_charts_of_splits (window);
  check_same_charts (first, last);
  g_signal_handlers_disconnect_by_func (workspace, count_cb, &n);
  g_signal_handlers_disconnect_by_func (workspace, count_cb, &n_all);

  /* Back to the tiles, which are seen first again. */
  bw_window_show_page (window, "overview");
  ui_settle ();
  check_tiles (window);
  watch (workspace, "notify::figures", &n);
  set_filter (workspace, "channel=Chat");
  ui_wait_for (is_counted, &n);
  g_assert_true (bw_workspace_get_busy (workspace));
  ui_wait_for (is_idle, workspace);
  check_tiles (window);
  g_signal_handlers_disconnect_by_func (workspace, count_cb, &n);
  ui_close_window (window);
}

/* A page that is opened while all else is being computed has its figure before the others, and as a
 * whole in the end. */
static void
test_kpi_meanwhile (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  guint n;

  watch (workspace, "notify::figures", &n);
  set_filter (workspace, "channel=Email");
  ui_wait_for (is_counted, &n);
  g_signal_handlers_disconnect_by_func (workspace, count_cb, &n);
  bw_window_show_kpi (window, "csat");
  ui_wait_for (is_idle, workspace);
  ui_settle ();
  ui_wait_for (is_idle, workspace);
  check_whole (workspace);
  {
    g_autoptr (GPtrArray) charts = list_charts_of_splits (window);
    g_assert_cmpuint (charts->len, >, 1);
  }
  ui_close_window (window);
}

/* --- Many changes ------------------------------------------------------------------------------
 */

static void
test_latest (void)
{
  static const char *const filters[] = { "channel=Email", "channel=Chat", "priority=High",
                                         "channel=Email,Chat", "priority=Normal" };
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);

  for (guint i = 0; i < CHANGES; i++) {
    set_filter (workspace, filters[i % G_N_ELEMENTS (filters)]);
    /* Late answers of some of them come in between. */
    for (guint turns = 0; turns < i % 4 * 3; turns++)
      g_main_context_iteration (NULL, turns == 0);
  }
  ui_wait_for (is_idle, workspace);
  ui_settle ();
  check_whole (workspace);
  check_tiles (window);
  ui_close_window (window);
}

/* --- Export ------------------------------------------------------------------------------------
 */

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *export (BwWindow *window, const char *name)
{
  g_autofree char *path = ui_make_file (name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  bw_exporting_save (ui_find (window, BW_TYPE_TILE), bw_window_get_workspace (window), "json", NULL,
                     path);
  ui_wait_for (is_written, path);
  ui_settle ();
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Right after a change as much as later. */
static void
test_export (void)
{
  BwWindow *window = ui_open_sample ();
  g_autofree char *at_once = NULL;
  g_autofree char *later = NULL;

  set_filter (bw_window_get_workspace (window), "channel=Email");
  at_once = export (window, "at-once.json");
  ui_wait_for (is_idle, bw_window_get_workspace (window));
  later = export (window, "later.json");
  g_assert_cmpstr (at_once, ==, later);
  g_assert_nonnull (strstr (at_once, "\"splits\""));
  ui_close_window (window);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/answers/tiles", test_tiles);
  g_test_add_func ("/answers/kpi", test_kpi);
  g_test_add_func ("/answers/kpi-meanwhile", test_kpi_meanwhile);
  g_test_add_func ("/answers/latest", test_latest);
  g_test_add_func ("/answers/export", test_export);
  return g_test_run ();
}
