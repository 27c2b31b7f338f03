/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists that are edited.
 *
 * Rows are made anew only when what they show changed, and the focus stays in the list.
 * Accessibility: the buttons that remove are named by what they remove; the form is an expander. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-edit-group.h"
#include "bw-plain-row.h"
#include "bw-report-widget.h"

typedef struct {
  /* Borrowed: children */
  AdwExpanderRow *form;
  GtkWidget *add_button;

  /* Owned */
  BwWorkspace *workspace;
  GPtrArray *rows; /* children */
  GStrv shown;     /* what each of them shows */
} BwEditGroupPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BwEditGroup, bw_edit_group, ADW_TYPE_PREFERENCES_GROUP)

static BwEditGroupPrivate *
get_private (BwEditGroup *self)
{
  return bw_edit_group_get_instance_private (self);
}

/* --- Entries -----------------------------------------------------------------------------------
 */

static gboolean
find_row (BwEditGroup *self, gpointer row, guint *i)
{
  return g_ptr_array_find (get_private (self)->rows, row, i);
}

static void
remove_cb (BwEditGroup *self, GtkWidget *button)
{
  guint i;

  if (find_row (self, g_object_get_data (G_OBJECT (button), "row"), &i))
    BW_EDIT_GROUP_GET_CLASS (self)->remove (self, i);
}

static void
activated_cb (BwEditGroup *self, GtkWidget *row)
{
  guint i;

  if (!find_row (self, row, &i))
    return;
  bw_edit_group_open_form (self, TRUE);
  BW_EDIT_GROUP_GET_CLASS (self)->edit (self, i);
}

