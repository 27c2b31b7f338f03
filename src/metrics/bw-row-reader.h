/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table as kernels see them: fields decoded, and worked out where the file leaves them to
 * others. */
#pragma once

#include "bw-metric.h"
#include "bw-settings.h"

typedef struct _BwRowReader BwRowReader;

/* zone: of business hours. The table and the settings outlive it. */
BwRowReader *
bw_row_reader_new (const BwTable *table, gint64 as_of, const BwSettings *settings, BwZone *zone);
void bw_row_reader_free (BwRowReader *reader);
/* What a row is before any column is read. */
const BwRow *bw_row_reader_get_blank (const BwRowReader *reader);
/* By row when the same requester's next ticket was created, or BW_MISSING; made by bw_large_new. */
void bw_row_reader_take_next_contacts (BwRowReader *reader, gint32 *times);
/* rows: n blank ones, or those of another batch. Of them neither calendar nor choices are set. */
void bw_row_reader_read (const BwRowReader *reader, gsize first, guint n, BwRow *rows);
/* The business hours of a row; NULL = none. */
const BwCalendar *bw_row_reader_find_calendar (const BwRowReader *reader, gsize row);

/* When rows of that moment happened: seconds since BW_TIME_ORIGIN, BW_MISSING = never. */
void bw_row_pack_moments (const BwRow *rows, guint n, BwWhen when, gint32 *to);
