/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard shortcuts, in a list.
 *
 * CSS: keys are labels of the class .keycap. Accessibility: the keys are spoken as part of their
 * row. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-plain-row.h"
#include "bw-shortcuts-dialog.h"

struct _BwShortcutsDialog {
  AdwDialog parent_instance;

  /* Template */
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (BwShortcutsDialog, bw_shortcuts_dialog, ADW_TYPE_DIALOG)

typedef struct {
  const char *title; /* N_() */
  const char *keys;  /* accelerators, a space between alternatives */
} Shortcut;

static const Shortcut report_shortcuts[] = {
  { N_ ("Open files"), "<Control>o" },
  { N_ ("Add files to the report"), "<Control><Shift>o" },
  { N_ ("Save the report"), "<Control>s" },
  { N_ ("Save the report elsewhere"), "<Control><Shift>s" },
  { N_ ("Export the report as PDF"), "<Control>e" },
  { N_ ("Print the report"), "<Control>p" },
  { N_ ("Previous period"), "<Alt>Left" },
  { N_ ("Next period"), "<Alt>Right" },
  { N_ ("Search figures, agents, channels, tickets and actions"), "<Control>k" },
  { N_ ("Filters"), "<Control>f" },
  { N_ ("Report settings"), "<Alt>Return" },
  { N_ ("Undo a change of period, filters or method"), "<Control>z" },
  { N_ ("Redo"), "<Control><Shift>z" },
  { NULL },
};

static const Shortcut chart_shortcuts[] = {
  { N_ ("Go through the data"), "Left Right Up Down" },
  { N_ ("First and last"), "Home End" },
  { N_ ("Show the rows behind a mark"), "Return" },
  { N_ ("Leave the data"), "Escape" },
  { N_ ("Menu of the chart"), "<Shift>F10" },
  { N_ ("Zoom into time"), "plus" },
  { N_ ("Zoom out"), "minus" },
  { N_ ("Show all periods"), "0" },
  { N_ ("Move in time"), "<Shift>Left <Shift>Right" },
  { NULL },
};

static const Shortcut tile_shortcuts[] = {
  { N_ ("Move a tile of the overview"), "<Control>Left <Control>Right" },
  { N_ ("Pin or hide a tile"), "<Shift>F10" },
  { NULL },
};

static const Shortcut row_shortcuts[] = {
  { N_ ("Details of the row"), "Return" },
  { N_ ("Select all rows"), "<Control>a" },
  { N_ ("Copy the selected rows"), "<Control>c" },
  { N_ ("Copy the selected rows as CSV"), "<Control><Shift>c" },
  { N_ ("Menu of the row"), "<Shift>F10" },
  { NULL },
};

static const Shortcut general_shortcuts[] = {
  { N_ ("Back"), "Escape" },
  { N_ ("Main menu"), "F10" },
  { N_ ("Preferences"), "<Control>comma" },
  { N_ ("Help"), "F1" },
  { N_ ("Keyboard shortcuts"), "<Control>question" },
  { N_ ("New window"), "<Control>n" },
  { N_ ("Close window"), "<Control>w" },
  { N_ ("Quit"), "<Control>q" },
  { NULL },
};

static char *
label_accelerator (const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    g_return_val_if_reached (g_strdup (accelerator));
  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
create_row (const Shortcut *shortcut)
{
  GtkWidget *row = bw_plain_row_new (_ (shortcut->title), NULL);
  AdwWrapBox *box = bw_plain_row_add_wrap_box (row);
  g_auto (GStrv) keys = g_strsplit (shortcut->keys, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++) {
    g_autofree char *text = label_accelerator (keys[i]);
    GtkWidget *label = gtk_label_new (text);
    gtk_widget_add_css_class (label, "keycap");
    gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
    adw_wrap_box_append (box, label);
  }
  return row;
}

static void
add_group (BwShortcutsDialog *self, const char *title, const Shortcut *shortcuts)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; shortcuts[i].title != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (&shortcuts[i]));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
bw_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_SHORTCUTS_DIALOG);
  G_OBJECT_CLASS (bw_shortcuts_dialog_parent_class)->dispose (object);
}

static void
bw_shortcuts_dialog_class_init (BwShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_shortcuts_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwShortcutsDialog, page);
}

static void
bw_shortcuts_dialog_init (BwShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_group (self, _ ("Report"), report_shortcuts);
  add_group (self, _ ("Charts"), chart_shortcuts);
  add_group (self, _ ("Tiles"), tile_shortcuts);
  add_group (self, _ ("Rows"), row_shortcuts);
  add_group (self, _ ("General"), general_shortcuts);
}

BwShortcutsDialog *
bw_shortcuts_dialog_new (void)
{
  return g_object_new (BW_TYPE_SHORTCUTS_DIALOG, NULL);
}
