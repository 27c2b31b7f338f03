/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scorecard of an agent.
 *
 * Two questions are asked in threads: all figures of the agent's own rows, and where the agent
 * stands among all. Accessibility: a row is a button whose name is the figure and whose description
 * is what it is held against. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-agent-page.h"
#include "bw-asking.h"
#include "bw-chart-view.h"
#include "bw-figure-words.h"
#include "bw-plain-row.h"
#include "bw-question-bar.h"
#include "bw-report-header.h"
#include "bw-rows-dialog.h"
#include "bw-score-table.h"
#include "bw-section.h"
#include "bw-turn.h"

#define COURSE_WIDTH 84
#define COURSE_HEIGHT 32

struct _BwAgentPage {
  BwReportPage parent_instance;

  /* Template */
  GtkLabel *name;
  AdwPreferencesGroup *group;
  GtkSizeGroup *values;

  /* Owned */
  char *agent;
  GPtrArray *rows; /* of the group */
  GPtrArray *figures;
  BwScorecard *scores;
  BwTurn *turn;
};

G_DEFINE_FINAL_TYPE (BwAgentPage, bw_agent_page, BW_TYPE_REPORT_PAGE)

static BwWorkspace *
get_workspace (BwAgentPage *self)
{
  return bw_report_page_get_workspace (BW_REPORT_PAGE (self));
}

/* The place of the agent in the scores; their number when it is not there. */
static guint
find_member (BwAgentPage *self)
{
  guint m = 0;

  while (m < self->scores->names->len &&
         g_strcmp0 (self->scores->names->pdata[m], self->agent) != 0)
    m++;
  return m;
}

/* --- Rows --------------------------------------------------------------------------------------
 */

static void
append (GString *text, char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

static char *
describe_value (const char *format, BwUnit unit, double value)
{
  g_autofree char *words = isnan (value) ? NULL : bw_unit_format (unit, value, BW_FORMAT_SHORT);

  return words != NULL ? g_strdup_printf (format, words) : NULL;
}

static char *
describe_row (const BwFigure *figure, const BwScoreColumn *column, guint member)
{
  GString *text = g_string_new (NULL);
  BwUnit unit = figure->metric->unit;

  append (text, bw_figure_words_n (figure));
  append (text, bw_figure_words_change (figure, BW_FORMAT_SHORT));
  append (text, bw_figure_words_previous (figure));
  append (text, describe_value (_ ("own median of past periods: %s"), unit, figure->past_median));
  append (text, describe_value (_ ("team median: %s"), unit, column->median));
  append (text, g_strdup (bw_standing_describe (bw_score_column_judge (column, member))));
  return g_string_free_and_steal (text);
}

/* On narrow windows, where the sidebar is a page of its own, words need the room. */
static GtkWidget *
create_course (BwAgentPage *self, const BwFigure *figure)
{
  GtkWidget *split = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  BwChartView *view = bw_chart_view_new ();
  g_autoptr (BwChart) chart = bw_chart_new ("sparkline", NULL, NULL, figure->series);

  bw_chart_view_set_chart (view, chart);
  if (split != NULL)
    g_object_bind_property (split, "collapsed", view, "visible",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_widget_set_size_request (GTK_WIDGET (view), COURSE_WIDTH, COURSE_HEIGHT);
  gtk_widget_set_valign (GTK_WIDGET (view), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (view), FALSE);
  return GTK_WIDGET (view);
}

static void
row_activated_cb (BwAgentPage *self, GtkWidget *row)
{
  guint member = find_member (self);
  BwRowsDialog *dialog;

  if (member == self->scores->names->len)
    return;
  dialog = bw_rows_dialog_new (get_workspace (self), g_object_get_data (G_OBJECT (row), "kpi"),
                               self->scores->period, BW_FIELD_AGENT,
                               bw_scorecard_get_member (self->scores, member));
  if (dialog != NULL)
    adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static GtkWidget *
create_row (BwAgentPage *self, const BwFigure *figure, const BwScoreColumn *column, guint member)
{
  g_autofree char *words = describe_row (figure, column, member);
  g_autofree char *value = bw_figure_words_cell (figure->metric->unit, &column->cells[member]);
  GtkWidget *row = bw_plain_row_new (_ (figure->metric->name), words);
  GtkWidget *label = gtk_label_new (value);

  if (bw_axis_get_length (bw_series_get_axis (figure->series)) > 1)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_course (self, figure));
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_size_group_add_widget (self->values, label);
  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), "kpi", (gpointer) figure->metric->id);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
show_all (BwAgentPage *self)
{
  guint member;

  if (self->figures == NULL || self->scores == NULL)
    return;
  member = find_member (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (member == self->scores->names->len)
    return;
  gtk_label_set_label (self->name, self->scores->labels->pdata[member]);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->scores->labels->pdata[member]);
  for (guint i = 0; i < self->figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (self->figures, i);
    const BwScoreColumn *column = bw_scorecard_find (self->scores, figure->metric->id);
    GtkWidget *row;
    if (!figure->available || column == NULL || column->cells[member].n == 0)
      continue;
    row = create_row (self, figure, column, member);
    adw_preferences_group_add (self->group, row);
    g_ptr_array_add (self->rows, row);
  }
}

/* --- Asking ------------------------------------------------------------------------------------
 */

static gpointer
answer (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  return bw_engine_answer (engine, question, NULL, NULL);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwAgentPage) self = user_data;
  g_autoptr (GPtrArray) figures = bw_asking_finish (result, NULL);

  if (!bw_turn_is_latest (self->turn, result) || figures == NULL)
    return;
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  self->figures = g_steal_pointer (&figures);
  show_all (self);
}

