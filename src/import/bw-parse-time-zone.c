/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zones of single times: offsets, abbreviations and names. */
#include "config.h"

#include "bw-parse-time-private.h"

static const struct {
  const char *name;
  int minutes;
} abbreviations[] = {
  { "z", 0 },      { "utc", 0 },    { "gmt", 0 },    { "ut", 0 },      { "wet", 0 },
  { "est", -300 }, { "edt", -240 }, { "cst", -360 }, { "cdt", -300 },  { "mst", -420 },
  { "mdt", -360 }, { "pst", -480 }, { "pdt", -420 }, { "akst", -540 }, { "akdt", -480 },
  { "hst", -600 }, { "cet", 60 },   { "cest", 120 }, { "mez", 60 },    { "mesz", 120 },
  { "west", 60 },  { "bst", 60 },   { "eet", 120 },  { "eest", 180 },  { "msk", 180 },
  { "jst", 540 },  { "aest", 600 }, { "aedt", 660 }, { "acst", 570 },  { "acdt", 630 },
  { "awst", 480 }, { "nzst", 720 }, { "nzdt", 780 }, { "brt", -180 },
};

/* "+01:00", "-0800", "+1" */
static gboolean
read_offset (Reader *reader)
{
  const Token *sign = peek (reader, 0), *hours = peek (reader, 1);
  int minutes;

  if ((!is_mark (sign, '+') && !is_mark (sign, '-')) || hours->spaced)
    return FALSE;
  if (is_number (hours, 4, 4)) {
    minutes = (int) (hours->value / 100 * 60 + hours->value % 100);
    reader->at += 2;
  } else if (is_number (hours, 1, 2)) {
    minutes = (int) hours->value * 60;
    reader->at += 2;
    if (is_mark (peek (reader, 0), ':') && is_number (peek (reader, 1), 2, 2)) {
      minutes += (int) peek (reader, 1)->value;
      reader->at += 2;
    }
  } else {
    return FALSE;
  }
  reader->offset = (sign->mark == '-' ? -60 : 60) * minutes;
  reader->shape->has_zone = TRUE;
  return minutes <= 14 * 60;
}

static gboolean
read_abbreviation (Reader *reader)
{
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (is_word (peek (reader, 0), abbreviations[i].name)) {
      reader->offset = abbreviations[i].minutes * 60;
      reader->shape->has_zone = TRUE;
      reader->at++;
      return TRUE;
    }
  return FALSE;
}

/* "+0000 UTC": once more, in a word. */
static void
skip_abbreviation (Reader *reader)
{
  int offset = reader->offset;

  read_abbreviation (reader);
  reader->offset = offset;
}

/* Zones by name stay for the life of the process: files name one or two. */
static BwZone *
find_zone (const char *name)
{
  static GMutex mutex;
  static GHashTable *zones;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  gpointer zone;

  if (!zones)
    zones = g_hash_table_new (g_str_hash, g_str_equal);
  if (g_hash_table_lookup_extended (zones, name, NULL, &zone))
    return zone;
  if (g_hash_table_size (zones) > 256)
    return NULL;
  zone = bw_zone_new (name, NULL);
  g_hash_table_insert (zones, g_strdup (name), zone);
  return zone;
}

/* "Europe/Berlin", "[America/New_York]", "Etc/UTC" */
static gboolean
read_zone_name (Reader *reader)
{
  gboolean bracket = skip_mark (reader, '[');
  const char *start = peek (reader, 0)->text;
  char name[48];
  gsize n = 0;

  while (peek (reader, 0)->kind != TOKEN_END && !is_mark (peek (reader, 0), ']')) {
    n = (gsize) (peek (reader, 0)->text + peek (reader, 0)->length - start);
    reader->at++;
  }
  if ((bracket && !skip_mark (reader, ']')) || n == 0 || n >= sizeof name)
    return FALSE;
  memcpy (name, start, n);
  name[n] = '\0';
  if (reader->shape->has_zone)
    return TRUE;
  if (!bracket && !strchr (name, '/'))
    return FALSE;
  reader->zone = find_zone (name);
  return reader->zone != NULL;
}

gboolean
bw_parse_read_zone (Reader *reader)
{
  if (!reader->shape->has_time || peek (reader, 0)->kind == TOKEN_END)
    return TRUE;
  if (is_mark (peek (reader, 0), '+') || is_mark (peek (reader, 0), '-')) {
    if (!read_offset (reader))
      return FALSE;
    skip_abbreviation (reader);
  } else if (peek (reader, 0)->kind == TOKEN_WORD && is_mark (peek (reader, 1), '/')) {
    return read_zone_name (reader);
  } else if (read_abbreviation (reader) &&
             (is_mark (peek (reader, 0), '+') || is_mark (peek (reader, 0), '-'))) {
    if (!read_offset (reader))
      return FALSE;
  }
  return !is_mark (peek (reader, 0), '[') || read_zone_name (reader);
}
