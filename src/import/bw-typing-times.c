/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times: dates are added up from a table of months, and zones are asked once a day. */
#include "config.h"

#include "bw-parse.h"
#include "bw-typing-private.h"

/* Offsets of a zone by local day since 2000-01-01, in a form in which zeroed memory is unknown. */
#define OFFSET_UNKNOWN 0
#define OFFSET_VARIES 1
#define OFFSET_BIAS (1 << 20)

static gint32
find_offset (const BwZone *zone, gint32 day)
{
  gint64 first = BW_TIME_ORIGIN + (gint64) day * 86400;
  BwZoneFit fits[3];
  gint64 morning = bw_zone_to_unix (zone, first, &fits[0]);
  gint64 noon = bw_zone_to_unix (zone, first + 43200, &fits[1]);
  gint64 night = bw_zone_to_unix (zone, first + 86399, &fits[2]);
  gboolean exact = fits[0] == BW_ZONE_EXACT && fits[1] == BW_ZONE_EXACT && fits[2] == BW_ZONE_EXACT;
  if (!exact || noon - morning != 43200 || night - morning != 86399)
    return OFFSET_VARIES;
  return (gint32) (first - morning) + OFFSET_BIAS;
}

static gint32 *
get_zone_days (BwTypist *self, const BwZone *zone)
{
  for (guint i = 0; i < self->zones->len; i++)
    if (g_array_index (self->zones, ZoneDays, i).zone == zone)
      return g_array_index (self->zones, ZoneDays, i).offsets;
  ZoneDays days = { zone, g_new0 (gint32, N_DAYS) };
  g_array_append_val (self->zones, days);
  return days.offsets;
}

typedef struct {
  gint32 day; /* since 2000-01-01 */
  gint32 second;
  gboolean is_utc;
} QuickTime;

/* YYYY-MM-DD, then nothing, or a blank or T and HH:MM[:SS], and Z after seconds. */
static inline gboolean
read_quick_time (const BwTypist *self, Cell cell, QuickTime *time)
{
  if (cell.length > 20 || !(1u << cell.length & (1u << 19 | 1u << 16 | 1u << 20 | 1u << 10)))
    return FALSE;
  guint year, month, day;
  if (cell.at[0] != '2' || cell.at[1] != '0' ||
      !read_pairs (bw_words_load (cell.at + 2), DASHES, &year, &month, &day))
    return FALSE;
  if (year >= N_YEARS || month - 1 >= 12)
    return FALSE;
  const gint32 *starts = &self->month_starts[12 * year + month - 1];
  if (day - 1 >= (guint) (starts[1] - starts[0]))
    return FALSE;
  *time = (QuickTime) { starts[0] + (gint32) day - 1, 0, FALSE };
  if (cell.length == 10)
    return TRUE;

  guint64 clock = cell.length == 16
                      ? bw_words_load (cell.at + 8) >> 24 | G_GUINT64_CONSTANT (0x30303a) << 40
                      : bw_words_load (cell.at + 11);
  guint hour, minute, second;
  if ((cell.at[10] != ' ' && cell.at[10] != 'T') ||
      !read_pairs (clock, COLONS, &hour, &minute, &second) || hour > 23 || minute > 59 ||
      second > 59)
    return FALSE;
  time->second = (gint32) (hour * 3600 + minute * 60 + second);
  time->is_utc = cell.length == 20;
  return !time->is_utc || cell.at[19] == 'Z';
}

static gint32
store_time (gint64 unix_time)
{
  gint64 time = unix_time - BW_TIME_ORIGIN;
  return time > G_MININT32 && time <= G_MAXINT32 ? (gint32) time : BW_MISSING;
}

static gint64
leave_zone (const BwZone *zone, gint64 local, BwEvidence *evidence)
{
  BwZoneFit fit = BW_ZONE_EXACT;
  gint64 unix_time = zone ? bw_zone_to_unix (zone, local, &fit) : local;
  evidence->n_gap += fit == BW_ZONE_GAP;
  evidence->n_overlap += fit == BW_ZONE_OVERLAP;
  return unix_time;
}

