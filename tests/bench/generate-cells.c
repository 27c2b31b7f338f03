/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delimited text, buffered, with the defects that real exports have when they are wanted. */
#include "generate-cells.h"

#include "generate-tickets.h"

#include <string.h>

/* No row is longer. */
#define ROW_ROOM 16384

typedef struct {
  ColumnKind kind;
  const char *text;
  size_t length;
} Defect;

#define DEFECT(kind, text) { kind, text, sizeof (text) - 1 }

static const Defect defects[] = {
  DEFECT (COLUMN_DATE, "2025-13-45 10:00:00"),
  DEFECT (COLUMN_DATE, "0000-00-00 00:00:00"),
  DEFECT (COLUMN_DATE, "31.02.2025"),
  DEFECT (COLUMN_DATE, "yesterday"),
  DEFECT (COLUMN_DATE, "2025-06-31 25:61:00"),
  DEFECT (COLUMN_DURATION, "-17"),
  DEFECT (COLUMN_DURATION, "-00:17:00"),
  DEFECT (COLUMN_DURATION, "n/a minutes"),
  DEFECT (COLUMN_SCORE, "11"),
  DEFECT (COLUMN_TEXT, "cut\0off"),
  DEFECT (COLUMN_TEXT, "\0"),
  DEFECT (COLUMN_TEXT, "N/A"),
  DEFECT (COLUMN_TEXT, "-"),
  DEFECT (COLUMN_DATE, "N/A"),
  DEFECT (COLUMN_DATE, "-"),
  DEFECT (COLUMN_DURATION, "N/A"),
  DEFECT (COLUMN_DURATION, "-"),
};

enum {
  N_DEFECTS = sizeof defects / sizeof *defects,
};

void
cells_init (Cells *cells, FILE *file, const ColumnHeader *headers, int n_columns)
{
  cells->file = file;
  cells->delimiter = ',';
  cells->crlf = cells->messy = cells->failed = false;
  cells->headers = headers;
  cells->n_columns = n_columns;
  cells->used = 0;
}

static void
flush (Cells *cells)
{
  if (fwrite (cells->buffer, 1, cells->used, cells->file) != cells->used)
    cells->failed = true;
  cells->used = 0;
}

bool
cells_finish (Cells *cells)
{
  flush (cells);
  if (fflush (cells->file) != 0)
    cells->failed = true;

  return !cells->failed;
}

void
cells_header (Cells *cells, bool bom)
{
  bool messy = cells->messy;

  if (bom)
    fwrite ("\xef\xbb\xbf", 1, 3, cells->file);

  cells->messy = false;
  row_begin (cells);
  for (int i = 0; i < cells->n_columns; i++)
    cell_text (cells, cells->headers[i].name);
  row_end (cells);
  cells->messy = messy;
}

/* One row of fifty: one cell spoilt, or a row too short or too long. */
static void
choose_defect (Cells *cells)
{
  const Defect *defect;
  int column, kind;

  if (!random_chance (&cells->random, 20))
    return;

  kind = random_below (&cells->random, N_DEFECTS + 3);
  column = random_below (&cells->random, cells->n_columns);
  if (kind >= N_DEFECTS) {
    cells->row_length =
        kind == N_DEFECTS ? cells->n_columns + 1 + column % 3 : 1 + column % (cells->n_columns - 1);
    return;
  }

  defect = &defects[kind];
  for (int i = 0; i < cells->n_columns; i++) {
    int candidate = (column + i) % cells->n_columns;

    if (cells->headers[candidate].kind == defect->kind) {
      cells->spoilt_column = candidate;
      cells->spoilt_text = defect->text;
      cells->spoilt_length = defect->length;
      return;
    }
  }
}

void
row_begin (Cells *cells)
{
  if (cells->used + ROW_ROOM > sizeof cells->buffer)
    flush (cells);

  cells->column = 0;
  cells->spoilt_column = -1;
  cells->row_length = cells->n_columns;
  if (cells->messy)
    choose_defect (cells);
}

void
row_end (Cells *cells)
{
  while (cells->column < cells->row_length)
    cell_text_n (cells, "more", 4);

  cells->used--;
  if (cells->crlf)
    cells->buffer[cells->used++] = '\r';
  cells->buffer[cells->used++] = '\n';
}

