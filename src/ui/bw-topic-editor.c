/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each topic that opens to its name and words, and frequent words as buttons.
 *
 * CSS node: "topiceditor". Shortcuts: Enter in an entry takes it over. Accessibility: a button that
 * adds a word says which and how many comments have it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-children.h"
#include "bw-comments.h"
#include "bw-plain-row.h"
#include "bw-topic-editor.h"
#include "bw-unit.h"

struct _BwTopicEditor {
  BwReportWidget parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  AdwEntryRow *new_topic;
  GtkWidget *suggested;
  AdwWrapBox *suggestions;

  /* Owned */
  GPtrArray *rows; /* AdwExpanderRow of the group, one a topic */
};

G_DEFINE_FINAL_TYPE (BwTopicEditor, bw_topic_editor, BW_TYPE_REPORT_WIDGET)

static BwWorkspace *
get_workspace (BwTopicEditor *self)
{
  return bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
}

static GPtrArray *
get_topics (BwTopicEditor *self)
{
  return bw_settings_get_topics (bw_workspace_get_settings (get_workspace (self)));
}

/* --- Changing ----------------------------------------------------------------------------------
 */

/* "late; delivery" as it is stored; NULL without any. */
static char *
tidy_words (const char *text)
{
  g_auto (GStrv) words = bw_topic_split_words (text);

  return words[0] != NULL ? g_strjoinv (";", words) : NULL;
}

/* The i-th topic under that name and with these words (NULL = without it); the others, and their
 * order, stay. */
static void
replace_topic (BwTopicEditor *self, guint i, const char *name, const char *words)
{
  GPtrArray *topics = get_topics (self);
  g_autoptr (BwSettings) settings =
                bw_settings_copy (bw_workspace_get_settings (get_workspace (self)));

  for (guint k = 0; k < topics->len; k++)
    bw_settings_set_topic (settings, ((const BwTopic *) topics->pdata[k])->name, NULL);
  for (guint k = 0; k < topics->len; k++) {
    const BwTopic *topic = topics->pdata[k];
    if (k != i)
      bw_settings_set_topic (settings, topic->name, topic->words);
    else if (words != NULL)
      bw_settings_set_topic (settings, name, words);
  }
  bw_workspace_set_settings (get_workspace (self), settings);
}

static void
add_topic (BwTopicEditor *self, const char *name, const char *words)
{
  g_autoptr (BwSettings) settings =
                bw_settings_copy (bw_workspace_get_settings (get_workspace (self)));

  bw_settings_set_topic (settings, name, words);
  bw_workspace_set_settings (get_workspace (self), settings);
}

static char *
capitalise (const char *word)
{
  g_autofree char *first = g_utf8_substring (word, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (word), NULL);
}

static gboolean
has_topic (BwTopicEditor *self, const char *name)
{
  GPtrArray *topics = get_topics (self);

  for (guint i = 0; i < topics->len; i++)
    if (g_str_equal (((const BwTopic *) topics->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

/* The name is the first word, too. */
static void
added_cb (BwTopicEditor *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_topic)));
  g_autofree char *words = tidy_words (name);

  g_strstrip (name);
  if (words == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->new_topic), "");
  if (!has_topic (self, name))
    add_topic (self, name, words);
}

static void
suggestion_clicked_cb (BwTopicEditor *self, GtkButton *button)
{
  const char *word = g_object_get_data (G_OBJECT (button), "word");
  g_autofree char *name = capitalise (word);

  if (!has_topic (self, name))
    add_topic (self, name, word);
}

static guint
find_row (BwTopicEditor *self, GtkWidget *child)
{
  guint i = 0;
  GtkWidget *row = gtk_widget_get_ancestor (child, ADW_TYPE_EXPANDER_ROW);

  return g_ptr_array_find (self->rows, row, &i) ? i : self->rows->len;
}

static void
renamed_cb (BwTopicEditor *self, AdwEntryRow *row)
{
  guint i = find_row (self, GTK_WIDGET (row));
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  const BwTopic *topic = i < get_topics (self)->len ? get_topics (self)->pdata[i] : NULL;

  g_strstrip (name);
  if (topic == NULL || g_str_equal (topic->name, name))
    return;
  if (*name != '\0' && !has_topic (self, name))
    replace_topic (self, i, name, topic->words);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), topic->name);
}

