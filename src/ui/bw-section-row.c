/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a section of the report.
 *
 * Shortcuts: Alt+Up and Alt+Down move it. It can be dragged by its handle. Accessibility: the
 * switch is named after the section, the text after its comment. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-section-row.h"

struct _BwSectionRow {
  AdwExpanderRow parent_instance;

  const BwSection *section;

  /* Borrowed: a child */
  GtkSwitch *toggle;

  /* Owned */
  GtkTextBuffer *comment;
};

typedef enum {
  SIGNAL_TOGGLED,
  SIGNAL_COMMENTED,
  SIGNAL_MOVED,
  SIGNAL_DROPPED,
  SIGNAL_LAST,
} BwSectionRowSignal;

static guint signals[SIGNAL_LAST];

G_DEFINE_FINAL_TYPE (BwSectionRow, bw_section_row, ADW_TYPE_EXPANDER_ROW)

static void
toggled_cb (BwSectionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
show_comment (BwSectionRow *self)
{
  g_autofree char *text = bw_section_row_dup_comment (self);
  g_strdelimit (text, "\n", ' ');
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

static void
commented_cb (BwSectionRow *self)
{
  show_comment (self);
  g_signal_emit (self, signals[SIGNAL_COMMENTED], 0);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0, g_variant_get_int32 (parameter));
}

/* --- Dragging -----------------------------------------------------------------------------------
 */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, BwSectionRow *self)
{
  return gdk_content_provider_new_typed (BW_TYPE_SECTION_ROW, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, BwSectionRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BwSectionRow *self)
{
  BwSectionRow *other = g_value_get_object (value);

  if (other == NULL || other == self)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, other);
  return TRUE;
}

static GtkWidget *
create_handle (BwSectionRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (BW_TYPE_SECTION_ROW, GDK_ACTION_MOVE);

  gtk_widget_add_css_class (handle, "dimmed");
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_DEFAULT);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  return handle;
}

/* --- Parts --------------------------------------------------------------------------------------
 */

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
create_editor (BwSectionRow *self)
{
  GtkWidget *view = gtk_text_view_new_with_buffer (self->comment);
  /* Translators: %s is a section of the report */
  g_autofree char *name =
      g_strdup_printf (_ ("Comment on “%s”"), bw_section_get_title (self->section));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 72);
  gtk_widget_add_css_class (view, "comment");
  name_widget (view, name);
  return view;
}

/* When it is wanted first: there are many rows, and editors are dear. */
static void
expanded_cb (BwSectionRow *self)
{
  g_signal_handlers_disconnect_by_func (self, expanded_cb, NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), create_editor (self));
}

static void
add_parts (BwSectionRow *self, gboolean active, const char *comment)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self);
  GtkWidget *toggle = gtk_switch_new ();

  self->toggle = GTK_SWITCH (toggle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (self->toggle, active);
  name_widget (toggle, bw_section_get_title (self->section));
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_prefix (row, create_handle (self));
  adw_expander_row_add_suffix (row, toggle);
  self->comment = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_text (self->comment, comment, -1);
  g_signal_connect_object (self->comment, "changed", G_CALLBACK (commented_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  show_comment (self);
}

static void
bw_section_row_finalize (GObject *object)
{
  g_object_unref (BW_SECTION_ROW (object)->comment);
  G_OBJECT_CLASS (bw_section_row_parent_class)->finalize (object);
}

static void
bw_section_row_class_init (BwSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_section_row_finalize;

  signals[SIGNAL_TOGGLED] =
      g_signal_new ("toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_COMMENTED] =
      g_signal_new ("commented", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, BW_TYPE_SECTION_ROW);

  gtk_widget_class_install_action (widget_class, "section.move", "i", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "section.move", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "section.move",
                                       "i", 1);
}

static void
bw_section_row_init (BwSectionRow *self)
{
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

BwSectionRow *
bw_section_row_new (const BwSection *section, gboolean active, const char *comment)
{
  BwSectionRow *self = g_object_new (BW_TYPE_SECTION_ROW, NULL);

  self->section = section;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), bw_section_get_title (section));
  add_parts (self, active, comment);
  return self;
}

const BwSection *
bw_section_row_get_section (BwSectionRow *self)
{
  return self->section;
}

gboolean
bw_section_row_get_active (BwSectionRow *self)
{
  return gtk_switch_get_active (self->toggle);
}

char *
bw_section_row_dup_comment (BwSectionRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->comment, &start, &end);
  return gtk_text_buffer_get_text (self->comment, &start, &end, FALSE);
}
