/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of one table as UTF-8 delimited text, kept (usually as a file mapping) as long as
 * a table needs it, so that texts are read from it only when asked for.
 * Immutable, counted. Reading is safe even when the mapped file is cut short meanwhile: the
 * missing bytes read as NUL and bw_text_is_damaged tells. */
#pragma once

#include "bw-record.h"
#include <gio/gio.h>

typedef struct _BwText BwText;

#define BW_TYPE_TEXT (bw_text_get_type ())
GType bw_text_get_type (void);

/* Maps the file read-only. G_IO_ERROR with the file's name otherwise; a directory is
 * G_IO_ERROR_IS_DIRECTORY; no bytes is BW_ERROR_EMPTY. Non-regular files (pipes) are read. */
BwText *bw_text_new_from_file (const char *path, GError **error);
/* The same of an open file that is not empty; takes over the descriptor. */
BwText *bw_text_new_from_fd (int fd, GError **error);
BwText *bw_text_new_from_bytes (GBytes *bytes);
BwText *bw_text_ref (BwText *text);
void bw_text_unref (BwText *text);

const char *bw_text_get_start (const BwText *text);
gsize bw_text_get_size (const BwText *text);
/* Whether the bytes are a file's, of which each page costs when it is first looked at. */
gboolean bw_text_is_mapped (const BwText *text);
/* Copies n bytes from at on: of a mapped text much cheaper than a first look at its pages. Missing
 * bytes are NUL here, too. */
void bw_text_read (const BwText *text, gsize at, gsize n, char *to);
/* Lets go of the pages of a mapped text that were looked at: they are the file's, and come again
 * when they are needed. */
void bw_text_let_go (const BwText *text);
/* The file is shorter now than when it was opened. */
gboolean bw_text_is_damaged (const BwText *text);
/* Somebody has written to the file since it was opened: its bytes may be others. */
gboolean bw_text_is_touched (const BwText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwText, bw_text_unref)
