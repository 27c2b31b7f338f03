/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Peels a header down to the words that name a field. */
#include "config.h"

#include "bw-entity.h"
#include "bw-mangled.h"
#include "bw-money.h"
#include "bw-synonyms.h"

#include <stdio.h>
#include <string.h>

#define LONGEST_NAME ((gsize) 16 << 10) /* what follows is not looked at */

/* Unicode without case, accents and compatibility forms, and as it was meant. */
static char *
normalise (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *mended = bw_mangled_mend (valid);
  g_autofree char *decomposed = g_utf8_normalize (mended ? mended : valid, -1, G_NORMALIZE_NFKD);
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
  return c < 0x80 ? g_ascii_isalnum ((char) c) || strchr ("()[]#%:", (char) c) != NULL
                  : g_unichar_isalnum (c);
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
    if (is_kept (c) && c < 0x80)
      g_string_append_c (folded, (char) c);
    else if (is_kept (c))
      g_string_append_unichar (folded, c);
    else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');
  }
  while (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free_and_steal (folded);
}

/* --- Peeling ---------------------------------------------------------------------------------- */

/* Names of units; those of one letter count only in brackets: "Age (h)". */
static const struct {
  BwDurationUnit unit;
  const char *words; /* one blank around each */
} unit_names[] = {
  { BW_DURATION_MILLISECONDS,
    " ms msec msecs millis millisecond milliseconds millisekunden millisecondes milisegundos " },
  { BW_DURATION_SECONDS,
    " s sec secs second seconds sek sekunde sekunden seconde secondes seg segs segundo segundos " },
  { BW_DURATION_MINUTES, " min mins minute minutes minuten minuto minutos minuti mn " },
  { BW_DURATION_HOURS, " h hr hrs hour hours std stunde stunden heure heures hora horas ore uur "
                       "uren godz godziny " },
  { BW_DURATION_DAYS, " d day days tag tage tagen jour jours dia dias " },
};

/* Between a unit and what is measured: "Hours to resolve", "Minutes until first reply". */
static const char *const unit_links = " to until till before bis zur zum ate hasta pour ";

static const char *const unit_prepositions[] = { "in ", "en ", "em ", "as " };

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

static const char *const plain_prefixes[] = { "metadata: ", "metadaten: ", "metadata ", "fields " };

static const char *const plain_suffixes[] = { " (ticket)",
                                              " (tickets)",
                                              " (contact)",
                                              " (metadata)",
                                              " (hh:mm:ss)",
                                              " (hhmmss)",
                                              " (tz offset incl )",
                                              " (tz offset incl)",
                                              " (case)",
                                              " (count)",
                                              " ts",
                                              " datetime",
                                              " date time",
                                              " [hh:mm:ss]",
                                              " (y n)",
                                              " (yes no)",
                                              " (j n)",
                                              " (ja nein)",
                                              " (s n)",
                                              " (o n)",
                                              " (eur)",
                                              " (usd)",
                                              " (gbp)",
                                              " (chf)",
                                              " ( )",
                                              " in eur",
                                              " in usd",
                                              " in gbp",
                                              " in chf",
                                              " in euro",
                                              " [eur]",
                                              " [usd]",
                                              " [gbp]",
                                              " [ ]" };

static const char *const aggregates[] = { "sum(", "avg(",   "med(",    "min(",
                                          "max(", "count(", "d count(" };
static const char *const aggregate_words[] = { "avg ",  "average ",           "median ",
                                               "mean ", "durchschnittliche ", "mittlere ",
                                               "ø ",    "promedio ",          "moyenne " };
static const char *const aggregate_suffixes[] = { " (avg)", " (average)", " (mean)", " (median)",
                                                  " avg" };

static gboolean
peel_suffix (char *key, const char *suffix)
{
  gsize n = strlen (key), m = strlen (suffix);

  /* Most do not even end with the same letter. */
  if (n <= m || key[n - 1] != suffix[m - 1] || memcmp (key + n - m, suffix, m) != 0)
    return FALSE;
  key[n - m] = '\0';
  return TRUE;
}

static gboolean
peel_prefix (char *key, const char *prefix)
{
  gsize m = strlen (prefix);

  if (*key != *prefix || strncmp (key, prefix, m) != 0 || key[m] == '\0')
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
is_listed (const char *list, const char *word, gsize length)
{
  for (const char *at = list; length > 0 && (at = strstr (at + 1, word)) != NULL;)
    if (at[-1] == ' ' && at[length] == ' ')
      return TRUE;
  return FALSE;
}

static gboolean
find_unit (const char *word, BwDurationUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_names); i++)
    if (is_listed (unit_names[i].words, word, strlen (word))) {
      *unit = unit_names[i].unit;
      return TRUE;
    }
  return FALSE;
}

