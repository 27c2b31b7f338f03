/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: welcome, opening, or a report. */
#pragma once

#include "bw-application.h"
#include "bw-document.h"
#include "bw-exporter.h"
#include "bw-recovery.h"

#define BW_TYPE_WINDOW (bw_window_get_type ())
G_DECLARE_FINAL_TYPE (BwWindow, bw_window, BW, WINDOW, AdwApplicationWindow)

BwWindow *bw_window_new (BwApplication *application);

/* Nothing is open and nothing is being opened. */
gboolean bw_window_is_free (BwWindow *self);
/* NULL until something is open. */
BwWorkspace *bw_window_get_workspace (BwWindow *self);
/* The report as a file; NULL likewise. */
BwDocument *bw_window_get_document (BwWindow *self);

/* Opens the files, or the saved report among them with the others added, instead of those that are
 * open; asks before it loses something. */
void bw_window_open_files (BwWindow *self, GFile *const *files, guint n_files);
/* What dropping does: adds the files to the report when there is one. */
void bw_window_add_files (BwWindow *self, GFile *const *files, guint n_files);

/* Opens a copy that was left unsaved; it goes once the window has one of its own. */
void bw_window_recover (BwWindow *self, const BwLeftover *leftover);
/* A toast that offers to open the file, or to add it to the report. */
void bw_window_offer_file (BwWindow *self, const char *path);
/* Opens another file instead of one of the report's. */
void bw_window_replace_file (BwWindow *self, const char *path, const char *by);

/* The id of a page of bw-page-list.h; nothing happens when it has no data. */
void bw_window_show_page (BwWindow *self, const char *page);
void bw_window_show_kpi (BwWindow *self, const char *kpi);
void bw_window_show_toast (BwWindow *self, const char *text);
/* Writes the report; the outcome is a toast or a dialog. */
void bw_window_export (BwWindow *self,
                       const char *exporter,
                       const BwExportOptions *options,
                       const char *path);
