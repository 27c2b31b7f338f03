/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: welcome, opening, or a report.
 *
 * Shortcuts: Ctrl+O opens, Ctrl+Shift+O adds, Ctrl+S saves, Ctrl+Shift+S saves elsewhere, Ctrl+E
 * exports, Ctrl+P prints, Alt+Left and Alt+Right change the period, Ctrl+F filters, Ctrl+K
 * searches, Ctrl+Z and Ctrl+Shift+Z undo and redo, Alt+Enter opens the settings, Ctrl+? lists all
 * shortcuts, F10 opens the main menu. Files may be dropped anywhere. Below 1080 sp the filters lie
 * above the figures, below 720 sp the sidebar becomes a page of its own. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-drop-area.h"
#include "bw-exporting.h"
#include "bw-file-dialogs.h"
#include "bw-file-question.h"
#include "bw-finding.h"
#include "bw-kpi-page.h"
#include "bw-messages.h"
#include "bw-page-list.h"
#include "bw-preset.h"
#include "bw-printing.h"
#include "bw-sample-data.h"
#include "bw-saving.h"
#include "bw-search-dialog.h"
#include "bw-settings-dialog.h"
#include "bw-shortcuts-dialog.h"
#include "bw-tickets-page.h"
#include "bw-tile-order.h"
#include "bw-window-private.h"

G_DEFINE_FINAL_TYPE (BwWindow, bw_window, ADW_TYPE_APPLICATION_WINDOW)

static void
set_enabled (BwWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* --- The report --------------------------------------------------------------------------------
 */

static void
update_report_actions (BwWindow *self)
{
  gboolean has_figures =
      self->workspace != NULL && bw_workspace_get_figures (self->workspace) != NULL;

  set_enabled (self, "export-as", has_figures);
  set_enabled (self, "print", has_figures && !bw_workspace_get_busy (self->workspace));
  set_enabled (self, "save", self->workspace != NULL);
  set_enabled (self, "save-as", self->workspace != NULL);
  set_enabled (self, "add-files", self->workspace != NULL);
  set_enabled (self, "add-paths", self->workspace != NULL);
  set_enabled (self, "reload", self->workspace != NULL);
  set_enabled (self, "remove-file", self->workspace != NULL);
  set_enabled (self, "replace-file", self->workspace != NULL);
  set_enabled (self, "change-reading", self->workspace != NULL);
  set_enabled (self, "settings", has_figures);
  set_enabled (self, "filters", has_figures);
  set_enabled (self, "find-filter", has_figures);
}

static void
remember_question (BwWindow *self)
{
  BwGrain grain = bw_workspace_get_grain (self->workspace);

  if (grain <= BW_GRAIN_QUARTER)
    g_settings_set_string (self->settings, "grain", bw_grain_to_string (grain));
  g_settings_set_string (self->settings, "compare",
                         bw_compare_to_string (bw_workspace_get_compare (self->workspace)));
  /* The sample begins where there is something to see. */
  if (!bw_sample_data_is (self->paths[0]))
    bw_file_question_remember (self->settings, (const char *const *) self->paths, self->workspace);
}

static void
recall_question (BwWindow *self, BwDataset *dataset)
{
  g_autofree char *grain_name = g_settings_get_string (self->settings, "grain");
  g_autofree char *compare = g_settings_get_string (self->settings, "compare");
  BwGrain grain;

  if (bw_file_question_recall (self->settings, (const char *const *) self->paths, dataset,
                               self->workspace))
    return;
  if (bw_grain_parse (grain_name, &grain))
    bw_workspace_set_grain (self->workspace, grain);
  bw_workspace_set_compare (self->workspace, bw_compare_from_string (compare));
}

/* Shows the report once its first figures are there. */
static void
figures_changed_cb (BwWindow *self)
{
  GPtrArray *figures = bw_workspace_get_figures (self->workspace);

  update_report_actions (self);
  if (figures == NULL || !self->rebuild)
    return;
  self->rebuild = FALSE;
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_overlay_split_view_set_content (self->filters_view, GTK_WIDGET (self->navigation));
  bw_sidebar_show (self->sidebar, self->workspace);
  bw_window_show_page (self, BW_PAGE_OVERVIEW);
  if (self->page != NULL)
    bw_window_show_page (self, self->page);
  g_clear_pointer (&self->page, g_free);
  gtk_stack_set_visible_child_name (self->stack, "report");
}

static void
watch_workspace (BwWindow *self)
{
  const struct {
    const char *signal;
    void (*callback) (BwWindow *self);
  } watched[] = {
    { "notify::figures", figures_changed_cb }, { "notify::busy", update_report_actions },
    { "notify::grain", remember_question },    { "notify::compare", remember_question },
    { "notify::period", remember_question },
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->workspace, watched[i].signal, G_CALLBACK (watched[i].callback),
                             self, G_CONNECT_SWAPPED);
}

static void
update_title (BwWindow *self)
{
  const char *title = bw_document_get_title (self->document);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_navigation_page_set_title (self->sidebar_page, title);
}

/* reopening: what was being opened, which may be NULL; the tiles are as they were arranged last
 * unless it says. */
static void
prepare_workspace (BwWindow *self, const BwReopening *reopening, BwDataset *dataset)
{
  g_autoptr (BwTileOrder) order = bw_tile_order_new (self->settings);

  if (reopening != NULL)
    bw_report_file_apply (reopening->file, self->workspace, NULL);
  else {
    bw_preset_apply (self->settings, self->workspace);
    recall_question (self, dataset);
  }
  bw_tile_order_set_plan (order, bw_workspace_get_plan (self->workspace));
}

static void
start_document (BwWindow *self, BwReopening *reopening)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->document);
  self->document =
      reopening != NULL
          ? bw_document_new (self->workspace, g_steal_pointer (&reopening->file), reopening->path)
          : bw_document_new (self->workspace, NULL, NULL);
  g_signal_connect_object (self->document, "notify::title", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  if (reopening != NULL && bw_reopening_is_changed (reopening))
    bw_document_set_unsaved (self->document);
  /* There is always a copy: the old one goes once the new one is there. */
  if (reopening != NULL && reopening->leftover != NULL && bw_document_keep (self->document, &error))
    bw_leftover_discard (reopening->leftover);
  if (error != NULL)
    g_message ("%s", error->message);
  update_title (self);
}

