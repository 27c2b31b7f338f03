/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the values of a figure are spread: all together, or member by member.
 *
 * CSS node: "spreadcard" around a "chartcard". Computed in a thread; the latest request wins.
 * Hidden where rows have no values of their own. Accessibility: that of the card. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-asking.h"
#include "bw-chart-card.h"
#include "bw-children.h"
#include "bw-rows-dialog.h"
#include "bw-section.h"
#include "bw-spread-card.h"
#include "bw-spread.h"

/* More members than these are left to the split. */
#define MANY_BOXES 12

struct _BwSpreadCard {
  GtkWidget parent_instance;

  gboolean filling; /* the drop-down, not the user, changes the choice */
  BwFieldId field;  /* NONE = all together */

  /* Template */
  BwChartCard *card;

  /* Owned */
  BwWorkspace *workspace;
  BwFigure *figure;
  GCancellable *asking;
  GtkDropDown *chooser;
  BwDistribution *spread; /* that is shown */
};

G_DEFINE_FINAL_TYPE (BwSpreadCard, bw_spread_card, GTK_TYPE_WIDGET)

static gpointer
spread (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  return bw_spread_new (engine, question, figure, field, MANY_BOXES);
}

static BwChart *
create_chart (BwSpreadCard *self)
{
  const char *name = _ (self->figure->metric->name);
  g_autofree char *method = bw_section_describe_method (self->figure);
  g_autofree char *title = NULL;

  if (self->field == BW_FIELD_NONE)
    return bw_chart_new_distribution ("histogram", name, method, self->spread);
  /* Translators: a figure and a dimension: "Resolution time: Channel" */
  title = g_strdup_printf (C_ ("split", "%s: %s"), name, bw_field_get_title (self->field));
  return bw_chart_new_distribution ("box", title, method, self->spread);
}

static void
show_spread (BwSpreadCard *self, BwDistribution *spread)
{
  g_autoptr (BwChart) chart = NULL;

  g_clear_pointer (&self->spread, bw_distribution_unref);
  self->spread = spread;
  if (spread != NULL)
    chart = create_chart (self);
  bw_chart_card_set_chart (self->card, _ ("Distribution"), NULL, chart);
  gtk_widget_set_visible (GTK_WIDGET (self), chart != NULL);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwSpreadCard) self = user_data;
  g_autoptr (BwDistribution) spread = bw_asking_finish (result, NULL);

  if (self->asking == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  show_spread (self, g_steal_pointer (&spread));
}

static void
ask (BwSpreadCard *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  bw_asking_start (self->workspace, spread, (GDestroyNotify) bw_distribution_unref, self->figure,
                   self->field, self->asking, answered_cb, g_object_ref (self));
}

/* --- Choosing ----------------------------------------------------------------------------------
 */

static BwFieldId
get_field (BwSpreadCard *self, guint choice)
{
  if (choice == 0 || choice > self->figure->splits->len)
    return BW_FIELD_NONE;
  return bw_series_get_field (g_ptr_array_index (self->figure->splits, choice - 1));
}

static void
chosen_cb (BwSpreadCard *self)
{
  if (self->filling || self->figure == NULL)
    return;
  self->field = get_field (self, gtk_drop_down_get_selected (self->chooser));
  ask (self);
}

static void
fill_choices (BwSpreadCard *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint place = 0;

  gtk_string_list_append (titles, _ ("All Together"));
  for (guint i = 1; i <= self->figure->splits->len; i++) {
    BwFieldId field = get_field (self, i);
    gtk_string_list_append (titles, bw_field_get_title (field));
    if (field == self->field)
      place = i;
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->chooser, place);
  self->filling = FALSE;
  self->field = get_field (self, place);
}

static void
add_chooser (BwSpreadCard *self)
{
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Spread Of"), -1);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  bw_chart_card_set_chooser (self->card, GTK_WIDGET (self->chooser));
}

/* --- Rows behind a mark ------------------------------------------------------------------------
 */

static void
show_bin (BwSpreadCard *self, guint i)
{
  const BwBin *bin = &g_array_index (self->spread->bins, BwBin, i);
  BwUnit unit = self->spread->unit;
  g_autofree char *low = bw_unit_format (unit, bin->low, BW_FORMAT_SHORT);
  g_autofree char *high = bw_unit_format (unit, bin->high, BW_FORMAT_SHORT);
  /* Translators: from a value to another one: "1 h to 2 h" */
  g_autofree char *place = g_strdup_printf (_ ("%s to %s"), low, high);
  BwTable *table = NULL;
  g_autoptr (BwBits) rows = bw_spread_select (
      bw_workspace_get_engine (self->workspace), bw_workspace_get_question (self->workspace),
      self->figure, bin, i + 1 == self->spread->bins->len, &table);

  if (rows != NULL)
    adw_dialog_present (ADW_DIALOG (bw_rows_dialog_new_selected (
                            self->workspace, self->figure->metric, place, table, rows)),
                        GTK_WIDGET (self));
}

/* The first box is of all. */
static void
show_member (BwSpreadCard *self, guint box)
{
  BwSeries *split = bw_figure_find_split (self->figure, self->field);
  const char *member = box > 0 && split != NULL ? bw_series_get_member (split, box - 1) : NULL;
  BwRowsDialog *dialog = bw_rows_dialog_new (self->workspace, self->figure->metric->id,
                                             bw_workspace_get_period (self->workspace),
                                             box > 0 ? self->field : BW_FIELD_NONE, member);

  if (dialog != NULL)
    adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
activated_cb (BwSpreadCard *self, int period, int member)
{
  if (self->spread == NULL || member < 0)
    return;
  if (self->field == BW_FIELD_NONE)
    show_bin (self, (guint) member);
  else
    show_member (self, (guint) member);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_spread_card_dispose (GObject *object)
{
  BwSpreadCard *self = BW_SPREAD_CARD (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_SPREAD_CARD);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->figure, bw_figure_unref);
  g_clear_pointer (&self->spread, bw_distribution_unref);
  G_OBJECT_CLASS (bw_spread_card_parent_class)->dispose (object);
}

static void
bw_spread_card_class_init (BwSpreadCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_spread_card_dispose;

  g_type_ensure (BW_TYPE_CHART_CARD);
  gtk_widget_class_set_css_name (widget_class, "spreadcard");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-spread-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSpreadCard, card);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
bw_spread_card_init (BwSpreadCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chooser (self);
}

void
bw_spread_card_show (BwSpreadCard *self, BwFigure *figure, BwWorkspace *workspace)
{
  g_return_if_fail (BW_IS_SPREAD_CARD (self));

  g_set_object (&self->workspace, workspace);
  bw_figure_ref (figure);
  g_clear_pointer (&self->figure, bw_figure_unref);
  self->figure = figure;
  fill_choices (self);
  ask (self);
}
