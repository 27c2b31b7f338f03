/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure by the members of a dimension.
 *
 * CSS node: "splitcard.card". What is shown over time is computed in a thread when it is looked at;
 * the latest request wins. Accessibility: chart and table say the same. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bw-cell-table.h"
#include "bw-chart-view.h"
#include "bw-children.h"
#include "bw-crossing.h"
#include "bw-section.h"
#include "bw-split-card.h"

/* More bars than this are left to the table. */
#define MANY_BARS 20

struct _BwSplitCard {
  GtkWidget parent_instance;

  gboolean filling; /* the drop-down, not the user, changes the choice */
  BwFieldId field;

  /* Template */
  GtkDropDown *dimension;
  GtkMenuButton *menu_button;
  AdwViewStack *stack;
  BwChartView *bars;
  BwChartView *over_time;
  BwCellTable *table;

  /* Owned */
  BwWorkspace *workspace;
  BwFigure *figure;
  BwSeries *crossed; /* what is shown over time */
  GCancellable *crossing;
};

typedef enum {
  MEMBER_ACTIVATED,
  LAST_SIGNAL,
} BwSplitCardSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwSplitCard, bw_split_card, GTK_TYPE_WIDGET)

static BwSeries *
get_split (BwSplitCard *self, guint i)
{
  return g_ptr_array_index (self->figure->splits, i);
}

static BwSeries *
find_split (BwSplitCard *self)
{
  return self->figure != NULL ? bw_figure_find_split (self->figure, self->field) : NULL;
}

static char *
create_title (BwSplitCard *self)
{
  /* Translators: a figure and a dimension: "Resolution time: Channel" */
  return g_strdup_printf (C_ ("split", "%s: %s"), _ (self->figure->metric->name),
                                                    bw_field_get_title (self->field));
}

static void
show_bars (BwSplitCard *self)
{
  BwSeries *split = find_split (self);
  g_autoptr (BwSeries) most = bw_series_sorted (split, MANY_BARS);
  g_autofree char *title = create_title (self);
  g_autofree char *method = bw_section_describe_method (self->figure);
  g_autoptr (BwChart) chart = bw_chart_new ("bar", title, method, most);

  chart->show_interval = self->figure->metric->unit != BW_UNIT_COUNT;
  bw_chart_view_set_chart (self->bars, chart);
}

static gboolean
is_shown (BwSplitCard *self, const char *view)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), view) == 0;
}

/* Its rows are made only for who looks at them. */
static void
fill_table (BwSplitCard *self)
{
  if (is_shown (self, "table") && find_split (self) != NULL)
    bw_cell_table_set_series (self->table, bw_field_get_title (self->field), find_split (self));
}

/* Counts stack up to the whole; anything else is a line a member. */
static void
show_over_time (BwSplitCard *self, BwSeries *series)
{
  gboolean is_count = self->figure->metric->unit == BW_UNIT_COUNT;
  g_autofree char *title = create_title (self);
  g_autofree char *method = bw_section_describe_method (self->figure);
  g_autoptr (BwChart) chart = NULL;

  chart = bw_chart_new (is_count ? "stacked-bar" : "line", title, method, series);
  g_clear_pointer (&self->crossed, bw_series_unref);
  self->crossed = bw_series_ref (series);
  bw_chart_view_set_chart (self->over_time, chart);
}

static void
crossed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwSplitCard) self = user_data;
  g_autoptr (BwSeries) series = bw_crossing_finish (result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->crossing || self->crossing == NULL)
    return;
  g_clear_object (&self->crossing);
  if (series != NULL)
    show_over_time (self, series);
}

static void
start_crossing (BwSplitCard *self)
{
  g_cancellable_cancel (self->crossing);
  g_clear_object (&self->crossing);
  if (!is_shown (self, "time") || find_split (self) == NULL)
    return;
  self->crossing = g_cancellable_new ();
  bw_crossing_start (self->workspace, self->figure, self->field, self->crossing, crossed_cb,
                     g_object_ref (self));
}

static void
show_field (BwSplitCard *self)
{
  if (find_split (self) == NULL)
    return;
  show_bars (self);
  fill_table (self);
  start_crossing (self);
}

/* --- Choosing ----------------------------------------------------------------------------------
 */

static void
dimension_chosen_cb (BwSplitCard *self)
{
  guint selected = gtk_drop_down_get_selected (self->dimension);

  if (self->filling || self->figure == NULL || selected >= self->figure->splits->len)
    return;
  self->field = bw_series_get_field (get_split (self, selected));
  show_field (self);
}

/* When it is wanted first: both charts have the same. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  BwSplitCard *self = user_data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, bw_chart_view_get_menu (self->bars));
}

/* The menu acts on the chart that is seen. */
static void
update_menu (BwSplitCard *self)
{
  BwChartView *chart = is_shown (self, "time") ? self->over_time : self->bars;

  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !is_shown (self, "table"));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chart", bw_chart_view_get_actions (chart));
}

