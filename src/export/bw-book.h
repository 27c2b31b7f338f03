/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook being written: cells by what they mean, and the first error kept until the end. */
#pragma once

#include "bw-unit.h"

#include <gio/gio.h>
#include <locale.h>
#include <xlsxwriter.h>

/* How a cell looks. */
typedef enum {
  BW_LOOK_TITLE,
  BW_LOOK_SUBTITLE,
  BW_LOOK_HEAD, /* of a table's column */
  BW_LOOK_TEXT,
  BW_LOOK_WRAPPED,
  BW_LOOK_WORD, /* a text beside a number */
  BW_LOOK_COUNT,
  BW_LOOK_DURATION, /* days, shown as [h]:mm:ss */
  BW_LOOK_PERCENT,
  BW_LOOK_DECIMAL,
  BW_LOOK_POINTS,
  BW_LOOK_MONEY,
  BW_LOOK_DAY,
  BW_LOOK_MONTH,
  BW_LOOK_YEAR,
  BW_LOOK_COUNT_CHANGE,
  BW_LOOK_HOURS_CHANGE, /* hours: spreadsheets cannot show a negative [h]:mm:ss */
  BW_LOOK_PERCENT_CHANGE,
  BW_LOOK_DECIMAL_CHANGE,
  BW_LOOK_LAST,
} BwLook;

BwLook bw_look_of_unit (BwUnit unit);
BwLook bw_look_of_change (BwUnit unit);
/* The number that a cell holds for a figure of that unit: days for durations. */
double bw_book_scale (BwUnit unit, double value);

typedef struct {
  lxw_workbook *workbook;
  lxw_worksheet *sheet; /* the one being written */
  lxw_format *looks[BW_LOOK_LAST];
  const char *bytes;
  size_t size;
  lxw_error error;
  locale_t locale; /* of this thread before */
} BwBook;

/* created: Unix seconds, a property of the document. Until it is closed, this thread writes numbers
 * as the C locale has them. */
void bw_book_open (BwBook *book, const char *title, gint64 created);
/* Frees the book. What was written, or NULL and G_IO_ERROR when anything went wrong meanwhile. */
GBytes *bw_book_close (BwBook *book, GError **error);

/* Landscape, one page wide, with the title row; rows 0 .. head are repeated on each page. */
void bw_book_add_sheet (BwBook *book,
                        const char *name,
                        const char *title,
                        const char *subtitle,
                        guint head,
                        guint frozen_columns);
/* All that is printed: up to this cell. */
void bw_book_end_sheet (BwBook *book, guint last_row, guint last_column);

/* No text is ever taken for a formula or a link; NULL and "" leave the cell empty. */
void bw_book_text (BwBook *book, guint row, guint column, BwLook look, const char *text);
/* NAN leaves the cell empty. */
void bw_book_number (BwBook *book, guint row, guint column, BwLook look, double number);
/* result: what it comes to; NAN leaves the cell empty. */
void bw_book_formula (
    BwBook *book, guint row, guint column, BwLook look, double result, const char *format, ...)
    G_GNUC_PRINTF (6, 7);
/* The day as a date. */
void bw_book_day (BwBook *book, guint row, guint column, BwLook look, gint64 day);

/* The head row and n_rows below it as a table with filters; heads (n of them) are distinct. The
 * name is unique in the book. Without rows only the heads are written. */
void bw_book_table (
    BwBook *book, const char *name, guint row, guint n_rows, const char *const *heads, guint n);
void bw_book_check (BwBook *book, lxw_error error);

/* "B5" */
typedef struct {
  char text[LXW_MAX_CELL_NAME_LENGTH];
} BwAddress;
BwAddress bw_book_address (guint row, guint column);
