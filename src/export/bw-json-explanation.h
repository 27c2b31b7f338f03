/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes taken apart, as JSON: the "explain" of a report.
 *
 *   [ { "kpi": "csat", "available": true, "unit": "fraction",
 *       "statistic": "mean",                   what is taken apart of spans of time; else null
 *       "before": {"from": ..., "to": ..., "value": 0.87, "n": 1000},
 *       "after": {"from": ..., "to": ..., "value": 0.85, "n": 1000},
 *       "change": -0.02, "signal": "none",
 *       "dimensions": [                        where a member moved most for its size first
 *         { "field": "channel", "rate": 0.01, "mix": -0.03,    null for counts and stocks
 *           "opposite": true,                  most moved one way, the whole the other
 *           "overlapping": false,              rows may have several: nothing adds up
 *           "rest": 0,                         of the change that no member has
 *           "top": {"members": 2, "share": 1}, of what went the way of the change
 *           "members": [                       the largest contributions first
 *             { "key": "chat",                 null = rows without one
 *               "before": {"value": 0.8, "n": 300, "share": 0.3},
 *               "after": {"value": 0.81, "n": 600, "share": 0.6},
 *               "rate": 0.0045, "mix": -0.0165, "contribution": -0.012,
 *               "rows": {"period": "2025-03", "filter": {"channel": ["chat"]}} } ],
 *           "others": {"members": 0, "contribution": 0} } ],
 *       "days": [ {"key": "2025-03-17", "value": 0.5, "n": 40, "contribution": -0.014,
 *                  "rows": {"period": "2025-03-17"}} ],
 *       "top_days": {"days": 3, "share": 0.8},
 *       "sentences": ["Customer satisfaction (CSAT) fell from 87 % to 85 % ..."] },
 *     { "kpi": "handle-time", "available": false, "reason": "...", "sentences": [...] } ]
 *
 * "rows" is what to ask for to see the rows behind: --period and --filter. A member that is hidden
 * behind a pseudonym has none. */
#pragma once

#include "bw-explanation.h"
#include "bw-json.h"

/* explanations: of BwExplanation. hide_agents: agents stand there by their pseudonyms. */
BwJson *bw_json_explanations (BwJsonDoc *doc, const GPtrArray *explanations, gboolean hide_agents);
