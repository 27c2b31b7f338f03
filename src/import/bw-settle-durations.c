/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lengths of time against the dates of the same rows: a wrong unit, another clock, a margin. */
#include "config.h"

#include "bw-settle.h"
#include "bw-synonyms.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROWS_MOST 20000
#define ROWS_LEAST 5
#define NEAR 0.05 /* of the span */
#define AGREE 0.6 /* of the rows */
#define OFTEN_NEGATIVE 0.05
#define AGREED_ROWS 15
#define AGREED_LENGTHS 4
#define AGREED_AGREE 0.3 /* of the rows, at most */

/* Which dates a length can be checked against: from the first, to the first of the ends that is
 * there. */
typedef struct {
  BwFieldId length;
  BwFieldId from;
  BwFieldId ends[3];
  int least; /* seconds: shorter spans say little of the unit */
} Check;

static const Check checks[] = {
  { BW_FIELD_FIRST_REPLY_TIME, BW_FIELD_CREATED, { BW_FIELD_FIRST_REPLY }, 600 },
  { BW_FIELD_FIRST_RESOLUTION_TIME,
    BW_FIELD_CREATED,
    { BW_FIELD_FIRST_SOLVED, BW_FIELD_SOLVED },
    600 },
  { BW_FIELD_RESOLUTION_TIME, BW_FIELD_CREATED, { BW_FIELD_SOLVED, BW_FIELD_CLOSED }, 600 },
  { BW_FIELD_WAIT_TIME, BW_FIELD_CREATED, { BW_FIELD_ANSWERED_AT }, 30 },
  { BW_FIELD_TALK_TIME, BW_FIELD_ANSWERED_AT, { BW_FIELD_ENDED }, 60 },
  { BW_FIELD_CALL_LENGTH, BW_FIELD_CREATED, { BW_FIELD_ENDED }, 60 },
};

static const double factors[] = { 1,          60,       1.0 / 60,   3600,       1.0 / 3600,
                                  24,         1.0 / 24, 1000,       1.0 / 1000, 1440,
                                  1.0 / 1440, 86400,    1.0 / 86400 };

static const struct {
  BwDurationUnit unit;
  double seconds;
  const char *name;
} units[] = {
  { BW_DURATION_SECONDS, 1, N_ ("seconds") },
  { BW_DURATION_MILLISECONDS, 0.001, N_ ("milliseconds") },
  { BW_DURATION_MINUTES, 60, N_ ("minutes") },
  { BW_DURATION_HOURS, 3600, N_ ("hours") },
  { BW_DURATION_DAYS, 86400, N_ ("days") },
};

typedef struct {
  guint n;
  guint near[G_N_ELEMENTS (factors)];
  guint n_shorter; /* no longer than the span */
  double sum_of_ratios;
  double lengths[AGREED_LENGTHS + 1]; /* distinct ones, as far as there is room */
  guint n_lengths;
} Comparison;

static double
seconds_of (BwDurationUnit unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit == unit)
      return units[i].seconds;
  return 1;
}

/* Not translated yet. */
static const char *
name_of (BwDurationUnit unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit == unit)
      return units[i].name;
  return "";
}

static void
add_length (Comparison *comparison, double length)
{
  for (guint i = 0; i < comparison->n_lengths; i++)
    if (comparison->lengths[i] == length)
      return;
  if (comparison->n_lengths < G_N_ELEMENTS (comparison->lengths))
    comparison->lengths[comparison->n_lengths++] = length;
}

static void
compare_row (Comparison *comparison, double length, double span, double grain)
{
  comparison->n++;
  add_length (comparison, length);
  comparison->sum_of_ratios += MIN (length / span, 2);
  comparison->n_shorter += length <= span * (1 + NEAR) + grain;
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    comparison->near[i] +=
        fabs (length - factors[i] * span) <= NEAR * factors[i] * span + grain / 2;
}

/* The end of what is measured: a column's place, or -1. */
static int
find_end (const BwSettling *settling, const BwFieldId ends[3])
{
  for (guint i = 0; i < 3 && ends[i] != BW_FIELD_NONE; i++) {
    int column = bw_settle_find (settling, ends[i]);

    if (column >= 0 && settling->evidence[column].n_read > 0)
      return column;
  }
  return -1;
}

static gboolean
compare (const BwSettling *settling, guint length_at, const Check *check, Comparison *comparison)
{
  int from_at = bw_settle_find (settling, check->from), end_at = find_end (settling, check->ends);
  gsize n_rows = bw_table_get_n_rows (settling->table), step = n_rows / ROWS_MOST + 1;
  const BwColumn *length, *begin, *end;
  double grain;

  *comparison = (Comparison) { 0 };
  if (from_at < 0 || end_at < 0)
    return FALSE;
  length = bw_settle_get_column (settling, length_at);
  begin = bw_settle_get_column (settling, (guint) from_at);
  end = bw_settle_get_column (settling, (guint) end_at);
  grain = settling->evidence[length_at].n_shaped > 0
              ? 60
              : seconds_of (bw_settle_get_plan (settling, length_at)->unit);
  for (gsize row = 0; row < n_rows; row += step) {
    gint64 from = bw_column_time (begin, row), to = bw_column_time (end, row);
    int seconds = bw_column_int (length, row);

    if (from != BW_TIME_NONE && to != BW_TIME_NONE && seconds != BW_MISSING && seconds > 0 &&
        to - from >= check->least)
      compare_row (comparison, seconds, (double) (to - from), grain);
  }
  return comparison->n >= ROWS_LEAST;
}

static guint
find_nearest (const Comparison *comparison)
{
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (factors); i++)
    if (comparison->near[i] > comparison->near[best])
      best = i;
  return best;
}

