/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours stay apart for eyes that lack a receptor, and by lightness where there is no colour.
 * Matrices: Machado, Oliveira & Fernandes 2009, severity 1. Lightness and distance: CIE 1976. */
#include "config.h"

#include <math.h>

#include "bw-theme.h"

static const double eyes[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static double
linearise (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
root (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16 / 116.0;
}

static double
get_luminance (BwColour colour)
{
  return 0.2126 * linearise (colour.red) + 0.7152 * linearise (colour.green) +
         0.0722 * linearise (colour.blue);
}

static void
get_lab (BwColour colour, const double eye[3][3], double lab[3])
{
  double in[] = { linearise (colour.red), linearise (colour.green), linearise (colour.blue) };
  double v[3];
  for (guint i = 0; i < 3; i++)
    v[i] = CLAMP (eye[i][0] * in[0] + eye[i][1] * in[1] + eye[i][2] * in[2], 0, 1);
  double x = root ((0.4124 * v[0] + 0.3576 * v[1] + 0.1805 * v[2]) / 0.9505);
  double y = root (0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]);
  double z = root ((0.0193 * v[0] + 0.1192 * v[1] + 0.9505 * v[2]) / 1.089);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static void
check_pair (BwColour a, BwColour b)
{
  for (guint e = 0; e < G_N_ELEMENTS (eyes); e++) {
    double first[3], second[3];
    get_lab (a, eyes[e], first);
    get_lab (b, eyes[e], second);
    double distance = sqrt (pow (first[0] - second[0], 2) + pow (first[1] - second[1], 2) +
                            pow (first[2] - second[2], 2));
    g_assert_cmpfloat (distance, >, 9);
    if (e == 0)
      g_assert_cmpfloat (fabs (first[0] - second[0]), >, 3);
  }
}

static double
get_contrast (BwColour a, BwColour b)
{
  double first = get_luminance (a) + 0.05, second = get_luminance (b) + 0.05;
  return MAX (first, second) / MIN (first, second);
}

static void
check_theme (const BwTheme *theme)
{
  for (guint i = 0; i < BW_THEME_SERIES; i++) {
    g_assert_cmpfloat (get_contrast (theme->series[i], theme->background), >, 2);
    for (guint j = 0; j < i; j++)
      check_pair (theme->series[i], theme->series[j]);
  }
  for (guint i = 0; i < BW_THEME_STEPS; i++) {
    g_assert_cmpfloat (get_contrast (theme->steps[i], theme->background), >, 2);
    for (guint j = 0; j < i; j++)
      check_pair (theme->steps[i], theme->steps[j]);
  }
  g_assert_cmpfloat (get_contrast (theme->foreground, theme->background), >, 7);
  g_assert_cmpfloat (get_contrast (theme->dim, theme->background), >, 4.5);
  g_assert_cmpfloat (get_contrast (theme->accent, theme->background), >, 3);
  g_assert_cmpfloat (get_contrast (theme->good, theme->background), >, 4.5);
  g_assert_cmpfloat (get_contrast (theme->bad, theme->background), >, 4.5);
}

static void
test_colours (void)
{
  BwTheme theme;
  bw_theme_init_paper (&theme);
  check_theme (&theme);
  for (guint dark = 0; dark < 2; dark++) {
    for (guint contrast = 0; contrast < 2; contrast++) {
      bw_theme_init_screen (&theme, dark, contrast);
      check_theme (&theme);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/colours", test_colours);
  return g_test_run ();
}
