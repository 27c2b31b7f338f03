/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first rows of a file as they stand in it. */
#pragma once

#include "bw-source.h"
#include <adwaita.h>

/* In place of what the view shows. rows: GStrv; decisions: BwDecision, one for each column. */
void bw_mapping_rows_show (GtkColumnView *view, GPtrArray *rows, GPtrArray *decisions);
