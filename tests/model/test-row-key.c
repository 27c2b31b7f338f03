/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which texts count as the same, and numbers of rows against a plain search. */
#include <string.h>

#include "bw-large.h"
#include "bw-row-key.h"

static guint64
key (const char *text)
{
  return bw_row_key (text, strlen (text));
}

static void
test_same (void)
{
  static const char *const pairs[][2] = {
    { "ann@firm.example", "Ann@Firm.EXAMPLE" },
    { " ann", "ann\t" },
    { "#4711", "4711" },
    { "# #4711", "4711 " },
    { "A", "a" },
    { "AbCdEfGh", "aBcDeFgH" },
    { "STRAßE", "straße" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpuint (key (pairs[i][0]), ==, key (pairs[i][1]));
}

static void
test_different (void)
{
  static const char *const texts[] = {
    "a",        "b",           "aa",    "a a",   "[",         "{",          "@",
    "`",        "4711",        "04711", "47110", "abcdefgh",  "abcdefghi",  "abcdefgha",
    "bcdefgha", "abcdefg\xc3", "ä",     "Ä",     "ann@x.org", "ann@x.orgg", "nna@x.org",
    "nones",    "n/a-",        "a\xc1", "a\xe1",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpuint (key (texts[i]), !=, key (texts[j]));
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "",    " ", "#",    "None", "N/A",  "null",
                                       "NaN", "-", " -- ", "?",    "#n/a", "\t\n" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpuint (key (texts[i]), ==, 0);
}

/* Every byte counts, wherever it stands and however long the text is. */
static void
test_every_byte (void)
{
  char text[41];
  for (gsize length = 1; length < sizeof (text); length++) {
    memset (text, 'x', length);
    guint64 whole = bw_row_key (text, length);
    for (gsize i = 0; i < length; i++) {
      text[i] = 'y';
      g_assert_cmpuint (bw_row_key (text, length), !=, whole);
      text[i] = 'x';
    }
    g_assert_cmpuint (bw_row_key (text, length - 1), !=, whole);
  }
}

static gboolean
is_same_text (gsize row, gsize other, gconstpointer user_data)
{
  const guint *texts = user_data;
  return texts[row] == texts[other];
}

/* Whatever the number of rows, and where keys agree that do not stand for the same text. */
static void
test_numbers (gconstpointer user_data)
{
  gsize n = GPOINTER_TO_SIZE (user_data);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) n);
  g_autofree guint *texts = g_new (guint, n + 1);
  g_autofree guint64 *keys = g_new (guint64, n + 1);
  g_autofree guint32 *numbers = g_new0 (guint32, n + 1);
  guint32 n_expected = 0;
  for (gsize row = 0; row < n; row++) {
    texts[row] = (guint) g_rand_int_range (rand, 0, (gint32) n / 3 + 2);
    keys[row] = texts[row] ? (texts[row] / 2 + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) : 0;
  }
  guint32 n_found;
  guint32 *found = bw_row_keys_number (keys, n, is_same_text, texts, &n_found);
  for (gsize row = 0; row < n; row++) {
    if (texts[row] > 0 && numbers[texts[row]] == 0)
      numbers[texts[row]] = ++n_expected;
    g_assert_cmpuint (found[row], ==, texts[row] > 0 ? numbers[texts[row]] : 0);
  }
  g_assert_cmpuint (n_found, ==, n_expected);
  bw_large_free (found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("BELLWETHER_THREADS", "3", TRUE);
  g_test_add_func ("/row-key/same", test_same);
  g_test_add_func ("/row-key/different", test_different);
  g_test_add_func ("/row-key/nothing", test_nothing);
  g_test_add_func ("/row-key/every-byte", test_every_byte);
  g_test_add_data_func ("/row-key/numbers/none", GSIZE_TO_POINTER (0), test_numbers);
  g_test_add_data_func ("/row-key/numbers/one", GSIZE_TO_POINTER (1), test_numbers);
  g_test_add_data_func ("/row-key/numbers/few", GSIZE_TO_POINTER (100), test_numbers);
  g_test_add_data_func ("/row-key/numbers/many", GSIZE_TO_POINTER (200001), test_numbers);
  return g_test_run ();
}
