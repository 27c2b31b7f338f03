/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale of a rating column. */
#pragma once

#include "bw-look.h"
#include "bw-plan.h"

/* From a sample: the words' own scale, else the smallest usual one that holds the scores. */
void bw_rating_guess_scale (BwFieldId field, const BwLook *look, double *low, double *high);
/* From all scores of a column (sorted, n of them): the smallest usual scale that holds them, where
 * a few stray scores do not stretch it. */
void
bw_rating_find_scale (BwFieldId field, const double *scores, gsize n, double *low, double *high);
/* "CSAT (1-5)", "on a scale of 0 to 10". */
gboolean bw_rating_read_scale (const char *question, double *low, double *high);
/* What a question about effort asks for, by its words. */
BwEffort bw_rating_guess_effort (const char *question);
/* words: of a profile, or NULL */
void bw_rating_set_scale (BwColumnPlan *plan, GHashTable *words, double low, double high);
