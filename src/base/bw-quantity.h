/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts with their units as people type them into a form: "4 h", "2 h 30 min", "90 %", "4,5". */
#pragma once

#include "bw-unit.h"

/* Reads an amount in the unit: spans of time in d, h, min and s, which may follow each other, or a
 * plain number of hours; fractions as per cent, with or without the sign; the decimal mark may be a
 * point or a comma. "" is NAN. FALSE when it is none, or negative where that cannot be. */
gboolean bw_quantity_parse (BwUnit unit, const char *text, double *amount);
/* What bw_quantity_parse reads back, exactly, and people may change; "" for NAN. */
char *bw_quantity_format (BwUnit unit, double amount);