static void
note_unit (const BwSettling *settling, guint i, const char *before, const char *after, gint64 n)
{
  const BwNote *note = bw_settle_add_note (
      settling, i, "duration-unit", n,
      N_ ("Read as %-s, not as %-s: only so does it agree with the dates of the same rows."), after,
      before);

  bw_settle_add_evidence (bw_settle_get_plan (settling, i), note->text);
}

/* A file counts in one unit: columns that no date can check, and that say nothing themselves, are
 * read like the one that was. */
static void
follow_unit (const BwSettling *settling, guint leader, BwDurationUnit unit)
{
  const BwColumnPlan *first = bw_settle_get_plan (settling, leader);

  for (guint i = 0; first->unit_assumed && i < settling->plan->columns->len; i++) {
    BwColumnPlan *plan = bw_settle_get_plan (settling, i);
    const BwField *field = bw_field_get (plan->field);

    if (i == leader || !field || field->value != BW_VALUE_DURATION || !plan->unit_assumed ||
        plan->unit_fixed || plan->unit == unit)
      continue;
    plan->unit = unit;
    settling->again[i] = TRUE;
    bw_settle_add_evidence (plan, _ ("counts like the other lengths of time in the file, which its "
                                     "dates confirm"));
  }
}

/* FALSE when no unit of ours is that many times smaller. */
static gboolean
correct_unit (const BwSettling *settling, guint i, double factor, gint64 n)
{
  BwColumnPlan *plan = bw_settle_get_plan (settling, i);
  double wanted = seconds_of (plan->unit) / factor;

  if (settling->evidence[i].n_shaped > settling->evidence[i].n_read / 2) {
    if (factor != 60 || plan->minutes_seconds)
      return FALSE;
    plan->minutes_seconds = TRUE;
    note_unit (settling, i, N_ ("hours:minutes"), N_ ("minutes:seconds"), n);
    return settling->again[i] = TRUE;
  }
  for (guint u = 0; u < G_N_ELEMENTS (units); u++)
    if (fabs (units[u].seconds - wanted) < 1e-9) {
      note_unit (settling, i, name_of (plan->unit), units[u].name, n);
      follow_unit (settling, i, units[u].unit);
      plan->unit = units[u].unit;
      plan->unit_assumed = FALSE;
      return settling->again[i] = TRUE;
    }
  return FALSE;
}

static void
move_to_business (const BwSettling *settling, guint i, gint64 n)
{
  BwColumnPlan *plan = bw_settle_get_plan (settling, i);
  BwFieldId twin = bw_field_get_business_twin (plan->field);
  gboolean taken = FALSE;

  for (guint other = 0; other < settling->plan->columns->len; other++)
    taken |= bw_settle_get_plan (settling, other)->field == twin;
  bw_settle_add_note (
      settling, i, "business-hours", n,
      N_ ("It is never longer and mostly shorter than the time between the dates of "
          "the same rows: taken as counted in business hours."));
  if (taken)
    return;
  plan->field = twin;
  settling->again[i] = TRUE;
  bw_settle_add_evidence (plan, _ ("shorter than the dates say: business hours"));
}

/* A few lengths over and over, whatever the dates say: agreed times, one a priority. */
static gboolean
are_agreed (const Comparison *comparison)
{
  return comparison->n >= AGREED_ROWS && comparison->n_lengths <= AGREED_LENGTHS &&
         comparison->near[0] <= AGREED_AGREE * comparison->n;
}

static void
check_against_dates (const BwSettling *settling, guint i, const Check *check)
{
  BwColumnPlan *plan = bw_settle_get_plan (settling, i);
  Comparison comparison;
  guint best;

  if (!compare (settling, i, check, &comparison))
    return;
  best = find_nearest (&comparison);
  if (plan->unit_fixed)
    return;
  if (comparison.near[0] >= AGREE * comparison.n) {
    plan->unit_assumed = FALSE;
    bw_settle_add_evidence (plan, _ ("agrees with the dates of the same rows"));
  } else if (best != 0 && comparison.near[best] >= AGREE * comparison.n) {
    correct_unit (settling, i, factors[best], comparison.n);
  } else if (bw_field_get_business_twin (check->length) == check->length) {
    return; /* no clock but one, and nobody agrees on it */
  } else if (are_agreed (&comparison)) {
    bw_settle_drop (
        settling, i, "agreed-time", comparison.n,
        N_ ("it holds the same few lengths over and over, whatever the dates of the same "
            "rows: an agreed time, not elapsed time"));
  } else if (comparison.n_shorter >= 0.95 * comparison.n &&
             comparison.sum_of_ratios < 0.9 * comparison.n &&
             comparison.sum_of_ratios > 0.02 * comparison.n) {
    move_to_business (settling, i, comparison.n);
  }
}

static gboolean
is_margin (const BwEvidence *evidence)
{
  return evidence->n_negative >= 2 &&
         (double) evidence->n_negative > OFTEN_NEGATIVE * (double) evidence->n_read;
}

void
bw_settle_durations (const BwSettling *settling)
{
  for (guint i = 0; i < settling->plan->columns->len; i++) {
    const BwField *field = bw_field_get (bw_settle_get_plan (settling, i)->field);

    if (!field || field->value != BW_VALUE_DURATION || settling->again[i])
      continue;
    if (is_margin (&settling->evidence[i])) {
      bw_settle_drop (settling, i, "sla-margin", settling->evidence[i].n_negative,
                      N_ ("it is often negative: time left against a target, not elapsed time"));
      continue;
    }
    for (guint check = 0; check < G_N_ELEMENTS (checks); check++)
      if (checks[check].length == field->id)
        check_against_dates (settling, i, &checks[check]);
  }
}
