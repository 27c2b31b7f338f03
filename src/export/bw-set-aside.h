/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one file that are not counted: why, where they stand, and what they say. */
#pragma once

#include "bw-dataset.h"

/* Immutable. */
typedef struct {
  BwTable *table;
  BwSource *source;
  guint32 *rows; /* n, ascending */
  gint64 *lines; /* n, 1-based; 0 = not known */
  gsize n;
} BwSetAside;

/* aside: of that reason only; NONE = of all. Counts the lines of the file: for a thread. */
BwSetAside *bw_set_aside_new (BwDataset *dataset, BwSource *source, BwAside aside);
void bw_set_aside_free (BwSetAside *self);

/* A header, then a row each: line, reason, and the cells as the file has them. Errors are of
 * G_IO_ERROR and name the file; an older file of that name is then still whole. */
gboolean bw_set_aside_save (const BwSetAside *self,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSetAside, bw_set_aside_free)
