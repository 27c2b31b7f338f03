/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The targets of the workspace.
 *
 * Accessibility: that of lists that are edited; a row tells whether its target is met. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-figure-words.h"
#include "bw-members.h"
#include "bw-plain-row.h"
#include "bw-quantity.h"
#include "bw-report-widget.h"
#include "bw-section.h"
#include "bw-target-group.h"

struct _BwTargetGroup {
  BwEditGroup parent_instance;

  /* Borrowed: children */
  AdwComboRow *kpi;
  AdwComboRow *month;
  AdwComboRow *channel;
  GtkWidget *low;
  GtkWidget *high;

  /* Owned */
  GPtrArray *metrics; /* BwMetric, as in the row */
  GArray *months;     /* gint64, as in the row: the first is BW_TARGET_ALWAYS */
  GStrv channels;     /* as in the row, which begins with all together */
};

G_DEFINE_FINAL_TYPE (BwTargetGroup, bw_target_group, BW_TYPE_EDIT_GROUP)

static BwTargets *
get_targets (BwEditGroup *group)
{
  return bw_workspace_get_targets (bw_edit_group_get_workspace (group));
}

static guint
count (BwEditGroup *group)
{
  return bw_targets_get_n (get_targets (group));
}

static char *
name_month (gint64 month)
{
  return month == BW_TARGET_ALWAYS ? g_strdup (_ ("Every month"))
                                   : bw_day_format (month, _ ("%OB %Y"));
}

/* "now 84 %, missed" when it is the target of the figure that is shown; else NULL. */
static char *
describe_verdict (BwEditGroup *group, const BwTarget *target)
{
  const BwFigure *figure =
      bw_workspace_find_figure (bw_edit_group_get_workspace (group), target->kpi);
  g_autofree char *value = NULL;

  if (figure == NULL || figure->target == NULL || figure->target_verdict == BW_TARGET_NONE ||
      figure->target->month != target->month ||
      g_strcmp0 (figure->target->channel, target->channel) != 0)
    return NULL;
  value = bw_figure_words_value (figure, BW_FORMAT_SHORT);
  return g_strdup_printf (figure->target_verdict == BW_TARGET_MET
                          /* Translators: a figure and what it means for its target */
                          ? _ ("now %s, met")
                          : _ ("now %s, missed"), value);
}

/* "at least 90 % · March 2025 · Chat · now 84 %, missed" */
static char *
describe_target (BwEditGroup *group, guint i)
{
  const BwTarget *target = bw_targets_get (get_targets (group), i);
  const BwMetric *metric = bw_metric_find (target->kpi);
  const BwFigure *figure =
      bw_workspace_find_figure (bw_edit_group_get_workspace (group), target->kpi);
  g_autofree char *bounds = bw_section_format_bounds (
      metric->unit, figure != NULL ? figure->currency : NULL, target->low, target->high);
  g_autofree char *month = name_month (target->month);
  g_autofree char *verdict = describe_verdict (group, target);
  const char *parts[5] = { bounds, month };
  guint n = 2;

  if (target->channel != NULL)
    parts[n++] = target->channel;
  if (verdict != NULL)
    parts[n++] = verdict;
  return g_strjoinv (" · ", (GStrv) parts);
}

static char *
describe (BwEditGroup *group, guint i)
{
  g_autofree char *words = describe_target (group, i);

  return g_strdup_printf ("%s %s", bw_targets_get (get_targets (group), i)->kpi, words);
}

static GtkWidget *
create_row (BwEditGroup *group, guint i)
{
  const BwMetric *metric = bw_metric_find (bw_targets_get (get_targets (group), i)->kpi);
  g_autofree char *words = describe_target (group, i);

  return bw_plain_row_new (_ (metric->name), words);
}

static void
set_target (BwEditGroup *group, const BwTarget *target)
{
  g_autoptr (BwTargets) targets = bw_targets_with (get_targets (group), target);

  bw_workspace_set_targets (bw_edit_group_get_workspace (group), targets);
}

static void
remove_target (BwEditGroup *group, guint i)
{
  BwTarget *target = bw_target_copy (bw_targets_get (get_targets (group), i));

  target->low = target->high = NAN;
  set_target (group, target);
  bw_target_free (target);
}

/* --- What can be chosen ------------------------------------------------------------------------
 */

