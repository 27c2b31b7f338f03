/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How figures are written, by table; "_" in a table stands for the narrow space before a unit. */
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "bw-unit.h"

typedef struct {
  BwUnit unit;
  double value;
  const char *shortly;
  const char *spoken;
} Case;

static const Case cases[] = {
  { BW_UNIT_COUNT, 0, "0", "0" },
  { BW_UNIT_COUNT, 1, "1", "1" },
  { BW_UNIT_COUNT, 12345, "12345", "12345" },
  { BW_UNIT_COUNT, -3, "−3", "minus 3" },
  { BW_UNIT_COUNT, 2.3, "2.3", "2.3" },
  { BW_UNIT_COUNT, 2.3456, "2.35", "2.35" },
  { BW_UNIT_COUNT, 12.3456, "12.3", "12.3" },
  { BW_UNIT_COUNT, 1e15, "1000000000000000", "1000000000000000" },

  { BW_UNIT_SECONDS, 0, "0_s", "0 seconds" },
  { BW_UNIT_SECONDS, 0.04, "0_s", "0 seconds" },
  { BW_UNIT_SECONDS, 0.4, "0.4_s", "0.4 seconds" },
  { BW_UNIT_SECONDS, 1, "1_s", "1 second" },
  { BW_UNIT_SECONDS, 1.5, "1.5_s", "1.5 seconds" },
  { BW_UNIT_SECONDS, 9.96, "10_s", "10 seconds" },
  { BW_UNIT_SECONDS, 10.4, "10_s", "10 seconds" },
  { BW_UNIT_SECONDS, 59.4, "59_s", "59 seconds" },
  { BW_UNIT_SECONDS, 59.5, "1_min", "1 minute" },
  { BW_UNIT_SECONDS, 60, "1_min", "1 minute" },
  { BW_UNIT_SECONDS, 61, "1_min 1_s", "1 minute 1 second" },
  { BW_UNIT_SECONDS, 125, "2_min 5_s", "2 minutes 5 seconds" },
  { BW_UNIT_SECONDS, 3599, "59_min 59_s", "59 minutes 59 seconds" },
  { BW_UNIT_SECONDS, 3599.6, "1_h", "1 hour" },
  { BW_UNIT_SECONDS, 3600, "1_h", "1 hour" },
  { BW_UNIT_SECONDS, 3629, "1_h", "1 hour" },
  { BW_UNIT_SECONDS, 3660, "1_h 1_min", "1 hour 1 minute" },
  { BW_UNIT_SECONDS, 7800, "2_h 10_min", "2 hours 10 minutes" },
  { BW_UNIT_SECONDS, 86340, "23_h 59_min", "23 hours 59 minutes" },
  { BW_UNIT_SECONDS, 86370, "1_d", "1 day" },
  { BW_UNIT_SECONDS, 86400, "1_d", "1 day" },
  { BW_UNIT_SECONDS, 90000, "1_d 1_h", "1 day 1 hour" },
  { BW_UNIT_SECONDS, 187200, "2_d 4_h", "2 days 4 hours" },
  { BW_UNIT_SECONDS, 172799, "2_d", "2 days" },
  { BW_UNIT_SECONDS, 86400000, "1000_d", "1000 days" },
  { BW_UNIT_SECONDS, -720, "−12_min", "minus 12 minutes" },

  { BW_UNIT_FRACTION, 0, "0_%", "0 percent" },
  { BW_UNIT_FRACTION, 1, "100_%", "100 percent" },
  { BW_UNIT_FRACTION, 0.9, "90_%", "90 percent" },
  { BW_UNIT_FRACTION, 0.875, "87.5_%", "87.5 percent" },
  { BW_UNIT_FRACTION, 2.0 / 3, "66.7_%", "66.7 percent" },
  { BW_UNIT_FRACTION, 0.9996, "100.0_%", "100.0 percent" },
  { BW_UNIT_FRACTION, 0.0004, "0.0_%", "0.0 percent" },
  { BW_UNIT_FRACTION, 0.07, "7_%", "7 percent" },
  { BW_UNIT_FRACTION, 0.29, "29_%", "29 percent" },

  { BW_UNIT_RATIO, 1, "1", "1" },
  { BW_UNIT_RATIO, 1.05, "1.05", "1.05" },
  { BW_UNIT_RATIO, 0.4999, "0.50", "0.50" },
  { BW_UNIT_RATIO, 1.5, "1.5", "1.5" },
  { BW_UNIT_SCORE, 75.0 / 19, "3.95", "3.95" },
  { BW_UNIT_SCORE, 4.5, "4.5", "4.5" },
  { BW_UNIT_POINTS, 30, "30", "30 points" },
  { BW_UNIT_POINTS, 1, "1", "1 point" },
  { BW_UNIT_POINTS, 100.0 / 3, "33.3", "33.3 points" },
  { BW_UNIT_POINTS, -100, "−100", "minus 100 points" },
  { BW_UNIT_RATIO, -0.004, "0.00", "0.00" },
  { BW_UNIT_MONEY, 12.4, "12.40", "12.40" },
  { BW_UNIT_MONEY, 1200, "1200", "1200" },

  { BW_UNIT_COUNT, NAN, "no data", "no data" },
  { BW_UNIT_SECONDS, NAN, "no data", "no data" },
  { BW_UNIT_FRACTION, NAN, "no data", "no data" },
  { BW_UNIT_RATIO, INFINITY, "no data", "no data" },
  { BW_UNIT_MONEY, -INFINITY, "no data", "no data" },
};

