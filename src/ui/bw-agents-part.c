/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agents beside each other, never ranked.
 *
 * CSS node: "agentspart". Figures are counted in a thread when they are seen; the latest request
 * wins. Accessibility: that of table and chart. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-agent-page.h"
#include "bw-agents-part.h"
#include "bw-asking.h"
#include "bw-chart-card.h"
#include "bw-rows-dialog.h"
#include "bw-score-table.h"
#include "bw-turn.h"

#define FIGURES 6

struct _BwAgentsPart {
  BwReportWidget parent_instance;

  gboolean filling;
  /* Template */
  AdwSwitchRow *anonymise;
  GtkWidget *card;
  BwScoreTable *table;
  BwChartCard *funnel;

  /* Borrowed */
  GtkDropDown *chooser; /* of the funnel */

  /* Owned */
  BwScorecard *scores;
  GPtrArray *shares; /* BwScoreColumn (borrowed) that a funnel can show */
  char *share;       /* the KPI that is shown */
  GArray *points;    /* for each member of the funnel its place in the scores */
  BwTurn *turn;
};

G_DEFINE_FINAL_TYPE (BwAgentsPart, bw_agents_part, BW_TYPE_REPORT_WIDGET)

static BwWorkspace *
get_workspace (BwAgentsPart *self)
{
  return bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
}

/* --- Funnel ------------------------------------------------------------------------------------
 */

static const BwScoreColumn *
find_share (BwAgentsPart *self)
{
  for (guint i = 0; i < self->shares->len; i++) {
    const BwScoreColumn *column = g_ptr_array_index (self->shares, i);
    if (g_strcmp0 (column->metric->id, self->share) == 0)
      return column;
  }
  return self->shares->len > 0 ? g_ptr_array_index (self->shares, 0) : NULL;
}

static void
show_funnel (BwAgentsPart *self)
{
  const BwScoreColumn *column = find_share (self);
  g_autoptr (BwSeries) series = NULL;
  g_autoptr (BwChart) chart = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->funnel), column != NULL);
  if (column == NULL)
    return;
  series = bw_scorecard_make_series (self->scores, column);
  /* Translators: a figure and a dimension: "Resolution time: Channel" */
  title = g_strdup_printf (C_ ("split", "%s: %s"), _ (column->metric->name),
                                                     bw_field_get_title (BW_FIELD_AGENT));
  chart = bw_chart_new ("funnel", title, NULL, series);
  bw_chart_card_set_chart (self->funnel, _ ("More than Chance?"),
                                           _ ("Shares by how many are behind them, with the limits "
                                            "of chance"),
                                             chart);
}

static void
fill_chooser (BwAgentsPart *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const BwScoreColumn *shown;
  guint place = 0;

  g_ptr_array_set_size (self->shares, 0);
  for (guint i = 0; i < self->scores->columns->len; i++) {
    BwScoreColumn *column = g_ptr_array_index (self->scores->columns, i);
    if (bw_score_column_is_share (column))
      g_ptr_array_add (self->shares, column);
  }
  shown = find_share (self);
  for (guint i = 0; i < self->shares->len; i++) {
    const BwScoreColumn *column = g_ptr_array_index (self->shares, i);
    gtk_string_list_append (titles, _ (column->metric->name));
    if (column == shown)
      place = i;
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->chooser, place);
  self->filling = FALSE;
}

static void
share_chosen_cb (BwAgentsPart *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (self->filling || selected >= self->shares->len)
    return;
  g_set_str (&self->share,
             ((const BwScoreColumn *) g_ptr_array_index (self->shares, selected))->metric->id);
  show_funnel (self);
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* Names of figures are long: they are cut where there is no room. */
static void
add_chooser (BwAgentsPart *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice_cb), NULL);
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_factory (self->chooser, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Share to Look At"), -1);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (share_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  bw_chart_card_set_chooser (self->funnel, GTK_WIDGET (self->chooser));
}

/* --- Scores ------------------------------------------------------------------------------------
 */

