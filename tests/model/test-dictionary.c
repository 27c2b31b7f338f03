/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes follow the bytes of the texts, whatever the order in which they were given. */
#include <string.h>

#include "bw-dictionary.h"

static char *
join (const BwDictionary *dictionary)
{
  GString *out = g_string_new (NULL);
  for (guint32 c = 0; c < bw_dictionary_get_size (dictionary); c++)
    g_string_append_printf (out, "[%s]", bw_dictionary_get_text (dictionary, c));
  return g_string_free_and_steal (out);
}

static void
test_order (void)
{
  static const struct {
    const char *texts[5];
    const char *expected;
    guint32 remap[5];
  } cases[] = {
    { { NULL }, "", { 0 } },
    { { "a" }, "[a]", { 0 } },
    { { "b", "a" }, "[a][b]", { 1, 0 } },
    { { "a", "b", "c" }, "[a][b][c]", { 0, 1, 2 } },
    { { "ab", "", "a", "B" }, "[][B][a][ab]", { 3, 0, 2, 1 } },
    { { "zoo", "ärger", "Zoo" }, "[Zoo][zoo][ärger]", { 1, 2, 0 } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint32 remap[5] = { 0 };
    gsize n = g_strv_length ((GStrv) cases[i].texts);
    g_autoptr (BwDictionary) dictionary = bw_dictionary_new (cases[i].texts, n, NULL, remap);
    g_autofree char *joined = join (dictionary);
    g_assert_cmpstr (joined, ==, cases[i].expected);
    g_assert_cmpmem (remap, sizeof (remap), cases[i].remap, sizeof (remap));
    for (gsize t = 0; t < n; t++) {
      guint32 code;
      g_assert_true (bw_dictionary_find (dictionary, cases[i].texts[t], &code));
      g_assert_cmpuint (code, ==, remap[t]);
      g_assert_true (isnan (bw_dictionary_get_meaning (dictionary, code)));
    }
    g_assert_false (bw_dictionary_find (dictionary, "nowhere", NULL));
    g_assert_false (bw_dictionary_find (dictionary, "\xff", NULL));
  }
}

static void
test_meaning (void)
{
  static const char *const texts[] = { "good", "bad", "offered" };
  static const double meaning[] = { 1, 0, NAN };
  guint32 remap[3];
  g_autoptr (BwDictionary) dictionary = bw_dictionary_new (texts, 3, meaning, remap);
  g_assert_cmpfloat (bw_dictionary_get_meaning (dictionary, remap[0]), ==, 1);
  g_assert_cmpfloat (bw_dictionary_get_meaning (dictionary, remap[1]), ==, 0);
  g_assert_true (isnan (bw_dictionary_get_meaning (dictionary, remap[2])));
  g_assert_true (isnan (dictionary->meanings[0]));
}

static void
test_unite (void)
{
  static const char *const first_texts[] = { "open", "closed" };
  static const char *const second_texts[] = { "pending", "closed", "new" };
  guint32 first_codes[2], second_codes[3];
  guint32 *const remaps[] = { first_codes, second_codes, NULL };
  g_autoptr (BwDictionary) first = bw_dictionary_new (first_texts, 2, NULL, NULL);
  g_autoptr (BwDictionary) second = bw_dictionary_new (second_texts, 3, NULL, NULL);
  g_autoptr (BwDictionary) empty = bw_dictionary_new (NULL, 0, NULL, NULL);
  const BwDictionary *all[] = { first, second, empty };
  g_autoptr (BwDictionary) united = bw_dictionary_unite (all, 3, remaps);
  g_autofree char *joined = join (united);
  g_assert_cmpstr (joined, ==, "[closed][new][open][pending]");
  static const guint32 expected_first[] = { 0, 2 };
  static const guint32 expected_second[] = { 0, 1, 3 };
  g_assert_cmpmem (first_codes, sizeof (first_codes), expected_first, sizeof (expected_first));
  g_assert_cmpmem (second_codes, sizeof (second_codes), expected_second, sizeof (expected_second));
}

/* "3" is a good answer in one survey and a bad one in the other: both stay. */
static void
test_disagreement (void)
{
  static const char *const texts[] = { "3", "4" };
  static const double generous[] = { 3, 4 };
  static const double strict[] = { 1.5, 4 };
  guint32 a[2], b[2], code;
  guint32 *const remaps[] = { a, b };
  g_autoptr (BwDictionary) first = bw_dictionary_new (texts, 2, generous, NULL);
  g_autoptr (BwDictionary) second = bw_dictionary_new (texts, 2, strict, NULL);
  const BwDictionary *both[] = { first, second };
  g_autoptr (BwDictionary) united = bw_dictionary_unite (both, 2, remaps);
  g_assert_cmpuint (bw_dictionary_get_size (united), ==, 3);
  g_assert_cmpfloat (bw_dictionary_get_meaning (united, a[0]), ==, 3);
  g_assert_cmpfloat (bw_dictionary_get_meaning (united, b[0]), ==, 1.5);
  g_assert_cmpuint (a[1], ==, b[1]);
  g_assert_true (bw_dictionary_find (united, "3", &code));
  g_assert_cmpuint (code, ==, 0);
}

static void
test_large (void)
{
  const gsize n = 20000;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (texts, g_strdup_printf ("%zu", (i * 7919) % n));
  g_autofree guint32 *remap = g_new (guint32, n);
  g_autoptr (BwDictionary) dictionary =
                bw_dictionary_new ((const char *const *) texts->pdata, n, NULL, remap);
  g_assert_cmpuint (bw_dictionary_get_size (dictionary), ==, n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpstr (bw_dictionary_get_text (dictionary, remap[i]), ==,
                     g_ptr_array_index (texts, i));
  for (guint32 c = 1; c < n; c++)
    g_assert_cmpint (
        strcmp (bw_dictionary_get_text (dictionary, c - 1), bw_dictionary_get_text (dictionary, c)),
        <, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dictionary/order", test_order);
  g_test_add_func ("/dictionary/meaning", test_meaning);
  g_test_add_func ("/dictionary/unite", test_unite);
  g_test_add_func ("/dictionary/disagreement", test_disagreement);
  g_test_add_func ("/dictionary/large", test_large);
  return g_test_run ();
}
