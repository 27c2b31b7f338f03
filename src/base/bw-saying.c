/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences that keep what they are made of. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-saying.h"
#include "bw-unit.h"

struct _BwSaying {
  char *format;
  char *several; /* for any other count than one; or NULL */
  gint64 count;
  GStrv arguments;
  guint32 words;   /* bits of those arguments that are to be translated, too */
  BwSaying *inner; /* said between the only two arguments; or NULL */
};

static void
free_saying (gpointer mem)
{
  BwSaying *self = mem;
  g_free (self->format);
  g_free (self->several);
  g_strfreev (self->arguments);
  g_clear_pointer (&self->inner, bw_saying_unref);
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
    else if (conversion.letter == 'u' && conversion.is_long)
      g_strv_builder_take (kept, g_strdup_printf ("%lu", va_arg (arguments, gulong)));
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

static char *
dup_argument (const BwSaying *self, guint place)
{
  if (place >= g_strv_length (self->arguments))
    return g_strdup ("");
  const char *argument = self->arguments[place];
  if (self->inner) {
    g_autofree char *said = bw_saying_dup_text (self->inner);
    return g_strconcat (argument, said, self->arguments[1], NULL);
  }
  return g_strdup (self->words & (1u << place) && *argument ? _ (argument) : argument);
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
fill_in (const BwSaying *self, const char *format)
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
    else {
      g_autofree char *argument = dup_argument (self, place);
      append_argument (text, argument, &conversion);
    }
    next += conversion.letter != '%';
    at = conversion.end;
  }
  g_string_append (text, at);
  return g_string_free_and_steal (text);
}

/* Takes the arguments. */
static BwSaying *
make (const char *format, GStrv arguments)
{
  BwSaying *self = g_atomic_rc_box_new0 (BwSaying);
  self->format = g_strdup (format);
  self->arguments = arguments;
  self->words = find_words (format);
  return self;
}

BwSaying *
bw_saying_new_of (const char *format, va_list arguments)
{
  g_return_val_if_fail (format && *format, NULL);
  return make (format, keep_arguments (format, arguments));
}

BwSaying *
bw_saying_new_counted (const char *one, const char *several, gint64 count)
{
  g_return_val_if_fail (one && several, NULL);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_strv_builder_take (kept, g_strdup_printf ("%" G_GINT64_FORMAT, count));
  BwSaying *self = make (one, g_strv_builder_end (kept));
  self->several = g_strdup (several);
  self->count = count;
  return self;
}

BwSaying *
bw_saying_new_around (const char *format, const char *front, BwSaying *inner, const char *behind)
{
  g_return_val_if_fail (format && front && inner && behind, NULL);
  const char *const arguments[] = { front, behind, NULL };
  BwSaying *self = make (format, g_strdupv ((GStrv) arguments));
  self->inner = bw_saying_ref (inner);
  return self;
}

char *
bw_saying_dup_text (const BwSaying *self)
{
  g_return_val_if_fail (self, NULL);
  const char *format = self->several ? ngettext (self->format, self->several, (gulong) self->count)
                                     : _ (self->format);
  return fill_in (self, format);
}

BwSaying *
bw_saying_with_count (BwSaying *self, gint64 count)
{
  g_return_val_if_fail (self, NULL);
  return self->several ? bw_saying_new_counted (self->format, self->several, count)
                       : bw_saying_ref (self);
}

BwSaying *
bw_saying_ref (BwSaying *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bw_saying_unref (BwSaying *self)
{
  g_atomic_rc_box_release_full (self, free_saying);
}
