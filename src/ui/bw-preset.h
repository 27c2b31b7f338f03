/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What new reports begin with: settings, targets and time zone as a report had them once. */
#pragma once

#include "bw-workspace.h"

void bw_preset_take (GSettings *settings, BwWorkspace *workspace);
void bw_preset_forget (GSettings *settings);
/* One like new reports are, without data; NULL when nothing was taken. */
BwWorkspace *bw_preset_create (GSettings *settings);
/* Sets nothing when nothing was taken. */
void bw_preset_apply (GSettings *settings, BwWorkspace *workspace);
