/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours and text of charts: one for paper, one made from the window's style. */
#pragma once

#include <glib.h>

typedef struct {
  double red, green, blue, alpha;
} BwColour;

#define BW_THEME_SERIES 8
#define BW_THEME_STEPS 5

typedef struct {
  BwColour foreground;
  BwColour background;
  BwColour dim; /* axis labels */
  BwColour grid;
  BwColour accent;
  BwColour good; /* never the only sign: shapes and words say the same */
  BwColour bad;
  /* Distinct for colour-blind eyes, and by lightness in grey print. */
  BwColour series[BW_THEME_SERIES];
  /* Of one scale, from the best to the worst, the middle one calm; distinct like those above. */
  BwColour steps[BW_THEME_STEPS];
  const char *font; /* family, "Sans" */
  double font_size; /* absolute, in scene units */
  double line_width;
  gboolean high_contrast;
  gboolean patterns; /* members differ by hatching too: paper is often grey */
  gboolean right_to_left;
} BwTheme;

/* Eight points, black on white. */
void bw_theme_init_paper (BwTheme *theme);
/* The caller then sets the accent, font and direction of the window. */
void bw_theme_init_screen (BwTheme *theme, gboolean dark, gboolean high_contrast);

/* The same colour, seen through. */
static inline BwColour
bw_colour_fade (BwColour colour, double alpha)
{
  colour.alpha *= alpha;
  return colour;
}
