/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time zone of the report: that of its days and business hours. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_ZONE_ROW (bw_zone_row_get_type ())
G_DECLARE_FINAL_TYPE (BwZoneRow, bw_zone_row, BW, ZONE_ROW, AdwComboRow)

GtkWidget *bw_zone_row_new (BwWorkspace *workspace);
