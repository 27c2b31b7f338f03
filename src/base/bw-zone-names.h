/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time zones that the system knows, for people to choose from. */
#pragma once

#include <glib.h>

/* "UTC" and IANA names, sorted; "UTC" alone where the system has no list. */
GStrv bw_zone_list_names (void);
