/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reading of a file has to say: bad cells, set-aside rows, decisions taken. Counted by
 * (code, column); the first place is kept. Immutable, counted. */
#pragma once

#include <glib-object.h>

#include "bw-saying.h"

typedef struct {
  char *code;   /* stable, kebab case: "bad-date", "ragged-row", "assumed-zone" */
  char *column; /* the file's own header; NULL = the whole file */
  gint64 count;
  gint64 first_line; /* 1-based physical line; 0 = no place */
  char *text;        /* one sentence: what, and what to do; in the language of whoever noted it */

  BwSaying *saying; /* the text, to be said in another language */
} BwNote;

#define BW_TYPE_NOTE (bw_note_get_type ())
GType bw_note_get_type (void);

/* Takes no ownership. format: as in bw-saying.h. */
BwNote *bw_note_new (
    const char *code, const char *column, gint64 count, gint64 first_line, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
BwNote *bw_note_new_of (const char *code,
                        const char *column,
                        gint64 count,
                        gint64 first_line,
                        const char *format,
                        va_list arguments);
/* One that says its count, by the one conversion that both formats have. These are marked as to be
 * translated by standing here. */
BwNote *bw_note_new_counted (
    const char *code, gint64 count, gint64 first_line, const char *one, const char *several);
/* format: with one %s, for the reason: in whatever language the note is read, when the error was
 * made by bw_error_set(). */
BwNote *
bw_note_new_because (const char *code, gint64 count, const char *format, const GError *reason);
/* The same note of more cells. */
BwNote *bw_note_with_count (const BwNote *note, gint64 count, gint64 first_line);
/* The sentence in the present language. */
char *bw_note_dup_text (const BwNote *note);
BwNote *bw_note_ref (BwNote *note);
void bw_note_unref (BwNote *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwNote, bw_note_unref)
