/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that hold a length of time: "126:14:09", "2 hours 30 minutes", "PT1H30M", "-0:30", "1,25".
 */
#include "config.h"

#include "bw-civil.h"
#include "bw-parse-private.h"
#include "bw-parse.h"

#include <math.h>
#include <string.h>

#define TEXT_MAX 96

static const struct {
  double seconds;
  const char *names; /* whole words without accents, one blank around each */
} units[] = {
  { 0.001, " ms msec msecs millisecond milliseconds millisekunden milisegundos millisecondes " },
  { 1, " s sec secs second seconds sek sekunde sekunden seconde secondes seg segs segundo segundos "
       "secondo secondi seconden sekund sekundy " },
  { 60, " m mn min mins minute minutes minuten minuto minutos minuti mnts minut minuty " },
  { 3600, " h hr hrs hour hours std stdn stunde stunden heure heures hora horas ora ore uur uren "
          "godz godzina godziny godzin " },
  { 86400, " d day days t tg tag tage tagen j jour jours dia dias giorno giorni dag "
           "dagen dzien dni " },
  { 604800, " w wk wks week weeks woche wochen sem semaine semaines semana semanas " },
};

static const char *const joiners = " and und et y e , ";

static const double unit_seconds[] = {
  [BW_DURATION_SECONDS] = 1,  [BW_DURATION_MILLISECONDS] = 0.001, [BW_DURATION_MINUTES] = 60,
  [BW_DURATION_HOURS] = 3600, [BW_DURATION_DAYS] = 86400,
};

static gboolean
is_in (const char *list, const char *word)
{
  char padded[24];

  if (strlen (word) + 3 > sizeof padded)
    return FALSE;
  g_snprintf (padded, sizeof padded, " %s ", word);
  return strstr (list, padded) != NULL;
}

static double
seconds_of_word (const char *word, gsize length)
{
  char folded[20];

  if (!bw_parse_fold_word (word, length, folded, sizeof folded))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (is_in (units[i].names, folded))
      return units[i].seconds;
  return 0;
}

/* A number without sign, its mark of the fraction "." or ","; returns its bytes. */
static gsize
read_amount (const char *text, gsize length, gboolean decimal_comma, double *amount)
{
  gsize n = 0;

  while (n < length &&
         (g_ascii_isdigit (text[n]) ||
          ((text[n] == '.' || text[n] == ',') && n + 1 < length && g_ascii_isdigit (text[n + 1]))))
    n++;
  if (n == 0 || bw_parse_number (text, n, decimal_comma, amount) != BW_PARSE_OK)
    return 0;
  return n;
}

/* --- Colons ----------------------------------------------------------------------------------- */

/* Seconds of up to four parts, the last one with a fraction; -1 when parts are out of range. */
static double
add_parts (const double parts[4], int n, gboolean minutes_seconds)
{
  if (parts[n - 1] >= 60 || (n >= 3 && parts[n - 2] >= 60) || (n == 4 && parts[1] >= 24))
    return -1;
  if (n == 2)
    return minutes_seconds ? parts[0] * 60 + parts[1] : parts[0] * 3600 + parts[1] * 60;
  if (n == 3)
    return parts[0] * 3600 + parts[1] * 60 + parts[2];
  return parts[0] * 86400 + parts[1] * 3600 + parts[2] * 60 + parts[3];
}

/* "1:05", "126:14:09", "00:08:06.5", "1:02:03:04", "3.02:03:04" (days before the dot) */
static BwParse
read_colons (const char *text, gsize length, gboolean minutes_seconds, double *seconds)
{
  double parts[4] = { 0, 0, 0, 0 }, days = 0;
  const char *dot = memchr (text, '.', length), *colon = memchr (text, ':', length);
  int n = 0, most = 4;

  if (dot && colon && dot < colon) {
    if (read_amount (text, (gsize) (dot - text), FALSE, &days) != (gsize) (dot - text))
      return BW_PARSE_BAD;
    length -= (gsize) (dot + 1 - text);
    text = dot + 1;
    most = 3;
  }
  for (gsize used; length > 0; text += used, length -= used) {
    used = read_amount (text, length, FALSE, &parts[n]);
    if (used == 0)
      return BW_PARSE_BAD;
    n++;
    if (used < length) {
      if (text[used] != ':' || n == most || parts[n - 1] != floor (parts[n - 1]) ||
          used + 1 == length)
        return BW_PARSE_BAD;
      used++;
    }
  }
  *seconds = n < 2 ? -1 : add_parts (parts, n, minutes_seconds);
  if (*seconds < 0)
    return BW_PARSE_BAD;
  *seconds += days * 86400;
  return BW_PARSE_OK;
}

