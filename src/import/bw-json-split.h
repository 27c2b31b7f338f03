/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the records of a JSON text are: the objects of an array, of the largest array that is a
 * member of an object (also of one page after the other), or the objects at the top, one a line or
 * not. */
#pragma once

#include <gio/gio.h>

#define BW_JSON_MAX_RECORD ((gsize) 64 << 20)

/* A stretch of whole records with nothing but white space and commas between them. */
typedef struct {
  gsize start;
  gsize end;
} BwJsonBlock;

/* Cuts text into blocks. exact: by looking at every byte; else objects of one line each are cut at
 * line ends unseen, and it is for the parser to find out whether that was right. *exact is set when
 * that was done anyhow. *left_out: names of arrays that are not the largest, or NULL.
 * NULL and BW_ERROR_FORMAT, BW_ERROR_LIMIT, BW_ERROR_EMPTY or G_IO_ERROR_CANCELLED otherwise. */
GArray *bw_json_split (const char *text,
                       gsize size,
                       gsize start_at,
                       gboolean *exact,
                       char **left_out,
                       GCancellable *cancellable,
                       GError **error);

/* BW_ERROR_FORMAT with the line of a place: ends too early, or is broken. */
void bw_json_set_error (GError **error, const char *text, gsize at, gboolean ends_early);