/* One below the other; spoken is the change. */
static const Case columns[] = {
  { BW_UNIT_COUNT, 12, "12", "+12" },
  { BW_UNIT_SECONDS, 7800, "2_h 10_min", "+2_h 10_min" },
  { BW_UNIT_FRACTION, 0, "0.0_%", "0.0 points" },
  { BW_UNIT_FRACTION, 0.9, "90.0_%", "+90.0 points" },
  { BW_UNIT_FRACTION, 0.875, "87.5_%", "+87.5 points" },
  { BW_UNIT_RATIO, 1, "1.00", "+1.00" },
  { BW_UNIT_RATIO, 1.05, "1.05", "+1.05" },
  { BW_UNIT_SCORE, -4.5, "−4.50", "−4.50" },
  { BW_UNIT_POINTS, 30, "30.0", "+30.0 points" },
  { BW_UNIT_MONEY, 1200, "1200.00", "+1200.00" },
};

static const Case changes[] = {
  { BW_UNIT_COUNT, 12, "+12", "plus 12" },
  { BW_UNIT_COUNT, -12, "−12", "minus 12" },
  { BW_UNIT_COUNT, 0, "0", "0" },
  { BW_UNIT_SECONDS, -720, "−12_min", "minus 12 minutes" },
  { BW_UNIT_SECONDS, 7800, "+2_h 10_min", "plus 2 hours 10 minutes" },
  { BW_UNIT_SECONDS, 0, "0_s", "0 seconds" },
  { BW_UNIT_FRACTION, 0.032, "+3.2 points", "plus 3.2 points" },
  { BW_UNIT_FRACTION, -0.01, "−1 point", "minus 1 point" },
  { BW_UNIT_FRACTION, 0, "0 points", "0 points" },
  { BW_UNIT_POINTS, 15, "+15 points", "plus 15 points" },
  { BW_UNIT_RATIO, -0.25, "−0.25", "minus 0.25" },
  { BW_UNIT_FRACTION, -0.0001, "0.0 points", "0.0 points" },
  { BW_UNIT_SCORE, 0.1, "+0.1", "plus 0.1" },
  { BW_UNIT_MONEY, -1.5, "−1.50", "minus 1.50" },
  { BW_UNIT_SECONDS, NAN, "no data", "no data" },
};

typedef struct {
  BwUnit unit;
  const char *currency;
  double value;
  BwFormat format;
  const char *value_text;
  const char *change_text;
} MoneyCase;

/* Where the language has no say. */
static const MoneyCase money[] = {
  { BW_UNIT_MONEY, "EUR", 12.4, BW_FORMAT_SHORT, "12.40_€", "+12.40_€" },
  { BW_UNIT_MONEY, "GBP", -1200, BW_FORMAT_SHORT, "−1200_£", "−1200_£" },
  { BW_UNIT_MONEY, "USD", 1200, BW_FORMAT_COLUMN, "1200.00_USD", "+1200.00_USD" },
  { BW_UNIT_MONEY, "CHF", 3, BW_FORMAT_SPOKEN, "3_CHF", "plus 3_CHF" },
  { BW_UNIT_MONEY, "JPY", 111.19, BW_FORMAT_COLUMN, "111_JPY", "+111_JPY" },
  { BW_UNIT_MONEY, "JPY", 0.4, BW_FORMAT_SHORT, "0.40_JPY", "+0.40_JPY" },
  { BW_UNIT_MONEY, "BHD", 1.5, BW_FORMAT_COLUMN, "1.500_BHD", "+1.500_BHD" },
  { BW_UNIT_MONEY, NULL, 12.4, BW_FORMAT_SHORT, "12.40", "+12.40" },
  { BW_UNIT_MONEY, "EUR", NAN, BW_FORMAT_SHORT, "no data", "no data" },
  { BW_UNIT_COUNT, "EUR", 12, BW_FORMAT_SHORT, "12", "+12" },
};

