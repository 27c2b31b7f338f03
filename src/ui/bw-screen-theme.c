/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a chart's theme from the style of a widget. */
#include "config.h"

#include <adwaita.h>
#include <pango/pangocairo.h>

#include "bw-screen-theme.h"

/* Labels of charts are a little smaller than running text. */
#define LABEL_SCALE 0.88

/* The colour of cards in dark windows, on which charts lie. */
static const BwColour dark_card = { 0.21, 0.21, 0.22, 1 };

static BwColour
from_rgba (const GdkRGBA *rgba)
{
  return (BwColour) { rgba->red, rgba->green, rgba->blue, rgba->alpha };
}

static double
get_font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  return size;
}

static void
take_text_of (BwTheme *theme, GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = get_font_size (widget) * LABEL_SCALE;

  theme->line_width *= size / theme->font_size;
  theme->font_size = size;
  theme->font = g_intern_string (pango_font_description_get_family (font));
  theme->right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

void
bw_screen_theme_init (BwTheme *theme, GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean high_contrast = adw_style_manager_get_high_contrast (manager);
  AdwAccentColor accent = adw_style_manager_get_accent_color (manager);
  GdkRGBA colour;

  bw_theme_init_screen (theme, dark, high_contrast);
  adw_accent_color_to_standalone_rgba (accent, dark, &colour);
  theme->accent = from_rgba (&colour);
  gtk_widget_get_color (widget, &colour);
  theme->foreground = from_rgba (&colour);
  if (dark)
    theme->background = dark_card;
  take_text_of (theme, widget);
}

void
bw_screen_theme_init_picture (BwTheme *theme, GtkWidget *widget)
{
  bw_theme_init_screen (theme, FALSE, FALSE);
  take_text_of (theme, widget);
}
