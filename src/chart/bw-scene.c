/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the marks of a chart, and draws, finds and tells them. */
#include "config.h"

#include <math.h>

#include "bw-drawing.h"
#include "bw-lettering.h"
#include "bw-scene-draw.h"
#include "bw-scene.h"

/* How far from a mark a pointer may be and still mean it. */
#define REACH 16

struct _BwScene {
  double width;
  double height;

  /* Owned */
  char *font;
  char *description;
  char *summary;
  GPtrArray *marks;
  GPtrArray *datums; /* those of the marks that are picked and spoken */
};

G_DEFINE_BOXED_TYPE (BwScene, bw_scene, bw_scene_ref, bw_scene_unref)

static void
free_mark (BwMark *mark)
{
  g_free (mark->label);
  g_free (mark->words);
  g_free (mark->points);
  g_free (mark);
}

BwScene *
bw_scene_new (double width, double height, const char *font)
{
  BwScene *scene = g_atomic_rc_box_new0 (BwScene);
  scene->width = width;
  scene->height = height;
  scene->font = g_strdup (font);
  scene->description = g_strdup ("");
  scene->summary = g_strdup ("");
  scene->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) free_mark);
  scene->datums = g_ptr_array_new ();
  return scene;
}

BwScene *
bw_scene_ref (BwScene *scene)
{
  return g_atomic_rc_box_acquire (scene);
}

static void
clear_scene (BwScene *scene)
{
  g_free (scene->font);
  g_free (scene->description);
  g_free (scene->summary);
  g_ptr_array_unref (scene->datums);
  g_ptr_array_unref (scene->marks);
}

void
bw_scene_unref (BwScene *scene)
{
  g_atomic_rc_box_release_full (scene, (GDestroyNotify) clear_scene);
}

BwMark *
bw_scene_add (BwScene *scene, BwMarkKind kind, double x, double y, double width, double height)
{
  g_return_val_if_fail (scene, NULL);
  BwMark *mark = g_new0 (BwMark, 1);
  mark->kind = kind;
  mark->box = (BwBox) { x, y, width, height };
  mark->period = -1;
  mark->member = -1;
  g_ptr_array_add (scene->marks, mark);
  if (kind == BW_MARK_BAR || kind == BW_MARK_POINT)
    g_ptr_array_add (scene->datums, mark);
  return mark;
}

void
bw_scene_measure (
    BwScene *scene, const char *text, double size, gboolean bold, double *width, double *height)
{
  g_autoptr (PangoLayout) layout = bw_lettering_new (NULL, text, scene->font, size, bold, 0);
  bw_lettering_measure (layout, width, height);
}

BwMark *
bw_scene_add_text (BwScene *scene,
                   const char *text,
                   double x,
                   double y,
                   double max_width,
                   double align,
                   double size,
                   gboolean bold,
                   BwColour colour)
{
  double width, height;
  bw_scene_measure (scene, text, size, bold, &width, &height);
  if (max_width > 0)
    width = MIN (width, max_width);
  BwMark *mark = bw_scene_add (scene, BW_MARK_TEXT, x - align * width, y, width, height);
  mark->label = g_strdup (text);
  mark->align = align;
  mark->size = size;
  mark->bold = bold;
  mark->colour = colour;
  return mark;
}

void
bw_scene_mirror (BwScene *scene)
{
  for (guint i = 0; i < scene->marks->len; i++) {
    BwMark *mark = scene->marks->pdata[i];
    mark->box.x = scene->width - mark->box.x - mark->box.width;
    mark->align = 1 - mark->align;
    for (gsize p = 0; p < mark->n_points; p++)
      mark->points[2 * p] = scene->width - mark->points[2 * p];
  }
}

void
bw_scene_set_description (BwScene *scene, const char *title, const char *summary)
{
  g_free (scene->description);
  scene->description =
      title && *title ? g_strconcat (title, " ", summary, NULL) : g_strdup (summary);
  g_set_str (&scene->summary, summary);
}

double
bw_scene_get_width (const BwScene *scene)
{
  return scene->width;
}

double
bw_scene_get_height (const BwScene *scene)
{
  return scene->height;
}

guint
bw_scene_get_n_data (const BwScene *scene)
{
  return scene->datums->len;
}

