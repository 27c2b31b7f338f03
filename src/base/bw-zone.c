/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A time zone as the list of its spans of constant offset, found by asking GTimeZone once. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-civil.h"
#include "bw-error.h"
#include "bw-zone.h"

/* Spans begin between these instants: 1930-01-01 and 2100-01-01. */
#define FIRST G_GINT64_CONSTANT (-1262304000)
#define LAST G_GINT64_CONSTANT (4102444800)
/* Instants are looked up by slots of 2^24 seconds (about 194 days) that name a span near by. */
#define SLOT_BITS 24
#define N_SLOTS (((LAST - FIRST) >> SLOT_BITS) + 1)
/* No clock is further from UTC. */
#define MAX_OFFSET (26 * 3600)

typedef struct {
  gint64 start; /* Unix */
  int offset;
} Span;

struct _BwZone {
  char *identifier;
  GArray *spans;          /* Span, by start; the first starts at G_MININT64 */
  guint16 slots[N_SLOTS]; /* the span in force when the slot begins */
};

G_DEFINE_BOXED_TYPE (BwZone, bw_zone, bw_zone_ref, bw_zone_unref)

static const Span *
get_spans (const BwZone *zone)
{
  return (const Span *) (gpointer) zone->spans->data;
}

static int
ask_interval (GTimeZone *source, gint64 unix_time)
{
  return g_time_zone_find_interval (source, G_TIME_TYPE_UNIVERSAL, unix_time);
}

/* First instant in (low, high] at which the source's span is no longer the one of low. */
static gint64
find_change (GTimeZone *source, gint64 low, gint64 high)
{
  int before = ask_interval (source, low);
  while (high - low > 1) {
    gint64 middle = low + (high - low) / 2;
    if (ask_interval (source, middle) == before)
      low = middle;
    else
      high = middle;
  }
  return high;
}

static void
add_span (BwZone *zone, GTimeZone *source, gint64 start, gint64 inside)
{
  Span span = { start, g_time_zone_get_offset (source, ask_interval (source, inside)) };
  guint n = zone->spans->len;
  if (n == 0 || get_spans (zone)[n - 1].offset != span.offset)
    g_array_append_val (zone->spans, span);
}

static void
collect_spans (BwZone *zone, GTimeZone *source)
{
  const gint64 step = G_GINT64_CONSTANT (1) << (SLOT_BITS - 1);
  add_span (zone, source, G_MININT64, FIRST);
  for (gint64 low = FIRST; low < LAST;) {
    gint64 high = MIN (low + step, LAST);
    if (ask_interval (source, high) == ask_interval (source, low)) {
      low = high;
      continue;
    }
    low = find_change (source, low, high);
    add_span (zone, source, low, low);
  }
}

static void
fill_slots (BwZone *zone)
{
  const Span *spans = get_spans (zone);
  guint at = 0;
  for (guint slot = 0; slot < N_SLOTS; slot++) {
    gint64 begin = FIRST + ((gint64) slot << SLOT_BITS);
    while (at + 1 < zone->spans->len && spans[at + 1].start <= begin)
      at++;
    zone->slots[slot] = (guint16) at;
  }
}

static BwZone *
load_zone (const char *identifier, GTimeZone *source)
{
  BwZone *zone = g_atomic_rc_box_new0 (BwZone);
  zone->identifier = g_strdup (identifier);
  zone->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  collect_spans (zone, source);
  fill_slots (zone);
  return zone;
}

BwZone *
bw_zone_new (const char *identifier, GError **error)
{
  g_return_val_if_fail (identifier, NULL);
  g_autoptr (GTimeZone) source = NULL;
  if (strcmp (identifier, "local") == 0)
    source = g_time_zone_new_local ();
  else if (*identifier)
    source = g_time_zone_new_identifier (identifier);
  if (!source) {
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD, _("There is no time zone “%s”"), identifier);
    return NULL;
  }
  return load_zone (g_time_zone_get_identifier (source), source);
}

BwZone *
bw_zone_new_utc (void)
{
  g_autoptr (GTimeZone) source = g_time_zone_new_utc ();
  return load_zone ("UTC", source);
}

BwZone *
bw_zone_ref (BwZone *zone)
{
  g_return_val_if_fail (zone, NULL);
  return g_atomic_rc_box_acquire (zone);
}

static void
free_zone (BwZone *zone)
{
  g_free (zone->identifier);
  g_array_unref (zone->spans);
}

void
bw_zone_unref (BwZone *zone)
{
  g_return_if_fail (zone);
  g_atomic_rc_box_release_full (zone, (GDestroyNotify) free_zone);
}

const char *
bw_zone_get_identifier (const BwZone *zone)
{
  g_return_val_if_fail (zone, NULL);
  return zone->identifier;
}

guint
bw_zone_get_n_spans (const BwZone *zone)
{
  g_return_val_if_fail (zone, 0);
  return zone->spans->len;
}

guint
bw_zone_find_span (const BwZone *zone, gint64 unix_time)
{
  g_return_val_if_fail (zone, 0);
  const Span *spans = get_spans (zone);
  gint64 inside = CLAMP (unix_time, FIRST, LAST);
  guint at = zone->slots[(inside - FIRST) >> SLOT_BITS];
  while (at + 1 < zone->spans->len && spans[at + 1].start <= unix_time)
    at++;
  return at;
}

gint64
bw_zone_get_span_start (const BwZone *zone, guint span)
{
  g_return_val_if_fail (zone && span < zone->spans->len, 0);
  return get_spans (zone)[span].start;
}

int
bw_zone_get_span_offset (const BwZone *zone, guint span)
{
  g_return_val_if_fail (zone && span < zone->spans->len, 0);
  return get_spans (zone)[span].offset;
}

int
bw_zone_offset (const BwZone *zone, gint64 unix_time)
{
  g_return_val_if_fail (zone, 0);
  return get_spans (zone)[bw_zone_find_span (zone, unix_time)].offset;
}

gint64
bw_zone_to_local (const BwZone *zone, gint64 unix_time)
{
  return unix_time + bw_zone_offset (zone, unix_time);
}

gint64
bw_zone_to_unix (const BwZone *zone, gint64 local, BwZoneFit *fit)
{
  g_return_val_if_fail (zone, local);
  const Span *spans = get_spans (zone);
  guint last = zone->spans->len - 1;
  /* The first span whose own clock is still short of its end. */
  guint at = bw_zone_find_span (zone, local - MAX_OFFSET);
  while (at < last && local >= spans[at + 1].start + spans[at].offset)
    at++;

  BwZoneFit found = BW_ZONE_EXACT;
  if (at > 0 && local < spans[at].start + spans[at].offset) {
    found = BW_ZONE_GAP;
    at--;
  } else if (at < last && local >= spans[at + 1].start + spans[at + 1].offset) {
    found = BW_ZONE_OVERLAP;
  }
  if (fit)
    *fit = found;
  return local - spans[at].offset;
}

char *
bw_zone_format_iso (const BwZone *zone, gint64 unix_time)
{
  int year, month, day;
  int offset = bw_zone_offset (zone, unix_time);
  gint64 local = unix_time + offset;
  gint64 days = bw_civil_floor_days (local);
  int second = (int) (local - days * 86400);
  int minutes = ABS (offset) / 60;
  bw_civil_from_days (days, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", year, month, day,
                          second / 3600, second / 60 % 60, second % 60, offset < 0 ? '-' : '+',
                          minutes / 60, minutes % 60);
}
