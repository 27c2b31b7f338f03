/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column holds the time of day of a date that has none. */
#include "config.h"

#include "bw-match.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a header says beside what happened; one blank around each. */
static const char *const date_and_time_words = " date datum fecha data day dia tag jour time times "
                                               "uhrzeit zeit hora heure uhr clock hour on at "
                                               "am um of de del da do la le el a ";

static const char *const endings[] = { "datum", "uhrzeit", "zeit" };

static gboolean
is_plain_word (const char *word)
{
  g_autofree char *padded = g_strconcat (" ", word, " ", NULL);

  return strstr (date_and_time_words, padded) != NULL;
}

/* "Eingangsdatum" and "Eingangszeit" are one event. */
static void
cut_ending (char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word, endings[i]) && strlen (word) > strlen (endings[i])) {
      word[strlen (word) - strlen (endings[i])] = '\0';
      return;
    }
}

/* The event that a header names, "" when it only says that it is a date or a time. */
static char *
get_event (const BwHeader *header)
{
  g_auto (GStrv) words = g_strsplit (header->key, " ", -1);
  GString *event = g_string_new (NULL);

  for (char **word = words; *word; word++) {
    if (is_plain_word (*word))
      continue;
    cut_ending (*word);
    g_string_append_printf (event, "%s%s", event->len > 0 ? " " : "", *word);
  }
  return g_string_free_and_steal (event);
}

static gboolean
has_only_days (const BwColumns *columns, const BwMatch *matches, guint i)
{
  const BwField *field = bw_field_get (matches[i].field);
  const BwLook *look = &columns->looks[i];

  return field && field->value == BW_VALUE_TIME && look->dates.n_read > 0 &&
         look->dates.n_midnight == look->dates.n_read && look->n_bare_times == 0;
}

/* What was taken for a length of time could be one: it has to look like office hours. */
static gboolean
has_only_clocks (const BwColumns *columns, const BwMatch *matches, guint i)
{
  const BwLook *look = &columns->looks[i];

  if (look->n_filled == 0 || look->n_times_of_day < look->n_filled ||
      columns->mapped[i] != BW_FIELD_NONE)
    return FALSE;
  return matches[i].field == BW_FIELD_NONE || look->n_by_day >= 0.7 * look->n_filled;
}

/* The column with the same event, the nearest first; else the next one when it is just a time. */
static int
find_clock (const BwColumns *columns, const BwMatch *matches, const gboolean *taken, guint date)
{
  g_autofree char *event = get_event (columns->headers->pdata[date]);
  int best = -1;

  for (guint i = 0; i < columns->n; i++) {
    g_autofree char *other = NULL;
    gboolean near = best < 0 || ABS ((int) i - (int) date) < ABS (best - (int) date);

    if (i == date || taken[i] || !has_only_clocks (columns, matches, i))
      continue;
    other = get_event (columns->headers->pdata[i]);
    if (near && (g_str_equal (event, other) || (i == date + 1 && *other == '\0')))
      best = (int) i;
  }
  return best;
}

static void
join (const BwColumns *columns, BwMatch *date, BwMatch *clock, guint date_at, guint clock_at)
{
  g_autofree char *before = g_steal_pointer (&date->evidence);

  date->clock = clock_at + 1;
  date->evidence =
      g_strdup_printf (_ ("%s; its time of day stands in “%s”"), before, columns->names[clock_at]);
  g_free (clock->evidence);
  clock->field = BW_FIELD_NONE;
  clock->score = 0;
  clock->refused = FALSE;
  clock->evidence = g_strdup_printf (_ ("the time of day of “%s”"), columns->names[date_at]);
}

void
bw_match_clocks (const BwColumns *columns, BwMatch *matches)
{
  g_autofree gboolean *taken = g_new0 (gboolean, columns->n + 1);

  for (guint i = 0; i < columns->n; i++) {
    int clock = has_only_days (columns, matches, i) ? find_clock (columns, matches, taken, i) : -1;

    if (clock < 0)
      continue;
    taken[clock] = TRUE;
    join (columns, &matches[i], &matches[clock], i, (guint) clock);
  }
}
