/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is known of one row.
 *
 * Accessibility: a heading, then lists of named facts. All texts can be selected. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-children.h"
#include "bw-describe.h"
#include "bw-fact-group.h"
#include "bw-row-detail.h"
#include "bw-row-words.h"
#include "bw-unit.h"

struct _BwRowDetail {
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *aside;
  BwFactGroup *measures;
  BwFactGroup *fields;
  BwFactGroup *others;

  /* Owned */
  BwRowItem *item;
  GCancellable *counting; /* of the line in the file */
};

typedef enum {
  CLOSE,
  LAST_SIGNAL,
} BwRowDetailSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwRowDetail, bw_row_detail, GTK_TYPE_WIDGET)

/* --- Where it comes from -----------------------------------------------------------------------
 */

static BwSource *
find_source (BwDataset *dataset, BwRowItem *item)
{
  GListModel *sources = bw_dataset_get_sources (dataset);
  gsize row = bw_row_item_get_row (item);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    gsize first, n;
    if (bw_dataset_find_rows (dataset, source, &first, &n) == bw_row_item_get_table (item) &&
        row >= first && row - first < n)
      return g_steal_pointer (&source);
  }
  return NULL;
}

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  BwRowItem *item = task_data;

  g_task_return_int (
      task, (gssize) bw_table_get_line (bw_row_item_get_table (item), bw_row_item_get_row (item)));
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  BwRowDetail *self = BW_ROW_DETAIL (object);
  g_autofree char *name = user_data;
  gssize line = g_task_propagate_int (G_TASK (result), NULL);
  g_autofree char *number = bw_format_count (line);
  g_autofree char *text = NULL;

  if (line <= 0 || self->counting == NULL ||
      self->counting != g_task_get_cancellable (G_TASK (result)))
    return;
  /* Translators: the name of a file and a line in it */
  text = g_strdup_printf (_ ("%s, line %s"), name, number);
  gtk_label_set_label (self->place, text);
}

/* Lines are counted from the beginning of the file. */
static void
show_place (BwRowDetail *self, BwDataset *dataset)
{
  g_autoptr (BwSource) source = find_source (dataset, self->item);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  gtk_label_set_label (self->place, source != NULL ? source->name : _ ("Gathered from a log"));
  if (source == NULL)
    return;
  self->counting = g_cancellable_new ();
  task = g_task_new (self, self->counting, counted_cb, g_strdup (source->name));
  g_task_set_task_data (task, g_object_ref (self->item), g_object_unref);
  g_task_run_in_thread (task, count_in_thread);
}

/* --- What it has -------------------------------------------------------------------------------
 */

static const char *
get_text (BwRowItem *item, BwFieldId field)
{
  int column = bw_table_find_index (bw_row_item_get_table (item), field);

  return column >= 0 ? bw_row_item_get_text (item, (guint) column) : "";
}

/* "#12 · Printer on fire" */
static char *
describe (BwRowItem *item)
{
  const char *id = get_text (item, BW_FIELD_ID);
  const char *subject = get_text (item, BW_FIELD_SUBJECT);

  if (*id == '\0' && *subject == '\0')
    return g_strdup (_ ("Row"));
  if (*id == '\0' || *subject == '\0')
    return g_strdup (*id != '\0' ? id : subject);
  return g_strdup_printf ("%s · %s", id, subject);
}

/* What the report makes of the cell, and the cell when it says it otherwise. */
static void
add_field (BwRowDetail *self, const BwColumn *column, guint index, const BwZone *zone)
{
  const char *text = bw_row_item_get_text (self->item, index);
  g_autofree char *words = bw_row_words_cell (self->item, index, zone);
  const char *title = bw_field_get_title (column->field);
  g_autofree char *both = NULL;
  g_autofree char *titles = NULL;

  if (*text != '\0' && !g_str_equal (text, words))
    /* Translators: a value, and what stands in the file */
    both = g_strdup_printf (_ ("%s (in the file: %s)"), words, text);
  if (column->header != NULL && *column->header != '\0' &&
      g_ascii_strcasecmp (column->header, title) != 0)
    titles = g_strdup_printf ("%s · %s", title, column->header);
  bw_fact_group_add_text (self->fields, titles != NULL ? titles : title,
                          both != NULL ? both : words);
}

