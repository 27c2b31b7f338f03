/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as people compare them. */
#include <string.h>

#include "bw-letters.h"

static void
test_plain (void)
{
  static const struct {
    const char *text;
    const char *plain;
  } cases[] = {
    { "", "" },
    { "Ticket #12", "ticket #12" },
    { "Größe", "große" },
    { "ÉCOLE", "ecole" },
    { "e\xcc\x81"
      "cole",
      "ecole" },
    { "МОСКВА", "москва" },
    { "bad \xff byte", "bad \xff byte" },
    { "cut \xc3", "cut \xc3" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    bw_letters_append (out, cases[i].text, strlen (cases[i].text));
    g_assert_cmpstr (out->str, ==, cases[i].plain);
  }
}

/* Each before the next. */
static void
test_key (void)
{
  static const char *const sorted[] = { "",         "#9",        "#10",     "9",
                                        "10",       "100",       "Émile 2", "emile 10",
                                        "ticket 9", "Ticket 10", "Zürich",  "zurich z" };
  for (gsize i = 1; i < G_N_ELEMENTS (sorted); i++) {
    g_autoptr (GString) a = g_string_new (NULL);
    g_autoptr (GString) b = g_string_new (NULL);
    bw_letters_append_key (a, sorted[i - 1], strlen (sorted[i - 1]));
    bw_letters_append_key (b, sorted[i], strlen (sorted[i]));
    g_assert_cmpstr (a->str, <, b->str);
  }
}

/* Zeros before a number say nothing; very long numbers do no harm. */
static void
test_numbers (void)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  bw_letters_append_key (a, "007", 3);
  bw_letters_append_key (b, "7", 1);
  g_assert_cmpstr (a->str, ==, b->str);

  g_autofree char *digits = g_strnfill (5000, '9');
  g_string_truncate (a, 0);
  bw_letters_append_key (a, digits, 5000);
  g_assert_cmpuint (a->len, ==, 5001);
  g_assert_cmpint (a->str[0], <, 'a');
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/plain", test_plain);
  g_test_add_func ("/letters/key", test_key);
  g_test_add_func ("/letters/numbers", test_numbers);
  return g_test_run ();
}
