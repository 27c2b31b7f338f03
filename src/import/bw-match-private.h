/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bw-match.c asks of bw-match-fit.c. */
#pragma once

#include "bw-match.h"

static inline double
bw_match_share (guint n, guint of)
{
  return of > 0 ? (double) n / of : 0;
}

/* What the cells are, in words, for the evidence. */
char *bw_match_describe_cells (BwFieldId id, const BwLook *look);
