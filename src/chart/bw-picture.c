/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes charts as PNG and SVG. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "bw-drawing.h"
#include "bw-picture.h"

/* Text of a light window. */
#define LINE_HEIGHT 1.4
/* Wider than high, but no higher than this part of the width unless rows need it. */
#define LEAST_LINES 14

static void
take_theme (const BwTheme *given, BwTheme *theme)
{
  if (given)
    *theme = *given;
  else
    bw_theme_init_screen (theme, FALSE, FALSE);
}

double
bw_picture_get_height (const BwChart *chart, const BwTheme *theme, double width)
{
  BwTheme own;
  g_return_val_if_fail (chart, 0);
  take_theme (theme, &own);
  double lines = MAX (bw_chart_get_lines (chart), LEAST_LINES) + 4;
  double height = ceil (lines * own.font_size * LINE_HEIGHT) + 2 * BW_PICTURE_MARGIN;
  return chart->type->is_rows ? height : MAX (height, floor (width / 2));
}

BwScene *
bw_picture_draw (
    const BwChart *chart, const BwTheme *theme, double width, double height, cairo_t *cr)
{
  BwTheme own;
  g_return_val_if_fail (chart && cr, NULL);
  take_theme (theme, &own);
  BwScene *scene =
      bw_chart_layout (chart, width - 2 * BW_PICTURE_MARGIN, height - 2 * BW_PICTURE_MARGIN, &own);
  BwColour paper = own.background;
  cairo_save (cr);
  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_translate (cr, BW_PICTURE_MARGIN, BW_PICTURE_MARGIN);
  bw_scene_draw (scene, cr);
  cairo_restore (cr);
  return scene;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
bw_picture_png (
    const BwChart *chart, const BwTheme *theme, double width, double height, double scale)
{
  g_return_val_if_fail (chart && scale > 0, NULL);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) round (MAX (width * scale, 1)),
                                  (int) round (MAX (height * scale, 1)));
  cairo_surface_set_device_scale (surface, scale, scale);
  cairo_t *cr = cairo_create (surface);
  bw_scene_unref (bw_picture_draw (chart, theme, width, height, cr));
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* Cairo says nothing of what it draws: title and description go in after the head of the root. */
static GBytes *
add_words (GByteArray *bytes, const BwChart *chart, const BwScene *scene)
{
  g_autoptr (GByteArray) drawn = bytes;
  const char *root = g_strstr_len ((const char *) drawn->data, drawn->len, "<svg");
  const char *end = root ? memchr (root, '>', drawn->len - (root - (char *) drawn->data)) : NULL;
  if (!end)
    return g_bytes_new (drawn->data, drawn->len);
  gsize head = end + 1 - (const char *) drawn->data;
  g_autofree char *words =
      g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>",
                               chart->title ? chart->title : "", bw_scene_get_summary (scene));
  GByteArray *whole = g_byte_array_sized_new (drawn->len + strlen (words));
  g_byte_array_append (whole, drawn->data, head);
  g_byte_array_append (whole, (const guint8 *) words, strlen (words));
  g_byte_array_append (whole, drawn->data + head, drawn->len - head);
  return g_byte_array_free_to_bytes (whole);
}

GBytes *
bw_picture_svg (const BwChart *chart, const BwTheme *theme, double width, double height)
{
  g_return_val_if_fail (chart, NULL);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (BwScene) scene = bw_picture_draw (chart, theme, width, height, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return add_words (bytes, chart, scene);
}
