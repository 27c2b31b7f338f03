/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of topics below what it comes to.
 *
 * Comments are sorted in a thread; the latest settings win. Accessibility: that of the editor. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-asking.h"
#include "bw-comments.h"
#include "bw-plain-row.h"
#include "bw-topic-editor.h"
#include "bw-topic-group.h"

struct _BwTopicGroup {
  AdwPreferencesGroup parent_instance;

  /* Borrowed: children */
  GtkWidget *effect;
  BwTopicEditor *editor;

  /* Owned */
  BwWorkspace *workspace;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (BwTopicGroup, bw_topic_group, ADW_TYPE_PREFERENCES_GROUP)

static const BwFigure *
find_commented (BwWorkspace *workspace)
{
  static const char *const kpis[] = { "csat", "nps", "ces" };

  for (guint i = 0; i < G_N_ELEMENTS (kpis); i++) {
    const BwFigure *figure = bw_workspace_find_figure (workspace, kpis[i]);
    if (figure != NULL && figure->available)
      return figure;
  }
  return NULL;
}

static gpointer
gather (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  return bw_comments_new (engine, question, figure);
}

static void
show_effect (BwTopicGroup *self, const BwComments *comments)
{
  guint n_topics = comments != NULL ? comments->names->len : 0;
  gint64 n_all = comments != NULL ? comments->all.n : 0;
  gint64 n_none = n_topics > 0 ? g_array_index (comments->sums, BwTopicSum, n_topics).n : n_all;
  g_autofree char *sorted = bw_format_count (n_all - n_none);
  g_autofree char *all = bw_format_count (n_all);
  /* Translators: how many comments have a topic, of how many there are */
  g_autofree char *words = g_strdup_printf (_ ("%s of %s comments have a topic"), sorted, all);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->effect), words);
}

static void
show_suggestions (BwTopicGroup *self, const BwComments *comments)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; comments != NULL && i < comments->suggestions->len; i++) {
    const BwSuggestion *suggestion = &g_array_index (comments->suggestions, BwSuggestion, i);
    g_ptr_array_add (words, suggestion->word);
    g_array_append_val (counts, suggestion->n);
  }
  g_ptr_array_add (words, NULL);
  bw_topic_editor_set_suggestions (self->editor, (const char *const *) words->pdata,
                                   (const guint *) (void *) counts->data);
}

static void
gathered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwTopicGroup) self = user_data;
  g_autoptr (BwComments) comments = bw_asking_finish (result, NULL);

  if (self->asking == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  show_effect (self, comments);
  show_suggestions (self, comments);
}

static void
stop_asking (BwTopicGroup *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (BwTopicGroup *self)
{
  const BwFigure *figure = find_commented (self->workspace);

  stop_asking (self);
  if (figure == NULL)
    return;
  self->asking = g_cancellable_new ();
  bw_asking_start (self->workspace, gather, (GDestroyNotify) bw_comments_unref, figure,
                   BW_FIELD_NONE, self->asking, gathered_cb, g_object_ref (self));
}

static void
bw_topic_group_dispose (GObject *object)
{
  BwTopicGroup *self = BW_TOPIC_GROUP (object);

  stop_asking (self);
  if (self->workspace != NULL)
    bw_workspace_unwatch (self->workspace, self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bw_topic_group_parent_class)->dispose (object);
}

static void
bw_topic_group_class_init (BwTopicGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_topic_group_dispose;
}

static void
bw_topic_group_init (BwTopicGroup *self)
{
  self->effect = bw_plain_row_new (_ ("Sorting the comments…"), NULL);
  self->editor = BW_TOPIC_EDITOR (bw_topic_editor_new ());
  gtk_widget_set_margin_top (GTK_WIDGET (self->editor), 24);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->effect);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->editor));
}

GtkWidget *
bw_topic_group_new (BwWorkspace *workspace)
{
  BwTopicGroup *self = g_object_new (BW_TYPE_TOPIC_GROUP, NULL);

  self->workspace = g_object_ref (workspace);
  bw_report_widget_set_workspace (BW_REPORT_WIDGET (self->editor), workspace);
  bw_workspace_watch (workspace, self, (BwWatcher) ask, "figures", NULL);
  return GTK_WIDGET (self);
}

gboolean
bw_topic_group_is_useful (BwWorkspace *workspace)
{
  BwTable *table = bw_dataset_get_table (bw_workspace_get_dataset (workspace), BW_KIND_RESPONSES);

  return find_commented (workspace) != NULL && table != NULL &&
         bw_table_find (table, BW_FIELD_COMMENT) != NULL;
}
