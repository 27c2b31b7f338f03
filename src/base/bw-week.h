/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weekly business hours, as bw_hours_parse reads them, one day at a time: what a form asks for. */
#pragma once

#include <glib.h>

/* The times of a weekday (0 = Monday ... 6), "09:00-12:00 13:00-17:00"; "" when it is closed or
 * hours cannot be read. */
char *bw_week_get_day (const char *hours, int weekday);
/* The hours with other times on that weekday, "" to close it, days of the same times together:
 * "Mon-Thu 09:00-17:00, Fri 09:00-14:00"; "" when no day is open. NULL and BW_ERROR_FIELD when the
 * times cannot be read. */
char *bw_week_set_day (const char *hours, int weekday, const char *times, GError **error);
