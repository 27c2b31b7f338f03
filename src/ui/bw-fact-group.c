/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of named facts: rows that cannot be activated. */
#include "config.h"

#include "bw-fact-group.h"
#include "bw-plain-row.h"

struct _BwFactGroup {
  AdwPreferencesGroup parent_instance;

  guint n; /* rows that are shown */

  /* Owned */
  GPtrArray *rows; /* in the group; those that are not shown are there for other facts */
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
  for (guint i = 0; i < self->n; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), FALSE);
  self->n = 0;
}

/* Only a row with a value has a label for it. */
static GtkLabel *
get_label (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "value");
}

static void
remove_unused (BwFactGroup *self)
{
  for (guint i = self->n; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, self->n);
}

static void
add_row (BwFactGroup *self, GtkWidget *row)
{
  remove_unused (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  self->n++;
}

/* The next row of those that were shown before, when it is of that sort, or NULL. */
static GtkWidget *
reuse_row (BwFactGroup *self, const char *title, gboolean has_value)
{
  GtkWidget *row = self->n < self->rows->len ? g_ptr_array_index (self->rows, self->n) : NULL;

  if (row == NULL || (get_label (row) != NULL) != has_value)
    return NULL;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_visible (row, TRUE);
  self->n++;
  return row;
}

void
bw_fact_group_add_value (BwFactGroup *self, const char *title, const char *value)
{
  GtkWidget *row = reuse_row (self, title, TRUE);
  GtkWidget *label;

  if (row != NULL) {
    gtk_label_set_label (get_label (row), value);
    return;
  }
  row = bw_plain_row_new (title, NULL);
  label = gtk_label_new (value);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "value", label);
  add_row (self, row);
}

void
bw_fact_group_add_text (BwFactGroup *self, const char *title, const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;
  row = reuse_row (self, title, FALSE);
  if (row != NULL) {
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
    return;
  }
  row = bw_plain_row_new (title, text);
  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  add_row (self, row);
}

guint
bw_fact_group_get_n (BwFactGroup *self)
{
  return self->n;
}
