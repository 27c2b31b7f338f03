/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart laid out: marks with places and words. It can draw (on any cairo_t), pick (x, y -> mark)
 * and describe (words); screen, PDF, PNG, tooltip, keyboard, spoken text and tests all come from
 * it. Immutable once laid out, counted. */
#pragma once

#include "bw-theme.h"
#include <cairo.h>
#include <glib-object.h>

typedef enum {
  BW_MARK_BAR,
  BW_MARK_POINT, /* a datum on a line */
  BW_MARK_LINE,  /* decoration from here on: not picked, not spoken */
  BW_MARK_BAND,  /* an area: of its points, or its box when it has none */
  BW_MARK_GRID,  /* a straight line from the box's start to its end */
  BW_MARK_SIGN,  /* a shape that is no datum: in legends, on top of data */
  BW_MARK_TEXT,
} BwMarkKind;

/* Shapes of points and signs: what tells members apart where colours cannot. */
typedef enum {
  BW_SIGN_CIRCLE,
  BW_SIGN_SQUARE,
  BW_SIGN_TRIANGLE,
  BW_SIGN_DIAMOND,
  BW_SIGN_TRIANGLE_DOWN,
  BW_SIGN_PLUS,
  BW_SIGN_CROSS,
  BW_SIGN_BAR,  /* upright */
  BW_SIGN_RING, /* around a datum: a signal */
  BW_SIGN_LAST,
} BwSign;

/* Lines across bars and bands, for the same end. */
typedef enum {
  BW_HATCH_NONE,
  BW_HATCH_UP,
  BW_HATCH_LEVEL,
  BW_HATCH_DOWN,
  BW_HATCH_GRID,
  BW_HATCH_UPRIGHT,
  BW_HATCH_CROSS,
  BW_HATCH_WIDE,
  BW_HATCH_LAST,
} BwHatch;

typedef enum {
  BW_DASH_NONE,
  BW_DASH_LONG,
  BW_DASH_DOTS,
  BW_DASH_MIXED, /* long and dot in turn */
  BW_DASH_LAST,
} BwDash;

typedef struct {
  double x, y, width, height;
} BwBox;

typedef struct {
  BwMarkKind kind;
  BwBox box;   /* where it is and where it is hit */
  char *label; /* TEXT: what is drawn */
  char *words; /* data marks: "March 2025: 2 h 10 min, n 812"; tooltip and speech */
  int period;  /* of its series; row of its matrix; -1 = none */
  int member;  /* of its series; column of its matrix; bin; box; step; -1 = none */
  BwColour colour;
  BwSign shape;
  BwHatch hatch;
  BwColour ink; /* of the hatch */
  double line_width;
  double *points; /* LINE, BAND: x, y pairs; NAN breaks the line */
  gsize n_points;
  double align;  /* TEXT: 0 starts at box.x, 0.5 centred, 1 ends at box.x + width */
  double size;   /* TEXT: absolute size of the font; POINT, SIGN: diameter, 0 = not drawn */
  double radius; /* BAR: of its corners */
  gboolean bold;
  BwDash dash;
} BwMark;

typedef struct _BwScene BwScene;

#define BW_TYPE_SCENE (bw_scene_get_type ())
GType bw_scene_get_type (void);

BwScene *bw_scene_new (double width, double height, const char *font);
BwScene *bw_scene_ref (BwScene *scene);
void bw_scene_unref (BwScene *scene);

/* While it is laid out. The mark belongs to the scene. */
BwMark *
bw_scene_add (BwScene *scene, BwMarkKind kind, double x, double y, double width, double height);
/* A line of text whose start, middle or end (align 0, 0.5, 1) is at x and whose top is at y. Its
 * box is what it needs, at most max_width (0 = no limit): the rest becomes an ellipsis. */
BwMark *bw_scene_add_text (BwScene *scene,
                           const char *text,
                           double x,
                           double y,
                           double max_width,
                           double align,
                           double size,
                           gboolean bold,
                           BwColour colour);
/* Swaps left and right of all that is there, for right-to-left languages. */
void bw_scene_mirror (BwScene *scene);
/* title may be NULL. */
void bw_scene_set_description (BwScene *scene, const char *title, const char *summary);
/* Size of a line of text: the only measure, the same for every paper. */
void bw_scene_measure (
    BwScene *scene, const char *text, double size, gboolean bold, double *width, double *height);

double bw_scene_get_width (const BwScene *scene);
double bw_scene_get_height (const BwScene *scene);
/* Data marks (BAR, POINT) in reading order: what keys walk and screen readers list. */
guint bw_scene_get_n_data (const BwScene *scene);
const BwMark *bw_scene_get_data (const BwScene *scene, guint i);
/* One or two sentences: what it shows, range, last value. */
const char *bw_scene_get_description (const BwScene *scene);
/* The same without the title, for a place beside it. */
const char *bw_scene_get_summary (const BwScene *scene);

void bw_scene_draw (const BwScene *scene, cairo_t *cr);
/* Index of the data mark at that point, or the nearest within a few units; -1 for none. */
int bw_scene_pick (const BwScene *scene, double x, double y);
/* Any mark, in the order in which they are drawn. */
guint bw_scene_get_n_marks (const BwScene *scene);
const BwMark *bw_scene_get_mark (const BwScene *scene, guint i);
/* One line a mark: kind, rounded box, label or words. For golden tests. */
char *bw_scene_to_text (const BwScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwScene, bw_scene_unref)
