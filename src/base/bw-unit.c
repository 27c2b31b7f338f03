/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes figures with their units in the user's language. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "bw-unit.h"

/* Between a number and its unit: a narrow space that no line breaks at. */
#define UNIT_SPACE "\u202f"
#define MINUS "\u2212"

#define MINUTE 60.0
#define HOUR 3600.0
#define DAY 86400.0

typedef enum {
  PART_DAY,
  PART_HOUR,
  PART_MINUTE,
  PART_SECOND,
} Part;

const char *
bw_unit_to_string (BwUnit unit)
{
  static const char *const names[] = {
    [BW_UNIT_COUNT] = "count", [BW_UNIT_SECONDS] = "seconds", [BW_UNIT_FRACTION] = "fraction",
    [BW_UNIT_RATIO] = "ratio", [BW_UNIT_SCORE] = "score",     [BW_UNIT_POINTS] = "points",
    [BW_UNIT_MONEY] = "money",
  };
  g_return_val_if_fail (unit < G_N_ELEMENTS (names), NULL);
  return names[unit];
}

char *
bw_format_count (gint64 n)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, n);
}

/* As few decimals as say the value exactly, else max_decimals: 0.5, 1.05, and 0.50 for 0.4999.
 * In columns always these. */
static char *
format_number (double value, int max_decimals, BwFormat format)
{
  int decimals = format == BW_FORMAT_COLUMN ? max_decimals : 0;
  double scaled = fabs (value);
  while (decimals < max_decimals && fabs (scaled - round (scaled)) > 1e-9 * MAX (scaled, 1)) {
    scaled *= 10;
    decimals++;
  }
  return g_strdup_printf ("%'.*f", decimals, value);
}

static char *
join_unit (const char *number, const char *symbol)
{
  return g_strconcat (number, UNIT_SPACE, symbol, NULL);
}

static char *
format_part (double amount, Part part, BwFormat format)
{
  static const char *const symbols[] = {
    [PART_DAY] = NC_ ("unit", "d"),
    [PART_HOUR] = NC_ ("unit", "h"),
    [PART_MINUTE] = NC_ ("unit", "min"),
    [PART_SECOND] = NC_ ("unit", "s"),
  };
  gulong n = amount == floor (amount) ? (gulong) amount : 2; /* "1.5 seconds" */
  g_autofree char *number = format_number (amount, 1, BW_FORMAT_SHORT);
  if (format != BW_FORMAT_SPOKEN)
    return join_unit (number, g_dpgettext2 (GETTEXT_PACKAGE, "unit", symbols[part]));
  switch (part) {
  case PART_DAY:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", n), number);
  case PART_HOUR:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s hour", "%s hours", n), number);
  case PART_MINUTE:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s minute", "%s minutes", n), number);
  case PART_SECOND:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s second", "%s seconds", n), number);
  }
  g_return_val_if_reached (NULL);
}

static char *
format_parts (double amount, double per_large, Part large, BwFormat format)
{
  double rest = fmod (amount, per_large);
  g_autofree char *first = format_part (floor (amount / per_large), large, format);
  if (rest == 0)
    return g_steal_pointer (&first);
  g_autofree char *second = format_part (rest, large + 1, format);
  return g_strconcat (first, " ", second, NULL);
}

/* Rounded to the smaller of its two units first, so that 59.9 min is an hour. */
static char *
format_duration (double seconds, BwFormat format)
{
  if (seconds < 10)
    return format_part (round (seconds * 10) / 10, PART_SECOND, format);
  if (round (seconds) < MINUTE)
    return format_part (round (seconds), PART_SECOND, format);
  if (round (seconds) < HOUR)
    return format_parts (round (seconds), MINUTE, PART_MINUTE, format);
  if (round (seconds / MINUTE) * MINUTE < DAY)
    return format_parts (round (seconds / MINUTE), HOUR / MINUTE, PART_HOUR, format);
  return format_parts (round (seconds / HOUR), DAY / HOUR, PART_DAY, format);
}

static char *
format_percent (double fraction, BwFormat format)
{
  g_autofree char *number = format_number (fraction * 100, 1, format);
  return format == BW_FORMAT_SPOKEN ? g_strdup_printf (_("%s percent"), number)
                                    : join_unit (number, "%");
}

static char *
format_points (double points, BwFormat format)
{
  gulong n = points == floor (points) ? (gulong) points : 2;
  g_autofree char *number = format_number (points, 1, format);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s point", "%s points", n), number);
}

/* The sign that people know the currency by: of their own the one that they use. Others share
 * theirs with many ("$", "kr"), and go by their code. */
static const char *
find_sign (const char *currency, const struct lconv *conventions)
{
  static const char *const known[][2] = { { "EUR", "€" }, { "GBP", "£" } };
  if (g_str_has_prefix (conventions->int_curr_symbol, currency) && *conventions->currency_symbol)
    return conventions->currency_symbol;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i][0], currency))
      return known[i][1];
  return currency;
}

