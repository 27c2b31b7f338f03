/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that hold a point in time: the two hot shapes straight from their bytes, all others as a
 * short row of tokens. */
#include "config.h"

#include "bw-civil.h"
#include "bw-parse-private.h"
#include "bw-parse.h"

#include <math.h>
#include <string.h>

#define TEXT_MAX 96
#define TOKENS_MAX 28
#define YEAR_MIN 1600
#define SERIAL_MAX 2958465.999995 /* 9999-12-31 */
#define SERIAL_EPOCH 25569        /* 1970-01-01 */

typedef enum {
  TOKEN_END,
  TOKEN_NUMBER,
  TOKEN_WORD,
  TOKEN_MARK,
} TokenKind;

typedef struct {
  TokenKind kind;
  gboolean spaced; /* a blank before it */
  char mark;
  gint64 value;
  const char *text;
  int length;
} Token;

typedef struct {
  Token tokens[TOKENS_MAX + 1];
  int n;
  int at;
  BwDateOrder order;
  BwTimeShape *shape;

  int year, month, day;
  int seconds; /* of the day */
  int offset;
  BwZone *zone;
} Reader;

/* --- Hot shapes ------------------------------------------------------------------------------- */

static inline int
two_digits (const char *p)
{
  unsigned a = (unsigned) (p[0] - '0'), b = (unsigned) (p[1] - '0');

  return a > 9 || b > 9 ? -1 : (int) (a * 10 + b);
}

static inline gboolean
is_date (int year, int month, int day)
{
  return year >= YEAR_MIN && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= bw_civil_month_length (year, month);
}

/* "HH:MM" or "HH:MM:SS" with nothing behind it but perhaps a Z. */
static inline gboolean
read_hot_clock (const char *p, gsize n, int *seconds, gboolean *utc)
{
  int hour, minute, second = 0;

  *utc = n > 0 && p[n - 1] == 'Z';
  n -= *utc;
  if ((n != 5 && n != 8) || p[2] != ':')
    return FALSE;
  hour = two_digits (p);
  minute = two_digits (p + 3);
  if (n == 8) {
    second = two_digits (p + 6);
    if (p[5] != ':')
      return FALSE;
  }
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return FALSE;
  *seconds = hour * 3600 + minute * 60 + second;
  return TRUE;
}

/* "2024-03-05", "2024-03-05 14:07", "2024-03-05T14:07:09Z" */
static inline gboolean
read_hot_iso (const char *p, gsize n, gint64 *seconds, BwTimeShape *shape)
{
  int century, year, month, day, clock = 0;
  gboolean utc = FALSE;

  if (n < 10 || p[4] != '-' || p[7] != '-')
    return FALSE;
  century = two_digits (p);
  year = two_digits (p + 2);
  month = two_digits (p + 5);
  day = two_digits (p + 8);
  if (century < 0 || year < 0 || !is_date (century * 100 + year, month, day))
    return FALSE;
  if (n > 10 && ((p[10] != ' ' && p[10] != 'T') || !read_hot_clock (p + 11, n - 11, &clock, &utc)))
    return FALSE;
  *seconds = bw_civil_to_days (century * 100 + year, month, day) * 86400 + clock;
  shape->order = BW_DATE_YMD;
  shape->has_zone = utc;
  shape->has_time = n > 10;
  return TRUE;
}

/* Which of two parts is the day. FALSE when neither way gives a month. */
static gboolean
decide_day (BwDateOrder order, int first, int second, int *month, int *day)
{
  gboolean day_first = order != BW_DATE_MDY;

  if (order == BW_DATE_UNDECIDED && second > 12)
    day_first = FALSE;
  *day = day_first ? first : second;
  *month = day_first ? second : first;
  return *month <= 12;
}

/* "05/03/2024", "05.03.2024 14:07", "05-03-2024 14:07:09" */
static inline gboolean
read_hot_parts (const char *p, gsize n, BwDateOrder order, gint64 *seconds, BwTimeShape *shape)
{
  int first, second, century, year, month, day, clock = 0;
  gboolean utc = FALSE;

  if (n < 10 || p[2] != p[5] || (p[2] != '/' && p[2] != '.' && p[2] != '-'))
    return FALSE;
  first = two_digits (p);
  second = two_digits (p + 3);
  century = two_digits (p + 6);
  year = two_digits (p + 8);
  if (first < 1 || second < 1 || century < 0 || year < 0)
    return FALSE;
  if (n > 10 && (p[10] != ' ' || !read_hot_clock (p + 11, n - 11, &clock, &utc)))
    return FALSE;
  shape->first = first;
  shape->second = second;
  if (!decide_day (order, first, second, &month, &day) ||
      !is_date (century * 100 + year, month, day))
    return FALSE;
  *seconds = bw_civil_to_days (century * 100 + year, month, day) * 86400 + clock;
  shape->order = p[2] == '.' && second <= 12 ? BW_DATE_DMY : BW_DATE_UNDECIDED;
  shape->has_zone = utc;
  shape->has_time = n > 10;
  return TRUE;
}

