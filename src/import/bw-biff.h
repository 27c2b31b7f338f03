/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of an old workbook (Excel 5 to 2003): names of sheets, shared texts and number
 * formats, and a walk over records. Structure: [MS-XLS]. */
#pragma once

#include "bw-serial.h"
#include <gio/gio.h>

typedef struct {
  guint id;
  const guint8 *at;
  gsize n;
} BwBiffRecord;

typedef struct {
  char *name;
  gsize at; /* where its records start */
  gboolean hidden;
} BwBiffSheet;

typedef struct {
  GBytes *bytes;
  gboolean wide; /* texts are Unicode: Excel 97 and later */
  gboolean since_1904;
  guint code_page;
  GPtrArray *sheets;  /* BwBiffSheet */
  GPtrArray *strings; /* char *, shared by cells */
  GByteArray *kinds;  /* BwSerialKind of each cell format */
} BwBiff;

/* bytes: of the stream. NULL and BW_ERROR_UNSUPPORTED when it has a password, or BW_ERROR_FORMAT.
 */
BwBiff *bw_biff_new (GBytes *bytes, GError **error);
void bw_biff_free (BwBiff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwBiff, bw_biff_free)

/* The record at *at, which is moved behind it; FALSE at the end. */
gboolean bw_biff_next (const BwBiff *self, gsize *at, BwBiffRecord *record);

/* The text of n_characters that starts after its length. NULL when it is cut off. */
char *bw_biff_read_text (const BwBiff *self, const guint8 *at, gsize n, gsize n_characters);

static inline guint
bw_biff_u16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

static inline guint32
bw_biff_u32 (const guint8 *at)
{
  return bw_biff_u16 (at) | (guint32) bw_biff_u16 (at + 2) << 16;
}
