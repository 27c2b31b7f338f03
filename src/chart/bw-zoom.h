/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the periods of a chart are seen: a value that keys, wheel and fingers move. */
#pragma once

#include <glib.h>

/* As few are still a course. */
#define BW_ZOOM_LEAST 3

typedef struct {
  guint length; /* of all */
  guint from;
  guint n;
} BwZoom;

/* All of them. */
BwZoom bw_zoom_all (guint length);
gboolean bw_zoom_is_all (const BwZoom *zoom);
/* Is there anything to be zoomed? */
gboolean bw_zoom_can (const BwZoom *zoom);

/* So many times closer (below 1: farther), the place at `at` (0 .. 1 of what is seen) staying where
 * it is. At least one period changes unless an end is reached. TRUE when anything changed. */
gboolean bw_zoom_by (BwZoom *zoom, double factor, double at);
/* By so many periods, as far as there are any. TRUE when anything changed. */
gboolean bw_zoom_move (BwZoom *zoom, int periods);