/* --- Numbers that count time ------------------------------------------------------------------ */

static gboolean
is_numeric (const char *text, gsize length)
{
  gsize dots = 0;

  for (gsize i = 0; i < length; i++) {
    if (text[i] == '.' || (text[i] == ',' && i > 0))
      dots++;
    else if ((text[i] == 'e' || text[i] == 'E') && i > 0)
      return TRUE; /* strtod is the judge of the rest */
    else if (!g_ascii_isdigit (text[i]) && !(i == 0 && text[i] == '-'))
      return FALSE;
  }
  return dots <= 1 && length > 0;
}

/* Unix seconds of a number of seconds or of a thousandth, millionth ... of them. */
static gboolean
read_epoch (double value, gboolean declared, gint64 *seconds)
{
  static const double early = 631152000, late = 4102444800; /* 1990 to 2100 */

  for (double unit = 1; unit <= 1e9; unit *= 1000) {
    double t = value / unit;

    if (declared ? fabs (t) < 1e11 : t >= early && t < late) {
      *seconds = (gint64) floor (t);
      return TRUE;
    }
  }
  return FALSE;
}

/* Days since 1899-12-30; before March 1900 one less, for the 29 February 1900 that the calendar of
 * spreadsheets has and the world had not. */
static gboolean
read_serial (double value, gboolean declared, gint64 *seconds)
{
  if (declared ? value < 1 || value > SERIAL_MAX || (value >= 60 && value < 61)
               : value < 20000 || value >= 80000)
    return FALSE;
  if (value < 60)
    value += 1;
  *seconds = (gint64) floor ((value - SERIAL_EPOCH) * 86400 + 0.5);
  return TRUE;
}

/* "20240305", "202403051407", "20240305140709" */
static gboolean
read_compact (const char *p, gsize n, gint64 *seconds, BwTimeShape *shape)
{
  int year, month, day, hour = 0, minute = 0, second = 0;

  if (n != 8 && n != 12 && n != 14)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (p[i]))
      return FALSE;
  year = two_digits (p) * 100 + two_digits (p + 2);
  month = two_digits (p + 4);
  day = two_digits (p + 6);
  if (n >= 12) {
    hour = two_digits (p + 8);
    minute = two_digits (p + 10);
  }
  if (n == 14)
    second = two_digits (p + 12);
  if (year < 1900 || year > 2100 || !is_date (year, month, day) || hour > 23 || minute > 59 ||
      second > 59)
    return FALSE;
  *seconds = bw_civil_to_days (year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
  shape->order = BW_DATE_YMD;
  shape->has_time = n > 8;
  return TRUE;
}

/* Whole numbers as doubles hold them: most of what is no date. */
static gboolean
read_whole (const char *text, gsize length, double *value)
{
  gint64 whole = 0;

  if (length > 15)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    whole = whole * 10 + (text[i] - '0');
  }
  *value = (double) whole;
  return TRUE;
}

static BwParse
read_numeric (
    const char *text, gsize length, BwDateOrder order, gint64 *seconds, BwTimeShape *shape)
{
  char buffer[40], *end = buffer;
  double value = 0;

  if (order != BW_DATE_EPOCH && order != BW_DATE_SERIAL &&
      read_compact (text, length, seconds, shape))
    return BW_PARSE_OK;
  if (length >= sizeof buffer)
    return BW_PARSE_BAD;
  if (!read_whole (text, length, &value)) {
    memcpy (buffer, text, length);
    buffer[length] = '\0';
    g_strdelimit (buffer, ",", '.');
    value = g_ascii_strtod (buffer, &end);
    if (*end != '\0' || end == buffer || !isfinite (value))
      return BW_PARSE_BAD;
  }
  if (order != BW_DATE_SERIAL && read_epoch (value, order == BW_DATE_EPOCH, seconds)) {
    shape->order = BW_DATE_EPOCH;
    shape->has_zone = shape->has_time = TRUE;
    return BW_PARSE_OK;
  }
  if (order != BW_DATE_EPOCH && read_serial (value, order == BW_DATE_SERIAL, seconds)) {
    shape->order = BW_DATE_SERIAL;
    shape->has_time = value != floor (value);
    return BW_PARSE_OK;
  }
  return BW_PARSE_BAD;
}

