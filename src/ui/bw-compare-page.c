/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of a dimension that is chosen, by the figures that are chosen.
 *
 * Figures are counted in a thread when the page is seen; the latest request wins. Accessibility:
 * that of the table. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-application.h"
#include "bw-asking.h"
#include "bw-compare-page.h"
#include "bw-question-bar.h"
#include "bw-report-header.h"
#include "bw-rows-dialog.h"
#include "bw-score-table.h"
#include "bw-turn.h"

/* So many figures are shown until others are chosen. */
#define FIRST_FIGURES 6

struct _BwComparePage {
  BwReportPage parent_instance;

  gboolean filling;
  BwFieldId field;

  /* Template */
  GtkDropDown *dimension;
  GtkBox *figures;
  BwScoreTable *table;

  /* Owned */
  GArray *fields; /* BwFieldId of the drop-down */
  BwScorecard *scores;
  GPtrArray *chosen; /* ids of KPIs and a NULL; NULL = the first */
  BwTurn *turn;
};

G_DEFINE_FINAL_TYPE (BwComparePage, bw_compare_page, BW_TYPE_REPORT_PAGE)

static BwWorkspace *
get_workspace (BwComparePage *self)
{
  return bw_report_page_get_workspace (BW_REPORT_PAGE (self));
}

/* --- Figures -----------------------------------------------------------------------------------
 */

/* The chosen ones unless the data have none of them. */
static const char *const *
choose_figures (BwComparePage *self, const char *const *first)
{
  for (guint i = 0; self->chosen != NULL && i + 1 < self->chosen->len; i++)
    if (bw_scorecard_find (self->scores, self->chosen->pdata[i]) != NULL)
      return (const char *const *) self->chosen->pdata;
  return first;
}

static void
show_scores (BwComparePage *self)
{
  g_autofree const char **first = bw_scorecard_choose (self->scores, FIRST_FIGURES);

  bw_score_table_show (self->table, self->scores, choose_figures (self, first), FALSE);
}

static void
remember_figures (BwComparePage *self)
{
  if (bw_application_find_settings () != NULL)
    g_settings_set_strv (bw_application_find_settings (), "compared-figures",
                         (const char *const *) self->chosen->pdata);
}

/* Those that are still known. */
static void
recall_figures (BwComparePage *self)
{
  g_auto (GStrv) ids = NULL;

  if (bw_application_find_settings () == NULL)
    return;
  ids = g_settings_get_strv (bw_application_find_settings (), "compared-figures");
  if (ids[0] == NULL)
    return;
  self->chosen = g_ptr_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    if (bw_metric_find (ids[i]) != NULL)
      g_ptr_array_add (self->chosen, (gpointer) bw_metric_find (ids[i])->id);
  g_ptr_array_add (self->chosen, NULL);
}

/* In the order in which they are listed. */
static void
figure_toggled_cb (BwComparePage *self)
{
  if (self->filling)
    return;
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  self->chosen = g_ptr_array_new ();
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->figures)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_ptr_array_add (self->chosen, g_object_get_data (G_OBJECT (check), "kpi"));
  g_ptr_array_add (self->chosen, NULL);
  remember_figures (self);
  show_scores (self);
}

static void
append_figure (BwComparePage *self, const BwMetric *metric, gboolean active)
{
  GtkWidget *check = gtk_check_button_new_with_label (_ (metric->name));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  g_object_set_data (G_OBJECT (check), "kpi", (gpointer) metric->id);
  g_signal_connect_object (check, "toggled", G_CALLBACK (figure_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->figures, check);
}

static void
fill_figures (BwComparePage *self)
{
  g_autofree const char **first = bw_scorecard_choose (self->scores, FIRST_FIGURES);
  const char *const *shown = choose_figures (self, first);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_box_remove (self->figures, child);
  for (guint i = 0; i < self->scores->columns->len; i++) {
    const BwScoreColumn *column = g_ptr_array_index (self->scores->columns, i);
    append_figure (self, column->metric, g_strv_contains (shown, column->metric->id));
  }
  self->filling = FALSE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwComparePage) self = user_data;
  g_autoptr (BwScorecard) scores = bw_asking_finish (result, NULL);

  if (!bw_turn_is_latest (self->turn, result) || scores == NULL)
    return;
  g_clear_pointer (&self->scores, bw_scorecard_unref);
  self->scores = g_steal_pointer (&scores);
  fill_figures (self);
  show_scores (self);
}

static void
ask (gpointer page, GCancellable *cancellable)
{
  BwComparePage *self = page;

  if (self->field != BW_FIELD_NONE)
    bw_asking_start_scores (get_workspace (self), self->field, cancellable, answered_cb,
                            g_object_ref (self));
}

