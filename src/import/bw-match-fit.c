/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well cells agree with a field, and what they are instead. */
#include "config.h"

#include "bw-match-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BLANK_FIT 0.5
#define BARE_FIT 0.95

static double
fit_time (const BwLook *look, const char **objection)
{
  double times = bw_match_share (look->n_times, look->n_filled);

  if (bw_dates_judge (&look->dates) == BW_DATES_NONE && look->n_filled > 2) {
    *objection =
        N_ ("some of its dates have the day first, others the month: no single order fits");
    return 0;
  }
  /* Numbers count days of a spreadsheet, or anything else. */
  if (bw_look_classify (look) == BW_LOOK_DATE)
    return look->dates.n_serial > look->n_filled / 2 ? BARE_FIT * times : times;
  *objection = N_ ("its cells are no dates");
  return 0;
}

/* The date of a row that is about a whole period may be a month. */
static double
fit_date (const BwLook *look, const char **objection)
{
  double months = bw_match_share (look->n_months, look->n_filled);

  return months > 0.5 ? months : fit_time (look, objection);
}

static double
fit_duration (const BwLook *look, const char **objection)
{
  double lengths =
      bw_match_share (look->n_durations + look->n_numbers - look->n_percents, look->n_filled);

  if (bw_match_share (look->n_times - look->n_bare_times, look->n_filled) > 0.3) {
    *objection = N_ ("its cells are points in time, not lengths of time");
    return 0;
  }
  if (look->n_negative >= 2 && bw_match_share (look->n_negative, look->n_filled) > 0.05) {
    *objection = N_ ("it is often negative: time left against a target, not elapsed time");
    return 0;
  }
  if (lengths < 0.5)
    *objection = N_ ("its cells are no lengths of time");
  return lengths < 0.5 ? 0 : lengths;
}

static double
fit_number (const BwLook *look, guint n, const char **objection)
{
  double numbers = bw_match_share (n, look->n_filled);

  if (numbers >= 0.5 && look->n_times <= look->n_bare_times)
    return numbers;
  *objection = N_ ("its cells are no numbers");
  return 0;
}

/* A yes or no counts as one or none where what matters is whether there was any. */
static double
fit_count (BwFieldId field, const BwLook *look, const char **objection)
{
  if ((field == BW_FIELD_REOPENS || field == BW_FIELD_TRANSFERS) && look->n_numbers == 0 &&
      look->n_times == 0 && look->n_flags == look->n_words)
    return 1;
  /* "1.200" is a number of things, not a little more than one. */
  return fit_number (look, look->n_integers + look->n_groups, objection);
}

static double
fit_words (const BwLook *look, guint n_known)
{
  if (bw_match_share (look->n_times - look->n_bare_times, look->n_filled) > 0.3 ||
      bw_match_share (look->n_long, look->n_filled) > 0.3)
    return 0;
  return 0.5 + 0.5 * bw_match_share (n_known, look->n_words);
}

static double
fit_flag (const BwLook *look, const char **objection)
{
  double flags = bw_match_share (look->n_flags, look->n_words);

  if (flags < 0.5)
    *objection = N_ ("its cells say neither yes nor no");
  return flags < 0.5 ? 0 : flags;
}

static double
fit_verdict (const BwLook *look, const char **objection)
{
  double verdicts = bw_match_share (look->n_verdicts, look->n_words);

  if (look->n_times == 0 && verdicts >= 0.5)
    return verdicts;
  *objection = N_ ("its cells do not say whether a target was met");
  return 0;
}

/* The usual span of the question; other scales are possible where the header leaves no doubt. */
static double
fit_scale (BwFieldId field, const BwLook *look)
{
  if (look->n_scores == 0)
    return 1;
  if (field == BW_FIELD_NPS)
    return look->greatest > 5 ? 1 : 0.8;
  return look->greatest > 5 && look->greatest <= 11 ? 0.9 : 1;
}

static double
fit_rating (BwFieldId field, const BwLook *look, const char **objection)
{
  double scores = bw_match_share (look->n_distinct_scores + look->n_rating_words, look->n_words);

  if (look->n_times > look->n_bare_times || scores < 0.5) {
    *objection = N_ ("its cells are no scores");
    return 0;
  }
  return scores * fit_scale (field, look);
}

static double
fit_text (const BwLook *look)
{
  return look->n_times - look->n_bare_times > look->n_filled / 2 ? 0.3 : 1;
}

static double
fit_id (const BwLook *look)
{
  double distinct = bw_match_share (MIN (look->n_distinct, look->n_filled),
                                    MIN (look->n_filled, BW_LOOK_DISTINCT_MAX));

  if (look->n_times > look->n_bare_times)
    return 0;
  return (0.5 + 0.5 * distinct) * (1 - bw_match_share (look->n_long, look->n_filled));
}

static double
fit_dimension (const BwLook *look)
{
  if (look->n_times - look->n_bare_times > look->n_filled / 2 ||
      look->n_percents > look->n_filled / 2)
    return 0;
  return bw_match_share (look->n_long, look->n_filled) > 0.3 ? 0.4 : 1;
}