static void
view_chosen_cb (BwSplitCard *self)
{
  if (self->figure == NULL)
    return;
  update_menu (self);
  fill_table (self);
  start_crossing (self);
}

/* Where figures usually differ most, if the data have it. */
static BwFieldId
choose_field (BwFigure *figure)
{
  static const BwFieldId preferred[] = { BW_FIELD_CHANNEL, BW_FIELD_TEAM, BW_FIELD_AGENT };

  for (guint i = 0; i < G_N_ELEMENTS (preferred); i++)
    if (bw_figure_find_split (figure, preferred[i]) != NULL)
      return preferred[i];
  return bw_series_get_field (g_ptr_array_index (figure->splits, 0));
}

static guint
find_place (BwSplitCard *self)
{
  for (guint i = 0; i < self->figure->splits->len; i++)
    if (bw_series_get_field (get_split (self, i)) == self->field)
      return i;
  return 0;
}

static void
fill_dimensions (BwSplitCard *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->figure->splits->len; i++)
    gtk_string_list_append (titles, bw_field_get_title (bw_series_get_field (get_split (self, i))));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->dimension, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->dimension, find_place (self));
  self->filling = FALSE;
}

static gboolean
dimensions_fit (BwSplitCard *self, BwFigure *figure)
{
  if (self->figure == NULL || self->figure->splits->len != figure->splits->len)
    return FALSE;
  for (guint i = 0; i < figure->splits->len; i++)
    if (bw_series_get_field (get_split (self, i)) !=
        bw_series_get_field (g_ptr_array_index (figure->splits, i)))
      return FALSE;
  return TRUE;
}

/* --- Activating --------------------------------------------------------------------------------
 */

static void
activate (BwSplitCard *self, BwSeries *series, int period, int member)
{
  const char *name = bw_series_get_member (series, (guint) member);

  g_signal_emit (self, signals[MEMBER_ACTIVATED], 0, period, self->field, name);
}

static void
bar_activated_cb (BwSplitCard *self, int period, int member)
{
  activate (self, bw_chart_view_get_chart (self->bars)->series, -1, member);
}

static void
mark_activated_cb (BwSplitCard *self, int period, int member)
{
  activate (self, self->crossed, period, member);
}

static void
row_activated_cb (BwSplitCard *self, guint member)
{
  activate (self, find_split (self), -1, (int) member);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_split_card_dispose (GObject *object)
{
  BwSplitCard *self = BW_SPLIT_CARD (object);

  g_cancellable_cancel (self->crossing);
  g_clear_object (&self->crossing);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_SPLIT_CARD);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->figure, bw_figure_unref);
  g_clear_pointer (&self->crossed, bw_series_unref);
  G_OBJECT_CLASS (bw_split_card_parent_class)->dispose (object);
}

static void
bw_split_card_class_init (BwSplitCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_split_card_dispose;

  /* A member was chosen: in which period of the axis (-1 = the whole period), the dimension
   * (BwFieldId), and the member (NULL = rows without one). */
  signals[MEMBER_ACTIVATED] =
      g_signal_new ("member-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_STRING);

  g_type_ensure (BW_TYPE_CHART_VIEW);
  g_type_ensure (BW_TYPE_CELL_TABLE);
  gtk_widget_class_set_css_name (widget_class, "splitcard");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-split-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSplitCard, dimension);
  gtk_widget_class_bind_template_child (widget_class, BwSplitCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BwSplitCard, stack);
  gtk_widget_class_bind_template_child (widget_class, BwSplitCard, bars);
  gtk_widget_class_bind_template_child (widget_class, BwSplitCard, over_time);
  gtk_widget_class_bind_template_child (widget_class, BwSplitCard, table);
  gtk_widget_class_bind_template_callback (widget_class, dimension_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bw_split_card_init (BwSplitCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  update_menu (self);
}

void
bw_split_card_show (BwSplitCard *self, BwFigure *figure, BwWorkspace *workspace)
{
  gboolean fits;

  g_return_if_fail (BW_IS_SPLIT_CARD (self));

  g_set_object (&self->workspace, workspace);
  fits = dimensions_fit (self, figure);
  bw_figure_ref (figure);
  g_clear_pointer (&self->figure, bw_figure_unref);
  self->figure = figure;
  gtk_widget_set_visible (GTK_WIDGET (self), figure->splits->len > 0);
  if (figure->splits->len == 0)
    return;
  if (find_split (self) == NULL)
    self->field = choose_field (figure);
  if (!fits)
    fill_dimensions (self);
  show_field (self);
}

BwFieldId
bw_split_card_get_field (BwSplitCard *self)
{
  return find_split (self) != NULL ? self->field : BW_FIELD_NONE;
}

void
bw_split_card_set_field (BwSplitCard *self, BwFieldId field)
{
  self->field = field;
  if (find_split (self) != NULL)
    gtk_drop_down_set_selected (self->dimension, find_place (self));
}
