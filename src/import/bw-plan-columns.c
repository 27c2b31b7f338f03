/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order of dates, zone, unit, scale and words: from overrides, product, header and cells. */
#include "config.h"

#include "bw-plan-columns.h"
#include "bw-rating.h"
#include "bw-settle.h"
#include "bw-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MONTH_SECONDS (31 * 86400)

static BwZone *
choose_zone (const BwColumns *columns, guint column, BwProfile *profile)
{
  const BwHeader *header = columns->headers->pdata[column];
  const char *name = profile ? bw_profile_get_zone (profile) : NULL;
  BwZone *zone = NULL;

  if (header->utc)
    return bw_zone_new_utc ();
  if (columns->options->overrides && columns->options->overrides->zone)
    name = columns->options->overrides->zone;
  if (header->zone)
    name = header->zone;
  if (name)
    zone = bw_zone_new (name, NULL);
  if (!zone && columns->options->zone)
    zone = bw_zone_ref (columns->options->zone);
  return zone ? zone : bw_zone_new_utc ();
}

static void
plan_time (BwColumnPlan *plan, const BwColumns *columns, guint column, BwProfile *profile)
{
  BwDateOrder wished = columns->options->order;

  plan->zone = choose_zone (columns, column, profile);
  if (plan->field == BW_FIELD_DATE && columns->looks[column].n_months > 0) {
    plan->order = BW_DATE_MONTH;
    plan->order_fixed = TRUE;
    return;
  }
  plan->order = bw_dates_get_order (bw_dates_judge (&columns->looks[column].dates));
  if (wished == BW_DATE_UNDECIDED && profile)
    wished = bw_profile_get_date_order (profile);
  if (wished != BW_DATE_UNDECIDED && plan->order != BW_DATE_EPOCH &&
      plan->order != BW_DATE_SERIAL) {
    plan->order = wished;
    plan->order_fixed = TRUE;
  }
}

static gboolean
is_bare_length (const BwColumns *columns, const BwMatch *matches, guint i)
{
  const BwField *field = bw_field_get (matches[i].field);
  const BwHeader *header = columns->headers->pdata[i];

  return field && field->value == BW_VALUE_DURATION && !header->has_unit;
}

/* Calls whose lengths are mostly 10,000 and more, which is hours in seconds; work of more than a
 * month. */
static gboolean
counts_milliseconds (const BwColumns *columns, const BwTakenFor *taken)
{
  const BwMatch *matches = taken->matches;
  guint n = 0, n_large = 0;

  for (guint i = 0; i < columns->n; i++)
    if (is_bare_length (columns, matches, i)) {
      if (taken->kind == BW_KIND_AGENT_TIME && columns->looks[i].greatest > MONTH_SECONDS)
        return TRUE;
      n += columns->looks[i].n_numbers - columns->looks[i].n_zero;
      n_large += columns->looks[i].n_large;
    }
  return taken->kind != BW_KIND_AGENT_TIME && n_large > 0 && n_large >= 0.5 * n;
}

/* A bare number without any hint: seconds or milliseconds in telephony and of messages, else whole
 * numbers are mostly minutes and others hours; the dates of the file are asked later. */
static BwDurationUnit
assume_unit (const BwColumns *columns, const BwLook *look, const BwTakenFor *taken)
{
  if (taken->kind == BW_KIND_AGENT_TIME && look->greatest <= 24)
    return BW_DURATION_HOURS;
  if (taken->kind == BW_KIND_CALLS || taken->kind == BW_KIND_AGENT_TIME ||
      taken->kind == BW_KIND_MESSAGES)
    return counts_milliseconds (columns, taken) ? BW_DURATION_MILLISECONDS : BW_DURATION_SECONDS;
  return look->n_integers == look->n_numbers ? BW_DURATION_MINUTES : BW_DURATION_HOURS;
}

/* What is said of the column, else of its field. */
static const BwColumnOverride *
find_unit_override (const BwColumns *columns, guint column, BwFieldId field)
{
  const BwColumnOverride *override = bw_overrides_get_column (columns->options->overrides, column);

  return override && override->has_unit
             ? override
             : bw_overrides_get_column (columns->options->of_fields, (guint) field);
}

