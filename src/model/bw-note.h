/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reading of a file has to say: bad cells, set-aside rows, decisions taken. Counted by
 * (code, column); the first place is kept. Immutable, counted. */
#pragma once

#include <glib-object.h>

typedef struct {
  char *code;   /* stable, kebab case: "bad-date", "ragged-row", "assumed-zone" */
  char *column; /* the file's own header; NULL = the whole file */
  gint64 count;
  gint64 first_line; /* 1-based physical line; 0 = no place */
  char *text;        /* one sentence in the user's language: what, and what to do */
} BwNote;

#define BW_TYPE_NOTE (bw_note_get_type ())
GType bw_note_get_type (void);

/* Takes no ownership. */
BwNote *bw_note_new (
    const char *code, const char *column, gint64 count, gint64 first_line, const char *text);
BwNote *bw_note_ref (BwNote *note);
void bw_note_unref (BwNote *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwNote, bw_note_unref)