static void
figures_changed_cb (BwComparePage *self)
{
  bw_turn_ask (self->turn);
}

/* --- Dimensions --------------------------------------------------------------------------------
 */

static guint
find_place (BwComparePage *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, BwFieldId, i) == self->field)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
recall_field (BwComparePage *self)
{
  g_autofree char *name = NULL;
  const BwField *field;

  if (bw_application_find_settings () == NULL)
    return;
  name = g_settings_get_string (bw_application_find_settings (), "compared-dimension");
  field = bw_field_find (name);
  if (field != NULL)
    self->field = field->id;
}

/* Where figures usually differ most, if the data have it. */
static void
choose_field (BwComparePage *self)
{
  static const BwFieldId preferred[] = { BW_FIELD_CHANNEL, BW_FIELD_TEAM, BW_FIELD_SITE,
                                         BW_FIELD_PRIORITY };

  for (guint i = 0; i < G_N_ELEMENTS (preferred); i++) {
    self->field = preferred[i];
    if (find_place (self) != GTK_INVALID_LIST_POSITION)
      return;
  }
  self->field = self->fields->len > 0 ? g_array_index (self->fields, BwFieldId, 0) : BW_FIELD_NONE;
}

static void
fill_dimensions (BwComparePage *self)
{
  BwDataset *dataset = bw_workspace_get_dataset (get_workspace (self));
  const BwFieldId *dimensions = bw_dataset_get_dimensions (dataset);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_array_set_size (self->fields, 0);
  for (; *dimensions != BW_FIELD_NONE; dimensions++) {
    g_array_append_val (self->fields, *dimensions);
    gtk_string_list_append (titles, bw_field_get_title (*dimensions));
  }
  if (find_place (self) == GTK_INVALID_LIST_POSITION)
    choose_field (self);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->dimension, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->dimension, find_place (self));
  self->filling = FALSE;
}

static void
dimension_chosen_cb (BwComparePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->dimension);

  if (self->filling || selected >= self->fields->len)
    return;
  self->field = g_array_index (self->fields, BwFieldId, selected);
  if (bw_application_find_settings () != NULL)
    g_settings_set_string (bw_application_find_settings (), "compared-dimension",
                           bw_field_get (self->field)->name);
  bw_turn_ask (self->turn);
}

static void
cell_activated_cb (BwComparePage *self, const char *kpi, guint member)
{
  BwRowsDialog *dialog =
      bw_rows_dialog_new (get_workspace (self), kpi, self->scores->period, self->scores->field,
                          bw_scorecard_get_member (self->scores, member));

  if (dialog != NULL)
    adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_compare_page_watch (BwReportPage *page, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, page, (BwWatcher) fill_dimensions, "dataset", NULL);
  bw_workspace_watch (workspace, page, (BwWatcher) figures_changed_cb, "figures", NULL);
}

static void
bw_compare_page_dispose (GObject *object)
{
  BwComparePage *self = BW_COMPARE_PAGE (object);

  g_clear_pointer (&self->turn, bw_turn_free);
  g_clear_pointer (&self->scores, bw_scorecard_unref);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_compare_page_parent_class)->dispose (object);
}

static void
bw_compare_page_finalize (GObject *object)
{
  g_array_unref (BW_COMPARE_PAGE (object)->fields);
  G_OBJECT_CLASS (bw_compare_page_parent_class)->finalize (object);
}

static void
bw_compare_page_class_init (BwComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_compare_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_compare_page_finalize;
  BW_REPORT_PAGE_CLASS (klass)->watch = bw_compare_page_watch;

  g_type_ensure (BW_TYPE_REPORT_HEADER);
  g_type_ensure (BW_TYPE_QUESTION_BAR);
  g_type_ensure (BW_TYPE_SCORE_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, dimension);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, figures);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, table);
  gtk_widget_class_bind_template_callback (widget_class, dimension_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
}

static void
bw_compare_page_init (BwComparePage *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (BwFieldId));
  self->turn = bw_turn_new (GTK_WIDGET (self), ask);
  recall_field (self);
  recall_figures (self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
bw_compare_page_is_of_use (BwWorkspace *workspace)
{
  BwDataset *dataset = bw_workspace_get_dataset (workspace);

  return dataset != NULL && *bw_dataset_get_dimensions (dataset) != BW_FIELD_NONE;
}

BwFieldId
bw_compare_page_get_field (BwComparePage *self)
{
  return self->field;
}

void
bw_compare_page_set_field (BwComparePage *self, BwFieldId field)
{
  BwFieldId before = self->field;
  guint place;

  self->field = field;
  place = find_place (self);
  self->field = before;
  if (place != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (self->dimension, place);
}
