/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Peels a header down to the words that name a field. */
#include "config.h"

#include "bw-synonyms.h"

#include <string.h>

/* Unicode without case, accents and compatibility forms. */
static char *
normalise (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = g_utf8_casefold (decomposed, -1);
  GString *plain = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK && c != 0xfeff && c != 0x200b &&
        c != 0x200d)
      g_string_append_unichar (plain, c);
  }
  return g_string_free_and_steal (plain);
}

/* Blanks between the words of "firstResponseTime" and "CSATScore". */
static char *
split_capitals (const char *text)
{
  GString *split = g_string_sized_new (strlen (text) + 8);

  for (const char *p = text; *p; p++) {
    gboolean upper = g_ascii_isupper (*p);

    if (p > text && upper &&
        (g_ascii_islower (p[-1]) ||
         (g_ascii_isupper (p[-1]) && g_ascii_islower (p[1]) && p[1] != 's')))
      g_string_append_c (split, ' ');
    g_string_append_c (split, *p);
  }
  return g_string_free_and_steal (split);
}

static gboolean
is_kept (gunichar c)
{
  return g_unichar_isalnum (c) || (c < 0x80 && strchr ("()[]#%:", (char) c) != NULL);
}

char *
bw_fold (const char *text)
{
  g_autofree char *split = split_capitals (text);
  g_autofree char *plain = g_str_is_ascii (split) ? g_ascii_strdown (split, -1) : normalise (split);
  GString *folded = g_string_sized_new (strlen (plain));

  for (const char *p = plain; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '\'' || c == 0x2019)
      continue;
    if (is_kept (c))
      g_string_append_unichar (folded, c);
    else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');
  }
  while (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free_and_steal (folded);
}

/* --- Peeling ---------------------------------------------------------------------------------- */

static const struct {
  const char *suffix;
  BwDurationUnit unit;
} unit_suffixes[] = {
  { " in minutes", BW_DURATION_MINUTES },
  { " in minute", BW_DURATION_MINUTES },
  { " in mins", BW_DURATION_MINUTES },
  { " in min", BW_DURATION_MINUTES },
  { " (in minutes)", BW_DURATION_MINUTES },
  { " (in mins)", BW_DURATION_MINUTES },
  { " (in min)", BW_DURATION_MINUTES },
  { " (minutes)", BW_DURATION_MINUTES },
  { " (mins)", BW_DURATION_MINUTES },
  { " (min)", BW_DURATION_MINUTES },
  { " minutes", BW_DURATION_MINUTES },
  { " mins", BW_DURATION_MINUTES },
  { " (minuten)", BW_DURATION_MINUTES },
  { " in minuten", BW_DURATION_MINUTES },
  { " (minutos)", BW_DURATION_MINUTES },
  { " en minutos", BW_DURATION_MINUTES },
  { " em minutos", BW_DURATION_MINUTES },
  { " en minutes", BW_DURATION_MINUTES },
  { " in hours", BW_DURATION_HOURS },
  { " in hrs", BW_DURATION_HOURS },
  { " (in hours)", BW_DURATION_HOURS },
  { " (in hrs)", BW_DURATION_HOURS },
  { " (hours)", BW_DURATION_HOURS },
  { " (hrs)", BW_DURATION_HOURS },
  { " (h)", BW_DURATION_HOURS },
  { " hours", BW_DURATION_HOURS },
  { " hrs", BW_DURATION_HOURS },
  { " (stunden)", BW_DURATION_HOURS },
  { " (std)", BW_DURATION_HOURS },
  { " in stunden", BW_DURATION_HOURS },
  { " (heures)", BW_DURATION_HOURS },
  { " (horas)", BW_DURATION_HOURS },
  { " en heures", BW_DURATION_HOURS },
  { " en horas", BW_DURATION_HOURS },
  { " em horas", BW_DURATION_HOURS },
  { " in seconds", BW_DURATION_SECONDS },
  { " (in seconds)", BW_DURATION_SECONDS },
  { " (in sec)", BW_DURATION_SECONDS },
  { " in secs", BW_DURATION_SECONDS },
  { " in sec", BW_DURATION_SECONDS },
  { " (seconds)", BW_DURATION_SECONDS },
  { " (secs)", BW_DURATION_SECONDS },
  { " (sec)", BW_DURATION_SECONDS },
  { " (s)", BW_DURATION_SECONDS },
  { " seconds", BW_DURATION_SECONDS },
  { " secs", BW_DURATION_SECONDS },
  { " sec", BW_DURATION_SECONDS },
  { " (sekunden)", BW_DURATION_SECONDS },
  { " in sekunden", BW_DURATION_SECONDS },
  { " (in sekunden)", BW_DURATION_SECONDS },
  { " (segundos)", BW_DURATION_SECONDS },
  { " (secondes)", BW_DURATION_SECONDS },
  { " ms", BW_DURATION_MILLISECONDS },
  { " (ms)", BW_DURATION_MILLISECONDS },
  { " in milliseconds", BW_DURATION_MILLISECONDS },
  { " (milliseconds)", BW_DURATION_MILLISECONDS },
  { " in days", BW_DURATION_DAYS },
  { " (in days)", BW_DURATION_DAYS },
  { " (days)", BW_DURATION_DAYS },
  { " days", BW_DURATION_DAYS },
  { " (tage)", BW_DURATION_DAYS },
  { " in tagen", BW_DURATION_DAYS },
  { " (jours)", BW_DURATION_DAYS },
  { " (dias)", BW_DURATION_DAYS },
};

