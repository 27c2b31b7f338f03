/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the records of a stretch of text in batches, exactly by the rules of bw-record.h, without
 * copying: a batch is the list of the places where cells end. */
#pragma once

#include "bw-error.h"
#include "bw-scan.h"
#include "bw-text.h"

#define BW_RECORD_MAX_BYTES ((gsize) 64 << 20)
#define BW_RECORD_MAX_CELLS 16384

typedef struct {
  /* Read it: records 0 .. n_records - 1 of the batch. Blank lines are records of one empty cell. */
  guint n_records;
  const char *base; /* what ends count from: where the first record of the batch starts */

  /* Of a text that is read piece by piece scan.text is a window of it, scan.size what the window
   * holds, and BW_TOKENIZER_SPARE bytes more may be read. */
  BwScan scan;
  gsize origin; /* place of scan.text in the text */
  gsize size;   /* of the whole text */
  gsize limit;  /* records that start before it are walked */
  gsize next;   /* start of the first record that is not in a batch yet */
  gsize n_words;
  gsize room; /* of scan.ends and scan.rows, in words */
  gboolean done;

  /* Borrowed */
  const BwText *source; /* what the window is read from; NULL = the text is in memory */

  /* Owned */
  char *window; /* of bw_large_new */
  gsize window_room;
} BwTokenizer;

#define BW_TOKENIZER_SPARE 64

void bw_tokenizer_init (BwTokenizer *self, const char *text, gsize size, BwDialect dialect);
/* Reads the text piece by piece when it is a file's; keep it until the tokenizer is cleared. */
void bw_tokenizer_init_text (BwTokenizer *self, const BwText *text, BwDialect dialect);
void bw_tokenizer_clear (BwTokenizer *self);
/* How many bytes a batch has, about; 0 = the default. For tests. */
void bw_tokenizer_set_batch (BwTokenizer *self, gsize bytes);

/* Of a text that is read piece by piece: reads the bytes begin .. end - 1 at once, which a walk
 * that starts among them need not read. Where they are until then. */
const char *bw_tokenizer_read (BwTokenizer *self, gsize begin, gsize end);
/* Another window may have taken the place of the tokenizer's: nothing has been read. */
void bw_tokenizer_forget (BwTokenizer *self);
/* To walk all records that start in start .. limit - 1; start must be a record start. */
void bw_tokenizer_begin (BwTokenizer *self, gsize start, gsize limit);
/* The next batch; FALSE at the end, or with BW_ERROR_LIMIT for a record that is too large. At the
 * end self->next is where the first record at or after the limit starts. */
gboolean bw_tokenizer_next (BwTokenizer *self, GError **error);

/* BW_ERROR_LIMIT: the record at that place of the text has more than BW_RECORD_MAX_CELLS. */
void bw_tokenizer_set_columns_error (const BwTokenizer *self, gsize record, GError **error);
/* FALSE and BW_ERROR_LIMIT when a record that starts in start .. limit - 1 is too large, long
 * before its cells are looked at; or G_IO_ERROR_CANCELLED. */
gboolean bw_tokenizer_check (const BwText *text,
                             BwDialect dialect,
                             gsize start,
                             gsize limit,
                             GCancellable *cancellable,
                             GError **error);

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

/* Bytes before it may be read, whatever they are. */
static inline const char *
bw_tokenizer_get_readable_end (const BwTokenizer *self)
{
  return self->scan.text + self->scan.size + (self->source ? BW_TOKENIZER_SPARE : 0);
}

/* Where the record begins in the text. */
static inline gsize
bw_tokenizer_get_place (const BwTokenizer *self, guint first)
{
  return self->origin + self->scan.base + (guint32) (self->scan.ends[first - 1] + 1);
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
