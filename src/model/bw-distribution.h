/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the values behind a figure are spread, and how rows come over the week: what histograms, box
 * plots and heat maps show. Immutable once built, counted. */
#pragma once

#include "bw-unit.h"
#include <glib-object.h>

/* Values in [low, high); the last bin holds its high end too. */
typedef struct {
  double low;
  double high;
  gint64 n;
} BwBin;

/* Tukey's box: quartiles of type 7, whiskers to the last value within 1.5 times the box. */
typedef struct {
  char *label; /* of the member; NULL = all */
  gint64 n;
  double low; /* ends of the whiskers */
  double q1;
  double median;
  double q3;
  double high;
  double mean;
  double *strip; /* single values: all when there are few, else some of those beyond the whiskers */
  guint n_strip;
} BwQuartiles;

typedef struct {
  BwUnit unit;
  gboolean is_log; /* each bin is as wide as its values are large: durations */
  gint64 n;
  double mean; /* of all values; NAN without any */
  double median;
  double p90;
  GArray *bins;  /* BwBin, side by side */
  GArray *boxes; /* BwQuartiles: all, then members */
} BwDistribution;

#define BW_TYPE_DISTRIBUTION (bw_distribution_get_type ())
GType bw_distribution_get_type (void);

/* Without bins, boxes and statistics, which are filled in while it is being built. */
BwDistribution *bw_distribution_new (BwUnit unit, gboolean is_log);
BwDistribution *bw_distribution_ref (BwDistribution *distribution);
void bw_distribution_unref (BwDistribution *distribution);
/* While it is being built: takes the strip. */
void bw_distribution_add_box (BwDistribution *distribution, const char *label, BwQuartiles box);

/* Figures by two things that have a few fixed values each: weekday x hour. */
typedef struct {
  BwUnit unit;
  guint n_rows;
  guint n_columns;
  char **rows; /* labels */
  char **columns;
  double *values; /* row by row; NAN = no data */
  gint64 *n;
} BwMatrix;

#define BW_TYPE_MATRIX (bw_matrix_get_type ())
GType bw_matrix_get_type (void);

/* rows and columns end with NULL. All values start as NAN. */
BwMatrix *bw_matrix_new (BwUnit unit, const char *const *rows, const char *const *columns);
BwMatrix *bw_matrix_ref (BwMatrix *matrix);
void bw_matrix_unref (BwMatrix *matrix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDistribution, bw_distribution_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwMatrix, bw_matrix_unref)
