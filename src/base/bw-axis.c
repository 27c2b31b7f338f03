/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of consecutive periods, with their keys and labels. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-civil.h"
#include "bw-period.h"

typedef struct {
  gint64 first_day;
  char key[16];
  char *short_label;
  char *label;
} Unit;

struct _BwAxis {
  BwPeriod *span; /* from the first unit's begin to the last unit's end */
  gboolean single;
  BwGrain grain;
  guint length;
  Unit *units;
  gint64 *bounds; /* length + 1: where each unit begins and the last one ends */
  gsize labelled; /* labels are written when the first one is asked for */
};

G_DEFINE_BOXED_TYPE (BwAxis, bw_axis, bw_axis_ref, bw_axis_unref)

static void
set_key (Unit *unit)
{
  int year, month, mday;
  bw_civil_from_days (unit->first_day, &year, &month, &mday);
  g_snprintf (unit->key, sizeof unit->key, "%04d-%02d-%02d", CLAMP (year, -9999, 99999), month,
              mday);
}

static BwAxis *
allocate_axis (guint length)
{
  BwAxis *axis = g_atomic_rc_box_new0 (BwAxis);
  axis->length = length;
  axis->units = g_new0 (Unit, length);
  axis->bounds = g_new (gint64, length + 1);
  return axis;
}

BwAxis *
bw_axis_new (const BwPeriod *span, BwGrain grain)
{
  g_return_val_if_fail (span, NULL);
  gint64 first, last;
  bw_period_get_days (span, &first, &last);
  first = bw_day_floor (first, grain);
  gint64 at = bw_day_floor (last, grain);
  guint length = 1;
  for (; at > first && length < BW_AXIS_MAX; length++)
    at = bw_day_add (at, grain, -1);

  BwAxis *axis = allocate_axis (length);
  axis->grain = grain;
  for (guint i = 0; i < length; i++) {
    axis->units[i].first_day = at;
    axis->bounds[i] = bw_day_start (at, span->zone);
    set_key (&axis->units[i]);
    at = bw_day_add (at, grain, 1);
  }
  axis->bounds[length] = bw_day_start (at, span->zone);
  axis->span = bw_period_new (axis->bounds[0], axis->bounds[length], span->zone);
  return axis;
}

BwAxis *
bw_axis_new_single (const BwPeriod *span)
{
  g_return_val_if_fail (span, NULL);
  BwAxis *axis = allocate_axis (1);
  axis->single = TRUE;
  axis->span = bw_period_new (span->from, span->to, span->zone);
  axis->bounds[0] = span->from;
  axis->bounds[1] = span->to;
  bw_period_get_days (span, &axis->units[0].first_day, NULL);
  set_key (&axis->units[0]);
  return axis;
}

BwAxis *
bw_axis_ref (BwAxis *axis)
{
  g_return_val_if_fail (axis, NULL);
  return g_atomic_rc_box_acquire (axis);
}

static void
free_axis (BwAxis *axis)
{
  for (guint i = 0; i < axis->length; i++) {
    g_free (axis->units[i].short_label);
    g_free (axis->units[i].label);
  }
  g_free (axis->units);
  g_free (axis->bounds);
  bw_period_unref (axis->span);
}

void
bw_axis_unref (BwAxis *axis)
{
  g_return_if_fail (axis);
  g_atomic_rc_box_release_full (axis, (GDestroyNotify) free_axis);
}

guint
bw_axis_get_length (const BwAxis *axis)
{
  g_return_val_if_fail (axis, 0);
  return axis->length;
}

gboolean
bw_axis_get_grain (const BwAxis *axis, BwGrain *grain)
{
  g_return_val_if_fail (axis, FALSE);
  if (grain && !axis->single)
    *grain = axis->grain;
  return !axis->single;
}

BwZone *
bw_axis_get_zone (const BwAxis *axis)
{
  g_return_val_if_fail (axis, NULL);
  return axis->span->zone;
}

gint64
bw_axis_get_from (const BwAxis *axis, guint i)
{
  g_return_val_if_fail (axis && i < axis->length, 0);
  return axis->bounds[i];
}

gint64
bw_axis_get_to (const BwAxis *axis, guint i)
{
  g_return_val_if_fail (axis && i < axis->length, 0);
  return axis->bounds[i + 1];
}

const char *
bw_axis_get_key (const BwAxis *axis, guint i)
{
  g_return_val_if_fail (axis && i < axis->length, NULL);
  return axis->units[i].key;
}

static gboolean
is_longer_than_a_year (const BwAxis *axis)
{
  return bw_day_add (axis->units[0].first_day, BW_GRAIN_YEAR, 1) <=
         axis->units[axis->length - 1].first_day;
}

static char *
format_short_label (const BwAxis *axis, gint64 day, gboolean with_year)
{
  int year, month, mday;
  bw_civil_from_days (day, &year, &month, &mday);
  switch (axis->grain) {
  case BW_GRAIN_DAY:
  case BW_GRAIN_WEEK:
    /* Translators: short dates on an axis; see g_date_time_format */
    return bw_day_format (day, with_year ? _("%-d %b %Y") : _("%-d %b"));
  case BW_GRAIN_MONTH:
    return bw_day_format (day, with_year ? _("%Ob %Y") : "%Ob");
  case BW_GRAIN_QUARTER:
    return with_year ? g_strdup_printf (_("Q%d %d"), (month + 2) / 3, year)
                     : g_strdup_printf (_("Q%d"), (month + 2) / 3);
  case BW_GRAIN_YEAR:
    break;
  }
  return bw_day_format (day, "%Y");
}

/* Many axes are never shown, and a date takes longer to write than to count. */
static const Unit *
get_labelled_unit (const BwAxis *shared, guint i)
{
  BwAxis *axis = (BwAxis *) shared;
  if (g_once_init_enter (&axis->labelled)) {
    gboolean with_year = is_longer_than_a_year (axis);
    for (guint u = 0; u < axis->length; u++) {
      Unit *unit = &axis->units[u];
      g_autoptr (BwPeriod) period =
                    bw_period_new (axis->bounds[u], axis->bounds[u + 1], axis->span->zone);
      unit->label = bw_period_get_label (period);
      unit->short_label = axis->single ? g_strdup (unit->label)
                                       : format_short_label (axis, unit->first_day, with_year);
    }
    g_once_init_leave (&axis->labelled, 1);
  }
  return &axis->units[i];
}

const char *
bw_axis_get_short_label (const BwAxis *axis, guint i)
{
  g_return_val_if_fail (axis && i < axis->length, NULL);
  return get_labelled_unit (axis, i)->short_label;
}

const char *
bw_axis_get_label (const BwAxis *axis, guint i)
{
  g_return_val_if_fail (axis && i < axis->length, NULL);
  return get_labelled_unit (axis, i)->label;
}

int
bw_axis_find (const BwAxis *axis, gint64 unix_time)
{
  g_return_val_if_fail (axis, -1);
  const gint64 *bounds = axis->bounds;
  guint n = axis->length;
  if (unix_time < bounds[0])
    return -1;
  if (unix_time >= bounds[n])
    return (int) n;
  /* Units of one grain are nearly of one length: a guess is at most a step or two away. */
  gint64 i = (unix_time - bounds[0]) * n / (bounds[n] - bounds[0]);
  while (unix_time < bounds[i])
    i--;
  while (unix_time >= bounds[i + 1])
    i++;
  return (int) i;
}