/* --- Tokens ----------------------------------------------------------------------------------- */

static gboolean
is_minus (const char *p, gsize n)
{
  return n >= 3 && (memcmp (p, "\xe2\x88\x92", 3) == 0 || memcmp (p, "\xe2\x80\x93", 3) == 0);
}

static gboolean
is_letter (const char *p, gsize n)
{
  gsize blank;

  return g_ascii_isalpha (*p) ||
         ((guchar) *p >= 0x80 && !is_minus (p, n) && !bw_parse_is_space (p, n, &blank));
}

/* Reads one token at text; returns its bytes. */
static gsize
read_token (const char *text, gsize length, Token *token)
{
  gsize n = 0;

  token->text = text;
  if (g_ascii_isdigit (*text)) {
    token->kind = TOKEN_NUMBER;
    for (; n < length && n < 18 && g_ascii_isdigit (text[n]); n++)
      token->value = token->value * 10 + (text[n] - '0');
  } else if (is_letter (text, length)) {
    token->kind = TOKEN_WORD;
    while (n < length && is_letter (text + n, length - n))
      n++;
  } else {
    token->kind = TOKEN_MARK;
    n = is_minus (text, length) ? 3 : 1;
    token->mark = n == 3 ? '-' : *text;
  }
  token->length = (int) n;
  return n;
}

static gboolean
read_tokens (Reader *reader, const char *text, gsize length)
{
  gboolean spaced = FALSE;

  for (gsize at = 0, n; at < length; at += n) {
    if (bw_parse_is_space (text + at, length - at, &n)) {
      spaced = TRUE;
    } else if (text[at] == '(' && reader->n > 0 && text[length - 1] == ')') {
      break; /* a comment in words at the end */
    } else {
      Token *token = &reader->tokens[reader->n++];

      if (reader->n > TOKENS_MAX)
        return FALSE;
      *token = (Token) { .spaced = spaced };
      n = read_token (text + at, length - at, token);
      spaced = FALSE;
    }
  }
  return TRUE;
}

static const Token *
peek (const Reader *reader, int ahead)
{
  static const Token end = { .kind = TOKEN_END };
  int i = reader->at + ahead;

  return i < reader->n ? &reader->tokens[i] : &end;
}

static gboolean
is_mark (const Token *token, char mark)
{
  return token->kind == TOKEN_MARK && token->mark == mark;
}

static gboolean
is_number (const Token *token, int least, int most)
{
  return token->kind == TOKEN_NUMBER && token->length >= least && token->length <= most;
}

/* word: lower-case ASCII, or the very bytes. */
static gboolean
is_word (const Token *token, const char *word)
{
  return token->kind == TOKEN_WORD && (gsize) token->length == strlen (word) &&
         g_ascii_strncasecmp (token->text, word, (gsize) token->length) == 0;
}

static gboolean
is_one_of (const Token *token, const char *const *words)
{
  for (; *words; words++)
    if (is_word (token, *words))
      return TRUE;
  return FALSE;
}

static int
month_of (const Token *token)
{
  return token->kind == TOKEN_WORD ? bw_parse_month (token->text, (gsize) token->length) : 0;
}

static gboolean
skip_mark (Reader *reader, char mark)
{
  if (!is_mark (peek (reader, 0), mark))
    return FALSE;
  reader->at++;
  return TRUE;
}

/* --- Dates ------------------------------------------------------------------------------------ */

/* Two digits: 69 to 99 are of the last century (POSIX). */
static gboolean
take_year (Reader *reader, const Token *token)
{
  if (!is_number (token, 4, 4) && !is_number (token, 2, 2))
    return FALSE;
  reader->year = (int) token->value;
  if (token->length == 2)
    reader->year += reader->year >= 69 ? 1900 : 2000;
  return TRUE;
}

static gboolean
has_later_month (const Reader *reader)
{
  for (int ahead = 1; peek (reader, ahead)->kind != TOKEN_END; ahead++)
    if (month_of (peek (reader, ahead)))
      return TRUE;
  return FALSE;
}

