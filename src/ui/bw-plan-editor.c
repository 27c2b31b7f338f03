/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of the report's plan.
 *
 * Shortcuts: Alt+Up and Alt+Down move the section that has the focus. Accessibility: groups have
 * headings; all rows are named. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-action-row.h"
#include "bw-language.h"
#include "bw-languages.h"
#include "bw-logo.h"
#include "bw-messages.h"
#include "bw-plan-editor.h"
#include "bw-report-template.h"
#include "bw-section-row.h"

/* Rows of sections. */
#define ROWS_AT_ONCE 3

struct _BwPlanEditor {
  BwReportWidget parent_instance;

  gboolean loading; /* rows are being filled: they say nothing */
  guint add_id;     /* rows of sections are added */

  /* Template */
  AdwComboRow *template_row;
  AdwEntryRow *title_row;
  AdwActionRow *logo_row;
  GtkWidget *logo_remove;
  AdwComboRow *sheet_row;
  AdwComboRow *language_row;
  AdwSwitchRow *anonymise_row;
  AdwSwitchRow *quotes_row;
  AdwPreferencesGroup *sections_group;
  AdwPreferencesGroup *actions_group;

  /* Owned */
  GPtrArray *sections;  /* BwSectionRow, in their order */
  GArray *wanted;       /* Wanted: the rows that will be there */
  GPtrArray *actions;   /* BwActionRow */
  GPtrArray *languages; /* BwLanguageChoice, as in the row */
};

G_DEFINE_FINAL_TYPE (BwPlanEditor, bw_plan_editor, BW_TYPE_REPORT_WIDGET)

static BwReportPlan *
get_plan (BwPlanEditor *self)
{
  return bw_workspace_get_plan (bw_report_widget_get_workspace (BW_REPORT_WIDGET (self)));
}

/* --- Sections -----------------------------------------------------------------------------------
 */

static void
store_sections (BwPlanEditor *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (self->loading)
    return;
  for (guint i = 0; i < self->sections->len; i++) {
    BwSectionRow *row = g_ptr_array_index (self->sections, i);

    if (bw_section_row_get_active (row))
      g_ptr_array_add (ids, (gpointer) bw_section_row_get_section (row)->id);
  }
  g_ptr_array_add (ids, NULL);
  bw_report_plan_set_sections (get_plan (self), (const char *const *) ids->pdata);
}

static void
section_commented_cb (BwPlanEditor *self, BwSectionRow *row)
{
  g_autofree char *comment = bw_section_row_dup_comment (row);

  bw_report_plan_set_comment (get_plan (self), bw_section_row_get_section (row)->id, comment);
}

/* The rows below a place in their order. */
static void
place_sections (BwPlanEditor *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    adw_preferences_group_remove (self->sections_group, g_ptr_array_index (self->sections, i));
  for (guint i = 0; i < self->sections->len; i++)
    adw_preferences_group_add (self->sections_group, g_ptr_array_index (self->sections, i));
}

static void
move_section (BwPlanEditor *self, BwSectionRow *row, guint to)
{
  guint from;

  if (!g_ptr_array_find (self->sections, row, &from) || from == to || to >= self->sections->len)
    return;
  g_object_ref (row);
  g_ptr_array_remove_index (self->sections, from);
  g_ptr_array_insert (self->sections, (int) to, row);
  place_sections (self);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  store_sections (self);
}

static void
section_moved_cb (BwPlanEditor *self, int by, BwSectionRow *row)
{
  guint from;

  if (g_ptr_array_find (self->sections, row, &from))
    move_section (self, row, from + (guint) by);
}

static void
section_dropped_cb (BwPlanEditor *self, BwSectionRow *other, BwSectionRow *row)
{
  guint to;

  if (g_ptr_array_find (self->sections, row, &to))
    move_section (self, other, to);
}