/* False when the cell has been written, or dropped, already. */
static inline bool
cell_begin (Cells *cells)
{
  int column = cells->column++;

  if (column >= cells->row_length)
    return false;
  if (column != cells->spoilt_column)
    return true;

  memcpy (cells->buffer + cells->used, cells->spoilt_text, cells->spoilt_length);
  cells->used += cells->spoilt_length;
  cells->buffer[cells->used++] = cells->delimiter;

  return false;
}

static inline void
cell_end (Cells *cells)
{
  cells->buffer[cells->used++] = cells->delimiter;
}

static inline void
put (Cells *cells, char c)
{
  cells->buffer[cells->used++] = c;
}

void
cell_empty (Cells *cells)
{
  if (cell_begin (cells))
    cell_end (cells);
}

void
cell_text_n (Cells *cells, const char *text, size_t length)
{
  bool quoted = false;

  if (!cell_begin (cells))
    return;

  for (size_t i = 0; i < length && !quoted; i++)
    quoted = text[i] == cells->delimiter || text[i] == '"' || text[i] == '\n' || text[i] == '\r';

  if (!quoted) {
    memcpy (cells->buffer + cells->used, text, length);
    cells->used += length;
  } else {
    put (cells, '"');
    for (size_t i = 0; i < length; i++) {
      if (text[i] == '"')
        put (cells, '"');
      put (cells, text[i]);
    }
    put (cells, '"');
  }
  cell_end (cells);
}

void
cell_text (Cells *cells, const char *text)
{
  cell_text_n (cells, text, strlen (text));
}

static void
put_int (Cells *cells, int64_t value)
{
  char digits[24];
  int n = 0;

  if (value < 0) {
    put (cells, '-');
    value = -value;
  }
  do
    digits[n++] = '0' + value % 10;
  while (value /= 10);
  while (n > 0)
    put (cells, digits[--n]);
}

static inline void
put_two (Cells *cells, int value)
{
  put (cells, '0' + value / 10 % 10);
  put (cells, '0' + value % 10);
}

void
cell_int (Cells *cells, int64_t value)
{
  if (!cell_begin (cells))
    return;
  put_int (cells, value);
  cell_end (cells);
}

void
cell_int_if (Cells *cells, bool given, int64_t value)
{
  if (given)
    cell_int (cells, value);
  else
    cell_empty (cells);
}

void
cell_time (Cells *cells, int64_t time)
{
  int year, month, day, second = time % 86400;

  if (!cell_begin (cells))
    return;
  if (time != NEVER) {
    date_from_days (time / 86400, &year, &month, &day);
    put_two (cells, year / 100);
    put_two (cells, year);
    put (cells, '-');
    put_two (cells, month);
    put (cells, '-');
    put_two (cells, day);
    put (cells, ' ');
    put_two (cells, second / 3600);
    put (cells, ':');
    put_two (cells, second / 60 % 60);
    put (cells, ':');
    put_two (cells, second % 60);
  }
  cell_end (cells);
}

void
cell_jira_time (Cells *cells, int64_t time)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  int year, month, day, minute = time % 86400 / 60;

  if (!cell_begin (cells))
    return;
  if (time != NEVER) {
    date_from_days (time / 86400, &year, &month, &day);
    put_two (cells, day);
    put (cells, '/');
    for (int i = 0; i < 3; i++)
      put (cells, months[(month - 1) * 3 + i]);
    put (cells, '/');
    put_two (cells, year);
    put (cells, ' ');
    put_int (cells, (minute / 60 + 11) % 12 + 1);
    put (cells, ':');
    put_two (cells, minute % 60);
    put (cells, ' ');
    put (cells, minute < 720 ? 'A' : 'P');
    put (cells, 'M');
  }
  cell_end (cells);
}

void
cell_clock (Cells *cells, bool given, int64_t seconds)
{
  if (!cell_begin (cells))
    return;
  if (given) {
    if (seconds < 36000)
      put (cells, '0');
    put_int (cells, seconds / 3600);
    put (cells, ':');
    put_two (cells, seconds / 60 % 60);
    put (cells, ':');
    put_two (cells, seconds % 60);
  }
  cell_end (cells);
}

void
cell_signed_clock (Cells *cells, int64_t seconds)
{
  if (!cell_begin (cells))
    return;
  if (seconds < 0) {
    put (cells, '-');
    seconds = -seconds;
  }
  put_int (cells, seconds / 3600);
  put (cells, ':');
  put_two (cells, seconds / 60 % 60);
  cell_end (cells);
}