static void
scored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwAgentPage) self = user_data;
  g_autoptr (BwScorecard) scores = bw_asking_finish (result, NULL);

  if (!bw_turn_is_latest (self->turn, result) || scores == NULL)
    return;
  g_clear_pointer (&self->scores, bw_scorecard_unref);
  self->scores = g_steal_pointer (&scores);
  show_all (self);
}

static void
ask (gpointer page, GCancellable *cancellable)
{
  BwAgentPage *self = page;

  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->scores, bw_scorecard_unref);
  bw_asking_start_of (get_workspace (self), answer, (GDestroyNotify) g_ptr_array_unref,
                      BW_FIELD_AGENT, self->agent, cancellable, answered_cb, g_object_ref (self));
  bw_asking_start_scores (get_workspace (self), BW_FIELD_AGENT, cancellable, scored_cb,
                          g_object_ref (self));
}

static void
figures_changed_cb (BwAgentPage *self)
{
  bw_turn_ask (self->turn);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_agent_page_watch (BwReportPage *page, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, page, (BwWatcher) figures_changed_cb, "figures", NULL);
}

static void
bw_agent_page_dispose (GObject *object)
{
  BwAgentPage *self = BW_AGENT_PAGE (object);

  g_clear_pointer (&self->turn, bw_turn_free);
  g_clear_pointer (&self->agent, g_free);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->scores, bw_scorecard_unref);
  G_OBJECT_CLASS (bw_agent_page_parent_class)->dispose (object);
}

static void
bw_agent_page_finalize (GObject *object)
{
  g_ptr_array_unref (BW_AGENT_PAGE (object)->rows);
  G_OBJECT_CLASS (bw_agent_page_parent_class)->finalize (object);
}

static void
bw_agent_page_class_init (BwAgentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_agent_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_agent_page_finalize;
  BW_REPORT_PAGE_CLASS (klass)->watch = bw_agent_page_watch;

  g_type_ensure (BW_TYPE_REPORT_HEADER);
  g_type_ensure (BW_TYPE_QUESTION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-agent-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwAgentPage, name);
  gtk_widget_class_bind_template_child (widget_class, BwAgentPage, group);
  gtk_widget_class_bind_template_child (widget_class, BwAgentPage, values);
}

static void
bw_agent_page_init (BwAgentPage *self)
{
  self->rows = g_ptr_array_new ();
  self->turn = bw_turn_new (GTK_WIDGET (self), ask);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
bw_agent_page_new (BwWorkspace *workspace, const char *name, const char *label)
{
  BwAgentPage *self =
      g_object_new (BW_TYPE_AGENT_PAGE, "workspace", workspace, "title", label, NULL);

  self->agent = g_strdup (name != NULL ? name : "");
  gtk_label_set_label (self->name, label);
  return ADW_NAVIGATION_PAGE (self);
}
