/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strongest signals as rows.
 *
 * CSS node: "changes". What made a figure change is computed in a thread, one figure after the
 * other; the latest figures win. Accessibility: each row is a button whose name is the sentence. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-asking.h"
#include "bw-changes.h"
#include "bw-figure-words.h"
#include "bw-plain-row.h"
#include "bw-section-words.h"
#include "bw-section.h"

#define MOST 5

struct _BwChanges {
  BwReportWidget parent_instance;

  /* Template */
  AdwPreferencesGroup *group;

  /* Owned */
  GPtrArray *rows;    /* of the group */
  GPtrArray *figures; /* BwFigure, of the first rows */
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (BwChanges, bw_changes, BW_TYPE_REPORT_WIDGET)

/* --- Choosing ----------------------------------------------------------------------------------
 */

/* How many half widths of its interval the change is away from none; below all that is surely more
 * than chance where there is no interval. */
static double
measure_strength (const BwFigure *figure)
{
  double half = (figure->change_interval.high - figure->change_interval.low) / 2;

  return isfinite (half) && half > 0 ? fabs (figure->change) / half : 0.9;
}

static int
compare_strengths (gconstpointer a, gconstpointer b)
{
  const BwFigure *x = *(const BwFigure *const *) a;
  const BwFigure *y = *(const BwFigure *const *) b;
  int judged = (y->metric->better != BW_BETTER_NEITHER) - (x->metric->better != BW_BETTER_NEITHER);
  double strength = measure_strength (y) - measure_strength (x);

  return judged != 0 ? judged : (strength > 0) - (strength < 0);
}

GPtrArray *
bw_changes_choose (GPtrArray *figures, guint most)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++) {
    BwFigure *figure = g_ptr_array_index (figures, i);
    if (figure->available && figure->has_previous && isfinite (figure->change) &&
        figure->change != 0 && (figure->signal == BW_SIGNAL_UP || figure->signal == BW_SIGNAL_DOWN))
      g_ptr_array_add (chosen, figure);
  }
  g_ptr_array_sort (chosen, compare_strengths);
  if (chosen->len > most)
    g_ptr_array_set_size (chosen, (int) most);
  return chosen;
}

char *
bw_changes_describe (const BwFigure *figure)
{
  g_autofree char *from = bw_section_format_figure (figure, &figure->previous);
  g_autofree char *to = bw_figure_words_value (figure, BW_FORMAT_SHORT);

  return g_strdup_printf (figure->change > 0
                          /* Translators: a figure, its earlier value and its later one */
                          ? _ ("%s rose from %s to %s")
                          : _ ("%s fell from %s to %s"), _ (figure->metric->name), from, to);
}

/* --- Rows --------------------------------------------------------------------------------------
 */

static char *
describe_more (const BwFigure *figure)
{
  const char *signal = bw_section_name_signal (figure);
  g_autofree char *n = bw_figure_words_n (figure);

  if (*signal == '\0' || n == NULL)
    return *signal == '\0' ? g_steal_pointer (&n) : g_strdup (signal);
  /* Translators: what a change means, and of how many rows: "worse · 43 answers" */
  return g_strdup_printf (C_ ("change", "%s · %s"), signal, n);
}

static GtkWidget *
create_row (const BwFigure *figure)
{
  g_autofree char *sentence = bw_changes_describe (figure);
  g_autofree char *more = describe_more (figure);
  GtkWidget *row = bw_plain_row_new (sentence, more);
  GtkWidget *icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "icon-name", bw_figure_get_change_icon (figure), NULL);
  GtkWidget *arrow =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "icon-name", "go-next-symbolic", NULL);

  gtk_widget_add_css_class (icon, bw_figure_get_change_style (figure));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-explanation");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", figure->metric->id);
  return row;
}

/* --- Without any data --------------------------------------------------------------------------
 */

static gboolean
has_data (GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    if (figure->available && isfinite (figure->current.value))
      return TRUE;
  }
  return FALSE;
}

/* Is anything compared, and found to be within noise? */
static gboolean
is_calm (GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    if (figure->available && figure->has_previous && figure->signal == BW_SIGNAL_NONE)
      return TRUE;
  }
  return FALSE;
}

static GtkWidget *
create_way_back (const BwPeriod *last)
{
  g_autofree char *period = bw_period_get_label (last);
  /* Translators: %s is a period: "Show October 2025" */
  g_autofree char *label = g_strdup_printf (_ ("Show %s"), period);
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.period");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "last-month");
  return row;
}