/* "Tuesday, ", "mar. " (mardi or mars: a month only when no other follows), "segunda-feira, " */
static void
skip_weekday (Reader *reader)
{
  const Token *token;

  while ((token = peek (reader, 0))->kind == TOKEN_WORD &&
         bw_parse_is_weekday (token->text, (gsize) token->length) &&
         (!month_of (token) || has_later_month (reader))) {
    reader->at++;
    while (is_mark (peek (reader, 0), ',') || is_mark (peek (reader, 0), '.') ||
           is_mark (peek (reader, 0), '-'))
      reader->at++;
  }
}

static gboolean
set_days (Reader *reader, gint64 days)
{
  bw_civil_from_days (days, &reader->year, &reader->month, &reader->day);
  reader->shape->order = BW_DATE_YMD;
  return TRUE;
}

/* "2024-W10-2", "2024W102": weeks of ISO 8601 */
static gboolean
read_week_date (Reader *reader, int year)
{
  gint64 january4 = bw_civil_to_days (year, 1, 4);
  gint64 week1 = january4 - bw_civil_weekday (january4);
  gint64 next4 = bw_civil_to_days (year + 1, 1, 4);
  gint64 n_weeks = (next4 - bw_civil_weekday (next4) - week1) / 7;
  const Token *token = peek (reader, 0);
  gint64 week = token->value, day = 1;

  if (is_number (token, 3, 3)) {
    day = week % 10;
    week /= 10;
  } else if (is_number (token, 2, 2) && is_mark (peek (reader, 1), '-') &&
             is_number (peek (reader, 2), 1, 1)) {
    day = peek (reader, 2)->value;
    reader->at += 2;
  } else {
    return FALSE;
  }
  reader->at++;
  if (week < 1 || week > n_weeks || day < 1 || day > 7)
    return FALSE;
  return set_days (reader, week1 + (week - 1) * 7 + day - 1);
}

static gboolean
read_ordinal_date (Reader *reader, int year, gint64 day_of_year)
{
  if (day_of_year < 1 || day_of_year > (bw_civil_month_length (year, 2) == 29 ? 366 : 365))
    return FALSE;
  return set_days (reader, bw_civil_to_days (year, 1, 1) + day_of_year - 1);
}

/* "2024" and year, month, day written behind the numbers in Japanese and Chinese */
static gboolean
read_han_date (Reader *reader)
{
  if (!is_number (peek (reader, 2), 1, 2) || !is_word (peek (reader, 3), "\xe6\x9c\x88") ||
      !is_number (peek (reader, 4), 1, 2) || !is_word (peek (reader, 5), "\xe6\x97\xa5"))
    return FALSE;
  reader->month = (int) peek (reader, 2)->value;
  reader->day = (int) peek (reader, 4)->value;
  reader->at += 6;
  return TRUE;
}

static gboolean
read_year_first (Reader *reader)
{
  const Token *mark = peek (reader, 1), *month = peek (reader, 2), *day = peek (reader, 4);

  reader->year = (int) peek (reader, 0)->value;
  reader->shape->order = BW_DATE_YMD;
  if (is_word (mark, "\xe5\xb9\xb4"))
    return read_han_date (reader);
  if (is_word (mark, "w") || (is_mark (mark, '-') && is_word (month, "w"))) {
    reader->at += is_word (mark, "w") ? 2 : 3;
    return read_week_date (reader, reader->year);
  }
  if (!is_mark (mark, '-') && !is_mark (mark, '/') && !is_mark (mark, '.'))
    return FALSE;
  if (is_mark (mark, '-') && is_number (month, 3, 3)) {
    reader->at += 3;
    return read_ordinal_date (reader, reader->year, month->value);
  }
  reader->month = month_of (month) ? month_of (month) : (int) month->value;
  if ((!is_number (month, 1, 2) && !month_of (month)) || !is_mark (peek (reader, 3), mark->mark) ||
      !is_number (day, 1, 2))
    return FALSE;
  reader->day = (int) day->value;
  reader->at += 5;
  return TRUE;
}

/* "5/3/24", "05.03.2024" */
static gboolean
read_parts (Reader *reader)
{
  const Token *first = peek (reader, 0), *mark = peek (reader, 1), *second = peek (reader, 2);

  if (mark->kind != TOKEN_MARK || !strchr ("/.-", mark->mark) || !is_number (second, 1, 2) ||
      !is_mark (peek (reader, 3), mark->mark) || !take_year (reader, peek (reader, 4)))
    return FALSE;
  reader->at += 5;
  reader->shape->first = (int) first->value;
  reader->shape->second = (int) second->value;
  if (mark->mark == '.' && second->value <= 12)
    reader->shape->order = BW_DATE_DMY;
  return decide_day (reader->order, (int) first->value, (int) second->value, &reader->month,
                     &reader->day);
}

