/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GtkCalendar lacks. */
#pragma once

#include <gtk/gtk.h>

/* Says to assistive technologies what the arrows of the calendar do. */
void bw_day_chooser_name_arrows (GtkCalendar *calendar);
