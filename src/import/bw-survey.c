/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts all chunks in parallel and adds them up. */
#include "config.h"

#include <string.h>

#include "bw-parallel.h"
#include "bw-survey.h"

#define CHUNK_BYTES ((gsize) 1 << 20)
#define PIECE_BYTES ((gsize) 64 << 10) /* stays in the nearest caches */
#define AROUND 8

static gsize chunk_bytes = CHUNK_BYTES;

void
bw_survey_set_chunk (gsize bytes)
{
  chunk_bytes = bytes > 0 ? bytes : CHUNK_BYTES;
}

typedef struct {
  BwSurvey *survey;
  const BwText *text;
  char quote;
} Job;

static void
add (BwScanCount *total, const BwScanCount *count)
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
count_reading (const Job *job, gsize begin, gsize end, BwScanCount *total)
{
  char bytes[PIECE_BYTES + 2 * AROUND];
  gsize size = bw_text_get_size (job->text);
  *total = (BwScanCount) { 0 };
  for (gsize at = begin; at < end; at += PIECE_BYTES) {
    gsize n = MIN (PIECE_BYTES, end - at);
    gsize before = MIN (AROUND, at);
    gsize after = MIN (AROUND, size - at - n);
    BwScanCount count;
    bw_text_read (job->text, at - before, before + n + after, bytes);
    bw_scan_count (bytes, before + n + after, before, before + n, job->quote, &count);
    add (total, &count);
  }
}

static void
count_chunk_cb (guint i, int worker, gpointer user_data)
{
  const Job *job = user_data;
  BwSurvey *survey = job->survey;
  gsize begin = i * survey->chunk;
  gsize end = MIN (begin + survey->chunk, survey->size);
  if (bw_text_is_mapped (job->text))
    count_reading (job, begin, end, &survey->counts[i]);
  else
    bw_scan_count (bw_text_get_start (job->text), survey->size, begin, end, job->quote,
                   &survey->counts[i]);
}

BwSurvey *
bw_survey_new (const BwText *text, char quote, GCancellable *cancellable)
{
  gsize size = bw_text_get_size (text);
  g_autoptr (BwSurvey) survey = g_new0 (BwSurvey, 1);
  survey->size = size;
  survey->chunk = chunk_bytes;
  survey->n_chunks = (guint) ((size + chunk_bytes - 1) / chunk_bytes);
  survey->counts = g_new0 (BwScanCount, MAX (survey->n_chunks, 1));
  Job job = { survey, text, quote };
  bw_parallel_for (survey->n_chunks, cancellable, count_chunk_cb, &job);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  for (guint i = 0; i < survey->n_chunks; i++)
    add (&survey->total, &survey->counts[i]);
  return g_steal_pointer (&survey);
}

void
bw_survey_free (BwSurvey *survey)
{
  g_free (survey->counts);
  g_free (survey);
}
