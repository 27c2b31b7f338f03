/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Images as cairo draws them. */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

#include "bw-drawing.h"
#include "bw-error.h"
#include "bw-logo.h"

/* What good printers show. */
#define PIXELS_A_POINT (600.0 / 72)

#define FUNCTIONS(USE)                                                                             \
  USE (gdk_pixbuf_apply_embedded_orientation)                                                      \
  USE (gdk_pixbuf_format_is_scalable)                                                              \
  USE (gdk_pixbuf_get_file_info)                                                                   \
  USE (gdk_pixbuf_get_has_alpha)                                                                   \
  USE (gdk_pixbuf_get_height)                                                                      \
  USE (gdk_pixbuf_get_n_channels)                                                                  \
  USE (gdk_pixbuf_get_rowstride)                                                                   \
  USE (gdk_pixbuf_get_width)                                                                       \
  USE (gdk_pixbuf_new_from_file)                                                                   \
  USE (gdk_pixbuf_new_from_file_at_scale)                                                          \
  USE (gdk_pixbuf_read_pixels)
BW_LAZY_LIBRARY (lib, BW_LIBGDK_PIXBUF, FUNCTIONS)

static guint8
premultiply (guint8 colour, guint8 alpha)
{
  return (guint8) ((colour * alpha + 127) / 255);
}

static cairo_surface_t *
make_surface (const GdkPixbuf *image)
{
  int width = lib.gdk_pixbuf_get_width (image), height = lib.gdk_pixbuf_get_height (image);
  int n = lib.gdk_pixbuf_get_n_channels (image);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint8 *to = cairo_image_surface_get_data (surface);
  const guint8 *from = lib.gdk_pixbuf_read_pixels (image);
  for (int y = 0; to && y < height; y++) {
    const guint8 *pixel = from + (gsize) y * lib.gdk_pixbuf_get_rowstride (image);
    guint32 *row = (guint32 *) (to + (gsize) y * cairo_image_surface_get_stride (surface));
    for (int x = 0; x < width; x++, pixel += n) {
      guint8 alpha = lib.gdk_pixbuf_get_has_alpha (image) ? pixel[3] : 255;
      row[x] = (guint32) alpha << 24 | (guint32) premultiply (pixel[0], alpha) << 16 |
               (guint32) premultiply (pixel[1], alpha) << 8 | premultiply (pixel[2], alpha);
    }
  }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Larger images are made smaller; drawings have no size of their own and take what they get. */
static GdkPixbuf *
load (const char *path, double width, double height, GError **error)
{
  int most_width = (int) (width * PIXELS_A_POINT), most_height = (int) (height * PIXELS_A_POINT);
  int own_width = 0, own_height = 0;
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                         _ ("the file is not there any more"));
    return NULL;
  }
  GdkPixbufFormat *format = lib.gdk_pixbuf_get_file_info (path, &own_width, &own_height);
  gboolean fits = own_width <= most_width && own_height <= most_height;
  if (format && fits && !lib.gdk_pixbuf_format_is_scalable (format))
    return lib.gdk_pixbuf_new_from_file (path, error);
  return lib.gdk_pixbuf_new_from_file_at_scale (path, most_width, most_height, TRUE, error);
}

cairo_surface_t *
bw_logo_open (const char *path, double width, double height, GError **error)
{
  g_return_val_if_fail (path, NULL);
  if (!bw_drawing_check (error) || !lib_load (error))
    return NULL;
  g_autoptr (GdkPixbuf) stored = load (path, width, height, error);
  if (!stored) {
    g_autofree char *name = g_filename_display_basename (path);
    bw_error_name_file (error, name);
    return NULL;
  }
  /* Cameras say which side is up. */
  g_autoptr (GdkPixbuf) image = lib.gdk_pixbuf_apply_embedded_orientation (stored);
  return make_surface (image);
}

gboolean
bw_logo_check (const char *path, GError **error)
{
  g_return_val_if_fail (path, FALSE);
  if (*path == '\0')
    return TRUE;
  cairo_surface_t *logo = bw_logo_open (path, 1, 1, error);
  gboolean is_there = logo != NULL;
  g_clear_pointer (&logo, cairo_surface_destroy);
  return is_there;
}