static char *
with_narrow_spaces (const char *text)
{
  GString *out = g_string_new (text);
  g_string_replace (out, "_", "\u202f", 0);
  return g_string_free (out, FALSE);
}

static void
check (char *got, const char *expected)
{
  g_autofree char *text = got;
  g_autofree char *wanted = with_narrow_spaces (expected);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *c = &cases[i];
    check (bw_unit_format (c->unit, c->value, BW_FORMAT_SHORT), c->shortly);
    check (bw_unit_format (c->unit, c->value, BW_FORMAT_SPOKEN), c->spoken);
  }
}

/* A column of one unit has the same decimals. */
static void
test_columns (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    const Case *c = &columns[i];
    check (bw_unit_format (c->unit, c->value, BW_FORMAT_COLUMN), c->shortly);
    check (bw_unit_format_change (c->unit, c->value, BW_FORMAT_COLUMN), c->spoken);
  }
}

static void
test_money (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (money); i++) {
    const MoneyCase *c = &money[i];
    check (bw_unit_format_in (c->unit, c->currency, c->value, c->format), c->value_text);
    check (bw_unit_format_change_in (c->unit, c->currency, c->value, c->format), c->change_text);
  }
}

static void
test_change (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    const Case *c = &changes[i];
    check (bw_unit_format_change (c->unit, c->value, BW_FORMAT_SHORT), c->shortly);
    check (bw_unit_format_change (c->unit, c->value, BW_FORMAT_SPOKEN), c->spoken);
  }
}

static void
test_names (void)
{
  static const char *const names[] = { "count", "seconds", "fraction", "ratio",
                                       "score", "points",  "money" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (bw_unit_to_string (i), ==, names[i]);
}

typedef struct {
  BwUnit unit;
  double low, high;
  int ticks;
  double step;
} Step;

static const Step steps[] = {
  { BW_UNIT_COUNT, 0, 10, 5, 2 },
  { BW_UNIT_COUNT, 0, 100, 5, 20 },
  { BW_UNIT_COUNT, 0, 97, 5, 20 },
  { BW_UNIT_COUNT, 0, 101, 5, 50 },
  { BW_UNIT_COUNT, 0, 2, 5, 1 }, /* no half tickets */
  { BW_UNIT_COUNT, 0, 0, 5, 1 },
  { BW_UNIT_COUNT, 5, 3, 5, 1 },
  { BW_UNIT_COUNT, 0, NAN, 5, 1 },
  { BW_UNIT_COUNT, 0, 10, 0, 10 },
  { BW_UNIT_COUNT, 0, 1e9, 4, 5e8 },
  { BW_UNIT_FRACTION, 0, 1, 5, 0.2 },
  { BW_UNIT_FRACTION, 0.8, 0.9, 5, 0.02 },
  { BW_UNIT_POINTS, -100, 100, 4, 50 },
  { BW_UNIT_RATIO, 0, 1.3, 5, 0.5 },
  { BW_UNIT_SCORE, 1, 5, 4, 1 },
  { BW_UNIT_MONEY, 0, 0.03, 3, 0.01 },
  { BW_UNIT_SECONDS, 0, 0.4, 4, 0.1 },
  { BW_UNIT_SECONDS, 0, 4, 4, 1 },
  { BW_UNIT_SECONDS, 0, 40, 4, 10 },
  { BW_UNIT_SECONDS, 0, 44, 4, 15 },
  { BW_UNIT_SECONDS, 0, 70, 4, 30 },
  { BW_UNIT_SECONDS, 0, 130, 4, 60 },
  { BW_UNIT_SECONDS, 0, 50 * 60, 4, 15 * 60 },
  { BW_UNIT_SECONDS, 0, 2 * 3600, 4, 1800 },
  { BW_UNIT_SECONDS, 0, 10 * 3600, 4, 3 * 3600 },
  { BW_UNIT_SECONDS, 0, 20 * 3600, 4, 6 * 3600 },
  { BW_UNIT_SECONDS, 0, 48 * 3600, 4, 12 * 3600 },
  { BW_UNIT_SECONDS, 0, 4 * 86400, 4, 86400 },
  { BW_UNIT_SECONDS, 0, 12 * 86400, 4, 5 * 86400 },
  { BW_UNIT_SECONDS, 0, 25 * 86400, 4, 7 * 86400 },
  { BW_UNIT_SECONDS, 0, 100 * 86400, 4, 50 * 86400 },
};

static void
test_axis_steps (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    const Step *s = &steps[i];
    g_assert_cmpfloat_with_epsilon (bw_unit_axis_step (s->unit, s->low, s->high, s->ticks), s->step,
                                    1e-9 * s->step);
  }
}