static char **
list_metrics (BwTargetGroup *self, BwWorkspace *workspace)
{
  GPtrArray *figures = bw_workspace_get_figures (workspace);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; figures != NULL && i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    if (!figure->available)
      continue;
    g_ptr_array_add (self->metrics, (gpointer) figure->metric);
    g_ptr_array_add (names, g_strdup (_ (figure->metric->name)));
  }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* Those of the data, the latest first, and one to come. */
static char **
list_months (BwTargetGroup *self, BwWorkspace *workspace)
{
  GPtrArray *names = g_ptr_array_new ();
  gint64 from = 0, to = 0, month, first = BW_TARGET_ALWAYS;
  BwZone *zone = bw_workspace_get_zone (workspace);

  g_array_append_val (self->months, first);
  g_ptr_array_add (names, name_month (first));
  if (bw_dataset_get_extent (bw_workspace_get_dataset (workspace), &from, &to)) {
    first = bw_day_floor (bw_day_around (from, zone), BW_GRAIN_MONTH);
    month = bw_day_add (bw_day_floor (bw_day_around (to, zone), BW_GRAIN_MONTH), BW_GRAIN_MONTH, 1);
    for (; month >= first; month = bw_day_add (month, BW_GRAIN_MONTH, -1)) {
      g_array_append_val (self->months, month);
      g_ptr_array_add (names, name_month (month));
    }
  }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static char **
list_channels (BwTargetGroup *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, _ ("All together"));
  g_strv_builder_addv (builder, (const char **) self->channels);
  return g_strv_builder_end (builder);
}

/* --- The form ----------------------------------------------------------------------------------
 */

static const BwMetric *
get_metric (BwTargetGroup *self)
{
  guint i = adw_combo_row_get_selected (self->kpi);

  return i < self->metrics->len ? g_ptr_array_index (self->metrics, i) : NULL;
}

static double
get_example (BwUnit unit)
{
  switch (unit) {
  case BW_UNIT_SECONDS:
    return 4 * 3600;
  case BW_UNIT_FRACTION:
    return 0.9;
  case BW_UNIT_SCORE:
    return 4.5;
  case BW_UNIT_RATIO:
    return 1;
  case BW_UNIT_COUNT:
  case BW_UNIT_POINTS:
  case BW_UNIT_MONEY:
    return 50;
  }
  g_return_val_if_reached (NAN);
}

/* Entries tell how their amount may be written. */
static void
metric_chosen_cb (BwTargetGroup *self)
{
  const BwMetric *metric = get_metric (self);
  g_autofree char *example = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (metric == NULL || self->high == NULL)
    return;
  example = bw_quantity_format (metric->unit, get_example (metric->unit));
  low = g_strdup_printf (_ ("At least, such as %s"), example);
  high = g_strdup_printf (_ ("At most, such as %s"), example);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->low), low);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->high), high);
}

