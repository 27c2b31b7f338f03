/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads format codes for their letters, and writes numbers by them. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "bw-civil.h"
#include "bw-serial.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)
#define LAST_SERIAL 2958466.0 /* the day after 9999-12-31 */
#define EPOCH (-25569)        /* day of serial 0 from 1970-01-01, for serials from 60 on */
#define DAYS_TO_1904 1462
#define LONGEST_CLOCK 1000.0 /* days: what a clock format shows beyond is the time of a date */
#define EXACT_DIGITS 15

BwSerialKind
bw_serial_kind_of_id (guint id)
{
  if (id == 9 || id == 10)
    return BW_SERIAL_PERCENT;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return BW_SERIAL_DATE;
  if (id == 22)
    return BW_SERIAL_MOMENT;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
    return BW_SERIAL_DURATION;
  return BW_SERIAL_NUMBER;
}

typedef struct {
  gboolean day;
  gboolean month_or_minute;
  gboolean clock;
  gboolean elapsed; /* [h] */
  gboolean percent;
} Letters;

/* Of [h], [Red], [$-409], [>100]: what matters. Returns its end. */
static const char *
read_bracket (const char *at, Letters *letters)
{
  const char *end = strchr (at, ']');
  if (!end)
    return at + strlen (at);
  gsize n = (gsize) (end - at - 1);
  if (n > 0 && n <= 3 && strspn (at + 1, "hHmMsS") == n)
    letters->elapsed = TRUE;
  return end + 1;
}

/* Up to the first semicolon: what holds for positive numbers. */
static Letters
read_letters (const char *code)
{
  Letters letters = { 0 };
  const char *at = code;
  while (*at && *at != ';') {
    char c = g_ascii_tolower (*at);
    if (c == '"') {
      const char *end = strchr (at + 1, '"');
      at = end ? end + 1 : at + strlen (at);
      continue;
    }
    if (c == '[') {
      at = read_bracket (at, &letters);
      continue;
    }
    if ((c == '\\' || c == '_' || c == '*') && at[1])
      at++;
    else if (c == 'd' || c == 'y')
      letters.day = TRUE;
    else if (c == 'm')
      letters.month_or_minute = TRUE;
    else if (c == 'h' || c == 's')
      letters.clock = TRUE;
    else if (c == '%')
      letters.percent = TRUE;
    at++;
  }
  return letters;
}

BwSerialKind
bw_serial_kind_of_code (const char *code)
{
  g_return_val_if_fail (code, BW_SERIAL_NUMBER);
  if (g_ascii_strncasecmp (code, "general", 7) == 0 ||
      g_ascii_strncasecmp (code, "standard", 8) == 0)
    return BW_SERIAL_NUMBER;
  Letters letters = read_letters (code);
  if (letters.elapsed)
    return BW_SERIAL_DURATION;
  if (letters.day)
    return letters.clock ? BW_SERIAL_MOMENT : BW_SERIAL_DATE;
  if (letters.clock)
    return BW_SERIAL_DURATION;
  if (letters.month_or_minute)
    return BW_SERIAL_DATE;
  return letters.percent ? BW_SERIAL_PERCENT : BW_SERIAL_NUMBER;
}

/* --- Writing ------------------------------------------------------------------------------------
 */

static void
format_scientific (double number, int digits, char *text)
{
  char format[G_ASCII_DTOSTR_BUF_SIZE];
  g_snprintf (format, sizeof format, "%%.%de", digits - 1);
  g_ascii_formatd (text, BW_SERIAL_MAX_TEXT, format, number);
}

/* The shortest decimal that reads back as the same double, without an exponent where that is not
 * absurdly long. */
static gsize
write_double (double number, char *out)
{
  char text[BW_SERIAL_MAX_TEXT];
  int digits = EXACT_DIGITS;
  do
    format_scientific (number, digits, text);
  while (g_ascii_strtod (text, NULL) != number && ++digits <= 17);
  char *mark = strchr (text, 'e');
  int exponent = (int) g_ascii_strtoll (mark + 1, NULL, 10);
  while (digits > 1 && mark[-1] == '0') {
    mark--;
    digits--;
  }
  if (exponent < -20 || exponent > 21) {
    format_scientific (number, digits, out);
    return strlen (out);
  }
  int decimals = MAX (digits - 1 - exponent, 0);
  char format[G_ASCII_DTOSTR_BUF_SIZE];
  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (out, BW_SERIAL_MAX_TEXT, format, number);
  return strlen (out);
}

