/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Day first or month first, when all cells have been read: parts over 12, the other columns of the
 * file, what came first, the order of the rows, and at last the country. */
#include "config.h"

#include "bw-civil.h"
#include "bw-dates.h"
#include "bw-settle.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#define SECONDS_A_DAY 86400
#define HALVES_ROWS 20

static gboolean
is_time (const BwSettling *settling, guint i)
{
  const BwField *field = bw_field_get (bw_settle_get_plan (settling, i)->field);

  return field && field->value == BW_VALUE_TIME;
}

/* --- One column ------------------------------------------------------------------------------- */

static void
fill_tally (const BwColumnPlan *plan, const BwEvidence *evidence, BwDateTally *tally)
{
  gint64 over_12 = evidence->n_first_over_12 + evidence->n_second_over_12;

  *tally = (BwDateTally) {
    .n_read = evidence->n_read,
    .n_bad = evidence->n_bad,
    .n_year_first = evidence->n_year_first,
    .n_undecided = evidence->n_read - evidence->n_year_first,
  };
  if (plan->order == BW_DATE_UNDECIDED && evidence->n_bad >= over_12) {
    tally->n_bad_over_12 = over_12; /* no date in either order: they prove nothing */
  } else {
    tally->n_first_over_12 = evidence->n_first_over_12;
    tally->n_second_over_12 = evidence->n_second_over_12;
  }
}

static void
set_order (const BwSettling *settling, guint i, BwDateOrder order)
{
  BwColumnPlan *plan = bw_settle_get_plan (settling, i);
  gboolean undecided = plan->order == BW_DATE_UNDECIDED;

  /* Undecided cells were read day first wherever they allow it. */
  if (plan->order == order)
    return;
  settling->again[i] =
      order != BW_DATE_DMY || !undecided || settling->evidence[i].n_second_over_12 > 0;
  plan->order = order;
}

/* FALSE when the column says nothing itself. */
static gboolean
settle_by_proof (const BwSettling *settling, guint i)
{
  BwColumnPlan *plan = bw_settle_get_plan (settling, i);
  BwDateTally tally;

  fill_tally (plan, &settling->evidence[i], &tally);
  if (tally.n_first_over_12 + tally.n_second_over_12 + tally.n_bad_over_12 == 0)
    return plan->order != BW_DATE_UNDECIDED || tally.n_undecided == 0;
  switch (bw_dates_judge (&tally)) {
  case BW_DATES_NONE:
    bw_settle_drop (settling, i, "contradictory-dates", tally.n_read + tally.n_bad,
                    N_ ("some of its dates have the day first, others the month: no single order "
                        "fits; if you know it, choose it (--date-order dmy or mdy)"));
    return TRUE;
  case BW_DATES_DMY:
    set_order (settling, i, BW_DATE_DMY);
    bw_settle_add_evidence (plan, _ ("a first part over 12 proves that the day comes first"));
    return TRUE;
  case BW_DATES_MDY:
    set_order (settling, i, BW_DATE_MDY);
    bw_settle_add_evidence (plan, _ ("a second part over 12 proves that the month comes first"));
    return TRUE;
  default:
    return FALSE;
  }
}

/* --- All undecided columns together ----------------------------------------------------------- */

static gboolean
is_undecided (const BwSettling *settling, guint i)
{
  return is_time (settling, i) && bw_settle_get_plan (settling, i)->order == BW_DATE_UNDECIDED;
}

/* The order of another column of the same file: one that a part over 12 proves, or else one that
 * was seen in any other way. */
static BwDateOrder
ask_peers (const BwSettling *settling, gboolean proven)
{
  for (guint i = 0; i < settling->plan->columns->len; i++) {
    const BwColumnPlan *plan = bw_settle_get_plan (settling, i);
    const BwEvidence *evidence = &settling->evidence[i];

    if (is_time (settling, i) && evidence->n_read > 0 &&
        (!proven || evidence->n_first_over_12 + evidence->n_second_over_12 > 0) &&
        (plan->order == BW_DATE_DMY || plan->order == BW_DATE_MDY))
      return plan->order;
  }
  return BW_DATE_UNDECIDED;
}

/* The local day of a cell, as it was read. */
static gboolean
get_day (const BwSettling *settling, guint i, gsize row, gint64 *day)
{
  const BwColumn *column = bw_settle_get_column (settling, i);
  const BwZone *zone = bw_settle_get_plan (settling, i)->zone;
  gint64 time = bw_column_time (column, row);

  if (time == BW_TIME_NONE)
    return FALSE;
  *day = bw_civil_floor_days (zone ? bw_zone_to_local (zone, time) : time);
  return TRUE;
}

/* Rows on which something happened before the ticket was created, in either reading. */
static void
count_impossible (
    const BwSettling *settling, guint created, guint later, gint64 *day_first, gint64 *month_first)
{
  gsize n_rows = bw_table_get_n_rows (settling->table);
  gboolean swaps_created = is_undecided (settling, created),
           swaps_later = is_undecided (settling, later);

  for (gsize row = 0; row < n_rows; row++) {
    gint64 from, to;

    if (!get_day (settling, created, row, &from) || !get_day (settling, later, row, &to))
      continue;
    *day_first += to < from;
    *month_first +=
        (swaps_later ? bw_dates_swap (to) : to) < (swaps_created ? bw_dates_swap (from) : from);
  }
}

