/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same thing said in more and less room: shows the first of its children that fits, the last
 * where none does. Large letters in a narrow window need it. */
#pragma once

#include <gtk/gtk.h>

#define BW_TYPE_FITTING (bw_fitting_get_type ())
G_DECLARE_FINAL_TYPE (BwFitting, bw_fitting, BW, FITTING, GtkWidget)
