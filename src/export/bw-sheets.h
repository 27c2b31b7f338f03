/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of the report's workbook, each written by one function, in the order of the book. */
#pragma once

#include "bw-book.h"
#include "bw-report.h"

/* A line for each KPI: shares, headlines and changes as formulas over the numbers beside them. */
void bw_sheet_summary (BwBook *book, BwReport *report);
/* The KPIs of one group by period, with charts, and by the members of each dimension. */
void bw_sheet_group (BwBook *book, BwReport *report, const char *group);
/* What each figure means, and which ones the files cannot answer. */
void bw_sheet_definitions (BwBook *book, BwReport *report);
/* Where the figures come from and what was left out. */
void bw_sheet_sources (BwBook *book, BwReport *report);

/* Is its value its numerator by its denominator (NPS: times 100)? */
gboolean bw_sheet_is_ratio (const BwMetric *metric);
