/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for words in the lines around a table. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "bw-around.h"
#include "bw-civil.h"
#include "bw-money.h"
#include "bw-parse.h"
#include "bw-zone.h"

#define AROUND ((gsize) 4096) /* bytes */
#define HEADER ((gsize) 64 << 10)

static const char *const words[] = { "timezone",     "time zone",    "zeitzone", "fuseau horaire",
                                     "zona horaria", "fuso horário", "tijdzone", "fuso orario" };

static gboolean
is_of_name (char c)
{
  return g_ascii_isalnum (c) || strchr ("/_+-:", c);
}

/* "Time zone: (GMT+01:00) Europe/Berlin" names the last word that is a zone. */
static char *
read_zone (const char *line)
{
  char *best = NULL;
  while (*line) {
    gsize n = 0;
    while (line[n] && is_of_name (line[n]))
      n++;
    g_autofree char *name = g_strndup (line, n);
    g_autoptr (BwZone) zone = n >= 3 && (strchr (name, '/') || g_str_equal (name, "UTC") ||
                                        g_str_equal (name, "GMT"))
                                 ? bw_zone_new (name, NULL)
                                 : NULL;
    if (zone && (!best || strchr (name, '/'))) {
      g_free (best);
      best = g_strdup (g_str_equal (name, "GMT") ? "UTC" : name);
    }
    line += MAX (n, 1);
  }
  return best;
}

static char *
find_in_line (const char *line)
{
  g_autofree char *folded = g_utf8_strdown (line, -1);
  const char *at = folded;
  while (*at && strchr (" \t\"#;,|", *at))
    at++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (at, words[i])) {
      gsize skipped = (gsize) (at - folded) + strlen (words[i]);
      return strlen (line) == strlen (folded) ? read_zone (line + skipped) : NULL;
    }
  return NULL;
}

static GStrv
split (const char *start, gsize n)
{
  g_autofree char *valid = g_utf8_make_valid (start, (gssize) n);
  return g_strsplit_set (valid, "\r\n", -1);
}

static char *
find_in (const char *start, gsize n)
{
  g_auto (GStrv) lines = split (start, n);
  char *zone = NULL;
  for (char **line = lines; *line && !zone; line++)
    zone = find_in_line (*line);
  return zone;
}

static gsize
get_above (const BwShape *shape)
{
  return MIN (shape->header_at - MIN (shape->header_at, shape->start_at), AROUND);
}

/* The third row of a Qualtrics file: {"ImportId":"startDate","timeZone":"America/Denver"}, its
 * quotes doubled or not. */
static char *
find_in_header (const BwShape *shape)
{
  const char *text = bw_text_get_start (shape->text);
  g_autofree char *rows =
      g_strndup (text + shape->header_at, MIN (shape->data_at - shape->header_at, HEADER));
  const char *at = strstr (rows, "timeZone\"");
  if (!at)
    return NULL;
  at += strlen ("timeZone\"");
  at += strspn (at, "\": ");
  g_autofree char *name = g_strndup (at, strcspn (at, "\"}"));
  g_autoptr (BwZone) zone = *name ? bw_zone_new (name, NULL) : NULL;
  return zone ? g_steal_pointer (&name) : NULL;
}

char *
bw_around_find_zone (const BwShape *shape)
{
  g_return_val_if_fail (shape, NULL);
  const char *text = bw_text_get_start (shape->text);
  gsize size = bw_text_get_size (shape->text);
  gsize above = get_above (shape);
  gsize below = MIN (size - shape->data_at, AROUND);
  char *zone = find_in (text + shape->header_at - above, above);
  if (!zone)
    zone = find_in_header (shape);
  return zone ? zone : find_in (text + size - below, below);
}

/* --- Periods ------------------------------------------------------------------------------------
 */

/* "20250301" or "2025-03-01", not within a longer number. */
static gboolean
read_day (const char *text, gint64 *day)
{
  int year, month, date, n = 0;
  if ((sscanf (text, "%4d-%2d-%2d%n", &year, &month, &date, &n) != 3 || n != 10) &&
      (sscanf (text, "%4d%2d%2d%n", &year, &month, &date, &n) != 3 || n != 8))
    return FALSE;
  if (g_ascii_isdigit (text[n]) || year < 1990 || year > 2100 || month < 1 || month > 12 ||
      date < 1 || date > 31)
    return FALSE;
  *day = bw_civil_to_days (year, month, date) * 86400;
  return TRUE;
}

static gboolean
find_day (const char *line, gint64 *day)
{
  for (const char *at = line; *at; at++)
    if (g_ascii_isdigit (*at) && (at == line || !g_ascii_isdigit (at[-1])) && read_day (at, day))
      return TRUE;
  return FALSE;
}

gboolean
bw_around_find_period (const BwShape *shape, gint64 *day)
{
  g_return_val_if_fail (shape && day, FALSE);
  gsize above = get_above (shape);
  g_auto (GStrv) lines = split (bw_text_get_start (shape->text) + shape->header_at - above, above);
  for (char **line = lines; *line; line++)
    if (find_day (*line, day))
      return TRUE;
  return FALSE;
}

static gboolean
is_of_word (char c)
{
  return g_ascii_isalnum (c) || (guint8) c >= 0x80;
}

/* Words of letters and figures, without the ending that says the format. */
static GStrv
split_name (const char *name)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *dot = strrchr (name, '.');
  const char *end = dot ? dot : name + strlen (name);
  while (name < end) {
    gsize n = 0;
    while (name + n < end && is_of_word (name[n]))
      n++;
    if (n > 0)
      g_strv_builder_take (words, g_strndup (name, n));
    name += MAX (n, 1);
  }
  return g_strv_builder_end (words);
}

/* A year beside a month, in either order. */
static gboolean
read_month (const char *first, const char *second, gint64 *day)
{
  g_autofree char *both = g_strconcat (first, " ", second, NULL);
  gboolean year = (strlen (first) == 4 && g_ascii_isdigit (*first)) ||
                  (strlen (second) == 4 && g_ascii_isdigit (*second));
  return year && bw_parse_period (both, strlen (both), day) == BW_PARSE_OK;
}

gboolean
bw_around_find_period_in_name (const char *name, gint64 *day)
{
  g_return_val_if_fail (name && day, FALSE);
  g_auto (GStrv) words = split_name (name);
  if (find_day (name, day))
    return TRUE;
  for (char **word = words; *word && word[1]; word++)
    if (read_month (word[0], word[1], day))
      return TRUE;
  return FALSE;
}

/* --- Amounts ------------------------------------------------------------------------------------
 */

double
bw_around_find_factor (const BwShape *shape)
{
  g_return_val_if_fail (shape, 1);
  gsize above = get_above (shape);
  g_auto (GStrv) lines = split (bw_text_get_start (shape->text) + shape->header_at - above, above);
  double factor = 1;
  for (char **line = lines; *line && factor == 1; line++)
    factor = bw_money_find_factor (*line);
  return factor;
}
