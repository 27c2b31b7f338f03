/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries that are loaded when first needed. */
#include <math.h>

#include "bw-error.h"
#include "bw-lazy.h"

#define FUNCTIONS(USE) USE (floor) USE (ceil)
BW_LAZY_LIBRARY (mathematics, "libm.so.6", FUNCTIONS)

static void
test_functions_are_found (void)
{
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < 2; i++) {
    g_assert_true (mathematics_load (&error));
    g_assert_no_error (error);
    g_assert_cmpfloat (mathematics.floor (1.5), ==, 1);
    g_assert_cmpfloat (mathematics.ceil (1.5), ==, 2);
  }
}

static void
test_what_is_missing_is_named (void)
{
  static const struct {
    const char *library;
    const char *names[3];
  } rows[] = {
    { "libbw-nowhere.so.1", { "floor" } },
    { "libm.so.6", { "floor", "bw_nowhere" } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gpointer functions[2] = { NULL };
    g_autoptr (GError) error = NULL;
    g_assert_false (bw_lazy_load (rows[i].library, rows[i].names, functions, &error));
    g_assert_error (error, BW_ERROR, BW_ERROR_UNSUPPORTED);
    g_assert_nonnull (strstr (error->message, rows[i].library));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lazy/functions-are-found", test_functions_are_found);
  g_test_add_func ("/lazy/what-is-missing-is-named", test_what_is_missing_is_named);
  return g_test_run ();
}