const BwMark *
bw_scene_get_data (const BwScene *scene, guint i)
{
  g_return_val_if_fail (i < scene->datums->len, NULL);
  return scene->datums->pdata[i];
}

const char *
bw_scene_get_description (const BwScene *scene)
{
  return scene->description;
}

const char *
bw_scene_get_summary (const BwScene *scene)
{
  return scene->summary;
}

guint
bw_scene_get_n_marks (const BwScene *scene)
{
  return scene->marks->len;
}

const BwMark *
bw_scene_get_mark (const BwScene *scene, guint i)
{
  g_return_val_if_fail (i < scene->marks->len, NULL);
  return scene->marks->pdata[i];
}

void
bw_scene_draw (const BwScene *scene, cairo_t *cr)
{
  g_return_if_fail (scene && cr);
  cairo_save (cr);
  for (guint i = 0; i < scene->marks->len; i++)
    bw_scene_draw_mark (scene->marks->pdata[i], scene->font, cr);
  cairo_restore (cr);
}

/* --- Finding and telling ------------------------------------------------------------------- */

static double
distance_to_box (const BwBox *box, double x, double y)
{
  double dx = MAX (MAX (box->x - x, x - box->x - box->width), 0);
  double dy = MAX (MAX (box->y - y, y - box->y - box->height), 0);
  return hypot (dx, dy);
}

static double
distance_to_centre (const BwBox *box, double x, double y)
{
  return hypot (x - box->x - box->width / 2, y - box->y - box->height / 2);
}

int
bw_scene_pick (const BwScene *scene, double x, double y)
{
  int nearest = -1;
  double least = REACH, least_to_centre = INFINITY;
  for (guint i = 0; i < scene->datums->len; i++) {
    const BwBox *box = &((const BwMark *) scene->datums->pdata[i])->box;
    double distance = distance_to_box (box, x, y);
    double to_centre = distance_to_centre (box, x, y);
    if (distance < least || (distance == least && to_centre < least_to_centre)) {
      nearest = (int) i;
      least = distance;
      least_to_centre = to_centre;
    }
  }
  return nearest;
}

static guint
count_strokes (const BwMark *mark)
{
  guint n = 0;
  gboolean is_down = FALSE;
  for (gsize i = 0; i < mark->n_points; i++) {
    gboolean missing = isnan (mark->points[2 * i]) || isnan (mark->points[2 * i + 1]);
    n += !missing && !is_down;
    is_down = !missing;
  }
  return n;
}

char *
bw_scene_to_text (const BwScene *scene)
{
  static const char *const kinds[] = {
    [BW_MARK_BAR] = "bar",   [BW_MARK_POINT] = "point", [BW_MARK_LINE] = "line",
    [BW_MARK_BAND] = "band", [BW_MARK_GRID] = "grid",   [BW_MARK_SIGN] = "sign",
    [BW_MARK_TEXT] = "text",
  };
  static const char *const shapes[BW_SIGN_LAST] = {
    "circle", "square", "triangle", "diamond", "down", "plus", "cross", "bar", "ring",
  };
  static const char *const dashes[BW_DASH_LAST] = { "", ", dashed", ", dotted", ", mixed" };
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < scene->marks->len; i++) {
    const BwMark *mark = scene->marks->pdata[i];
    const BwBox *box = &mark->box;
    g_string_append_printf (text, "%-5s %4ld %4ld %4ld %4ld", kinds[mark->kind], lround (box->x),
                            lround (box->y), lround (box->width), lround (box->height));
    if (mark->n_points > 0)
      g_string_append_printf (text, " %" G_GSIZE_FORMAT " points, %u strokes%s", mark->n_points,
                              count_strokes (mark), dashes[mark->dash]);
    if (mark->shape != BW_SIGN_CIRCLE)
      g_string_append_printf (text, " %s", shapes[mark->shape]);
    if (mark->hatch != BW_HATCH_NONE)
      g_string_append_printf (text, " hatch %d", mark->hatch);
    if (mark->words || mark->label)
      g_string_append_printf (text, " \"%s\"", mark->words ? mark->words : mark->label);
    if (mark->kind == BW_MARK_POINT && mark->size <= 0)
      g_string_append (text, " not drawn");
    g_string_append_c (text, '\n');
  }
  g_string_append_printf (text, "says  %s\n", scene->description);
  return g_string_free_and_steal (text);
}
