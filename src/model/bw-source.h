/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was learnt of one file: what `inspect`, the Files page, the appendix and the report's
 * "sources" say of it. */
#pragma once

#include "bw-digest.h"
#include "bw-note.h"
#include "bw-table.h"
#include <gio/gio.h>

/* How one column was taken, and why. */
typedef struct {
  char *header;
  int index;
  BwFieldId field;   /* NONE = not used */
  double confidence; /* 0..1 */
  char *evidence;    /* a sentence: "header is a known spelling; 998 of 1,000 cells are dates" */
  char *format; /* how the cells were read: "date dmy", "duration minutes", "scale 1-5"; or NULL */
  gint64 n_present; /* cells that hold something readable; -1 = nobody counted */
  gint64 n_bad;
  GStrv samples; /* up to five distinct cells */
} BwDecision;

BwDecision *bw_decision_new (void);
void bw_decision_free (BwDecision *decision);

#define BW_TYPE_SOURCE (bw_source_get_type ())
G_DECLARE_FINAL_TYPE (BwSource, bw_source, BW, SOURCE, GObject)

/* Filled by the importer before anybody else sees it, then left alone. */
struct _BwSource {
  GObject parent_instance;

  char *path;
  char *name;   /* base name, UTF-8, for people */
  char *member; /* of a container, or NULL */
  BwKind kind;
  char *profile;       /* "zendesk-csv", or "generic" */
  char *profile_title; /* "Zendesk account export" */
  double score;        /* of the recognition, 0..1 */
  char *evidence;      /* a sentence */
  char *encoding;
  char *delimiter;      /* one character, or NULL when it has none */
  char *zone;           /* zone of its naive times */
  GStrv reading;        /* what was said by hand of how it is read, in the importer's words; NULL */
  gint64 size;          /* bytes of the file */
  gint64 n_rows;        /* data records */
  GPtrArray *decisions; /* BwDecision, in the file's order */
  GPtrArray *notes;     /* BwNote */
  BwTable *table;       /* the rows of this file alone */

  /*< private >*/
  GMutex lock;
  char *sha256;
  BwDigest *digest; /* at work, or NULL */
};

BwSource *bw_source_new (const char *path);
/* The product that wrote it, for people, in their language; NULL when that was never asked. */
const char *bw_source_get_product (const BwSource *source);
/* Lower-case hex of the file's bytes when it was read; computed when first asked for (and cached):
 * NULL and G_IO_ERROR when the file cannot be read any more or has another size now. Thread-safe.
 */
const char *bw_source_get_sha256 (BwSource *source, GError **error);
/* The same when it is known already, else NULL: never waits. */
const char *bw_source_peek_sha256 (BwSource *source);
/* What it is, when somebody knows already; once. */
void bw_source_set_sha256 (BwSource *source, const char *sha256);
/* One that has begun: waited for when it is asked for. */
void bw_source_set_digest (BwSource *source, BwDigest *digest);
/* Whether the texts of its rows, which are read from the file only when asked for, are still those
 * that its figures were made of: FALSE with an error that names the file once it was cut off, or
 * other bytes were written into it. One that was replaced or removed stays readable. Thread-safe.
 */
gboolean bw_source_check (BwSource *source, GError **error);
/* For notes that say how it fits to the other files, which may change. */
void bw_source_remove_notes (BwSource *source, const char *code);
/* Notes of the same code and column are one: counts add up, the first place and text stay. format:
 * as in bw_note_new_of. */
void bw_source_add_note (BwSource *source,
                         const char *code,
                         const char *column,
                         gint64 count,
                         gint64 first_line,
                         const char *format,
                         ...) G_GNUC_PRINTF (6, 7);
/* BwNote */
void bw_source_add_notes (BwSource *source, GPtrArray *notes);
