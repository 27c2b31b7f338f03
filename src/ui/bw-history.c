/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of the question. */
#include "config.h"

#include "bw-history.h"

/* The question at one moment: all of it that the user can change. */
typedef struct {
  BwPeriod *period; /* NULL before the first data */
  BwFilter *filter;
  BwSettings *settings;
  BwTargets *targets;
  BwZone *zone;
  BwGrain grain;
  BwCompare compare;
  BwBasis basis;
  BwStatistic statistic;
} Snapshot;

struct _BwHistory {
  GObject parent_instance;

  guint record_id;
  gboolean other_data; /* the present begins anew */

  /* Owned */
  BwWorkspace *workspace;
  Snapshot *present;
  GPtrArray *past; /* Snapshot, the latest last */
  GPtrArray *future;
};

typedef enum {
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
} BwHistoryProperty;

static GParamSpec *props[PROP_CAN_REDO + 1];

typedef enum {
  STEPPED,
  LAST_SIGNAL,
} BwHistorySignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwHistory, bw_history, G_TYPE_OBJECT)

/* --- Snapshots ---------------------------------------------------------------------------------
 */

static Snapshot *
snapshot_new (BwWorkspace *workspace)
{
  Snapshot *snapshot = g_new0 (Snapshot, 1);
  BwPeriod *period = bw_workspace_get_period (workspace);

  snapshot->period = period != NULL ? bw_period_ref (period) : NULL;
  snapshot->filter = bw_filter_ref (bw_workspace_get_filter (workspace));
  snapshot->settings = bw_settings_ref (bw_workspace_get_settings (workspace));
  snapshot->targets = bw_targets_ref (bw_workspace_get_targets (workspace));
  snapshot->zone = bw_zone_ref (bw_workspace_get_zone (workspace));
  snapshot->grain = bw_workspace_get_grain (workspace);
  snapshot->compare = bw_workspace_get_compare (workspace);
  snapshot->basis = bw_workspace_get_basis (workspace);
  snapshot->statistic = bw_workspace_get_statistic (workspace);
  return snapshot;
}

static void
snapshot_free (Snapshot *snapshot)
{
  g_clear_pointer (&snapshot->period, bw_period_unref);
  bw_filter_unref (snapshot->filter);
  bw_settings_unref (snapshot->settings);
  bw_targets_unref (snapshot->targets);
  bw_zone_unref (snapshot->zone);
  g_free (snapshot);
}

static gboolean
periods_equal (const BwPeriod *a, const BwPeriod *b)
{
  return a == b || (a != NULL && b != NULL && bw_period_equal (a, b));
}

static gboolean
zones_equal (const BwZone *a, const BwZone *b)
{
  return g_str_equal (bw_zone_get_identifier (a), bw_zone_get_identifier (b));
}

static BwHistoryStep
snapshot_compare (const Snapshot *a, const Snapshot *b)
{
  BwHistoryStep step = 0;

  if (a->grain != b->grain || a->compare != b->compare || a->basis != b->basis ||
      a->statistic != b->statistic)
    step |= BW_STEP_VIEW;
  if (!periods_equal (a->period, b->period))
    step |= BW_STEP_PERIOD;
  if (!bw_filter_equal (a->filter, b->filter))
    step |= BW_STEP_FILTER;
  if (!bw_settings_equal (a->settings, b->settings) || !bw_targets_equal (a->targets, b->targets) ||
      !zones_equal (a->zone, b->zone))
    step |= BW_STEP_SETTINGS;
  return step;
}

static void
snapshot_apply (const Snapshot *snapshot, BwWorkspace *workspace)
{
  /* The zone moves the period with it. */
  bw_workspace_set_zone (workspace, snapshot->zone);
  if (snapshot->period != NULL)
    bw_workspace_set_period (workspace, snapshot->period);
  bw_workspace_set_filter (workspace, snapshot->filter);
  bw_workspace_set_settings (workspace, snapshot->settings);
  bw_workspace_set_targets (workspace, snapshot->targets);
  bw_workspace_set_grain (workspace, snapshot->grain);
  bw_workspace_set_compare (workspace, snapshot->compare);
  bw_workspace_set_basis (workspace, snapshot->basis);
  bw_workspace_set_statistic (workspace, snapshot->statistic);
}