static void
reworded_cb (BwTopicEditor *self, AdwEntryRow *row)
{
  guint i = find_row (self, GTK_WIDGET (row));
  g_autofree char *words = tidy_words (gtk_editable_get_text (GTK_EDITABLE (row)));
  const BwTopic *topic = i < get_topics (self)->len ? get_topics (self)->pdata[i] : NULL;

  if (topic == NULL)
    return;
  if (words != NULL)
    replace_topic (self, i, topic->name, words);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), topic->words);
}

static void
removed_cb (BwTopicEditor *self, GtkButton *button)
{
  guint i = find_row (self, GTK_WIDGET (button));

  if (i < get_topics (self)->len)
    replace_topic (self, i, NULL, NULL);
}

/* --- Rows --------------------------------------------------------------------------------------
 */

static char *
show_words (const BwTopic *topic)
{
  g_auto (GStrv) words = bw_topic_split_words (topic->words);

  return g_strjoinv (", ", words);
}

static GtkWidget *
create_entry (BwTopicEditor *self, const char *title, const char *text, GCallback callback)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", callback, self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
create_remove_button (BwTopicEditor *self, const BwTopic *topic)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove Topic %s"), topic->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
append_row (BwTopicEditor *self, const BwTopic *topic)
{
  g_autofree char *words = show_words (topic);
  GtkWidget *row = bw_plain_row_new_expander (topic->name, words);

  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), create_remove_button (self, topic));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            create_entry (self, _ ("Name"), topic->name, G_CALLBACK (renamed_cb)));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            create_entry (self, _ ("Words"), words, G_CALLBACK (reworded_cb)));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* Does the row still say what the topic is? */
static gboolean
row_fits (AdwExpanderRow *row, const BwTopic *topic)
{
  g_autofree char *words = show_words (topic);

  return g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), topic->name) &&
         g_str_equal (adw_expander_row_get_subtitle (row), words);
}

/* Rows that fit stay, so that focus does. */
static void
update (BwTopicEditor *self)
{
  GPtrArray *topics = get_topics (self);
  guint same = 0;
  gboolean opened = FALSE;

  while (same < MIN (topics->len, self->rows->len) &&
         row_fits (self->rows->pdata[same], topics->pdata[same]))
    same++;
  while (self->rows->len > same) {
    AdwExpanderRow *row = self->rows->pdata[self->rows->len - 1];
    opened |= self->rows->len - 1 == same && adw_expander_row_get_expanded (row);
    adw_preferences_group_remove (self->group, GTK_WIDGET (row));
    g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
  }
  for (guint i = same; i < topics->len; i++)
    append_row (self, topics->pdata[i]);
  if (opened && same < self->rows->len)
    adw_expander_row_set_expanded (self->rows->pdata[same], TRUE);
}

static void
append_suggestion (BwTopicEditor *self, const char *word, guint n)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *count = bw_format_count (n);
  /* Translators: a word, and how many comments have it: "delivery (12)" */
  g_autofree char *text = g_strdup_printf (C_ ("suggestion", "%s (%s)"), word, count);
  g_autofree char *name =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add topic %s, in %u comment",
                                    "Add topic %s, in %u comments", n),
                       word, n);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "filter-pill");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "word", g_strdup (word), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->suggestions, button);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_topic_editor_watch (BwReportWidget *widget, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, widget, (BwWatcher) update, "settings", NULL);
}

static void
bw_topic_editor_finalize (GObject *object)
{
  g_ptr_array_unref (BW_TOPIC_EDITOR (object)->rows);
  G_OBJECT_CLASS (bw_topic_editor_parent_class)->finalize (object);
}

static void
bw_topic_editor_class_init (BwTopicEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_topic_editor_finalize;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_topic_editor_watch;

  gtk_widget_class_set_css_name (widget_class, "topiceditor");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-topic-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BwTopicEditor, group);
  gtk_widget_class_bind_template_child (widget_class, BwTopicEditor, new_topic);
  gtk_widget_class_bind_template_child (widget_class, BwTopicEditor, suggested);
  gtk_widget_class_bind_template_child (widget_class, BwTopicEditor, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
}

static void
bw_topic_editor_init (BwTopicEditor *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bw_topic_editor_new (void)
{
  return g_object_new (BW_TYPE_TOPIC_EDITOR, NULL);
}

void
bw_topic_editor_set_suggestions (BwTopicEditor *self, const char *const *words, const guint *n)
{
  GtkWidget *child;

  g_return_if_fail (BW_IS_TOPIC_EDITOR (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    adw_wrap_box_remove (self->suggestions, child);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    append_suggestion (self, words[i], n[i]);
  gtk_widget_set_visible (self->suggested, words != NULL && words[0] != NULL);
}
