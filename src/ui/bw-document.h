/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a window as a file: where it was saved, and what has changed since. As long as
 * there are changes that were not saved, a copy of them lies where a kill leaves it
 * (bw-recovery.h). */
#pragma once

#include "bw-report-file.h"

#define BW_TYPE_DOCUMENT (bw_document_get_type ())
G_DECLARE_FINAL_TYPE (BwDocument, bw_document, BW, DOCUMENT, GObject)

/* file: taken over, and path: of a saved report; NULL for one that never was. What the workspace is
 * like at the next idle moment is what counts as saved. Read-only properties (notify): name, title,
 * modified. */
BwDocument *bw_document_new (BwWorkspace *workspace, BwReportFile *file, const char *path);
/* It has changes that nobody has saved, whatever it is like. */
void bw_document_set_unsaved (BwDocument *self);

/* NULL when it was never saved. */
const char *bw_document_get_path (BwDocument *self);
/* How its file is called, without the suffix; else what it was made from. */
const char *bw_document_get_name (BwDocument *self);
/* The name with a mark when there are changes. */
const char *bw_document_get_title (BwDocument *self);
/* Whether closing would lose something: of a report that was never saved, what is merely looked at
 * (files, period, filters, order of tiles) counts for nothing. */
gboolean bw_document_get_modified (BwDocument *self);

/* The copy of what is not saved, written here and now. */
gboolean bw_document_keep (BwDocument *self, GError **error);
/* The changes are not wanted any more. */
void bw_document_discard (BwDocument *self);

/* Saves at path, which is its own file from then on. */
void bw_document_save_async (BwDocument *self,
                             const char *path,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean bw_document_save_finish (BwDocument *self, GAsyncResult *result, GError **error);
