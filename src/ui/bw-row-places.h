/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows for a list of widgets: a lazy GListModel of BwRowItem whose objects stand for places,
 * any number of which can be selected. */
#pragma once

#include "bw-row-list.h"
#include <gtk/gtk.h>

#define BW_TYPE_ROW_PLACES (bw_row_places_get_type ())
G_DECLARE_FINAL_TYPE (BwRowPlaces, bw_row_places, BW, ROW_PLACES, GObject)

/* Without rows. */
BwRowPlaces *bw_row_places_new (void);
/* Objects that are in use stay where they are and become the rows that are at their places now
 * (its signal "moved"); only how many rows there are changes, at the end. */
void bw_row_places_set_rows (BwRowPlaces *self, BwRowList *rows);
/* The first rows are there at once, the others follow in steps that fit a frame: this makes that
 * place be there now. FALSE when there is no such row. */
gboolean bw_row_places_reach (BwRowPlaces *self, guint place);
