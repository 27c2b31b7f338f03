/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One packed column of a table. Immutable once its table is built; public for kernels. */
#pragma once

#include "bw-dictionary.h"
#include "bw-field.h"
#include <math.h>

typedef enum {
  BW_STORE_NONE,   /* not stored: the cell is read from the text of its row when asked for */
  BW_STORE_TIME,   /* gint32: seconds since BW_TIME_ORIGIN; BW_MISSING = no time */
  BW_STORE_INT,    /* gint32; BW_MISSING = no value */
  BW_STORE_DOUBLE, /* double; NAN = no value */
  BW_STORE_CODE8,  /* guint8 code of the dictionary; 0 = no text, c = text c - 1 */
  BW_STORE_CODE16, /* guint16, likewise */
  BW_STORE_CODE32, /* guint32, likewise */
} BwStore;

/* What a high answer to a question about effort says; files contradict each other. */
typedef enum {
  BW_EFFORT_UNKNOWN,
  BW_EFFORT_HIGH_IS_EASY, /* "made it easy for me", 7 = agree */
  BW_EFFORT_HIGH_IS_HARD, /* "how much effort", 5 = very much */
} BwEffort;

#define BW_MISSING G_MININT32
/* Times are held as 32-bit seconds around 2000-01-01T00:00:00Z: 1931-12-13 to 2068-01-19. A cell
 * outside is noted and counts as no time. */
#define BW_TIME_ORIGIN G_GINT64_CONSTANT (946684800)
#define BW_TIME_NONE G_MININT64

typedef struct {
  BwFieldId field; /* BW_FIELD_NONE: a column that means nothing to us */
  char *header;    /* as the file spells it, UTF-8; "" when nameless */
  int index;       /* place in the file, 0-based; -1 = not from the file */
  BwStore store;
  void *values;     /* n_rows of store, of bw_large_new; NULL for NONE */
  guint32 *numbers; /* of NONE, where they were found while the file was read, else NULL: rows of
                     * the same text have the same number (bw_row_keys_number); n_rows */
  BwDictionary *dictionary; /* of CODE stores */
  double scale_low;         /* RATING: the survey's scale; NAN otherwise */
  double scale_high;
  BwEffort effort;  /* CES: which end of the scale is the good one */
  gint64 n_present; /* cells that hold something readable */
} BwColumn;

gsize bw_store_width (BwStore store);
static inline gboolean
bw_store_is_code (BwStore store)
{
  return store >= BW_STORE_CODE8;
}
/* The narrowest store of codes for a dictionary of so many texts. */
BwStore bw_store_for_codes (gsize n_texts);

/* The values are not cleared: whoever makes the column writes every one. */
BwColumn *
bw_column_new (BwFieldId field, const char *header, int index, BwStore store, gsize n_rows);
void bw_column_free (BwColumn *column);

/* Unix seconds, or BW_TIME_NONE. */
static inline gint64
bw_column_time (const BwColumn *column, gsize row)
{
  gint32 t = ((const gint32 *) column->values)[row];
  return t == BW_MISSING ? BW_TIME_NONE : (gint64) t + BW_TIME_ORIGIN;
}

/* BW_MISSING = no value */
static inline int
bw_column_int (const BwColumn *column, gsize row)
{
  return ((const gint32 *) column->values)[row];
}

/* NAN for BW_MISSING. In `missing ? NAN : value` the value would become a float, as NAN is one. */
static inline double
bw_int_to_double (int value)
{
  return value == BW_MISSING ? (double) NAN : (double) value;
}

/* 0 = no text; else 1 + the dictionary's code */
static inline guint32
bw_column_code (const BwColumn *column, gsize row)
{
  switch (column->store) {
  case BW_STORE_CODE8:
    return ((const guint8 *) column->values)[row];
  case BW_STORE_CODE16:
    return ((const guint16 *) column->values)[row];
  default:
    return ((const guint32 *) column->values)[row];
  }
}

/* Neither a value nor a text. */
static inline gboolean
bw_column_is_missing (const BwColumn *column, gsize row)
{
  if (bw_store_is_code (column->store))
    return bw_column_code (column, row) == 0;
  return column->store == BW_STORE_DOUBLE ? isnan (((const double *) column->values)[row])
                                          : bw_column_int (column, row) == BW_MISSING;
}

/* What the code means (BwStatus, score ...); NAN = nothing */
static inline double
bw_column_meaning (const BwColumn *column, gsize row)
{
  const double *meanings = column->dictionary->meanings;
  return meanings ? meanings[bw_column_code (column, row)] : NAN;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwColumn, bw_column_free)
