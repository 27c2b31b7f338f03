/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the records of a stretch of text in batches, exactly by the rules of bw-record.h, without
 * copying: a batch is the list of the places where cells end. */
#pragma once

#include "bw-error.h"
#include "bw-scan.h"

#define BW_RECORD_MAX_BYTES ((gsize) 64 << 20)
#define BW_RECORD_MAX_CELLS 16384

typedef struct {
  /* Read it: records 0 .. n_records - 1 of the batch. Blank lines are records of one empty cell. */
  guint n_records;
  const char *base; /* what ends count from: where the first record of the batch starts */

  BwScan scan;
  gsize limit; /* records that start before it are walked */
  gsize next;  /* start of the first record that is not in a batch yet */
  gsize n_words;
  gsize room; /* of scan.ends and scan.rows, in words */
  gboolean done;
} BwTokenizer;

/* start: a record start. */
void bw_tokenizer_init (BwTokenizer *self, const char *text, gsize size, BwDialect dialect);
void bw_tokenizer_clear (BwTokenizer *self);
/* How many bytes a batch has, about; 0 = the default. For tests. */
void bw_tokenizer_set_batch (BwTokenizer *self, gsize bytes);

/* To walk all records that start in start .. limit - 1; start must be a record start. */
void bw_tokenizer_begin (BwTokenizer *self, gsize start, gsize limit);
/* The next batch; FALSE at the end, or with BW_ERROR_LIMIT for a record that is too large. At the
 * end self->next is where the first record at or after the limit starts. */
gboolean bw_tokenizer_next (BwTokenizer *self, GError **error);

/* BW_ERROR_LIMIT: more than BW_RECORD_MAX_CELLS. */
void bw_tokenizer_set_columns_error (GError **error);

/* Cells of record i are first .. last as bw_tokenizer_get_cell takes them. */
static inline guint
bw_tokenizer_get_first (const BwTokenizer *self, guint i)
{
  return i == 0 ? 1 : self->scan.rows[i - 1] + 1;
}

static inline guint
bw_tokenizer_get_last (const BwTokenizer *self, guint i)
{
  return self->scan.rows[i];
}

static inline const char *
bw_tokenizer_get_start (const BwTokenizer *self, guint cell)
{
  return self->base + (guint32) (self->scan.ends[cell - 1] + 1);
}

/* Where the cell ends; its line end is a CRLF when it is the last of its record and this is TRUE.
 */
static inline gboolean
bw_tokenizer_ends_in_crlf (const BwTokenizer *self, guint last)
{
  const char *start = bw_tokenizer_get_start (self, last);
  const char *end = self->base + self->scan.ends[last];
  return end > start && end < self->scan.text + self->scan.size && *end == '\n' && end[-1] == '\r';
}
