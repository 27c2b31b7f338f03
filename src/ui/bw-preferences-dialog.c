/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours, what new reports begin with, and files.
 *
 * All of it takes effect at once. Shortcuts: Escape closes. Accessibility: rows say what is set. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-preferences-dialog.h"
#include "bw-preset.h"
#include "bw-recent-files.h"
#include "bw-watch-row.h"

struct _BwPreferencesDialog {
  AdwPreferencesDialog parent_instance;

  /* Template */
  AdwComboRow *scheme;
  AdwActionRow *preset;
  GtkWidget *forget;
  GtkWidget *take;
  AdwActionRow *recent;
  GtkWidget *clear;

  /* Owned */
  GSettings *settings;
  BwWorkspace *workspace; /* or NULL */
};

G_DEFINE_FINAL_TYPE (BwPreferencesDialog, bw_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static char *
describe_preset (BwWorkspace *preset)
{
  guint n = bw_targets_get_n (bw_workspace_get_targets (preset));
  g_autofree char *targets = g_strdup_printf (ngettext ("%u target", "%u targets", n), n);

  /* Translators: "Taken from a report: Europe/Berlin, 3 targets and its other settings" */
  return g_strdup_printf (_ ("Taken from a report: %s, %s and its other settings"),
                            bw_zone_get_identifier (bw_workspace_get_zone (preset)), targets);
}

static void
update_preset (BwPreferencesDialog *self)
{
  g_autoptr (BwWorkspace) preset = bw_preset_create (self->settings);
  g_autofree char *words = preset != NULL ? describe_preset (preset) : NULL;

  adw_action_row_set_subtitle (self->preset, words != NULL ? words : _ ("As Bellwether has them"));
  gtk_widget_set_visible (self->forget, preset != NULL);
}

static void
update_recent (BwPreferencesDialog *self)
{
  g_autoptr (GPtrArray) sets = bw_recent_files_list (self->settings);
  g_autofree char *name = sets->len > 0 ? bw_recent_files_name (sets->pdata[0]) : NULL;
  g_autofree char *words = NULL;

  if (sets->len > 1)
    words = g_strdup_printf (
        /* Translators: of files that were opened together; %s is the last of these sets */
        ngettext ("%s, and %u other set", "%s, and %u other sets", sets->len - 1), name,
        sets->len - 1);
  adw_action_row_set_subtitle (self->recent, words != NULL  ? words
                                             : name != NULL ? name
                                                            : _ ("None are remembered"));
  gtk_widget_set_sensitive (self->clear, sets->len > 0);
}

static void
scheme_chosen_cb (BwPreferencesDialog *self)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "colours", adw_combo_row_get_selected (self->scheme));
}

static void
take_cb (BwPreferencesDialog *self)
{
  bw_preset_take (self->settings, self->workspace);
}

static void
forget_cb (BwPreferencesDialog *self)
{
  bw_preset_forget (self->settings);
}

static void
clear_cb (BwPreferencesDialog *self)
{
  g_settings_reset (self->settings, "recent-files");
}

static void
bw_preferences_dialog_dispose (GObject *object)
{
  BwPreferencesDialog *self = BW_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bw_preferences_dialog_parent_class)->dispose (object);
}

static void
bw_preferences_dialog_class_init (BwPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_preferences_dialog_dispose;
  g_type_ensure (BW_TYPE_WATCH_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwPreferencesDialog, scheme);
  gtk_widget_class_bind_template_child (widget_class, BwPreferencesDialog, preset);
  gtk_widget_class_bind_template_child (widget_class, BwPreferencesDialog, forget);
  gtk_widget_class_bind_template_child (widget_class, BwPreferencesDialog, take);
  gtk_widget_class_bind_template_child (widget_class, BwPreferencesDialog, recent);
  gtk_widget_class_bind_template_child (widget_class, BwPreferencesDialog, clear);
  gtk_widget_class_bind_template_callback (widget_class, scheme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
bw_preferences_dialog_init (BwPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BwPreferencesDialog *
bw_preferences_dialog_new (GSettings *settings, BwWorkspace *workspace)
{
  BwPreferencesDialog *self = g_object_new (BW_TYPE_PREFERENCES_DIALOG, NULL);

  adw_combo_row_set_selected (self->scheme, g_settings_get_enum (settings, "colours"));
  self->settings = g_object_ref (settings);
  g_set_object (&self->workspace, workspace);
  gtk_widget_set_sensitive (self->take, workspace != NULL);
  g_signal_connect_object (settings, "changed::new-reports", G_CALLBACK (update_preset), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::recent-files", G_CALLBACK (update_recent), self,
                           G_CONNECT_SWAPPED);
  update_preset (self);
  update_recent (self);
  return self;
}