/* --- Steps -------------------------------------------------------------------------------------
 */

static void
notify (BwHistory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
}

static void
begin_present (BwHistory *self)
{
  g_clear_pointer (&self->present, snapshot_free);
  self->present = snapshot_new (self->workspace);
}

static void
record (BwHistory *self)
{
  g_autoptr (BwHistory) alive = g_object_ref (self);
  Snapshot *now;
  BwHistoryStep step;

  g_clear_handle_id (&self->record_id, g_source_remove);
  if (self->other_data) {
    self->other_data = FALSE;
    begin_present (self);
    return;
  }
  now = snapshot_new (self->workspace);
  step = snapshot_compare (self->present, now);
  if (step == 0) {
    snapshot_free (now);
    return;
  }
  g_ptr_array_add (self->past, self->present);
  g_ptr_array_set_size (self->future, 0);
  self->present = now;
  notify (self);
  g_signal_emit (self, signals[STEPPED], 0, (guint) step);
}

static gboolean
record_cb (gpointer self)
{
  BW_HISTORY (self)->record_id = 0;
  record (self);
  return G_SOURCE_REMOVE;
}

static void
queue_record (BwHistory *self)
{
  if (self->record_id == 0)
    self->record_id = g_idle_add_full (G_PRIORITY_DEFAULT, record_cb, self, NULL);
}

static void
dataset_changed_cb (BwHistory *self)
{
  self->other_data = TRUE;
  queue_record (self);
}

static void
go (BwHistory *self, GPtrArray *from, GPtrArray *to)
{
  if (self->record_id != 0)
    record (self);
  if (from->len == 0)
    return;
  g_ptr_array_add (to, self->present);
  self->present = g_ptr_array_steal_index (from, from->len - 1);
  snapshot_apply (self->present, self->workspace);
  notify (self);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwHistory *self = BW_HISTORY (object);

  switch ((BwHistoryProperty) id) {
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, bw_history_get_can_undo (self));
    break;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, bw_history_get_can_redo (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_history_dispose (GObject *object)
{
  BwHistory *self = BW_HISTORY (object);

  g_clear_handle_id (&self->record_id, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bw_history_parent_class)->dispose (object);
}

static void
bw_history_finalize (GObject *object)
{
  BwHistory *self = BW_HISTORY (object);

  g_clear_pointer (&self->present, snapshot_free);
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);
  G_OBJECT_CLASS (bw_history_parent_class)->finalize (object);
}

static void
bw_history_class_init (BwHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bw_history_get_property;
  object_class->dispose = bw_history_dispose;
  object_class->finalize = bw_history_finalize;

  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[STEPPED] = g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bw_history_init (BwHistory *self)
{
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) snapshot_free);
  self->future = g_ptr_array_new_with_free_func ((GDestroyNotify) snapshot_free);
}

BwHistory *
bw_history_new (BwWorkspace *workspace)
{
  static const char *const watched[] = { "notify::period",   "notify::filter",  "notify::grain",
                                         "notify::compare",  "notify::basis",   "notify::statistic",
                                         "notify::settings", "notify::targets", "notify::zone" };
  BwHistory *self;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (BW_TYPE_HISTORY, NULL);
  self->workspace = g_object_ref (workspace);
  begin_present (self);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (workspace, watched[i], G_CALLBACK (queue_record), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dataset", G_CALLBACK (dataset_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gboolean
bw_history_get_can_undo (BwHistory *self)
{
  g_return_val_if_fail (BW_IS_HISTORY (self), FALSE);
  return self->past->len > 0;
}

gboolean
bw_history_get_can_redo (BwHistory *self)
{
  g_return_val_if_fail (BW_IS_HISTORY (self), FALSE);
  return self->future->len > 0;
}

void
bw_history_undo (BwHistory *self)
{
  g_return_if_fail (BW_IS_HISTORY (self));
  go (self, self->past, self->future);
}

void
bw_history_redo (BwHistory *self)
{
  g_return_if_fail (BW_IS_HISTORY (self));
  go (self, self->future, self->past);
}
