/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved report, NAME.bellwether: JSON of the files it was made from, the settings, the question,
 * the plan and the last figures; never the rows. What a newer Bellwether wrote into it and this one
 * does not know stays in it. */
#pragma once

#include "bw-workspace.h"

/* A file, or one member of a container. */
typedef struct {
  char *path;    /* absolute; in the file it is relative when the source lies beside or below it */
  char *member;  /* NULL = the file itself */
  char *sha256;  /* NULL = not known */
  char *kind;    /* "tickets" */
  char *profile; /* "zendesk-csv" */
} BwSavedSource;

/* What is shown when the sources are gone. */
typedef struct {
  char *id;
  double value; /* NAN = it could not be said */
  gint64 n;
} BwSavedFigure;

typedef struct _BwReportFile BwReportFile;

/* One that was never saved. */
BwReportFile *bw_report_file_new (void);
/* path: of the file that has these bytes. NULL, BW_ERROR_FORMAT naming file and key when it is no
 * saved report, BW_ERROR_UNSUPPORTED when a newer version wrote it. */
BwReportFile *bw_report_file_read (const char *path, GBytes *bytes, GError **error);
void bw_report_file_free (BwReportFile *self);

/* Of BwSavedSource and BwSavedFigure. */
const GPtrArray *bw_report_file_get_sources (const BwReportFile *self);
const GPtrArray *bw_report_file_get_figures (const BwReportFile *self);
/* Of the figures, as bw_period_parse reads it; NULL when there are none. */
const char *bw_report_file_get_figures_period (const BwReportFile *self);
/* Each once, in order. */
GStrv bw_report_file_list_paths (const BwReportFile *self);
/* As bw_period_parse reads it; NULL = the last full month of the data. */
const char *bw_report_file_get_period (const BwReportFile *self);
/* How the files are read, in the words of whoever saved it; never NULL. */
const char *const *bw_report_file_get_reading (const BwReportFile *self);
void bw_report_file_set_reading (BwReportFile *self, const char *const *reading);

/* Sets all of the workspace but its data; on error nothing of it. */
gboolean bw_report_file_apply (const BwReportFile *self, BwWorkspace *workspace, GError **error);

/* The bytes to be saved at path, after which this is what was saved there. Without data the
 * sources, without figures the last figures stay what they were. period: as
 * bw_report_file_get_period tells it. Waits for the digests of the sources. */
GBytes *bw_report_file_write (BwReportFile *self,
                              const char *path,
                              BwWorkspace *workspace,
                              const char *period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwReportFile, bw_report_file_free)