void
bw_window_start_report (BwWindow *self, BwDataset *dataset)
{
  g_autoptr (BwReopening) reopening = g_steal_pointer (&self->reopening);
  g_autoptr (BwZone) zone = bw_zone_new ("local", NULL);

  if (zone == NULL)
    zone = bw_zone_new_utc ();
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  self->workspace = bw_workspace_new (zone);
  prepare_workspace (self, reopening, dataset);
  bw_question_actions_set_workspace (self->question, self->workspace);
  bw_report_widget_set_workspace (BW_REPORT_WIDGET (self->filters), self->workspace);
  watch_workspace (self);
  g_free (self->page);
  self->page = g_settings_get_string (self->settings, "last-page");
  self->rebuild = TRUE;
  bw_workspace_set_dataset (self->workspace, dataset);
  start_document (self, reopening);
}

/* Other groups may have data now: the same workspace, other pages. */
void
bw_window_extend_report (BwWindow *self, BwDataset *dataset)
{
  AdwNavigationPage *visible =
      self->navigation != NULL ? adw_navigation_view_get_visible_page (self->navigation) : NULL;

  g_set_str (&self->page, visible != NULL ? adw_navigation_page_get_tag (visible) : NULL);
  self->rebuild = TRUE;
  bw_workspace_set_dataset (self->workspace, dataset);
}

/* --- Pages ----------------------------------------------------------------------------------
 */

/* Beside the figures the panel stays as it was left; above them it comes when it is called. */
static void
filters_shown_cb (BwWindow *self)
{
  gboolean shown = adw_overlay_split_view_get_show_sidebar (self->filters_view);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "filters");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
  if (self->settings != NULL && !adw_overlay_split_view_get_collapsed (self->filters_view))
    g_settings_set_boolean (self->settings, "filters-shown", shown);
}

static void
filters_collapsed_cb (BwWindow *self)
{
  gboolean collapsed = adw_overlay_split_view_get_collapsed (self->filters_view);

  adw_overlay_split_view_set_show_sidebar (
      self->filters_view, !collapsed && g_settings_get_boolean (self->settings, "filters-shown"));
}

static void
page_chosen_cb (BwWindow *self, const char *page)
{
  bw_window_show_page (self, page);
}

static AdwNavigationPage *
require_page (BwWindow *self, const char *name)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, name);

  if (page != NULL)
    return page;
  page = bw_page_entry_create (bw_page_list_find (name), self->workspace);
  adw_navigation_view_add (self->navigation, page);
  return page;
}

/* --- Actions -----------------------------------------------------------------------------------
 */

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bw_window_choose_files (user_data, FALSE);
}

