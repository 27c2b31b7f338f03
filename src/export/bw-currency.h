/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which money a report is about. */
#pragma once

#include "bw-report.h"

/* The code that was chosen, else the one that all amounts of the files have; NULL when nobody says
 * or they differ. */
const char *bw_currency_find (BwReport *report);
