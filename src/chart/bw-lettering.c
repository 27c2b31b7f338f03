/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets text the same way for screen, printer and file. */
#include "config.h"

#include "bw-drawing.h"
#include "bw-lettering.h"

static void
set_options (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
}

/* Font maps belong to a thread, so the context to measure with does too. */
static PangoContext *
get_measuring_context (void)
{
  static GPrivate key = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&key);
  if (!context) {
    context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
    set_options (context);
    g_private_set (&key, context);
  }
  return context;
}

static PangoLayout *
create_layout (cairo_t *cr)
{
  if (!cr)
    return pango_layout_new (get_measuring_context ());
  PangoContext *context = pango_cairo_create_context (cr);
  set_options (context);
  pango_cairo_update_context (cr, context);
  PangoLayout *layout = pango_layout_new (context);
  g_object_unref (context);
  return layout;
}

PangoLayout *
bw_lettering_new (
    cairo_t *cr, const char *text, const char *font, double size, gboolean bold, double width)
{
  PangoLayout *layout = create_layout (cr);
  PangoFontDescription *description = pango_font_description_new ();
  pango_font_description_set_family (description, font);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, -1);
  if (width > 0) {
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  }
  return layout;
}

void
bw_lettering_measure (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  if (width)
    *width = (double) logical.width / PANGO_SCALE;
  if (height)
    *height = (double) logical.height / PANGO_SCALE;
}

void
bw_lettering_draw (
    cairo_t *cr, PangoLayout *layout, double x, double y, double max_width, BwColour colour)
{
  double width;
  bw_lettering_measure (layout, &width, NULL);
  if (max_width > 0 && width > max_width + 0.1) {
    pango_layout_set_width (layout, (int) (max_width * PANGO_SCALE));
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  }
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}
