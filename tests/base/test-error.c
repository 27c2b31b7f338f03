/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name of a file in front of an error's message. */
#include "bw-error.h"

static void
test_name_file (void)
{
  static const char *const rows[][2] = {
    { "not a table", "tickets.csv: not a table" },
    { "", "tickets.csv: " },
    { "tickets.csv: not a table", "tickets.csv: not a table" },
    { "tickets.csv is gone", "tickets.csv: tickets.csv is gone" },
    { "100 %s", "tickets.csv: 100 %s" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = g_error_new_literal (BW_ERROR, BW_ERROR_FORMAT, rows[i][0]);
    bw_error_name_file (&error, "tickets.csv");
    g_assert_cmpstr (error->message, ==, rows[i][1]);
    g_assert_error (error, BW_ERROR, BW_ERROR_FORMAT);
  }
}

static void
test_no_error (void)
{
  g_autoptr (GError) error = NULL;
  bw_error_name_file (&error, "tickets.csv");
  bw_error_name_file (NULL, "tickets.csv");
  g_assert_no_error (error);
}

/* What it is made of is kept, whatever is put in front. */
static void
test_saying (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) plain = g_error_new_literal (BW_ERROR, BW_ERROR_EMPTY, "empty");
  bw_error_set (&error, BW_ERROR_FIELD, "no %-s in “%s”, line %lu", "date", "a.csv", 7ul);
  bw_error_name_file (&error, "a.zip");
  g_autoptr (GError) copy = g_error_copy (error);
  g_autofree char *text = bw_saying_dup_text (bw_error_get_saying (copy));
  g_assert_error (copy, BW_ERROR, BW_ERROR_FIELD);
  g_assert_cmpstr (copy->message, ==, "a.zip: no date in “a.csv”, line 7");
  g_assert_cmpstr (text, ==, "no date in “a.csv”, line 7");
  g_assert_null (bw_error_get_saying (plain));
  bw_error_set (NULL, BW_ERROR_FIELD, "nobody asks");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/name-file", test_name_file);
  g_test_add_func ("/error/no-error", test_no_error);
  g_test_add_func ("/error/saying", test_saying);
  return g_test_run ();
}
