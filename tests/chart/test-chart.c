/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out every case and compares the scene, as text, with its golden file.
 *
 * BELLWETHER_GOLDEN=write writes the golden files anew; BELLWETHER_PICTURES=FOLDER draws every case
 * there, light and dark, to be looked at. */
#include "config.h"

#include <locale.h>
#include <math.h>

#include "bw-lettering.h"
#include "bw-plot.h"
#include "chart-cases.h"

#define FONT "Cantarell"

static void
init_theme (BwTheme *theme, const ChartCase *chart_case, gboolean dark)
{
  bw_theme_init_screen (theme, dark, FALSE);
  theme->font = FONT;
  theme->right_to_left = chart_case->right_to_left;
}

static BwScene *
layout_case (const ChartCase *chart_case, gboolean dark)
{
  BwTheme theme;
  g_autoptr (BwChart) chart = chart_case->make ();
  init_theme (&theme, chart_case, dark);
  return bw_chart_layout (chart, chart_case->width, chart_case->height, &theme);
}

/* The boxes of text depend on the font. */
static gboolean
has_font (void)
{
  g_autoptr (PangoLayout) layout = bw_lettering_new (NULL, "x", FONT, 12, FALSE, 0);
  PangoFontDescription *wanted = pango_font_description_from_string (FONT);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFont *font = pango_context_load_font (context, wanted);
  PangoFontDescription *found = pango_font_describe (font);
  gboolean has = g_str_equal (pango_font_description_get_family (found), FONT);
  pango_font_description_free (wanted);
  pango_font_description_free (found);
  g_object_unref (font);
  return has;
}

static void
test_golden (gconstpointer user_data)
{
  const ChartCase *chart_case = user_data;
  g_autofree char *name = g_strconcat (chart_case->name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", "golden", name, NULL);
  g_autoptr (BwScene) scene = layout_case (chart_case, FALSE);
  g_autofree char *text = bw_scene_to_text (scene);
  g_autofree char *golden = NULL;

  if (!has_font ()) {
    g_test_skip ("needs the font " FONT);
    return;
  }
  if (g_strcmp0 (g_getenv ("BELLWETHER_GOLDEN"), "write") == 0)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  g_assert_cmpstr (text, ==, golden);
}

/* No text lies on another, and none leaves the paper. */
static void
test_texts (gconstpointer user_data)
{
  const ChartCase *chart_case = user_data;
  g_autoptr (BwScene) scene = layout_case (chart_case, FALSE);
  g_autofree char *text = bw_scene_to_text (scene);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (BwBox));

  for (guint i = 0; lines[i]; i++) {
    BwBox box;
    if (sscanf (lines[i], "text %lf %lf %lf %lf", &box.x, &box.y, &box.width, &box.height) != 4)
      continue;
    g_assert_cmpfloat (box.x, >=, -0.5);
    g_assert_cmpfloat (box.x + box.width, <=, chart_case->width + 1);
    g_assert_cmpfloat (box.y + box.height, <=, chart_case->height + 1);
    for (guint b = 0; b < boxes->len; b++) {
      const BwBox *other = &g_array_index (boxes, BwBox, b);
      gboolean apart = box.x + box.width <= other->x + 1 || other->x + other->width <= box.x + 1 ||
                       box.y + box.height <= other->y + 5 || other->y + other->height <= box.y + 5;
      if (!apart)
        g_test_message ("%s", lines[i]);
      g_assert_true (apart);
    }
    g_array_append_val (boxes, box);
  }
}

static gboolean
overlap (const BwBox *a, const BwBox *b)
{
  return a->x + 1 < b->x + b->width && b->x + 1 < a->x + a->width && a->y + 3 < b->y + b->height &&
         b->y + 3 < a->y + a->height;
}

