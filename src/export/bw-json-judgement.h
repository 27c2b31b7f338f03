/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a figure is judged, as JSON; members of each of a report's "kpis":
 *
 *   "signal_by": "control" | "interval" | null,   what "signal" comes from
 *   "signal_rules": ["outside", "one-side", "trend", "two-of-three"],   when it is "control"
 *   "year": {"value": ..., "n": ..., "change": ..., "signal": ...},   a year before; or null
 *   "history": {"n": 12, "median": ..., "low": ..., "high": ...},   of the 12 periods before; or
 * null "control": {"chart": "xmr" | "p" | "laney-p" | "u" | "laney-u", "trial": false, "baseline":
 * 12, "sigma_z": ..., "longest_run": ..., "longest_run_limit": ..., "crossings": ...,
 * "least_crossings": ...},   of the series; or null "target": {"low": ..., "high": ..., "month":
 * "2025-03", "channel": ..., "met": true, "outlook": "will-pass" | "will-fail" | "hit-and-miss" |
 * null},   or null "benchmark": {"id": ..., "low": ..., "high": ..., "currency": ..., "scope": ...,
 * "method": ..., "source": ..., "address": ..., "year": ..., "confidence": "published" |
 *                 "second-hand", "weak": false, "old": false},   the one that fits best; or null
 *   "benchmarks": [ ... the same with "refusal": null or why it may not be compared with ]
 *
 * and of each cell of "series": "centre", "low" and "high" of the control chart, and "signals", the
 * rules that are met with it. */
#pragma once

#include "bw-benchmark.h"
#include "bw-json.h"

/* "none", "up", "down"; NULL when it cannot be said. */
const char *bw_json_name_signal (BwSignal signal);
void bw_json_add_judgement (BwJsonDoc *doc, BwJson *object, const BwFigure *figure);
/* Of the series' cell i; nothing without a control chart. */
void bw_json_add_control_point (BwJsonDoc *doc, BwJson *cell, const BwFigure *figure, guint i);
