/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of delimited text as RFC 4180 has it, and numbers that read back as the same double. */
#pragma once

#include <glib.h>

typedef enum {
  BW_CSV_PLAIN,
  /* A text that a spreadsheet would take for a formula gets an apostrophe in front. */
  BW_CSV_GUARDED,
} BwCsvGuard;

/* Quoted when needed; NULL is an empty cell. No delimiter is added. */
void bw_csv_append_text (GString *out, const char *text, BwCsvGuard guard);
/* The shortest text that reads back as the same double; NAN is an empty cell. */
void bw_csv_append_number (GString *out, double number);