static void
show_fields (BwRowDetail *self, const BwZone *zone)
{
  const BwTable *table = bw_row_item_get_table (self->item);

  bw_fact_group_clear (self->fields);
  bw_fact_group_clear (self->others);
  for (guint c = 0; c < bw_table_get_n_columns (table); c++) {
    const BwColumn *column = bw_table_get_column (table, c);
    const char *header = bw_row_words_header (column);
    if (column->field != BW_FIELD_NONE)
      add_field (self, column, c, zone);
    else
      bw_fact_group_add_text (self->others,
                              *header != '\0' ? header
                                              : _ ("No name"), bw_row_item_get_text (self->item, c));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->others), bw_fact_group_get_n (self->others) > 0);
}

/* --- What is made of it ------------------------------------------------------------------------
 */

/* "14:02" on the day of the other instant, else with its day. */
static char *
describe_instant (gint64 at, gint64 other, const BwZone *zone)
{
  g_autofree char *full = bw_row_words_time (at, zone);
  g_autofree char *beside = bw_row_words_time (other, zone);
  const char *time = strrchr (full, ' ');

  return g_strdup (strncmp (full, beside, (gsize) (time - full)) == 0 ? time + 1 : full);
}

/* "14:02 − 11:52 (First reply − Created)" */
static char *
describe_difference (const BwRowSay *say, const BwZone *zone)
{
  g_autofree char *to = describe_instant (say->terms[0].value, say->terms[1].value, zone);
  g_autofree char *from = describe_instant (say->terms[1].value, say->terms[0].value, zone);

  /* Translators: two times and what they are: "14:02 − 11:52 (First reply − Created)" */
  return g_strdup_printf (_ ("%s − %s (%s − %s)"), to, from,
                            bw_field_get_title (say->terms[0].field),
                            bw_field_get_title (say->terms[1].field));
}

/* "1 min 40 s (Talk time) + 20 s (Hold time)" */
static char *
describe_sum (const BwRowSay *say)
{
  GString *text;

  if (say->n_terms == 1)
    /* Translators: the name of a column that holds this very length of time */
    return g_strdup_printf (_ ("%s, as exported"), bw_field_get_title (say->terms[0].field));
  text = g_string_new (NULL);

  for (guint i = 0; i < say->n_terms; i++) {
    g_autofree char *length =
        bw_unit_format (BW_UNIT_SECONDS, (double) say->terms[i].value, BW_FORMAT_SHORT);
    g_string_append_printf (text, i > 0 ? " + %s (%s)" : "%s (%s)", length,
                            bw_field_get_title (say->terms[i].field));
  }
  return g_string_free_and_steal (text);
}

static char *
describe_value (const BwRowSay *say)
{
  switch (say->metric->fold) {
  case BW_FOLD_COUNT:
    return g_strdup (_ ("Counted"));
  case BW_FOLD_SHARE:
    return g_strdup (say->value > 0 ? _ ("Yes") : _ ("No"));
  case BW_FOLD_NPS:
    return g_strdup (
        say->value > 0 ? _ ("Promoter") : say->value < 0 ? _ ("Detractor") : _ ("Passive"));
  default:
    return bw_unit_format (say->metric->unit, say->value, BW_FORMAT_SHORT);
  }
}

/* How long it was in the backlog, or another stock. */
static char *
describe_stay (const BwRowSay *say, const BwZone *zone)
{
  g_autofree char *from = bw_row_words_time (say->when, zone);
  g_autofree char *until = NULL;

  if (say->until == BW_TIME_NONE)
    /* Translators: %s is a time; a ticket is in the backlog since then */
    return g_strdup_printf (_ ("Counted since %s"), from);
  until = bw_row_words_time (say->until, zone);
  /* Translators: two times; a ticket was in the backlog between them */
  return g_strdup_printf (_ ("Counted from %s until %s"), from, until);
}

static char *
describe_working (const BwRowSay *say, const BwZone *zone)
{
  g_autofree char *value = describe_value (say);
  g_autofree char *working = say->working == BW_WORKING_DIFFERENCE ? describe_difference (say, zone)
                             : say->working == BW_WORKING_SUM      ? describe_sum (say)
                                                                   : NULL;

  return working != NULL ? g_strdup_printf ("%s = %s", value, working) : g_steal_pointer (&value);
}

/* A line for the value, one for business hours, and one for the time it is counted in. */
static char *
describe_say (const BwRowSay *say, BwKind kind, const BwZone *zone)
{
  GString *text;
  g_autofree char *working = NULL;

  if (say->reason != BW_REASON_NONE)
    /* Translators: why a row is not part of a figure */
    return g_strdup_printf (_ ("Not counted: %s"), bw_reason_get_title (say->reason));
  if (say->metric->fold == BW_FOLD_STOCK && say->when != BW_TIME_NONE)
    return describe_stay (say, zone);
  working = describe_working (say, zone);
  text = g_string_new (working);
  if (!isnan (say->business)) {
    g_autofree char *business = bw_unit_format (BW_UNIT_SECONDS, say->business, BW_FORMAT_SHORT);
    g_string_append_c (text, '\n');
    /* Translators: %s is a length of time */
    g_string_append_printf (text, _ ("%s in business hours"), business);
  }
  if (say->when != BW_TIME_NONE) {
    g_autofree char *when = bw_row_words_time (say->when, zone);
    g_string_append_c (text, '\n');
    /* Translators: how rows are placed in time ("by reply date"), and when that was */
    g_string_append_printf (text, C_ ("row", "%s: %s"),
                            bw_metric_basis_label (say->metric, kind, FALSE), when);
  }
  return g_string_free_and_steal (text);
}

