/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows whose texts come from files. */
#include "config.h"

#include "bw-plain-row.h"

/* Before the texts, and not while the row is made: until then it would read them as markup. */
static void
take_plain_title (GtkWidget *row, const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

GtkWidget *
bw_plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  take_plain_title (row, title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

GtkWidget *
bw_plain_row_new_expander (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_expander_row_new ();

  take_plain_title (row, title);
  if (subtitle != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  return row;
}

AdwWrapBox *
bw_plain_row_add_wrap_box (GtkWidget *row)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (box, 6);
  adw_wrap_box_set_line_spacing (box, 6);
  gtk_widget_set_valign (GTK_WIDGET (box), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (box));
  return box;
}