static void
add_section (BwPlanEditor *self, const BwSection *section, gboolean active)
{
  const char *comment = bw_report_plan_get_comment (get_plan (self), section->id);
  BwSectionRow *row = bw_section_row_new (section, active, comment);

  g_signal_connect_object (row, "toggled", G_CALLBACK (store_sections), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "commented", G_CALLBACK (section_commented_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (section_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (section_dropped_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->sections, g_object_ref (row));
  adw_preferences_group_add (self->sections_group, GTK_WIDGET (row));
}

/* A row that is wanted. */
typedef struct {
  const BwSection *section;
  gboolean active;
} Wanted;

static void
want_section (BwPlanEditor *self, const BwSection *section, gboolean active)
{
  g_array_append_val (self->wanted, ((Wanted) { section, active }));
}

/* Those of the report in their order, then those that it could have too. */
static void
list_sections (BwPlanEditor *self)
{
  BwReportPlan *plan = get_plan (self);
  const BwReportTemplate *template =
      bw_report_template_find (bw_report_plan_get_template (plan), NULL);
  const char *const *chosen = bw_report_plan_get_sections (plan);

  g_array_set_size (self->wanted, 0);
  if (chosen == NULL && template != NULL)
    chosen = bw_report_template_get_sections (template);
  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    if (bw_section_find (chosen[i]) != NULL)
      want_section (self, bw_section_find (chosen[i]), TRUE);
  for (const BwSection *const *section = bw_sections (); *section != NULL; section++)
    if (chosen == NULL || !g_strv_contains (chosen, (*section)->id))
      want_section (self, *section, FALSE);
}

/* What is stored is of all rows: until they are there, nothing is. */
static gboolean
add_rows_cb (gpointer user_data)
{
  BwPlanEditor *self = user_data;

  for (guint i = 0; i < ROWS_AT_ONCE && self->sections->len < self->wanted->len; i++) {
    Wanted wanted = g_array_index (self->wanted, Wanted, self->sections->len);
    add_section (self, wanted.section, wanted.active);
  }
  if (self->sections->len < self->wanted->len)
    return G_SOURCE_CONTINUE;
  self->loading = FALSE;
  self->add_id = 0;
  return G_SOURCE_REMOVE;
}

/* Between frames: a row is dear to make. */
static void
fill_sections (BwPlanEditor *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    adw_preferences_group_remove (self->sections_group, g_ptr_array_index (self->sections, i));
  g_ptr_array_set_size (self->sections, 0);
  list_sections (self);
  self->loading = TRUE;
  g_clear_handle_id (&self->add_id, g_source_remove);
  self->add_id = g_idle_add (add_rows_cb, self);
}

/* --- Actions ------------------------------------------------------------------------------------
 */

static void
store_actions (BwPlanEditor *self)
{
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_report_action_free);

  for (guint i = 0; i < self->actions->len; i++) {
    BwReportAction *action = bw_action_row_dup_action (g_ptr_array_index (self->actions, i));

    if (*action->text != '\0')
      g_ptr_array_add (actions, action);
    else
      bw_report_action_free (action);
  }
  bw_report_plan_set_actions (get_plan (self), actions);
}

static void
action_removed_cb (BwPlanEditor *self, BwActionRow *row)
{
  adw_preferences_group_remove (self->actions_group, GTK_WIDGET (row));
  g_ptr_array_remove (self->actions, row);
  store_actions (self);
}

static BwActionRow *
add_action (BwPlanEditor *self, const BwReportAction *action)
{
  BwActionRow *row = bw_action_row_new (action);

  g_signal_connect_object (row, "edited", G_CALLBACK (store_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (action_removed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->actions, g_object_ref (row));
  adw_preferences_group_add (self->actions_group, GTK_WIDGET (row));
  return row;
}

static void
action_wanted_cb (BwPlanEditor *self)
{
  BwActionRow *row = add_action (self, NULL);

  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
fill_actions (BwPlanEditor *self)
{
  const GPtrArray *actions = bw_report_plan_get_actions (get_plan (self));

  for (guint i = 0; i < self->actions->len; i++)
    adw_preferences_group_remove (self->actions_group, g_ptr_array_index (self->actions, i));
  g_ptr_array_set_size (self->actions, 0);
  for (guint i = 0; i < actions->len; i++)
    add_action (self, g_ptr_array_index (actions, i));
}

/* --- Look ---------------------------------------------------------------------------------------
 */

static void
template_chosen_cb (BwPlanEditor *self)
{
  const GPtrArray *templates = bw_report_templates ();
  guint selected = adw_combo_row_get_selected (self->template_row);

  if (self->loading || selected >= templates->len)
    return;
  bw_report_plan_set_template (get_plan (self),
                               bw_report_template_get_id (g_ptr_array_index (templates, selected)));
  fill_sections (self);
}

static void
title_changed_cb (BwPlanEditor *self)
{
  if (!self->loading)
    bw_report_plan_set_title (get_plan (self),
                              gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
}

static void
sheet_chosen_cb (BwPlanEditor *self)
{
  if (!self->loading)
    bw_report_plan_set_sheet (get_plan (self), adw_combo_row_get_selected (self->sheet_row));
}

static void
language_chosen_cb (BwPlanEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);
  const BwLanguageChoice *choice;

  if (self->loading || selected >= self->languages->len)
    return;
  choice = g_ptr_array_index (self->languages, selected);
  bw_report_plan_set_language (get_plan (self), choice->locale);
}

static void
show_logo (BwPlanEditor *self)
{
  const char *path = bw_report_plan_get_logo (get_plan (self));
  g_autofree char *name = *path != '\0' ? g_filename_display_basename (path) : NULL;
  g_autofree char *problem = bw_messages_dup_logo_problem (get_plan (self));

  adw_action_row_set_subtitle (self->logo_row, problem != NULL ? problem
                                               : name != NULL  ? name
                                                               : _ ("None"));
  gtk_widget_set_visible (self->logo_remove, name != NULL);
}

static void
logo_removed_cb (BwPlanEditor *self)
{
  bw_report_plan_set_logo (get_plan (self), NULL);
  show_logo (self);
}

static gboolean
is_image (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL && bw_logo_check (path, NULL);
}

static void
logo_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwPlanEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL) {
    bw_messages_show_dialog_error (GTK_WIDGET (self), error);
    return;
  }
  if (bw_report_widget_get_workspace (BW_REPORT_WIDGET (self)) == NULL)
    return;
  if (!is_image (file)) {
    bw_messages_show_error (GTK_WIDGET (self),
                            _ ("This Is No Image"),
                              _ ("A logo must be an image on this computer: PNG, JPEG or SVG."));
    return;
  }
  bw_report_plan_set_logo (get_plan (self), g_file_peek_path (file));
  show_logo (self);
}

static void
logo_wanted_cb (BwPlanEditor *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) images = gtk_file_filter_new ();

  gtk_file_filter_set_name (images, _ ("PNG, JPEG and SVG Images"));
  gtk_file_filter_add_mime_type (images, "image/png");
  gtk_file_filter_add_mime_type (images, "image/jpeg");
  gtk_file_filter_add_mime_type (images, "image/svg+xml");
  g_list_store_append (filters, images);
  gtk_file_dialog_set_title (dialog, _ ("Choose Logo"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        logo_chosen_cb, g_object_ref (self));
}

static void
fill_templates (BwPlanEditor *self)
{
  const GPtrArray *templates = bw_report_templates ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < templates->len; i++) {
    const BwReportTemplate *template = g_ptr_array_index (templates, i);

    gtk_string_list_append (names, bw_report_template_get_name (template));
    if (g_str_equal (bw_report_template_get_id (template),
                     bw_report_plan_get_template (get_plan (self))))
      selected = i;
  }
  adw_combo_row_set_model (self->template_row, G_LIST_MODEL (names));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->template_row),
                               bw_report_template_list_problems ()[0] ?: "");
  adw_combo_row_set_selected (self->template_row, selected);
}