/* No text lies on a drawn datum, unless it is written into it. */
static void
test_data (gconstpointer user_data)
{
  g_autoptr (BwScene) scene = layout_case (user_data, FALSE);
  for (guint i = 0; i < bw_scene_get_n_marks (scene); i++) {
    const BwMark *text = bw_scene_get_mark (scene, i);
    for (guint d = 0; text->kind == BW_MARK_TEXT && d < bw_scene_get_n_data (scene); d++) {
      const BwMark *datum = bw_scene_get_data (scene, d);
      gboolean is_inside = text->box.y >= datum->box.y - 1 &&
                           text->box.y + text->box.height <= datum->box.y + datum->box.height + 1;
      if (datum->kind == BW_MARK_POINT && datum->size <= 0)
        continue;
      if (!is_inside && overlap (&text->box, &datum->box))
        g_test_message ("%s lies on %s", text->label, datum->words);
      g_assert_true (is_inside || !overlap (&text->box, &datum->box));
    }
  }
}

/* Members are told apart without colours: by shapes of points, on paper by hatches of parts. */
static void
test_grey (void)
{
  static const char *const members[] = { "A", "B", "C", "D", "E", "F", "G", "H" };
  const double values[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  static const char *const types[] = { "line", "area", "stacked-bar", "share-bar" };
  g_autoptr (BwSeries) series = make_members (BW_UNIT_COUNT, members, 8, values, 1);
  BwTheme theme;
  bw_theme_init_paper (&theme);
  for (guint t = 0; t < G_N_ELEMENTS (types); t++) {
    g_autoptr (BwChart) chart = bw_chart_new (types[t], NULL, NULL, series);
    g_autoptr (BwScene) scene = bw_chart_layout (chart, 600, 400, &theme);
    guint signs = 0;
    g_assert_cmpuint (bw_scene_get_n_data (scene), ==, 8);
    for (guint i = 0; i < 8; i++) {
      const BwMark *mark = bw_scene_get_data (scene, i);
      signs |= 1u << (mark->kind == BW_MARK_POINT ? (guint) mark->shape : (guint) mark->hatch);
    }
    g_assert_cmpuint (signs, ==, 0xff);
  }
}

static double
get_grey (const BwColour *colour)
{
  return 0.2126 * colour->red + 0.7152 * colour->green + 0.0722 * colour->blue;
}

/* More is always darker on light, and lighter on dark, for eyes without colours too. */
static void
test_ramp (void)
{
  static const char *const rows[] = { "", NULL };
  static const char *const columns[] = { "0", "1", "2", "3", "4", "5", NULL };
  for (guint dark = 0; dark < 2; dark++) {
    g_autoptr (BwMatrix) matrix = bw_matrix_new (BW_UNIT_COUNT, rows, columns);
    g_autoptr (BwChart) chart = bw_chart_new_matrix ("heatmap", NULL, NULL, matrix);
    BwTheme theme;
    for (guint i = 0; i < 6; i++)
      matrix->values[i] = i;
    bw_theme_init_screen (&theme, dark, FALSE);
    g_autoptr (BwScene) scene = bw_chart_layout (chart, 300, 100, &theme);
    for (guint i = 1; i < 6; i++) {
      double before = get_grey (&bw_scene_get_data (scene, i - 1)->colour);
      double after = get_grey (&bw_scene_get_data (scene, i)->colour);
      g_assert_cmpfloat (dark ? after - before : before - after, >, 0.02);
    }
  }
}

/* The middle of each mark is that mark, and every mark has words. */
static void
test_pick (gconstpointer user_data)
{
  g_autoptr (BwScene) scene = layout_case (user_data, FALSE);
  guint n = bw_scene_get_n_data (scene);
  for (guint i = 0; i < n && n < 200; i++) {
    const BwMark *mark = bw_scene_get_data (scene, i);
    int picked = bw_scene_pick (scene, mark->box.x + mark->box.width / 2,
                                mark->box.y + mark->box.height / 2);
    g_assert_cmpint (picked, >=, 0);
    const BwMark *found = bw_scene_get_data (scene, (guint) picked);
    g_assert_cmpfloat_with_epsilon (found->box.x, mark->box.x, 1);
    g_assert_cmpfloat_with_epsilon (found->box.y, mark->box.y, 1);
    g_assert_nonnull (mark->words);
    g_assert_true (mark->period >= 0 || mark->member >= 0);
  }
  g_assert_cmpint (bw_scene_pick (scene, -500, -500), ==, -1);
  g_assert_cmpuint (strlen (bw_scene_get_description (scene)), >, 0);
}

static void
draw_picture (const ChartCase *chart_case, gboolean dark, const char *folder)
{
  const double zoom = 2;
  BwTheme theme;
  init_theme (&theme, chart_case, dark);
  g_autoptr (BwScene) scene = layout_case (chart_case, dark);
  g_autofree char *path =
      g_strdup_printf ("%s/%s%s.png", folder, chart_case->name, dark ? "-dark" : "");
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (chart_case->width * zoom) + 32,
                                  (int) (chart_case->height * zoom) + 32);
  cairo_t *cr = cairo_create (surface);
  BwColour paper = theme.background;
  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  cairo_translate (cr, 16, 16);
  cairo_scale (cr, zoom, zoom);
  bw_scene_draw (scene, cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
test_pictures (gconstpointer user_data)
{
  const char *folder = g_getenv ("BELLWETHER_PICTURES");
  if (!folder) {
    g_test_skip ("no BELLWETHER_PICTURES");
    return;
  }
  draw_picture (user_data, FALSE, folder);
  draw_picture (user_data, TRUE, folder);
}

static void
test_types (void)
{
  const BwChartType *const *types = bw_chart_types ();
  guint n = 0;
  for (; types[n]; n++) {
    g_assert_nonnull (types[n]->title);
    g_assert_nonnull (types[n]->layout);
  }
  g_assert_cmpuint (n, >=, 13);
}

/* Any size, however silly, gives a scene. */
static void
test_sizes (void)
{
  static const double sizes[][2] = { { 0, 0 }, { 1, 1 }, { 20, 400 }, { 400, 20 }, { 4000, 3000 } };
  for (guint c = 0; c < n_chart_cases; c++) {
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++) {
      ChartCase odd = chart_cases[c];
      odd.width = sizes[s][0];
      odd.height = sizes[s][1];
      g_autoptr (BwScene) scene = layout_case (&odd, FALSE);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 64, 64);
      cairo_t *cr = cairo_create (surface);
      bw_scene_draw (scene, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  }
}

static void
test_thin (void)
{
  double points[] = { 0.1, 5, 0.2, 1, 0.3, 9, 0.4, 4, 1.5, NAN, 2.1, 3, 2.9, 3, 3.5, 7 };
  gsize n = bw_plot_thin (points, G_N_ELEMENTS (points) / 2);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpfloat (points[1], ==, 1);
  g_assert_cmpfloat (points[3], ==, 9);
  g_assert_true (isnan (points[5]));
  g_assert_cmpfloat (points[7], ==, 3);
  g_assert_cmpfloat (points[9], ==, 7);
}

static void
add_cases (const char *path, GTestDataFunc test)
{
  for (guint i = 0; i < n_chart_cases; i++) {
    g_autofree char *name = g_strdup_printf ("/chart/%s/%s", path, chart_cases[i].name);
    g_test_add_data_func (name, &chart_cases[i], test);
  }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/types", test_types);
  g_test_add_func ("/chart/sizes", test_sizes);
  g_test_add_func ("/chart/thin", test_thin);
  g_test_add_func ("/chart/grey", test_grey);
  g_test_add_func ("/chart/ramp", test_ramp);
  add_cases ("golden", test_golden);
  add_cases ("texts", test_texts);
  add_cases ("data", test_data);
  add_cases ("pick", test_pick);
  add_cases ("pictures", test_pictures);
  return g_test_run ();
}
