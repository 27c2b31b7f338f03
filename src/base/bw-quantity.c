/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes amounts that somebody types. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "bw-quantity.h"

static const struct {
  const char *symbol;
  double seconds;
} spans[] = {
  { "d", 86400 },
  { "h", 3600 },
  { "min", 60 },
  { "s", 1 },
};

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x202f || c == 0xa0;
}

/* Without spaces, and with a point for a comma and a hyphen for a minus. */
static char *
simplify (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);
    if (letter == ',')
      g_string_append_c (plain, '.');
    else if (letter == 0x2212)
      g_string_append_c (plain, '-');
    else if (!is_space (letter))
      g_string_append_unichar (plain, g_unichar_tolower (letter));
  }
  return g_string_free_and_steal (plain);
}

static gboolean
read_number (const char **at, double *number)
{
  char *end;

  *number = g_ascii_strtod (*at, &end);
  if (end == *at || !isfinite (*number))
    return FALSE;
  *at = end;
  return TRUE;
}

/* The symbol that follows; the longest one, since "min" and "m" differ. */
static double
read_span (const char **at)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
    gsize length = strlen (spans[i].symbol);
    if (strncmp (*at, spans[i].symbol, length) == 0 && !g_ascii_isalpha ((*at)[length])) {
      *at += length;
      return spans[i].seconds;
    }
  }
  return NAN;
}

static gboolean
parse_seconds (const char *text, double *amount)
{
  double sum = 0, number, span;

  for (const char *at = text; *at != '\0'; sum += number * span) {
    if (!read_number (&at, &number) || number < 0)
      return FALSE;
    span = at[0] == '\0' && sum == 0 ? 3600 : read_span (&at);
    if (isnan (span))
      return FALSE;
  }
  *amount = sum;
  return TRUE;
}

gboolean
bw_quantity_parse (BwUnit unit, const char *text, double *amount)
{
  g_autofree char *plain = simplify (text);
  const char *at = plain;
  double number;

  *amount = NAN;
  if (*plain == '\0')
    return TRUE;
  if (unit == BW_UNIT_SECONDS)
    return parse_seconds (plain, amount);
  if (!read_number (&at, &number))
    return FALSE;
  if (unit == BW_UNIT_FRACTION) {
    number /= 100;
    at += *at == '%';
  }
  if (*at != '\0' || (number < 0 && unit != BW_UNIT_POINTS && unit != BW_UNIT_FRACTION))
    return FALSE;
  *amount = number;
  return TRUE;
}

static char *
format_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.12g", number));
}

static char *
format_seconds (double seconds)
{
  GString *text = g_string_new (NULL);
  double rest = seconds;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
    gboolean last = i == G_N_ELEMENTS (spans) - 1;
    double n = last ? rest : floor (rest / spans[i].seconds);
    g_autofree char *number = format_number (n);
    if (n > 0 || (last && text->len == 0))
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? " " : "", number, spans[i].symbol);
    rest -= n * spans[i].seconds;
  }
  return g_string_free_and_steal (text);
}

char *
bw_quantity_format (BwUnit unit, double amount)
{
  g_autofree char *number = NULL;

  if (isnan (amount))
    return g_strdup ("");
  if (unit == BW_UNIT_SECONDS)
    return format_seconds (amount);
  number = format_number (unit == BW_UNIT_FRACTION ? amount * 100 : amount);
  return unit == BW_UNIT_FRACTION ? g_strconcat (number, " %", NULL) : g_steal_pointer (&number);
}