static void
add_files_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bw_window_choose_files (user_data, TRUE);
}

static void
replacement_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    bw_messages_show_dialog_error (GTK_WIDGET (self), error);
  else if (g_file_peek_path (file) != NULL && self->paths != NULL)
    bw_window_replace_file (self, g_object_get_data (source, "path"), g_file_peek_path (file));
}

/* Next month's export instead of last month's: it is read as that one was. */
static void
replace_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;
  g_autoptr (GtkFileDialog) dialog =
                bw_file_dialog_new_for_exports (_ ("Replace File"), self->settings);

  g_object_set_data_full (G_OBJECT (dialog), "path", g_variant_dup_string (parameter, NULL),
                          g_free);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, replacement_chosen_cb,
                        g_object_ref (self));
}

static void
reload_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;
  g_auto (GStrv) paths = g_strdupv (self->paths);

  bw_window_load (self, (const char *const *) paths, TRUE, self->importer);
}

static void
remove_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; self->paths[i] != NULL; i++)
    if (!g_str_equal (self->paths[i], g_variant_get_string (parameter, NULL)))
      g_strv_builder_add (builder, self->paths[i]);
  paths = g_strv_builder_end (builder);
  if (paths[0] != NULL)
    bw_window_load (self, (const char *const *) paths, TRUE, self->importer);
}

static void
change_reading_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;
  const char *path, *member;

  g_variant_get (parameter, "(&s&s)", &path, &member);
  bw_window_show_mapping (self, self->importer, path, *member != '\0' ? member : NULL);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;
  g_auto (GStrv) paths = bw_sample_data_list ();

  if (paths != NULL)
    bw_window_open_fresh (self, (const char *const *) paths);
  else
    bw_messages_show_error (GTK_WIDGET (self), _ ("There Is No Sample"),
                                                 _ ("The sample data are not installed."));
}

static void
open_paths_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);

  if (paths[0] != NULL)
    bw_window_open_fresh (user_data, paths);
}

static void
add_paths_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);
  g_auto (GStrv) all = bw_window_join_paths (user_data, paths);

  bw_window_open_paths (user_data, (const char *const *) all, TRUE);
}

static void
report_saved_cb (GtkWindow *window, gpointer user_data)
{
  BwWindow *self = BW_WINDOW (window);
  g_autofree char *words = NULL;

  if (self->document == NULL)
    return;
  /* Translators: %s is the name of a report */
  words = g_strdup_printf (_ ("“%s” saved"), bw_document_get_name (self->document));
  bw_window_remember_recent (self);
  bw_window_show_toast (self, words);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;

  bw_saving_save (GTK_WINDOW (self), self->document, self->settings, FALSE, report_saved_cb, NULL,
                  NULL);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;

  bw_saving_save (GTK_WINDOW (self), self->document, self->settings, TRUE, report_saved_cb, NULL,
                  NULL);
}

static void
export_as_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;

  bw_exporting_ask (GTK_WIDGET (self->stack), self->workspace, self->settings,
                    g_variant_get_string (parameter, NULL));
}

static void
filters_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  BwWindow *self = user_data;

  adw_overlay_split_view_set_show_sidebar (self->filters_view, g_variant_get_boolean (state));
}

static void
find_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;

  adw_overlay_split_view_set_show_sidebar (self->filters_view, TRUE);
  bw_filter_panel_focus_search (self->filters);
}

/* Where a finding leads is an action like any other. */
static void
found_cb (BwWindow *self, BwFinding *finding)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), bw_finding_get_action (finding),
                                      bw_finding_get_target (finding));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;
  BwSearchDialog *dialog = bw_search_dialog_new (self->workspace);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
show_ticket_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;

  if (self->navigation == NULL)
    return;
  bw_window_show_page (self, BW_PAGE_TICKETS);
  bw_tickets_page_search (BW_TICKETS_PAGE (require_page (self, BW_PAGE_TICKETS)),
                          g_variant_get_string (parameter, NULL));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;
  g_autoptr (BwReport) report = bw_report_new (self->workspace);
  g_autoptr (GtkPrintOperation) operation = bw_printing_new (report);

  if (self->navigation != NULL)
    bw_messages_warn_of_logo (GTK_WIDGET (self->navigation),
                              bw_workspace_get_plan (self->workspace));
  bw_printing_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bw_window_show_page (user_data, g_variant_get_string (parameter, NULL));
}

static void
show_kpi_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bw_window_show_kpi (user_data, g_variant_get_string (parameter, NULL));
}

