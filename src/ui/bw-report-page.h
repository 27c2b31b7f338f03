/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that shows a workspace: what the sidebar leads to, and what is pushed above it.
 * "workspace" is given when the page is made; its template may bind it. */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_REPORT_PAGE (bw_report_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BwReportPage, bw_report_page, BW, REPORT_PAGE, AdwNavigationPage)

struct _BwReportPageClass {
  AdwNavigationPageClass parent_class;

  /* The page is constructed: watch what is shown of the workspace. */
  void (*watch) (BwReportPage *self, BwWorkspace *workspace);
};

BwWorkspace *bw_report_page_get_workspace (BwReportPage *self);
