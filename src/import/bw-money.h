/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts that are told in thousands or millions: "Revenue (k€)", "Umsatz in TEUR". */
#pragma once

#include <glib.h>

/* What an amount under that header, or below that line, is to be multiplied by: 1, 1000 or a
 * million. text: valid UTF-8. */
double bw_money_find_factor (const char *text);
/* The text without that, or NULL when it says nothing of the kind. */
char *bw_money_peel (const char *text);
