/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of months and weekdays, as dates in exports spell them. */
#include "config.h"

#include "bw-parse-private.h"

#include <string.h>

static const char *const months[12][7] = {
  /* en, de, fr, es, pt, it, nl */
  { "january", "januar", "janvier", "enero", "janeiro", "gennaio", "januari" },
  { "february", "februar", "fevrier", "febrero", "fevereiro", "febbraio", "februari" },
  { "march", "marz", "mars", "marzo", "marco", "mrz", "maart" },
  { "april", "april", "avril", "abril", "abril", "aprile", "april" },
  { "may", "mai", "mai", "mayo", "maio", "maggio", "mei" },
  { "june", "juni", "juin", "junio", "junho", "giugno", "juni" },
  { "july", "juli", "juillet", "julio", "julho", "luglio", "juli" },
  { "august", "august", "aout", "agosto", "agosto", "agosto", "augustus" },
  { "september", "september", "septembre", "setiembre", "setembro", "settembre", "september" },
  { "october", "oktober", "octobre", "octubre", "outubro", "ottobre", "oktober" },
  { "november", "november", "novembre", "noviembre", "novembro", "novembre", "november" },
  { "december", "dezember", "decembre", "diciembre", "dezembro", "dicembre", "december" },
};

static const char *const odd_months[] = { "mrt", "maerz", "marz", "dzbr" };
static const int odd_month_numbers[] = { 3, 3, 3, 12 };

static const char *const weekdays[] = {
  "monday",    "tuesday",  "wednesday", "thursday",   "friday",  "saturday", "sunday",
  "montag",    "dienstag", "mittwoch",  "donnerstag", "freitag", "samstag",  "sonntag",
  "sonnabend", "lundi",    "mardi",     "mercredi",   "jeudi",   "vendredi", "samedi",
  "dimanche",  "lunes",    "martes",    "miercoles",  "jueves",  "viernes",  "sabado",
  "domingo",   "segunda",  "terca",     "quarta",     "quinta",  "sexta",    "feira",
};

/* Base letters of U+00C0 to U+00FF. */
static const char latin[64 + 1] =
    "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";

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