static void
skip_glue (Reader *reader)
{
  static const char *const words[] = { "de", "of", "del", NULL };

  while (is_one_of (peek (reader, 0), words) ||
         (peek (reader, 0)->kind == TOKEN_MARK && strchr (".,/-'", peek (reader, 0)->mark)))
    reader->at++;
}

static void
skip_ordinal (Reader *reader)
{
  static const char *const endings[] = {
    "st", "nd", "rd", "th", "er", "\xc2\xba", "\xc2\xaa", NULL
  };

  if (is_one_of (peek (reader, 0), endings))
    reader->at++;
}

/* "5/Mar/24", "05. Mrz. 2024", "5 de marzo de 2024" */
static gboolean
read_day_month (Reader *reader)
{
  reader->day = (int) peek (reader, 0)->value;
  reader->at++;
  skip_ordinal (reader);
  skip_glue (reader);
  reader->month = month_of (peek (reader, 0));
  if (reader->month == 0)
    return FALSE;
  reader->at++;
  skip_glue (reader);
  reader->shape->order = BW_DATE_DMY;
  if (!take_year (reader, peek (reader, 0)))
    return FALSE;
  reader->at++;
  return TRUE;
}

/* "March 5th, 2024", "Mar  5 14:07:09 2024": the year may come later */
static gboolean
read_month_day (Reader *reader)
{
  reader->month = month_of (peek (reader, 0));
  if (reader->month == 0)
    return FALSE;
  reader->at++;
  skip_glue (reader);
  if (!is_number (peek (reader, 0), 1, 2))
    return FALSE;
  reader->day = (int) peek (reader, 0)->value;
  reader->at++;
  skip_ordinal (reader);
  reader->shape->order = BW_DATE_MDY;
  if (is_number (peek (reader, 0), 1, 2) && is_mark (peek (reader, 1), ':'))
    return TRUE;
  skip_glue (reader);
  if (!is_number (peek (reader, 0), 4, 4) || !take_year (reader, peek (reader, 0)))
    return FALSE;
  reader->at++;
  return TRUE;
}

static gboolean
read_compact_date (Reader *reader)
{
  gint64 value = peek (reader, 0)->value;

  reader->year = (int) (value / 10000);
  reader->month = (int) (value / 100 % 100);
  reader->day = (int) (value % 100);
  reader->shape->order = BW_DATE_YMD;
  reader->at++;
  return TRUE;
}

static gboolean
read_date (Reader *reader)
{
  const Token *token;

  skip_weekday (reader);
  token = peek (reader, 0);
  if (is_number (token, 4, 4))
    return read_year_first (reader);
  if (is_number (token, 8, 8))
    return read_compact_date (reader);
  if (is_number (token, 1, 2))
    return read_parts (reader) || read_day_month (reader);
  return read_month_day (reader);
}

/* --- Times of day ----------------------------------------------------------------------------- */

/* Between date and time. strict: a separator that promises a time behind it. */
static gboolean
skip_separator (Reader *reader, gboolean *strict)
{
  static const char *const words[] = { "at",  "um", "\xc3\xa0", "a",  "\xc3\xa0s", "as",
                                       "las", "kl", "om",       "le", NULL };

  *strict = FALSE;
  if (is_word (peek (reader, 0), "t") && !peek (reader, 1)->spaced) {
    *strict = TRUE;
    reader->at++;
    return TRUE;
  }
  while (
      is_mark (peek (reader, 0), ',') || is_mark (peek (reader, 0), '_') ||
      is_mark (peek (reader, 0), '@') ||
      (is_mark (peek (reader, 0), '-') && peek (reader, 0)->spaced && peek (reader, 1)->spaced) ||
      is_one_of (peek (reader, 0), words))
    reader->at++;
  return is_number (peek (reader, 0), 1, 6);
}

/* "PM", "p.m.", "p. m."; returns 0 when there is none, else 'a' or 'p'. */
static char
read_half_of_day (Reader *reader)
{
  const Token *token = peek (reader, 0);
  char half;

  if (token->kind != TOKEN_WORD || token->length > 2)
    return 0;
  half = g_ascii_tolower (*token->text);
  if (half != 'a' && half != 'p')
    return 0;
  if (token->length == 2 && g_ascii_tolower (token->text[1]) == 'm') {
    reader->at++;
    skip_mark (reader, '.');
    return half;
  }
  if (token->length == 1 && is_mark (peek (reader, 1), '.') && is_word (peek (reader, 2), "m")) {
    reader->at += 3;
    skip_mark (reader, '.');
    return half;
  }
  return 0;
}

