/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the window share. */
#pragma once

#include "bw-document.h"
#include "bw-filter-panel.h"
#include "bw-loading-page.h"
#include "bw-question-actions.h"
#include "bw-reopening.h"
#include "bw-sidebar.h"
#include "bw-welcome-page.h"
#include "bw-window.h"

struct _BwWindow {
  AdwApplicationWindow parent_instance;

  guint patience_id;
  gboolean adding;  /* what is being opened joins the report */
  gboolean rebuild; /* the pages are those of an earlier report, if any */

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  BwWelcomePage *welcome;
  BwLoadingPage *loading;
  GMenu *recent_menu;
  AdwNavigationPage *sidebar_page;
  AdwNavigationSplitView *split_view;
  BwSidebar *sidebar;
  AdwNavigationPage *content;
  AdwOverlaySplitView *filters_view;
  BwFilterPanel *filters;

  /* Borrowed */
  AdwNavigationView *navigation; /* of the content, once there is a report */

  /* Owned */
  GSettings *settings;
  BwQuestionActions *question;
  BwWorkspace *workspace;
  BwDocument *document;         /* of the workspace */
  BwReopening *reopening;       /* the report whose files are being opened, or NULL */
  GStrv paths;                  /* of the files that are open */
  GStrv opening;                /* of those that are being opened, or could not be */
  BwImporter *importer;         /* what the user knows of the files that are open */
  BwImporter *opening_importer; /* of those that are being opened, or could not be */
  char *page;                   /* to come back to once the pages are made anew, or NULL */
};

/* --- The report --------------------------------------------------------------------------------
 */

/* Of the report that is being reopened, if any. */
void bw_window_start_report (BwWindow *self, BwDataset *dataset);
/* Other groups may have data now: the same workspace, other pages. */
void bw_window_extend_report (BwWindow *self, BwDataset *dataset);

/* --- Files -------------------------------------------------------------------------------------
 */

/* importer: what the user knows of them; NULL = nothing yet. */
void
bw_window_load (BwWindow *self, const char *const *paths, gboolean adding, BwImporter *importer);
/* adding: beside the files that are open, or instead of some of them, read as these were. */
void bw_window_open_paths (BwWindow *self, const char *const *paths, gboolean adding);
/* Instead of the report that is open, once the user has agreed. */
void bw_window_open_fresh (BwWindow *self, const char *const *paths);
void bw_window_open_or_add (BwWindow *self, GFile *const *files, guint n_files, gboolean add);
/* The paths that are open, then those of the others that are not; g_strfreev. */
GStrv bw_window_join_paths (BwWindow *self, const char *const *paths);
/* Takes what is being reopened; asks for files that have moved. */
void bw_window_reopen (BwWindow *self, BwReopening *reopening);
void bw_window_choose_files (BwWindow *self, gboolean add);
/* importer: of the files that are open, or of those that could not be. member: may be NULL. */
void
bw_window_show_mapping (BwWindow *self, BwImporter *importer, const char *path, const char *member);
void bw_window_update_recent (BwWindow *self);
/* The report when it has a file, else the files that it was made from. */
void bw_window_remember_recent (BwWindow *self);
void bw_window_bind_file_callbacks (GtkWidgetClass *widget_class);