/* Of use when there is a choice. One that was chosen elsewhere and is not installed here is told.
 */
static void
fill_languages (BwPlanEditor *self)
{
  const char *locale = bw_report_plan_get_language (get_plan (self));
  gboolean is_lost = *locale != '\0' && !bw_language_is_known (locale);
  g_autofree char *lost =
      is_lost ? g_strdup_printf (_ ("The system has no language “%s”"), locale) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language_row), lost ? lost : "");
  for (guint i = 0; i < self->languages->len; i++) {
    const BwLanguageChoice *choice = g_ptr_array_index (self->languages, i);

    gtk_string_list_append (names, choice->name);
    if (g_str_equal (choice->locale, locale))
      selected = i;
  }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->language_row), self->languages->len > 1 || is_lost);
}

static void
bw_plan_editor_watch (BwReportWidget *widget, BwWorkspace *workspace)
{
  BwPlanEditor *self = BW_PLAN_EDITOR (widget);
  BwReportPlan *plan = bw_workspace_get_plan (workspace);
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  self->loading = TRUE;
  fill_templates (self);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), bw_report_plan_get_title (plan));
  show_logo (self);
  adw_combo_row_set_selected (self->sheet_row, bw_report_plan_get_sheet (plan));
  fill_languages (self);
  fill_actions (self);
  fill_sections (self);
  g_object_bind_property (plan, "anonymise", self->anonymise_row, "active", both);
  g_object_bind_property (plan, "quotes", self->quotes_row, "active", both);
}