static gboolean
is_clock_mark (const Token *token, char mark)
{
  static const char *const words[] = { "h", "\xe6\x99\x82", "\xe5\x88\x86", "\xe6\x97\xb6", NULL };

  return mark ? is_mark (token, mark)
              : is_mark (token, ':') || is_mark (token, '.') || is_one_of (token, words);
}

/* Parts behind the hour: minutes, seconds, a fraction. */
static gboolean
read_clock_parts (Reader *reader, int parts[3])
{
  char mark = peek (reader, 0)->kind == TOKEN_MARK ? peek (reader, 0)->mark : 0;
  int n = 1;

  while (n < 3 && is_clock_mark (peek (reader, 0), mark) && is_number (peek (reader, 1), 2, 2) &&
         !peek (reader, 1)->spaced) {
    parts[n++] = (int) peek (reader, 1)->value;
    reader->at += 2;
  }
  if (n == 3 && (is_mark (peek (reader, 0), '.') || is_mark (peek (reader, 0), ',')) &&
      is_number (peek (reader, 1), 1, 18) && !peek (reader, 1)->spaced)
    reader->at += 2;
  if (is_word (peek (reader, 0), "\xe7\xa7\x92"))
    reader->at++;
  return n > 1;
}

/* "140709", "1407" */
static void
split_compact_clock (const Token *token, int parts[3])
{
  gint64 value = token->length == 4 ? token->value * 100 : token->value;

  parts[0] = (int) (value / 10000);
  parts[1] = (int) (value / 100 % 100);
  parts[2] = (int) (value % 100);
}

static gboolean
take_clock (Reader *reader, int parts[3], char half)
{
  if (half && (parts[0] < 1 || parts[0] > 12))
    return FALSE;
  if (half)
    parts[0] = parts[0] % 12 + (half == 'p' ? 12 : 0);
  if (parts[1] > 59 || parts[2] > 60 || parts[0] > 24 ||
      (parts[0] == 24 && (parts[1] > 0 || parts[2] > 0)))
    return FALSE;
  reader->seconds = parts[0] * 3600 + parts[1] * 60 + parts[2];
  reader->shape->has_time = TRUE;
  return TRUE;
}

static const char *const hours[] = { "h", "uhr", "hrs", NULL };

/* FALSE only for a time that cannot be one; no time at all is fine. */
static gboolean
read_clock (Reader *reader)
{
  int parts[3] = { 0, 0, 0 }, start = reader->at;
  gboolean strict, several = FALSE;
  const Token *token;
  char half;

  if (!skip_separator (reader, &strict)) {
    reader->at = start;
    return TRUE;
  }
  token = peek (reader, 0);
  if (is_number (token, 6, 6) || (is_number (token, 4, 4) && strict)) {
    reader->at++;
    split_compact_clock (token, parts);
    return take_clock (reader, parts, 0);
  }
  if (!is_number (token, 1, 2))
    return FALSE;
  parts[0] = (int) token->value;
  reader->at++;
  several = read_clock_parts (reader, parts);
  half = read_half_of_day (reader);
  if (is_one_of (peek (reader, 0), hours)) {
    reader->at++;
    several = TRUE;
  }
  return (several || strict || half) && take_clock (reader, parts, half);
}

/* --- Zones ------------------------------------------------------------------------------------ */

static const struct {
  const char *name;
  int minutes;
} abbreviations[] = {
  { "z", 0 },      { "utc", 0 },    { "gmt", 0 },    { "ut", 0 },      { "wet", 0 },
  { "est", -300 }, { "edt", -240 }, { "cst", -360 }, { "cdt", -300 },  { "mst", -420 },
  { "mdt", -360 }, { "pst", -480 }, { "pdt", -420 }, { "akst", -540 }, { "akdt", -480 },
  { "hst", -600 }, { "cet", 60 },   { "cest", 120 }, { "mez", 60 },    { "mesz", 120 },
  { "west", 60 },  { "bst", 60 },   { "eet", 120 },  { "eest", 180 },  { "msk", 180 },
  { "jst", 540 },  { "aest", 600 }, { "aedt", 660 }, { "acst", 570 },  { "acdt", 630 },
  { "awst", 480 }, { "nzst", 720 }, { "nzdt", 780 }, { "brt", -180 },
};

