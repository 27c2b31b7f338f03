/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the number of a spreadsheet cell says by its number format: days since 1900 (or 1904) are
 * dates and times, a [h]:mm:ss is a duration, 0.94 may be 94 %. */
#pragma once

#include <glib.h>

typedef enum {
  BW_SERIAL_NUMBER,
  BW_SERIAL_DATE,     /* a day; with its time when it has one */
  BW_SERIAL_MOMENT,   /* day and time */
  BW_SERIAL_DURATION, /* also a time of day */
  BW_SERIAL_PERCENT,
} BwSerialKind;

#define BW_SERIAL_MAX_TEXT 64

/* Of the number formats that workbooks do not spell out. */
BwSerialKind bw_serial_kind_of_id (guint id);
/* "dd.mm.yyyy hh:mm", "[h]:mm:ss", "0.0%", "#,##0.00 [$EUR]" */
BwSerialKind bw_serial_kind_of_code (const char *code);

/* Writes YYYY-MM-DD, YYYY-MM-DD HH:MM:SS, [h]:mm:ss, 94.01%, or the shortest number that is the
 * same double; fractions of a second only when there are any. value: a decimal number; what is none
 * is not written. Returns the length, 0 = not written. */
gsize bw_serial_write (const char *value,
                       gsize n,
                       BwSerialKind kind,
                       gboolean since_1904,
                       char out[BW_SERIAL_MAX_TEXT]);
/* The parts of it. */
gsize bw_serial_write_number (const char *value, gsize n, char out[BW_SERIAL_MAX_TEXT]);
gsize bw_serial_write_duration (gint64 milliseconds, char out[BW_SERIAL_MAX_TEXT]);
