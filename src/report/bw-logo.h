/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The logo of a report: a PNG, JPEG, SVG or other image of a file. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

/* With as many pixels as paper shows of it in that many points. NULL and an error that names the
 * file when there is none or it is no image. Free with cairo_surface_destroy. Thread-safe. */
cairo_surface_t *bw_logo_open (const char *path, double width, double height, GError **error);
/* FALSE and the same error when a report has to do without it. "" = it has none. */
gboolean bw_logo_check (const char *path, GError **error);
