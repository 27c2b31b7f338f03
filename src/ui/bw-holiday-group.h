/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days on which nobody works. */
#pragma once

#include "bw-edit-group.h"

#define BW_TYPE_HOLIDAY_GROUP (bw_holiday_group_get_type ())
G_DECLARE_FINAL_TYPE (BwHolidayGroup, bw_holiday_group, BW, HOLIDAY_GROUP, BwEditGroup)

GtkWidget *bw_holiday_group_new (BwWorkspace *workspace);
/* Adds those of an iCalendar file, in a thread; what comes of it is told by the dialog. */
void bw_holiday_group_import (BwHolidayGroup *self, GFile *file);