static void
show_explanation_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;
  AdwNavigationPage *page;

  show_kpi_cb (action, parameter, self);
  page = self->navigation != NULL ? adw_navigation_view_get_visible_page (self->navigation) : NULL;
  if (BW_IS_KPI_PAGE (page))
    bw_kpi_page_show_explanation (BW_KPI_PAGE (page));
}

static void
file_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwWindow) self = user_data;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, NULL))
    bw_window_show_toast (self, _ ("No program is installed that opens this file"));
}

static void
show_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (self), NULL, file_shown_cb, g_object_ref (self));
}

static void
settings_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwWindow *self = user_data;

  adw_dialog_present (ADW_DIALOG (bw_settings_dialog_new (self->workspace)), GTK_WIDGET (self));
}

static void
show_shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (ADW_DIALOG (bw_shortcuts_dialog_new ()), user_data);
}

static const GActionEntry actions[] = {
  { .name = "open", .activate = open_cb },
  { .name = "open-sample", .activate = open_sample_cb },
  { .name = "add-paths", .activate = add_paths_cb, .parameter_type = "as" },
  { .name = "open-paths", .activate = open_paths_cb, .parameter_type = "as" },
  { .name = "save", .activate = save_cb },
  { .name = "save-as", .activate = save_as_cb },
  { .name = "add-files", .activate = add_files_cb },
  { .name = "reload", .activate = reload_cb },
  { .name = "remove-file", .activate = remove_file_cb, .parameter_type = "s" },
  { .name = "replace-file", .activate = replace_file_cb, .parameter_type = "s" },
  { .name = "change-reading", .activate = change_reading_cb, .parameter_type = "(ss)" },
  { .name = "export-as", .activate = export_as_cb, .parameter_type = "s" },
  { .name = "print", .activate = print_cb },
  { .name = "filters", .state = "false", .change_state = filters_cb },
  { .name = "find-filter", .activate = find_filter_cb },
  { .name = "search", .activate = search_cb },
  { .name = "show-ticket", .activate = show_ticket_cb, .parameter_type = "s" },
  { .name = "show-page", .activate = show_page_cb, .parameter_type = "s" },
  { .name = "show-kpi", .activate = show_kpi_cb, .parameter_type = "s" },
  { .name = "show-explanation", .activate = show_explanation_cb, .parameter_type = "s" },
  { .name = "show-file", .activate = show_file_cb, .parameter_type = "s" },
  { .name = "settings", .activate = settings_cb },
  { .name = "show-shortcuts", .activate = show_shortcuts_cb },
};

/* --- Class -------------------------------------------------------------------------------------
 */

static void
leave_cb (GtkWindow *window, gpointer user_data)
{
  gtk_window_destroy (window);
}

static gboolean
bw_window_close_request (GtkWindow *window)
{
  BwWindow *self = BW_WINDOW (window);

  if (self->document == NULL || !bw_document_get_modified (self->document))
    return GTK_WINDOW_CLASS (bw_window_parent_class)->close_request (window);
  /* It is being asked already. */
  if (!ADW_IS_ALERT_DIALOG (
          adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self))))
    bw_saving_leave (window, self->document, self->settings, leave_cb, NULL, NULL);
  return TRUE;
}

static void
bw_window_dispose (GObject *object)
{
  BwWindow *self = BW_WINDOW (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (self->loading != NULL)
    bw_loading_page_cancel (self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_WINDOW);
  self->navigation = NULL;
  if (self->question != NULL)
    g_object_run_dispose (G_OBJECT (self->question));
  g_clear_object (&self->question);
  g_clear_object (&self->document);
  g_clear_pointer (&self->reopening, bw_reopening_free);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->paths, g_strfreev);
  g_clear_pointer (&self->opening, g_strfreev);
  g_clear_object (&self->importer);
  g_clear_object (&self->opening_importer);
  g_clear_pointer (&self->page, g_free);
  G_OBJECT_CLASS (bw_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BwWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, content);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, filters_view);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, filters);
  bw_window_bind_file_callbacks (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_collapsed_cb);
}

