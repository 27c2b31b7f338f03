/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report while its sections write it: what they may look at, and where their blocks go. */
#pragma once

#include "bw-block.h"
#include "bw-report-template.h"

typedef struct _BwSection BwSection;
typedef struct _BwDraft BwDraft;

/* Writes all sections of the plan. blocks: BwBlock, appended to. */
void bw_draft_write (const BwReportContent *content, GPtrArray *blocks);

const BwReportContent *bw_draft_get_content (const BwDraft *draft);
/* Sections that had nothing to say so far. Of BwSection. */
const GPtrArray *bw_draft_get_absent (const BwDraft *draft);
/* Why such a section has nothing to say: the files lack it, or the period does. Translated. */
const char *bw_draft_tell_absence (const BwDraft *draft, const BwSection *section);
/* Has a section told this figure? */
gboolean bw_draft_is_used (const BwDraft *draft, const char *kpi);

/* --- Figures --- */

/* The figure of that KPI if it is available and has a value, else NULL; it counts as told. */
const BwFigure *bw_draft_find (BwDraft *draft, const char *kpi);
/* The same without telling it; also figures without a value. */
const BwFigure *bw_draft_peek (const BwDraft *draft, const char *kpi);
/* The section's KPIs that have a value: of the template's list of that key, else of the preset ids
 * (NULL = the section's own). Of BwFigure, borrowed. */
GPtrArray *bw_draft_list (BwDraft *draft, const char *key, const char *const *preset);
/* The template's list of that key for this section, else the preset. */
const char *const *
bw_draft_get_list (const BwDraft *draft, const char *key, const char *const *preset);

/* Answers to a further question: these KPIs (NULL = all) over a period, compared as told, split by
 * these fields (NULL = none) of which the data lack none. NULL when it cannot be asked. */
GPtrArray *bw_draft_ask (const BwDraft *draft,
                         const BwPeriod *period,
                         BwCompare compare,
                         const char *const *kpis,
                         const BwFieldId *splits);
/* The figure of that KPI among these, or NULL. */
const BwFigure *bw_draft_pick (const GPtrArray *figures, const char *kpi);
/* Do the data reach back to the begin of that period? */
gboolean bw_draft_reaches (const BwDraft *draft, const BwPeriod *period);
/* One KPI by period x member, the max members with the most n. NULL when it cannot be said. */
BwSeries *bw_draft_cross (const BwDraft *draft, const char *kpi, BwFieldId field, guint max);
/* The first of these dimensions that the data have, else BW_FIELD_NONE. */
BwFieldId bw_draft_choose_field (const BwDraft *draft, const BwFieldId *fields, guint n_fields);
gboolean bw_draft_has_field (const BwDraft *draft, BwFieldId field);
/* When the rows of a figure come: weekdays x hours. NULL when it cannot be said. */
BwMatrix *bw_draft_get_rhythm (const BwDraft *draft, const BwFigure *figure);
/* How its values are spread. NULL when rows have no values of their own. */
BwDistribution *bw_draft_get_spread (const BwDraft *draft, const BwFigure *figure);
/* Rows of the period that have a say in a KPI; *table is borrowed. NULL when it cannot be said. */
BwBits *bw_draft_select (const BwDraft *draft, const char *kpi, BwTable **table);

/* --- Blocks --- */

void bw_draft_add_heading (BwDraft *draft, const char *text);
void bw_draft_add_paragraph (BwDraft *draft, const char *text);
/* In smaller letters. */
void bw_draft_add_fine (BwDraft *draft, const char *text);
/* A tile for each of these figures, if there are any. Borrowed. */
void bw_draft_add_tiles (BwDraft *draft, const GPtrArray *figures);
/* Takes over the scores (of BwScore). */
void bw_draft_add_scores (BwDraft *draft, GPtrArray *scores);
/* Takes over the chart. Charts flatter than 2.4 (width / height) take the whole width. */
void bw_draft_add_chart (BwDraft *draft, BwChart *chart, double aspect);
/* Takes over the table; one without rows is left out. heading: NULL = none. */
void bw_draft_add_table (BwDraft *draft, const char *heading, BwTextTable *table);
/* The same of few columns: two of them fit beside each other. */
void bw_draft_add_small_table (BwDraft *draft, const char *heading, BwTextTable *table);
/* What the manager wrote, where a section places it itself. */
void bw_draft_add_comment (BwDraft *draft);

/* The named parts of these figures, a table each. */
void bw_draft_add_parts (BwDraft *draft, const GPtrArray *figures);
/* The course of each figure by the periods of the report, two charts in a row. */
void bw_draft_add_trends (BwDraft *draft, const GPtrArray *figures);
/* The same, where the page has room for them. */
void bw_draft_fill_with_trends (BwDraft *draft, const GPtrArray *figures);
/* These figures by the members of a dimension. FALSE when the data do not have it. */
gboolean bw_draft_add_split (BwDraft *draft, BwFieldId field, const GPtrArray *figures);
/* The splits that the template names for this section, else these. */
void bw_draft_add_splits (BwDraft *draft, const char *const *preset, const GPtrArray *figures);