static BwDateOrder
ask_sequence (const BwSettling *settling)
{
  static const BwFieldId later[] = { BW_FIELD_FIRST_REPLY, BW_FIELD_SOLVED, BW_FIELD_CLOSED,
                                     BW_FIELD_UPDATED, BW_FIELD_ENDED };
  int created = bw_settle_find (settling, BW_FIELD_CREATED);
  gint64 day_first = 0, month_first = 0;

  for (guint i = 0; i < G_N_ELEMENTS (later) && created >= 0; i++) {
    int other = bw_settle_find (settling, later[i]);

    if (other >= 0 &&
        (is_undecided (settling, (guint) created) || is_undecided (settling, (guint) other)))
      count_impossible (settling, (guint) created, (guint) other, &day_first, &month_first);
  }
  if (day_first == 0 && month_first > 0)
    return BW_DATE_DMY;
  return month_first == 0 && day_first > 0 ? BW_DATE_MDY : BW_DATE_UNDECIDED;
}

static BwDateOrder
ask_rows (const BwSettling *settling, guint i)
{
  gsize n_rows = bw_table_get_n_rows (settling->table);
  BwDateTally tally = { .n_undecided = 1 };
  BwDateStep last = { 0, 0, FALSE };
  gint64 day;

  for (gsize row = 0; row < n_rows; row++)
    if (get_day (settling, i, row, &day))
      bw_dates_add_step (&tally, day, &last);
  return bw_dates_get_order (bw_dates_judge (&tally));
}

static gboolean
has_halves (const BwSettling *settling, guint i)
{
  const BwColumnPlan *plan = bw_settle_get_plan (settling, i);
  gsize n = MIN (bw_table_get_n_rows (settling->table), HALVES_ROWS);
  BwDateTally tally = { 0 };
  BwDateStep last = { 0, 0, FALSE };

  for (gsize row = 0; row < n; row++) {
    g_autofree char *date = bw_table_dup_text (settling->table, row, i);
    g_autofree char *clock =
        plan->clock > 0 ? bw_table_dup_text (settling->table, row, plan->clock - 1) : g_strdup ("");
    g_autofree char *text = g_strconcat (date, " ", clock, NULL);

    bw_dates_add (&tally, text, strlen (text), &last);
  }
  return tally.n_halves > 0;
}

/* AM and PM are mostly written where the month comes first; then the user's own habit counts. */
static BwDateOrder
assume_order (const BwSettling *settling, guint i)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *format = nl_langinfo (D_FMT);

  if (has_halves (settling, i))
    return BW_DATE_MDY;
  if (locale && !g_str_equal (locale, "C") && !g_str_has_prefix (locale, "C.") &&
      !g_str_equal (locale, "POSIX") && g_str_has_prefix (format, "%m"))
    return BW_DATE_MDY;
  return BW_DATE_DMY;
}

static BwDateOrder
decide_together (const BwSettling *settling, guint first, const char **why)
{
  static const char same[] = N_ ("its order of day and month is that of the file's other dates");
  BwDateOrder order = ask_peers (settling, TRUE);

  *why = _ (same);
  if (order == BW_DATE_UNDECIDED) {
    order = ask_sequence (settling);
    *why = _ ("read the other way, something would have happened before it began");
  }
  if (order == BW_DATE_UNDECIDED) {
    order = ask_rows (settling, first);
    *why = _ ("read the other way, neighbouring rows would be months apart");
  }
  if (order == BW_DATE_UNDECIDED) {
    order = ask_peers (settling, FALSE);
    *why = _ (same);
  }
  if (order == BW_DATE_UNDECIDED)
    *why = NULL;
  return order;
}

static void
settle_together (const BwSettling *settling, guint first)
{
  guint n = settling->plan->columns->len;
  g_autofree gboolean *undecided = g_new0 (gboolean, n);
  const char *why;
  BwDateOrder order = decide_together (settling, first, &why);

  for (guint i = first; i < n; i++)
    undecided[i] = is_undecided (settling, i) && settling->evidence[i].n_read > 0;
  for (guint i = first; i < n; i++) {
    BwColumnPlan *plan = bw_settle_get_plan (settling, i);

    if (!undecided[i])
      continue;
    plan->order_assumed = why == NULL;
    set_order (settling, i, why ? order : assume_order (settling, i));
    if (why)
      bw_settle_add_evidence (plan, why);
  }
}

void
bw_settle_dates (const BwSettling *settling)
{
  guint n = settling->plan->columns->len, first = n;

  for (guint i = n; i-- > 0;) {
    const BwColumnPlan *plan = bw_settle_get_plan (settling, i);

    if (!is_time (settling, i) || plan->order_fixed || plan->order_assumed ||
        settling->evidence[i].n_read + settling->evidence[i].n_bad == 0)
      continue;
    if (!settle_by_proof (settling, i))
      first = i;
  }
  if (first < n)
    settle_together (settling, first);
}
