/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reading of a file has to say. */
#include "config.h"

#include "bw-note.h"

G_DEFINE_BOXED_TYPE (BwNote, bw_note, bw_note_ref, bw_note_unref)

static void
free_note (gpointer mem)
{
  BwNote *note = mem;
  g_free (note->code);
  g_free (note->column);
  g_free (note->text);
}

BwNote *
bw_note_new (
    const char *code, const char *column, gint64 count, gint64 first_line, const char *text)
{
  g_return_val_if_fail (code, NULL);
  g_return_val_if_fail (text, NULL);
  BwNote *note = g_atomic_rc_box_new (BwNote);
  *note = (BwNote) {
    .code = g_strdup (code),
    .column = g_strdup (column),
    .count = count,
    .first_line = first_line,
    .text = g_strdup (text),
  };
  return note;
}

BwNote *
bw_note_ref (BwNote *note)
{
  return g_atomic_rc_box_acquire (note);
}

void
bw_note_unref (BwNote *note)
{
  g_atomic_rc_box_release_full (note, free_note);
}
