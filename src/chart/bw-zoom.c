/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves a window over the periods of a chart. */
#include "config.h"

#include <math.h>

#include "bw-zoom.h"

BwZoom
bw_zoom_all (guint length)
{
  return (BwZoom) { length, 0, length };
}

gboolean
bw_zoom_is_all (const BwZoom *zoom)
{
  return zoom->n == zoom->length;
}

gboolean
bw_zoom_can (const BwZoom *zoom)
{
  return zoom->length > BW_ZOOM_LEAST;
}

gboolean
bw_zoom_by (BwZoom *zoom, double factor, double at)
{
  g_return_val_if_fail (factor > 0, FALSE);
  if (!bw_zoom_can (zoom))
    return FALSE;
  guint before = zoom->n, wanted = (guint) lround (before / factor);
  if (wanted == before && factor != 1)
    wanted = factor > 1 ? before - 1 : before + 1;
  guint n = CLAMP (wanted, BW_ZOOM_LEAST, zoom->length);
  double kept = zoom->from + CLAMP (at, 0, 1) * before;
  int from = (int) lround (kept - CLAMP (at, 0, 1) * n);
  zoom->n = n;
  zoom->from = (guint) CLAMP (from, 0, (int) (zoom->length - n));
  return n != before;
}

gboolean
bw_zoom_move (BwZoom *zoom, int periods)
{
  guint before = zoom->from;
  int from = (int) before + periods;
  zoom->from = (guint) CLAMP (from, 0, (int) (zoom->length - zoom->n));
  return zoom->from != before;
}
