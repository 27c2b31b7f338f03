/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a KPI is not available, in words. Private to the engine. */
#pragma once

#include "bw-answer.h"

/* Of a table that is there what it lacks ("needs a reply time"), and which other way to count would
 * do; else which files are needed, and what in them. Free with g_free. */
char *bw_missing_explain (BwEngine *engine, const BwMetric *metric);
