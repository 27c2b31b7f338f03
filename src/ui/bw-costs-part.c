/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the cost per ticket as rows, and two grids of months.
 *
 * CSS node: "costspart". */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-costs-part.h"
#include "bw-fact-group.h"
#include "bw-months-card.h"

struct _BwCostsPart {
  BwReportWidget parent_instance;

  /* Template */
  BwFactGroup *facts;

  /* Borrowed: children */
  GtkWidget *costs;
  GtkWidget *hours;
};

G_DEFINE_FINAL_TYPE (BwCostsPart, bw_costs_part, BW_TYPE_REPORT_WIDGET)

static void
update (BwCostsPart *self)
{
  BwWorkspace *workspace = bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
  const BwFigure *figure = bw_workspace_find_figure (workspace, "cost-per-ticket");

  bw_fact_group_clear (self->facts);
  for (guint i = 0; figure != NULL && figure->details != NULL && i < figure->details->len; i++) {
    const BwDetail *detail = &g_array_index (figure->details, BwDetail, i);
    g_autofree char *text = bw_figure_format_detail (figure, detail, BW_FORMAT_SHORT);
    if (g_str_has_prefix (detail->id, "per-"))
      bw_fact_group_add_value (self->facts, _ (detail->title), text);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->facts), bw_fact_group_get_n (self->facts) > 0);
}

static void
bw_costs_part_watch (BwReportWidget *widget, BwWorkspace *workspace)
{
  BwCostsPart *self = BW_COSTS_PART (widget);

  bw_report_widget_set_workspace (BW_REPORT_WIDGET (self->costs), workspace);
  bw_report_widget_set_workspace (BW_REPORT_WIDGET (self->hours), workspace);
  bw_workspace_watch (workspace, self, (BwWatcher) update, "figures", NULL);
}

static void
bw_costs_part_class_init (BwCostsPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_costs_part_watch;

  g_type_ensure (BW_TYPE_FACT_GROUP);
  gtk_widget_class_set_css_name (widget_class, "costspart");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-costs-part.ui");
  gtk_widget_class_bind_template_child (widget_class, BwCostsPart, facts);
}

static void
bw_costs_part_init (BwCostsPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->costs = bw_months_card_new_costs ();
  self->hours = bw_months_card_new_hours ();
  gtk_widget_set_parent (self->costs, GTK_WIDGET (self));
  gtk_widget_set_parent (self->hours, GTK_WIDGET (self));
}

GtkWidget *
bw_costs_part_new (void)
{
  return g_object_new (BW_TYPE_COSTS_PART, NULL);
}
