/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of months and weekdays, as dates in exports spell them. */
#include "config.h"

#include "bw-parse-private.h"

#include <string.h>

static const char *const months[12][8] = {
  /* en, de, fr, es, pt, it, nl, pl */
  { "january", "januar", "janvier", "enero", "janeiro", "gennaio", "januari", "styczen" },
  { "february", "februar", "fevrier", "febrero", "fevereiro", "febbraio", "februari", "luty" },
  { "march", "marz", "mars", "marzo", "marco", "mrz", "maart", "marzec" },
  { "april", "april", "avril", "abril", "abril", "aprile", "april", "kwiecien" },
  { "may", "mai", "mai", "mayo", "maio", "maggio", "mei", "maj" },
  { "june", "juni", "juin", "junio", "junho", "giugno", "juni", "czerwiec" },
  { "july", "juli", "juillet", "julio", "julho", "luglio", "juli", "lipiec" },
  { "august", "august", "aout", "agosto", "agosto", "agosto", "augustus", "sierpien" },
  { "september", "september", "septembre", "setiembre", "setembro", "settembre", "september",
    "wrzesien" },
  { "october", "oktober", "octobre", "octubre", "outubro", "ottobre", "oktober", "pazdziernik" },
  { "november", "november", "novembre", "noviembre", "novembro", "novembre", "november",
    "listopad" },
  { "december", "dezember", "decembre", "diciembre", "dezembro", "dicembre", "december",
    "grudzien" },
};

static const char *const odd_months[] = { "mrt", "maerz", "marz", "dzbr" };
static const int odd_month_numbers[] = { 3, 3, 3, 12 };

/* "3 marca": of a month, where its name has another end then. */
static const char *const months_of[] = { "stycznia", "lutego",       "marca",     "kwietnia",
                                         "maja",     "czerwca",      "lipca",     "sierpnia",
                                         "wrzesnia", "pazdziernika", "listopada", "grudnia" };

static const char *const weekdays[] = {
  "monday",    "tuesday",  "wednesday", "thursday",   "friday",  "saturday", "sunday",
  "montag",    "dienstag", "mittwoch",  "donnerstag", "freitag", "samstag",  "sonntag",
  "sonnabend", "lundi",    "mardi",     "mercredi",   "jeudi",   "vendredi", "samedi",
  "dimanche",  "lunes",    "martes",    "miercoles",  "jueves",  "viernes",  "sabado",
  "domingo",   "segunda",  "terca",     "quarta",     "quinta",  "sexta",    "feira",
  "lunedi",    "martedi",  "mercoledi", "giovedi",    "venerdi", "sabato",   "domenica",
  "maandag",   "dinsdag",  "woensdag",  "donderdag",  "vrijdag", "zaterdag", "zondag",
};

/* Base letters of U+00C0 to U+00FF. */
static const char latin[64 + 1] =
    "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";

/* Letters of U+0100 to U+017F that names of months have. */
static char
fold_polish (guchar lead, guchar c)
{
  if (lead == 0xc5)
    return c == 0x84 ? 'n' : c == 0x9b ? 's' : c == 0xba || c == 0xbc ? 'z' : '*';
  return c == 0x85 ? 'a' : c == 0x87 ? 'c' : c == 0x99 ? 'e' : '*';
}

gboolean
bw_parse_fold_word (const char *word, gsize length, char *folded, gsize size)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++) {
    guchar c = (guchar) word[i];

    if (n + 1 >= size)
      return FALSE;
    if (c == 0xc3 && i + 1 < length && ((guchar) word[i + 1] & 0xc0) == 0x80)
      folded[n++] = latin[(guchar) word[++i] & 0x3f];
    else if ((c == 0xc4 || c == 0xc5) && i + 1 < length)
      folded[n++] = fold_polish (c, (guchar) word[++i]);
    else
      folded[n++] = g_ascii_tolower ((char) c);
  }
  folded[n] = '\0';
  return TRUE;
}

int
bw_parse_month (const char *word, gsize length)
{
  char folded[16];
  gsize n;

  if (length < 3 || !bw_parse_fold_word (word, length, folded, sizeof folded))
    return 0;
  n = strlen (folded);
  if (n < 3 || strcmp (folded, "jui") == 0) /* juin or juillet */
    return 0;
  for (guint month = 0; month < 12; month++)
    for (guint language = 0; language < G_N_ELEMENTS (months[0]); language++)
      if (strncmp (months[month][language], folded, n) == 0)
        return (int) month + 1;
  for (guint month = 0; month < 12; month++)
    if (strcmp (months_of[month], folded) == 0)
      return (int) month + 1;
  for (guint i = 0; i < G_N_ELEMENTS (odd_months); i++)
    if (strcmp (odd_months[i], folded) == 0)
      return odd_month_numbers[i];
  return 0;
}

gboolean
bw_parse_is_weekday (const char *word, gsize length)
{
  char folded[16];

  if (length < 2 || !bw_parse_fold_word (word, length, folded, sizeof folded))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (strncmp (weekdays[i], folded, strlen (folded)) == 0)
      return TRUE;
  return FALSE;
}
