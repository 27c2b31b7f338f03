/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of named facts: rows that cannot be activated. */
#include "config.h"

#include "bw-fact-group.h"
#include "bw-plain-row.h"

struct _BwFactGroup {
  AdwPreferencesGroup parent_instance;

  /* Owned */
  GPtrArray *rows; /* in the group */
};

G_DEFINE_FINAL_TYPE (BwFactGroup, bw_fact_group, ADW_TYPE_PREFERENCES_GROUP)

static void
bw_fact_group_finalize (GObject *object)
{
  g_ptr_array_unref (BW_FACT_GROUP (object)->rows);
  G_OBJECT_CLASS (bw_fact_group_parent_class)->finalize (object);
}

static void
bw_fact_group_class_init (BwFactGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_fact_group_finalize;
}

static void
bw_fact_group_init (BwFactGroup *self)
{
  self->rows = g_ptr_array_new ();
}

BwFactGroup *
bw_fact_group_new (const char *title)
{
  return g_object_new (BW_TYPE_FACT_GROUP, "title", title, NULL);
}

void
bw_fact_group_clear (BwFactGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
add_row (BwFactGroup *self, const char *title)
{
  GtkWidget *row = bw_plain_row_new (title, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

void
bw_fact_group_add_value (BwFactGroup *self, const char *title, const char *value)
{
  GtkWidget *row = add_row (self, title);
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

void
bw_fact_group_add_text (BwFactGroup *self, const char *title, const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;
  row = add_row (self, title);
  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

guint
bw_fact_group_get_n (BwFactGroup *self)
{
  return self->rows->len;
}
