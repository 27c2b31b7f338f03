/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weekly hours by days, and amounts that somebody types. */
#include <math.h>

#include "bw-error.h"
#include "bw-quantity.h"
#include "bw-week.h"

#define MONDAY 0
#define FRIDAY 4
#define SATURDAY 5

typedef struct {
  const char *hours;
  int weekday;
  const char *times;
} DayCase;

static void
test_get_day (void)
{
  static const DayCase cases[] = {
    { "Mon-Fri 9-17", MONDAY, "09:00-17:00" },
    { "Mon-Fri 9-17", SATURDAY, "" },
    { "Mon-Fri 09:00-12:00 13:00-17:30", FRIDAY, "09:00-12:00 13:00-17:30" },
    { "Fri, Sat 22:00-06:00", SATURDAY, "22:00-06:00" },
    { "Mon-Sun 00:00-24:00", MONDAY, "00:00-24:00" },
    { "", MONDAY, "" },
    { "nonsense", MONDAY, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *times = bw_week_get_day (cases[i].hours, cases[i].weekday);
    g_assert_cmpstr (times, ==, cases[i].times);
  }
}

typedef struct {
  const char *hours;
  int weekday;
  const char *times;
  const char *becomes; /* NULL = it cannot be read */
} ChangeCase;

static void
test_set_day (void)
{
  static const ChangeCase cases[] = {
    { "Mon-Fri 09:00-17:00", FRIDAY, "9-14", "Mon-Thu 09:00-17:00, Fri 09:00-14:00" },
    { "Mon-Fri 09:00-17:00", FRIDAY, "", "Mon-Thu 09:00-17:00" },
    { "Mon-Fri 09:00-17:00", MONDAY, " ", "Tue-Fri 09:00-17:00" },
    { "Mon-Thu 09:00-17:00", FRIDAY, "09:00–17:00", "Mon-Fri 09:00-17:00" },
    { "Mon 9-17", MONDAY, "9-12, 13-17", "Mon 09:00-12:00 13:00-17:00" },
    { "", SATURDAY, "22-6", "Sat 22:00-06:00" },
    { "Sat 22:00-06:00", SATURDAY, "", "" },
    { "Mon 9-17", MONDAY, "Tue 9-17", NULL },
    { "Mon 9-17", MONDAY, "9-9", NULL },
    { "Mon 9-17", MONDAY, "9 to 5", NULL },
    { "Mon 9-17", MONDAY, "25-26", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *hours =
        bw_week_set_day (cases[i].hours, cases[i].weekday, cases[i].times, &error);
    g_assert_cmpstr (hours, ==, cases[i].becomes);
    if (cases[i].becomes == NULL)
      g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
  }
}

typedef struct {
  BwUnit unit;
  const char *text;
  double amount; /* NAN = none, or it cannot be read */
  gboolean reads;
} AmountCase;

static void
test_amount (void)
{
  static const AmountCase cases[] = {
    { BW_UNIT_SECONDS, "4 h", 14400, TRUE },       { BW_UNIT_SECONDS, "4", 14400, TRUE },
    { BW_UNIT_SECONDS, "2 h 30 min", 9000, TRUE }, { BW_UNIT_SECONDS, "1,5 d", 129600, TRUE },
    { BW_UNIT_SECONDS, "90min", 5400, TRUE },      { BW_UNIT_SECONDS, "20\u202fs", 20, TRUE },
    { BW_UNIT_SECONDS, "1 H", 3600, TRUE },        { BW_UNIT_SECONDS, "2 h 30", NAN, FALSE },
    { BW_UNIT_SECONDS, "3 weeks", NAN, FALSE },    { BW_UNIT_SECONDS, "-1 h", NAN, FALSE },
    { BW_UNIT_FRACTION, "90 %", 0.9, TRUE },       { BW_UNIT_FRACTION, "87,5", 0.875, TRUE },
    { BW_UNIT_FRACTION, "−2 %", -0.02, TRUE },     { BW_UNIT_FRACTION, "90 h", NAN, FALSE },
    { BW_UNIT_POINTS, "-10", -10, TRUE },          { BW_UNIT_COUNT, "50", 50, TRUE },
    { BW_UNIT_COUNT, "-50", NAN, FALSE },          { BW_UNIT_COUNT, "many", NAN, FALSE },
    { BW_UNIT_MONEY, "12.40", 12.4, TRUE },        { BW_UNIT_SCORE, "", NAN, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double amount;
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (bw_quantity_parse (cases[i].unit, cases[i].text, &amount), ==, cases[i].reads);
    g_assert_true (isnan (cases[i].amount) ? isnan (amount)
                                           : fabs (amount - cases[i].amount) < 1e-12);
  }
}

/* What a form shows is read back as it was. */
static void
test_amount_returns (void)
{
  static const struct {
    BwUnit unit;
    double amount;
    const char *text;
  } cases[] = {
    { BW_UNIT_SECONDS, 14400, "4 h" }, { BW_UNIT_SECONDS, 90061, "1 d 1 h 1 min 1 s" },
    { BW_UNIT_SECONDS, 0, "0 s" },     { BW_UNIT_FRACTION, 0.875, "87.5 %" },
    { BW_UNIT_MONEY, 12.4, "12.4" },   { BW_UNIT_COUNT, NAN, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = bw_quantity_format (cases[i].unit, cases[i].amount);
    double amount;
    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_true (bw_quantity_parse (cases[i].unit, text, &amount));
    g_assert_true (isnan (cases[i].amount) ? isnan (amount)
                                           : fabs (amount - cases[i].amount) < 1e-9);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week/get-day", test_get_day);
  g_test_add_func ("/week/set-day", test_set_day);
  g_test_add_func ("/amount/parse", test_amount);
  g_test_add_func ("/amount/returns", test_amount_returns);
  return g_test_run ();
}
