/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is behind a figure, row by row: how its values are spread, and how they come over the week.
 */
#pragma once

#include "bw-distribution.h"
#include "bw-engine.h"

/* As few values of a member are drawn one by one. */
#define BW_SPREAD_FEW 12
/* At most so many of those beyond the whiskers are. */
#define BW_SPREAD_STRIP 40

/* The values of the rows that have a say in the figure over the question's period: bins (durations
 * by ratios, whole numbers one by one), the quartiles of all, and those of at most max members of a
 * dimension, the ones with the most n first. NULL when a row has no value of its own (counts,
 * shares, stocks, ratios), or none has a say. */
BwDistribution *bw_spread_new (BwEngine *engine,
                               const BwQuestion *question,
                               const BwFigure *figure,
                               BwFieldId field,
                               guint max);
/* The rows with a value in [low, high), or up to high itself when it is the last bin. *table lives
 * as long as the engine. NULL as above. */
BwBits *bw_spread_select (BwEngine *engine,
                          const BwQuestion *question,
                          const BwFigure *figure,
                          const BwBin *bin,
                          gboolean is_last,
                          BwTable **table);

/* Weekdays (from Monday) x hours by the clock of the period's zone. Counts: how many come in such
 * an hour on average, over all such hours of the period up to the day of the last datum (a month
 * has four or five Mondays, and an hour that the clock skips does not occur). Other figures: their
 * mean (or median, by the question) of the rows placed in that hour. NULL for stocks, ratios, sums
 * of amounts, and where dates have no time of day. */
BwMatrix *bw_rhythm_new (BwEngine *engine, const BwQuestion *question, const BwFigure *figure);
/* The rows of such an hour, or of all hours of the day. */
#define BW_RHYTHM_ALL_DAY 24
BwBits *bw_rhythm_select (BwEngine *engine,
                          const BwQuestion *question,
                          const BwFigure *figure,
                          guint weekday,
                          guint hour,
                          BwTable **table);
