/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of bw_recognise_settle: what whole columns say against the sample. */
#pragma once

#include "bw-recognise.h"

typedef struct {
  BwPlan *plan;
  const BwEvidence *evidence;
  const BwTable *table;
  gboolean *again;
} BwSettling;

void bw_settle_dates (const BwSettling *settling);
void bw_settle_durations (const BwSettling *settling);
void bw_settle_targets (const BwSettling *settling);
void bw_settle_ratings (const BwSettling *settling);
void bw_settle_ranks (const BwSettling *settling);

BwColumnPlan *bw_settle_get_plan (const BwSettling *settling, guint i);
const BwColumn *bw_settle_get_column (const BwSettling *settling, guint i);
/* The place of the column that holds a field and is not to be loaded again, or -1. */
int bw_settle_find (const BwSettling *settling, BwFieldId field);
/* Takes a column out of use, with a note that says why: N_(). */
void bw_settle_drop (
    const BwSettling *settling, guint i, const char *code, gint64 count, const char *why);
/* Adds to what speaks for the column's reading. */
void bw_settle_add_evidence (BwColumnPlan *plan, const char *sentence);
/* Of the column; format: as in bw_note_new. */
const BwNote *bw_settle_add_note (
    const BwSettling *settling, guint i, const char *code, gint64 count, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
