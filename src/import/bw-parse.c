/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that say nothing, and cells that hold a number. */
#include "config.h"

#include "bw-parse-private.h"
#include "bw-parse.h"

#include <math.h>
#include <string.h>

#define BLANK_MAX 24

/* With their lengths, as cells are compared with them by the million. */
#define WORD(text) { text, sizeof text - 1 }

static const struct {
  const char *text;
  gsize length;
} blank_words[] = {
  WORD ("?"),
  WORD ("-"),
  WORD ("--"),
  WORD ("---"),
  WORD ("\xe2\x80\x93"),
  WORD ("\xe2\x80\x94"),
  WORD ("n/a"),
  WORD ("#n/a"),
  WORD ("na"),
  WORD ("n.a."),
  WORD ("n/d"),
  WORD ("s/d"),
  WORD ("k. a."),
  WORD ("k.a."),
  WORD ("nan"),
  WORD ("nat"),
  WORD ("nil"),
  WORD ("null"),
  WORD ("(null)"),
  WORD ("\\n"),
  WORD ("none"),
  WORD ("(none)"),
  WORD ("[none]"),
  WORD ("-none-"),
  WORD ("--none--"),
  WORD ("unknown"),
  WORD ("undefined"),
  WORD ("no data"),
  WORD ("not specified"),
  WORD ("not set"),
  WORD ("not assigned"),
  WORD ("unassigned"),
  WORD ("anonymous"),
  WORD ("no replies"),
  WORD ("(blank)"),
  WORD ("(empty)"),
  WORD ("no data available"),
  WORD ("[no associated user]"),
};

/* Longest run of bytes that reads as one blank: 0 when there is none at text. */
static gsize
blank_length (const char *text, gsize length)
{
  const guchar *p = (const guchar *) text;

  if (length == 0)
    return 0;
  if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
    return 1;
  if (length >= 2 && p[0] == 0xc2 && p[1] == 0xa0) /* no-break space */
    return 2;
  if (length >= 3 && p[0] == 0xe2 && p[1] == 0x80 && (p[2] <= 0x8d || p[2] == 0xaf))
    return 3; /* typographic and zero-width spaces */
  if (length >= 3 && p[0] == 0xef && p[1] == 0xbb && p[2] == 0xbf) /* byte-order mark */
    return 3;
  return 0;
}

static gsize
blank_length_before (const char *text, gsize length)
{
  for (gsize n = 1; n <= 3 && n <= length; n++)
    if (blank_length (text + length - n, n) == n)
      return n;
  return 0;
}

void
bw_parse_trim (const char **text, gsize *length)
{
  gsize n;

  while ((n = blank_length (*text, *length)) > 0) {
    *text += n;
    *length -= n;
  }
  while ((n = blank_length_before (*text, *length)) > 0)
    *length -= n;
}

gboolean
bw_parse_is_space (const char *text, gsize length, gsize *n)
{
  *n = blank_length (text, length);
  return *n > 0;
}

static gboolean
is_blank_word (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (blank_words); i++)
    if (blank_words[i].length == length &&
        g_ascii_strncasecmp (blank_words[i].text, text, length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bw_parse_has_digit (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return FALSE;
}

gboolean
bw_parse_is_blank (const char *text, gsize length)
{
  if (length == 0)
    return TRUE;
  if (length > 4 * BLANK_MAX || g_ascii_isdigit (*text))
    return FALSE;
  bw_parse_trim (&text, &length);
  return length == 0 || (length <= BLANK_MAX && is_blank_word (text, length));
}

/* --- Numbers ---------------------------------------------------------------------------------- */

#define DIGITS_MAX 64

typedef struct {
  char digits[DIGITS_MAX + 1]; /* as g_ascii_strtod reads them */
  int n;
  gboolean negative;
  gboolean percent;
} Number;

/* Signs, currencies and brackets around a number: skipped bytes, 0 at its first digit. */
static gsize
skip_front (const char *text, gsize length, Number *number)
{
  gsize n;

  if (bw_parse_is_space (text, length, &n))
    return n;
  if (*text == '+' || *text == '\'' || *text == '$')
    return 1;
  if (*text == '-' || *text == '(') {
    number->negative = TRUE;
    return 1;
  }
  if (length >= 3 && memcmp (text, "\xe2\x88\x92", 3) == 0) { /* minus sign */
    number->negative = TRUE;
    return 3;
  }
  if (length >= 3 && memcmp (text, "\xe2\x82\xac", 3) == 0) /* euro */
    return 3;
  if (length >= 2 && (memcmp (text, "\xc2\xa3", 2) == 0 || memcmp (text, "\xc2\xa5", 2) == 0))
    return 2; /* pound, yen */
  if (length >= 3 && g_ascii_isupper (text[0]) &&
      (text[1] == '$' || (text[2] == '$' && g_ascii_isupper (text[1]))))
    return text[1] == '$' ? 2 : 3; /* R$, US$ */
  if (length >= 4 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) &&
      g_ascii_isupper (text[2]) && !g_ascii_isalpha (text[3]))
    return 3; /* EUR */
  return 0;
}

/* Is the only separator of this number, at text[at], one of groups of thousands? */
static gboolean
is_group (const char *text, gsize length, gsize at, gboolean decimal_comma)
{
  gboolean groups = (text[at] == '.') == decimal_comma;
  gsize digits = 0;

  while (at + 1 + digits < length && g_ascii_isdigit (text[at + 1 + digits]))
    digits++;
  return groups && digits == 3 && at > 0 && at <= 3 && text[0] != '0';
}

static gsize
count (const char *text, gsize length, char c)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == c;
  return n;
}

