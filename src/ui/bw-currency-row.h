/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The currency of money in the report. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_CURRENCY_ROW (bw_currency_row_get_type ())
G_DECLARE_FINAL_TYPE (BwCurrencyRow, bw_currency_row, BW, CURRENCY_ROW, AdwComboRow)

GtkWidget *bw_currency_row_new (BwWorkspace *workspace);