static void
bw_window_class_init (BwWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bw_window_close_request;

  g_type_ensure (BW_TYPE_DROP_AREA);
  g_type_ensure (BW_TYPE_WELCOME_PAGE);
  g_type_ensure (BW_TYPE_LOADING_PAGE);
  g_type_ensure (BW_TYPE_SIDEBAR);
  g_type_ensure (BW_TYPE_FILTER_PANEL);
  bind_template (widget_class);
  /* After entries, which have their own. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
}

static void
bw_window_init (BwWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  self->question = bw_question_actions_new (ADW_APPLICATION_WINDOW (self), self->toasts);
  update_report_actions (self);
}

static void
use_settings (BwWindow *self, GSettings *settings)
{
  g_set_object (&self->settings, settings);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  bw_window_update_recent (self);
  g_signal_connect_object (settings, "changed::recent-files", G_CALLBACK (bw_window_update_recent),
                           self, G_CONNECT_SWAPPED);
  filters_collapsed_cb (self);
}

BwWindow *
bw_window_new (BwApplication *application)
{
  BwWindow *self = g_object_new (BW_TYPE_WINDOW, "application", application, NULL);

  use_settings (self, bw_application_get_settings (application));
  return self;
}

/* --- Public ------------------------------------------------------------------------------------
 */

gboolean
bw_window_is_free (BwWindow *self)
{
  return self->workspace == NULL && self->reopening == NULL &&
         !bw_loading_page_is_loading (self->loading);
}

BwDocument *
bw_window_get_document (BwWindow *self)
{
  return self->document;
}

void
bw_window_recover (BwWindow *self, const BwLeftover *leftover)
{
  g_autoptr (GError) error = NULL;
  BwReopening *reopening = bw_reopening_new_left (leftover, &error);

  g_return_if_fail (BW_IS_WINDOW (self));

  if (reopening != NULL)
    bw_window_reopen (self, reopening);
  else
    bw_messages_show_error (GTK_WIDGET (self), _ ("This Cannot Be Recovered"), error->message);
}

void
bw_window_offer_file (BwWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file */
  g_autofree char *words = g_strdup_printf (_ ("New export: “%s”"), name);
  gboolean adds = self->paths != NULL && !bw_sample_data_is (self->paths[0]);
  AdwToast *toast;

  g_return_if_fail (BW_IS_WINDOW (self));

  if (self->paths != NULL && g_strv_contains ((const char *const *) self->paths, path))
    return;
  toast = adw_toast_new (words);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, adds ? _ ("_Add") : _ ("_Open"));
  adw_toast_set_action_name (toast, adds ? "win.add-paths" : "win.open-paths");
  adw_toast_set_action_target_value (toast,
                                     g_variant_new_strv ((const char *[]) { path, NULL }, -1));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
bw_window_replace_file (BwWindow *self, const char *path, const char *by)
{
  g_auto (GStrv) paths = g_strdupv (self->paths);

  g_return_if_fail (BW_IS_WINDOW (self));

  for (guint i = 0; paths[i] != NULL; i++)
    if (g_str_equal (paths[i], path))
      g_set_str (&paths[i], by);
  bw_window_open_paths (self, (const char *const *) paths, TRUE);
}

BwWorkspace *
bw_window_get_workspace (BwWindow *self)
{
  return self->workspace;
}

void
bw_window_open_files (BwWindow *self, GFile *const *files, guint n_files)
{
  g_return_if_fail (BW_IS_WINDOW (self));

  bw_window_open_or_add (self, files, n_files, FALSE);
}

void
bw_window_add_files (BwWindow *self, GFile *const *files, guint n_files)
{
  g_return_if_fail (BW_IS_WINDOW (self));

  bw_window_open_or_add (self, files, n_files, TRUE);
}

void
bw_window_show_page (BwWindow *self, const char *page)
{
  AdwNavigationPage *shown;

  g_return_if_fail (BW_IS_WINDOW (self));

  if (self->navigation == NULL || !bw_sidebar_select (self->sidebar, page))
    return;
  shown = require_page (self, page);
  adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { page }, 1);
  adw_navigation_page_set_title (self->content, adw_navigation_page_get_title (shown));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  g_settings_set_string (self->settings, "last-page", page);
}

void
bw_window_show_kpi (BwWindow *self, const char *kpi)
{
  g_return_if_fail (BW_IS_WINDOW (self));

  if (self->navigation == NULL || bw_metric_find (kpi) == NULL)
    return;
  adw_navigation_view_push (self->navigation,
                            ADW_NAVIGATION_PAGE (bw_kpi_page_new (self->workspace, kpi)));
}

void
bw_window_show_toast (BwWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
bw_window_export (BwWindow *self,
                  const char *exporter,
                  const BwExportOptions *options,
                  const char *path)
{
  g_return_if_fail (BW_IS_WINDOW (self));
  g_return_if_fail (self->workspace != NULL);

  bw_exporting_save (GTK_WIDGET (self->stack), self->workspace, exporter, options, path);
}
