/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the four arrows, which stand in the order of their names. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-day-chooser.h"

static void
name_in_order (GtkWidget *widget, guint *n)
{
  static const char *const names[] = { N_ ("Previous Month"), N_ ("Next Month"),
                                       N_ ("Previous Year"), N_ ("Next Year") };

  if (GTK_IS_BUTTON (widget) && *n < G_N_ELEMENTS (names)) {
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (names[*n]), -1);
    ++*n;
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_in_order (child, n);
}

void
bw_day_chooser_name_arrows (GtkCalendar *calendar)
{
  guint n = 0;

  name_in_order (GTK_WIDGET (calendar), &n);
}
