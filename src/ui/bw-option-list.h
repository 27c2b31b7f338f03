/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options that are longer than the row that they are chosen in. */
#pragma once

#include <adwaita.h>

/* What an option means, or NULL. */
typedef const char *(*BwOptionSays) (AdwComboRow *row, guint option);

/* The list of the row, whose model is a GtkStringList, shows all of every text, and what it means
 * below it; says may be NULL, and must be where the list is searched. */
void bw_option_list_setup (AdwComboRow *row, BwOptionSays says);
/* What is chosen is told by the subtitle: beside the title there is no room for it. */
void bw_option_list_hide_chosen (AdwComboRow *row);
