/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is before any meaning: its bytes as UTF-8 text, its dialect and where its rows are. */
#pragma once

#include "bw-text.h"

typedef struct {
  char *encoding;  /* NULL = decide; "UTF-8", "WINDOWS-1252", ... as iconv spells them */
  char delimiter;  /* 0 = decide */
} BwReadOptions;

typedef struct {
  BwText *text;    /* UTF-8, without a byte-order mark */
  char *encoding;  /* of the file: "UTF-8", "UTF-16LE", "windows-1252" */
  BwDialect dialect;
  gsize header_at;  /* offset of the header record; == data_at when there is no header */
  gsize data_at;    /* offset of the first data record */
  GStrv header;     /* cells of the header record; repeated and empty names as they are */
  gint64 n_lines;   /* physical lines: an upper bound of the rows */
  gint64 n_quotes;
  GPtrArray *notes; /* BwNote: "mixed-encoding", "preamble" ... */
} BwShape;

void bw_shape_free (BwShape *shape);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwShape, bw_shape_free)
