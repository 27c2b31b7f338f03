/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames of the window while filters change, with as many tickets as the generator makes. Opens the
 * file in the real window, sets one filter after another, and prints how long each took to show and
 * how far frames were apart meanwhile. Says nothing about whether that is good. */
#include "config.h"

#include "bw-facet.h"
#include "ui-fixture.h"

#define TIMES 20

typedef struct {
  gint64 last;    /* time of the last frame; 0 = none yet */
  gint64 longest; /* microseconds between two frames */
  gint64 sum;
  guint n;
} Frames;

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

/* Every value of the channels in turn. */
static void
change_filter (BwWorkspace *workspace, guint i)
{
  BwTable *table = bw_dataset_get_table (bw_workspace_get_dataset (workspace), BW_KIND_TICKETS);
  const BwColumn *column = bw_table_find (table, BW_FIELD_CHANNEL);
  gsize n = bw_dictionary_get_size (column->dictionary);
  const char *value = bw_dictionary_get_text (column->dictionary, (guint32) (i % n));
  g_autoptr (BwFilter) none = bw_filter_new ();
  g_autoptr (BwFilter) filter = bw_filter_with_value (none, BW_FIELD_CHANNEL, value, TRUE);

  bw_workspace_set_filter (workspace, filter);
}

static void
measure (BwWindow *window)
{
  BwWorkspace *workspace = bw_window_get_workspace (window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, NULL, NULL);
  Frames frames = { 0 };
  gint64 longest_answer = 0, sum = 0;

  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);
  for (guint i = 0; i < TIMES; i++) {
    gint64 began = g_get_monotonic_time ();
    change_filter (workspace, i);
    run_until_figures (window);
    longest_answer = MAX (longest_answer, g_get_monotonic_time () - began);
    sum += g_get_monotonic_time () - began;
  }
  g_signal_handlers_disconnect_by_data (clock, &frames);
  gtk_widget_remove_tick_callback (GTK_WIDGET (window), tick);
  g_print ("figures after a filter changed: mean %.1f ms, longest %.1f ms\n", sum / 1e3 / TIMES,
           longest_answer / 1e3);
  g_print ("frames meanwhile: %u, mean %.1f ms apart, longest %.1f ms\n", frames.n,
           frames.n > 0 ? frames.sum / 1e3 / frames.n : 0.0, frames.longest / 1e3);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = g_file_new_for_path (argv[argc - 1]);
  gint64 began;
  BwWindow *window;

  ui_init (&argc, &argv);
  window = ui_open_window ();
  began = g_get_monotonic_time ();
  bw_window_open_files (window, &file, 1);
  run_until_figures (window);
  g_print ("opened and first figures: %.1f ms\n", (g_get_monotonic_time () - began) / 1e3);
  ui_settle ();
  measure (window);
  ui_close_window (window);
  return 0;
}
