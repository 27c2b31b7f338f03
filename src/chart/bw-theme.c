/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours: one set for white paper and light windows, one for dark windows. */
#include "config.h"

#include "bw-theme.h"

#define FONT "Adwaita Sans, Cantarell, Noto Sans, Sans"

#define RGB(hex)                                                                                   \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1 }

/* No two closer than 5 in CIE lightness, neighbours by at least 9; apart for eyes without red,
 * green or blue receptors (a test keeps that). */
static const BwColour light_series[BW_THEME_SERIES] = {
  RGB (0x1c71d8), RGB (0xe8850c), RGB (0x0b4536), RGB (0xd06fc0),
  RGB (0x8a3c18), RGB (0x43c2b0), RGB (0x2d1a66), RGB (0x828282),
};

static const BwColour dark_series[BW_THEME_SERIES] = {
  RGB (0x78aeed), RGB (0xe5813a), RGB (0xc9f2dc), RGB (0xa8689e),
  RGB (0xf5d76e), RGB (0x1f9c86), RGB (0xf4b8d8), RGB (0x7167c9),
};

/* Strong at both ends, blue on the good side and orange on the other. */
static const BwColour light_steps[BW_THEME_STEPS] = {
  RGB (0x1a4a94), RGB (0x5f9be6), RGB (0xb3b1b8), RGB (0xe98a2b), RGB (0x9c3410),
};

static const BwColour dark_steps[BW_THEME_STEPS] = {
  RGB (0x92c4fa), RGB (0x447fcb), RGB (0x5f5d66), RGB (0xd07c2c), RGB (0xffc69e),
};

static const BwTheme light = {
  .foreground = RGB (0x241f31),
  .background = RGB (0xffffff),
  .dim = RGB (0x5e5c64),
  .grid = RGB (0xe4e3e6),
  .accent = RGB (0x1c71d8),
  .good = RGB (0x1a7f4b),
  .bad = RGB (0xb5171f),
};

static const BwTheme dark = {
  .foreground = RGB (0xffffff),
  .background = RGB (0x222226),
  .dim = RGB (0xc0bfbc),
  .grid = RGB (0x434348),
  .accent = RGB (0x78aeed),
  .good = RGB (0x57e389),
  .bad = RGB (0xff938c),
};

static void
init (BwTheme *theme, gboolean is_dark, double font_size)
{
  *theme = is_dark ? dark : light;
  for (guint i = 0; i < BW_THEME_SERIES; i++)
    theme->series[i] = is_dark ? dark_series[i] : light_series[i];
  for (guint i = 0; i < BW_THEME_STEPS; i++)
    theme->steps[i] = is_dark ? dark_steps[i] : light_steps[i];
  theme->font = FONT;
  theme->font_size = font_size;
  theme->line_width = font_size / 6;
}

void
bw_theme_init_paper (BwTheme *theme)
{
  init (theme, FALSE, 8);
  theme->patterns = TRUE;
}

void
bw_theme_init_screen (BwTheme *theme, gboolean is_dark, gboolean high_contrast)
{
  init (theme, is_dark, 12);
  theme->high_contrast = high_contrast;
  theme->patterns = high_contrast;
  if (high_contrast) {
    theme->foreground = is_dark ? (BwColour) RGB (0xffffff) : (BwColour) RGB (0x000000);
    theme->dim = theme->foreground;
    theme->grid = is_dark ? (BwColour) RGB (0x9a9996) : (BwColour) RGB (0x77767b);
    theme->line_width *= 1.5;
  }
}
