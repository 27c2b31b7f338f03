/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small tables written as text, for tests: a header of field names, then one line a row.
 *
 *   id,channel,created
 *   1,email,100
 *
 * Times are seconds after BW_TIME_ORIGIN. The meaning of a coded cell is its number, "yes" 1, "no"
 * 0, or the status of that name. A column "aside" says why a row is not counted. Names that are no
 * field make columns that mean nothing. */
#pragma once

#include "bw-source.h"
#include "bw-table.h"

BwTable *sketch_table (BwKind kind, const char *text);
/* A source with that table and profile. */
BwSource *sketch_source (const char *profile, BwKind kind, const char *text);
/* Sets the scale of a rating column. */
void sketch_scale (BwTable *table, BwFieldId field, double low, double high);

/* The cells of a column as the codes or values say, joined by spaces; "-" = none. */
char *sketch_column (const BwTable *table, BwFieldId field);
/* The set rows: "0 3 4". */
char *sketch_bits (const BwBits *bits);
/* Reasons of all rows: "none spam none". */
char *sketch_asides (const BwTable *table);
