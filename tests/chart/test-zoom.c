/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is seen of a chart's periods. */
#include "config.h"

#include "bw-zoom.h"

typedef struct {
  BwZoom before;
  double factor;
  double at;
  BwZoom after;
} ZoomCase;

static void
test_by (void)
{
  static const ZoomCase cases[] = {
    { { 36, 0, 36 }, 2, 0.5, { 36, 9, 18 } },    { { 36, 0, 36 }, 2, 0, { 36, 0, 18 } },
    { { 36, 0, 36 }, 2, 1, { 36, 18, 18 } },     { { 36, 18, 18 }, 0.5, 1, { 36, 0, 36 } },
    { { 36, 30, 4 }, 2, 0.5, { 36, 31, 3 } },    { { 36, 31, 3 }, 2, 0.5, { 36, 31, 3 } },
    { { 36, 31, 3 }, 0.9, 0.5, { 36, 31, 4 } },  { { 36, 0, 36 }, 0.5, 0.5, { 36, 0, 36 } },
    { { 36, 20, 4 }, 1.01, 0.5, { 36, 21, 3 } }, { { 3, 0, 3 }, 2, 0.5, { 3, 0, 3 } },
    { { 36, 32, 4 }, 0.5, 0.5, { 36, 28, 8 } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    BwZoom zoom = cases[i].before;
    gboolean changed = bw_zoom_by (&zoom, cases[i].factor, cases[i].at);
    g_assert_cmpuint (zoom.n, ==, cases[i].after.n);
    g_assert_cmpint (zoom.from, >=, 0);
    g_assert_cmpint (ABS ((int) zoom.from - (int) cases[i].after.from), <=, 1);
    g_assert_cmpuint (zoom.from + zoom.n, <=, zoom.length);
    g_assert_cmpint (changed, ==, zoom.n != cases[i].before.n);
  }
}

static void
test_move (void)
{
  BwZoom zoom = { 36, 9, 18 };
  g_assert_true (bw_zoom_move (&zoom, 5));
  g_assert_cmpuint (zoom.from, ==, 14);
  g_assert_true (bw_zoom_move (&zoom, 50));
  g_assert_cmpuint (zoom.from, ==, 18);
  g_assert_false (bw_zoom_move (&zoom, 1));
  g_assert_true (bw_zoom_move (&zoom, -500));
  g_assert_cmpuint (zoom.from, ==, 0);
}

static void
test_all (void)
{
  BwZoom zoom = bw_zoom_all (12), few = bw_zoom_all (BW_ZOOM_LEAST);
  g_assert_true (bw_zoom_is_all (&zoom));
  g_assert_true (bw_zoom_can (&zoom));
  g_assert_false (bw_zoom_can (&few));
  bw_zoom_by (&zoom, 2, 0.5);
  g_assert_false (bw_zoom_is_all (&zoom));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zoom/by", test_by);
  g_test_add_func ("/zoom/move", test_move);
  g_test_add_func ("/zoom/all", test_all);
  return g_test_run ();
}
