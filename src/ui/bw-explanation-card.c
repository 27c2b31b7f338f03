/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where to look: what a change is made of, member by member.
 *
 * CSS node: "explanationcard" around a "chartcard". Computed in a thread; the latest request wins.
 * Hidden where there is no change to take apart. Accessibility: that of the card. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-asking.h"
#include "bw-chart-card.h"
#include "bw-children.h"
#include "bw-explanation-card.h"
#include "bw-rows-dialog.h"
#include "bw-section.h"

/* Members that have steps of their own. */
#define MANY_PARTS 5
/* Steps smaller than this part of the largest one are left to the others. */
#define LEAST_PART 0.02

struct _BwExplanationCard {
  GtkWidget parent_instance;

  gboolean filling; /* the drop-down, not the user, changes the choice */
  BwFieldId field;  /* by which the change is taken apart */

  /* Template */
  BwChartCard *card;

  /* Owned */
  BwWorkspace *workspace;
  BwFigure *figure;
  GCancellable *asking;
  GtkDropDown *chooser;
  GtkWidget *show_rows;       /* of the member that did most */
  BwExplanation *explanation; /* that is shown */
  GArray *parts; /* for each step of the chart its part, -1 before, -2 after, -3 none */
};

G_DEFINE_FINAL_TYPE (BwExplanationCard, bw_explanation_card, GTK_TYPE_WIDGET)

#define PART_BEFORE -1
#define PART_AFTER -2
#define PART_NONE -3

static gpointer
explain (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  return bw_engine_explain (engine, question, figure->metric->id, NULL, NULL);
}

/* --- Steps -------------------------------------------------------------------------------------
 */

static void
add_step (BwExplanationCard *self,
          BwChart *chart,
          BwStepKind kind,
          const char *label,
          double value,
          const char *words,
          int part)
{
  bw_chart_add_step (chart, kind, label, value, words);
  g_array_append_val (self->parts, part);
}

static void
add_total (BwExplanationCard *self, BwChart *chart, const BwPeriod *period, double value, int part)
{
  g_autofree char *label = bw_period_get_label (period);

  add_step (self, chart, BW_STEP_TOTAL, label, value, NULL, part);
}

/* "from 84 % to 71 %" */
static char *
describe_move (const BwChart *chart, double before, double after)
{
  g_autofree char *from = bw_unit_format_in (chart->unit, chart->currency, before, BW_FORMAT_SHORT);
  g_autofree char *to = bw_unit_format_in (chart->unit, chart->currency, after, BW_FORMAT_SHORT);

  return g_strdup_printf (_ ("from %s to %s"), from, to);
}

static char *
describe_share (double before, double after)
{
  g_autofree char *from = bw_unit_format (BW_UNIT_FRACTION, before, BW_FORMAT_SHORT);
  g_autofree char *to = bw_unit_format (BW_UNIT_FRACTION, after, BW_FORMAT_SHORT);

  /* Translators: shares of the whole */
  return g_strdup_printf (_ ("from %s of all to %s"), from, to);
}

static double
get_rate (const BwExplanation *explanation, const BwCell *cell)
{
  return explanation->of_means ? cell->mean : cell->value;
}

/* Returns what of the part has a step; the rest is left to the others. */
static double
add_part (
    BwExplanationCard *self, BwChart *chart, const BwBreakdown *breakdown, guint i, double least)
{
  const BwExplanation *explanation = self->explanation;
  const BwPart *part = &g_array_index (breakdown->parts, BwPart, i);
  const char *name = part->name != NULL ? part->name : bw_field_get_none_label (breakdown->field);
  g_autofree char *move = describe_move (chart, get_rate (explanation, &part->before),
                                         get_rate (explanation, &part->after));
  g_autofree char *share = describe_share (part->share_before, part->share_after);
  double told = 0;

  if (isnan (part->rate)) {
    if (!(fabs (part->contribution) >= least))
      return 0;
    add_step (self, chart, BW_STEP_CHANGE, name, part->contribution, move, (int) i);
    return part->contribution;
  }
  if (fabs (part->rate) >= least) {
    add_step (self, chart, BW_STEP_RATE, name, part->rate, move, (int) i);
    told += part->rate;
  }
  if (fabs (part->mix) >= least) {
    add_step (self, chart, BW_STEP_MIX, name, part->mix, share, (int) i);
    told += part->mix;
  }
  return told;
}

static double
find_least (const BwBreakdown *breakdown)
{
  double most = 0;

  for (guint i = 0; i < breakdown->parts->len; i++) {
    double contribution = g_array_index (breakdown->parts, BwPart, i).contribution;
    most = fabs (contribution) > most ? fabs (contribution) : most;
  }
  return MAX (most * LEAST_PART, 1e-12);
}

