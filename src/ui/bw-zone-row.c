/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice of time zones by their names.
 *
 * Shortcuts: letters search. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-report-widget.h"
#include "bw-zone-names.h"
#include "bw-zone-row.h"

struct _BwZoneRow {
  AdwComboRow parent_instance;

  gboolean showing; /* the workspace, not the user, change the choice */

  /* Owned */
  BwWorkspace *workspace;
  GStrv names; /* as in the row */
};

G_DEFINE_FINAL_TYPE (BwZoneRow, bw_zone_row, ADW_TYPE_COMBO_ROW)

static const char *
get_name (BwZoneRow *self)
{
  return bw_zone_get_identifier (bw_workspace_get_zone (self->workspace));
}

/* That of the report comes first where the system does not list it. */
static void
fill (BwZoneRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = bw_zone_list_names ();
  g_autoptr (GtkStringList) model = NULL;

  if (!g_strv_contains ((const char *const *) all, get_name (self)))
    g_strv_builder_add (builder, get_name (self));
  g_strv_builder_addv (builder, (const char **) all);
  self->names = g_strv_builder_end (builder);
  model = gtk_string_list_new ((const char *const *) self->names);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
}

static void
update (BwZoneRow *self)
{
  guint chosen = 0;

  for (guint i = 0; self->names[i] != NULL; i++)
    if (g_str_equal (self->names[i], get_name (self)))
      chosen = i;
  self->showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), chosen);
  self->showing = FALSE;
}

static void
chosen_cb (BwZoneRow *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_autoptr (BwZone) zone = NULL;

  if (self->showing || chosen == GTK_INVALID_LIST_POSITION)
    return;
  zone = bw_zone_new (self->names[chosen], NULL);
  if (zone != NULL)
    bw_workspace_set_zone (self->workspace, zone);
}

static void
bw_zone_row_dispose (GObject *object)
{
  BwZoneRow *self = BW_ZONE_ROW (object);

  if (self->workspace != NULL)
    bw_workspace_unwatch (self->workspace, self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bw_zone_row_parent_class)->dispose (object);
}

static void
bw_zone_row_finalize (GObject *object)
{
  g_strfreev (BW_ZONE_ROW (object)->names);
  G_OBJECT_CLASS (bw_zone_row_parent_class)->finalize (object);
}

static void
bw_zone_row_class_init (BwZoneRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_zone_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_zone_row_finalize;
}

static void
bw_zone_row_init (BwZoneRow *self)
{
  g_autoptr (GtkExpression) text =
                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Time zone"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _ ("Of days, months and business hours"));
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), text);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
}

GtkWidget *
bw_zone_row_new (BwWorkspace *workspace)
{
  BwZoneRow *self = g_object_new (BW_TYPE_ZONE_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  fill (self);
  bw_workspace_watch (workspace, self, (BwWatcher) update, "zone", NULL);
  g_signal_connect (self, "notify::selected", G_CALLBACK (chosen_cb), NULL);
  return GTK_WIDGET (self);
}