static void
show_scores (BwAgentsPart *self)
{
  g_autofree const char **kpis = bw_scorecard_choose (self->scores, FIGURES);

  gtk_widget_set_visible (self->card, self->scores->columns->len > 0);
  bw_score_table_show (self->table, self->scores, kpis, TRUE);
  g_array_set_size (self->points, 0);
  for (guint m = 0; m < self->scores->names->len; m++)
    if (self->scores->names->pdata[m] != NULL)
      g_array_append_val (self->points, m);
  fill_chooser (self);
  show_funnel (self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwAgentsPart) self = user_data;
  g_autoptr (BwScorecard) scores = bw_asking_finish (result, NULL);

  if (!bw_turn_is_latest (self->turn, result))
    return;
  gtk_widget_set_visible (self->card, scores != NULL);
  if (scores == NULL)
    return;
  g_ptr_array_set_size (self->shares, 0);
  g_clear_pointer (&self->scores, bw_scorecard_unref);
  self->scores = g_steal_pointer (&scores);
  show_scores (self);
}

static void
ask (gpointer widget, GCancellable *cancellable)
{
  bw_asking_start_scores (get_workspace (widget), BW_FIELD_AGENT, cancellable, answered_cb,
                          g_object_ref (widget));
}

static void
figures_changed_cb (BwAgentsPart *self)
{
  bw_turn_ask (self->turn);
}

/* --- Activating --------------------------------------------------------------------------------
 */

static void
cell_activated_cb (BwAgentsPart *self, const char *kpi, guint member)
{
  BwRowsDialog *dialog =
      bw_rows_dialog_new (get_workspace (self), kpi, self->scores->period, BW_FIELD_AGENT,
                          bw_scorecard_get_member (self->scores, member));

  if (dialog != NULL)
    adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
member_activated_cb (BwAgentsPart *self, guint member)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            bw_agent_page_new (get_workspace (self),
                                               self->scores->names->pdata[member],
                                               self->scores->labels->pdata[member]));
}

static void
point_activated_cb (BwAgentsPart *self, int period, int point)
{
  const BwScoreColumn *column = find_share (self);

  if (column != NULL && point >= 0 && (guint) point < self->points->len)
    cell_activated_cb (self, column->metric->id, g_array_index (self->points, guint, point));
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_agents_part_watch (BwReportWidget *widget, BwWorkspace *workspace)
{
  g_object_bind_property (workspace, "anonymise", BW_AGENTS_PART (widget)->anonymise, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  bw_workspace_watch (workspace, widget, (BwWatcher) figures_changed_cb, "figures", NULL);
}

static void
bw_agents_part_dispose (GObject *object)
{
  BwAgentsPart *self = BW_AGENTS_PART (object);

  g_clear_pointer (&self->turn, bw_turn_free);
  g_clear_pointer (&self->scores, bw_scorecard_unref);
  g_clear_pointer (&self->share, g_free);
  G_OBJECT_CLASS (bw_agents_part_parent_class)->dispose (object);
}

static void
bw_agents_part_finalize (GObject *object)
{
  g_ptr_array_unref (BW_AGENTS_PART (object)->shares);
  g_array_unref (BW_AGENTS_PART (object)->points);
  G_OBJECT_CLASS (bw_agents_part_parent_class)->finalize (object);
}

static void
bw_agents_part_class_init (BwAgentsPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_agents_part_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_agents_part_finalize;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_agents_part_watch;

  g_type_ensure (BW_TYPE_SCORE_TABLE);
  g_type_ensure (BW_TYPE_CHART_CARD);
  gtk_widget_class_set_css_name (widget_class, "agentspart");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-agents-part.ui");
  gtk_widget_class_bind_template_child (widget_class, BwAgentsPart, anonymise);
  gtk_widget_class_bind_template_child (widget_class, BwAgentsPart, card);
  gtk_widget_class_bind_template_child (widget_class, BwAgentsPart, table);
  gtk_widget_class_bind_template_child (widget_class, BwAgentsPart, funnel);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, member_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, point_activated_cb);
}

static void
bw_agents_part_init (BwAgentsPart *self)
{
  self->shares = g_ptr_array_new ();
  self->points = g_array_new (FALSE, FALSE, sizeof (guint));
  self->share = g_strdup ("csat");
  self->turn = bw_turn_new (GTK_WIDGET (self), ask);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chooser (self);
}

GtkWidget *
bw_agents_part_new (void)
{
  return g_object_new (BW_TYPE_AGENTS_PART, NULL);
}

gboolean
bw_agents_part_is_of_use (BwWorkspace *workspace)
{
  BwDataset *dataset = bw_workspace_get_dataset (workspace);
  const BwFieldId *dimensions = dataset != NULL ? bw_dataset_get_dimensions (dataset) : NULL;

  for (; dimensions != NULL && *dimensions != BW_FIELD_NONE; dimensions++)
    if (*dimensions == BW_FIELD_AGENT)
      return TRUE;
  return FALSE;
}
