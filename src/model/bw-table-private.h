/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a table share: its parts. */
#pragma once

#include "bw-table.h"

/* A part whose offsets may be shared with the part of another table. */
typedef struct {
  BwTablePart at;
  GBytes *offsets; /* owns at.offsets */
  int width;       /* cells of a record that any column wants */
} BwPart;

/* Takes over what the part holds. */
BwPart *bw_part_new (const BwTablePart *part, GPtrArray *columns);
/* The same rows elsewhere; takes over columns_of, which has as many places. */
BwPart *bw_part_new_moved (const BwPart *part, gsize rows_before, int *columns_of);
void bw_part_free (BwPart *part);

/* Takes over columns (with its free function), parts (of BwPart) and aside. */
BwTable *bw_table_new_from_parts (
    BwKind kind, gsize n_rows, GPtrArray *columns, GPtrArray *parts, guint8 *aside);
GPtrArray *bw_table_get_parts (const BwTable *table);
