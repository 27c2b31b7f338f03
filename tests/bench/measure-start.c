/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the start of a process to the first frame of its window: ours without a file, and beside it
 * an empty one of libadwaita. Starts itself in turn as one and the other and prints medians. */
#include "config.h"

#include <stdlib.h>

#include "bw-application.h"

#define RUNS 9

typedef enum {
  EMPTY,
  OURS,
  KINDS
} Kind;

static const char *const names[KINDS] = { "empty", "ours" };

/* --- The window ---------------------------------------------------------------------------------
 */

static void
painted_cb (GdkFrameClock *clock, gpointer unused)
{
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  exit (0);
}

static void
realized_cb (GtkWidget *window, gpointer unused)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
}

static void
added_cb (GtkApplication *application, GtkWidget *window, gpointer unused)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

static void
activate_empty_cb (GtkApplication *application, gpointer unused)
{
  GtkWidget *window = adw_application_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_window (Kind kind)
{
  g_autoptr (GApplication) application =
                kind == OURS ? G_APPLICATION (bw_application_new ())
                             : G_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);
  if (kind == EMPTY)
    g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
  return g_application_run (application, 0, NULL);
}

/* --- The clock ----------------------------------------------------------------------------------
 */

static double
start (const char *program, Kind kind)
{
  const char *const arguments[] = { program, names[kind], NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  int status = 0;
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
  return (double) (g_ascii_strtoll (output, NULL, 10) - began) / 1e3;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;
  return (x > y) - (x < y);
}

int
main (int argc, char *argv[])
{
  double times[KINDS][RUNS];
  for (Kind kind = 0; argc > 1 && kind < KINDS; kind++)
    if (g_str_equal (argv[1], names[kind]))
      return run_window (kind);
  for (guint run = 0; run < RUNS; run++)
    for (Kind kind = 0; kind < KINDS; kind++)
      times[kind][run] = start (argv[0], kind);
  for (Kind kind = 0; kind < KINDS; kind++)
    qsort (times[kind], RUNS, sizeof (double), compare);
  g_print ("start to first frame: %.0f ms, an empty window %.0f ms: %.2f x (budget 1.5 x)\n",
           times[OURS][RUNS / 2], times[EMPTY][RUNS / 2],
           times[OURS][RUNS / 2] / times[EMPTY][RUNS / 2]);
  return 0;
}
