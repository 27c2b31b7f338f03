/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grades keep the order of values, hold about as many of them each, and their rows are found. */
#include "bw-grades.h"

#define N 20000

static gint32
random_value (GRand *rand, int kind)
{
  switch (kind) {
  case 0: /* few, exact ones */
    return g_rand_int_range (rand, 0, 20);
  case 1: /* a third has no say */
    return MAX (-1, g_rand_int_range (rand, -43200, 86400));
  case 2: /* of any size */
    return g_rand_int_range (rand, 0, G_MAXINT32) >> g_rand_int_range (rand, 0, 31);
  case 3:
    return g_rand_boolean (rand) ? G_MAXINT32 : 0;
  default: /* nobody has a say */
    return -2;
  }
}

static gint32 *
make_values (GRand *rand, int kind, gsize n)
{
  gint32 *values = g_new (gint32, n + 1);
  for (gsize row = 0; row < n; row++)
    values[row] = random_value (rand, kind);
  return values;
}

static void
test_bounds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);
  for (int kind = 0; kind < 5; kind++) {
    g_autofree gint32 *values = make_values (rand, kind, N);
    g_autoptr (BwGrades) grades = bw_grades_new (values, N);
    g_assert_cmpint (grades->bounds[0], ==, 0);
    g_assert_cmpint (grades->bounds[BW_GRADES], >, G_MAXINT32);
    for (guint grade = 0; grade < BW_GRADES; grade++)
      g_assert_cmpint (grades->bounds[grade], <=, grades->bounds[grade + 1]);
    for (gsize row = 0; row < N; row++) {
      guint8 grade = grades->rows[row];
      g_assert_true ((grade == BW_GRADE_NONE) == (values[row] < 0));
      if (grade == BW_GRADE_NONE)
        continue;
      g_assert_cmpint (values[row], >=, grades->bounds[grade]);
      g_assert_cmpint (values[row], <, grades->bounds[grade + 1]);
    }
  }
}

/* Values of which none is frequent are spread evenly. */
static void
test_even (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);
  g_autofree gint32 *values = make_values (rand, 1, N);
  g_autoptr (BwGrades) grades = bw_grades_new (values, N);
  guint counts[BW_GRADES + 1] = { 0 };
  for (gsize row = 0; row < N; row++)
    counts[grades->rows[row]]++;
  for (guint grade = 0; grade < BW_GRADES; grade++)
    g_assert_cmpuint (counts[grade], <=, 4 * N / BW_GRADES);
}

static BwBits *
make_wanted (GRand *rand, gsize n)
{
  BwBits *bits = bw_bits_new (n, FALSE);
  for (gsize row = 0; row < n; row++)
    bw_bits_set (bits, row, g_rand_int_range (rand, 0, 3) > 0);
  return bits;
}

static void
check_choice (GRand *rand, gsize n, gboolean filtered)
{
  g_autofree gint32 *values = make_values (rand, 1, n);
  g_autoptr (BwGrades) grades = bw_grades_new (values, n);
  g_autoptr (BwBits) wanted = filtered ? make_wanted (rand, n) : NULL;
  g_autofree guint32 *chosen = g_new (guint32, n + 16);
  BwGradeSet set = { 0 };
  gboolean among[BW_GRADES + 1] = { FALSE };
  for (guint grade = 0; grade < BW_GRADES; grade++)
    if (g_rand_boolean (rand)) {
      bw_grade_set_add (&set, grade);
      among[grade] = TRUE;
    }
  guint n_chosen = bw_grades_choose (grades, &set, wanted, 0, n, chosen);
  guint next = 0;
  for (gsize row = 0; row < n; row++)
    if (among[grades->rows[row]] && (!wanted || bw_bits_has (wanted, row))) {
      g_assert_cmpuint (next, <, n_chosen);
      g_assert_cmpuint (chosen[next++], ==, row);
    }
  g_assert_cmpuint (next, ==, n_chosen);
}

static void
test_choice (void)
{
  static const gsize sizes[] = { 1, 15, 63, 64, 65, 2048, 5000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (47);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    check_choice (rand, sizes[i], FALSE);
    check_choice (rand, sizes[i], TRUE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grades/bounds", test_bounds);
  g_test_add_func ("/grades/even", test_even);
  g_test_add_func ("/grades/choice", test_choice);
  return g_test_run ();
}
