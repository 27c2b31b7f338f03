/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the letters for bytes again. */
#include "config.h"

#include "bw-mangled.h"

/* What windows-1252 has at 0x80 to 0x9f; zero where it has nothing and readers keep the byte. */
static const gunichar upper[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* The byte that was read as this letter; 0 when there is none. */
static guint8
find_byte (gunichar c)
{
  if (c < 0x100)
    return (guint8) c;
  for (guint i = 0; i < G_N_ELEMENTS (upper); i++)
    if (upper[i] == c)
      return (guint8) (0x80 + i);
  return 0;
}

char *
bw_mangled_mend (const char *text)
{
  g_autoptr (GString) bytes = g_string_sized_new (32);
  glong n_letters = 0;

  g_return_val_if_fail (text, NULL);
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    guint8 byte = find_byte (g_utf8_get_char (p));

    if (byte == 0)
      return NULL;
    n_letters += byte >= 0x80;
    g_string_append_c (bytes, (char) byte);
  }
  if (n_letters == 0 || !g_utf8_validate (bytes->str, (gssize) bytes->len, NULL))
    return NULL;
  return g_string_free_and_steal (g_steal_pointer (&bytes));
}