/* What does not concern the row is left out. */
static void
show_measures (BwRowDetail *self, BwWorkspace *workspace)
{
  BwKind kind = bw_table_get_kind (bw_row_item_get_table (self->item));
  const BwZone *zone = bw_workspace_get_zone (workspace);
  g_autoptr (GArray) says = NULL;

  bw_fact_group_clear (self->measures);
  if (bw_workspace_get_figures (workspace) != NULL)
    says = bw_engine_describe_row (bw_workspace_get_engine (workspace), kind,
                                   bw_row_item_get_row (self->item));
  for (int counted = 1; says != NULL && counted >= 0; counted--)
    for (guint i = 0; i < says->len; i++) {
      const BwRowSay *say = &g_array_index (says, BwRowSay, i);
      g_autofree char *text = NULL;
      if (say->reason == BW_REASON_NOT_CONCERNED || counted != (say->reason == BW_REASON_NONE))
        continue;
      text = describe_say (say, kind, zone);
      bw_fact_group_add_text (self->measures, _ (say->metric->name), text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->measures), bw_fact_group_get_n (self->measures) > 0);
}

/* By its file, or by the settings of the report. */
static BwAside
find_aside (BwRowDetail *self, BwWorkspace *workspace)
{
  BwTable *table = bw_row_item_get_table (self->item);
  gsize row = bw_row_item_get_row (self->item);
  BwAside aside = bw_table_get_aside (table, row);

  if (aside != BW_ASIDE_NONE || bw_workspace_get_figures (workspace) == NULL)
    return aside;
  table = bw_engine_get_table (bw_workspace_get_engine (workspace), bw_table_get_kind (table));
  return table != NULL && row < bw_table_get_n_rows (table) ? bw_table_get_aside (table, row)
                                                            : BW_ASIDE_NONE;
}

static void
show_aside (BwRowDetail *self, BwWorkspace *workspace)
{
  BwAside aside = find_aside (self, workspace);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->aside), aside != BW_ASIDE_NONE);
  if (aside == BW_ASIDE_NONE)
    return;
  /* Translators: why a row is not counted: "Marked as spam" */
  text = g_strdup_printf (_ ("Set aside: %s"), bw_aside_get_title (aside));
  gtk_label_set_label (self->aside, text);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
close_clicked_cb (BwRowDetail *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
bw_row_detail_dispose (GObject *object)
{
  BwRowDetail *self = BW_ROW_DETAIL (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_ROW_DETAIL);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->item);
  G_OBJECT_CLASS (bw_row_detail_parent_class)->dispose (object);
}

static void
bw_row_detail_class_init (BwRowDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_row_detail_dispose;

  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BW_TYPE_FACT_GROUP);
  gtk_widget_class_set_css_name (widget_class, "rowdetail");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-row-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, BwRowDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, BwRowDetail, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BwRowDetail, title);
  gtk_widget_class_bind_template_child (widget_class, BwRowDetail, place);
  gtk_widget_class_bind_template_child (widget_class, BwRowDetail, aside);
  gtk_widget_class_bind_template_child (widget_class, BwRowDetail, measures);
  gtk_widget_class_bind_template_child (widget_class, BwRowDetail, fields);
  gtk_widget_class_bind_template_child (widget_class, BwRowDetail, others);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
bw_row_detail_init (BwRowDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_set_visible_child_name (self->stack, "none");
}

void
bw_row_detail_show (BwRowDetail *self, BwWorkspace *workspace, BwRowItem *item)
{
  g_autofree char *title = NULL;

  g_return_if_fail (BW_IS_ROW_DETAIL (self));

  g_set_object (&self->item, item);
  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "row" : "none");
  if (item == NULL)
    return;
  title = describe (item);
  gtk_label_set_label (self->title, title);
  show_place (self, bw_workspace_get_dataset (workspace));
  show_aside (self, workspace);
  show_measures (self, workspace);
  show_fields (self, bw_workspace_get_zone (workspace));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}