/* Any other shape. */
static gint32
read_time (const BwColumnPlan *plan, Cell cell, gsize row, BwEvidence *evidence)
{
  gint64 seconds;
  BwTimeShape shape = { 0 };
  BwParse result = bw_parse_time (cell.at, cell.length, plan->order, &seconds, &shape);
  /* The first second of Unix time is nobody's: a database's way to say that there is no date. */
  if (result == BW_PARSE_BLANK || (result == BW_PARSE_OK && seconds == 0)) {
    evidence->n_blank++;
    return BW_MISSING;
  }
  evidence->n_year_first += result == BW_PARSE_OK && shape.order == BW_DATE_YMD;
  evidence->n_first_over_12 += shape.first > 12;
  evidence->n_second_over_12 += shape.second > 12;
  evidence->n_with_zone += shape.has_zone;
  if (result == BW_PARSE_OK && !shape.has_zone)
    seconds = leave_zone (plan->zone, seconds, evidence);
  gint32 time = result == BW_PARSE_OK ? store_time (seconds) : BW_MISSING;
  if (time == BW_MISSING)
    bw_evidence_add_bad (evidence, cell, row);
  else
    evidence->n_read++;
  return time;
}

/* Midnight of a date in the zone it was read in, and the time of day of another cell. */
static gint32
add_clock (const BwColumnPlan *plan, gint32 midnight, Cell clock, BwEvidence *evidence)
{
  int seconds;
  if (midnight == BW_MISSING || bw_parse_clock (clock.at, clock.length, &seconds) != BW_PARSE_OK)
    return midnight;
  gint64 unix_time = midnight + BW_TIME_ORIGIN;
  gint64 local = plan->zone ? bw_zone_to_local (plan->zone, unix_time) : unix_time;
  return store_time (leave_zone (plan->zone, local + seconds, evidence));
}

/* A quick time's value, or BW_MISSING where the zone has to be asked for the very second. */
static inline gint32
place_quick_time (const BwZone *zone, gint32 *days, const QuickTime *time)
{
  gint32 local = time->day * 86400 + time->second;
  if (time->is_utc || !zone)
    return local;
  gint32 offset = days[time->day];
  if (G_UNLIKELY (offset == OFFSET_UNKNOWN))
    offset = days[time->day] = find_offset (zone, time->day);
  return offset == OFFSET_VARIES ? BW_MISSING : local - (offset - OFFSET_BIAS);
}

static void
add_clocks (BwTypist *self,
            const BwColumnPlan *plan,
            const BwBatch *batch,
            gint32 *values,
            BwEvidence *evidence)
{
  const BwTarget target = { .plan = plan, .index = plan->clock - 1 };
  const Cells cells = get_cells (self, &target, batch);
  for (guint i = 0; i < cells.n_rows; i++)
    values[i] = add_clock (plan, values[i], get_cell (&cells, i), evidence);
}

void
bw_typist_type_times (
    BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row, BwEvidence *evidence)
{
  const BwColumnPlan *plan = target->plan;
  gint32 *days = plan->zone ? get_zone_days (self, plan->zone) : NULL;
  gint32 *values = (gint32 *) (void *) target->values + row;
  gint64 n_quick = 0;
  gint64 n_utc = 0;
  gint64 n_blank = 0;
  const Cells cells = get_cells (self, target, batch);
  for (guint i = 0; i < cells.n_rows; i++) {
    Cell cell = get_cell (&cells, i);
    QuickTime time;
    gint32 value = BW_MISSING;
    if (cell.length == 0) {
      n_blank++;
    } else if (G_LIKELY (read_quick_time (self, cell, &time)) &&
               (value = place_quick_time (plan->zone, days, &time)) != BW_MISSING) {
      n_quick++;
      n_utc += time.is_utc;
    } else {
      value = read_time (plan, cell, row + i, evidence);
    }
    values[i] = value;
  }
  if (plan->clock > 0)
    add_clocks (self, plan, batch, values, evidence);
  evidence->n_blank += n_blank;
  evidence->n_read += n_quick;
  evidence->n_year_first += n_quick;
  evidence->n_with_zone += n_utc;
}
