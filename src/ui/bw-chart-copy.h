/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a chart out of the window: as a picture or as its data. */
#pragma once

#include "bw-chart.h"
#include <gtk/gtk.h>

/* Of the size of the widget, light, at twice the resolution. */
GdkTexture *bw_chart_copy_render (const BwChart *chart, GtkWidget *widget);
void bw_chart_copy_picture (const BwChart *chart, GtkWidget *widget);
/* Tab-separated, with a head: what spreadsheets paste. */
char *bw_chart_copy_text (const BwChart *chart);
/* FALSE and an error. The suffix of the path, .png, .svg or .csv, picks the format; scale: of PNG.
 */
gboolean bw_chart_copy_write (
    const BwChart *chart, GtkWidget *widget, const char *path, int scale, GError **error);
/* Asks for a file first; puts the data beside a picture, as CSV. */
void bw_chart_copy_save (const BwChart *chart, GtkWidget *widget, const char *suffix, int scale);
