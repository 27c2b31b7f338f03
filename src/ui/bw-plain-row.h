/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows whose texts come from files: they are shown as they are, never as markup. */
#pragma once

#include <adwaita.h>

/* subtitle: NULL = none. */
GtkWidget *bw_plain_row_new (const char *title, const char *subtitle);
GtkWidget *bw_plain_row_new_expander (const char *title, const char *subtitle);
/* At the end of a row without an expander: what does not fit side by side goes below. */
AdwWrapBox *bw_plain_row_add_wrap_box (GtkWidget *row);
