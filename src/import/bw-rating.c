/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Usual scales of surveys, and which of them a column is on. */
#include "config.h"

#include "bw-rating.h"
#include "bw-synonyms.h"
#include "bw-vocabulary.h"

#include <math.h>

#define MANY 40
#define STRAY 0.05 /* of the scores may lie off the scale; and always one, among five or more */

typedef struct {
  double low, high;
} Scale;

static const Scale csat_scales[] = {
  { 0, 1 }, { 1, 5 }, { 1, 7 }, { 1, 10 }, { 0, 10 }, { 0, 100 }
};
static const Scale nps_scales[] = { { 0, 10 } };
static const Scale ces_scales[] = { { 1, 5 }, { 1, 7 }, { 1, 10 }, { 0, 10 }, { 0, 100 } };

static const Scale *
get_scales (BwFieldId field, guint *n)
{
  switch (field) {
  case BW_FIELD_NPS:
    *n = G_N_ELEMENTS (nps_scales);
    return nps_scales;
  case BW_FIELD_CES:
    *n = G_N_ELEMENTS (ces_scales);
    return ces_scales;
  default:
    *n = G_N_ELEMENTS (csat_scales);
    return csat_scales;
  }
}

/* A scale of which only the lowest part were used is unlikely: an 11 does not make 0 to 100. */
static gboolean
holds (const Scale *scale, double least, double greatest)
{
  return least >= scale->low && greatest <= scale->high &&
         (scale->high <= 10 || greatest > scale->high / 2);
}

/* 0 and 1 are a scale of their own only when there is a 0 (or a fraction). */
static gboolean
is_plausible (const Scale *scale, double least, double greatest)
{
  return scale->high != 1 || (least < 1 && greatest <= 1);
}

static gboolean
find (BwFieldId field, double least, double greatest, double *low, double *high)
{
  guint n;
  const Scale *scales = get_scales (field, &n);

  /* Zeros below five stars are answers that nobody gave. */
  if (field == BW_FIELD_CSAT && least == 0 && greatest == 5)
    least = 1;
  for (guint i = 0; i < n; i++)
    if (holds (&scales[i], least, greatest) && is_plausible (&scales[i], least, greatest)) {
      *low = scales[i].low;
      *high = scales[i].high;
      return TRUE;
    }
  return FALSE;
}

static void
take_default (BwFieldId field, double *low, double *high)
{
  *low = field == BW_FIELD_NPS ? 0 : 1;
  *high = field == BW_FIELD_NPS ? 10 : 5;
}

void
bw_rating_find_scale (BwFieldId field, const double *scores, gsize n, double *low, double *high)
{
  gsize usual = (gsize) ((1 - STRAY) * (double) n);
  gsize strays = n >= 5 ? MAX ((gsize) (STRAY * (double) n), 1) : 0;

  /* Nearly all from 1 to 5: the others are errors, not the upper half of a longer scale. */
  if (field != BW_FIELD_NPS && n >= MANY && scores[0] >= 1 && scores[usual] <= 5 &&
      scores[usual] > 1) {
    *low = 1;
    *high = 5;
    return;
  }
  for (gsize stray = 0; stray <= strays && stray < n; stray++)
    for (gsize below = 0; below <= stray; below++)
      if (find (field, scores[below], scores[n - 1 - (stray - below)], low, high))
        return;
  take_default (field, low, high);
}

void
bw_rating_guess_scale (BwFieldId field, const BwLook *look, double *low, double *high)
{
  if (look->n_rating_words > look->n_distinct_scores + look->n_no_answers &&
      !isnan (look->word_high)) {
    *low = look->word_low;
    *high = look->word_high;
  } else if (look->n_scores == 0 || !find (field, look->least, look->greatest, low, high)) {
    take_default (field, low, high);
  }
}

gboolean
bw_rating_read_scale (const char *question, double *low, double *high)
{
  g_autoptr (GRegex) regex = g_regex_new ("(?<![\\w.])([01])(?:\\s*(?:-|–|—|\\.\\.)\\s*|"
                                         "\\s+(?:to|bis|a|à|al|até|through)\\s+)"
                                         "(3|4|5|6|7|10|100)(?!\\w|[-.,]\\d)",
                                         G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *valid = g_utf8_make_valid (question, -1);

  if (!g_regex_match (regex, valid, 0, &match))
    return FALSE;
  g_autofree char *least = g_match_info_fetch (match, 1);
  g_autofree char *most = g_match_info_fetch (match, 2);
  *low = g_ascii_strtod (least, NULL);
  *high = g_ascii_strtod (most, NULL);
  return TRUE;
}

/* Beginnings of words that ask how easy it was, and how hard. */
#define EASY "easy|easi|einfach|leicht|muhelos|facil|simple|unkompliziert|agree|zustimm|accord"
#define HARD "effort|difficult|hard|aufwand|schwierig|schwer|muhe|dific|penible|esforco|esfuerzo"

BwEffort
bw_rating_guess_effort (const char *question)
{
  g_autofree char *folded = bw_fold (question);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  if (bw_fold_has_word (words, EASY))
    return BW_EFFORT_HIGH_IS_EASY;
  /* "Customer Effort Score" is the name of both. */
  if (bw_fold_has_word (words, HARD) && !bw_fold_has_word (words, "score|ces"))
    return BW_EFFORT_HIGH_IS_HARD;
  return BW_EFFORT_UNKNOWN;
}

void
bw_rating_set_scale (BwColumnPlan *plan, GHashTable *words, double low, double high)
{
  plan->scale_low = low;
  plan->scale_high = high;
  plan->meaning = bw_vocabulary_rating;
  plan->meaning_data = bw_vocabulary_data (words, 0, low, high);
}
