/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lower case and no accents, letter by letter. */
#include "config.h"

#include <string.h>

#include "bw-letters.h"

/* A run of digits is led by its length as one byte, which is below all letters. */
#define MOST_DIGITS ('a' - '0' - 1)

/* The first letter that it is made of; marks are left out. */
static void
append_letter (GString *out, gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
  if (!g_unichar_ismark (parts[0]))
    g_string_append_unichar (out, g_unichar_tolower (parts[0]));
}

/* Returns where the next letter begins. Bytes that are no letter stay as they are. */
static const char *
append_next (GString *out, const char *at, const char *end)
{
  if ((guchar) *at < 0x80) {
    g_string_append_c (out, g_ascii_tolower (*at));
    return at + 1;
  }
  gunichar letter = g_utf8_get_char_validated (at, end - at);
  if (letter >= (gunichar) -2) {
    g_string_append_c (out, *at);
    return at + 1;
  }
  append_letter (out, letter);
  return g_utf8_next_char (at);
}

void
bw_letters_append (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  for (const char *at = text; at < end;)
    at = append_next (out, at, end);
}

static const char *
append_number (GString *out, const char *at, const char *end)
{
  while (at + 1 < end && *at == '0' && g_ascii_isdigit (at[1]))
    at++;
  const char *first = at;
  while (at < end && g_ascii_isdigit (*at))
    at++;
  g_string_append_c (out, (char) ('0' + MIN (at - first, MOST_DIGITS)));
  g_string_append_len (out, first, at - first);
  return at;
}

void
bw_letters_append_key (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  for (const char *at = text; at < end;)
    at = g_ascii_isdigit (*at) ? append_number (out, at, end) : append_next (out, at, end);
}