/* The byte that separates the fraction, 0 when there is none. */
static char
find_decimal_mark (const char *text, gsize length, gboolean decimal_comma)
{
  const char *dot = memrchr (text, '.', length);
  const char *comma = memrchr (text, ',', length);
  const char *only = dot ? dot : comma;

  if (dot && comma)
    return dot > comma ? '.' : ',';
  if (!only || count (text, length, *only) > 1)
    return 0;
  return is_group (text, length, only - text, decimal_comma) ? 0 : *only;
}

/* Bytes of a separator that can stand in a number at text, 0 for none. */
static gsize
separator_length (const char *text, gsize length)
{
  gsize n;

  if (*text == '.' || *text == ',' || *text == '\'')
    return 1;
  return bw_parse_is_space (text, length, &n) && n < length && g_ascii_isdigit (text[n]) ? n : 0;
}

static gboolean
has_three_digits (const char *text, gsize length)
{
  return length >= 3 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) &&
         g_ascii_isdigit (text[2]) && (length == 3 || !g_ascii_isdigit (text[3]));
}

/* The bytes of a number without its signs; returns how many belong to it, 0 when its groups are
 * none of thousands. */
static gsize
read_digits (const char *text, gsize length, gboolean decimal_comma, Number *number)
{
  gsize body = 0, n;
  char mark;

  while (body < length &&
         (n = g_ascii_isdigit (text[body]) ? 1 : separator_length (text + body, length - body)) > 0)
    body += n;
  mark = find_decimal_mark (text, body, decimal_comma);
  for (gsize i = 0; i < body && number->n < DIGITS_MAX; i += n) {
    n = 1;
    if (g_ascii_isdigit (text[i])) {
      number->digits[number->n++] = text[i];
    } else if (text[i] == mark && mark != 0) {
      number->digits[number->n++] = '.';
    } else {
      n = separator_length (text + i, length - i);
      if (!has_three_digits (text + i + n, body - i - n))
        return number->n = 0;
    }
  }
  return body;
}

/* The exponent of a number in scientific notation; returns its bytes. */
static gsize
read_exponent (const char *text, gsize length, Number *number)
{
  gsize n = 1;

  if (length < 2 || (*text != 'e' && *text != 'E'))
    return 0;
  if (text[1] == '+' || text[1] == '-')
    n++;
  if (n >= length || !g_ascii_isdigit (text[n]) || number->n + length > DIGITS_MAX)
    return 0;
  while (n < length && g_ascii_isdigit (text[n]))
    n++;
  memcpy (number->digits + number->n, text, n);
  number->n += (int) n;
  return n;
}

/* What may follow a number: per cent signs, currencies, a closing bracket. */
static gboolean
read_tail (const char *text, gsize length, Number *number)
{
  bw_parse_trim (&text, &length);
  if (length > 0 && *text == '%') {
    number->percent = TRUE;
    return length == 1;
  }
  return length == 0 || (length == 1 && (*text == ')' || *text == '$')) ||
         (length == 3 && memcmp (text, "\xe2\x82\xac", 3) == 0) ||
         (length == 2 && memcmp (text, "\xc2\xa3", 2) == 0) ||
         (length == 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) &&
          g_ascii_isupper (text[2]));
}

static gboolean
read_plain (const char *text, gsize length, double *number)
{
  gint64 value = 0;

  if (length > 15)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    value = value * 10 + (text[i] - '0');
  }
  *number = (double) value;
  return TRUE;
}

BwParse
bw_parse_number (const char *text, gsize length, gboolean decimal_comma, double *number)
{
  Number read = { .n = 0 };
  gsize n;

  if (bw_parse_is_blank (text, length))
    return BW_PARSE_BLANK;
  if (read_plain (text, length, number))
    return BW_PARSE_OK;
  bw_parse_trim (&text, &length);
  while (length > 0 && (n = skip_front (text, length, &read)) > 0) {
    text += n;
    length -= n;
  }
  n = read_digits (text, length, decimal_comma, &read);
  n += read_exponent (text + n, length - n, &read);
  if (read.n == 0 || !g_ascii_isdigit (*text) || !read_tail (text + n, length - n, &read))
    return BW_PARSE_BAD;
  read.digits[read.n] = '\0';
  *number = g_ascii_strtod (read.digits, NULL);
  if (!isfinite (*number))
    return BW_PARSE_BAD;
  *number = (read.negative ? -*number : *number) / (read.percent ? 100 : 1);
  return BW_PARSE_OK;
}
