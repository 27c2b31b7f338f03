/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A format that leaves the app. To add one: a file export-NAME.c that defines
 * `const BwExporter bw_export_NAME`, and its name in the export shelf of src/meson.build. */
#pragma once

#include "bw-report.h"

typedef struct {
  const char *id;     /* "pdf" */
  const char *title;  /* N_("PDF document") */
  const char *suffix; /* ".pdf" */
  const char *mime;
  /* Same report, same bytes. */
  gboolean (*write) (BwReport *report,
                     GOutputStream *stream,
                     GCancellable *cancellable,
                     GError **error);
} BwExporter;

/* All exporters, NULL-terminated. */
const BwExporter *const *bw_exporters (void);
/* By file name suffix (any case). NULL and BW_ERROR_UNSUPPORTED naming the known ones. */
const BwExporter *bw_exporter_for_path (const char *path, GError **error);

/* Writes to a temporary file beside the target and renames it: whatever goes wrong, an older file
 * of that name is still whole. Errors are of G_IO_ERROR and name the file. */
gboolean bw_export_to_file (const BwExporter *exporter,
                            BwReport *report,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);
