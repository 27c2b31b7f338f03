/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved report on its way into a window: read and found usable, its files not yet. */
#pragma once

#include "bw-importer.h"
#include "bw-recovery.h"
#include "bw-report-file.h"

typedef struct {
  BwReportFile *file;
  char *path;           /* where it is saved; NULL = it never was */
  BwLeftover *leftover; /* the copy it comes from, or NULL */
  GStrv more;           /* files that join it */
  gboolean moved;       /* a source is elsewhere than it was saved with */
} BwReopening;

/* Of a report, or of a copy that was left behind. more: files that are to join it, or NULL. NULL
 * with the errors of bw_report_file_read and bw_report_file_apply, or G_IO_ERROR. */
BwReopening *bw_reopening_new (const char *path, const char *const *more, GError **error);
BwReopening *bw_reopening_new_left (const BwLeftover *leftover, GError **error);
void bw_reopening_free (BwReopening *self);

/* What is to be loaded. */
GStrv bw_reopening_list_paths (const BwReopening *self);
/* It reads these as the report says. */
BwImporter *bw_reopening_create_importer (const BwReopening *self);
/* Whether it is another than what lies at path. */
gboolean bw_reopening_is_changed (const BwReopening *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwReopening, bw_reopening_free)