static const BwColumnOverride *
find_rating_override (const BwColumns *columns, guint column, BwFieldId field)
{
  const BwColumnOverride *override = bw_overrides_get_column (columns->options->overrides, column);

  return override && (!isnan (override->scale_high) || override->effort != BW_EFFORT_UNKNOWN)
             ? override
             : bw_overrides_get_column (columns->options->of_fields, (guint) field);
}

static gboolean
is_of_calls (BwFieldId field, BwKind kind)
{
  return kind == BW_KIND_CALLS ||
         (kind == BW_KIND_TOTALS && (field == BW_FIELD_TALK_TIME || field == BW_FIELD_WAIT_TIME ||
                                     field == BW_FIELD_HOLD_TIME || field == BW_FIELD_WRAP_TIME));
}

static void
plan_duration (BwColumnPlan *plan, const BwColumns *columns, guint column, const BwTakenFor *taken)
{
  BwProfile *profile = taken->profile;
  const BwHeader *header = columns->headers->pdata[column];
  const BwLook *look = &columns->looks[column];

  const BwColumnOverride *override = find_unit_override (columns, column, plan->field);

  plan->minutes_seconds = header->minutes_seconds;
  if (override && override->has_unit) {
    plan->unit = override->unit;
    plan->unit_fixed = TRUE;
  } else if (header->has_unit) {
    plan->unit = header->unit;
  } else if (!profile ||
             !bw_profile_get_unit (profile, plan->field, &plan->unit, &plan->minutes_seconds)) {
    plan->unit = header->names_unit ? header->named_unit : assume_unit (columns, look, taken);
    plan->unit_assumed = !header->names_unit && look->n_numbers > 0;
    /* Calls are told in minutes and seconds. */
    plan->minutes_seconds |=
        is_of_calls (plan->field, taken->kind) && look->n_two_parts > 0 && !header->hours_minutes;
  }
}

static void
plan_words (BwColumnPlan *plan, BwMeaning meaning, BwProfile *profile)
{
  GHashTable *words = profile ? bw_profile_get_words (profile, plan->field) : NULL;

  plan->meaning = meaning;
  plan->meaning_data = bw_vocabulary_data (words, 0, 0, 0);
}

static BwEffort
judge_effort (const BwColumns *columns,
              guint column,
              BwProfile *profile,
              const BwColumnOverride *override)
{
  BwEffort effort = profile ? bw_profile_get_effort (profile) : BW_EFFORT_UNKNOWN;

  if (override && override->effort != BW_EFFORT_UNKNOWN)
    return override->effort;
  return effort != BW_EFFORT_UNKNOWN ? effort : bw_rating_guess_effort (columns->names[column]);
}

/* What is said of the column or of its field, else known of the product, else in the header. */
static void
plan_priority (BwColumnPlan *plan, const BwColumns *columns, guint column, BwProfile *profile)
{
  const BwColumnOverride *override = bw_overrides_get_column (columns->options->overrides, column);

  if (!override || override->rank == BW_RANK_UNKNOWN)
    override = bw_overrides_get_column (columns->options->of_fields, (guint) plan->field);
  plan->rank = override ? override->rank : BW_RANK_UNKNOWN;
  if (plan->rank == BW_RANK_UNKNOWN && profile)
    plan->rank = (BwRank) bw_profile_get_priority_top (profile);
  else if (plan->rank != BW_RANK_UNKNOWN)
    bw_settle_add_evidence (plan,
                            plan->rank == BW_RANK_HIGHEST ? _ ("so wished: 1 is the most urgent")
                                                          : _ ("so wished: 1 is the lowest"));
  if (plan->rank == BW_RANK_UNKNOWN && columns->looks[column].n_numbers > 0) {
    plan->rank = bw_rank_of_header (columns->names[column]);
    if (plan->rank != BW_RANK_UNKNOWN)
      bw_settle_add_evidence (plan, plan->rank == BW_RANK_HIGHEST
                              ? _ ("the header says that 1 is the most urgent")
                              : _ ("the header says that 1 is the lowest"));
  }
  plan->meaning = bw_vocabulary_priority;
  plan->meaning_data = bw_vocabulary_data (
      profile ? bw_profile_get_words (profile, plan->field) : NULL, (int) plan->rank, 0, 0);
}

