/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows about months (costs, customers): of which of them a table says nothing. What is missing is
 * not 0: a quarter of which one month has no costs has no costs. */
#pragma once

#include "bw-ledger.h"

/* Finds the grain of a ledger that is by span, and the spans that its measures tell of. typed:
 * whether somebody typed numbers of months. */
void bw_told_init (BwLedger *ledger, const BwZone *zone, gboolean typed);
/* Whether the measure tells all of a period that begins and ends with spans: those between the
 * table's first and last one, and those beyond which the files of work reach into for longer than a
 * week. Of what counts at the begin or the end of a period only that one. */
gboolean bw_told_all (
    const BwLedger *ledger, const BwMeasure *measure, gint64 from, gint64 to, const BwZone *zone);
/* Names of the parts of a sum that is told of a period, of which one of its spans has no number:
 * "Salaries, Infrastructure"; NULL = none. */
char *bw_told_list_blanks (
    const BwLedger *ledger, const BwMeasure *sum, gint64 from, gint64 to, const BwZone *zone);
