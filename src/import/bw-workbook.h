/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an .xlsx that its sheets refer to: names and places of the sheets, texts that cells
 * share, and what number formats make of numbers. */
#pragma once

#include "bw-serial.h"
#include "bw-xml.h"

typedef struct {
  char *name;
  char *relation; /* id */
  char *path;     /* inside the archive; NULL = not known */
  gboolean hidden;
} BwWorkbookSheet;

typedef struct {
  GPtrArray *sheets; /* BwWorkbookSheet */
  gboolean since_1904;
  GByteArray *kinds; /* BwSerialKind of each cell format */
  GString *strings;  /* shared texts as cells of delimited text, one after the other */
  GArray *ends;      /* gsize: where each of them ends */
} BwWorkbook;

/* progress is that of the archive. */
BwWorkbook *bw_workbook_read (BwText *raw,
                              gint64 *room,
                              GCancellable *cancellable,
                              BwProgress progress,
                              gpointer user_data,
                              GError **error);
void bw_workbook_free (BwWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwWorkbook, bw_workbook_free)

/* NULL when there is no such text. */
const char *bw_workbook_get_string (const BwWorkbook *self, guint64 i, gsize *n);
BwSerialKind bw_workbook_get_kind (const BwWorkbook *self, guint64 format);

/* Turns _x000D_ and its like into what they stand for, in place. */
void bw_workbook_unescape (GString *text);