/* Steps add up to the change: what is not told by members is the others'. */
static BwChart *
create_chart (BwExplanationCard *self, const BwBreakdown *breakdown)
{
  const BwExplanation *explanation = self->explanation;
  const char *dimension = bw_field_get_title (breakdown->field);
  /* Translators: a figure and a dimension: "Resolution time: Channel" */
  g_autofree char *title =
      g_strdup_printf (C_ ("split", "%s: %s"), _ (explanation->metric->name), dimension);
  g_autofree char *method = bw_section_describe_method (self->figure);
  BwChart *chart = bw_chart_new_steps ("waterfall", title, method, explanation->metric->unit);
  double least = find_least (breakdown), rest = explanation->change;
  double rounding = 1e-12 * (fabs (explanation->value_before) + fabs (explanation->value_after));

  chart->currency = explanation->currency;
  g_array_set_size (self->parts, 0);
  add_total (self, chart, explanation->before, explanation->value_before, PART_BEFORE);
  for (guint i = 0; i < MIN (breakdown->parts->len, MANY_PARTS); i++)
    rest -= add_part (self, chart, breakdown, i, least);
  if (fabs (rest) > rounding)
    add_step (self, chart, BW_STEP_CHANGE, _ ("Others"), rest, NULL, PART_NONE);
  add_total (self, chart, explanation->after, explanation->value_after, PART_AFTER);
  return chart;
}

/* --- Showing -----------------------------------------------------------------------------------
 */

static const BwBreakdown *
get_breakdown (BwExplanationCard *self, guint i)
{
  return g_ptr_array_index (self->explanation->breakdowns, i);
}

static gboolean
has_change (const BwExplanation *explanation)
{
  return explanation != NULL && explanation->reason == NULL && isfinite (explanation->change) &&
         explanation->breakdowns->len > 0;
}

/* The step of the member that did most of what went the way of the change; -1 without. */
static int
find_main_part (BwExplanationCard *self, const BwBreakdown *breakdown)
{
  for (guint i = 0; i < breakdown->parts->len; i++) {
    const BwPart *part = &g_array_index (breakdown->parts, BwPart, i);
    if (part->contribution * self->explanation->change > 0 && part->after.n > 0)
      return (int) i;
  }
  return -1;
}

/* Answers are about tickets, where a file has these. */
static gboolean
has_tickets (BwExplanationCard *self)
{
  BwDataset *dataset = bw_workspace_get_dataset (self->workspace);
  BwKind kind = self->explanation->kind;

  return kind == BW_KIND_TICKETS ||
         (kind == BW_KIND_RESPONSES && bw_dataset_get_table (dataset, BW_KIND_TICKETS) != NULL);
}

static void
name_rows (BwExplanationCard *self, const BwBreakdown *breakdown)
{
  int part = find_main_part (self, breakdown);
  const char *name = part >= 0 ? g_array_index (breakdown->parts, BwPart, part).name : NULL;
  const char *format = has_tickets (self)
      /* Translators: on a button that shows the tickets of a member ("Chat") */
      ? _ ("Show Tickets: %s")
      /* Translators: on a button that shows the rows of a member ("Chat") */
      : _ ("Show Rows: %s");
  g_autofree char *text =
      g_strdup_printf (format, name != NULL ? name : bw_field_get_none_label (breakdown->field));

  gtk_widget_set_visible (self->show_rows, part >= 0);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->show_rows))), text);
}

static void
show_breakdown (BwExplanationCard *self)
{
  g_auto (GStrv) sentences = bw_explanation_describe (self->explanation);
  g_autofree char *text = g_strjoinv ("\n", sentences);
  const BwBreakdown *breakdown = bw_explanation_find (self->explanation, self->field);
  g_autoptr (BwChart) chart = create_chart (self, breakdown);

  name_rows (self, breakdown);
  bw_chart_card_set_text (self->card, text);
  bw_chart_card_set_chart (self->card, _ ("Where to Look"), NULL, chart);
}

/* The dimension that was chosen, else the one in which a member moved most. */
static void
fill_choices (BwExplanationCard *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint place = 0;

  for (guint i = 0; i < self->explanation->breakdowns->len; i++) {
    BwFieldId field = get_breakdown (self, i)->field;
    gtk_string_list_append (titles, bw_field_get_title (field));
    if (field == self->field)
      place = i;
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->chooser, place);
  self->filling = FALSE;
}

