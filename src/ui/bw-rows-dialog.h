/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the files that are behind a mark. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_ROWS_DIALOG (bw_rows_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BwRowsDialog, bw_rows_dialog, BW, ROWS_DIALOG, AdwDialog)

/* The rows that have a say in the KPI in that span, of that member when field is not NONE. NULL
 * when the KPI is not available. */
BwRowsDialog *bw_rows_dialog_new (BwWorkspace *workspace,
                                  const char *kpi,
                                  const BwPeriod *span,
                                  BwFieldId field,
                                  const char *member);
/* Where the rows belong to tickets (answers, calls) and a file has these, they are a click away;
 * this shows them at once. */
void bw_rows_dialog_prefer_tickets (BwRowsDialog *self);
/* Other rows of that KPI: place says which ("1 h to 2 h"). */
BwRowsDialog *bw_rows_dialog_new_selected (BwWorkspace *workspace,
                                           const BwMetric *metric,
                                           const char *place,
                                           BwTable *table,
                                           const BwBits *rows);
