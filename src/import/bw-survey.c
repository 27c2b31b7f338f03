/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts all chunks in parallel and adds them up. */
#include "config.h"

#include <string.h>

#include "bw-parallel.h"
#include "bw-survey.h"

#define CHUNK_BYTES ((gsize) 1 << 20)

static gsize chunk_bytes = CHUNK_BYTES;

void
bw_survey_set_chunk (gsize bytes)
{
  chunk_bytes = bytes > 0 ? bytes : CHUNK_BYTES;
}

typedef struct {
  BwSurvey *survey;
  const char *text;
  char quote;
} Job;

static void
count_chunk_cb (guint i, int worker, gpointer user_data)
{
  const Job *job = user_data;
  BwSurvey *survey = job->survey;
  gsize begin = i * survey->chunk;
  gsize end = MIN (begin + survey->chunk, survey->size);
  bw_scan_count (job->text, survey->size, begin, end, job->quote, &survey->counts[i]);
}

static void
add_up (BwSurvey *survey)
{
  BwScanCount *total = &survey->total;
  for (guint i = 0; i < survey->n_chunks; i++) {
    const BwScanCount *count = &survey->counts[i];
    gboolean inside = total->n_quotes & 1;
    total->n_ends_outside +=
        inside ? count->n_lines - count->n_ends_outside : count->n_ends_outside;
    total->n_lines += count->n_lines;
    total->n_quotes += count->n_quotes;
    total->n_sequences += count->n_sequences;
    total->n_bad += count->n_bad;
  }
}

BwSurvey *
bw_survey_new (const char *text, gsize size, char quote, GCancellable *cancellable)
{
  g_autoptr (BwSurvey) survey = g_new0 (BwSurvey, 1);
  survey->size = size;
  survey->chunk = chunk_bytes;
  survey->n_chunks = (guint) ((size + chunk_bytes - 1) / chunk_bytes);
  survey->counts = g_new0 (BwScanCount, MAX (survey->n_chunks, 1));
  Job job = { survey, text, quote };
  bw_parallel_for (survey->n_chunks, cancellable, count_chunk_cb, &job);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  add_up (survey);
  return g_steal_pointer (&survey);
}

void
bw_survey_free (BwSurvey *survey)
{
  g_free (survey->counts);
  g_free (survey);
}
