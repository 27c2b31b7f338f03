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
  GStrv reading; /* BwSource.reading */
} BwSavedSource;

/* What is shown when the sources are gone. */
typedef struct {
  char *id;
  double value; /* NAN = it could not be said */
  gint64 n;
  char *currency; /* of money; NULL = not known */
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
/* Those where no file is (any more). */
GStrv bw_report_file_list_missing (const BwReportFile *self);
/* Files that are missing, but lie in that folder under the same name, are there from now on.
 * folder: NULL = the report's own. */
void bw_report_file_look_in (BwReportFile *self, const char *folder);
/* A file is elsewhere now; to NULL: it is left out. */
void bw_report_file_move_source (BwReportFile *self, const char *from, const char *to);
/* As bw_period_parse reads it; NULL = the last full month of the data. */
const char *bw_report_file_get_period (const BwReportFile *self);
/* How the files are read, in the words of whoever saved it; never NULL. */
const char *const *bw_report_file_get_reading (const BwReportFile *self);
void bw_report_file_set_reading (BwReportFile *self, const char *const *reading);

/* Sets all of the workspace but its data; on error nothing of it. */
gboolean bw_report_file_apply (const BwReportFile *self, BwWorkspace *workspace, GError **error);

/* The bytes to be saved at path. Without data the sources, without figures the last figures stay
 * what they were. period: as bw_report_file_get_period tells it. Digests of sources that are not
 * known yet are left out: bw_dataset_hash. */
GBytes *bw_report_file_write (const BwReportFile *self,
                              const char *path,
                              BwWorkspace *workspace,
                              const char *period);

typedef enum {
  BW_PART_SOURCES = 1 << 0,  /* which files */
  BW_PART_READING = 1 << 1,  /* how they are read */
  BW_PART_QUESTION = 1 << 2, /* period, filters ... */
  BW_PART_SETTINGS = 1 << 3,
  BW_PART_PLAN = 1 << 4,
  BW_PART_OVERVIEW = 1 << 5,
} BwReportParts;

/* What differs between two of the same folder; figures do not count. */
BwReportParts bw_report_file_compare (const BwReportFile *self, const BwReportFile *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwReportFile, bw_report_file_free)
