/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for a number beside a word that ranks it. */
#include "config.h"

#include <string.h>

#include "bw-parse.h"
#include "bw-rank.h"
#include "bw-synonyms.h"
#include "bw-vocabulary.h"

/* Beginnings of folded words. */
#define HIGH "high|hoch|hoech|hochst|urg|dring|crit|krit|alta|alto|haut|elev|top|mais alt|grav"
#define LOW "low|niedrig|gering|bas|baja|bajo|baix|faible|minor|least|unwichtig"
#define GRAVITY "severity|sev|schweregrad|gravite|gravedad|gravidade|severite|severidad|severidade"

static const struct {
  BwRank rank;
  const char *name;
} names[] = {
  { BW_RANK_HIGHEST, "1-highest" },
  { BW_RANK_LOWEST, "1-lowest" },
};

const char *
bw_rank_to_string (BwRank rank)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].rank == rank)
      return names[i].name;
  return NULL;
}

gboolean
bw_rank_parse (const char *text, BwRank *rank)
{
  g_return_val_if_fail (text, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, text) == 0) {
      *rank = names[i].rank;
      return TRUE;
    }
  return FALSE;
}

/* Of a number that stands beside a word. Those in the middle say nothing. */
static BwRank
judge (int number, gboolean high)
{
  if (number == 1)
    return high ? BW_RANK_HIGHEST : BW_RANK_LOWEST;
  if (number == 5)
    return high ? BW_RANK_LOWEST : BW_RANK_HIGHEST;
  return BW_RANK_UNKNOWN;
}

static int
read_number (const char *word)
{
  return strlen (word) == 1 && *word >= '1' && *word <= '5' ? *word - '0' : 0;
}

BwRank
bw_rank_of_header (const char *header)
{
  g_return_val_if_fail (header, BW_RANK_UNKNOWN);
  g_autofree char *folded = bw_fold (header);
  g_strdelimit (folded, "=()[]:,/", ' ');
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  int number = 0;
  for (char **word = words; *word; word++) {
    char *one[] = { *word, NULL };
    int found = read_number (*word);
    gboolean high = bw_fold_has_word (one, HIGH);
    if (found) {
      number = found;
    } else if (number && (high || bw_fold_has_word (one, LOW))) {
      BwRank rank = judge (number, high);
      if (rank != BW_RANK_UNKNOWN)
        return rank;
      number = 0;
    }
  }
  return bw_fold_has_word (words, GRAVITY) ? BW_RANK_HIGHEST : BW_RANK_UNKNOWN;
}

/* The digit of "1 - Critical", "P1", "1 (high)"; 0 when there is none, or nothing else. */
static int
find_digit (const char *text)
{
  const char *at = text + strcspn (text, "0123456789");
  gboolean alone = g_ascii_isdigit (*at) && !g_ascii_isdigit (at[1]);
  return alone && *at >= '1' && *at <= '5' && strlen (text) > 1 ? *at - '0' : 0;
}

BwRank
bw_rank_of_words (const BwDictionary *words)
{
  g_return_val_if_fail (words, BW_RANK_UNKNOWN);
  int votes = 0;
  for (guint32 code = 0; code < bw_dictionary_get_size (words); code++) {
    const char *text = bw_dictionary_get_text (words, code);
    double level = bw_vocabulary_priority (text, NULL);
    double number;
    if (isnan (level) || level == 2 ||
        bw_parse_number (text, strlen (text), FALSE, &number) == BW_PARSE_OK)
      continue;
    votes += (int) judge (find_digit (text), level > 2);
  }
  return votes < 0 ? BW_RANK_HIGHEST : votes > 0 ? BW_RANK_LOWEST : BW_RANK_UNKNOWN;
}
