/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tiles and pages say of a figure, in the user's language. All strings are for g_free. */
#pragma once

#include "bw-figure.h"

/* "2 h 10 min", "3 of 4", "no data" */
char *bw_figure_words_value (const BwFigure *figure, BwFormat format);
/* "812 tickets": how many rows had a say; NULL where the value itself is that
 * count, and where it is not of rows. */
char *bw_figure_words_n (const BwFigure *figure);
/* A value of that unit; its parts keep their order where text runs from right to left. */
char *bw_figure_words_cell (BwUnit unit, const BwCell *cell);
/* "between 80 % and 91 % with 95 % confidence", or NULL when it cannot be said. */
char *bw_figure_words_interval (const BwFigure *figure);
/* The interval is worth its place: fewer than a hundred rows. */
gboolean bw_figure_has_doubt (const BwFigure *figure);
/* "95 % interval: 80 % – 91 %" where it is; NULL else. */
char *bw_figure_words_doubt (const BwFigure *figure);

/* "−12 min, better"; NULL when there is nothing to compare with. */
char *bw_figure_words_change (const BwFigure *figure, BwFormat format);
/* "before: 1 h 58 min"; NULL likewise. */
char *bw_figure_words_previous (const BwFigure *figure);
/* Name of the arrow that goes with it; NULL likewise. */
const char *bw_figure_get_change_icon (const BwFigure *figure);
/* "success", "error" or "dimmed": the style of both. */
const char *bw_figure_get_change_style (const BwFigure *figure);

/* "target: at least 90 %, missed"; NULL without a target, or a value. */
char *bw_figure_words_target (const BwFigure *figure);
/* "benchmark: 70 % to 79 % (SQM Group)"; NULL when none fits. */
char *bw_figure_words_benchmark (const BwFigure *figure);

/* All of this in a breath, for screen readers. */
char *bw_figure_words_spoken (const BwFigure *figure);
