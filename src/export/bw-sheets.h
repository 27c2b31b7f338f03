/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of the report's workbook, each written by one function, in the order of the book. */
#pragma once

#include "bw-book.h"
#include "bw-parts.h"
#include "bw-report.h"
#include "bw-trace.h"

/* A line for each KPI: shares, headlines and changes as formulas over the numbers beside them, and
 * these over the rows where the book has them (trace; else NULL). */
void bw_sheet_summary (BwBook *book, BwReport *report, BwParts *parts, BwTrace *trace);
/* The KPIs of one group by period, with what ratios are made of and charts, and by the members of
 * each dimension. */
void bw_sheet_group (BwBook *book, BwReport *report, BwParts *parts, const char *group);
/* Every agent by every KPI that is split by agent, beside their median. */
void bw_sheet_agents (BwBook *book, BwReport *report);
/* The rows of each kind, in as many sheets as they need. */
void bw_sheet_data (BwBook *book, BwTrace *trace, GCancellable *cancellable);
/* What each figure means, and which ones the files cannot answer. */
void bw_sheet_definitions (BwBook *book, BwReport *report);
/* Where the figures come from and what was left out. */
void bw_sheet_notes (BwBook *book, BwReport *report);

/* Is its value its numerator by its denominator (NPS: times 100)? */
gboolean bw_sheet_is_ratio (const BwMetric *metric);
/* The value as a formula over these two. */
void bw_sheet_write_ratio (BwBook *book,
                           guint row,
                           guint column,
                           const BwMetric *metric,
                           double value,
                           BwAddress numerator,
                           BwAddress denominator);
