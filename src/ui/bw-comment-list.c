/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comments as rows, a few at a time.
 *
 * CSS node: "commentlist.card". Accessibility: a row is a button named by the comment. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-children.h"
#include "bw-comment-list.h"

#define AT_A_TIME 15

typedef enum {
  ORDER_NEWEST,
  ORDER_WORST,
} Order;

struct _BwCommentList {
  GtkWidget parent_instance;

  int topic;
  guint n_shown;

  /* Template */
  GtkLabel *title;
  GtkLabel *count;
  GtkSearchEntry *search;
  GtkDropDown *order;
  GtkListBox *list;
  GtkWidget *more;

  /* Owned */
  BwComments *comments;
  BwZone *zone;
  GArray *found; /* places of comments */
};

typedef enum {
  COMMENT_ACTIVATED,
  LAST_SIGNAL,
} BwCommentListSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwCommentList, bw_comment_list, GTK_TYPE_WIDGET)

static const BwComment *
get_comment (const BwCommentList *self, guint i)
{
  return &g_array_index (self->comments->comments, BwComment, i);
}

/* --- Finding -----------------------------------------------------------------------------------
 */

static gboolean
has_topic (const BwCommentList *self, const BwComment *comment)
{
  switch (self->topic) {
  case BW_TOPIC_ALL:
    return TRUE;
  case BW_TOPIC_NONE:
    return comment->topics == 0;
  default:
    return (comment->topics >> self->topic & 1) != 0;
  }
}

static gboolean
has_text (const BwComment *comment, const char *folded)
{
  g_autofree char *text = NULL;

  if (*folded == '\0')
    return TRUE;
  text = g_utf8_casefold (comment->text, -1);
  return strstr (text, folded) != NULL;
}

/* Without a score last; of one score the newest first. */
static int
compare_scores (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BwCommentList *self = user_data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  double x = get_comment (self, i)->score, y = get_comment (self, k)->score;

  if (isnan (x) != isnan (y))
    return isnan (x) ? 1 : -1;
  if (!isnan (x) && x != y)
    return x < y ? -1 : 1;
  return (i > k) - (i < k);
}

static void
find (BwCommentList *self)
{
  g_autofree char *folded =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  g_array_set_size (self->found, 0);
  for (guint i = 0; i < self->comments->comments->len; i++)
    if (has_topic (self, get_comment (self, i)) && has_text (get_comment (self, i), folded))
      g_array_append_val (self->found, i);
  if (gtk_drop_down_get_selected (self->order) == ORDER_WORST)
    g_array_sort_with_data (self->found, compare_scores, self);
}

/* --- Rows --------------------------------------------------------------------------------------
 */

static void
append (GString *text, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* "2 of 5 · 14 October 2025 · Delivery" */
static char *
describe (const BwCommentList *self, const BwComment *comment)
{
  GString *text = g_string_new (NULL);

  append (text, comment->shown);
  if (comment->time != BW_TIME_NONE) {
    /* Translators: a day; dates as of g_date_time_format */
    g_autofree char *day =
        bw_day_format (bw_day_around (comment->time, self->zone), _ ("%-d %B %Y"));
    append (text, day);
  }
  for (guint t = 0; t < self->comments->names->len; t++)
    if ((comment->topics >> t & 1) != 0)
      append (text, self->comments->names->pdata[t]);
  return g_string_free_and_steal (text);
}

static GtkWidget *
create_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, NULL);
}

static void
append_row (BwCommentList *self, guint i)
{
  const BwComment *comment = get_comment (self, i);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *words = describe (self, comment);
  GtkWidget *text = create_label (comment->text);
  GtkWidget *caption = create_label (words);

  gtk_widget_add_css_class (box, "comment");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  comment->text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_object_set_data (G_OBJECT (row), "row", GSIZE_TO_POINTER (comment->row));
  gtk_list_box_append (self->list, row);
}

