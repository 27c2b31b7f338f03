/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers by period and band, topics with how many comments they have and how satisfied these are,
 * and the comments themselves.
 *
 * CSS node: "satisfactionpart". All is counted in threads when it is seen; the latest request wins.
 * Accessibility: a topic is a button that shows its comments. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-asking.h"
#include "bw-bands.h"
#include "bw-chart-card.h"
#include "bw-comment-list.h"
#include "bw-plain-row.h"
#include "bw-rows-dialog.h"
#include "bw-satisfaction-part.h"
#include "bw-topic-editor.h"
#include "bw-turn.h"

struct _BwSatisfactionPart {
  BwReportWidget parent_instance;

  /* Template */
  BwChartCard *bands;
  BwChartCard *groups;
  AdwPreferencesGroup *topics;
  BwCommentList *list;
  BwTopicEditor *editor;

  /* Owned */
  BwComments *comments;
  GPtrArray *rows; /* of the topics */
  BwTurn *turn;
};

G_DEFINE_FINAL_TYPE (BwSatisfactionPart, bw_satisfaction_part, BW_TYPE_REPORT_WIDGET)

static BwWorkspace *
get_workspace (BwSatisfactionPart *self)
{
  return bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
}

/* NULL when it is not available. */
static const BwFigure *
find_figure (BwSatisfactionPart *self, const char *kpi)
{
  const BwFigure *figure = bw_workspace_find_figure (get_workspace (self), kpi);

  return figure != NULL && figure->available ? figure : NULL;
}

/* --- Bands -------------------------------------------------------------------------------------
 */

static void
show_chart (BwChartCard *card, const char *title, const char *subtitle, BwSeries *series)
{
  g_autoptr (BwChart) chart =
                series != NULL ? bw_chart_new ("share-bar", title, subtitle, series) : NULL;

  if (chart != NULL)
    chart->is_scale = TRUE;
  bw_chart_card_set_chart (card, title, subtitle, chart);
  gtk_widget_set_visible (GTK_WIDGET (card), chart != NULL);
}

static void
bands_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwSatisfactionPart) self = user_data;
  g_autoptr (BwSeries) series = bw_asking_finish (result, NULL);

  if (bw_turn_is_latest (self->turn, result))
    show_chart (self->bands, _ ("Answers in Five Bands"),
                               _ ("share of all answers, by date of answer"), series);
}

static void
groups_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwSatisfactionPart) self = user_data;
  g_autoptr (BwSeries) series = bw_asking_finish (result, NULL);

  if (bw_turn_is_latest (self->turn, result))
    show_chart (self->groups, _ ("Promoters, Passives and Detractors"),
                                _ ("share of all answers, by date of answer"), series);
}

static gpointer
count_bands (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  return bw_bands_new (engine, question, figure);
}

static void
ask_bands (BwSatisfactionPart *self,
           const BwFigure *figure,
           BwChartCard *card,
           GCancellable *cancellable,
           GAsyncReadyCallback callback)
{
  if (figure == NULL) {
    show_chart (card, NULL, NULL, NULL);
    return;
  }
  bw_asking_start (get_workspace (self), count_bands, (GDestroyNotify) bw_series_unref, figure,
                   BW_FIELD_NONE, cancellable, callback, g_object_ref (self));
}

/* --- Topics ------------------------------------------------------------------------------------
 */

static void
topic_activated_cb (BwSatisfactionPart *self, GtkWidget *row)
{
  int topic = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "topic"));

  bw_comment_list_set_topic (self->list, topic);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static char *
describe_sum (const BwTopicSum *sum, gint64 n_all)
{
  g_autofree char *n = bw_format_count (sum->n);
  g_autofree char *comments = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s comment", "%s comments", (gulong) sum->n), n);
  g_autofree char *share = bw_unit_format (
      BW_UNIT_FRACTION, n_all > 0 ? (double) sum->n / (double) n_all : NAN, BW_FORMAT_SHORT);

  if (sum->n == 0)
    return g_steal_pointer (&comments);
  /* Translators: how many comments, and their share of all: "12 comments, 30 %" */
  return g_strdup_printf (C_ ("topic", "%s, %s"), comments, share);
}

