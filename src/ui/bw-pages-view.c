/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview: pages as they will be on paper.
 *
 * Shortcuts: Ctrl++ and Ctrl+- change the size, Ctrl+0 fits the width; arrows and Page Up and Down
 * go through the pages. CSS: the list is .sheets. Accessibility: a list; each page says which it is
 * and what is on it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-pages-view.h"
#include "bw-parallel.h"
#include "bw-sheet-widget.h"

/* Of typing, before pages are made anew. */
#define PATIENCE_MS 150

struct _BwPagesView {
  BwReportWidget parent_instance;

  guint patience_id;
  double zoom; /* 0 = as wide as there is room */

  /* Template */
  GtkListView *list;

  /* Owned */
  BwPages *pages;
  GCancellable *running;
  GPtrArray *sheets; /* that are bound; of GtkListItem */
};

typedef enum {
  PROP_BUSY = 1,
  PROP_N_PAGES,
} BwPagesViewProperty;

static GParamSpec *props[PROP_N_PAGES + 1];

G_DEFINE_FINAL_TYPE (BwPagesView, bw_pages_view, BW_TYPE_REPORT_WIDGET)

static const double zooms[] = { 0.5, 0.75, 1, 1.25, 1.5, 2 };

/* --- Sheets -------------------------------------------------------------------------------------
 */

/* "Page 2 of 12: Demand" */
static char *
describe_page (BwPages *pages, guint page)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: a page of the preview */
  g_string_append_printf (text, _ ("Page %u of %u"), page + 1, bw_pages_get_n (pages));
  for (guint i = 0; i < bw_pages_get_n_headings (pages); i++) {
    const BwPageHeading *heading = bw_pages_get_heading (pages, i);

    if (heading->page == page)
      g_string_append_printf (text, "%s%s", strchr (text->str, ':') == NULL ? ": " : ", ",
                              heading->text);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_sheet (BwPagesView *self, GtkListItem *item)
{
  BwSheetWidget *sheet = BW_SHEET_WIDGET (gtk_list_item_get_child (item));
  guint position = gtk_list_item_get_position (item);

  bw_sheet_widget_set_zoom (sheet, self->zoom);
  if (self->pages == NULL || position >= bw_pages_get_n (self->pages))
    return;
  bw_sheet_widget_show (sheet, self->pages, position);
  gtk_list_item_set_accessible_label (
      item, gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL,
      gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))), -1);
}

static void
sheet_setup_cb (BwPagesView *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, bw_sheet_widget_new ());
}

static void
sheet_bind_cb (BwPagesView *self, GtkListItem *item)
{
  g_ptr_array_add (self->sheets, item);
  show_sheet (self, item);
}

static void
sheet_unbind_cb (BwPagesView *self, GtkListItem *item)
{
  g_ptr_array_remove (self->sheets, item);
  bw_sheet_widget_show (BW_SHEET_WIDGET (gtk_list_item_get_child (item)), NULL, 0);
}

/* The same number of pages is the same list: what is looked at stays where it is. */
static void
update_list (BwPagesView *self)
{
  GListModel *selection = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  GtkStringList *names =
      GTK_STRING_LIST (gtk_no_selection_get_model (GTK_NO_SELECTION (selection)));
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (names));
  guint n = bw_pages_get_n (self->pages);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_take (builder, describe_page (self->pages, i));
  texts = g_strv_builder_end (builder);
  for (guint i = 0; i < MIN (n, n_before); i++)
    if (!g_str_equal (gtk_string_list_get_string (names, i), texts[i]))
      gtk_string_list_splice (names, i, 1, (const char *[]) { texts[i], NULL });
  if (n < n_before)
    gtk_string_list_splice (names, n, n_before - n, NULL);
  for (guint i = n_before; i < n; i++)
    gtk_string_list_append (names, texts[i]);
  for (guint i = 0; i < self->sheets->len; i++)
    show_sheet (self, g_ptr_array_index (self->sheets, i));
}

