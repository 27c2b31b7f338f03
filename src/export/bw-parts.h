/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ratios are made of (costs, revenue, customers, working time) as cells that may be changed:
 * the ratios follow. */
#pragma once

#include "bw-book.h"
#include "bw-exporter.h"

typedef struct _BwParts BwParts;

/* Of the report's figures, as far as their sheets are wanted. */
BwParts *bw_parts_new (BwReport *report, const BwExportOptions *options);
void bw_parts_free (BwParts *parts);

/* The table of the parts that belong to a group of KPIs, its head at `top`. Returns the row after
 * it and a gap; top when the group has none. */
guint bw_parts_write (BwParts *parts, BwBook *book, const char *group, guint top);

typedef enum {
  BW_PARTS_NUMERATOR,
  BW_PARTS_DENOMINATOR,
} BwPartsRole;

/* How that part of a ratio looks. */
BwLook bw_parts_get_look (const BwFigure *figure, BwPartsRole role);
/* The numerator or denominator of the figure in the report's period: by name where it stands in a
 * table of parts or is a KPI, else the number. */
void bw_parts_write_cell (BwParts *parts,
                          BwBook *book,
                          guint row,
                          guint column,
                          const BwFigure *figure,
                          BwPartsRole role);
/* Is a chosen sheet (NULL = all)? */
gboolean bw_export_wants_sheet (const BwExportOptions *options, const char *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwParts, bw_parts_free)
