/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long opening a file goes on after it was cancelled: prints the longest time in milliseconds,
 * and when in the course of opening it was met, for cancelling at many moments. */
#include "config.h"

#include <stdlib.h>

#include "bw-importer.h"

#define MOMENTS 40

typedef struct {
  GCancellable *cancellable;
  gint64 delay; /* microseconds */
  gint64 cancelled_at;
} Canceller;

static gpointer
cancel_later (gpointer user_data)
{
  Canceller *canceller = user_data;
  g_usleep ((gulong) canceller->delay);
  canceller->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

static gboolean
load (const char *path, GCancellable *cancellable)
{
  g_autoptr (BwImporter) importer = bw_importer_new ();
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BwDataset) dataset =
                bw_importer_load (importer, paths, cancellable, NULL, NULL, &error);
  if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_error ("%s", error->message);
  return dataset != NULL;
}

/* Microseconds from cancelling to the answer; 0 = it was opened before. */
static gint64
measure (const char *path, gint64 delay)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { cancellable, delay, 0 };
  GThread *thread = g_thread_new ("cancel", cancel_later, &canceller);
  gboolean opened = load (path, cancellable);
  gint64 end = g_get_monotonic_time ();
  g_thread_join (thread);
  return opened ? 0 : end - canceller.cancelled_at;
}

static void
measure_file (const char *path)
{
  load (path, NULL);
  gint64 start = g_get_monotonic_time ();
  load (path, NULL);
  gint64 whole = g_get_monotonic_time () - start;
  gint64 longest = 0, met_at = 0;
  for (int i = 0; i < MOMENTS; i++) {
    gint64 delay = whole * i / MOMENTS;
    gint64 taken = measure (path, delay);
    if (taken > longest) {
      longest = taken;
      met_at = delay;
    }
  }
  g_print ("%s: opens in %.0f ms; cancelled, it answers within %.1f ms (most at %.0f ms)\n", path,
           (double) whole / 1e3, (double) longest / 1e3, (double) met_at / 1e3);
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    measure_file (argv[i]);
  return argc > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
