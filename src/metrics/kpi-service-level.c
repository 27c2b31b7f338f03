/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many contacts are answered soon enough. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

enum {
  FORMULA_ANSWERED_OF_OFFERED,
  FORMULA_ABANDONED_IN_TIME_COUNT,
  FORMULA_ANSWERED_ONLY,
  FORMULA_WITHOUT_ABANDONED_IN_TIME,
  FORMULA_SHORT_ABANDONED_COUNT,
  FORMULA_WITHOUT_SHORT_ABANDONED,
};

/* An abandoned contact: in the numerator, in the denominator alone, or left out. */
static double
say_abandoned (const BwRow *row, double threshold, BwReason *reason)
{
  gboolean is_known = row->wait_time != BW_MISSING && row->wait_time >= 0;
  gboolean in_time = row->wait_time <= threshold;
  gboolean is_short = row->wait_time <= bw_row_choice (row, 3);
  gboolean out = FALSE;
  int formula = (int) bw_row_choice (row, 0);

  /* Offered and not answered in time, however long it was. */
  if (!is_known && formula != FORMULA_ANSWERED_OF_OFFERED && formula != FORMULA_ANSWERED_ONLY) {
    *reason = BW_REASON_NO_DURATION;
    return NAN;
  }
  switch (formula) {
  case FORMULA_ABANDONED_IN_TIME_COUNT:
    return in_time;
  case FORMULA_SHORT_ABANDONED_COUNT:
    return is_short;
  case FORMULA_ANSWERED_ONLY:
    out = TRUE;
    break;
  case FORMULA_WITHOUT_ABANDONED_IN_TIME:
    out = in_time;
    break;
  case FORMULA_WITHOUT_SHORT_ABANDONED:
    out = is_short;
    break;
  default:
    break;
  }
  *reason = BW_REASON_ABANDONED;
  return out ? NAN : 0;
}

static double
say (const BwRow *row, BwReason *reason)
{
  double threshold = bw_row_choice (row, row->is_chat == 1 ? 2 : 1);

  if (row->is_outgoing == 1) {
    *reason = BW_REASON_OUTGOING;
    return NAN;
  }
  if (!bw_row_says_answered (row)) {
    *reason = BW_REASON_NOT_SAID;
    return NAN;
  }
  if (!bw_row_is_answered (row))
    return say_abandoned (row, threshold, reason);
  if (row->wait_time == BW_MISSING || row->wait_time < 0) {
    *reason = row->wait_time == BW_MISSING ? BW_REASON_NO_DURATION : BW_REASON_NEGATIVE;
    return NAN;
  }
  return row->wait_time <= threshold;
}

#define WAIT_WORDS N_ ("how long callers waited")

static gboolean
is_known (const BwColumn *column, gsize row)
{
  return column != NULL && bw_column_int (column, row) != BW_MISSING;
}

/* Where only those who gave up tell how long they waited, their share is no service level. */
static const char *
lacks (const BwTable *table, const double *choices)
{
  const BwColumn *outcome = bw_table_find (table, BW_FIELD_OUTCOME);
  const BwColumn *wait = bw_table_find (table, BW_FIELD_WAIT_TIME);
  const BwColumn *answered = bw_table_find (table, BW_FIELD_ANSWERED_AT);
  gboolean any = FALSE;

  for (gsize row = 0; outcome != NULL && row < bw_table_get_n_rows (table); row++) {
    if (bw_column_meaning (outcome, row) != 1)
      continue;
    if (is_known (wait, row) || is_known (answered, row))
      return NULL;
    any = TRUE;
  }
  return any ? WAIT_WORDS : NULL;
}

/* parts: answered in time, offered, answered. Totals do not tell how long those waited who gave up:
 * formulas that ask for it have no figure. */
static void
combine_totals (const BwCell *parts, const double *choices, double *numerator, double *denominator)
{
  int formula = (int) choices[0];

  if (formula == FORMULA_ANSWERED_ONLY)
    *denominator = parts[2].value;
  else if (formula != FORMULA_ANSWERED_OF_OFFERED)
    *numerator = NAN;
}

const BwMetric bw_kpi_service_level = {
  .id = "service-level",
  .name = N_ ("Service level"),
  .group = "contact-centre",
  .definition = N_ ("Contacts answered within the threshold, by the chosen formula."),
  .origin = N_ ("“SLA” in 1Point1; the six formulas of Call Centre Helper and ICMI"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_CALLS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_WAIT_TIME, BW_FIELD_ANSWERED_AT }, WAIT_WORDS },
             { { BW_FIELD_OUTCOME, BW_FIELD_HANDLED, BW_FIELD_ABANDONED, BW_FIELD_ANSWERED_AT,
                 BW_FIELD_TALK_TIME },
               N_ ("whether contacts were answered") } },
  .uses = { BW_FIELD_DIRECTION, BW_FIELD_CHANNEL },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_CREATED,
  .say = say,
  .lacks = lacks,
  .ratios = { { .parts = { "totals-within", "totals-offered", "?totals-answered" },
                .combine = combine_totals,
                .remark = N_ ("Of totals, by the threshold of the file: sums of contacts answered "
                              "in time / sums of those offered, or answered. Other formulas need "
                              "the contacts one by one") } },
  .proportion = TRUE,
  .choices = {
    { .id = "formula",
      .title = N_ ("Formula"),
      .options = { { "answered-of-offered", N_ ("Answered in time / offered"),
                     N_ ("Answered in time / all that were offered.") },
                   { "abandoned-in-time-count", N_ ("Abandoned in time count as met"),
                     N_ ("(Answered in time + abandoned in time) / all that were offered.") },
                   { "answered-only", N_ ("Answered in time / answered"),
                     N_ ("Answered in time / answered: abandoned contacts are ignored.") },
                   { "without-abandoned-in-time", N_ ("Without those abandoned in time"),
                     N_ ("Answered in time / (answered + abandoned after the threshold).") },
                   { "short-abandoned-count", N_ ("Short abandoned count as met"),
                     N_ ("(Answered in time + abandoned at once) / all that were offered.") },
                   { "without-short-abandoned", N_ ("Without short abandoned"),
                     N_ ("Answered in time / (offered − abandoned at once).") } } },
    { .id = "threshold", .title = N_ ("Threshold"), .unit = BW_UNIT_SECONDS, .preset = 20,
      .least = 1, .most = 86400 },
    { .id = "chat-threshold", .title = N_ ("Threshold of chats"), .unit = BW_UNIT_SECONDS,
      .preset = 60, .least = 1, .most = 86400 },
    { .id = "short", .title = N_ ("Abandoned at once is up to"), .unit = BW_UNIT_SECONDS,
      .preset = 5, .least = 0, .most = 600,
      .with = "short-abandoned-count,without-short-abandoned" },
  },
};
