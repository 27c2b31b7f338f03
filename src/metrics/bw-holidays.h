/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holidays out of iCalendar files (.ics, RFC 5545), which calendars of every country and most
 * programs can be had as: the days of all-day events close, whatever their zone, with repetitions,
 * exceptions and events of several days. Events with a time of day are no holidays. */
#pragma once

#include "bw-dataset.h"
#include "bw-settings.h"

/* Larger files, and calendars that close more days than this, are of something else. */
#define BW_HOLIDAYS_MAX_SIZE (4 << 20) /* bytes */
#define BW_HOLIDAYS_MAX_DAYS 2000

/* Adds the holidays of those years; a day that is one already keeps its name. Returns how many
 * days were added, or -1 and an error that says where (“line 12: …”) and what to do:
 * BW_ERROR_FORMAT (not iCalendar, or a date or rule in it that cannot be read), BW_ERROR_EMPTY (no
 * all-day event in those years), BW_ERROR_LIMIT. Nothing is added then. */
int bw_settings_parse_holidays (
    BwSettings *self, GBytes *bytes, int first_year, int last_year, GError **error);

/* The same of a file, for the years of the data and the five that follow, so that a saved report
 * serves for a while; its name stands in front of errors. dataset NULL or without dates:
 * BW_ERROR_EMPTY. */
int bw_settings_import_holidays (BwSettings *self,
                                 GFile *file,
                                 BwDataset *dataset,
                                 BwZone *zone,
                                 GCancellable *cancellable,
                                 GError **error);
