/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that hold a point in time: the two hot shapes straight from their bytes, all others as a
 * short row of tokens. */
#include "config.h"

#include "bw-parse-time-private.h"

#define TEXT_MAX 96

/* --- Hot shapes ------------------------------------------------------------------------------- */

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
      !bw_parse_read_zone (&reader))
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
    return bw_parse_numeric_time (text, length, BW_DATE_EPOCH, seconds, shape);
  if (bw_parse_is_numeric_time (text, length))
    return bw_parse_numeric_time (text, length, order, seconds, shape);
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
