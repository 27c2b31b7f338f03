/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bw-drawing.h"

gboolean
bw_drawing_check (GError **error)
{
  static const char *const names[] = { "pango_cairo_show_layout", NULL };
  static gpointer function;
  return bw_lazy_load (BW_LIBPANGOCAIRO, names, &function, error);
}
