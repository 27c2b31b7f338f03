/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tries every reading on every cell of a sample. */
#include "config.h"

#include "bw-look.h"
#include "bw-vocabulary.h"

#include <math.h>
#include <string.h>

#define LONG_BYTES 60
#define WORD_BYTES 40 /* longer cells are no words of a vocabulary */
#define LARGE 10000
#define CLOCK_BYTES 16
#define WORDS_MAX 60 /* distinct cells that are looked up */

/* A number; "05.03.2025" is none. */
static gboolean
is_bare_time (const char *text)
{
  guint n_marks = 0;

  for (const char *p = text; *p; p++) {
    n_marks += *p == '.' || *p == ',';
    if (!strchr ("0123456789.,eE+", *p))
      return FALSE;
  }
  return n_marks < 2;
}

static void
look_at_time (BwLook *look, const char *text, gsize length, BwDateStep *last)
{
  gint64 n_read = look->dates.n_read, month;

  bw_dates_add (&look->dates, text, length, last);
  if (look->dates.n_read > n_read) {
    look->n_times++;
    look->n_bare_times += is_bare_time (text);
  } else if (bw_parse_period (text, length, &month) == BW_PARSE_OK) {
    look->n_months++;
  }
}

static void
look_at_decimal_mark (BwLook *look, const char *text)
{
  const char *comma = strchr (text, ','), *dot = strchr (text, '.');
  const char *mark = comma ? comma : dot;

  if (!mark || (comma && dot) || strlen (mark + 1) == 3 || !g_ascii_isdigit (mark[1])) {
    look->n_groups += dot != NULL && !comma && *text != '0';
    look->n_ungrouped += (dot && *text == '0') || (!mark && strlen (text) > 3);
    return;
  }
  look->n_decimal_commas += mark == comma;
  look->n_decimal_points += mark == dot;
}

static gboolean
is_clock (const char *text, double seconds)
{
  gsize n = strlen (text);

  return (n == 5 || n == 8 || n == 4 || n == 7) && seconds >= 0 && seconds < 86400 &&
         text[strspn (text, "0123456789:")] == '\0';
}

static gboolean
has_two_parts (const char *text)
{
  const char *colon = strchr (text, ':');

  return colon && !strchr (colon + 1, ':') && text[strspn (text, "0123456789:")] == '\0';
}

static void
look_at_number (BwLook *look, const char *text, gsize length)
{
  gboolean shaped = FALSE;
  double number;

  if (bw_parse_number (text, length, FALSE, &number) == BW_PARSE_OK) {
    look->n_numbers++;
    look->n_percents += strchr (text, '%') != NULL;
    look->n_integers += number == floor (number);
    look->n_large += number >= LARGE;
    look_at_decimal_mark (look, text);
  } else if (bw_parse_duration (text, length, BW_DURATION_SECONDS, FALSE, FALSE, &number,
                                &shaped) == BW_PARSE_OK &&
             shaped) {
    look->n_durations++;
    look->n_clocks += is_clock (text, number);
    look->n_two_parts += has_two_parts (text);
  } else {
    return;
  }
  look->n_negative += number < 0;
  look->n_zero += number == 0;
}

static void
look_at_clock (BwLook *look, const char *text, gsize length)
{
  int seconds;

  if (length > CLOCK_BYTES || bw_parse_clock (text, length, &seconds) != BW_PARSE_OK)
    return;
  look->n_times_of_day++;
  look->n_by_day += seconds >= 6 * 3600 && seconds < 22 * 3600;
}

static void
look_at_score (BwLook *look, const char *text)
{
  double score;

  if (!bw_vocabulary_read_score (text, &score))
    return;
  look->n_scores++;
  look->least = isnan (look->least) ? score : MIN (look->least, score);
  look->greatest = isnan (look->greatest) ? score : MAX (look->greatest, score);
}

static void
look_at_rating (BwLook *look, const char *text)
{
  double score, low, high;

  if (bw_vocabulary_read_score (text, &score)) {
    look->n_distinct_scores++;
  } else if (bw_vocabulary_read_rating_word (text, &score, &low, &high)) {
    look->n_rating_words++;
    look->n_no_answers += isnan (score);
    if (isnan (look->word_high) || (!isnan (score) && high > look->word_high)) {
      look->word_low = low;
      look->word_high = high;
    }
  }
}

static void
look_at_words (BwLook *look, const char *text)
{
  guint classes = bw_vocabulary_classify (text);

  look->n_words++;
  look_at_rating (look, text);
  look->n_statuses += (classes & BW_WORD_STATUS) != 0;
  look->n_priorities += (classes & BW_WORD_PRIORITY) != 0;
  look->n_flags += (classes & BW_WORD_FLAG) != 0;
  look->n_verdicts += (classes & BW_WORD_VERDICT) != 0;
  look->n_channels += (classes & BW_WORD_CHANNEL) != 0;
  look->n_outcomes += (classes & BW_WORD_OUTCOME) != 0;
  look->n_directions += (classes & BW_WORD_DIRECTION) != 0;
  look->n_roles += (classes & BW_WORD_ROLE) != 0;
}

static void
look_at_cell (BwLook *look, const char *text, BwDateStep *last)
{
  gsize length = strlen (text);

  look->n_filled++;
  look->n_long += length > LONG_BYTES;
  look->n_addresses += strchr (text, '@') != NULL;
  look_at_time (look, text, length, last);
  look_at_clock (look, text, length);
  look_at_number (look, text, length);
  look_at_score (look, text);
}

void
bw_look_at (const char *const *texts, guint n, BwLook *look)
{
  g_autoptr (GHashTable) distinct = g_hash_table_new (g_str_hash, g_str_equal);
  BwDateStep last = { 0, 0, FALSE };

  *look =
      (BwLook) { .n_cells = n, .least = NAN, .greatest = NAN, .word_low = NAN, .word_high = NAN };
  for (guint i = 0; i < n; i++) {
    if (!texts[i] || bw_parse_is_blank (texts[i], strlen (texts[i])))
      continue;
    look_at_cell (look, texts[i], &last);
    if (g_hash_table_size (distinct) < BW_LOOK_DISTINCT_MAX &&
        g_hash_table_add (distinct, (gpointer) texts[i]) && look->n_words < WORDS_MAX &&
        strlen (texts[i]) <= WORD_BYTES)
      look_at_words (look, texts[i]);
  }
  look->n_distinct = g_hash_table_size (distinct);
}

BwLookKind
bw_look_classify (const BwLook *look)
{
  guint half = (look->n_filled + 1) / 2;

  if (look->n_filled == 0)
    return BW_LOOK_BLANK;
  if (look->n_times >= half) {
    /* 20249999 among 20240305: numbers of something */
    gboolean numbers = look->dates.n_compact == look->n_times && look->n_times < look->n_filled;

    return numbers ? BW_LOOK_NUMBER : BW_LOOK_DATE;
  }
  if (look->n_durations >= half)
    return look->n_clocks == look->n_durations ? BW_LOOK_CLOCK : BW_LOOK_DURATION;
  return look->n_numbers >= half ? BW_LOOK_NUMBER : BW_LOOK_TEXT;
}
