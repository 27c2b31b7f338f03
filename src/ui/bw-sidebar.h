/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the pages of a report that have data. */
#pragma once

#include "bw-workspace.h"
#include <gtk/gtk.h>

#define BW_TYPE_SIDEBAR (bw_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (BwSidebar, bw_sidebar, BW, SIDEBAR, GtkWidget)

/* Lists the pages that the figures of the workspace fill. */
void bw_sidebar_show (BwSidebar *self, BwWorkspace *workspace);
/* Does not emit. FALSE when there is no such page. */
gboolean bw_sidebar_select (BwSidebar *self, const char *page);
