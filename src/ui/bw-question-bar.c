/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Granularity, comparison and method, above the figures that they change.
 *
 * CSS node: "questionbar". Accessibility: a group of toggles (or a drop-down), a menu and
 * a drop-down, all named. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-fitting.h"
#include "bw-question-bar.h"

struct _BwQuestionBar {
  BwReportWidget parent_instance;

  /* Template */
  AdwToggleGroup *grain;
  GtkDropDown *grain_list; /* the same in less room */
  GtkDropDown *compare;
  GtkWidget *method;
  GtkLabel *method_label;
  GtkLabel *method_short;
};

G_DEFINE_FINAL_TYPE (BwQuestionBar, bw_question_bar, BW_TYPE_REPORT_WIDGET)

static BwWorkspace *
get_workspace (BwQuestionBar *self)
{
  return bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
}

static void
grain_chosen_cb (BwQuestionBar *self)
{
  const char *name = adw_toggle_group_get_active_name (self->grain);
  BwGrain grain;

  if (get_workspace (self) != NULL && name != NULL && bw_grain_parse (name, &grain))
    bw_workspace_set_grain (get_workspace (self), grain);
}

static void
grain_selected_cb (BwQuestionBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->grain_list);

  if (get_workspace (self) != NULL && selected != GTK_INVALID_LIST_POSITION)
    bw_workspace_set_grain (get_workspace (self), (BwGrain) selected);
}

static void
compare_chosen_cb (BwQuestionBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->compare);

  if (get_workspace (self) != NULL && selected != GTK_INVALID_LIST_POSITION)
    bw_workspace_set_compare (get_workspace (self), (BwCompare) selected);
}

static void
show_method (BwQuestionBar *self)
{
  BwWorkspace *workspace = get_workspace (self);
  gboolean median = bw_workspace_get_statistic (workspace) == BW_STATISTIC_MEDIAN;
  gboolean created = bw_workspace_get_basis (workspace) == BW_BASIS_CREATED;
  const char *statistic = median ? C_ ("method", "Median") : C_ ("method", "Mean");
  /* Translators: statistic of durations, and the date that says in which period a ticket counts */
  g_autofree char *text = g_strdup_printf (C_ ("method", "%s, %s"), statistic,
                                           created ? C_ ("method", "by creation date")
                                                   : C_ ("method", "by date of event"));
  g_autofree char *name = g_strdup_printf (_ ("How figures are counted: %s"), text);

  gtk_label_set_label (self->method_label, text);
  gtk_label_set_label (self->method_short, statistic);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->method), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
update (BwQuestionBar *self)
{
  BwGrain grain = bw_workspace_get_grain (get_workspace (self));

  adw_toggle_group_set_active_name (self->grain, bw_grain_to_string (grain));
  gtk_drop_down_set_selected (self->grain_list, grain);
  show_method (self);
  gtk_drop_down_set_selected (self->compare, bw_workspace_get_compare (get_workspace (self)));
}

static void
bw_question_bar_watch (BwReportWidget *self, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, self, (BwWatcher) update, "grain", "compare", "basis", "statistic",
                      NULL);
}

static void
bw_question_bar_class_init (BwQuestionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_question_bar_watch;

  g_type_ensure (BW_TYPE_FITTING);
  gtk_widget_class_set_css_name (widget_class, "questionbar");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-question-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BwQuestionBar, grain);
  gtk_widget_class_bind_template_child (widget_class, BwQuestionBar, grain_list);
  gtk_widget_class_bind_template_child (widget_class, BwQuestionBar, compare);
  gtk_widget_class_bind_template_child (widget_class, BwQuestionBar, method);
  gtk_widget_class_bind_template_child (widget_class, BwQuestionBar, method_label);
  gtk_widget_class_bind_template_child (widget_class, BwQuestionBar, method_short);
  gtk_widget_class_bind_template_callback (widget_class, grain_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, grain_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_chosen_cb);
}

static void
bw_question_bar_init (BwQuestionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