static void
bw_plan_editor_dispose (GObject *object)
{
  g_clear_handle_id (&BW_PLAN_EDITOR (object)->add_id, g_source_remove);
  G_OBJECT_CLASS (bw_plan_editor_parent_class)->dispose (object);
}

static void
bw_plan_editor_finalize (GObject *object)
{
  BwPlanEditor *self = BW_PLAN_EDITOR (object);

  g_array_unref (self->wanted);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->languages);
  G_OBJECT_CLASS (bw_plan_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/bellwether/Bellwether/bw-plan-editor.ui");
  gtk_widget_class_bind_template_child (klass, BwPlanEditor, template_row);
  gtk_widget_class_bind_template_child (klass, BwPlanEditor, title_row);
  gtk_widget_class_bind_template_child (klass, BwPlanEditor, logo_row);
  gtk_widget_class_bind_template_child (klass, BwPlanEditor, logo_remove);
  gtk_widget_class_bind_template_child (klass, BwPlanEditor, sheet_row);
  gtk_widget_class_bind_template_child (klass, BwPlanEditor, language_row);
  gtk_widget_class_bind_template_child (klass, BwPlanEditor, anonymise_row);
  gtk_widget_class_bind_template_child (klass, BwPlanEditor, quotes_row);
  gtk_widget_class_bind_template_child (klass, BwPlanEditor, sections_group);
  gtk_widget_class_bind_template_child (klass, BwPlanEditor, actions_group);
  gtk_widget_class_bind_template_callback (klass, template_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, title_changed_cb);
  gtk_widget_class_bind_template_callback (klass, logo_removed_cb);
  gtk_widget_class_bind_template_callback (klass, logo_wanted_cb);
  gtk_widget_class_bind_template_callback (klass, sheet_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, language_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, action_wanted_cb);
}

static void
bw_plan_editor_class_init (BwPlanEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_plan_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_plan_editor_finalize;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_plan_editor_watch;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
bw_plan_editor_init (BwPlanEditor *self)
{
  self->sections = g_ptr_array_new_with_free_func (g_object_unref);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  self->actions = g_ptr_array_new_with_free_func (g_object_unref);
  self->languages = bw_languages ();
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