/* Digits and a point, few enough to be what a double keeps: can stay. */
static gboolean
is_plain (const char *value, gsize n)
{
  gsize digits = 0;
  gsize points = 0;
  for (gsize i = 0; i < n; i++) {
    if (g_ascii_isdigit (value[i]))
      digits++;
    else if (value[i] == '.')
      points++;
    else if (i > 0 || value[i] != '-')
      return FALSE;
  }
  return digits > 0 && digits <= EXACT_DIGITS && points <= 1 && value[n - 1] != '.';
}

static gboolean
read_double (const char *value, gsize n, double *number)
{
  char text[BW_SERIAL_MAX_TEXT];
  if (n == 0 || n >= sizeof text)
    return FALSE;
  memcpy (text, value, n);
  text[n] = '\0';
  char *end;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number);
}

gsize
bw_serial_write_number (const char *value, gsize n, char out[BW_SERIAL_MAX_TEXT])
{
  if (n > 0 && is_plain (value, n)) {
    memcpy (out, value, n);
    return n;
  }
  double number;
  return read_double (value, n, &number) ? write_double (number, out) : 0;
}

gsize
bw_serial_write_duration (gint64 milliseconds, char out[BW_SERIAL_MAX_TEXT])
{
  const char *sign = milliseconds < 0 ? "-" : "";
  gint64 rest = ABS (milliseconds);
  int fraction = (int) (rest % 1000);
  gint64 seconds = rest / 1000;
  int n = g_snprintf (out, BW_SERIAL_MAX_TEXT, "%s%" G_GINT64_FORMAT ":%02d:%02d", sign,
                      seconds / 3600, (int) (seconds / 60 % 60), (int) (seconds % 60));
  if (fraction)
    n += g_snprintf (out + n, BW_SERIAL_MAX_TEXT - (gulong) n, ".%03d", fraction);
  return (gsize) n;
}

static char *
write_digits (char *at, int number, int width)
{
  for (int i = width; i-- > 0; number /= 10)
    at[i] = (char) ('0' + number % 10);
  return at + width;
}

static gsize
write_moment (gint64 days, gint64 milliseconds, gboolean with_time, char *out)
{
  int year, month, day;
  bw_civil_from_days (days, &year, &month, &day);
  char *at = write_digits (out, year, 4);
  *at++ = '-';
  at = write_digits (at, month, 2);
  *at++ = '-';
  at = write_digits (at, day, 2);
  if (with_time) {
    int seconds = (int) (milliseconds / 1000);
    *at++ = ' ';
    at = write_digits (at, seconds / 3600, 2);
    *at++ = ':';
    at = write_digits (at, seconds / 60 % 60, 2);
    *at++ = ':';
    at = write_digits (at, seconds % 60, 2);
    if (milliseconds % 1000) {
      *at++ = '.';
      at = write_digits (at, (int) (milliseconds % 1000), 3);
    }
  }
  return (gsize) (at - out);
}

/* Serial 60 of the 1900 calendar is a 29 February that never was: days before it count from one
 * day later. */
static gsize
write_date (double serial, BwSerialKind kind, gboolean since_1904, char *out)
{
  double whole = floor (serial);
  gint64 days = (gint64) whole;
  gint64 milliseconds = llround ((serial - whole) * (double) DAY_MS);
  if (milliseconds == DAY_MS) {
    milliseconds = 0;
    days++;
  }
  if (since_1904)
    days += DAYS_TO_1904;
  else if (days < 60)
    days++;
  return write_moment (EPOCH + days, milliseconds, kind == BW_SERIAL_MOMENT || milliseconds, out);
}

static gsize
write_percent (double share, char *out)
{
  char text[BW_SERIAL_MAX_TEXT];
  format_scientific (share * 100, EXACT_DIGITS, text);
  gsize n = write_double (g_ascii_strtod (text, NULL), out);
  if (n + 1 >= BW_SERIAL_MAX_TEXT)
    return 0;
  out[n] = '%';
  return n + 1;
}

gsize
bw_serial_write (const char *value,
                 gsize n,
                 BwSerialKind kind,
                 gboolean since_1904,
                 char out[BW_SERIAL_MAX_TEXT])
{
  double number;
  if (kind == BW_SERIAL_NUMBER)
    return bw_serial_write_number (value, n, out);
  if (!read_double (value, n, &number))
    return 0;
  if (kind == BW_SERIAL_PERCENT)
    return write_percent (number, out);
  if (fabs (number) >= LAST_SERIAL)
    return bw_serial_write_number (value, n, out);
  gboolean is_date = kind != BW_SERIAL_DURATION && number >= 1;
  if (is_date || number >= LONGEST_CLOCK)
    return write_date (number, is_date ? kind : BW_SERIAL_MOMENT, since_1904, out);
  return bw_serial_write_duration (llround (number * (double) DAY_MS), out);
}
