/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a report as it will be on paper. */
#pragma once

#include "bw-pages.h"
#include <gtk/gtk.h>

#define BW_TYPE_SHEET_WIDGET (bw_sheet_widget_get_type ())
G_DECLARE_FINAL_TYPE (BwSheetWidget, bw_sheet_widget, BW, SHEET_WIDGET, GtkWidget)

GtkWidget *bw_sheet_widget_new (void);
/* pages NULL = none. */
void bw_sheet_widget_show (BwSheetWidget *self, BwPages *pages, guint page);
/* 1 = as large as the paper; 0 = as wide as there is room. */
void bw_sheet_widget_set_zoom (BwSheetWidget *self, double zoom);