guint
bw_money_get_digits (const char *currency)
{
  static const char *const none[] = { "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                      "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF", NULL };
  static const char *const three[] = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND", NULL };
  if (!currency)
    return 2;
  return g_strv_contains (none, currency) ? 0 : g_strv_contains (three, currency) ? 3 : 2;
}

/* The price of a single ticket may be less than the smallest coin. */
static char *
format_money (double amount, const char *currency, BwFormat format)
{
  guint digits = bw_money_get_digits (currency);
  gboolean is_whole = amount == round (amount) && (format != BW_FORMAT_COLUMN || digits == 0);
  if (digits == 0 && amount < 10)
    digits = 2;
  g_autofree char *number = g_strdup_printf ("%'.*f", is_whole ? 0 : (int) digits, amount);
  if (!currency)
    return g_steal_pointer (&number);
  const struct lconv *conventions = localeconv ();
  const char *sign = find_sign (currency, conventions);
  const char *space = sign == currency || conventions->p_sep_by_space == 1 ? UNIT_SPACE : "";
  if (conventions->p_cs_precedes == 1)
    return g_strconcat (sign, space, number, NULL);
  return join_unit (number, sign);
}

static char *
format_magnitude (BwUnit unit, const char *currency, double value, BwFormat format)
{
  switch (unit) {
  case BW_UNIT_SECONDS:
    return format_duration (value, format);
  case BW_UNIT_FRACTION:
    return format_percent (value, format);
  case BW_UNIT_POINTS:
    return format == BW_FORMAT_SPOKEN ? format_points (value, format)
                                      : format_number (value, 1, format);
  case BW_UNIT_MONEY:
    return format_money (value, currency, format);
  case BW_UNIT_COUNT:
    return format_number (value, value < 10 ? 2 : 1, BW_FORMAT_SHORT);
  case BW_UNIT_RATIO:
  case BW_UNIT_SCORE:
    return format_number (value, 2, format);
  }
  g_return_val_if_reached (g_strdup (""));
}

/* Rounded away: less than the last digit says. */
static gboolean
is_zero (const char *text)
{
  return !strpbrk (text, "123456789");
}

char *
bw_unit_format (BwUnit unit, double value, BwFormat format)
{
  return bw_unit_format_in (unit, NULL, value, format);
}

char *
bw_unit_format_in (BwUnit unit, const char *currency, double value, BwFormat format)
{
  if (!isfinite (value))
    return g_strdup (_("no data"));
  g_autofree char *text = format_magnitude (unit, currency, fabs (value), format);
  if (value >= 0 || is_zero (text))
    return g_steal_pointer (&text);
  return format == BW_FORMAT_SPOKEN ? g_strdup_printf (_("minus %s"), text)
                                    : g_strconcat (MINUS, text, NULL);
}

char *
bw_unit_format_change (BwUnit unit, double change, BwFormat format)
{
  return bw_unit_format_change_in (unit, NULL, change, format);
}

char *
bw_unit_format_change_in (BwUnit unit, const char *currency, double change, BwFormat format)
{
  if (!isfinite (change))
    return g_strdup (_("no data"));
  g_autofree char *text = unit == BW_UNIT_FRACTION ? format_points (fabs (change) * 100, format)
                          : unit == BW_UNIT_POINTS
                              ? format_points (fabs (change), format)
                              : format_magnitude (unit, currency, fabs (change), format);
  if (change == 0 || is_zero (text))
    return g_steal_pointer (&text);
  if (format == BW_FORMAT_SPOKEN)
    return g_strdup_printf (change < 0 ? _("minus %s") : _("plus %s"), text);
  return g_strconcat (change < 0 ? MINUS : "+", text, NULL);
}

static double
round_up_decimal (double raw)
{
  static const double factors[] = { 1, 2, 5, 10 };
  double power = pow (10, floor (log10 (raw)));
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i] * power >= raw * (1 - 1e-9))
      return factors[i] * power;
  return 10 * power;
}

static double
round_up_duration (double raw)
{
  static const double steps[] = {
    1,          2,          5,           10,          15,          30,      MINUTE,
    2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR,    2 * HOUR,
    3 * HOUR,   6 * HOUR,   12 * HOUR,   DAY,         2 * DAY,     5 * DAY, 7 * DAY,
  };
  if (raw < 1)
    return round_up_decimal (raw);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] >= raw * (1 - 1e-9))
      return steps[i];
  return DAY * round_up_decimal (raw / DAY);
}

double
bw_unit_axis_step (BwUnit unit, double low, double high, int wanted_ticks)
{
  double raw = (high - low) / MAX (wanted_ticks, 1);
  if (!isfinite (raw) || raw <= 0)
    return 1;
  if (unit == BW_UNIT_SECONDS)
    return round_up_duration (raw);
  double step = round_up_decimal (raw);
  return unit == BW_UNIT_COUNT ? MAX (step, 1) : step;
}
