/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for a currency beside a letter, and for words. */
#include "config.h"

#include "bw-money.h"

#define CURRENCY "(?:€|\\$|£|eur|euro|usd|gbp|chf|us\\$)"
#define BEFORE "(?<![[:alnum:]])"
#define AFTER "(?![[:alnum:]])"

static const struct {
  double factor;
  const char *pattern;
} factors[] = {
  { 1e3, BEFORE "(?:(?:k|t|tsd\\.?|thousand|000s?) ?" CURRENCY "|" CURRENCY
                " ?(?:k|tsd\\.?|thousands?|'?000s?)|thousands?|tausend|tsd\\.?|milliers|miles de "
                "(?:euros|dólares))" AFTER },
  { 1e6, BEFORE "(?:(?:m|mn|mio\\.?|mln|mill\\.) ?" CURRENCY "|" CURRENCY
                " ?(?:m|mn|mio\\.?|mln|millions?)|millions?|millionen|millones|milhões)" AFTER },
};

static GRegex *
get_regex (guint i)
{
  static GRegex *made[G_N_ELEMENTS (factors)];

  if (g_once_init_enter_pointer (&made[i]))
    g_once_init_leave_pointer (
        &made[i], g_regex_new (factors[i].pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return made[i];
}

double
bw_money_find_factor (const char *text)
{
  g_return_val_if_fail (text, 1);
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (g_regex_match (get_regex (i), text, 0, NULL))
      return factors[i].factor;
  return 1;
}

/* "(in )", "in" and brackets around nothing are left behind. */
static char *
tidy (const char *text)
{
  g_autoptr (GRegex) rest = g_regex_new ("[(\\[]\\s*(?:in|en|em)?\\s*[)\\]]|\\s(?:in|en|em)\\s*$",
                                        G_REGEX_CASELESS, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (rest, text, -1, 0, "", 0, NULL);

  return g_strdup (g_strstrip (plain));
}

char *
bw_money_peel (const char *text)
{
  g_return_val_if_fail (text, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (g_regex_match (get_regex (i), text, 0, NULL)) {
      g_autofree char *without = g_regex_replace_literal (get_regex (i), text, -1, 0, "", 0, NULL);

      return tidy (without);
    }
  return NULL;
}
