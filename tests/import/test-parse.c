/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as times, durations and numbers: the reference cases of dates, and tables. */
#include <math.h>
#include <string.h>
#include <yyjson.h>

#include "bw-look.h"
#include "bw-parse.h"

#define YEAR_1931 G_GINT64_CONSTANT (-1230768000) /* earlier times are not stored */

static yyjson_val *
load_cases (const char *file)
{
  yyjson_read_err error;
  const char *path = g_test_get_filename (G_TEST_DIST, "data", "cases", "dates", file, NULL);
  yyjson_doc *document = yyjson_read_file (path, 0, NULL, &error);

  if (!document)
    g_error ("%s: %s", path, error.msg);
  g_test_queue_destroy ((GDestroyNotify) yyjson_doc_free, document);
  return yyjson_doc_get_root (document);
}

static const char *
get_text (yyjson_val *object, const char *key)
{
  return yyjson_get_str (yyjson_obj_get (object, key));
}

/* A copy of exactly that many bytes, so that a step beyond them is seen by a sanitizer. */
static char *
copy_bytes (const char *text)
{
  return g_memdup2 (text, strlen (text));
}

static BwDateOrder
get_order (yyjson_val *one)
{
  static const struct {
    const char *word;
    BwDateOrder order;
  } orders[] = {
    { "epoch", BW_DATE_EPOCH }, { "excel-1900", BW_DATE_SERIAL }, { "mdy", BW_DATE_MDY },
    { "dmy", BW_DATE_DMY },     { "ymd", BW_DATE_YMD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_strcmp0 (orders[i].word, get_text (one, "style")) == 0 ||
        g_strcmp0 (orders[i].word, get_text (one, "order")) == 0)
      return orders[i].order;
  return BW_DATE_UNDECIDED;
}

static void
check_time (yyjson_val *one)
{
  const char *text = get_text (one, "text");
  g_autofree char *bytes = copy_bytes (text);
  g_autoptr (BwZone) zone = bw_zone_new (get_text (one, "zone"), NULL);
  yyjson_val *epoch = yyjson_obj_get (one, "epoch");
  double slack = g_str_equal (get_text (one, "style"), "excel-1900") ? 0.5 : 0;
  BwTimeShape shape;
  gint64 seconds;
  BwParse parse = bw_parse_time (bytes, strlen (text), get_order (one), &seconds, &shape);

  g_test_message ("%s", text);
  g_assert_nonnull (zone);
  if (yyjson_is_null (epoch)) {
    g_assert_cmpint (parse, !=, BW_PARSE_OK);
    return;
  }
  g_assert_cmpint (parse, ==, BW_PARSE_OK);
  if (!shape.has_zone)
    seconds = bw_zone_to_unix (zone, seconds, NULL);
  if (seconds < YEAR_1931 && !g_str_equal (get_text (one, "zone"), "UTC"))
    return;
  g_assert_cmpfloat_with_epsilon (
      (double) seconds, slack > 0 ? yyjson_get_num (epoch) : floor (yyjson_get_num (epoch)),
      slack + 1e-9);
}

static void
test_times (void)
{
  yyjson_val *one;
  size_t i, n;

  yyjson_arr_foreach (load_cases ("cases.json"), i, n, one) check_time (one);
}

static const char *
describe (const BwLook *look)
{
  static const char *const kinds[] = {
    [BW_LOOK_BLANK] = "blank", [BW_LOOK_TEXT] = "text",         [BW_LOOK_NUMBER] = "number",
    [BW_LOOK_CLOCK] = "time",  [BW_LOOK_DURATION] = "duration", [BW_LOOK_DATE] = "date",
  };
  static const char *const verdicts[] = {
    [BW_DATES_NONE] = "none",    [BW_DATES_AMBIGUOUS] = "ambiguous",
    [BW_DATES_YMD] = "ymd",      [BW_DATES_DMY] = "dmy",
    [BW_DATES_MDY] = "mdy",      [BW_DATES_EPOCH] = "epoch",
    [BW_DATES_SERIAL] = "excel",
  };
  BwLookKind kind = bw_look_classify (look);

  return kind == BW_LOOK_DATE ? verdicts[bw_dates_judge (&look->dates)] : kinds[kind];
}

static void
check_column (yyjson_val *one)
{
  yyjson_val *values = yyjson_obj_get (one, "values"), *value;
  g_autofree const char **texts = g_new (const char *, yyjson_arr_size (values));
  BwLook look;
  size_t i, n;

  yyjson_arr_foreach (values, i, n, value) texts[i] = yyjson_get_str (value);
  bw_look_at (texts, (guint) yyjson_arr_size (values), &look);
  g_test_message ("%s", get_text (one, "name"));
  g_assert_cmpstr (describe (&look), ==, get_text (one, "verdict"));
}

static void
test_columns (void)
{
  yyjson_val *one;
  size_t i, n;

  yyjson_arr_foreach (load_cases ("columns.json"), i, n, one) check_column (one);
}

/* A cell tells what it is, for good or bad. */
static void
test_shapes (void)
{
  static const struct {
    const char *text;
    BwDateOrder plan;
    BwParse parse;
    BwTimeShape shape;
  } cases[] = {
    { "2024-03-05", BW_DATE_UNDECIDED, BW_PARSE_OK, { BW_DATE_YMD, 0, 0, FALSE, FALSE } },
    { "2024-03-05 10:00", BW_DATE_DMY, BW_PARSE_OK, { BW_DATE_YMD, 0, 0, FALSE, TRUE } },
    { "2024-03-05T10:00:00Z", BW_DATE_DMY, BW_PARSE_OK, { BW_DATE_YMD, 0, 0, TRUE, TRUE } },
    { "25/03/2024", BW_DATE_DMY, BW_PARSE_OK, { BW_DATE_UNDECIDED, 25, 3, FALSE, FALSE } },
    { "25/03/2024", BW_DATE_MDY, BW_PARSE_BAD, { BW_DATE_UNDECIDED, 25, 3, FALSE, FALSE } },
    { "25/03/2024", BW_DATE_UNDECIDED, BW_PARSE_OK, { BW_DATE_UNDECIDED, 25, 3, FALSE, FALSE } },
    { "03/25/2024", BW_DATE_UNDECIDED, BW_PARSE_OK, { BW_DATE_UNDECIDED, 3, 25, FALSE, FALSE } },
    { "3/25/24 1:00 PM", BW_DATE_DMY, BW_PARSE_BAD, { BW_DATE_UNDECIDED, 3, 25, FALSE, FALSE } },
    { "05.03.2024", BW_DATE_UNDECIDED, BW_PARSE_OK, { BW_DATE_DMY, 5, 3, FALSE, FALSE } },
    { "19/Jan/26 12:47 PM", BW_DATE_UNDECIDED, BW_PARSE_OK, { BW_DATE_DMY, 0, 0, FALSE, TRUE } },
    { "Jan 19, 2026 @ 12:47 PM",
      BW_DATE_UNDECIDED,
      BW_PARSE_OK,
      { BW_DATE_MDY, 0, 0, FALSE, TRUE } },
    { "Jan 19, 2026", BW_DATE_UNDECIDED, BW_PARSE_OK, { BW_DATE_MDY, 0, 0, FALSE, FALSE } },
    { "1709647629", BW_DATE_UNDECIDED, BW_PARSE_OK, { BW_DATE_EPOCH, 0, 0, TRUE, TRUE } },
    { "45356.5", BW_DATE_UNDECIDED, BW_PARSE_OK, { BW_DATE_SERIAL, 0, 0, FALSE, TRUE } },
    { "  ", BW_DATE_UNDECIDED, BW_PARSE_BLANK, { BW_DATE_UNDECIDED } },
    { "0000-00-00 00:00:00", BW_DATE_UNDECIDED, BW_PARSE_BLANK, { BW_DATE_UNDECIDED } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    BwTimeShape shape;
    gint64 seconds;

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (
        bw_parse_time (cases[i].text, strlen (cases[i].text), cases[i].plan, &seconds, &shape), ==,
        cases[i].parse);
    g_assert_cmpint (shape.order, ==,
                     cases[i].parse == BW_PARSE_OK ? cases[i].shape.order : shape.order);
    g_assert_cmpint (shape.first, ==, cases[i].shape.first);
    g_assert_cmpint (shape.second, ==, cases[i].shape.second);
    g_assert_cmpint (shape.has_zone, ==, cases[i].shape.has_zone);
  }
}

typedef struct {
  const char *text;
  BwDurationUnit unit;
  gboolean minutes_seconds;
  gboolean decimal_comma;
  double seconds; /* NAN = bad */
  gboolean shaped;
} DurationCase;

static const DurationCase durations[] = {
  { "125", BW_DURATION_MINUTES, FALSE, FALSE, 7500, FALSE },
  { "530", BW_DURATION_SECONDS, FALSE, FALSE, 530, FALSE },
  { "123456", BW_DURATION_MILLISECONDS, FALSE, FALSE, 123.456, FALSE },
  { "00:08:06", BW_DURATION_HOURS, FALSE, FALSE, 486, TRUE },
  { "126:14:09", BW_DURATION_HOURS, FALSE, FALSE, 454449, TRUE },
  { "00:08:06.5", BW_DURATION_HOURS, FALSE, FALSE, 486.5, TRUE },
  { "-0:30", BW_DURATION_SECONDS, FALSE, FALSE, -1800, TRUE },
  { "\xe2\x88\x92"
    "0:30",
    BW_DURATION_SECONDS, FALSE, FALSE, -1800, TRUE },
  { "4:00", BW_DURATION_SECONDS, FALSE, FALSE, 14400, TRUE },
  { "01:30", BW_DURATION_SECONDS, FALSE, FALSE, 5400, TRUE },
  { "1:05", BW_DURATION_SECONDS, TRUE, FALSE, 65, TRUE },
  { "1:02:03:04", BW_DURATION_SECONDS, FALSE, FALSE, 93784, TRUE },
  { "1.02:03:04", BW_DURATION_SECONDS, FALSE, FALSE, 93784, TRUE },
  { "1 day, 2:03:04", BW_DURATION_SECONDS, FALSE, FALSE, 93784, TRUE },
  { "2 hours 30 minutes", BW_DURATION_SECONDS, FALSE, FALSE, 9000, TRUE },
  { "2 hours and 30 minutes", BW_DURATION_SECONDS, FALSE, FALSE, 9000, TRUE },
  { "1 day 4 hours", BW_DURATION_SECONDS, FALSE, FALSE, 100800, TRUE },
  { "1 Day 2 Hours 3 Minutes", BW_DURATION_SECONDS, FALSE, FALSE, 93780, TRUE },
  { "19m 10s", BW_DURATION_SECONDS, FALSE, FALSE, 1150, TRUE },
  { "38s", BW_DURATION_MINUTES, FALSE, FALSE, 38, TRUE },
  { "5 min 13s", BW_DURATION_SECONDS, FALSE, FALSE, 313, TRUE },
  { "0hrs 59min", BW_DURATION_SECONDS, FALSE, FALSE, 3540, TRUE },
  { "1d 2h 3m 4s", BW_DURATION_SECONDS, FALSE, FALSE, 93784, TRUE },
  { "3 d 4 h", BW_DURATION_SECONDS, FALSE, FALSE, 273600, TRUE },
  { "1h30", BW_DURATION_SECONDS, FALSE, FALSE, 5400, TRUE },
  { "03:00 hrs", BW_DURATION_SECONDS, FALSE, FALSE, 10800, TRUE },
  { "12:30 Hrs", BW_DURATION_SECONDS, TRUE, FALSE, 45000, TRUE },
  { "126:05:09 hours", BW_DURATION_SECONDS, FALSE, FALSE, 453909, TRUE },
  { "1 days 03:00 hrs", BW_DURATION_SECONDS, FALSE, FALSE, 97200, TRUE },
  { "-00:15 hrs", BW_DURATION_SECONDS, FALSE, FALSE, -900, TRUE },
  { "7:30 Std.", BW_DURATION_SECONDS, FALSE, FALSE, 27000, TRUE },
  { "05:30 min", BW_DURATION_SECONDS, FALSE, FALSE, 330, TRUE },
  { "30 MIN", BW_DURATION_SECONDS, FALSE, FALSE, 1800, TRUE },
  { "2 Stunden 30 Minuten", BW_DURATION_SECONDS, FALSE, FALSE, 9000, TRUE },
  { "1 Std. 5 Min.", BW_DURATION_SECONDS, FALSE, FALSE, 3900, TRUE },
  { "3 Tage, 2 Stunden", BW_DURATION_SECONDS, FALSE, FALSE, 266400, TRUE },
  { "2 d\xc3\xad"
    "as 3 horas",
    BW_DURATION_SECONDS, FALSE, FALSE, 183600, TRUE },
  { "1 jour 3 heures", BW_DURATION_SECONDS, FALSE, FALSE, 97200, TRUE },
  { "1,25", BW_DURATION_HOURS, FALSE, TRUE, 4500, FALSE },
  { "1,25", BW_DURATION_HOURS, FALSE, FALSE, 4500, FALSE },
  { "1,234", BW_DURATION_MINUTES, FALSE, FALSE, 74040, FALSE },
  { "1,234", BW_DURATION_HOURS, FALSE, TRUE, 4442.4, FALSE },
  { "12.5 hrs", BW_DURATION_SECONDS, FALSE, FALSE, 45000, TRUE },
  { "0.0583", BW_DURATION_DAYS, FALSE, FALSE, 5037.12, FALSE },
  { "PT1H30M", BW_DURATION_SECONDS, FALSE, FALSE, 5400, TRUE },
  { "P1DT2H", BW_DURATION_SECONDS, FALSE, FALSE, 93600, TRUE },
  { "PT0.5S", BW_DURATION_SECONDS, FALSE, FALSE, 0.5, TRUE },
  { "1970-01-02 02:03:00", BW_DURATION_SECONDS, FALSE, FALSE, 93780, TRUE },
  { "0-1 hrs", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { ">24 hrs", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "2024-03-05 10:00", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "1:65", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "1::2", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { ":5", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "5:", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "1:2:3:4:5", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "12 %", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "3 apples", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "PT", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "03:00 days", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "03:00 hrs late", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "03:00 Uhr", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
  { "soon", BW_DURATION_SECONDS, FALSE, FALSE, NAN, FALSE },
};

static void
test_durations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++) {
    const DurationCase *one = &durations[i];
    g_autofree char *bytes = copy_bytes (one->text);
    double seconds = NAN;
    gboolean shaped;
    BwParse parse = bw_parse_duration (bytes, strlen (one->text), one->unit, one->minutes_seconds,
                                       one->decimal_comma, &seconds, &shaped);

    g_test_message ("%s", one->text);
    g_assert_cmpint (parse, ==, isnan (one->seconds) ? BW_PARSE_BAD : BW_PARSE_OK);
    if (parse != BW_PARSE_OK)
      continue;
    g_assert_cmpfloat_with_epsilon (seconds, one->seconds, 1e-6);
    g_assert_cmpint (shaped, ==, one->shaped);
  }
}

static void
test_numbers (void)
{
  static const struct {
    const char *text;
    gboolean decimal_comma;
    double number; /* NAN = bad */
  } cases[] = {
    { "12", FALSE, 12 },
    { "007", FALSE, 7 },
    { "1,234", FALSE, 1234 },
    { "1.234", TRUE, 1234 },
    { "1.234", FALSE, 1.234 },
    { "1.234,5", FALSE, 1234.5 },
    { "1,234.5", TRUE, 1234.5 },
    { "1,234,567", FALSE, 1234567 },
    { "0,125", FALSE, 0.125 },
    { "12 %", FALSE, 0.12 },
    { "94.01%", FALSE, 0.9401 },
    { "66,67\xc2\xa0%", TRUE, 0.6667 },
    { "$1,234.50", FALSE, 1234.5 },
    { "1.234,50 \xe2\x82\xac", TRUE, 1234.5 },
    { "EUR 12", FALSE, 12 },
    { "R$ 45.300,50", TRUE, 45300.5 },
    { "US$1,234", FALSE, 1234 },
    { "-R$ 3,00", TRUE, -3 },
    { "1 234,5", TRUE, 1234.5 },
    { "1\xe2\x80\xaf"
      "234",
      FALSE, 1234 },
    { "1'234", FALSE, 1234 },
    { "'-3", FALSE, -3 },
    { "-5", FALSE, -5 },
    { "(5)", FALSE, -5 },
    { "\xe2\x88\x92"
      "5",
      FALSE, -5 },
    { "1e3", FALSE, 1000 },
    { "abc", FALSE, NAN },
    { "12abc", FALSE, NAN },
    { "1.2.3", FALSE, NAN },
    { "12,34,5", FALSE, NAN },
    { "2024-03-05", FALSE, NAN },
    { "1e999", FALSE, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *bytes = copy_bytes (cases[i].text);
    double number = NAN;
    BwParse parse =
        bw_parse_number (bytes, strlen (cases[i].text), cases[i].decimal_comma, &number);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (parse, ==, isnan (cases[i].number) ? BW_PARSE_BAD : BW_PARSE_OK);
    if (parse == BW_PARSE_OK)
      g_assert_cmpfloat_with_epsilon (number, cases[i].number, 1e-9);
  }
}

static void
test_blanks (void)
{
  static const char *const blank[] = {
    "",         " ",     "\t",  "-",   "--",   "?",       "N/A",           "n/a",
    "null",     "NULL",  "nan", "NaN", "None", "Unknown", "Not Specified", "[No associated user]",
    "\xc2\xa0", " N/A ", "NaT"
  };
  static const char *const filled[] = {
    "0", "no", "-1", "nano", "a", "0000", "N/A?", "unknown word"
  };

  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    g_assert_true (bw_parse_is_blank (blank[i], strlen (blank[i])));
  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    g_assert_false (bw_parse_is_blank (filled[i], strlen (filled[i])));
}

static void
test_clock (void)
{
  static const struct {
    const char *text;
    int seconds; /* -1 = none */
  } cases[] = {
    { "14:07", 50820 },
    { "14:07:09", 50829 },
    { "2:07 PM", 50820 },
    { "2:07:09 p.m.", 50829 },
    { "12:00 AM", 0 },
    { "14h07", 50820 },
    { "14.07 Uhr", 50820 },
    { "14 Uhr", 50400 },
    { "2 pm", 50400 },
    { " 9:05 ", 32700 },
    { "14.07", -1 },
    { "14", -1 },
    { "25:00", -1 },
    { "14:60", -1 },
    { "13:00 PM", -1 },
    { "1:02:03:04", -1 },
    { "140709", -1 },
    { "-1:00", -1 },
    { "2 h", -1 },
    { "noon", -1 },
    { "14:07 tomorrow", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int seconds = -1;
    BwParse parse = bw_parse_clock (cases[i].text, strlen (cases[i].text), &seconds);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (parse, ==, cases[i].seconds < 0 ? BW_PARSE_BAD : BW_PARSE_OK);
    g_assert_true (cases[i].seconds < 0 || seconds == cases[i].seconds);
  }
  g_assert_cmpint (bw_parse_clock ("", 0, &(int) { 0 }), ==, BW_PARSE_BLANK);
}

static void
test_period (void)
{
  static const struct {
    const char *text;
    gint64 seconds; /* 0 = none */
  } cases[] = {
    { "2025-03", 1740787200 },
    { "Mar 2025", 1740787200 },
    { "mar\xc3\xa7o de 2025", 1740787200 },
    { "marzo del 2025", 1740787200 },
    { "de 2025", 0 },
    { "de mar\xc3\xa7o", 0 },
    { "03/2025", 1740787200 },
    { "2025-W12", 1742169600 },
    { "2025W01", 1735516800 },
    { "KW 53/2020", 1609113600 },
    { "Week 1, 2021", 1609718400 },
    { "12. KW 2025", 1742169600 },
    { "03/03/2025 - 09/03/2025", 1740960000 },
    { "3/31/2025 - 4/6/2025", 1743379200 },
    { "Mar 31, 2025 to Apr 6, 2025", 1743379200 },
    { "03.03.2025 bis 09.03.2025", 1740960000 },
    { "2025-03-03 – 2025-03-09", 1740960000 },
    { "2025-03-09 - 2025-03-03", 0 },
    { "2025-01-01 - 2025-12-31", 0 },
    { "KW 12", 0 },
    { "KW 54 2025", 0 },
    { "2025-W53", 0 },
    { "W 2025", 0 },
    { "KW KW 2025", 0 },
    { "Mar KW 2025", 0 },
    { "2154700001", 0 },
    { "99999999999999999999", 0 },
    { "2025", 0 },
    { "12", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 seconds = 0;
    BwParse parse = bw_parse_period (cases[i].text, strlen (cases[i].text), &seconds);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (parse == BW_PARSE_OK, ==, cases[i].seconds != 0);
    g_assert_true (cases[i].seconds == 0 || seconds == cases[i].seconds);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/times", test_times);
  g_test_add_func ("/parse/columns", test_columns);
  g_test_add_func ("/parse/shapes", test_shapes);
  g_test_add_func ("/parse/durations", test_durations);
  g_test_add_func ("/parse/numbers", test_numbers);
  g_test_add_func ("/parse/blanks", test_blanks);
  g_test_add_func ("/parse/clock", test_clock);
  g_test_add_func ("/parse/period", test_period);
  return g_test_run ();
}