static void
show_more (BwCommentList *self)
{
  guint n = MIN (self->n_shown + AT_A_TIME, self->found->len);

  for (; self->n_shown < n; self->n_shown++)
    append_row (self, g_array_index (self->found, guint, self->n_shown));
  gtk_widget_set_visible (self->more, self->n_shown < self->found->len);
}

static void
show_title (BwCommentList *self)
{
  guint n = self->found->len;
  g_autofree char *count =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u comment", "%u comments", n), n);
  const char *topic = self->topic == BW_TOPIC_ALL ? NULL
                                                  : self->topic == BW_TOPIC_NONE
                          ? _ ("No topic")
                          : self->comments->names->pdata[self->topic];
  /* Translators: comments about a topic */
  g_autofree char *title =
      topic != NULL ? g_strdup_printf (_ ("Comments: %s"), topic) : g_strdup (_ ("Comments"));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->count, count);
}

static void
update (BwCommentList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->comments != NULL && self->comments->comments->len > 0);
  gtk_list_box_remove_all (self->list);
  self->n_shown = 0;
  if (self->comments == NULL)
    return;
  find (self);
  show_title (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->found->len > 0);
  show_more (self);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
search_changed_cb (BwCommentList *self)
{
  update (self);
}

static void
order_chosen_cb (BwCommentList *self)
{
  update (self);
}

static void
more_cb (BwCommentList *self)
{
  show_more (self);
}

static void
row_activated_cb (BwCommentList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[COMMENT_ACTIVATED], 0,
                 (gulong) GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), "row")));
}

static void
bw_comment_list_dispose (GObject *object)
{
  BwCommentList *self = BW_COMMENT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_COMMENT_LIST);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_pointer (&self->comments, bw_comments_unref);
  g_clear_pointer (&self->zone, bw_zone_unref);
  G_OBJECT_CLASS (bw_comment_list_parent_class)->dispose (object);
}

static void
bw_comment_list_finalize (GObject *object)
{
  g_array_unref (BW_COMMENT_LIST (object)->found);
  G_OBJECT_CLASS (bw_comment_list_parent_class)->finalize (object);
}

static void
bw_comment_list_class_init (BwCommentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_comment_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_comment_list_finalize;

  /* A comment was chosen: its row in the table of the comments. */
  signals[COMMENT_ACTIVATED] =
      g_signal_new ("comment-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ULONG);

  gtk_widget_class_set_css_name (widget_class, "commentlist");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-comment-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BwCommentList, title);
  gtk_widget_class_bind_template_child (widget_class, BwCommentList, count);
  gtk_widget_class_bind_template_child (widget_class, BwCommentList, search);
  gtk_widget_class_bind_template_child (widget_class, BwCommentList, order);
  gtk_widget_class_bind_template_child (widget_class, BwCommentList, list);
  gtk_widget_class_bind_template_child (widget_class, BwCommentList, more);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bw_comment_list_init (BwCommentList *self)
{
  self->topic = BW_TOPIC_ALL;
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_comment_list_show (BwCommentList *self, BwComments *comments, BwZone *zone)
{
  g_return_if_fail (BW_IS_COMMENT_LIST (self));

  if (comments != NULL)
    bw_comments_ref (comments);
  g_clear_pointer (&self->comments, bw_comments_unref);
  g_clear_pointer (&self->zone, bw_zone_unref);
  self->comments = comments;
  self->zone = bw_zone_ref (zone);
  self->topic = BW_TOPIC_ALL;
  update (self);
}

void
bw_comment_list_set_topic (BwCommentList *self, int topic)
{
  g_return_if_fail (BW_IS_COMMENT_LIST (self) && self->comments != NULL);

  self->topic = topic;
  update (self);
}

void
bw_comment_list_search (BwCommentList *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  update (self);
}

guint
bw_comment_list_get_n (BwCommentList *self)
{
  return self->found->len;
}