/* --- Words ------------------------------------------------------------------------------------ */

static gsize
word_length (const char *text, gsize length)
{
  gsize n = 0, blank;

  while (n < length &&
         (g_ascii_isalpha (text[n]) ||
          ((guchar) text[n] >= 0x80 && !bw_parse_is_space (text + n, length - n, &blank))))
    n++;
  return n;
}

/* Blanks, commas, full stops and "and" between parts; returns the bytes. */
static gsize
skip_joiners (const char *text, gsize length)
{
  gsize at = 0, n;
  char folded[8];

  while (at < length) {
    if (bw_parse_is_space (text + at, length - at, &n) || text[at] == ',' || text[at] == '.') {
      at += text[at] == ',' || text[at] == '.' ? 1 : n;
      continue;
    }
    n = word_length (text + at, length - at);
    if (n == 0 || !bw_parse_fold_word (text + at, n, folded, sizeof folded) ||
        !is_in (joiners, folded))
      break;
    at += n;
  }
  return at;
}

static gsize
skip_blanks (const char *text, gsize length)
{
  gsize at = 0, n;

  while (at < length && bw_parse_is_space (text + at, length - at, &n))
    at += n;
  return at;
}

/* "03:00 hrs", "05:30 min": what the first part counts, or the second of three, may be said again.
 */
static BwParse
read_named_colons (const char *text, gsize length, gboolean minutes_seconds, double *seconds)
{
  gsize n = length, word;
  double unit;

  while (n > 0 && text[n - 1] != ':' && !g_ascii_isdigit (text[n - 1]))
    n--;
  if (n == length)
    return read_colons (text, length, minutes_seconds, seconds);
  word = n + skip_blanks (text + n, length - n);
  unit = seconds_of_word (text + word, word_length (text + word, length - word));
  word += word_length (text + word, length - word);
  word += skip_joiners (text + word, length - word);
  if (word < length || (unit != 3600 && unit != 60))
    return BW_PARSE_BAD;
  return read_colons (text, n, unit == 60, seconds);
}

/* "2 hours 30 minutes", "1d2h", "19m 10s", "12.5 hrs", "1h30", "2 days, 03:04:05 hrs" */
static BwParse
read_words (const char *text, gsize length, gboolean decimal_comma, double *seconds)
{
  double amount, unit, smallest = G_MAXDOUBLE;

  *seconds = 0;
  for (gsize n; length > 0; text += n, length -= n) {
    if (smallest == 86400 && memchr (text, ':', length)) {
      if (read_named_colons (text, length, FALSE, &amount) != BW_PARSE_OK)
        return BW_PARSE_BAD;
      *seconds += amount;
      return BW_PARSE_OK;
    }
    n = read_amount (text, length, decimal_comma, &amount);
    if (n == 0)
      return BW_PARSE_BAD;
    if (n == length && smallest == 3600 && amount < 60) {
      *seconds += amount * 60; /* 1h30 */
      return BW_PARSE_OK;
    }
    n += skip_blanks (text + n, length - n);
    unit = seconds_of_word (text + n, word_length (text + n, length - n));
    if (unit == 0 || unit >= smallest)
      return BW_PARSE_BAD;
    smallest = unit;
    *seconds += amount * unit;
    n += word_length (text + n, length - n);
    n += skip_joiners (text + n, length - n);
  }
  return smallest < G_MAXDOUBLE ? BW_PARSE_OK : BW_PARSE_BAD;
}