static void
show_explanation (BwExplanationCard *self)
{
  guint selected;

  gtk_widget_set_visible (GTK_WIDGET (self), has_change (self->explanation));
  if (!has_change (self->explanation)) {
    bw_chart_card_set_chart (self->card, NULL, NULL, NULL);
    return;
  }
  fill_choices (self);
  selected = gtk_drop_down_get_selected (self->chooser);
  self->field = get_breakdown (self, selected)->field;
  show_breakdown (self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwExplanationCard) self = user_data;
  g_autoptr (BwExplanation) explanation = bw_asking_finish (result, NULL);

  if (self->asking == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  g_clear_pointer (&self->explanation, bw_explanation_unref);
  self->explanation = g_steal_pointer (&explanation);
  show_explanation (self);
}

static void
ask (BwExplanationCard *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  bw_asking_start (self->workspace, explain, (GDestroyNotify) bw_explanation_unref, self->figure,
                   BW_FIELD_NONE, self->asking, answered_cb, g_object_ref (self));
}

static void
chosen_cb (BwExplanationCard *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (self->filling || !has_change (self->explanation) ||
      selected >= self->explanation->breakdowns->len)
    return;
  self->field = get_breakdown (self, selected)->field;
  show_breakdown (self);
}

static GtkWidget *
create_chooser (BwExplanationCard *self)
{
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Taken Apart By"), -1);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->chooser);
}

/* --- Rows behind a step ------------------------------------------------------------------------
 */

static BwRowsDialog *
show_rows (BwExplanationCard *self, int part)
{
  const BwBreakdown *breakdown = bw_explanation_find (self->explanation, self->field);
  BwRowsDialog *dialog = bw_rows_dialog_new (
      self->workspace, self->figure->metric->id,
      part == PART_BEFORE ? self->explanation->before : self->explanation->after,
      part >= 0 ? self->field : BW_FIELD_NONE,
      part >= 0 ? g_array_index (breakdown->parts, BwPart, part).name : NULL);

  if (dialog != NULL)
    adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
  return dialog;
}

static void
activated_cb (BwExplanationCard *self, int period, int step)
{
  if (!has_change (self->explanation) || step < 0 || (guint) step >= self->parts->len ||
      g_array_index (self->parts, int, step) == PART_NONE)
    return;
  show_rows (self, g_array_index (self->parts, int, step));
}

static void
show_rows_cb (BwExplanationCard *self)
{
  BwRowsDialog *dialog = NULL;

  if (has_change (self->explanation))
    dialog = show_rows (
        self, find_main_part (self, bw_explanation_find (self->explanation, self->field)));
  if (dialog != NULL && has_tickets (self))
    bw_rows_dialog_prefer_tickets (dialog);
}

static void
add_tools (BwExplanationCard *self)
{
  GtkWidget *tools = adw_wrap_box_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "justify", GTK_JUSTIFY_CENTER, "width-chars", 3, NULL);

  self->show_rows = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->show_rows), label);
  g_signal_connect_object (self->show_rows, "clicked", G_CALLBACK (show_rows_cb), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (tools), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (tools), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (tools), create_chooser (self));
  adw_wrap_box_append (ADW_WRAP_BOX (tools), self->show_rows);
  bw_chart_card_set_chooser (self->card, tools);
}

/* --- Class -------------------------------------------------------------------------------------
 */

/* Where a reader begins: the rows that made the change. */
static gboolean
bw_explanation_card_grab_focus (GtkWidget *widget)
{
  BwExplanationCard *self = BW_EXPLANATION_CARD (widget);

  return gtk_widget_grab_focus (
      gtk_widget_get_visible (self->show_rows) ? self->show_rows : GTK_WIDGET (self->chooser));
}

static void
bw_explanation_card_dispose (GObject *object)
{
  BwExplanationCard *self = BW_EXPLANATION_CARD (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_EXPLANATION_CARD);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->figure, bw_figure_unref);
  g_clear_pointer (&self->explanation, bw_explanation_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  G_OBJECT_CLASS (bw_explanation_card_parent_class)->dispose (object);
}

static void
bw_explanation_card_class_init (BwExplanationCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_explanation_card_dispose;
  widget_class->grab_focus = bw_explanation_card_grab_focus;

  g_type_ensure (BW_TYPE_CHART_CARD);
  gtk_widget_class_set_css_name (widget_class, "explanationcard");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-explanation-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwExplanationCard, card);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
bw_explanation_card_init (BwExplanationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->parts = g_array_new (FALSE, FALSE, sizeof (int));
  add_tools (self);
}

void
bw_explanation_card_show (BwExplanationCard *self, BwFigure *figure, BwWorkspace *workspace)
{
  g_return_if_fail (BW_IS_EXPLANATION_CARD (self));

  g_set_object (&self->workspace, workspace);
  bw_figure_ref (figure);
  g_clear_pointer (&self->figure, bw_figure_unref);
  self->figure = figure;
  ask (self);
}