/* "Hours to resolve" is "Time to resolve" in hours. */
static const struct {
  const char *prefix;
  BwDurationUnit unit;
} unit_prefixes[] = {
  { "minutes to ", BW_DURATION_MINUTES },    { "mins to ", BW_DURATION_MINUTES },
  { "minutes until ", BW_DURATION_MINUTES }, { "hours to ", BW_DURATION_HOURS },
  { "hrs to ", BW_DURATION_HOURS },          { "hours until ", BW_DURATION_HOURS },
  { "days to ", BW_DURATION_DAYS },          { "days until ", BW_DURATION_DAYS },
  { "seconds to ", BW_DURATION_SECONDS },    { "secs to ", BW_DURATION_SECONDS },
  { "seconds until ", BW_DURATION_SECONDS },
};

static const char *const business_suffixes[] = {
  " within business hours",
  " in business hours",
  " (within business hours)",
  " (in business hours)",
  " (business hours)",
  " business hours",
  " (business)",
  " business",
  " by bhrs",
  " bhrs",
  " ooo",
  " (working hours)",
  " (geschaftszeiten)",
  " (geschaftszeit)",
  " innerhalb der geschaftszeiten",
  " en horario laboral",
  " (horas laborales)",
  " (heures ouvrees)",
  " (horario comercial)",
};

static const char *const calendar_suffixes[] = {
  " within calendar hours", " in calendar hours", " (calendar hours)",
  " calendar hours",        " (calendar)",        " calendar",
};

static const char *const custom_prefixes[] = {
  "custom field (",       "campo personalizado (",      "champs personnalises (",
  "champ personnalise (", "benutzerdefiniertes feld (", "campo personalizado: ",
  "custom field: ",
};

static const char *const custom_suffixes[] = { " [list]", " [txt]",  " [int]",  " [dec]",
                                               " [flg]",  " [date]", " [drop]", " [multi]" };

static const char *const plain_prefixes[] = { "(do not modify) ",
                                              "metadata: ", "metadaten: ", "metadata ", "fields " };

static const char *const plain_suffixes[] = {
  " (ticket)", " (tickets)",         " (contact)",        " (metadata)", " (hh:mm:ss)", " (hh:mm)",
  " (hhmmss)", " (tz offset incl )", " (tz offset incl)", " (case)",     " (count)"
};

static const char *const aggregates[] = { "sum(", "avg(",   "med(",    "min(",
                                          "max(", "count(", "d count(" };

