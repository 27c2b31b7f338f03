/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of one kind as packed columns. Immutable and counted: threads share it without a lock.
 * Texts (ids, subjects, names of requesters, columns that mean nothing to us) stay in the file and
 * are read through the row's place in it. */
#pragma once

#include "bw-bits.h"
#include "bw-column.h"
#include "bw-text.h"

/* Why a row is not counted. Stable names in JSON: bw_aside_to_string. */
typedef enum {
  BW_ASIDE_NONE, /* counted */
  BW_ASIDE_SPAM,
  BW_ASIDE_DELETED,
  BW_ASIDE_MERGED,
  BW_ASIDE_TEST,
  BW_ASIDE_NO_DATE,   /* the date that places the row cannot be read */
  BW_ASIDE_RAGGED,    /* far too few cells to be a row of this table */
  BW_ASIDE_TOTAL,     /* a footer or a line of totals */
  BW_ASIDE_DUPLICATE, /* an older copy of the same id */
  BW_ASIDE_NO_CALL,   /* a fax, a text message or voicemail among calls */
  BW_ASIDE_LAST,
} BwAside;

/* "spam", "no-date" ...; "none" for counted rows */
const char *bw_aside_to_string (BwAside aside);
/* For people: "Marked as spam" */
const char *bw_aside_get_title (BwAside aside);

typedef struct _BwTable BwTable;

#define BW_TYPE_TABLE (bw_table_get_type ())
GType bw_table_get_type (void);

/* A part of a table that lies in one text (one file): rows first_row .. first_row + n_rows - 1.
 * offsets[i] is where row first_row + i begins in the text, or NULL when texts are not kept.
 * columns_of[c] is the place in this file of the table's column c, or -1; NULL = as the columns'
 * own index says. entities: its cells name signs as bw-entity.h does, and are read as the signs. */
typedef struct {
  BwText *text;
  BwDialect dialect;
  gsize first_row;
  gsize n_rows;
  gint64 *offsets;
  int *columns_of;
  gboolean entities;
} BwTablePart;

/* Takes over the columns (BwColumn, all of n_rows), what the part holds (its text, offsets and
 * columns_of; the struct itself may lie on the stack; NULL = texts are not kept) and aside (n_rows
 * BwAside bytes, or NULL). */
BwTable *
bw_table_new (BwKind kind, gsize n_rows, GPtrArray *columns, BwTablePart *part, guint8 *aside);
/* One table of the rows of all, in order; columns are matched by field, those that mean nothing by
 * header; dictionaries are united. A rating takes the scale of the first table that has one, and
 * scores of another scale are carried over to it in proportion, except NPS, whose limits are
 * absolute: there the scale is the widest. n >= 1; all of one kind. */
BwTable *bw_table_concat (BwTable *const *tables, gsize n);
BwTable *bw_table_ref (BwTable *table);
void bw_table_unref (BwTable *table);
/* The same table with other rows set aside (takes over aside). */
BwTable *bw_table_with_aside (BwTable *table, guint8 *aside);

/* The same table with more columns (takes over them; each of as many rows, and not of the file). */
BwTable *bw_table_with_columns (BwTable *table, GPtrArray *columns);

BwKind bw_table_get_kind (const BwTable *table);
gsize bw_table_get_n_rows (const BwTable *table);
guint bw_table_get_n_columns (const BwTable *table);
const BwColumn *bw_table_get_column (const BwTable *table, guint i);
/* The column of that field, or NULL. At most one column holds a field. */
const BwColumn *bw_table_find (const BwTable *table, BwFieldId field);
/* Its place among the columns, or -1. */
int bw_table_find_index (const BwTable *table, BwFieldId field);
BwAside bw_table_get_aside (const BwTable *table, gsize row);
/* One BwAside a row, or NULL when all rows are counted. */
const guint8 *bw_table_get_asides (const BwTable *table);
/* The rows that are counted. */
const BwBits *bw_table_get_counted (const BwTable *table);
/* Counts by reason; counts[BW_ASIDE_NONE] are the used rows. */
void bw_table_count_aside (const BwTable *table, gint64 counts[BW_ASIDE_LAST]);
/* The same of n rows from first on. */
void
bw_table_count_aside_of (const BwTable *table, gsize first, gsize n, gint64 counts[BW_ASIDE_LAST]);

/* Earliest and latest time of the columns that say when something happened (not due dates) in
 * counted rows; FALSE when there is none. The latest is the data's "as of". */
gboolean bw_table_get_extent (const BwTable *table, gint64 *from, gint64 *to);

/* A file that texts of it are read from is shorter now than when it was opened. */
gboolean bw_table_is_damaged (const BwTable *table);
/* The part that holds the row; NULL when texts are not kept. */
const BwTablePart *bw_table_find_part (const BwTable *table, gsize row);
/* Text of a cell as the file has it, unquoted; "" when the row has no such cell. Works for every
 * column that has an index; where texts are not kept or the column is not of the file, what its
 * value says. Free with g_free. */
char *bw_table_dup_text (const BwTable *table, gsize row, guint column);
/* The same, appended to out: for many rows. */
void bw_table_read_text (const BwTable *table, gsize row, guint column, GString *out);
/* The texts of n columns in one pass over the record, a line end after each. */
void
bw_table_read_texts (const BwTable *table, gsize row, const guint *columns, guint n, GString *out);
/* After many texts were read: lets go of the pages of its files (bw_text_let_go). */
void bw_table_let_go (const BwTable *table);
/* All texts of a row in the order of the table's columns (NULL-terminated, one per column):
 * one pass over the record. */
GStrv bw_table_dup_row (const BwTable *table, gsize row);
/* 1-based physical line in its file on which the row begins, 0 = not known; counts line ends: slow,
 * for people. */
gint64 bw_table_get_line (const BwTable *table, gsize row);
/* The same of n ascending rows in one pass over the file; g_free. */
gint64 *bw_table_get_lines (const BwTable *table, const guint32 *rows, gsize n);
/* The record of the row as it stands in the file, without its line end; NULL when texts are not
 * kept. Free with g_free. */
char *bw_table_dup_record (const BwTable *table, gsize row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwTable, bw_table_unref)
