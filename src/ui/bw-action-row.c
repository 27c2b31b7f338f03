/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a decision: three entries and a button that removes it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-action-row.h"

struct _BwActionRow {
  AdwExpanderRow parent_instance;

  /* Borrowed: children */
  GtkEditable *text;
  GtkEditable *owner;
  GtkEditable *due;
};

typedef enum {
  SIGNAL_EDITED,
  SIGNAL_REMOVED,
  SIGNAL_LAST,
} BwActionRowSignal;

static guint signals[SIGNAL_LAST];

G_DEFINE_FINAL_TYPE (BwActionRow, bw_action_row, ADW_TYPE_EXPANDER_ROW)

static void
show_title (BwActionRow *self)
{
  const char *text = gtk_editable_get_text (self->text);
  const char *owner = gtk_editable_get_text (self->owner);
  const char *due = gtk_editable_get_text (self->due);
  g_autofree char *subtitle =
      *owner != '\0' && *due != '\0' ? g_strdup_printf (_ ("%s, %s"), owner, due)
                                     : g_strdup (*owner != '\0' ? owner : due);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 *text != '\0' ? text : _ ("New action"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
edited_cb (BwActionRow *self)
{
  show_title (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
removed_cb (BwActionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static GtkEditable *
add_entry (BwActionRow *self, const char *title, const char *text)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry);
  return GTK_EDITABLE (entry);
}

static void
add_remove_button (BwActionRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Remove Action"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), button);
}

static void
bw_action_row_class_init (BwActionRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SIGNAL_EDITED] =
      g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] =
      g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_action_row_init (BwActionRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self), 2);
}

BwActionRow *
bw_action_row_new (const BwReportAction *action)
{
  BwActionRow *self = g_object_new (BW_TYPE_ACTION_ROW, NULL);
  GtkEditable **entries[] = { &self->text, &self->owner, &self->due };

  self->text = add_entry (self, _ ("Decision"), action != NULL ? action->text : "");
  self->owner = add_entry (self, _ ("Owner"), action != NULL ? action->owner : "");
  self->due = add_entry (self, _ ("Due, such as 2026-03-31"), action != NULL ? action->due : "");
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_signal_connect_object (*entries[i], "changed", G_CALLBACK (edited_cb), self,
                             G_CONNECT_SWAPPED);
  add_remove_button (self);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), action == NULL);
  show_title (self);
  return self;
}

BwReportAction *
bw_action_row_dup_action (BwActionRow *self)
{
  return bw_report_action_new (gtk_editable_get_text (self->text),
                               gtk_editable_get_text (self->owner),
                               gtk_editable_get_text (self->due));
}
