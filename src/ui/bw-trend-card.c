/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of a figure.
 *
 * CSS node: "trendcard" around a "chartcard". Accessibility: that of the card. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-chart-card.h"
#include "bw-children.h"
#include "bw-section.h"
#include "bw-trend-card.h"

struct _BwTrendCard {
  GtkWidget parent_instance;

  /* Template */
  BwChartCard *card;
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

static BwChart *
create_chart (const BwFigure *figure, BwWorkspace *workspace, const char *method)
{
  gboolean is_count = figure->metric->unit == BW_UNIT_COUNT;
  BwChart *chart =
      bw_chart_new (is_count ? "bar" : "line", _ (figure->metric->name), method, figure->series);

  chart->show_interval = !is_count;
  add_reference (chart, figure, workspace);
  return chart;
}

static void
mark_activated_cb (BwTrendCard *self, int period, int member)
{
  g_signal_emit (self, signals[PERIOD_ACTIVATED], 0, period);
}

static void
bw_trend_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_TREND_CARD);
  bw_children_unparent (GTK_WIDGET (object));
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
  g_autofree char *method = bw_section_describe_method (figure);
  g_autoptr (BwChart) chart = NULL;

  g_return_if_fail (BW_IS_TREND_CARD (self));

  chart = create_chart (figure, workspace, method);
  bw_chart_card_set_chart (self->card, name_grain (bw_workspace_get_grain (workspace)), method,
                           chart);
}
