/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A byte for each row that tells about how long something took: lengths of time are put in grades
 * that hold about equally many of them, so that order statistics of any group are found by counting
 * bytes, and only the values of a few grades need be looked at. */
#pragma once

#include "bw-bits.h"

#define BW_GRADES 255
#define BW_GRADE_NONE 255 /* the row has no say */
#define BW_GRADES_WORDS 8 /* of 32 bits, one for each */

typedef struct {
  guint8 *rows;                 /* the grade of each row, and 63 more behind them */
  gint64 bounds[BW_GRADES + 1]; /* grade g has the values from bounds[g] to bounds[g + 1] - 1 */
} BwGrades;

/* values: one for each row, negative where it has no say. */
BwGrades *bw_grades_new (const gint32 *values, gsize n_rows);
void bw_grades_free (BwGrades *grades);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwGrades, bw_grades_free)

/* Some of the grades. Grade g: bit g / 16 % 8 of sets[g / 128][g % 16], which wide registers find
 * for many rows at once. */
typedef struct {
  guint8 sets[2][16];
} BwGradeSet;

static inline void
bw_grade_set_add (BwGradeSet *set, guint grade)
{
  set->sets[grade / 128][grade % 16] |= (guint8) (1u << grade / 16 % 8);
}

static inline guint
bw_grade_set_has (const BwGradeSet *set, guint8 grade)
{
  return set->sets[grade / 128][grade % 16] >> grade / 16 % 8 & 1u;
}

/* Those of rows first .. end - 1 that are of one of the grades, and in wanted (NULL: any). first: a
 * multiple of 64, and end too, or the last row's. chosen: room for 16 more. Returns how many. */
guint bw_grades_choose (const BwGrades *grades,
                        const BwGradeSet *set,
                        const BwBits *wanted,
                        gsize first,
                        gsize end,
                        guint32 *chosen);