/* --- Making pages -------------------------------------------------------------------------------
 */

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  BwReport *report = task_data;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  bw_thread_step_back ();
  if (bw_report_compute (report, cancellable, &error))
    g_task_return_pointer (task, bw_pages_new_on_sheet (report), (GDestroyNotify) bw_pages_unref);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BwPagesView *self = BW_PAGES_VIEW (source);
  g_autoptr (BwPages) pages = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->running)
    return;
  g_clear_object (&self->running);
  if (pages != NULL) {
    g_clear_pointer (&self->pages, bw_pages_unref);
    self->pages = g_steal_pointer (&pages);
    update_list (self);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PAGES]);
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
stop (BwPagesView *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static gboolean
make_pages_cb (gpointer user_data)
{
  BwPagesView *self = user_data;
  BwWorkspace *workspace = bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
  g_autoptr (GTask) task = NULL;

  self->patience_id = 0;
  stop (self);
  if (workspace == NULL || bw_workspace_get_figures (workspace) == NULL ||
      bw_workspace_get_busy (workspace))
    return G_SOURCE_REMOVE;
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, made_cb, NULL);
  g_task_set_task_data (task, bw_report_new (workspace), g_object_unref);
  g_task_run_in_thread (task, run_in_thread);
  return G_SOURCE_REMOVE;
}

static void
queue (BwPagesView *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  self->patience_id = g_timeout_add (self->pages == NULL ? 0 : PATIENCE_MS, make_pages_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/* The figures are whole. */
static void
busy_changed_cb (BwPagesView *self)
{
  if (!bw_workspace_get_busy (bw_report_widget_get_workspace (BW_REPORT_WIDGET (self))))
    queue (self);
}

static void
bw_pages_view_watch (BwReportWidget *widget, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, widget, (BwWatcher) busy_changed_cb, "busy", NULL);
  g_signal_connect_object (bw_workspace_get_plan (workspace), "changed", G_CALLBACK (queue), widget,
                           G_CONNECT_SWAPPED);
}

/* --- Zoom ---------------------------------------------------------------------------------------
 */

void
bw_pages_view_zoom (BwPagesView *self, int direction)
{
  double zoom = 0;

  g_return_if_fail (BW_IS_PAGES_VIEW (self));

  for (guint i = 0; direction != 0 && i < G_N_ELEMENTS (zooms); i++) {
    double now = self->zoom > 0 ? self->zoom : 1;

    if (direction > 0 && zooms[i] > now && zoom == 0)
      zoom = zooms[i];
    if (direction < 0 && zooms[i] < now)
      zoom = zooms[i];
  }
  if (direction != 0 && zoom == 0)
    return;
  self->zoom = zoom;
  for (guint i = 0; i < self->sheets->len; i++)
    show_sheet (self, g_ptr_array_index (self->sheets, i));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bw_pages_view_zoom (BW_PAGES_VIEW (widget), g_variant_get_int32 (parameter));
}

/* --- Class --------------------------------------------------------------------------------------
 */

static void
bw_pages_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwPagesView *self = BW_PAGES_VIEW (object);

  switch ((BwPagesViewProperty) id) {
  case PROP_BUSY:
    g_value_set_boolean (value, self->running != NULL || self->patience_id != 0);
    break;
  case PROP_N_PAGES:
    g_value_set_uint (value, self->pages != NULL ? bw_pages_get_n (self->pages) : 0);
    break;
  }
}

static void
bw_pages_view_dispose (GObject *object)
{
  BwPagesView *self = BW_PAGES_VIEW (object);

  stop (self);
  G_OBJECT_CLASS (bw_pages_view_parent_class)->dispose (object);
}

static void
bw_pages_view_finalize (GObject *object)
{
  BwPagesView *self = BW_PAGES_VIEW (object);

  g_ptr_array_unref (self->sheets);
  g_clear_pointer (&self->pages, bw_pages_unref);
  G_OBJECT_CLASS (bw_pages_view_parent_class)->finalize (object);
}

static void
add_zoom_bindings (GtkWidgetClass *klass)
{
  static const struct {
    guint key;
    int direction;
  } bindings[] = {
    { GDK_KEY_plus, 1 },         { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_KP_0, 0 },
  };

  gtk_widget_class_install_action (klass, "pages.zoom", "i", zoom_action);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (klass, bindings[i].key, GDK_CONTROL_MASK, "pages.zoom",
                                         "i", bindings[i].direction);
}

static void
bw_pages_view_class_init (BwPagesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bw_pages_view_get_property;
  object_class->dispose = bw_pages_view_dispose;
  object_class->finalize = bw_pages_view_finalize;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_pages_view_watch;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, ro);
  props[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, ro);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  add_zoom_bindings (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-pages-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BwPagesView, list);
  gtk_widget_class_bind_template_callback (widget_class, sheet_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_unbind_cb);
}

static void
bw_pages_view_init (BwPagesView *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->sheets = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (G_LIST_MODEL (gtk_string_list_new (NULL)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

BwPages *
bw_pages_view_get_pages (BwPagesView *self)
{
  return self->pages;
}