/* "Callback from queue?" tells no queue. */
static gboolean
is_yes_or_no (const BwLook *look)
{
  return look->n_words == 2 && look->n_flags == 2 && look->n_numbers == 0;
}

/* Numbers of those who called, not ways to get in touch. */
static gboolean
tells_each_apart (const BwLook *look)
{
  return look->n_filled >= 5 && look->n_distinct > MIN (look->n_filled, BW_LOOK_DISTINCT_MAX) / 2 &&
         look->n_channels == 0;
}

/* Words that no outcome is known by may be the states of a ticket. */
static double
fit_outcome (const BwLook *look)
{
  guint n_known = MAX (look->n_outcomes, look->n_flags);

  return fit_dimension (look) * (0.55 + 0.45 * bw_match_share (n_known, look->n_words));
}

/* Few texts, over and over. */
static double
fit_event (const BwLook *look)
{
  double distinct = bw_match_share (look->n_distinct, MIN (look->n_filled, BW_LOOK_DISTINCT_MAX));

  if (look->n_times > look->n_filled / 2 || look->n_numbers > look->n_filled / 2 ||
      bw_match_share (look->n_long, look->n_filled) > 0.3)
    return 0;
  return look->n_filled > 8 && distinct > 0.6 ? 0.5 : 1;
}

static double
fit_role (const BwLook *look)
{
  double roles = bw_match_share (look->n_roles, look->n_words);

  return roles < 0.5 ? 0 : roles;
}

static double
fit_value (const BwField *field, const BwLook *look, const char **objection)
{
  switch (field->value) {
  case BW_VALUE_TIME:
    return field->id == BW_FIELD_DATE ? fit_date (look, objection) : fit_time (look, objection);
  case BW_VALUE_DURATION:
    return fit_duration (look, objection);
  case BW_VALUE_COUNT:
    return fit_count (field->id, look, objection);
  case BW_VALUE_NUMBER:
    return fit_number (look, look->n_numbers, objection);
  case BW_VALUE_STATUS:
    return fit_words (look, look->n_statuses);
  case BW_VALUE_PRIORITY:
    return fit_words (look, look->n_priorities);
  case BW_VALUE_FLAG:
    return fit_flag (look, objection);
  case BW_VALUE_VERDICT:
    return fit_verdict (look, objection);
  case BW_VALUE_RATING:
    return fit_rating (field->id, look, objection);
  case BW_VALUE_DIMENSION:
    if (is_yes_or_no (look) || (field->id == BW_FIELD_CHANNEL && tells_each_apart (look)))
      return 0;
    return fit_dimension (look);
  case BW_VALUE_OUTCOME:
    return fit_outcome (look);
  case BW_VALUE_EVENT:
    return fit_event (look);
  case BW_VALUE_ROLE:
    return fit_role (look);
  case BW_VALUE_TAGS:
    return 1;
  case BW_VALUE_TEXT:
    return field->id == BW_FIELD_ID ? fit_id (look) : fit_text (look);
  }
  return 0;
}

double
bw_match_fit (BwFieldId id, const BwLook *look, const char **objection)
{
  *objection = NULL;
  if (look->n_filled == 0)
    return BLANK_FIT;
  return fit_value (bw_field_get (id), look, objection);
}

char *
bw_match_describe_cells (BwFieldId id, const BwLook *look)
{
  const BwField *field = bw_field_get (id);

  if (look->n_filled == 0)
    return g_strdup (_ ("all its sampled cells are blank"));
  switch (field->value) {
  case BW_VALUE_TIME:
    return g_strdup_printf (_ ("%u of %u sampled cells are dates"),
                              id == BW_FIELD_DATE ? look->n_times + look->n_months : look->n_times,
                              look->n_filled);
  case BW_VALUE_DURATION:
    return g_strdup_printf (_ ("%u of %u sampled cells are lengths of time"),
                              look->n_durations + look->n_numbers, look->n_filled);
  case BW_VALUE_COUNT:
  case BW_VALUE_NUMBER:
    if (look->n_numbers == 0 && look->n_flags > 0)
      return g_strdup (_ ("its cells say yes or no"));
    return g_strdup_printf (_ ("%u of %u sampled cells are numbers"), look->n_numbers,
                              look->n_filled);
  case BW_VALUE_STATUS:
    return g_strdup_printf (_ ("%u of %u distinct words are known states"), look->n_statuses,
                              look->n_words);
  case BW_VALUE_PRIORITY:
    return g_strdup_printf (_ ("%u of %u distinct words are known priorities"), look->n_priorities,
                              look->n_words);
  case BW_VALUE_RATING:
    return g_strdup_printf (_ ("%u of %u distinct cells are scores or words of a rating"),
                              look->n_distinct_scores + look->n_rating_words, look->n_words);
  default:
    return g_strdup_printf (_ ("%u distinct texts in %u sampled cells"), look->n_distinct,
                              look->n_filled);
  }
}
