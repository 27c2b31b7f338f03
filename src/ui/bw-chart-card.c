/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card with a chart.
 *
 * CSS node: "chartcard.card". Shortcuts: those of chart and table. Accessibility: the title is a
 * heading; chart and table say the same. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bw-chart-card.h"
#include "bw-chart-grid.h"
#include "bw-children.h"

struct _BwChartCard {
  GtkWidget parent_instance;

  /* Template */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *text;
  AdwWrapBox *head;
  GtkWidget *heading;
  GtkMenuButton *menu_button;
  AdwViewStack *stack;
  BwChartView *chart_view;
  AdwBin *table;

  /* Borrowed */
  GtkWidget *chooser; /* in the head */
  BwChartGrid *grid;  /* in the table; NULL until it is seen */
};

typedef enum {
  MARK_ACTIVATED,
  LAST_SIGNAL,
} BwChartCardSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwChartCard, bw_chart_card, GTK_TYPE_WIDGET)

static void
view_chosen_cb (BwChartCard *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->stack);

  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), g_strcmp0 (view, "chart") == 0);
}

/* When it is wanted first. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  BwChartCard *self = user_data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, bw_chart_view_get_menu (self->chart_view));
}

static void
activated_cb (BwChartCard *self, int period, int member)
{
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, period, member);
}

static void
table_seen_cb (BwChartCard *self)
{
  if (self->grid != NULL)
    return;
  self->grid = bw_chart_grid_new ();
  bw_chart_grid_set_chart (self->grid, bw_chart_view_get_chart (self->chart_view));
  g_signal_connect_object (self->grid, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->table, GTK_WIDGET (self->grid));
}

static void
bw_chart_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_CHART_CARD);
  bw_children_unparent (GTK_WIDGET (object));
  G_OBJECT_CLASS (bw_chart_card_parent_class)->dispose (object);
}

static void
bw_chart_card_class_init (BwChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_chart_card_dispose;

  /* A datum or a row of the table was chosen: its period and member, as those of BwMark. */
  signals[MARK_ACTIVATED] =
      g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  g_type_ensure (BW_TYPE_CHART_VIEW);
  gtk_widget_class_set_css_name (widget_class, "chartcard");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, BwChartCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BwChartCard, text);
  gtk_widget_class_bind_template_child (widget_class, BwChartCard, head);
  gtk_widget_class_bind_template_child (widget_class, BwChartCard, heading);
  gtk_widget_class_bind_template_child (widget_class, BwChartCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BwChartCard, stack);
  gtk_widget_class_bind_template_child (widget_class, BwChartCard, chart_view);
  gtk_widget_class_bind_template_child (widget_class, BwChartCard, table);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_seen_cb);
}

static void
bw_chart_card_init (BwChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chart",
                                  bw_chart_view_get_actions (self->chart_view));
}

BwChartCard *
bw_chart_card_new (void)
{
  return g_object_new (BW_TYPE_CHART_CARD, NULL);
}

void
bw_chart_card_set_chart (BwChartCard *self, const char *title, const char *subtitle, BwChart *chart)
{
  g_return_if_fail (BW_IS_CHART_CARD (self));

  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self), chart != NULL);
  bw_chart_view_set_chart (self->chart_view, chart);
  if (self->grid != NULL)
    bw_chart_grid_set_chart (self->grid, chart);
}

void
bw_chart_card_set_text (BwChartCard *self, const char *text)
{
  g_return_if_fail (BW_IS_CHART_CARD (self));

  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL && *text != '\0');
}

BwChartView *
bw_chart_card_get_view (BwChartCard *self)
{
  return self->chart_view;
}

void
bw_chart_card_set_chooser (BwChartCard *self, GtkWidget *chooser)
{
  g_return_if_fail (BW_IS_CHART_CARD (self));

  if (self->chooser != NULL)
    adw_wrap_box_remove (self->head, self->chooser);
  self->chooser = chooser;
  if (chooser != NULL)
    adw_wrap_box_insert_child_after (self->head, chooser, self->heading);
}
