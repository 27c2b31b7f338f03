/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows a workspace: widgets inside pages, and the pages. Both have a property "workspace";
 * what they show follows it through `watch`. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

/* Calls callback (self) now, and whenever one of the properties ("figures", "period" ...; ends with
 * NULL) changes, for as long as self lives or until bw_workspace_unwatch. */
typedef void (*BwWatcher) (gpointer self);
void bw_workspace_watch (BwWorkspace *workspace,
                         gpointer self,
                         BwWatcher callback,
                         const char *property,
                         ...) G_GNUC_NULL_TERMINATED;
void bw_workspace_unwatch (BwWorkspace *workspace, gpointer self);

/* A widget that is its own container and has a template, which may bind "workspace". Disposing lets
 * go of both. */
#define BW_TYPE_REPORT_WIDGET (bw_report_widget_get_type ())
G_DECLARE_DERIVABLE_TYPE (BwReportWidget, bw_report_widget, BW, REPORT_WIDGET, GtkWidget)

struct _BwReportWidgetClass {
  GtkWidgetClass parent_class;

  /* The workspace is there (again): watch what is shown of it. */
  void (*watch) (BwReportWidget *self, BwWorkspace *workspace);
};

/* NULL until it is set. */
BwWorkspace *bw_report_widget_get_workspace (BwReportWidget *self);
void bw_report_widget_set_workspace (BwReportWidget *self, BwWorkspace *workspace);