static void
add_row (BwChanges *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* When the files are from, and the way there. */
static void
add_void_rows (BwChanges *self, BwWorkspace *workspace)
{
  BwZone *zone = bw_workspace_get_zone (workspace);
  BwPeriod *period = bw_workspace_get_period (workspace);
  g_autofree char *label = bw_period_get_label (period);
  g_autofree char *title = g_strdup_printf (_ ("No data of %s"), label);
  gint64 from = 0, to = -1;
  g_autofree char *first = NULL, *last = NULL, *extent = NULL;
  g_autoptr (BwPeriod) month = NULL;

  if (bw_dataset_get_extent (bw_workspace_get_dataset (workspace), &from, &to)) {
    first = bw_section_format_day (from, zone);
    last = bw_section_format_day (to, zone);
    /* Translators: two days */
    extent = g_strdup_printf (_ ("The files are of %s to %s"), first, last);
    month = bw_period_parse ("last-month", zone, from, to, NULL);
  }
  add_row (self, bw_plain_row_new (title, extent));
  if (month != NULL && !bw_period_equal (month, period))
    add_row (self, create_way_back (month));
}

static void
clear (BwChanges *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->figures, 0);
}

/* --- What made them change ---------------------------------------------------------------------
 */

static void explain_next (BwChanges *self, guint i);

static const BwMetric *
get_metric (BwChanges *self, guint i)
{
  return ((const BwFigure *) g_ptr_array_index (self->figures, i))->metric;
}

static gpointer
explain (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  return bw_engine_explain (engine, question, figure->metric->id, NULL, NULL);
}

/* The change is told in the words of the figure: explanations take means apart. */
static char *
tell (const BwFigure *figure, const BwExplanation *explanation)
{
  const BwPart *part = bw_explanation_find_main (explanation, NULL);

  return part != NULL && !explanation->of_means ? bw_explanation_tell (explanation)
                                                : bw_changes_describe (figure);
}

static void
explained_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwChanges) self = user_data;
  g_autoptr (BwExplanation) explanation = bw_asking_finish (result, NULL);
  g_autofree char *sentence = NULL;
  guint i = 0;

  if (self->asking == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  while (i < self->figures->len &&
         (explanation == NULL || get_metric (self, i) != explanation->metric))
    i++;
  if (i == self->figures->len)
    return;
  sentence = tell (g_ptr_array_index (self->figures, i), explanation);
  adw_preferences_row_set_title (g_ptr_array_index (self->rows, i), sentence);
  explain_next (self, i + 1);
}

static void
explain_next (BwChanges *self, guint i)
{
  BwWorkspace *workspace = bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));

  if (i == self->figures->len || workspace == NULL)
    return;
  self->asking = g_cancellable_new ();
  bw_asking_start (workspace, explain, (GDestroyNotify) bw_explanation_unref,
                   g_ptr_array_index (self->figures, i), BW_FIELD_NONE, self->asking, explained_cb,
                   g_object_ref (self));
}

static void
stop_explaining (BwChanges *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
update (BwChanges *self)
{
  BwWorkspace *workspace = bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
  GPtrArray *figures = bw_workspace_get_figures (workspace);
  gboolean compared = bw_workspace_get_compare (workspace) != BW_COMPARE_NONE;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autofree char *names = NULL;
  const char *gap;

  stop_explaining (self);
  gtk_widget_set_visible (GTK_WIDGET (self), figures != NULL && (compared || !has_data (figures)));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  clear (self);
  chosen = bw_changes_choose (figures, MOST);
  for (guint i = 0; i < chosen->len; i++) {
    add_row (self, create_row (g_ptr_array_index (chosen, i)));
    g_ptr_array_add (self->figures, bw_figure_ref (g_ptr_array_index (chosen, i)));
  }
  if (!has_data (figures))
    add_void_rows (self, workspace);
  names = bw_section_list_gap (figures, &gap);
  if (has_data (figures) && chosen->len == 0 && (names == NULL || is_calm (figures)))
    add_row (self, bw_plain_row_new (_ ("Nothing changed more than by chance"), NULL));
  if (names != NULL)
    add_row (self, bw_plain_row_new (gap, names));
  explain_next (self, 0);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_changes_watch (BwReportWidget *self, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, self, (BwWatcher) update, "figures", NULL);
}

static void
bw_changes_dispose (GObject *object)
{
  BwChanges *self = BW_CHANGES (object);

  stop_explaining (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_changes_parent_class)->dispose (object);
}

static void
bw_changes_class_init (BwChangesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_changes_dispose;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_changes_watch;

  gtk_widget_class_set_css_name (widget_class, "changes");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-changes.ui");
  gtk_widget_class_bind_template_child (widget_class, BwChanges, group);
}

static void
bw_changes_init (BwChanges *self)
{
  self->rows = g_ptr_array_new ();
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_figure_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}
