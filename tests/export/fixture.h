/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report made by hand, for the tests of what leaves the app: March 2025 in Berlin, one KPI of
 * each fold, one that is not available, a split with nameless and hostile members. */
#pragma once

#include "bw-exporter.h"

BwReport *fixture_report (void);

/* What an exporter writes of the report. */
GBytes *fixture_export (const char *id, BwReport *report);
const BwExporter *fixture_exporter (const char *id);
