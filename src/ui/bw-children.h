/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For widgets that are their own container. */
#pragma once

#include <gtk/gtk.h>

/* To be called in dispose: gtk_widget_dispose_template lets go of named children only. */
static inline void
bw_children_unparent (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
