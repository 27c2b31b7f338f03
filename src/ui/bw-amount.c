/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes amounts. */
#include "config.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bw-amount.h"

#define MOST_DIGITS 60

/* What a text is made of once signs of currencies and spaces are gone. */
typedef struct {
  char digits[MOST_DIGITS + 1]; /* with '.' and ',' where they stand */
  gsize n;
  gboolean negative;
} Bare;

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00A0 || c == 0x202F || c == 0x2009 || c == '\'' ||
         c == 0x2019 || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static gboolean
take_character (Bare *bare, gunichar c)
{
  int digit = g_unichar_digit_value (c);

  if (digit >= 0 || c == '.' || c == ',' || c == 0x066B || c == 0x066C) {
    if (bare->n == MOST_DIGITS)
      return FALSE;
    bare->digits[bare->n++] = digit >= 0    ? (char) ('0' + digit)
                              : c == 0x066B ? '.'
                              : c == 0x066C ? ','
                                            : (char) c;
    return TRUE;
  }
  if (c == '-' || c == 0x2212 || c == '(') {
    if (bare->n > 0 || bare->negative)
      return FALSE;
    bare->negative = TRUE;
    return TRUE;
  }
  return is_blank (c) || c == ')' || c == '+' || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static guint
count (const char *text, char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;
  return n;
}

/* "1,234,567": whole groups of three behind the first. */
static gboolean
is_grouped (const char *digits, char separator)
{
  const char *at = strchr (digits, separator);

  if (at == NULL || at == digits || at - digits > 3 || (at - digits == 1 && *digits == '0'))
    return FALSE;
  for (; at != NULL; at = strchr (at + 1, separator))
    if (strspn (at + 1, "0123456789") != 3)
      return FALSE;
  return TRUE;
}

static char
get_decimal_point (void)
{
  const char *point = localeconv ()->decimal_point;

  return *point == ',' ? ',' : '.';
}

/* '\0' = there are no decimals. */
static char
find_decimal_point (const char *digits)
{
  guint n_points = count (digits, '.'), n_commas = count (digits, ',');
  char separator = n_points > 0 ? '.' : ',';

  if (n_points > 0 && n_commas > 0)
    return strrchr (digits, '.') > strrchr (digits, ',') ? '.' : ',';
  if (n_points + n_commas == 0)
    return '\0';
  if (n_points + n_commas > 1)
    return '\0';
  return separator == get_decimal_point () || !is_grouped (digits, separator) ? separator : '\0';
}

/* What is left of separators must stand between thousands. */
static gboolean
join (const char *digits, char *joined)
{
  char point = find_decimal_point (digits);
  char other = point == '.' ? ',' : point == ',' ? '.' : count (digits, '.') > 0 ? '.' : ',';
  g_autofree char *whole = g_strdup (digits);
  char *decimals = point != '\0' ? strrchr (whole, point) : NULL;
  gsize n = 0;

  if (decimals != NULL)
    *decimals++ = '\0';
  if ((strchr (whole, other) != NULL && !is_grouped (whole, other)) ||
      (point != '\0' && strchr (whole, point) != NULL))
    return FALSE;
  for (const char *at = whole; *at != '\0'; at++)
    if (*at != other)
      joined[n++] = *at;
  if (decimals != NULL && *decimals != '\0') {
    joined[n++] = '.';
    n = (gsize) (g_stpcpy (joined + n, decimals) - joined);
  }
  joined[n] = '\0';
  return strpbrk (joined, "0123456789") != NULL;
}

gboolean
bw_amount_parse (const char *text, double *value)
{
  Bare bare = { .n = 0 };
  char joined[MOST_DIGITS + 2];

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  *value = NAN;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!take_character (&bare, g_utf8_get_char (at)))
      return FALSE;
  bare.digits[bare.n] = '\0';
  if (bare.n == 0)
    return !bare.negative;
  if (!join (bare.digits, joined))
    return FALSE;
  *value = g_ascii_strtod (joined, NULL) * (bare.negative ? -1 : 1);
  return TRUE;
}

char *
bw_amount_format (double value)
{
  double cents = round (value * 100);

  if (isnan (value))
    return g_strdup ("");
  if (fmod (cents, 100) == 0)
    return g_strdup_printf ("%'.0f", cents / 100);
  return g_strdup_printf ("%'.2f", cents / 100);
}
