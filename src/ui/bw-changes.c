/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strongest signals as rows.
 *
 * CSS node: "changes". Accessibility: each row is a button whose name is the sentence. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-changes.h"
#include "bw-figure-words.h"
#include "bw-plain-row.h"
#include "bw-section.h"

#define MOST 5

struct _BwChanges {
  BwReportWidget parent_instance;

  /* Template */
  AdwPreferencesGroup *group;

  /* Owned */
  GPtrArray *rows; /* of the group */
};

G_DEFINE_FINAL_TYPE (BwChanges, bw_changes, BW_TYPE_REPORT_WIDGET)

/* --- Choosing ----------------------------------------------------------------------------------
 */

/* How many half widths of its interval the change is away from none. */
static double
measure_strength (const BwFigure *figure)
{
  double half = (figure->change_interval.high - figure->change_interval.low) / 2;

  return isfinite (half) && half > 0 ? fabs (figure->change) / half : 1;
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
        (figure->signal == BW_SIGNAL_UP || figure->signal == BW_SIGNAL_DOWN))
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
  g_autofree char *by =
      bw_unit_format_change (figure->metric->unit, fabs (figure->change), BW_FORMAT_SHORT);
  g_autofree char *to = bw_figure_words_value (figure, BW_FORMAT_SHORT);
  const char *amount = g_str_has_prefix (by, "+") ? by + 1 : by;

  if (figure->change > 0)
    /* Translators: a figure, by how much it changed, its value: "Backlog rose by 12 to 80" */
    return g_strdup_printf (_ ("%s rose by %s to %s"), _ (figure->metric->name), amount, to);
  /* Translators: likewise */
  return g_strdup_printf (_ ("%s fell by %s to %s"), _ (figure->metric->name), amount, to);
}

/* --- Rows --------------------------------------------------------------------------------------
 */

static char *
describe_more (const BwFigure *figure)
{
  const char *signal = bw_section_name_signal (figure);
  g_autofree char *previous = bw_figure_words_previous (figure);

  if (*signal == '\0')
    return g_steal_pointer (&previous);
  /* Translators: what a change means, and the value before: "worse · before: 85 %" */
  return g_strdup_printf (C_ ("change", "%s · %s"), signal, previous);
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
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-kpi");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", figure->metric->id);
  return row;
}

static void
add_row (BwChanges *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
update (BwChanges *self)
{
  BwWorkspace *workspace = bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
  GPtrArray *figures = bw_workspace_get_figures (workspace);
  gboolean compared = bw_workspace_get_compare (workspace) != BW_COMPARE_NONE;
  g_autoptr (GPtrArray) chosen = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), figures != NULL && compared);
  if (figures == NULL || !compared)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  chosen = bw_changes_choose (figures, MOST);
  for (guint i = 0; i < chosen->len; i++)
    add_row (self, create_row (g_ptr_array_index (chosen, i)));
  if (chosen->len == 0)
    add_row (self, bw_plain_row_new (_ ("Nothing changed more than by chance"), NULL));
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
  g_clear_pointer (&BW_CHANGES (object)->rows, g_ptr_array_unref);
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
  gtk_widget_init_template (GTK_WIDGET (self));
}
