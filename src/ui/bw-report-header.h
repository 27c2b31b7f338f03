/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header bar of pages that show figures. */
#pragma once

#include "bw-workspace.h"
#include <gtk/gtk.h>

#define BW_TYPE_REPORT_HEADER (bw_report_header_get_type ())
G_DECLARE_FINAL_TYPE (BwReportHeader, bw_report_header, BW, REPORT_HEADER, GtkWidget)

void bw_report_header_set_workspace (BwReportHeader *self, BwWorkspace *workspace);
