/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the files, of one kind at a time: tickets, calls, responses. */
#pragma once

#include "bw-report-page.h"
#include "bw-row-table.h"

#define BW_TYPE_TICKETS_PAGE (bw_tickets_page_get_type ())
G_DECLARE_FINAL_TYPE (BwTicketsPage, bw_tickets_page, BW, TICKETS_PAGE, BwReportPage)

/* Looks for these words in rows of all times. */
void bw_tickets_page_search (BwTicketsPage *self, const char *text);
/* FALSE when no file has rows of that kind. */
gboolean bw_tickets_page_set_kind (BwTicketsPage *self, BwKind kind);
BwRowTable *bw_tickets_page_get_table (BwTicketsPage *self);
