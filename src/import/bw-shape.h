/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is before any meaning: its bytes as UTF-8 text, its dialect and where its rows are.
 */
#pragma once

#include "bw-digest.h"
#include "bw-survey.h"
#include "bw-text.h"

typedef struct {
  char *encoding;    /* NULL = decide; "UTF-8", "WINDOWS-1252", ... as iconv spells them */
  char delimiter;    /* 0 = decide */
  gboolean quick;    /* see BwShape.assumed */
  BwDigest **digest; /* receives one of the file, which has begun; NULL = not wanted */
  int depth;         /* containers around the bytes; counted by readers */
  gint64 *room; /* bytes that may still be unpacked, counted down; NULL = by the size of the file */
  char quote;   /* of delimited text; 0 = '"' */
  char escape;  /* before a quote that belongs to the cell; 0 = the quote itself */
} BwReadOptions;

typedef struct {
  BwText *text;     /* UTF-8; a byte-order mark, if any, stands before start_at */
  BwText *raw;      /* the file's own bytes; the same as text unless they had to be converted */
  char *member;     /* where in a container: "tickets.xlsx › Sheet 1"; or NULL */
  gboolean written; /* text and dialect are the reader's own, not the file's */
  char *encoding;   /* of the file: "UTF-8", "UTF-16LE", "windows-1252" */
  gboolean assumed; /* from its beginning: loading fails with BW_ERROR_ENCODING when it is not */
  BwDialect dialect;
  gsize start_at;   /* offset of the first record: after byte-order mark and "sep=" line */
  gsize header_at;  /* offset of the header record; == data_at when there is no header */
  gsize data_at;    /* offset of the first data record */
  GStrv header;     /* cells of the header record; repeated and empty names as they are */
  BwSurvey *survey; /* of text; known once it has been loaded */
  BwDigest *digest; /* of text, takes what loading reads; or NULL */
  GPtrArray *notes; /* BwNote: "mixed-encoding", "preamble" ... */
} BwShape;

/* Of a text that is UTF-8 from start_at on; finds out the rest. delimiter 0 = decide. survey: of
 * the text with '"' as quote, taken over; or NULL. NULL and G_IO_ERROR_CANCELLED when cancelled. */
BwShape *bw_shape_new (BwText *text,
                       gsize start_at,
                       BwSurvey *survey,
                       char delimiter,
                       GCancellable *cancellable,
                       GError **error);
void bw_shape_free (BwShape *shape);
/* Whether the cells of the header can be names: none is as long as a text. */
gboolean bw_shape_has_names (const BwShape *shape);
/* For tables that people see: makes one row of headers of several, and one row of each cell where
 * months stand side by side. FALSE and G_IO_ERROR_CANCELLED when cancelled. */
gboolean bw_shape_arrange (BwShape *shape, GCancellable *cancellable, GError **error);
/* Another text takes the place of its own: text, dialect, survey, header and places move over. */
void bw_shape_rewrite (BwShape *shape, BwShape *other);
/* The reader knows better what the columns are called: header is taken over. */
void bw_shape_set_header (BwShape *shape, GStrv header, gsize header_at, gsize data_at);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwShape, bw_shape_free)