static gboolean
peel_suffix (char *key, const char *suffix)
{
  gsize n = strlen (key), m = strlen (suffix);

  if (n <= m || strcmp (key + n - m, suffix) != 0)
    return FALSE;
  key[n - m] = '\0';
  return TRUE;
}

static gboolean
peel_prefix (char *key, const char *prefix)
{
  gsize m = strlen (prefix);

  if (!g_str_has_prefix (key, prefix) || key[m] == '\0')
    return FALSE;
  memmove (key, key + m, strlen (key + m) + 1);
  return TRUE;
}

static gboolean
peel_any (char *key, const char *const *pieces, guint n, gboolean (*peel) (char *, const char *))
{
  for (guint i = 0; i < n; i++)
    if (peel (key, pieces[i]))
      return TRUE;
  return FALSE;
}

#define PEEL(key, pieces, peel) peel_any (key, pieces, G_N_ELEMENTS (pieces), peel)

static gboolean
peel_unit (BwHeader *header)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_suffixes); i++)
    if (peel_suffix (header->key, unit_suffixes[i].suffix)) {
      header->has_unit = TRUE;
      header->unit = unit_suffixes[i].unit;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (unit_prefixes); i++)
    if (peel_prefix (header->key, unit_prefixes[i].prefix)) {
      g_autofree char *rest = header->key;

      header->key = g_strconcat ("time to ", rest, NULL);
      header->has_unit = TRUE;
      header->unit = unit_prefixes[i].unit;
      return TRUE;
    }
  return FALSE;
}

static gboolean
peel_wrapper (BwHeader *header)
{
  char *key = header->key;

  if (PEEL (key, custom_prefixes, peel_prefix)) {
    peel_suffix (key, ")");
    return header->custom = TRUE;
  }
  if (PEEL (key, aggregates, peel_prefix)) {
    peel_suffix (key, ")");
    return header->aggregate = TRUE;
  }
  if (PEEL (key, custom_suffixes, peel_suffix))
    return header->custom = TRUE;
  return PEEL (key, plain_prefixes, peel_prefix) || PEEL (key, plain_suffixes, peel_suffix);
}

static gboolean
peel (BwHeader *header)
{
  if (peel_wrapper (header))
    return TRUE;
  if (peel_suffix (header->key, " (mm:ss)"))
    return header->minutes_seconds = TRUE;
  if (peel_suffix (header->key, " (utc)"))
    return header->utc = TRUE;
  if (PEEL (header->key, business_suffixes, peel_suffix))
    return header->business = TRUE;
  if (PEEL (header->key, calendar_suffixes, peel_suffix))
    return header->calendar = TRUE;
  return !header->has_unit && peel_unit (header);
}

/* Brackets that were no wrapper are blanks. */
static void
flatten (char *key)
{
  char *to = key;

  for (const char *p = key; *p; p++) {
    char c = strchr ("()[]:", *p) ? ' ' : *p;

    if (c != ' ' || (to > key && to[-1] != ' '))
      *to++ = c;
  }
  if (to > key && to[-1] == ' ')
    to--;
  *to = '\0';
}

static const struct {
  const char *entity;
  const char *text;
} entities[] = {
  { "&apos;", "'" }, { "&#39;", "'" }, { "&quot;", "\"" }, { "&nbsp;", " " },
  { "&lt;", "<" },   { "&gt;", ">" },  { "&amp;", "&" },
};

BwHeader *
bw_header_new (const char *text)
{
  BwHeader *header = g_new0 (BwHeader, 1);
  g_autoptr (GString) clean = g_string_new (text);

  g_string_replace (clean, "\xc3\xaf\xc2\xbb\xc2\xbf", "",
                    0); /* a byte-order mark read as Latin-1 */
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (clean, entities[i].entity, entities[i].text, 0);
  header->key = bw_fold (clean->str);
  while (peel (header))
    ;
  flatten (header->key);
  return header;
}

void
bw_header_free (BwHeader *header)
{
  g_free (header->key);
  g_free (header);
}
