/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of tags and their members. */
#include "bw-tags.h"

static const struct {
  const char *cell;
  const char *tags; /* joined by | */
} cases[] = {
  { "", "" },
  { "refund", "refund" },
  { "refund vip", "refund|vip" },
  { "  refund   vip ", "refund|vip" },
  { "refund,vip", "refund|vip" },
  { "refund, vip", "refund|vip" },
  { "late delivery, vip", "late delivery|vip" },
  { "late delivery,", "late delivery" },
  { " , ,, ", "" },
  { " ", "" },
  { "vip vip refund vip", "vip|refund" },
  { "vip,VIP", "vip|VIP" },
  { "büro\tlärm", "büro\tlärm" },
  { "größe,maß , groß und klein", "größe|maß|groß und klein" },
};

static void
test_split (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) tags = bw_tags_split (cases[i].cell);
    g_autofree char *joined = g_strjoinv ("|", tags);
    g_assert_cmpstr (joined, ==, cases[i].tags);
  }
}

/* The iterator gives every occurrence, and stays at the end. */
static void
test_iterate (void)
{
  BwTagIter iter;
  const char *tag;
  gsize length;
  g_autoptr (GString) seen = g_string_new (NULL);
  bw_tag_iter_init (&iter, "a, b c ,a");
  while (bw_tag_iter_next (&iter, &tag, &length))
    g_string_append_printf (seen, "[%.*s]", (int) length, tag);
  g_assert_cmpstr (seen->str, ==, "[a][b c][a]");
  g_assert_false (bw_tag_iter_next (&iter, &tag, &length));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tags/split", test_split);
  g_test_add_func ("/tags/iterate", test_iterate);
  return g_test_run ();
}
