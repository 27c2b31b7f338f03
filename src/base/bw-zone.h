/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A time zone whose offsets are looked up in a small sorted table instead of GTimeZone's
 * generic search: immutable, counted, safe to share between threads.
 * "Unix" is seconds since 1970-01-01T00:00:00Z; "local" is the same count of what a wall clock
 * in the zone shows. */
#pragma once

#include <glib-object.h>

typedef struct _BwZone BwZone;

typedef enum {
  BW_ZONE_EXACT,
  BW_ZONE_GAP,     /* the clock never showed this time: read as if the change had not happened */
  BW_ZONE_OVERLAP, /* the clock showed it twice: the first is taken */
} BwZoneFit;

#define BW_TYPE_ZONE (bw_zone_get_type ())
GType bw_zone_get_type (void);

/* identifier: an IANA name ("Europe/Berlin"), "UTC", an offset ("+02:00"), or "local" for the
 * system's zone.
 * NULL and BW_ERROR_FIELD when there is no such zone. */
BwZone *bw_zone_new (const char *identifier, GError **error);
BwZone *bw_zone_new_utc (void);
BwZone *bw_zone_ref (BwZone *zone);
void bw_zone_unref (BwZone *zone);

const char *bw_zone_get_identifier (const BwZone *zone);

/* Seconds east of UTC in force at that instant. */
int bw_zone_offset (const BwZone *zone, gint64 unix_time);
gint64 bw_zone_to_local (const BwZone *zone, gint64 unix_time);
gint64 bw_zone_to_unix (const BwZone *zone, gint64 local, BwZoneFit *fit);

/* The spans of constant offset that the zone is made of, by time. The first starts at G_MININT64,
 * the last never ends; changes before 1930 and after 2099 are unknown. */
guint bw_zone_get_n_spans (const BwZone *zone);
guint bw_zone_find_span (const BwZone *zone, gint64 unix_time);
gint64 bw_zone_get_span_start (const BwZone *zone, guint span);
int bw_zone_get_span_offset (const BwZone *zone, guint span);

/* "2025-03-01T00:00:00+01:00" */
char *bw_zone_format_iso (const BwZone *zone, gint64 unix_time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwZone, bw_zone_unref)