static void
append_topic (BwSatisfactionPart *self, const char *name, const BwTopicSum *sum, int topic)
{
  g_autofree char *words = describe_sum (sum, self->comments->all.n);
  GtkWidget *row = bw_plain_row_new (name, words);

  if (!isnan (sum->mean)) {
    g_autofree char *score = bw_unit_format (BW_UNIT_SCORE, sum->mean, BW_FORMAT_SHORT);
    /* Translators: the mean of the answers with these comments */
    g_autofree char *mean = g_strdup_printf (_ ("mean score %s"), score);
    GtkWidget *label = gtk_label_new (mean);
    gtk_widget_add_css_class (label, "numeric");
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), sum->n > 0);
  g_object_set_data (G_OBJECT (row), "topic", GINT_TO_POINTER (topic));
  g_signal_connect_object (row, "activated", G_CALLBACK (topic_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->topics, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_topics (BwSatisfactionPart *self)
{
  guint n = self->comments != NULL ? self->comments->names->len : 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->topics, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->topics), n > 0);
  if (n == 0)
    return;
  append_topic (self, _ ("All comments"), &self->comments->all, BW_TOPIC_ALL);
  for (guint i = 0; i < n; i++)
    append_topic (self, self->comments->names->pdata[i],
                  &g_array_index (self->comments->sums, BwTopicSum, i), (int) i);
  append_topic (self, _ ("No topic"), &g_array_index (self->comments->sums, BwTopicSum, n),
                        BW_TOPIC_NONE);
}

static void
show_suggestions (BwSatisfactionPart *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->comments->suggestions->len; i++) {
    const BwSuggestion *suggestion = &g_array_index (self->comments->suggestions, BwSuggestion, i);
    g_ptr_array_add (words, suggestion->word);
    g_array_append_val (counts, suggestion->n);
  }
  g_ptr_array_add (words, NULL);
  bw_topic_editor_set_suggestions (self->editor, (const char *const *) words->pdata,
                                   (const guint *) (void *) counts->data);
}

/* --- Comments ----------------------------------------------------------------------------------
 */

static void
gathered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwSatisfactionPart) self = user_data;
  g_autoptr (BwComments) comments = bw_asking_finish (result, NULL);

  if (!bw_turn_is_latest (self->turn, result))
    return;
  g_clear_pointer (&self->comments, bw_comments_unref);
  self->comments = g_steal_pointer (&comments);
  show_topics (self);
  bw_comment_list_show (self->list, self->comments, bw_workspace_get_zone (get_workspace (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->editor), self->comments != NULL);
  if (self->comments != NULL)
    show_suggestions (self);
}

static gpointer
gather (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  return bw_comments_new (engine, question, figure);
}

static const BwFigure *
find_commented (BwSatisfactionPart *self)
{
  static const char *const kpis[] = { "csat", "nps", "ces" };

  for (guint i = 0; i < G_N_ELEMENTS (kpis); i++)
    if (find_figure (self, kpis[i]) != NULL)
      return find_figure (self, kpis[i]);
  return NULL;
}

static void
ask (gpointer part, GCancellable *cancellable)
{
  BwSatisfactionPart *self = part;
  const BwFigure *commented = find_commented (self);

  ask_bands (self, find_figure (self, "csat"), self->bands, cancellable, bands_counted_cb);
  ask_bands (self, find_figure (self, "nps"), self->groups, cancellable, groups_counted_cb);
  if (commented != NULL)
    bw_asking_start (get_workspace (self), gather, (GDestroyNotify) bw_comments_unref, commented,
                     BW_FIELD_NONE, cancellable, gathered_cb, g_object_ref (self));
}

static void
figures_changed_cb (BwSatisfactionPart *self)
{
  bw_turn_ask (self->turn);
}

/* --- Activating --------------------------------------------------------------------------------
 */

/* "October 2025, Very negative" */
static char *
name_part (const BwPeriod *span, BwChartCard *card, int band)
{
  BwChart *chart = bw_chart_view_get_chart (bw_chart_card_get_view (card));
  g_autofree char *period = bw_period_get_label (span);

  return g_strdup_printf (C_ ("rows", "%s, %s"), period,
                          bw_series_get_member_label (chart->series, (guint) band));
}

