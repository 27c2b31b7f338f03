/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "bw-csv.h"
#include "fixture.h"

static void
test_text (void)
{
  static const struct {
    const char *text;
    BwCsvGuard guard;
    const char *expected;
  } cases[] = {
    { NULL, BW_CSV_GUARDED, "" },
    { "", BW_CSV_GUARDED, "" },
    { "email", BW_CSV_GUARDED, "email" },
    { "a,b", BW_CSV_GUARDED, "\"a,b\"" },
    { "say \"hi\"", BW_CSV_GUARDED, "\"say \"\"hi\"\"\"" },
    { "two\nlines", BW_CSV_PLAIN, "\"two\nlines\"" },
    { "two\rlines", BW_CSV_PLAIN, "\"two\rlines\"" },
    { "=1+1", BW_CSV_GUARDED, "'=1+1" },
    { "=1+1", BW_CSV_PLAIN, "=1+1" },
    { "+49", BW_CSV_GUARDED, "'+49" },
    { "-", BW_CSV_GUARDED, "'-" },
    { "@here", BW_CSV_GUARDED, "'@here" },
    { "\t=1", BW_CSV_GUARDED, "'\t=1" },
    { "=A1,\"x\"", BW_CSV_GUARDED, "\"'=A1,\"\"x\"\"\"" },
    { "Grüße", BW_CSV_GUARDED, "Grüße" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    bw_csv_append_text (out, cases[i].text, cases[i].guard);
    g_assert_cmpstr (out->str, ==, cases[i].expected);
  }
}

static void
test_number (void)
{
  static const struct {
    double number;
    const char *expected;
  } cases[] = {
    { 0, "0" },
    { -3, "-3" },
    { 0.1, "0.1" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1234.5, "1234.5" },
    { 1e300, "1e+300" },
    { 1.0 / 3, "0.3333333333333333" },
    { NAN, "" },
    { INFINITY, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    bw_csv_append_number (out, cases[i].number);
    g_assert_cmpstr (out->str, ==, cases[i].expected);
  }
}

/* Any double reads back as itself. */
static void
test_number_random (void)
{
  for (int i = 0; i < 10000; i++) {
    union {
      guint64 bits;
      double number;
    } x = { .bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int () };
    g_autoptr (GString) out = g_string_new (NULL);
    if (!isfinite (x.number))
      continue;
    bw_csv_append_number (out, x.number);
    g_assert_true (g_ascii_strtod (out->str, NULL) == x.number);
  }
}

static void
test_report (void)
{
  g_autoptr (BwReport) report = fixture_report ();
  g_autoptr (GBytes) bytes = fixture_export ("csv", report);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==,
                   "kpi,period,split_field,split_value,value,n,unit\r\n"
                   "tickets-created,2025-03,,,1234,1234,count\r\n"
                   "tickets-created,2025-01-01,,,100,100,count\r\n"
                   "tickets-created,2025-02-01,,,0,0,count\r\n"
                   "tickets-created,2025-03-01,,,1234,1234,count\r\n"
                   "tickets-created,2025-03,channel,email,1000,1000,count\r\n"
                   "tickets-created,2025-03,channel,'=cmd|' /C calc'!A0,200,200,count\r\n"
                   "tickets-created,2025-03,channel,\"a \"\"quoted\"\", one\",30,30,count\r\n"
                   "tickets-created,2025-03,channel,,4,4,count\r\n"
                   "backlog,2025-03,,,44,44,count\r\n"
                   "backlog,2025-01-01,,,20,20,count\r\n"
                   "backlog,2025-02-01,,,10,10,count\r\n"
                   "backlog,2025-03-01,,,44,44,count\r\n"
                   "first-response-time,2025-03,,,0.30000000000000004,812,seconds\r\n"
                   "first-response-time,2025-01-01,,,,0,seconds\r\n"
                   "first-response-time,2025-02-01,,,7200,50,seconds\r\n"
                   "first-response-time,2025-03-01,,,0.30000000000000004,812,seconds\r\n"
                   "first-response-time,2025-03,channel,email,4000,800,seconds\r\n"
                   "first-response-time,2025-03,channel,,,0,seconds\r\n"
                   "reopen-rate,2025-03,,,0.023333333333333334,300,fraction\r\n"
                   "reopen-rate,2025-01-01,,,,0,fraction\r\n"
                   "reopen-rate,2025-02-01,,,0.04,50,fraction\r\n"
                   "reopen-rate,2025-03-01,,,0.023333333333333334,300,fraction\r\n"
                   "csat-score,2025-03,,,4.25,70,score\r\n"
                   "csat-score,2025-01-01,,,4.1,3,score\r\n"
                   "csat-score,2025-02-01,,,4.2,40,score\r\n"
                   "csat-score,2025-03-01,,,4.25,70,score\r\n"
                   "nps,2025-03,,,14.285714285714286,70,points\r\n"
                   "nps,2025-01-01,,,33.333333333333336,3,points\r\n"
                   "nps,2025-02-01,,,-12.5,40,points\r\n"
                   "nps,2025-03-01,,,14.285714285714286,70,points\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/text", test_text);
  g_test_add_func ("/csv/number", test_number);
  g_test_add_func ("/csv/number/random", test_number_random);
  g_test_add_func ("/csv/report", test_report);
  return g_test_run ();
}
