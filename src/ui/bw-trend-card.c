/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of a figure.
 *
 * CSS node: "trendcard" around a "chartcard". What it is compared with is computed in a thread; the
 * latest request wins. Accessibility: that of the card. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-before.h"
#include "bw-chart-card.h"
#include "bw-children.h"
#include "bw-section.h"
#include "bw-trend-card.h"
#include "bw-trend.h"

struct _BwTrendCard {
  GtkWidget parent_instance;

  /* Template */
  BwChartCard *card;

  /* Owned */
  BwWorkspace *workspace;
  BwFigure *figure;
  BwSeries *before; /* of another time; NULL without */
  GCancellable *asking;
};

typedef enum {
  PERIOD_ACTIVATED,
  LAST_SIGNAL,
} BwTrendCardSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwTrendCard, bw_trend_card, GTK_TYPE_WIDGET)

static const char *
name_grain (BwGrain grain)
{
  switch (grain) {
  case BW_GRAIN_DAY:
    return _ ("By day");
  case BW_GRAIN_WEEK:
    return _ ("By week");
  case BW_GRAIN_MONTH:
    return _ ("By month");
  case BW_GRAIN_QUARTER:
    return _ ("By quarter");
  case BW_GRAIN_YEAR:
    return _ ("By year");
  }
  g_return_val_if_reached ("");
}

/* A count of days cannot be held against a count of months. */
static gboolean
is_comparable (const BwFigure *figure, const BwPeriod *compared)
{
  BwGrain grain, own;

  if (compared == NULL || !figure->has_previous || !isfinite (figure->previous.value))
    return FALSE;
  if (figure->metric->fold != BW_FOLD_COUNT)
    return TRUE;
  return bw_axis_get_grain (bw_series_get_axis (figure->series), &grain) &&
         bw_period_get_grain (compared, &own) && own == grain;
}

static void
add_reference (BwChart *chart, const BwFigure *figure, BwWorkspace *workspace)
{
  g_autoptr (BwPeriod) compared = bw_workspace_get_compared (workspace);
  g_autofree char *label = NULL;

  if (!is_comparable (figure, compared))
    return;
  label = bw_period_get_label (compared);
  bw_chart_add_guide (chart, BW_GUIDE_COMPARED, figure->previous.value, figure->previous.value,
                      label);
}

static char *
name_before (BwTrendCard *self)
{
  g_autoptr (BwPeriod) compared = NULL;

  if (bw_workspace_get_compare (self->workspace) == BW_COMPARE_YEAR)
    return g_strdup (_ ("A year before"));
  compared = bw_workspace_get_compared (self->workspace);
  return compared != NULL ? bw_period_get_label (compared) : g_strdup (_ ("Before"));
}

static BwChart *
create_chart (BwTrendCard *self, const char *method)
{
  BwChart *chart = bw_trend_new (self->figure, method);
  g_autofree char *label = name_before (self);

  if (self->before != NULL)
    bw_chart_set_comparison (chart, self->before, label);
  else
    add_reference (chart, self->figure, self->workspace);
  return chart;
}

static void
show_chart (BwTrendCard *self)
{
  g_autofree char *method = bw_section_describe_method (self->figure);
  g_autoptr (BwChart) chart = create_chart (self, method);

  bw_chart_card_set_chart (self->card, name_grain (bw_workspace_get_grain (self->workspace)),
                           method, chart);
}

/* Nothing changes when there is no such time. */
static void
looked_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwTrendCard) self = user_data;
  g_autoptr (BwSeries) before = bw_before_finish (result, NULL);

  if (self->asking == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  if (before == NULL)
    return;
  self->before = g_steal_pointer (&before);
  show_chart (self);
}

static void
look_back (BwTrendCard *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->before, bw_series_unref);
  if (bw_workspace_get_compare (self->workspace) == BW_COMPARE_NONE)
    return;
  self->asking = g_cancellable_new ();
  bw_before_start (self->workspace, self->figure, self->asking, looked_back_cb,
                   g_object_ref (self));
}

static void
mark_activated_cb (BwTrendCard *self, int period, int member)
{
  g_signal_emit (self, signals[PERIOD_ACTIVATED], 0, period);
}

static void
bw_trend_card_dispose (GObject *object)
{
  BwTrendCard *self = BW_TREND_CARD (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_TREND_CARD);
  bw_children_unparent (GTK_WIDGET (object));
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->figure, bw_figure_unref);
  g_clear_pointer (&self->before, bw_series_unref);
  G_OBJECT_CLASS (bw_trend_card_parent_class)->dispose (object);
}

static void
bw_trend_card_class_init (BwTrendCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_trend_card_dispose;

  /* A period of the course was chosen. */
  signals[PERIOD_ACTIVATED] =
      g_signal_new ("period-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (BW_TYPE_CHART_CARD);
  gtk_widget_class_set_css_name (widget_class, "trendcard");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-trend-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwTrendCard, card);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
}

static void
bw_trend_card_init (BwTrendCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_trend_card_show (BwTrendCard *self, BwFigure *figure, BwWorkspace *workspace)
{
  g_return_if_fail (BW_IS_TREND_CARD (self));

  g_set_object (&self->workspace, workspace);
  bw_figure_ref (figure);
  g_clear_pointer (&self->figure, bw_figure_unref);
  self->figure = figure;
  look_back (self);
  show_chart (self);
}
