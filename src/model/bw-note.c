/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reading of a file has to say. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-note.h"
#include "bw-unit.h"

G_DEFINE_BOXED_TYPE (BwNote, bw_note, bw_note_ref, bw_note_unref)

static void
free_note (gpointer mem)
{
  BwNote *note = mem;
  g_free (note->code);
  g_free (note->column);
  g_free (note->text);
  g_free (note->format);
  g_free (note->several);
  g_strfreev (note->arguments);
}

/* A conversion of printf, after its '%'. */
typedef struct {
  guint place; /* "2$": 2; 0 = the next one */
  gboolean is_long;
  gboolean is_word; /* "-s" */
  char letter;
  const char *end;
} Conversion;

static Conversion
read_conversion (const char *at)
{
  Conversion conversion = { 0 };
  const char *digits = at + strspn (at, "0123456789");
  if (digits > at && *digits == '$') {
    conversion.place = (guint) g_ascii_strtoull (at, NULL, 10);
    at = digits + 1;
  }
  conversion.is_word = g_str_has_prefix (at, "-s");
  at += strspn (at, "-+ #0123456789.");
  conversion.is_long = *at == 'l';
  at += strspn (at, "l");
  conversion.letter = *at;
  conversion.end = *at ? at + 1 : at;
  return conversion;
}

static GStrv
keep_arguments (const char *format, va_list arguments)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  for (const char *at = format; (at = strchr (at, '%'));) {
    Conversion conversion = read_conversion (at + 1);
    if (conversion.letter == 's')
      g_strv_builder_add (kept, va_arg (arguments, const char *));
    else if (conversion.letter == 'g')
      g_strv_builder_take (kept, g_strdup_printf ("%g", va_arg (arguments, double)));
    else if (conversion.letter && strchr ("di", conversion.letter) && conversion.is_long)
      g_strv_builder_take (kept, g_strdup_printf ("%" G_GINT64_FORMAT, va_arg (arguments, gint64)));
    else if (conversion.letter && strchr ("di", conversion.letter))
      g_strv_builder_take (kept, g_strdup_printf ("%d", va_arg (arguments, int)));
    else if (conversion.letter == 'u')
      g_strv_builder_take (kept, g_strdup_printf ("%u", va_arg (arguments, guint)));
    at = conversion.end;
  }
  return g_strv_builder_end (kept);
}

/* Which arguments are words. */
static guint32
find_words (const char *format)
{
  guint32 words = 0;
  guint place = 0;
  for (const char *at = format; (at = strchr (at, '%'));) {
    Conversion conversion = read_conversion (at + 1);
    if (conversion.is_word)
      words |= 1u << place;
    place += conversion.letter != '%';
    at = conversion.end;
  }
  return words;
}

static const char *
get_argument (const BwNote *note, guint place)
{
  if (place >= g_strv_length (note->arguments))
    return "";
  const char *argument = note->arguments[place];
  return note->words & (1u << place) && *argument ? _ (argument) : argument;
}

/* Numbers of 64 bits count rows: they are grouped as all such numbers are. */
static void
append_argument (GString *text, const char *argument, const Conversion *conversion)
{
  g_autofree char *count =
      conversion->is_long ? bw_format_count (g_ascii_strtoll (argument, NULL, 10)) : NULL;
  g_string_append (text, count ? count : argument);
}

/* The format with the arguments in their places, as printf would have it. */
static char *
fill_in (const BwNote *note, const char *format)
{
  GString *text = g_string_new (NULL);
  guint next = 0;
  const char *at = format;
  for (const char *sign; (sign = strchr (at, '%'));) {
    Conversion conversion = read_conversion (sign + 1);
    guint place = conversion.place > 0 ? conversion.place - 1 : next;
    g_string_append_len (text, at, sign - at);
    if (conversion.letter == '%')
      g_string_append_c (text, '%');
    else
      append_argument (text, get_argument (note, place), &conversion);
    next += conversion.letter != '%';
    at = conversion.end;
  }
  g_string_append (text, at);
  return g_string_free_and_steal (text);
}

/* Takes the arguments. */
static BwNote *
make (const char *code,
      const char *column,
      gint64 count,
      gint64 first_line,
      const char *format,
      const char *several,
      GStrv arguments)
{
  BwNote *note = g_atomic_rc_box_new (BwNote);
  *note = (BwNote) {
    .code = g_strdup (code),
    .column = g_strdup (column),
    .count = count,
    .first_line = first_line,
    .format = g_strdup (format),
    .several = g_strdup (several),
    .arguments = arguments,
    .words = find_words (format),
  };
  note->text = bw_note_dup_text (note);
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
  return make (code, column, count, first_line, format, NULL, keep_arguments (format, arguments));
}

static GStrv
keep_count (gint64 count)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_strv_builder_take (kept, g_strdup_printf ("%" G_GINT64_FORMAT, count));
  return g_strv_builder_end (kept);
}

BwNote *
bw_note_new_counted (
    const char *code, gint64 count, gint64 first_line, const char *one, const char *several)
{
  g_return_val_if_fail (code, NULL);
  g_return_val_if_fail (one && several, NULL);
  return make (code, NULL, count, first_line, one, several, keep_count (count));
}

BwNote *
bw_note_with_count (const BwNote *note, gint64 count, gint64 first_line)
{
  g_return_val_if_fail (note, NULL);
  return make (note->code, note->column, count, first_line, note->format, note->several,
               note->several ? keep_count (count) : g_strdupv (note->arguments));
}

char *
bw_note_dup_text (const BwNote *note)
{
  g_return_val_if_fail (note, NULL);
  const char *format = note->several ? ngettext (note->format, note->several, (gulong) note->count)
                                     : _ (note->format);
  return fill_in (note, format);
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