static void
test_count (void)
{
  check (bw_format_count (0), "0");
  check (bw_format_count (-1), "-1");
  check (bw_format_count (G_MAXINT64), "9223372036854775807");
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *inside = g_build_filename (path, name, NULL);
    remove_tree (inside);
  }
  g_remove (path);
}

/* The system's own, else made from its sources; FALSE without these. */
static gboolean
use_language (const char *language, const char *folder)
{
  g_autofree char *name = g_strconcat (language, ".UTF-8", NULL);
  g_autofree char *made = g_build_filename (folder, name, NULL);
  const char *arguments[] = { "localedef", "-i", language, "-f", "UTF-8", made, NULL };
  if (setlocale (LC_NUMERIC, name))
    return TRUE;
  g_spawn_sync (NULL, (char **) arguments, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, NULL, NULL);
  g_setenv ("LOCPATH", folder, TRUE);
  gboolean used = setlocale (LC_NUMERIC, name) != NULL && setlocale (LC_MONETARY, name) != NULL;
  g_unsetenv ("LOCPATH");
  return used;
}

typedef struct {
  const char *language;
  const char *count;
  const char *money;
  const char *euros;
  const char *dollars;
  const char *francs;
  const char *fraction;
} Language;

static const Language languages[] = {
  { "en_US", "1,234,567", "1,234.50", "€1,234.50", "$1,234.50", "CHF_1,234.50", "12.3_%" },
  { "fr_FR", "1_234_567", "1_234,50", "1_234,50_€", "1_234,50_USD", "1_234,50_CHF", "12,3_%" },
};

/* Digits as the user's language groups them. */
static void
test_language (gconstpointer user_data)
{
  const Language *c = user_data;
  g_autofree char *folder = g_dir_make_tmp ("bellwether-locale-XXXXXX", NULL);
  if (use_language (c->language, folder)) {
    check (bw_format_count (1234567), c->count);
    check (bw_unit_format (BW_UNIT_COUNT, 1234567, BW_FORMAT_SHORT), c->count);
    check (bw_unit_format (BW_UNIT_MONEY, 1234.5, BW_FORMAT_SHORT), c->money);
    check (bw_unit_format_in (BW_UNIT_MONEY, "EUR", 1234.5, BW_FORMAT_SHORT), c->euros);
    check (bw_unit_format_in (BW_UNIT_MONEY, "USD", 1234.5, BW_FORMAT_SHORT), c->dollars);
    check (bw_unit_format_in (BW_UNIT_MONEY, "CHF", 1234.5, BW_FORMAT_SHORT), c->francs);
    check (bw_unit_format (BW_UNIT_FRACTION, 0.123, BW_FORMAT_SHORT), c->fraction);
  } else {
    g_test_skip ("the system does not know this language");
  }
  setlocale (LC_NUMERIC, "C");
  setlocale (LC_MONETARY, "C");
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit/format", test_format);
  g_test_add_func ("/unit/columns", test_columns);
  g_test_add_func ("/unit/change", test_change);
  g_test_add_func ("/unit/money", test_money);
  g_test_add_func ("/unit/names", test_names);
  g_test_add_func ("/unit/axis-steps", test_axis_steps);
  g_test_add_func ("/unit/count", test_count);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autofree char *path = g_strconcat ("/unit/language/", languages[i].language, NULL);
    g_test_add_data_func (path, &languages[i], test_language);
  }
  return g_test_run ();
}
