/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with an input, as codes that a caller can act on. I/O errors pass through
 * as G_IO_ERROR with the file's name in front. A bad row is not an error: it is a BwNote. */
#pragma once

#include <gio/gio.h>

#include "bw-saying.h"

#define BW_ERROR (bw_error_quark ())

typedef enum {
  BW_ERROR_FORMAT,      /* not a table of any format we read (HTML, binary) */
  BW_ERROR_PROFILE,     /* a table, but its columns say nothing we know: needs a mapping */
  BW_ERROR_EMPTY,       /* no bytes, or a header without rows */
  BW_ERROR_FIELD,       /* an option names a field, KPI, split or value that does not exist */
  BW_ERROR_UNSUPPORTED, /* understood, but not readable here (password, unknown compression) */
  BW_ERROR_LIMIT,       /* larger than a documented limit */
  BW_ERROR_ENCODING,    /* not in the encoding that was taken for granted: decide from all bytes */
} BwError;

GQuark bw_error_quark (void);

/* One that can say its sentence in another language, too. format: as in bw-saying.h. */
void bw_error_set (GError **error, BwError code, const char *format, ...) G_GNUC_PRINTF (3, 4);
GError *bw_error_new (BwError code, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* NULL: made otherwise. Belongs to the error, and says nothing of what was put around it since. */
BwSaying *bw_error_get_saying (const GError *error);

/* Puts "NAME: " in front of an error's message unless it is there already. */
void bw_error_name_file (GError **error, const char *name);