/* "Age (in hours)", "FRT [min]" */
static gboolean
peel_unit_in_brackets (BwHeader *header)
{
  gsize n = strlen (header->key);
  char *open = n > 0 && header->key[n - 1] == ')'   ? strrchr (header->key, '(')
               : n > 0 && header->key[n - 1] == ']' ? strrchr (header->key, '[')
                                                    : NULL;
  g_autofree char *word = NULL;

  if (!open || open == header->key)
    return FALSE;
  word = g_strstrip (g_strndup (open + 1, (gsize) (header->key + n - 1 - (open + 1))));
  PEEL (word, unit_prepositions, peel_prefix);
  /* "Ticket(s)" is a plural */
  if (!find_unit (word, &header->unit) || (open[-1] != ' ' && strlen (word) == 1))
    return FALSE;
  *open = '\0';
  g_strchomp (header->key);
  return TRUE;
}

/* "Date et heure", "Fecha y hora" and "Mis à jour" name no unit. */
static gboolean
joins (const char *key, const char *blank)
{
  static const char *const words[] = { " et", " y", " e", " und", " and", " a" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize n = strlen (words[i]);

    if ((gsize) (blank - key) > n && strncmp (blank - n, words[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* "Age in hours", "first_reply_mins" */
static gboolean
peel_last_unit (BwHeader *header)
{
  char *blank = strrchr (header->key, ' ');

  if (!blank || strlen (blank + 1) < 2 || joins (header->key, blank) ||
      !find_unit (blank + 1, &header->unit))
    return FALSE;
  *blank = '\0';
  peel_suffix (header->key, " in");
  peel_suffix (header->key, " en");
  peel_suffix (header->key, " em");
  return TRUE;
}

/* "Hours to resolve" is "Time to resolve" in hours. */
static gboolean
peel_first_unit (BwHeader *header)
{
  g_auto (GStrv) words = g_strsplit (header->key, " ", 3);
  char *key;

  if (g_strv_length (words) < 3 || strlen (words[0]) < 2 || !find_unit (words[0], &header->unit) ||
      !is_listed (unit_links, words[1], strlen (words[1])))
    return FALSE;
  key = g_strconcat ("time to ", words[2], NULL);
  g_free (header->key);
  header->key = key;
  return TRUE;
}

/* "Iststunden", "Gesprächsminuten" */
static gboolean
find_unit_at_end (const char *word, BwDurationUnit *unit)
{
  static const char *const ends[] = { "stunden", "minuten" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (word, ends[i]))
      return find_unit (ends[i], unit);
  return FALSE;
}

/* In the plural, as what the column is called: "Hours worked", "Hours". */
static gboolean
find_named_unit (const char *key, BwDurationUnit *unit)
{
  g_autofree char *first = g_strndup (key, strcspn (key, " "));

  return strlen (first) >= 5 && strchr ("sn", first[strlen (first) - 1]) &&
         (find_unit (first, unit) || find_unit_at_end (first, unit)) && *unit != BW_DURATION_DAYS;
}

static gboolean
peel_unit (BwHeader *header)
{
  header->has_unit =
      peel_unit_in_brackets (header) || peel_last_unit (header) || peel_first_unit (header);
  return header->has_unit;
}

static gboolean
peel_wrapper (BwHeader *header)
{
  char *key = header->key;

  if (PEEL (key, custom_prefixes, peel_prefix)) {
    peel_suffix (key, ")");
    return header->custom = TRUE;
  }
  gboolean adds_up = g_str_has_prefix (key, "sum(") || g_str_has_prefix (key, "count(") ||
                     g_str_has_prefix (key, "d count(");
  if (PEEL (key, aggregates, peel_prefix)) {
    peel_suffix (key, ")");
    header->average |= !adds_up;
    return header->aggregate = TRUE;
  }
  if (peel_suffix (key, " (sum)"))
    return header->aggregate = TRUE;
  if (PEEL (key, aggregate_words, peel_prefix) || PEEL (key, aggregate_suffixes, peel_suffix))
    return header->average = header->aggregate = TRUE;
  if (PEEL (key, custom_suffixes, peel_suffix))
    return header->custom = TRUE;
  return PEEL (key, plain_prefixes, peel_prefix) || PEEL (key, plain_suffixes, peel_suffix);
}

static gboolean
peel (BwHeader *header)
{
  if (peel_wrapper (header))
    return TRUE;
  if (peel_prefix (header->key, "(do not modify) "))
    return header->locked = TRUE;
  if (peel_suffix (header->key, " (mm:ss)") || peel_suffix (header->key, " [mm:ss]"))
    return header->minutes_seconds = TRUE;
  if (peel_suffix (header->key, " (hh:mm)") || peel_suffix (header->key, " [hh:mm]"))
    return header->hours_minutes = TRUE;
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

/* The dot before the last name of a path, or NULL. */
static const char *
find_last_name (const char *text)
{
  const char *dot = strrchr (text, '.');

  return !dot || dot == text || !g_ascii_isalpha (dot[1]) || strpbrk (text, " ,;()[]?!") ? NULL
                                                                                         : dot;
}

/* Of a path to what something is called, or to where it is. */
static void
read_object (BwHeader *header, const char *text)
{
  static const char *const names[] = { "name", "display name", "display value", "login", NULL };
  static const char *const addresses[] = { "link", "href", "self", "uri", NULL };
  const char *dot = find_last_name (text);
  g_autofree char *last = bw_fold (dot ? dot + 1 : "");

  header->address = dot && g_strv_contains (addresses, last);
  if (!dot || !g_strv_contains (names, last))
    return;
  g_autofree char *path = g_strndup (text, (gsize) (dot - text));
  const char *inner = strrchr (path, '.');
  header->object = bw_fold (inner ? inner + 1 : path);
}

/* The last name of a path, when it says something by itself: of several words, and not what every
 * object has. */
static char *
find_leaf (const char *text)
{
  const char *dot = find_last_name (text);
  char *leaf;

  if (!dot)
    return NULL;
  leaf = bw_fold (dot + 1);
  if (strchr (leaf, ' ') && !g_str_equal (leaf, "created at") && !g_str_equal (leaf, "updated at"))
    return leaf;
  g_free (leaf);
  return NULL;
}

/* "Started at (America/New_York)", "Closed (UTC+1)" */
static char *
peel_zone (GString *text)
{
  char *open = text->len > 0 && text->str[text->len - 1] == ')' ? strrchr (text->str, '(') : NULL;
  g_autofree char *name = open ? g_strndup (open + 1, strlen (open) - 2) : NULL;
  g_autofree char *offset = NULL;
  g_autoptr (BwZone) zone = NULL;
  int hours, minutes = 0;
  char sign;

  if (!name || !(strchr (name, '/') || strpbrk (name, "+-")))
    return NULL;
  if ((g_str_has_prefix (name, "UTC") || g_str_has_prefix (name, "GMT")) &&
      sscanf (name + 3, " %c%2d:%2d", &sign, &hours, &minutes) >= 2 && strchr ("+-", sign))
    offset = g_strdup_printf ("%c%02d:%02d", sign, hours, minutes);
  zone = bw_zone_new (offset ? offset : name, NULL);
  if (!zone)
    return NULL;
  g_string_truncate (text, (gsize) (open - text->str));
  return g_strdup (bw_zone_get_identifier (zone));
}

/* "Revenue (k€)" is "Revenue". */
static void
peel_factor (GString *text)
{
  g_autofree char *valid = g_utf8_make_valid (text->str, (gssize) text->len);
  g_autofree char *plain = bw_money_peel (valid);

  if (plain && *plain)
    g_string_assign (text, plain);
}

BwHeader *
bw_header_new (const char *text)
{
  BwHeader *header = g_new0 (BwHeader, 1);
  g_autoptr (GString) clean = g_string_new (NULL);

  bw_entities_append (clean, text, MIN (strlen (text), LONGEST_NAME));
  if (!g_str_is_ascii (text))
    g_string_replace (clean, "\xc3\xaf\xc2\xbb\xc2\xbf", "",
                      0); /* a byte-order mark read as Latin-1 */
  header->zone = peel_zone (clean);
  peel_factor (clean);
  header->key = bw_fold (clean->str);
  header->leaf = find_leaf (clean->str);
  read_object (header, clean->str);
  while (peel (header))
    ;
  header->names_unit = !header->has_unit && find_named_unit (header->key, &header->named_unit);
  flatten (header->key);
  return header;
}

void
bw_header_free (BwHeader *header)
{
  g_free (header->key);
  g_free (header->leaf);
  g_free (header->object);
  g_free (header->zone);
  g_free (header);
}
