/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report: overview, the groups that have data, files. */
#pragma once

#include "bw-workspace.h"
#include <gtk/gtk.h>

#define BW_TYPE_SIDEBAR (bw_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (BwSidebar, bw_sidebar, BW, SIDEBAR, GtkWidget)

#define BW_PAGE_OVERVIEW "overview"
#define BW_PAGE_FILES "files"

/* Lists the pages for these figures; any other page's name is a group of BwMetric. */
void bw_sidebar_show (BwSidebar *self, GPtrArray *figures);
/* Does not emit. FALSE when there is no such page. */
gboolean bw_sidebar_select (BwSidebar *self, const char *page);
