/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file format. To add one: a file reader-NAME.c that defines `const BwReader bw_reader_NAME`, and
 * its name in `readers` of src/meson.build.
 *
 * A reader turns a file into tables of delimited UTF-8 text: formats that are not text (workbooks,
 * JSON) are written out as such a text in memory, dates as ISO 8601 and durations as [h]:mm:ss, and
 * go the same way from there. */
#pragma once

#include "bw-shape.h"
#include <gio/gio.h>

/* done, total: bytes; total 0 = not known. Called from any thread, at most every few ms. */
typedef void (*BwProgress) (gint64 done, gint64 total, gpointer user_data);

typedef struct {
  const char *id;    /* "delimited" */
  const char *title; /* N_("Delimited text") */
  /* How sure, 0..1, that it can read this. All bytes are there, but only few are to be looked at.
   */
  double (*sniff) (BwText *raw);
  /* Appends BwShape to shapes: one a table. Errors name no file: the caller does. */
  gboolean (*read) (BwText *raw,
                    const BwReadOptions *options,
                    GPtrArray *shapes,
                    GCancellable *cancellable,
                    BwProgress progress,
                    gpointer user_data,
                    GError **error);
} BwReader;

/* All readers, NULL-terminated. */
const BwReader *const *bw_readers (void);
/* The surest reader, or NULL and BW_ERROR_FORMAT with one sentence on what the bytes are instead
 * (HTML page, PDF, picture, binary). */
const BwReader *bw_reader_for_text (BwText *raw, GError **error);

/* Reads by the surest reader. Bytes may come from a container: shapes then get its own as raw. */
gboolean bw_read_text (BwText *raw,
                       const BwReadOptions *options,
                       GPtrArray *shapes,
                       GCancellable *cancellable,
                       BwProgress progress,
                       gpointer user_data,
                       GError **error);
/* The same for a file: the one door. */
gboolean bw_read_file (const char *path,
                       const BwReadOptions *options,
                       GPtrArray *shapes,
                       GCancellable *cancellable,
                       BwProgress progress,
                       gpointer user_data,
                       GError **error);
