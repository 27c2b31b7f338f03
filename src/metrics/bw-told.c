/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans by their first days. */
#include "config.h"

#include "bw-told.h"
#include <glib/gi18n-lib.h>

#define WEEK (7 * 86400)

/* --- The spans of a table ----------------------------------------------------------------------
 */

static void
add_day (GArray *days, gint64 day)
{
  if (days->len == 0 || g_array_index (days, gint64, days->len - 1) != day)
    g_array_append_val (days, day);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Ascending, each once. */
static GArray *
settle_days (GArray *days)
{
  g_autoptr (GArray) all = days;
  GArray *once = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_sort (all, compare_days);
  for (guint i = 0; i < all->len; i++)
    add_day (once, g_array_index (all, gint64, i));
  return once;
}

/* The days of the rows that count; of a measure of those that have a say in it. */
static GArray *
list_days (const BwLedger *ledger, const BwMeasure *measure, const BwZone *zone)
{
  const BwColumn *date = bw_table_find (ledger->table, BW_FIELD_DATE);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 before = BW_TIME_NONE;

  for (gsize row = 0; row < ledger->n_rows; row++) {
    gint64 time = bw_column_time (date, row);
    if (time == BW_TIME_NONE || time == before ||
        bw_table_get_aside (ledger->table, row) != BW_ASIDE_NONE ||
        (measure != NULL && measure->says[row] < 0))
      continue;
    add_day (days, bw_day_around (time, zone));
    before = time;
  }
  return settle_days (days);
}

/* All are first days of such spans, two of which must stand side by side unless that is sure. */
static gboolean
is_grain (const GArray *days, BwGrain grain, gboolean sure)
{
  gboolean side_by_side = sure;

  for (guint i = 0; i < days->len; i++) {
    gint64 day = g_array_index (days, gint64, i);
    if (bw_day_floor (day, grain) != day)
      return FALSE;
    side_by_side |= i > 0 && bw_day_add (g_array_index (days, gint64, i - 1), grain, 1) == day;
  }
  return side_by_side;
}

/* Costs and counts of customers are about a month at least, what was typed about a month. */
static BwGrain
find_grain (const GArray *days, BwKind kind, gboolean typed)
{
  gboolean is_monthly = typed || kind == BW_KIND_FINANCE || kind == BW_KIND_CUSTOMER_COUNTS;

  if (!typed && is_grain (days, BW_GRAIN_YEAR, FALSE))
    return BW_GRAIN_YEAR;
  if (!typed && is_grain (days, BW_GRAIN_QUARTER, FALSE))
    return BW_GRAIN_QUARTER;
  return is_grain (days, BW_GRAIN_MONTH, is_monthly) ? BW_GRAIN_MONTH : BW_GRAIN_DAY;
}

/* Of large tables about days the first few rows tell. */
static gboolean
has_other_days (const BwLedger *ledger, const BwZone *zone)
{
  const BwColumn *date = bw_table_find (ledger->table, BW_FIELD_DATE);
  gint64 before = BW_TIME_NONE;

  for (gsize row = 0; row < ledger->n_rows; row++) {
    gint64 time = bw_column_time (date, row);
    gint64 day;
    if (time == BW_TIME_NONE || time == before ||
        bw_table_get_aside (ledger->table, row) != BW_ASIDE_NONE)
      continue;
    day = bw_day_around (time, zone);
    if (bw_day_floor (day, BW_GRAIN_MONTH) != day)
      return TRUE;
    before = time;
  }
  return FALSE;
}

/* What is spent on single days may be nothing on others. */
void
bw_told_init (BwLedger *ledger, const BwZone *zone, gboolean typed)
{
  g_autoptr (GArray) days = NULL;

  ledger->grain = BW_GRAIN_DAY;
  if (has_other_days (ledger, zone))
    return;
  days = list_days (ledger, NULL, zone);
  ledger->grain = find_grain (days, bw_table_get_kind (ledger->table), typed);
  if (ledger->grain == BW_GRAIN_DAY || days->len == 0)
    return;
  ledger->first_span = g_array_index (days, gint64, 0);
  ledger->last_span = g_array_index (days, gint64, days->len - 1);
  for (guint m = 0; m < bw_measures_get_n (); m++) {
    BwMeasure *measure = &ledger->measures[m];
    BwFold fold = measure->metric->fold;
    if (measure->missing == NULL &&
        (fold == BW_FOLD_SUM || fold == BW_FOLD_FIRST || fold == BW_FOLD_LAST))
      measure->told = list_days (ledger, measure, zone);
  }
}

/* --- Periods -----------------------------------------------------------------------------------
 */

static gboolean
is_told (const GArray *told, gint64 day)
{
  return g_array_binary_search ((GArray *) told, &day, compare_days, NULL);
}

static gboolean
is_expected (const BwLedger *ledger, gint64 day, const BwZone *zone)
{
  gint64 from = bw_day_start (day, zone);
  gint64 to = bw_day_start (bw_day_add (day, ledger->grain, 1), zone);

  if (day >= ledger->first_span && day <= ledger->last_span)
    return TRUE;
  return MIN (to, ledger->work_to) - MAX (from, ledger->work_from) > WEEK;
}

/* The parts of costs: of what there is none in a month that has costs, there was none. */
static const BwMeasure *
find_teller (const BwLedger *ledger, const BwMeasure *measure)
{
  const char *told_by = measure->metric->told_by;

  return told_by != NULL ? &ledger->measures[bw_measures_find (told_by)] : measure;
}

static gboolean
is_all_told (const BwLedger *ledger,
             BwFold fold,
             const GArray *told,
             gint64 from,
             gint64 to,
             const BwZone *zone)
{
  gint64 end = bw_day_around (to, zone);
  gboolean all = TRUE;

  if (told == NULL)
    return TRUE;
  for (gint64 day = bw_day_around (from, zone); day < end;
       day = bw_day_add (day, ledger->grain, 1)) {
    if (!is_expected (ledger, day, zone))
      continue;
    if (fold == BW_FOLD_FIRST)
      return is_told (told, day);
    all = is_told (told, day) && (all || fold == BW_FOLD_LAST);
  }
  return all;
}

gboolean
bw_told_all (
    const BwLedger *ledger, const BwMeasure *measure, gint64 from, gint64 to, const BwZone *zone)
{
  return is_all_told (ledger, measure->metric->fold, find_teller (ledger, measure)->told, from, to,
                      zone);
}

char *
bw_told_list_blanks (
    const BwLedger *ledger, const BwMeasure *sum, gint64 from, gint64 to, const BwZone *zone)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint m = 0; m < bw_measures_get_n (); m++) {
    const BwMeasure *part = &ledger->measures[m];
    if (part->told != NULL && g_strcmp0 (part->metric->told_by, sum->metric->id) == 0 &&
        !is_all_told (ledger, part->metric->fold, part->told, from, to, zone))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", _ (part->metric->name));
  }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}