/* "PT1H30M", "P1DT2H": ISO 8601 without years and months */
static BwParse
read_iso (const char *text, gsize length, double *seconds)
{
  gboolean time = FALSE, any = FALSE;

  *seconds = 0;
  text++;
  length--;
  while (length > 0) {
    double amount, unit;
    gsize n;

    if (!time && (*text == 'T' || *text == 't')) {
      time = TRUE;
      text++;
      length--;
      continue;
    }
    n = read_amount (text, length, FALSE, &amount);
    if (n == 0 || n == length || (!time && !strchr ("dDwW", text[n])) ||
        (time && !strchr ("hHmMsS", text[n])))
      return BW_PARSE_BAD;
    unit = seconds_of_word (text + n, 1);
    *seconds += amount * unit;
    text += n + 1;
    length -= n + 1;
    any = TRUE;
  }
  return any ? BW_PARSE_OK : BW_PARSE_BAD;
}

/* "1970-01-02 02:03:00": some products write a length as the time since 1970; any other date is
 * none. */
static BwParse
read_disguised (const char *text, gsize length, double *seconds)
{
  BwTimeShape shape;
  gint64 time;

  if (length < 16 || memcmp (text, "1970-01-", 8) != 0 ||
      bw_parse_time (text, length, BW_DATE_YMD, &time, &shape) != BW_PARSE_OK)
    return BW_PARSE_BAD;
  *seconds = (double) time;
  return BW_PARSE_OK;
}

/* --- All together ----------------------------------------------------------------------------- */

static gboolean
take_sign (const char **text, gsize *length)
{
  gboolean negative = FALSE;

  if (*length > 1 && **text == '\'') {
    *text += 1;
    *length -= 1;
  }
  if (*length > 1 && (**text == '-' || **text == '+')) {
    negative = **text == '-';
    *text += 1;
    *length -= 1;
  } else if (*length > 3 && memcmp (*text, "\xe2\x88\x92", 3) == 0) {
    negative = TRUE;
    *text += 3;
    *length -= 3;
  }
  bw_parse_trim (text, length);
  return negative;
}

static gboolean
has_letters (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalpha (text[i]))
      return TRUE;
  return FALSE;
}

/* A colon stands after the first number, or after the second: "3.02:03:04". */
static gboolean
begins_with_colons (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && (g_ascii_isdigit (text[n]) || text[n] == '.'))
    n++;
  return n < length && text[n] == ':';
}

static BwParse
read_shaped (const char *text,
             gsize length,
             gboolean minutes_seconds,
             gboolean decimal_comma,
             double *seconds)
{
  if (*text == 'P' || *text == 'p')
    return read_iso (text, length, seconds);
  if (memchr (text, '-', length))
    return read_disguised (text, length, seconds);
  if (begins_with_colons (text, length))
    return read_named_colons (text, length, minutes_seconds, seconds);
  return read_words (text, length, decimal_comma, seconds);
}

BwParse
bw_parse_duration (const char *text,
                   gsize length,
                   BwDurationUnit unit,
                   gboolean minutes_seconds,
                   gboolean decimal_comma,
                   double *seconds,
                   gboolean *shaped)
{
  gboolean negative;
  BwParse parse;

  *shaped = FALSE;
  if (bw_parse_is_blank (text, length))
    return BW_PARSE_BLANK;
  bw_parse_trim (&text, &length);
  if (length > TEXT_MAX || !bw_parse_has_digit (text, length))
    return BW_PARSE_BAD;
  if (!has_letters (text, length) &&
      bw_parse_number (text, length, decimal_comma, seconds) == BW_PARSE_OK) {
    *seconds *= unit_seconds[unit];
    return memchr (text, '%', length) ? BW_PARSE_BAD : BW_PARSE_OK;
  }
  *shaped = TRUE;
  negative = take_sign (&text, &length);
  if (length == 0)
    return BW_PARSE_BAD;
  parse = read_shaped (text, length, minutes_seconds, decimal_comma, seconds);
  if (negative)
    *seconds = -*seconds;
  return parse;
}
