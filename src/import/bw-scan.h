/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two inner loops over raw bytes, 64 at a time: the survey of a whole file, and the places
 * where cells end. Written once, compiled for each instruction set; the best one that the machine
 * has is taken at run time. All give the same results. */
#pragma once

#include "bw-record.h"

typedef enum {
  BW_SCAN_PORTABLE,
  BW_SCAN_SSE2,
  BW_SCAN_AVX2,
  BW_SCAN_AVX512,
  BW_SCAN_LAST,
} BwScanLevel;

/* The best level that this machine has, or the one forced by bw_scan_force. */
BwScanLevel bw_scan_get_level (void);
/* For tests: FALSE when the machine lacks it. */
gboolean bw_scan_force (BwScanLevel level);

/* What a stretch of bytes holds. */
typedef struct {
  gint64 n_lines;        /* line ends: CR, LF or CRLF */
  gint64 n_ends_outside; /* line ends outside quotes if the stretch begins outside of quotes */
  gint64 n_quotes;
  gint64 n_sequences; /* characters of UTF-8 beyond ASCII */
  gint64 n_bad;       /* bytes >= 0x80 that are no part of one */
} BwScanCount;

/* Counts the bytes begin .. end - 1. A CRLF counts where its LF is, a character where it begins;
 * bytes around the stretch may be looked at. Begin and end need no alignment. */
void bw_scan_count (
    const char *text, gsize size, gsize begin, gsize end, char quote, BwScanCount *count);

/* Bytes of the character beyond ASCII that starts at `at`, 2 .. 4; 0 when it is not valid UTF-8. */
gsize bw_scan_character (const char *at, const char *end);

/* Cell ends are the places of delimiters and line ends (for CRLF: of the LF) outside quotes. */
typedef struct {
  /* Borrowed */
  const char *text;

  gsize size;
  BwDialect dialect;
  gsize at;         /* next byte to look at */
  gsize base;       /* what ends count from */
  guint64 inside;   /* all ones while the next byte is inside quotes */
  guint64 may_open; /* 1 where a quote would open: first in a cell, or just after one that closes */
  guint32 *ends;    /* room for 64 more a word, and 16 spare */
  guint n_ends;
  guint32 *rows; /* rows[i]: place in ends of the i-th line end; room for 64 more a word */
  guint n_rows;
} BwScan;

/* Looks at n words of 64 bytes, or at what the text still has. */
void bw_scan_words (BwScan *scan, gsize n_words);
