/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that are typed month by month, with what there is to know about them. */
#pragma once

#include "bw-month-grid.h"

#define BW_TYPE_MONTHS_CARD (bw_months_card_get_type ())
G_DECLARE_FINAL_TYPE (BwMonthsCard, bw_months_card, BW, MONTHS_CARD, BwReportWidget)

/* Costs by their parts and the revenue, with the currency. */
GtkWidget *bw_months_card_new_costs (void);
/* Customers at the start and the end, new and lost. */
GtkWidget *bw_months_card_new_customers (void);
/* Scheduled and working hours of all agents. */
GtkWidget *bw_months_card_new_hours (void);
BwMonthGrid *bw_months_card_get_grid (BwMonthsCard *self);
