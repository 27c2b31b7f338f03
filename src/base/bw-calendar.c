/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Business hours as running sums: of the open seconds of a clock that is never changed, one for
 * each date, and of what the changes of the zone's clock add to or take from them. */
#include "config.h"

#include "bw-calendar.h"
#include "bw-civil.h"

#define DAY G_GINT64_CONSTANT (86400)
/* Dates of the table: 1930-01-01 to 2099-12-31. */
#define FIRST_DAY (-14610)
#define N_DAYS 62092

enum {
  PATTERN_CLOSED = 7, /* after Monday .. Sunday */
  N_PATTERNS,         /* those of special days follow */
};

struct _BwCalendar {
  BwZone *zone;
  GPtrArray *patterns; /* GArray of Stretch: the hours that a date can have */
  guint16 pattern[N_DAYS];
  gint64 before[N_DAYS + 1]; /* open seconds of the dates before */
  gint64 *changes;           /* by the zone's spans: what to add to the sum of the clock's time */
};

G_DEFINE_BOXED_TYPE (BwCalendar, bw_calendar, bw_calendar_ref, bw_calendar_unref)

/* Open seconds of a date, [from, to) of its clock. Those of a pattern are sorted and apart. */
typedef struct {
  int from;
  int to;
} Stretch;

static void
add_stretch (GArray *pattern, int from, int to)
{
  Stretch stretch = { from, to };
  if (from < to)
    g_array_append_val (pattern, stretch);
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  return ((const Stretch *) a)->from - ((const Stretch *) b)->from;
}

static void
merge_stretches (GArray *pattern)
{
  guint kept = 0;
  g_array_sort (pattern, compare_stretches);
  for (guint i = 1; i < pattern->len; i++) {
    Stretch *last = &g_array_index (pattern, Stretch, kept);
    Stretch next = g_array_index (pattern, Stretch, i);
    if (next.from <= last->to)
      last->to = MAX (last->to, next.to);
    else
      g_array_index (pattern, Stretch, ++kept) = next;
  }
  g_array_set_size (pattern, pattern->len ? kept + 1 : 0);
}

static gint64
count_until (const GArray *pattern, int second)
{
  gint64 sum = 0;
  for (guint i = 0; i < pattern->len; i++) {
    Stretch s = g_array_index (pattern, Stretch, i);
    sum += CLAMP (second, s.from, s.to) - s.from;
  }
  return sum;
}

static GArray *
get_pattern (const BwCalendar *calendar, gint64 pattern)
{
  return g_ptr_array_index (calendar->patterns, pattern);
}

static guint16
add_pattern (BwCalendar *calendar)
{
  g_ptr_array_add (calendar->patterns, g_array_new (FALSE, FALSE, sizeof (Stretch)));
  return (guint16) (calendar->patterns->len - 1);
}

static void
add_weekly (BwCalendar *calendar, const BwShift *shift)
{
  g_return_if_fail (shift->day >= 0 && shift->day < 7);
  GArray *pattern = get_pattern (calendar, shift->day);
  if (shift->from <= shift->to) {
    add_stretch (pattern, shift->from, shift->to);
  } else {
    add_stretch (pattern, shift->from, DAY);
    add_stretch (get_pattern (calendar, (shift->day + 1) % 7), 0, shift->to);
  }
}

static gboolean
find_date (gint64 day, guint *index)
{
  if (day < FIRST_DAY || day >= FIRST_DAY + N_DAYS)
    return FALSE;
  *index = (guint) (day - FIRST_DAY);
  return TRUE;
}

static void
add_special (BwCalendar *calendar, const BwShift *shift)
{
  guint i;
  if (!find_date (shift->day, &i))
    return;
  if (calendar->pattern[i] < N_PATTERNS)
    calendar->pattern[i] = add_pattern (calendar);
  add_stretch (get_pattern (calendar, calendar->pattern[i]), shift->from,
               shift->from <= shift->to ? shift->to : (int) DAY);
}

static void
lay_out_dates (BwCalendar *calendar, const BwHours *hours)
{
  for (guint i = 0; i < N_PATTERNS; i++)
    add_pattern (calendar);
  for (gsize i = 0; i < hours->n_weekly; i++)
    add_weekly (calendar, &hours->weekly[i]);
  for (guint i = 0; i < N_DAYS; i++)
    calendar->pattern[i] = (guint16) bw_civil_weekday (FIRST_DAY + (gint64) i);
  for (gsize i = 0; i < hours->n_holidays; i++) {
    guint date;
    if (find_date (hours->holidays[i], &date))
      calendar->pattern[date] = PATTERN_CLOSED;
  }
  for (gsize i = 0; i < hours->n_special; i++)
    add_special (calendar, &hours->special[i]);
}

