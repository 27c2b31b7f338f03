/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every byte of a text tells at a quick look: what its encoding can be, how many rows it has
 * at most, and whether a place stands inside quotes. Chunk by chunk, counted all at once or by
 * whoever has the bytes of a chunk at hand for another end. */
#pragma once

#include "bw-scan.h"
#include "bw-text.h"

typedef struct {
  gsize size;
  gsize chunk; /* bytes of each chunk but the last */
  guint n_chunks;
  char quote;
  BwScanCount *counts; /* one a chunk */
  gboolean known;      /* all chunks have been counted */
  BwScanCount total;   /* then; its n_ends_outside is right for all but texts with stray quotes */
} BwSurvey;

#define BW_SURVEY_AROUND 8 /* bytes on either side of a stretch that counting may look at */

/* Nothing is counted yet. quote may be 0. */
BwSurvey *bw_survey_new (const BwText *text, char quote);
void bw_survey_free (BwSurvey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSurvey, bw_survey_free)

/* Counts all chunks in parallel, unless they are known. FALSE when cancelled. */
gboolean bw_survey_count (BwSurvey *survey, const BwText *text, GCancellable *cancellable);
/* Sums up: somebody has filled in the counts of all chunks. */
void bw_survey_close (BwSurvey *survey);

/* Bytes of a text by themselves. */
void bw_survey_count_stretch (
    const BwText *text, char quote, gsize begin, gsize end, BwScanCount *count);
/* What follows a stretch, to the count of that stretch. */
void bw_survey_add (BwScanCount *total, const BwScanCount *count);

/* Bytes of a chunk, at least 1; 0 = the default. For tests: chunks are also the blocks of loading.
 */
void bw_survey_set_chunk (gsize bytes);