/* "+01:00", "-0800", "+1" */
static gboolean
read_offset (Reader *reader)
{
  const Token *sign = peek (reader, 0), *hours = peek (reader, 1);
  int minutes;

  if ((!is_mark (sign, '+') && !is_mark (sign, '-')) || hours->spaced)
    return FALSE;
  if (is_number (hours, 4, 4)) {
    minutes = (int) (hours->value / 100 * 60 + hours->value % 100);
    reader->at += 2;
  } else if (is_number (hours, 1, 2)) {
    minutes = (int) hours->value * 60;
    reader->at += 2;
    if (is_mark (peek (reader, 0), ':') && is_number (peek (reader, 1), 2, 2)) {
      minutes += (int) peek (reader, 1)->value;
      reader->at += 2;
    }
  } else {
    return FALSE;
  }
  reader->offset = (sign->mark == '-' ? -60 : 60) * minutes;
  reader->shape->has_zone = TRUE;
  return minutes <= 14 * 60;
}

static gboolean
read_abbreviation (Reader *reader)
{
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (is_word (peek (reader, 0), abbreviations[i].name)) {
      reader->offset = abbreviations[i].minutes * 60;
      reader->shape->has_zone = TRUE;
      reader->at++;
      return TRUE;
    }
  return FALSE;
}

/* Zones by name stay for the life of the process: files name one or two. */
static BwZone *
find_zone (const char *name)
{
  static GMutex mutex;
  static GHashTable *zones;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  gpointer zone;

  if (!zones)
    zones = g_hash_table_new (g_str_hash, g_str_equal);
  if (g_hash_table_lookup_extended (zones, name, NULL, &zone))
    return zone;
  if (g_hash_table_size (zones) > 256)
    return NULL;
  zone = bw_zone_new (name, NULL);
  g_hash_table_insert (zones, g_strdup (name), zone);
  return zone;
}

/* "Europe/Berlin", "[America/New_York]", "Etc/UTC" */
static gboolean
read_zone_name (Reader *reader)
{
  gboolean bracket = skip_mark (reader, '[');
  const char *start = peek (reader, 0)->text;
  char name[48];
  gsize n = 0;

  while (peek (reader, 0)->kind != TOKEN_END && !is_mark (peek (reader, 0), ']')) {
    n = (gsize) (peek (reader, 0)->text + peek (reader, 0)->length - start);
    reader->at++;
  }
  if ((bracket && !skip_mark (reader, ']')) || n == 0 || n >= sizeof name)
    return FALSE;
  memcpy (name, start, n);
  name[n] = '\0';
  if (reader->shape->has_zone)
    return TRUE;
  if (!bracket && !strchr (name, '/'))
    return FALSE;
  reader->zone = find_zone (name);
  return reader->zone != NULL;
}

static gboolean
read_zone (Reader *reader)
{
  if (!reader->shape->has_time || peek (reader, 0)->kind == TOKEN_END)
    return TRUE;
  if (is_mark (peek (reader, 0), '+') || is_mark (peek (reader, 0), '-')) {
    if (!read_offset (reader))
      return FALSE;
  } else if (peek (reader, 0)->kind == TOKEN_WORD && is_mark (peek (reader, 1), '/')) {
    return read_zone_name (reader);
  } else if (read_abbreviation (reader) &&
             (is_mark (peek (reader, 0), '+') || is_mark (peek (reader, 0), '-'))) {
    if (!read_offset (reader))
      return FALSE;
  }
  return !is_mark (peek (reader, 0), '[') || read_zone_name (reader);
}

/* --- All together ----------------------------------------------------------------------------- */

/* Wrappers that are no part of the text: quotes, an apostrophe against formulas, a trailing comma.
 */
static void
unwrap (const char **text, gsize *length)
{
  bw_parse_trim (text, length);
  if (*length >= 2 && (*text)[0] == '"' && (*text)[*length - 1] == '"') {
    *text += 1;
    *length -= 2;
  }
  if (*length > 0 && **text == '\'') {
    *text += 1;
    *length -= 1;
  }
  if (*length > 0 && (*text)[*length - 1] == ',')
    *length -= 1;
  bw_parse_trim (text, length);
}

