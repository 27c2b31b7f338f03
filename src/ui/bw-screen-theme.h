/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The theme of charts on a widget: its colours, font, text size and direction. */
#pragma once

#include "bw-theme.h"
#include <gtk/gtk.h>

void bw_screen_theme_init (BwTheme *theme, GtkWidget *widget);
/* Light, whatever the window is: for pictures that leave it. */
void bw_screen_theme_init_picture (BwTheme *theme, GtkWidget *widget);
