/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of the report. Each appends its blocks, or nothing when the data have nothing to say
 * there. */
#pragma once

#include "bw-block.h"

void bw_section_add_summary (const BwReportContent *content, GPtrArray *blocks);
void bw_section_add_trends (const BwReportContent *content, GPtrArray *blocks);
void bw_section_add_splits (const BwReportContent *content, GPtrArray *blocks);
void bw_section_add_definitions (const BwReportContent *content, GPtrArray *blocks);
void bw_section_add_sources (const BwReportContent *content, GPtrArray *blocks);

/* Appends; the block belongs to the list from then on. */
void bw_section_take (GPtrArray *blocks, BwBlock *block);
/* The figure of that KPI if it is available, else NULL. */
const BwFigure *bw_section_find (const BwReportContent *content, const char *kpi);
/* A share of fewer than five, told as "3 of 4"? */
gboolean bw_section_is_few (BwUnit unit, const BwCell *cell);
/* What a person reads: "2 h 10 min", "3 of 4" for shares of fewer than five, "no data". */
char *bw_section_format_cell (BwUnit unit, const BwCell *cell);
/* "mean, by reply date" */
char *bw_section_describe_method (const BwFigure *figure);
/* "better", "worse", "higher", "lower", "still high", "still low", "within noise" or "" when it cannot
 * be said. Translated. */
const char *bw_section_name_signal (const BwFigure *figure);
/* "all rows" or "Channel: email, chat; Team: ..." */
char *bw_section_describe_filter (const BwFilter *filter);
