/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When in the week a figure happens: weekdays by hours.
 *
 * CSS node: "rhythmcard" around a "chartcard". Computed in a thread; the latest request wins.
 * Hidden where rows have no time of day. Accessibility: that of the card. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-asking.h"
#include "bw-chart-card.h"
#include "bw-children.h"
#include "bw-rhythm-card.h"
#include "bw-rows-dialog.h"
#include "bw-section.h"
#include "bw-spread.h"

struct _BwRhythmCard {
  GtkWidget parent_instance;

  /* Template */
  BwChartCard *card;

  /* Owned */
  BwWorkspace *workspace;
  BwFigure *figure;
  GCancellable *asking;
  BwMatrix *rhythm; /* that is shown */
};

G_DEFINE_FINAL_TYPE (BwRhythmCard, bw_rhythm_card, GTK_TYPE_WIDGET)

static gpointer
find_rhythm (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  return bw_rhythm_new (engine, question, figure);
}

static char *
describe (BwRhythmCard *self)
{
  if (self->figure->metric->fold == BW_FOLD_COUNT)
    return g_strdup (_ ("how many come in such an hour, on average"));
  return bw_section_describe_method (self->figure);
}

static void
show_rhythm (BwRhythmCard *self, BwMatrix *rhythm)
{
  g_autofree char *method = describe (self);
  g_autoptr (BwChart) chart = NULL;

  g_clear_pointer (&self->rhythm, bw_matrix_unref);
  self->rhythm = rhythm;
  if (rhythm != NULL)
    chart = bw_chart_new_matrix ("heatmap", _ (self->figure->metric->name), method, rhythm);
  bw_chart_card_set_chart (self->card, _ ("By Weekday and Hour"), method, chart);
  gtk_widget_set_visible (GTK_WIDGET (self), chart != NULL);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwRhythmCard) self = user_data;
  g_autoptr (BwMatrix) rhythm = bw_asking_finish (result, NULL);

  if (self->asking == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  show_rhythm (self, g_steal_pointer (&rhythm));
}

static void
ask (BwRhythmCard *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  bw_asking_start (self->workspace, find_rhythm, (GDestroyNotify) bw_matrix_unref, self->figure,
                   BW_FIELD_NONE, self->asking, answered_cb, g_object_ref (self));
}

/* A row of the table is a whole day. */
static void
activated_cb (BwRhythmCard *self, int weekday, int hour)
{
  BwTable *table = NULL;
  g_autofree char *place = NULL;
  g_autoptr (BwBits) rows = NULL;

  if (self->rhythm == NULL || weekday < 0)
    return;
  rows = bw_rhythm_select (bw_workspace_get_engine (self->workspace),
                           bw_workspace_get_question (self->workspace), self->figure,
                           (guint) weekday, hour < 0 ? BW_RHYTHM_ALL_DAY : (guint) hour, &table);
  if (rows == NULL)
    return;
  /* Translators: a weekday and an hour: "Monday, 10:00" */
  place = hour < 0 ? g_strdup (self->rhythm->rows[weekday])
                   : g_strdup_printf (C_ ("rhythm", "%s, %s:00"), self->rhythm->rows[weekday],
                                      self->rhythm->columns[hour]);
  adw_dialog_present (ADW_DIALOG (bw_rows_dialog_new_selected (
                          self->workspace, self->figure->metric, place, table, rows)),
                      GTK_WIDGET (self));
}

static void
bw_rhythm_card_dispose (GObject *object)
{
  BwRhythmCard *self = BW_RHYTHM_CARD (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_RHYTHM_CARD);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->figure, bw_figure_unref);
  g_clear_pointer (&self->rhythm, bw_matrix_unref);
  G_OBJECT_CLASS (bw_rhythm_card_parent_class)->dispose (object);
}

static void
bw_rhythm_card_class_init (BwRhythmCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_rhythm_card_dispose;

  g_type_ensure (BW_TYPE_CHART_CARD);
  gtk_widget_class_set_css_name (widget_class, "rhythmcard");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-rhythm-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwRhythmCard, card);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
bw_rhythm_card_init (BwRhythmCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_rhythm_card_show (BwRhythmCard *self, BwFigure *figure, BwWorkspace *workspace)
{
  g_return_if_fail (BW_IS_RHYTHM_CARD (self));

  g_set_object (&self->workspace, workspace);
  bw_figure_ref (figure);
  g_clear_pointer (&self->figure, bw_figure_unref);
  self->figure = figure;
  ask (self);
}
