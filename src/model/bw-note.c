/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reading of a file has to say. */
#include "config.h"

#include <string.h>

#include "bw-error.h"
#include "bw-note.h"

G_DEFINE_BOXED_TYPE (BwNote, bw_note, bw_note_ref, bw_note_unref)

static void
free_note (gpointer mem)
{
  BwNote *note = mem;
  g_free (note->code);
  g_free (note->column);
  g_free (note->text);
  bw_saying_unref (note->saying);
}

/* Takes the saying. */
static BwNote *
make (const char *code, const char *column, gint64 count, gint64 first_line, BwSaying *saying)
{
  BwNote *note = g_atomic_rc_box_new (BwNote);
  *note = (BwNote) {
    .code = g_strdup (code),
    .column = g_strdup (column),
    .count = count,
    .first_line = first_line,
    .text = bw_saying_dup_text (saying),
    .saying = saying,
  };
  return note;
}

BwNote *
bw_note_new (
    const char *code, const char *column, gint64 count, gint64 first_line, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  BwNote *note = bw_note_new_of (code, column, count, first_line, format, arguments);
  va_end (arguments);
  return note;
}

BwNote *
bw_note_new_of (const char *code,
                const char *column,
                gint64 count,
                gint64 first_line,
                const char *format,
                va_list arguments)
{
  g_return_val_if_fail (code, NULL);
  g_return_val_if_fail (format && *format, NULL);
  return make (code, column, count, first_line, bw_saying_new_of (format, arguments));
}

BwNote *
bw_note_new_counted (
    const char *code, gint64 count, gint64 first_line, const char *one, const char *several)
{
  g_return_val_if_fail (code, NULL);
  g_return_val_if_fail (one && several, NULL);
  return make (code, NULL, count, first_line, bw_saying_new_counted (one, several, count));
}

BwNote *
bw_note_new_because (const char *code, gint64 count, const char *format, const GError *reason)
{
  g_return_val_if_fail (code, NULL);
  g_return_val_if_fail (format && reason, NULL);
  BwSaying *said = bw_error_get_saying (reason);
  g_autofree char *text = said ? bw_saying_dup_text (said) : NULL;
  const char *at = text ? strstr (reason->message, text) : NULL;
  if (!at)
    return bw_note_new (code, NULL, count, 0, format, reason->message);
  g_autofree char *front = g_strndup (reason->message, (gsize) (at - reason->message));
  return make (code, NULL, count, 0,
               bw_saying_new_around (format, front, said, at + strlen (text)));
}

BwNote *
bw_note_with_count (const BwNote *note, gint64 count, gint64 first_line)
{
  g_return_val_if_fail (note, NULL);
  return make (note->code, note->column, count, first_line,
               bw_saying_with_count (note->saying, count));
}

char *
bw_note_dup_text (const BwNote *note)
{
  g_return_val_if_fail (note, NULL);
  return bw_saying_dup_text (note->saying);
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
