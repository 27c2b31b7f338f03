/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a period from one day to another. */
#pragma once

#include "bw-period.h"
#include <adwaita.h>

#define BW_TYPE_PERIOD_DIALOG (bw_period_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BwPeriodDialog, bw_period_dialog, BW, PERIOD_DIALOG, AdwDialog)

/* Begins with that period. Emits "chosen" (BwPeriod) and closes. */
BwPeriodDialog *bw_period_dialog_new (const BwPeriod *period);
