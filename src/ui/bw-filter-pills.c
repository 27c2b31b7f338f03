/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The active filters as pills.
 *
 * CSS node: "filterpills" with buttons of the class .filter-pill. Accessibility: a button's name is
 * the filter that it removes; focus goes to the next pill. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-facet.h"
#include "bw-filter-pills.h"
#include "bw-unit.h"

/* More values of a dimension are one pill. */
#define MANY_VALUES 3

struct _BwFilterPills {
  BwReportWidget parent_instance;

  /* Template */
  AdwWrapBox *box;
};

G_DEFINE_FINAL_TYPE (BwFilterPills, bw_filter_pills, BW_TYPE_REPORT_WIDGET)

/* --- Removing ----------------------------------------------------------------------------------
 */

static void
remove_cb (BwFilterPills *self, GtkButton *pill)
{
  BwWorkspace *workspace = bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
  BwFilter *filter = bw_workspace_get_filter (workspace);
  BwFieldId field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (pill), "field"));
  const char *value = g_object_get_data (G_OBJECT (pill), "value");
  g_autoptr (BwFilter) changed = value != NULL ? bw_filter_with_value (filter, field, value, FALSE)
                                              : bw_filter_with (filter, field, NULL);

  bw_workspace_set_filter (workspace, changed);
}

/* --- Pills -------------------------------------------------------------------------------------
 */

static GtkWidget *
create_pill (const char *text)
{
  GtkWidget *pill = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "icon-name", "window-close-symbolic", NULL);
  g_autofree char *tip = g_strdup_printf (_ ("Remove the filter “%s”"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (pill), box);
  gtk_widget_set_tooltip_text (pill, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (pill, "filter-pill");
  return pill;
}

/* value NULL: all values of the field. */
static void
append_pill (BwFilterPills *self, BwFieldId field, const char *value, const char *shown)
{
  /* Translators: a dimension and what of it is shown: "Channel: email" */
  g_autofree char *text =
      g_strdup_printf (C_ ("filter", "%s: %s"), bw_field_get_title (field), shown);
  GtkWidget *pill = create_pill (text);

  g_object_set_data (G_OBJECT (pill), "field", GINT_TO_POINTER (field));
  g_object_set_data_full (G_OBJECT (pill), "value", g_strdup (value), g_free);
  g_signal_connect_object (pill, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, pill);
}

static void
append_field (BwFilterPills *self, BwWorkspace *workspace, BwFieldId field)
{
  const char *const *values = bw_filter_get_values (bw_workspace_get_filter (workspace), field);
  BwPseudonyms *pseudonyms = bw_workspace_get_anonymise (workspace)
                                 ? bw_engine_get_pseudonyms (bw_workspace_get_engine (workspace))
                                 : NULL;
  guint n = g_strv_length ((GStrv) values);
  g_autofree char *count = bw_format_count (n);
  g_autofree char *many = NULL;

  for (guint i = 0; n <= MANY_VALUES && i < n; i++)
    append_pill (self, field, values[i], bw_filter_label_value (field, values[i], pseudonyms));
  if (n <= MANY_VALUES)
    return;
  many = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s value", "%s values", n), count);
  append_pill (self, field, NULL, many);
}

static void
append_clear (BwFilterPills *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Remove All"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filters");
  gtk_widget_add_css_class (button, "flat");
  adw_wrap_box_append (self->box, button);
}

/* Place of the pill that has the focus, or -1. */
static int
find_focus (BwFilterPills *self)
{
  int i = 0;

  for (GtkWidget *pill = gtk_widget_get_first_child (GTK_WIDGET (self->box)); pill != NULL;
       pill = gtk_widget_get_next_sibling (pill), i++)
    if (gtk_widget_has_focus (pill))
      return i;
  return -1;
}

static void
focus_pill (BwFilterPills *self, int i)
{
  GtkWidget *pill = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (i-- > 0 && pill != NULL && gtk_widget_get_next_sibling (pill) != NULL)
    pill = gtk_widget_get_next_sibling (pill);
  if (pill != NULL)
    gtk_widget_grab_focus (pill);
}

static void
remove_pills (BwFilterPills *self)
{
  GtkWidget *pill;

  while ((pill = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, pill);
}

static void
update (BwFilterPills *self)
{
  BwWorkspace *workspace = bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
  const BwFieldId *fields = bw_filter_get_fields (bw_workspace_get_filter (workspace));
  int focus = find_focus (self);

  remove_pills (self);
  for (guint i = 0; fields[i] != BW_FIELD_NONE; i++)
    append_field (self, workspace, fields[i]);
  if (fields[0] != BW_FIELD_NONE)
    append_clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), fields[0] != BW_FIELD_NONE);
  if (focus >= 0)
    focus_pill (self, focus);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_filter_pills_watch (BwReportWidget *self, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, self, (BwWatcher) update, "filter", "anonymise", NULL);
}

static void
bw_filter_pills_class_init (BwFilterPillsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_filter_pills_watch;

  gtk_widget_class_set_css_name (widget_class, "filterpills");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-filter-pills.ui");
  gtk_widget_class_bind_template_child (widget_class, BwFilterPills, box);
}

static void
bw_filter_pills_init (BwFilterPills *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
