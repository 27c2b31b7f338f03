/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet of paper, in points, and how things are put on it. Everything is placed from left to
 * right and mirrored here for languages that run the other way. */
#pragma once

#include "bw-scene.h"

typedef struct {
  double width;
  double height;
  BwBox body; /* within the margins */
  BwTheme theme;
} BwPaper;

void bw_paper_init (BwPaper *paper, double width, double height);
/* Where a box really is. */
BwBox bw_paper_place (const BwPaper *paper, BwBox box);

typedef struct {
  double size; /* 0 = of the running text */
  gboolean bold;
  gboolean at_end;   /* set against the end of the box */
  gboolean one_line; /* ends in an ellipsis */
  BwColour colour;   /* alpha 0 = foreground */
} BwPaperStyle;

/* Height of the text when its lines are as wide. */
double
bw_paper_measure (const BwPaper *paper, const char *text, double width, const BwPaperStyle *style);
/* Width of the longest word of it, which is not to be broken. */
double bw_paper_measure_word (const BwPaper *paper, const char *text, const BwPaperStyle *style);
/* Top of the box downwards, whatever its height. */
void bw_paper_write (
    const BwPaper *paper, cairo_t *cr, const char *text, BwBox box, const BwPaperStyle *style);
/* Only so many of the lines; returns how many there are. The first one is at the top of the box. */
guint bw_paper_write_lines (const BwPaper *paper,
                            cairo_t *cr,
                            const char *text,
                            BwBox box,
                            const BwPaperStyle *style,
                            guint first,
                            guint n);
/* How many lines from `first` on fit that height, and how high these are. */
guint bw_paper_fit_lines (const BwPaper *paper,
                          const char *text,
                          double width,
                          const BwPaperStyle *style,
                          guint first,
                          double height,
                          double *used);

void bw_paper_draw_rule (const BwPaper *paper,
                         cairo_t *cr,
                         double x,
                         double y,
                         double width,
                         double thickness,
                         BwColour colour);
void
bw_paper_draw_scene (const BwPaper *paper, cairo_t *cr, const BwScene *scene, double x, double y);
