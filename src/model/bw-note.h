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
  char *text;        /* one sentence: what, and what to do; in the language of whoever noted it */

  /* What it is made of, or NULL */
  char *format; /* to be translated */
  GStrv arguments;
} BwNote;

#define BW_TYPE_NOTE (bw_note_get_type ())
GType bw_note_get_type (void);

/* Takes no ownership. */
BwNote *bw_note_new (
    const char *code, const char *column, gint64 count, gint64 first_line, const char *text);
/* The same of a format that is not translated yet, N_(), with conversions of s, d, g and
 * G_GINT64_FORMAT. */
BwNote *bw_note_new_of (const char *code,
                        const char *column,
                        gint64 count,
                        gint64 first_line,
                        const char *format,
                        va_list arguments);
/* The same note of more cells. */
BwNote *bw_note_with_count (const BwNote *note, gint64 count, gint64 first_line);
/* The sentence in the present language, as far as its parts are known. */
char *bw_note_dup_text (const BwNote *note);
BwNote *bw_note_ref (BwNote *note);
void bw_note_unref (BwNote *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwNote, bw_note_unref)
