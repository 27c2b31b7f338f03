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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/name-file", test_name_file);
  g_test_add_func ("/error/no-error", test_no_error);
  return g_test_run ();
}