static void
create_form (BwEditGroup *group)
{
  BwTargetGroup *self = BW_TARGET_GROUP (group);
  BwWorkspace *workspace = bw_edit_group_get_workspace (group);
  g_auto (GStrv) metrics = list_metrics (self, workspace);
  g_auto (GStrv) months = list_months (self, workspace);
  g_auto (GStrv) channels = NULL;

  self->channels = bw_members_list (workspace, BW_FIELD_CHANNEL);
  channels = list_channels (self);
  self->kpi =
      ADW_COMBO_ROW (bw_edit_group_add_choice (group, _ ("Figure"), (const char *const *) metrics));
  self->month =
      ADW_COMBO_ROW (bw_edit_group_add_choice (group, _ ("Month"), (const char *const *) months));
  self->channel = ADW_COMBO_ROW (
      bw_edit_group_add_choice (group, _ ("Channel"), (const char *const *) channels));
  gtk_widget_set_visible (GTK_WIDGET (self->channel), *self->channels != NULL);
  self->low = bw_edit_group_add_entry (group, _ ("At least"));
  self->high = bw_edit_group_add_entry (group, _ ("At most"));
  g_signal_connect_object (self->kpi, "notify::selected", G_CALLBACK (metric_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  metric_chosen_cb (self);
}

static gboolean
read_entry (GtkWidget *entry, BwUnit unit, double *amount)
{
  gboolean reads = bw_quantity_parse (unit, gtk_editable_get_text (GTK_EDITABLE (entry)), amount);

  bw_edit_group_mark_entry (entry, !reads);
  return reads;
}

static gboolean
read_bounds (BwTargetGroup *self, double *low, double *high)
{
  const BwMetric *metric = get_metric (self);
  gboolean reads;

  if (metric == NULL || self->high == NULL)
    return FALSE;
  reads = read_entry (self->low, metric->unit, low);
  reads = read_entry (self->high, metric->unit, high) && reads;
  if (reads && *low > *high) {
    bw_edit_group_mark_entry (self->high, TRUE);
    return FALSE;
  }
  return reads && !(isnan (*low) && isnan (*high));
}

static gboolean
is_complete (BwEditGroup *group)
{
  double low, high;

  return read_bounds (BW_TARGET_GROUP (group), &low, &high);
}

static void
add (BwEditGroup *group)
{
  BwTargetGroup *self = BW_TARGET_GROUP (group);
  guint channel = adw_combo_row_get_selected (self->channel);
  BwTarget target = {
    .kpi = (char *) get_metric (self)->id,
    .month = g_array_index (self->months, gint64, adw_combo_row_get_selected (self->month)),
    .channel = channel > 0 ? self->channels[channel - 1] : NULL,
  };

  read_bounds (self, &target.low, &target.high);
  gtk_editable_set_text (GTK_EDITABLE (self->low), "");
  gtk_editable_set_text (GTK_EDITABLE (self->high), "");
  set_target (group, &target);
}

static void
show_amount (GtkWidget *entry, BwUnit unit, double amount)
{
  g_autofree char *text = bw_quantity_format (unit, amount);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
edit (BwEditGroup *group, guint i)
{
  BwTargetGroup *self = BW_TARGET_GROUP (group);
  const BwTarget *target = bw_targets_get (get_targets (group), i);
  const BwMetric *metric = bw_metric_find (target->kpi);
  guint kpi = 0, month = 0, channel = 0;

  if (!g_ptr_array_find (self->metrics, metric, &kpi))
    return;
  for (guint m = 0; m < self->months->len; m++)
    if (g_array_index (self->months, gint64, m) == target->month)
      month = m;
  for (guint c = 0; target->channel != NULL && self->channels[c] != NULL; c++)
    if (g_str_equal (self->channels[c], target->channel))
      channel = c + 1;
  adw_combo_row_set_selected (self->kpi, kpi);
  adw_combo_row_set_selected (self->month, month);
  adw_combo_row_set_selected (self->channel, channel);
  show_amount (self->low, metric->unit, target->low);
  show_amount (self->high, metric->unit, target->high);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_target_group_dispose (GObject *object)
{
  BwWorkspace *workspace = bw_edit_group_get_workspace (BW_EDIT_GROUP (object));

  if (workspace != NULL)
    bw_workspace_unwatch (workspace, object);
  G_OBJECT_CLASS (bw_target_group_parent_class)->dispose (object);
}

static void
bw_target_group_finalize (GObject *object)
{
  BwTargetGroup *self = BW_TARGET_GROUP (object);

  g_ptr_array_unref (self->metrics);
  g_array_unref (self->months);
  g_strfreev (self->channels);
  G_OBJECT_CLASS (bw_target_group_parent_class)->finalize (object);
}

static void
bw_target_group_class_init (BwTargetGroupClass *klass)
{
  BwEditGroupClass *group_class = BW_EDIT_GROUP_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_target_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_target_group_finalize;
  group_class->form_title = N_ ("Add a Target");
  group_class->add_label = N_ ("_Set Target");
  group_class->count = count;
  group_class->describe = describe;
  group_class->create_row = create_row;
  group_class->remove = remove_target;
  group_class->create_form = create_form;
  group_class->is_complete = is_complete;
  group_class->add = add;
  group_class->edit = edit;
}

static void
bw_target_group_init (BwTargetGroup *self)
{
  self->metrics = g_ptr_array_new ();
  self->months = g_array_new (FALSE, FALSE, sizeof (gint64));
}

GtkWidget *
bw_target_group_new (BwWorkspace *workspace)
{
  BwTargetGroup *self =
      g_object_new (BW_TYPE_TARGET_GROUP, "title",
                    _ ("Targets"), "description",
                      _ ("What the team wants to reach. Of several targets that fit, the one for "
                       "the channel and the month is taken."),
                        NULL);

  bw_edit_group_start (BW_EDIT_GROUP (self), workspace, "targets");
  bw_workspace_watch (workspace, self, (BwWatcher) bw_edit_group_update, "figures", NULL);
  return GTK_WIDGET (self);
}
