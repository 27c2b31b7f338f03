/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of a dimension by KPI: each cell a value, how many are behind it, and a bar. */
#pragma once

#include "bw-scorecard.h"
#include <gtk/gtk.h>

#define BW_TYPE_SCORE_TABLE (bw_score_table_get_type ())
G_DECLARE_FINAL_TYPE (BwScoreTable, bw_score_table, BW, SCORE_TABLE, GtkWidget)

/* kpis: what is shown, as far as it is there; ends with NULL. links: members lead somewhere. Agents
 * stand in the order of their names, other members as in scores. */
void bw_score_table_show (BwScoreTable *self,
                          BwScorecard *scores,
                          const char *const *kpis,
                          gboolean links);
/* "lower than by chance" ..., or NULL when there is nothing to say. */
const char *bw_standing_describe (BwStanding standing);
/* The first most of these KPIs that the scores have; g_free the array, not the ids. */
const char **bw_scorecard_choose (const BwScorecard *scores, guint most);
/* What bw_engine_select calls the member. */
const char *bw_scorecard_get_member (const BwScorecard *scores, guint member);
