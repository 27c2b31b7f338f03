/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A format that leaves the app. To add one: a file export-NAME.c that defines
 * `const BwExporter bw_export_NAME`, and its name in the export shelf of src/meson.build. */
#pragma once

#include "bw-report.h"

/* What the one who exports may choose; each format takes what concerns it. All zero is what is
 * written when nobody chooses. */
typedef struct {
  /* Workbook: the rows themselves, a sheet for each kind of them, and the KPIs as formulas over
   * these. */
  gboolean data;
  /* With the rows: names of requesters and agents, addresses, subjects, comments. */
  gboolean personal;
  /* Workbook: ids of the sheets to write (bw_export_list_sheets); NULL = all. */
  const char *const *sheets;
  /* Picture: the KPI whose chart it is; NULL = the first that the report has. */
  const char *kpi;
  /* PNG: pixels a point of the picture, 1 or more; 0 = 2. */
  int scale;
  /* For temporary files; NULL = the system's. bw_export_to_file takes that of the target. */
  const char *folder;
} BwExportOptions;

#define BW_EXPORT_MAX_SCALE 8

/* With all that it points to. */
BwExportOptions *bw_export_options_copy (const BwExportOptions *options);
void bw_export_options_free (BwExportOptions *options);

/* Ids of the sheets that a workbook can have: "summary", the groups of KPIs, "agents",
 * "definitions", "notes". */
GStrv bw_export_list_sheets (void);
/* For people, translated. */
const char *bw_export_get_sheet_title (const char *sheet);

typedef struct {
  const char *id;     /* "pdf" */
  const char *title;  /* N_("PDF document") */
  const char *suffix; /* ".pdf" */
  const char *mime;
  /* Same report and options, same bytes. options: NULL = nothing chosen. */
  gboolean (*write) (BwReport *report,
                     const BwExportOptions *options,
                     GOutputStream *stream,
                     GCancellable *cancellable,
                     GError **error);
} BwExporter;

/* All exporters, NULL-terminated. */
const BwExporter *const *bw_exporters (void);
/* By file name suffix (any case). NULL and BW_ERROR_UNSUPPORTED naming the known ones. */
const BwExporter *bw_exporter_for_path (const char *path, GError **error);

/* In the language of the report. */
gboolean bw_export_to_stream (const BwExporter *exporter,
                              BwReport *report,
                              const BwExportOptions *options,
                              GOutputStream *stream,
                              GCancellable *cancellable,
                              GError **error);
/* Writes to a temporary file beside the target and renames it: whatever goes wrong, an older file
 * of that name is still whole. Errors are of G_IO_ERROR and name the file. */
gboolean bw_export_to_file (const BwExporter *exporter,
                            BwReport *report,
                            const BwExportOptions *options,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwExportOptions, bw_export_options_free)
