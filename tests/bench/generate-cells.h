/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delimited text, buffered, with the defects that real exports have when they are wanted. */
#pragma once

#include "generate-random.h"

#include <stddef.h>
#include <stdio.h>

/* What a defect may do to a column. */
typedef enum {
  COLUMN_TEXT,
  COLUMN_KEY, /* never spoilt */
  COLUMN_DATE,
  COLUMN_DURATION,
  COLUMN_SCORE,
} ColumnKind;

typedef struct {
  const char *name;
  ColumnKind kind;
} ColumnHeader;

typedef struct {
  FILE *file;
  char delimiter;
  bool crlf;
  bool messy;
  bool failed;
  Random random; /* of the defects: the rest of the file does not depend on them */

  const ColumnHeader *headers;
  int n_columns;
  int column;

  /* The defect of this row: a cell's text, or the row's length; -1 is none. */
  int spoilt_column;
  const char *spoilt_text;
  size_t spoilt_length;
  int row_length;

  size_t used;
  char buffer[1 << 20];
} Cells;

void cells_init (Cells *cells, FILE *file, const ColumnHeader *headers, int n_columns);
void cells_header (Cells *cells, bool bom);
/* False when the file could not be written. */
bool cells_finish (Cells *cells);

void row_begin (Cells *cells);
void row_end (Cells *cells);

void cell_empty (Cells *cells);
void cell_text (Cells *cells, const char *text);
void cell_text_n (Cells *cells, const char *text, size_t length);
void cell_int (Cells *cells, int64_t value);
/* The number only when `given`, else empty. */
void cell_int_if (Cells *cells, bool given, int64_t value);
/* YYYY-MM-DD HH:MM:SS; empty when NEVER (0). */
void cell_time (Cells *cells, int64_t time);
/* 19/Jan/26 12:47 PM; empty when NEVER. */
void cell_jira_time (Cells *cells, int64_t time);
/* HH:MM:SS of seconds >= 0, with as many hours as it takes; empty unless `given`. */
void cell_clock (Cells *cells, bool given, int64_t seconds);
/* [-]H:MM */
void cell_signed_clock (Cells *cells, int64_t seconds);
