/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user is looking at: the data, the question asked of them and the figures that answer it.
 * Every view binds to it. Changing a setting recomputes in a thread; the latest wins. What can be
 * seen comes first: "figures" changes when all can be told briefly (see BwFigure), or "figure" when
 * the one that is looked at is there as a whole. When it is no longer "busy" the figures are whole:
 * those that were brief have been replaced without another word, for what they tell is the same. */
#pragma once

#include "bw-explanation.h"
#include "bw-report-plan.h"

#define BW_TYPE_WORKSPACE (bw_workspace_get_type ())
G_DECLARE_FINAL_TYPE (BwWorkspace, bw_workspace, BW, WORKSPACE, GObject)

/* zone: of the report. Properties (notify): dataset, period (BwPeriod), grain, compare, basis,
 * statistic, filter (BwFilter), settings (BwSettings), targets (BwTargets), zone, anonymise;
 * read-only figures (GPtrArray of BwFigure), figure and busy. */
BwWorkspace *bw_workspace_new (BwZone *zone);

BwDataset *bw_workspace_get_dataset (BwWorkspace *self);
/* Sets the period to the last full month of the data unless one was set. Starts computing. */
void bw_workspace_set_dataset (BwWorkspace *self, BwDataset *dataset);
BwZone *bw_workspace_get_zone (BwWorkspace *self);
void bw_workspace_set_zone (BwWorkspace *self, BwZone *zone);
BwPeriod *bw_workspace_get_period (BwWorkspace *self);
/* The last full month of the data is what a workspace asks for by itself: once it is asked for, the
 * period moves on with the data. */
void bw_workspace_set_period (BwWorkspace *self, BwPeriod *period);
/* As bw_period_parse reads it; NULL when the period moves on with the data. */
char *bw_workspace_dup_chosen_period (BwWorkspace *self);
BwGrain bw_workspace_get_grain (BwWorkspace *self);
void bw_workspace_set_grain (BwWorkspace *self, BwGrain grain);
BwCompare bw_workspace_get_compare (BwWorkspace *self);
void bw_workspace_set_compare (BwWorkspace *self, BwCompare compare);
BwBasis bw_workspace_get_basis (BwWorkspace *self);
void bw_workspace_set_basis (BwWorkspace *self, BwBasis basis);
BwStatistic bw_workspace_get_statistic (BwWorkspace *self);
void bw_workspace_set_statistic (BwWorkspace *self, BwStatistic statistic);
BwFilter *bw_workspace_get_filter (BwWorkspace *self);
void bw_workspace_set_filter (BwWorkspace *self, BwFilter *filter);
/* How figures are counted; the defaults at first. */
BwSettings *bw_workspace_get_settings (BwWorkspace *self);
void bw_workspace_set_settings (BwWorkspace *self, BwSettings *settings);
/* Ends with BW_FIELD_NONE. NULL = every dimension of the data with at most 50 members. */
void bw_workspace_set_splits (BwWorkspace *self, const BwFieldId *splits);
void bw_workspace_set_kpis (BwWorkspace *self, const char *const *kpis);
/* The team's own targets; never NULL. */
BwTargets *bw_workspace_get_targets (BwWorkspace *self);
void bw_workspace_set_targets (BwWorkspace *self, BwTargets *targets);
/* KPIs whose change bw_workspace_compute takes apart, too; NULL = none. */
void bw_workspace_set_explain (BwWorkspace *self, const char *const *kpis);
gboolean bw_workspace_get_anonymise (BwWorkspace *self);
void bw_workspace_set_anonymise (BwWorkspace *self, gboolean anonymise);

/* What the manager decides about the report; never NULL. */
BwReportPlan *bw_workspace_get_plan (BwWorkspace *self);

/* Periods of the series: within the period when the grain is finer than it, else all of the data
 * up to the period's end. A new reference. */
BwAxis *bw_workspace_get_axis (BwWorkspace *self);
/* The compared period (a new reference), or NULL. */
BwPeriod *bw_workspace_get_compared (BwWorkspace *self);

/* Figures of the question as it stands now, computed here and now (CLI, exporters' threads). */
gboolean bw_workspace_compute (BwWorkspace *self, GCancellable *cancellable, GError **error);
/* NULL until the first answer. Of BwFigure: all whole unless it is busy. */
GPtrArray *bw_workspace_get_figures (BwWorkspace *self);
/* Of BwExplanation, as bw_workspace_compute made them; empty without. */
GPtrArray *bw_workspace_get_explanations (BwWorkspace *self);
const BwFigure *bw_workspace_find_figure (BwWorkspace *self, const char *kpi);
/* Only this KPI is seen: it is answered before the others. NULL: tiles are. */
void bw_workspace_look_at (BwWorkspace *self, const char *kpi);
/* It is no longer seen; nothing happens when another one is by now. */
void bw_workspace_look_away (BwWorkspace *self, const char *kpi);
gboolean bw_workspace_get_busy (BwWorkspace *self);
BwEngine *bw_workspace_get_engine (BwWorkspace *self);
/* Borrowed view of the settings as a question; valid until a setting changes. */
const BwQuestion *bw_workspace_get_question (BwWorkspace *self);
