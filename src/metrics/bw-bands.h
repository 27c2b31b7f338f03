/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How answers spread over their scale: five bands from very positive to very negative; promoters,
 * passives and detractors. */
#pragma once

#include "bw-engine.h"

#define BW_BANDS 5

/* Is the scale wide enough for five bands? A scale of two says no more than the share does. */
gboolean bw_bands_are_in (const BwColumn *column);
/* Five equal bands of the column's scale, the best is 0; -1 = it is none of the scale. */
int bw_band_find (const BwColumn *column, double score);
/* "Very positive" ...; translated. */
const char *bw_band_get_title (guint band);

/* The rows of one of these bands in that span; NULL when there are no bands. *table is borrowed. */
BwBits *bw_bands_select (BwEngine *engine,
                         const BwQuestion *question,
                         const BwFigure *figure,
                         const BwPeriod *span,
                         guint band,
                         BwTable **table);

/* All answers to the question of the figure (CSAT or its mean, or NPS), by period of the question's
 * axis and band. NULL when there are none, or no bands. */
BwSeries *bw_bands_new (BwEngine *engine, const BwQuestion *question, const BwFigure *figure);