static void
show_band (BwSatisfactionPart *self, const char *kpi, BwChartCard *card, int period, int band)
{
  BwWorkspace *workspace = get_workspace (self);
  const BwFigure *figure = find_figure (self, kpi);
  g_autoptr (BwAxis) axis = bw_workspace_get_axis (workspace);
  g_autoptr (BwPeriod) span = NULL;
  g_autoptr (BwBits) rows = NULL;
  g_autofree char *place = NULL;
  BwTable *table;

  if (figure == NULL || band < 0 || period < 0 || (guint) period >= bw_axis_get_length (axis))
    return;
  span = bw_period_new (bw_axis_get_from (axis, (guint) period),
                        bw_axis_get_to (axis, (guint) period), bw_axis_get_zone (axis));
  rows =
      bw_bands_select (bw_workspace_get_engine (workspace), bw_workspace_get_question (workspace),
                       figure, span, (guint) band, &table);
  if (rows == NULL)
    return;
  place = name_part (span, card, band);
  adw_dialog_present (
      ADW_DIALOG (bw_rows_dialog_new_selected (workspace, figure->metric, place, table, rows)),
      GTK_WIDGET (self));
}

static void
band_activated_cb (BwSatisfactionPart *self, int period, int band)
{
  show_band (self, "csat", self->bands, period, band);
}

static void
group_activated_cb (BwSatisfactionPart *self, int period, int group)
{
  show_band (self, "nps", self->groups, period, group);
}

/* The ticket that it is about, where a file has it; else the answer. */
static void
comment_activated_cb (BwSatisfactionPart *self, gulong row)
{
  g_autoptr (BwBits) rows = NULL;
  BwRowsDialog *dialog;

  if (self->comments == NULL || row >= bw_table_get_n_rows (self->comments->table))
    return;
  rows = bw_bits_new (bw_table_get_n_rows (self->comments->table), FALSE);
  bw_bits_set (rows, row, TRUE);
  dialog =
      bw_rows_dialog_new_selected (get_workspace (self), find_commented (self)->metric,
                                   _ ("The answer with this comment"), self->comments->table, rows);
  bw_rows_dialog_prefer_tickets (dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_satisfaction_part_watch (BwReportWidget *widget, BwWorkspace *workspace)
{
  BwSatisfactionPart *self = BW_SATISFACTION_PART (widget);

  bw_report_widget_set_workspace (BW_REPORT_WIDGET (self->editor), workspace);
  bw_workspace_watch (workspace, self, (BwWatcher) figures_changed_cb, "figures", NULL);
}

static void
bw_satisfaction_part_dispose (GObject *object)
{
  BwSatisfactionPart *self = BW_SATISFACTION_PART (object);

  g_clear_pointer (&self->turn, bw_turn_free);
  g_clear_pointer (&self->comments, bw_comments_unref);
  G_OBJECT_CLASS (bw_satisfaction_part_parent_class)->dispose (object);
}

static void
bw_satisfaction_part_finalize (GObject *object)
{
  g_ptr_array_unref (BW_SATISFACTION_PART (object)->rows);
  G_OBJECT_CLASS (bw_satisfaction_part_parent_class)->finalize (object);
}

static void
bw_satisfaction_part_class_init (BwSatisfactionPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_satisfaction_part_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_satisfaction_part_finalize;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_satisfaction_part_watch;

  g_type_ensure (BW_TYPE_CHART_CARD);
  g_type_ensure (BW_TYPE_COMMENT_LIST);
  g_type_ensure (BW_TYPE_TOPIC_EDITOR);
  gtk_widget_class_set_css_name (widget_class, "satisfactionpart");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-satisfaction-part.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSatisfactionPart, bands);
  gtk_widget_class_bind_template_child (widget_class, BwSatisfactionPart, groups);
  gtk_widget_class_bind_template_child (widget_class, BwSatisfactionPart, topics);
  gtk_widget_class_bind_template_child (widget_class, BwSatisfactionPart, list);
  gtk_widget_class_bind_template_child (widget_class, BwSatisfactionPart, editor);
  gtk_widget_class_bind_template_callback (widget_class, band_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, comment_activated_cb);
}

static void
bw_satisfaction_part_init (BwSatisfactionPart *self)
{
  self->rows = g_ptr_array_new ();
  self->turn = bw_turn_new (GTK_WIDGET (self), ask);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bw_satisfaction_part_new (void)
{
  return g_object_new (BW_TYPE_SATISFACTION_PART, NULL);
}
