/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One quick look at every byte of a text, in parallel: what its encoding can be, how many rows
 * it has at most, and whether a place stands inside quotes. */
#pragma once

#include "bw-scan.h"
#include "bw-text.h"

typedef struct {
  gsize size;
  gsize chunk; /* bytes of each chunk but the last */
  guint n_chunks;
  BwScanCount *counts; /* one a chunk */
  BwScanCount total;   /* its n_ends_outside is right for all but texts with stray quotes */
} BwSurvey;

/* NULL when cancelled. quote may be 0. */
BwSurvey *bw_survey_new (const BwText *text, char quote, GCancellable *cancellable);
void bw_survey_free (BwSurvey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSurvey, bw_survey_free)

/* Bytes of a chunk, at least 1; 0 = the default. For tests: chunks are also the blocks of loading.
 */
void bw_survey_set_chunk (gsize bytes);