static void
plan_rating (BwColumnPlan *plan, const BwColumns *columns, guint column, BwProfile *profile)
{
  const BwColumnOverride *override = find_rating_override (columns, column, plan->field);
  double low, high;

  plan->effort = judge_effort (columns, column, profile, override);
  if (override && !isnan (override->scale_high)) {
    plan->scale_fixed = TRUE;
    bw_rating_set_scale (plan, profile ? bw_profile_get_words (profile, plan->field) : NULL,
                         override->scale_low, override->scale_high);
    return;
  }
  plan->scale_fixed = (profile && bw_profile_get_scale (profile, plan->field, &low, &high)) ||
                      bw_rating_read_scale (columns->names[column], &low, &high);
  if (!plan->scale_fixed)
    bw_rating_guess_scale (plan->field, &columns->looks[column], &low, &high);
  bw_rating_set_scale (plan, profile ? bw_profile_get_words (profile, plan->field) : NULL, low,
                       high);
}

/* Lengths of time with a sign under the name of a verdict. */
static gboolean
is_margin (const BwLook *look)
{
  return look->n_negative > 0 && look->n_filled > 0 &&
         look->n_durations + look->n_numbers == look->n_filled && look->n_verdicts == 0;
}

void
bw_plan_column (BwColumnPlan *plan, const BwColumns *columns, guint column, const BwTakenFor *taken)
{
  const BwMatch *match = &taken->matches[column];
  const BwLook *look = &columns->looks[column];

  /* "1.362" beside 362 is a thousand and more. */
  plan->decimal_comma =
      look->n_decimal_commas > look->n_decimal_points ||
      (look->n_groups > 0 && look->n_decimal_points + look->n_ungrouped == 0 &&
       (look->n_groups < look->n_numbers || bw_field_get (plan->field)->value == BW_VALUE_COUNT)) ||
      (taken->profile && bw_profile_get_decimal_comma (taken->profile));
  switch (bw_field_get (plan->field)->value) {
  case BW_VALUE_TIME:
    plan_time (plan, columns, column, taken->profile);
    plan->clock = match->clock;
    break;
  case BW_VALUE_DURATION:
    plan_duration (plan, columns, column, taken);
    break;
  case BW_VALUE_COUNT:
    if (look->n_numbers == 0 && look->n_flags > 0)
      plan_words (plan, bw_vocabulary_flag, taken->profile);
    break;
  case BW_VALUE_STATUS:
    plan_words (plan, bw_vocabulary_status, taken->profile);
    break;
  case BW_VALUE_PRIORITY:
    plan_priority (plan, columns, column, taken->profile);
    break;
  case BW_VALUE_FLAG:
    plan_words (plan, bw_vocabulary_flag, taken->profile);
    break;
  case BW_VALUE_VERDICT:
    plan->margin = match->margin || is_margin (look);
    if (plan->margin)
      plan_words (plan, bw_vocabulary_margin, NULL);
    else
      plan_words (plan, match->inverted ? bw_vocabulary_breach : bw_vocabulary_verdict,
                  taken->profile);
    break;
  case BW_VALUE_OUTCOME:
    plan_words (plan, bw_vocabulary_outcome, taken->profile);
    break;
  case BW_VALUE_RATING:
    plan_rating (plan, columns, column, taken->profile);
    break;
  case BW_VALUE_EVENT:
    plan_words (plan, plan->field == BW_FIELD_CHANGED ? bw_vocabulary_changed : bw_vocabulary_event,
                taken->profile);
    break;
  case BW_VALUE_ROLE:
    plan_words (plan, bw_vocabulary_role, taken->profile);
    break;
  case BW_VALUE_DIMENSION:
    plan->takes_last = taken->profile && bw_profile_takes_last (taken->profile, plan->field);
    break;
  default:
    break;
  }
}