/* "/Date(1709647629000+0100)/" */
static gboolean
unwrap_dotnet (const char **text, gsize *length)
{
  gsize n = 6;

  if (*length < 10 || strncmp (*text, "/Date(", 6) != 0)
    return FALSE;
  while (n < *length && (g_ascii_isdigit ((*text)[n]) || (n == 6 && (*text)[n] == '-')))
    n++;
  if ((*text)[n == *length ? n - 1 : n] != ')' && (*text)[n == *length ? n - 1 : n] != '+' &&
      (*text)[n == *length ? n - 1 : n] != '-')
    return FALSE;
  *text += 6;
  *length = n - 6;
  return TRUE;
}

/* Zero dates of databases say that there is no date. */
static gboolean
is_null_date (const char *text, gsize length)
{
  return length >= 10 &&
         (memcmp (text, "0000-00-00", 10) == 0 || memcmp (text, "0001-01-01", 10) == 0);
}

static BwParse
read_words (const char *text, gsize length, BwDateOrder order, gint64 *seconds, BwTimeShape *shape)
{
  Reader reader = { .order = order, .shape = shape };

  if (!read_tokens (&reader, text, length) || !read_date (&reader) || !read_clock (&reader) ||
      !read_zone (&reader))
    return BW_PARSE_BAD;
  if (reader.year == 0 && is_number (peek (&reader, 0), 4, 4))
    reader.year = (int) reader.tokens[reader.at++].value;
  if (peek (&reader, 0)->kind != TOKEN_END || !is_date (reader.year, reader.month, reader.day))
    return BW_PARSE_BAD;
  *seconds = bw_civil_to_days (reader.year, reader.month, reader.day) * 86400 + reader.seconds -
             reader.offset;
  if (reader.zone) {
    *seconds = bw_zone_to_unix (reader.zone, *seconds, NULL);
    shape->has_zone = TRUE;
  }
  return BW_PARSE_OK;
}

BwParse
bw_parse_time (
    const char *text, gsize length, BwDateOrder order, gint64 *seconds, BwTimeShape *shape)
{
  *shape = (BwTimeShape) { .order = BW_DATE_UNDECIDED };
  if (order == BW_DATE_MONTH && bw_parse_period (text, length, seconds) == BW_PARSE_OK)
    return BW_PARSE_OK;
  if (read_hot_iso (text, length, seconds, shape))
    return BW_PARSE_OK;
  if (bw_parse_is_blank (text, length))
    return BW_PARSE_BLANK;
  if (read_hot_parts (text, length, order, seconds, shape))
    return BW_PARSE_OK;
  *shape = (BwTimeShape) { .order = BW_DATE_UNDECIDED };
  if (length > TEXT_MAX || !bw_parse_has_digit (text, length))
    return BW_PARSE_BAD;
  unwrap (&text, &length);
  if (length == 0 || is_null_date (text, length))
    return BW_PARSE_BLANK;
  if (unwrap_dotnet (&text, &length))
    return read_numeric (text, length, BW_DATE_EPOCH, seconds, shape);
  if (is_numeric (text, length))
    return read_numeric (text, length, order, seconds, shape);
  return read_words (text, length, order, seconds, shape);
}

BwParse
bw_parse_clock (const char *text, gsize length, int *seconds)
{
  BwTimeShape shape = { .order = BW_DATE_UNDECIDED };
  Reader reader = { .shape = &shape };
  int parts[3] = { 0, 0, 0 };
  gboolean utc, several, told = FALSE;
  char half;

  if (read_hot_clock (text, length, seconds, &utc) && !utc)
    return BW_PARSE_OK;
  if (bw_parse_is_blank (text, length))
    return BW_PARSE_BLANK;
  bw_parse_trim (&text, &length);
  if (length > TEXT_MAX || !read_tokens (&reader, text, length) ||
      !is_number (peek (&reader, 0), 1, 2))
    return BW_PARSE_BAD;
  parts[0] = (int) peek (&reader, 0)->value;
  reader.at++;
  told = !is_mark (peek (&reader, 0), '.');
  several = read_clock_parts (&reader, parts);
  half = read_half_of_day (&reader);
  if (is_one_of (peek (&reader, 0), hours)) {
    several |= is_word (peek (&reader, 0), "uhr");
    told = TRUE;
    reader.at++;
  }
  /* "14.07" may be any number, "2 h" is a length */
  if (!((several && told) || half) || peek (&reader, 0)->kind != TOKEN_END ||
      !take_clock (&reader, parts, half))
    return BW_PARSE_BAD;
  *seconds = reader.seconds;
  return BW_PARSE_OK;
}
