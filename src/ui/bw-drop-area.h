/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes files that are dropped anywhere on its child, and shows that it would. */
#pragma once

#include <gtk/gtk.h>

#define BW_TYPE_DROP_AREA (bw_drop_area_get_type ())
G_DECLARE_FINAL_TYPE (BwDropArea, bw_drop_area, BW, DROP_AREA, GtkWidget)