static GtkWidget *
create_remove_button (BwEditGroup *self, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name =
      g_strdup_printf (_ ("Remove %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "row", row);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (BwEditGroup *self, guint i)
{
  BwEditGroupClass *klass = BW_EDIT_GROUP_GET_CLASS (self);
  GtkWidget *row = klass->create_row (self, i);
  GtkWidget *button = create_remove_button (self, row);

  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), button);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (klass->edit != NULL) {
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  }
  g_ptr_array_add (get_private (self)->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static GStrv
describe_all (BwEditGroup *self)
{
  BwEditGroupClass *klass = BW_EDIT_GROUP_GET_CLASS (self);
  guint n = klass->count (self);
  GStrv shown = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    shown[i] = klass->describe (self, i);
  return shown;
}

/* The form stays last. */
static void
show_rows (BwEditGroup *self)
{
  BwEditGroupPrivate *priv = get_private (self);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  for (guint i = 0; i < priv->rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (priv->rows, i));
  g_ptr_array_set_size (priv->rows, 0);
  g_object_ref (priv->form);
  if (gtk_widget_get_parent (GTK_WIDGET (priv->form)) != NULL)
    adw_preferences_group_remove (group, GTK_WIDGET (priv->form));
  for (guint i = 0; priv->shown[i] != NULL; i++)
    add_row (self, i);
  adw_preferences_group_add (group, GTK_WIDGET (priv->form));
  g_object_unref (priv->form);
}

/* Where the focus was in a row that is gone, it goes to the one in its place. */
void
bw_edit_group_update (BwEditGroup *self)
{
  BwEditGroupPrivate *priv = get_private (self);
  g_auto (GStrv) shown = describe_all (self);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint at = 0;

  if (priv->shown != NULL &&
      g_strv_equal ((const char *const *) shown, (const char *const *) priv->shown))
    return;
  for (guint i = 0; focus != NULL && i < priv->rows->len; i++)
    if (gtk_widget_get_focus_child (GTK_WIDGET (priv->rows->pdata[i])) != NULL ||
        gtk_widget_has_focus (priv->rows->pdata[i]))
      at = i;
  g_strfreev (priv->shown);
  priv->shown = g_steal_pointer (&shown);
  show_rows (self);
  if (focus != NULL)
    gtk_widget_grab_focus (at < priv->rows->len ? GTK_WIDGET (priv->rows->pdata[at])
                                                : GTK_WIDGET (priv->form));
}

/* --- The form ----------------------------------------------------------------------------------
 */

static void
check (BwEditGroup *self)
{
  gtk_widget_set_sensitive (get_private (self)->add_button,
                            BW_EDIT_GROUP_GET_CLASS (self)->is_complete (self));
}

static void
add_cb (BwEditGroup *self)
{
  if (!BW_EDIT_GROUP_GET_CLASS (self)->is_complete (self))
    return;
  BW_EDIT_GROUP_GET_CLASS (self)->add (self);
  bw_edit_group_open_form (self, FALSE);
  check (self);
}

static void
create_form (BwEditGroup *self)
{
  BwEditGroupPrivate *priv = get_private (self);
  BwEditGroupClass *klass = BW_EDIT_GROUP_GET_CLASS (self);
  GtkWidget *form = bw_plain_row_new_expander (_ (klass->form_title), NULL);

  priv->form = ADW_EXPANDER_ROW (form);
  priv->add_button = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (priv->add_button), _ (klass->add_label));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (priv->add_button), TRUE);
  gtk_widget_add_css_class (priv->add_button, "suggested-action");
  g_signal_connect_object (priv->add_button, "activated", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  klass->create_form (self);
  adw_expander_row_add_row (priv->form, priv->add_button);
  check (self);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_edit_group_dispose (GObject *object)
{
  BwEditGroupPrivate *priv = get_private (BW_EDIT_GROUP (object));

  if (priv->workspace != NULL)
    bw_workspace_unwatch (priv->workspace, object);
  g_clear_object (&priv->workspace);
  G_OBJECT_CLASS (bw_edit_group_parent_class)->dispose (object);
}

static void
bw_edit_group_finalize (GObject *object)
{
  BwEditGroupPrivate *priv = get_private (BW_EDIT_GROUP (object));

  g_ptr_array_unref (priv->rows);
  g_strfreev (priv->shown);
  G_OBJECT_CLASS (bw_edit_group_parent_class)->finalize (object);
}

static void
bw_edit_group_class_init (BwEditGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_edit_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_edit_group_finalize;
}

static void
bw_edit_group_init (BwEditGroup *self)
{
  get_private (self)->rows = g_ptr_array_new ();
}

/* --- For subclasses ----------------------------------------------------------------------------
 */

BwWorkspace *
bw_edit_group_get_workspace (BwEditGroup *self)
{
  g_return_val_if_fail (BW_IS_EDIT_GROUP (self), NULL);
  return get_private (self)->workspace;
}

void
bw_edit_group_start (BwEditGroup *self, BwWorkspace *workspace, const char *property)
{
  g_return_if_fail (BW_IS_EDIT_GROUP (self));

  get_private (self)->workspace = g_object_ref (workspace);
  create_form (self);
  bw_workspace_watch (workspace, self, (BwWatcher) bw_edit_group_update, property, NULL);
}

void
bw_edit_group_add_field (BwEditGroup *self, GtkWidget *row)
{
  adw_expander_row_add_row (get_private (self)->form, row);
}

GtkWidget *
bw_edit_group_add_entry (BwEditGroup *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "changed", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  bw_edit_group_add_field (self, row);
  return row;
}

GtkWidget *
bw_edit_group_add_choice (BwEditGroup *self, const char *title, const char *const *titles)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (titles);
  g_autoptr (GtkExpression) text =
                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), text);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), g_strv_length ((GStrv) titles) > 8);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  bw_edit_group_add_field (self, row);
  return row;
}

void
bw_edit_group_open_form (BwEditGroup *self, gboolean open)
{
  adw_expander_row_set_expanded (get_private (self)->form, open);
  if (open)
    gtk_widget_child_focus (GTK_WIDGET (get_private (self)->form), GTK_DIR_DOWN);
}

void
bw_edit_group_mark_entry (GtkWidget *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}
