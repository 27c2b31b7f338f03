/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of bw-parse-time.c share: a text as a short row of tokens, and what they said so
 * far. */
#pragma once

#include <string.h>

#include "bw-civil.h"
#include "bw-parse-private.h"
#include "bw-parse.h"

#define TOKENS_MAX 28
#define YEAR_MIN 1600

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

static inline const Token *
peek (const Reader *reader, int ahead)
{
  static const Token end = { .kind = TOKEN_END };
  int i = reader->at + ahead;

  return i < reader->n ? &reader->tokens[i] : &end;
}

static inline gboolean
is_mark (const Token *token, char mark)
{
  return token->kind == TOKEN_MARK && token->mark == mark;
}

static inline gboolean
is_number (const Token *token, int least, int most)
{
  return token->kind == TOKEN_NUMBER && token->length >= least && token->length <= most;
}

/* word: lower-case ASCII, or the very bytes. */
static inline gboolean
is_word (const Token *token, const char *word)
{
  return token->kind == TOKEN_WORD && (gsize) token->length == strlen (word) &&
         g_ascii_strncasecmp (token->text, word, (gsize) token->length) == 0;
}

static inline gboolean
is_one_of (const Token *token, const char *const *words)
{
  for (; *words; words++)
    if (is_word (token, *words))
      return TRUE;
  return FALSE;
}

static inline int
month_of (const Token *token)
{
  return token->kind == TOKEN_WORD ? bw_parse_month (token->text, (gsize) token->length) : 0;
}

static inline gboolean
skip_mark (Reader *reader, char mark)
{
  if (!is_mark (peek (reader, 0), mark))
    return FALSE;
  reader->at++;
  return TRUE;
}

/* A number that counts time: seconds or parts of them, days of a spreadsheet, "20240305". */
gboolean bw_parse_is_numeric_time (const char *text, gsize length);
BwParse bw_parse_numeric_time (
    const char *text, gsize length, BwDateOrder order, gint64 *seconds, BwTimeShape *shape);

/* The zone behind a time of day, if there is one; FALSE when what stands there cannot be one. */
gboolean bw_parse_read_zone (Reader *reader);
