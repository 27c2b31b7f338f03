/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps bins, boxes and matrices. */
#include "config.h"

#include <math.h>

#include "bw-distribution.h"

G_DEFINE_BOXED_TYPE (BwDistribution, bw_distribution, bw_distribution_ref, bw_distribution_unref)
G_DEFINE_BOXED_TYPE (BwMatrix, bw_matrix, bw_matrix_ref, bw_matrix_unref)

static void
clear_box (gpointer mem)
{
  BwQuartiles *box = mem;
  g_free (box->label);
  g_free (box->strip);
}

BwDistribution *
bw_distribution_new (BwUnit unit, gboolean is_log)
{
  BwDistribution *distribution = g_atomic_rc_box_new (BwDistribution);
  *distribution = (BwDistribution) {
    .unit = unit,
    .is_log = is_log,
    .mean = NAN,
    .median = NAN,
    .p90 = NAN,
    .bins = g_array_new (FALSE, FALSE, sizeof (BwBin)),
    .boxes = g_array_new (FALSE, FALSE, sizeof (BwQuartiles)),
  };
  g_array_set_clear_func (distribution->boxes, clear_box);
  return distribution;
}

BwDistribution *
bw_distribution_ref (BwDistribution *distribution)
{
  return g_atomic_rc_box_acquire (distribution);
}

static void
clear_distribution (gpointer mem)
{
  BwDistribution *distribution = mem;
  g_array_unref (distribution->bins);
  g_array_unref (distribution->boxes);
}

void
bw_distribution_unref (BwDistribution *distribution)
{
  g_atomic_rc_box_release_full (distribution, clear_distribution);
}

void
bw_distribution_add_box (BwDistribution *distribution, const char *label, BwQuartiles box)
{
  box.label = g_strdup (label);
  g_array_append_val (distribution->boxes, box);
}

BwMatrix *
bw_matrix_new (BwUnit unit, const char *const *rows, const char *const *columns)
{
  g_return_val_if_fail (rows && columns, NULL);
  BwMatrix *matrix = g_atomic_rc_box_new (BwMatrix);
  gsize n_rows = g_strv_length ((char **) rows);
  gsize n_columns = g_strv_length ((char **) columns);
  *matrix = (BwMatrix) {
    .unit = unit,
    .n_rows = (guint) n_rows,
    .n_columns = (guint) n_columns,
    .rows = g_strdupv ((char **) rows),
    .columns = g_strdupv ((char **) columns),
    .values = g_new (double, n_rows *n_columns + 1),
    .n = g_new0 (gint64, n_rows * n_columns + 1),
  };
  for (gsize i = 0; i < n_rows * n_columns; i++)
    matrix->values[i] = NAN;
  return matrix;
}

BwMatrix *
bw_matrix_ref (BwMatrix *matrix)
{
  return g_atomic_rc_box_acquire (matrix);
}

static void
clear_matrix (gpointer mem)
{
  BwMatrix *matrix = mem;
  g_strfreev (matrix->rows);
  g_strfreev (matrix->columns);
  g_free (matrix->values);
  g_free (matrix->n);
}

void
bw_matrix_unref (BwMatrix *matrix)
{
  g_atomic_rc_box_release_full (matrix, clear_matrix);
}
