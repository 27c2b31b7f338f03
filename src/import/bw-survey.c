/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts chunks in parallel and adds them up. */
#include "config.h"

#include <string.h>

#include "bw-parallel.h"
#include "bw-survey.h"

#define CHUNK_BYTES ((gsize) 512 << 10)
#define PIECE_BYTES ((gsize) 64 << 10)

static gsize chunk_bytes = CHUNK_BYTES;

void
bw_survey_set_chunk (gsize bytes)
{
  chunk_bytes = bytes > 0 ? bytes : CHUNK_BYTES;
}

void
bw_survey_add (BwScanCount *total, const BwScanCount *count)
{
  gboolean inside = total->n_quotes & 1;
  total->n_ends_outside += inside ? count->n_lines - count->n_ends_outside : count->n_ends_outside;
  total->n_lines += count->n_lines;
  total->n_quotes += count->n_quotes;
  total->n_sequences += count->n_sequences;
  total->n_bad += count->n_bad;
}

/* Of a file, piece by piece with the few bytes around each that can be looked at. */
static void
count_reading (const BwText *text, char quote, gsize begin, gsize end, BwScanCount *total)
{
  char bytes[PIECE_BYTES + 2 * BW_SURVEY_AROUND];
  gsize size = bw_text_get_size (text);
  *total = (BwScanCount) { 0 };
  for (gsize at = begin; at < end; at += PIECE_BYTES) {
    gsize n = MIN (PIECE_BYTES, end - at);
    gsize before = MIN (BW_SURVEY_AROUND, at);
    gsize after = MIN (BW_SURVEY_AROUND, size - at - n);
    BwScanCount count;
    bw_text_read (text, at - before, before + n + after, bytes);
    bw_scan_count (bytes, before + n + after, before, before + n, quote, &count);
    bw_survey_add (total, &count);
  }
}

void
bw_survey_count_stretch (const BwText *text, char quote, gsize begin, gsize end, BwScanCount *count)
{
  if (bw_text_is_mapped (text))
    count_reading (text, quote, begin, end, count);
  else
    bw_scan_count (bw_text_get_start (text), bw_text_get_size (text), begin, end, quote, count);
}

typedef struct {
  BwSurvey *survey;
  const BwText *text;
} Job;

static void
count_chunk_cb (guint i, int worker, gpointer user_data)
{
  const Job *job = user_data;
  BwSurvey *survey = job->survey;
  gsize begin = i * survey->chunk;
  bw_survey_count_stretch (job->text, survey->quote, begin,
                           MIN (begin + survey->chunk, survey->size), &survey->counts[i]);
}

BwSurvey *
bw_survey_new (const BwText *text, char quote)
{
  gsize size = bw_text_get_size (text);
  BwSurvey *survey = g_new0 (BwSurvey, 1);
  survey->size = size;
  survey->chunk = chunk_bytes;
  survey->n_chunks = (guint) ((size + chunk_bytes - 1) / chunk_bytes);
  survey->quote = quote;
  survey->counts = g_new0 (BwScanCount, MAX (survey->n_chunks, 1));
  return survey;
}

gboolean
bw_survey_count (BwSurvey *survey, const BwText *text, GCancellable *cancellable)
{
  if (survey->known)
    return TRUE;
  Job job = { survey, text };
  bw_parallel_for (survey->n_chunks, cancellable, count_chunk_cb, &job);
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  bw_survey_close (survey);
  return TRUE;
}

void
bw_survey_close (BwSurvey *survey)
{
  survey->total = (BwScanCount) { 0 };
  for (guint i = 0; i < survey->n_chunks; i++)
    bw_survey_add (&survey->total, &survey->counts[i]);
  survey->known = TRUE;
}

void
bw_survey_free (BwSurvey *survey)
{
  g_free (survey->counts);
  g_free (survey);
}
