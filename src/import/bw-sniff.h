/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the first records of a text to its delimiter and its header. */
#pragma once

#include "bw-shape.h"

/* Sets the dialect, and moves start_at behind a "sep=;" line. delimiter 0 = decide. */
void bw_sniff_dialect (BwShape *shape, char delimiter);
/* Sets header_at, data_at, header and the note "preamble". */
void bw_sniff_header (BwShape *shape);