static void
sum_dates (BwCalendar *calendar)
{
  g_autofree gint64 *lengths = g_new (gint64, calendar->patterns->len);
  for (guint p = 0; p < calendar->patterns->len; p++) {
    merge_stretches (get_pattern (calendar, p));
    lengths[p] = count_until (get_pattern (calendar, p), DAY);
  }
  for (guint i = 0; i < N_DAYS; i++)
    calendar->before[i + 1] = calendar->before[i] + lengths[calendar->pattern[i]];
}

/* Open seconds before this time of a clock that is never changed. */
static gint64
count_before_local (const BwCalendar *calendar, gint64 local)
{
  guint i;
  gint64 day = bw_civil_floor_days (local);
  if (!find_date (day, &i))
    return day < FIRST_DAY ? 0 : calendar->before[N_DAYS];
  return calendar->before[i] +
         count_until (get_pattern (calendar, calendar->pattern[i]), (int) (local - day * DAY));
}

static void
sum_changes (BwCalendar *calendar)
{
  const BwZone *zone = calendar->zone;
  guint n = bw_zone_get_n_spans (zone);
  calendar->changes = g_new0 (gint64, n);
  for (guint span = 1; span < n; span++) {
    gint64 start = bw_zone_get_span_start (zone, span);
    gint64 left = start + bw_zone_get_span_offset (zone, span - 1);
    gint64 entered = start + bw_zone_get_span_offset (zone, span);
    calendar->changes[span] = calendar->changes[span - 1] + count_before_local (calendar, left) -
                              count_before_local (calendar, entered);
  }
}

BwCalendar *
bw_calendar_new (const BwHours *hours)
{
  g_return_val_if_fail (hours && hours->zone, NULL);
  BwCalendar *calendar = g_atomic_rc_box_new0 (BwCalendar);
  calendar->zone = bw_zone_ref (hours->zone);
  calendar->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  lay_out_dates (calendar, hours);
  sum_dates (calendar);
  sum_changes (calendar);
  return calendar;
}

BwCalendar *
bw_calendar_ref (BwCalendar *calendar)
{
  g_return_val_if_fail (calendar, NULL);
  return g_atomic_rc_box_acquire (calendar);
}

static void
free_calendar (BwCalendar *calendar)
{
  bw_zone_unref (calendar->zone);
  g_ptr_array_unref (calendar->patterns);
  g_free (calendar->changes);
}

void
bw_calendar_unref (BwCalendar *calendar)
{
  g_return_if_fail (calendar);
  g_atomic_rc_box_release_full (calendar, (GDestroyNotify) free_calendar);
}

static gint64
count_before (const BwCalendar *calendar, gint64 unix_time)
{
  guint span = bw_zone_find_span (calendar->zone, unix_time);
  gint64 local = unix_time + bw_zone_get_span_offset (calendar->zone, span);
  return calendar->changes[span] + count_before_local (calendar, local);
}

/* Instants at or beyond which nothing is open in any zone, so that sums cannot overflow. */
#define OPENS ((FIRST_DAY - 2) * DAY)
#define CLOSES ((FIRST_DAY + N_DAYS + 2) * DAY)

gint64
bw_calendar_between (const BwCalendar *calendar, gint64 from, gint64 to)
{
  g_return_val_if_fail (calendar, 0);
  if (to <= from)
    return 0;
  return count_before (calendar, CLAMP (to, OPENS, CLOSES)) -
         count_before (calendar, CLAMP (from, OPENS, CLOSES));
}

gint64
bw_calendar_due (const BwCalendar *calendar, gint64 from, gint64 seconds)
{
  g_return_val_if_fail (calendar, G_MAXINT64);
  if (seconds <= 0)
    return from;
  if (bw_calendar_between (calendar, from, CLOSES) < seconds)
    return G_MAXINT64;
  gint64 low = MAX (from, OPENS);
  gint64 high = CLOSES;
  while (high - low > 1) {
    gint64 middle = low + (high - low) / 2;
    if (bw_calendar_between (calendar, from, middle) < seconds)
      low = middle;
    else
      high = middle;
  }
  return high;
}
