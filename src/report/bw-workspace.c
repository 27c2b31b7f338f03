/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question that the user is asking, and its answer. */
#include "config.h"

#include "bw-reach.h"
#include "bw-splits.h"
#include "bw-workspace.h"
#include <math.h>

struct _BwWorkspace {
  GObject parent_instance;

  BwGrain grain;
  BwCompare compare;
  BwBasis basis;
  BwStatistic statistic;
  gboolean anonymise;
  gboolean period_chosen;
  gboolean answered; /* the figures are those of the question as it stands, at least briefly */

  /* Owned */
  BwZone *zone;
  BwReportPlan *plan;
  BwDataset *dataset;
  BwEngine *engine;
  BwPeriod *period;
  BwFilter *filter;
  BwSettings *settings;
  BwFieldId *splits; /* NULL = those that suit the data */
  GStrv kpis;
  GStrv explain;
  BwTargets *targets;
  GPtrArray *figures;
  char *looked_at;         /* KPI */
  BwFigure *figure;        /* of what is looked at, until it is among the figures */
  GPtrArray *explanations; /* BwExplanation */
  BwQuestion *question;    /* as it stands; NULL until it is asked for */
  GCancellable *running;
  guint update_id;
};

typedef enum {
  PROP_DATASET = 1,
  PROP_PERIOD,
  PROP_GRAIN,
  PROP_COMPARE,
  PROP_BASIS,
  PROP_STATISTIC,
  PROP_FILTER,
  PROP_SETTINGS,
  PROP_TARGETS,
  PROP_ZONE,
  PROP_ANONYMISE,
  PROP_FIGURES,
  PROP_FIGURE,
  PROP_BUSY,
} BwWorkspaceProperty;

static GParamSpec *props[PROP_BUSY + 1];

G_DEFINE_FINAL_TYPE (BwWorkspace, bw_workspace, G_TYPE_OBJECT)

static void
question_free (BwQuestion *question)
{
  bw_question_clear (question);
  g_free (question);
}

static BwQuestion *
make_question (BwWorkspace *self)
{
  BwQuestion *made = g_new (BwQuestion, 1);
  g_autoptr (BwAxis) axis = bw_workspace_get_axis (self);
  g_autofree BwFieldId *chosen = self->splits == NULL ? bw_splits_choose (self->dataset) : NULL;
  const BwQuestion question = {
    .period = self->period,
    .axis = axis,
    .compare = self->compare,
    .basis = self->basis,
    .statistic = self->statistic,
    .filter = self->filter,
    .splits = self->splits != NULL ? self->splits : chosen,
    .kpis = (const char *const *) self->kpis,
    .anonymise = self->anonymise,
    .targets = self->targets,
  };

  bw_question_copy (made, &question);
  return made;
}

/* --- Answers ----------------------------------------------------------------------------------
 */

/* Takes them. */
static void
take_figures (BwWorkspace *self, GPtrArray *figures)
{
  g_clear_pointer (&self->figure, bw_figure_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  self->figures = figures;
  self->answered = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIGURES]);
}

/* What is looked at stays as it is. */
static void
keep_figure (BwWorkspace *self, GPtrArray *figures)
{
  for (guint i = 0; self->figure != NULL && i < figures->len; i++)
    if (((BwFigure *) figures->pdata[i])->metric == self->figure->metric) {
      bw_figure_unref (figures->pdata[i]);
      figures->pdata[i] = g_steal_pointer (&self->figure);
    }
}

/* Takes them. What was told briefly is the same: nobody has to look at it again. */
static void
take_all_figures (BwWorkspace *self, GPtrArray *figures)
{
  if (!self->answered) {
    keep_figure (self, figures);
    take_figures (self, figures);
    return;
  }
  g_ptr_array_unref (self->figures);
  self->figures = figures;
}

/* kpi NULL: all. */
static void
ask (BwWorkspace *self, const char *kpi, gboolean brief, GAsyncReadyCallback callback)
{
  BwQuestion question = *bw_workspace_get_question (self);
  const char *kpis[] = { kpi, NULL };

  question.brief = brief;
  if (kpi != NULL)
    question.kpis = kpis;
  bw_engine_answer_async (self->engine, &question, self->running, callback, g_object_ref (self));
}

/* NULL when a later question is on its way, and when there is no answer: then nothing runs. */
static GPtrArray *
finish (BwWorkspace *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *figures = bw_engine_answer_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->running || self->update_id != 0) {
    g_clear_pointer (&figures, g_ptr_array_unref);
    return NULL;
  }
  if (figures != NULL)
    return figures;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("%s", error->message);
  g_clear_object (&self->running);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  return NULL;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwWorkspace) self = user_data;
  GPtrArray *figures = finish (self, result);

  if (figures == NULL)
    return;
  g_clear_object (&self->running);
  take_all_figures (self, figures);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/* The rest is computed while what can be seen is shown. */
static void
first_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwWorkspace) self = user_data;
  GPtrArray *figures = finish (self, result);

  if (figures == NULL)
    return;
  ask (self, NULL, FALSE, answered_cb);
  if (figures->len == 0 || ((const BwFigure *) figures->pdata[0])->brief) {
    take_figures (self, figures);
    return;
  }
  g_clear_pointer (&self->figure, bw_figure_unref);
  self->figure = bw_figure_ref (figures->pdata[0]);
  g_ptr_array_unref (figures);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIGURE]);
}

static void
stop_running (BwWorkspace *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static gboolean
update_cb (gpointer user_data)
{
  BwWorkspace *self = user_data;

  self->update_id = 0;
  stop_running (self);
  self->running = g_cancellable_new ();
  ask (self, self->looked_at, self->looked_at == NULL, first_answered_cb);
  return G_SOURCE_REMOVE;
}

/* Once for any number of settings that change together; a program without a main loop computes when
 * it wants to. */
static void
queue_update (BwWorkspace *self)
{
  g_clear_pointer (&self->question, question_free);
  self->answered = FALSE;
  if (self->dataset == NULL || self->period == NULL || self->update_id != 0)
    return;
  self->update_id = g_idle_add_full (G_PRIORITY_DEFAULT, update_cb, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
changed (BwWorkspace *self, BwWorkspaceProperty property)
{
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

/* NULL without data. */
static BwPeriod *
find_last_month (BwWorkspace *self)
{
  return self->dataset != NULL ? bw_reach_find_last_month (self->dataset, self->zone) : NULL;
}

static void
choose_period (BwWorkspace *self)
{
  BwPeriod *period = self->period_chosen ? NULL : find_last_month (self);

  if (period == NULL)
    return;
  g_clear_pointer (&self->period, bw_period_unref);
  self->period = period;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERIOD]);
}

static void
bw_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwWorkspace *self = BW_WORKSPACE (object);

  switch ((BwWorkspaceProperty) id) {
  case PROP_DATASET:
    g_value_set_object (value, self->dataset);
    break;
  case PROP_PERIOD:
    g_value_set_boxed (value, self->period);
    break;
  case PROP_GRAIN:
    g_value_set_uint (value, self->grain);
    break;
  case PROP_COMPARE:
    g_value_set_uint (value, self->compare);
    break;
  case PROP_BASIS:
    g_value_set_uint (value, self->basis);
    break;
  case PROP_STATISTIC:
    g_value_set_uint (value, self->statistic);
    break;
  case PROP_FILTER:
    g_value_set_boxed (value, self->filter);
    break;
  case PROP_SETTINGS:
    g_value_set_boxed (value, self->settings);
    break;
  case PROP_TARGETS:
    g_value_set_boxed (value, self->targets);
    break;
  case PROP_ZONE:
    g_value_set_boxed (value, self->zone);
    break;
  case PROP_ANONYMISE:
    g_value_set_boolean (value, self->anonymise);
    break;
  case PROP_FIGURES:
    g_value_set_boxed (value, self->figures);
    break;
  case PROP_FIGURE:
    g_value_set_boxed (value, self->figure);
    break;
  case PROP_BUSY:
    g_value_set_boolean (value, bw_workspace_get_busy (self));
    break;
  }
}

static void
bw_workspace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwWorkspace *self = BW_WORKSPACE (object);

  switch ((BwWorkspaceProperty) id) {
  case PROP_DATASET:
    bw_workspace_set_dataset (self, g_value_get_object (value));
    break;
  case PROP_PERIOD:
    bw_workspace_set_period (self, g_value_get_boxed (value));
    break;
  case PROP_GRAIN:
    bw_workspace_set_grain (self, g_value_get_uint (value));
    break;
  case PROP_COMPARE:
    bw_workspace_set_compare (self, g_value_get_uint (value));
    break;
  case PROP_BASIS:
    bw_workspace_set_basis (self, g_value_get_uint (value));
    break;
  case PROP_STATISTIC:
    bw_workspace_set_statistic (self, g_value_get_uint (value));
    break;
  case PROP_FILTER:
    bw_workspace_set_filter (self, g_value_get_boxed (value));
    break;
  case PROP_SETTINGS:
    bw_workspace_set_settings (self, g_value_get_boxed (value));
    break;
  case PROP_TARGETS:
    bw_workspace_set_targets (self, g_value_get_boxed (value));
    break;
  case PROP_ZONE:
    bw_workspace_set_zone (self, g_value_get_boxed (value));
    break;
  case PROP_ANONYMISE:
    bw_workspace_set_anonymise (self, g_value_get_boolean (value));
    break;
  case PROP_FIGURES:
  case PROP_FIGURE:
  case PROP_BUSY:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    break;
  }
}

static void
bw_workspace_dispose (GObject *object)
{
  BwWorkspace *self = BW_WORKSPACE (object);

  stop_running (self);
  g_clear_pointer (&self->question, question_free);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->figure, bw_figure_unref);
  g_clear_pointer (&self->looked_at, g_free);
  g_clear_pointer (&self->engine, bw_engine_unref);
  g_clear_object (&self->dataset);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->period, bw_period_unref);
  g_clear_pointer (&self->filter, bw_filter_unref);
  g_clear_pointer (&self->settings, bw_settings_unref);
  g_clear_pointer (&self->zone, bw_zone_unref);
  g_clear_pointer (&self->splits, g_free);
  g_clear_pointer (&self->kpis, g_strfreev);
  g_clear_pointer (&self->explain, g_strfreev);
  g_clear_pointer (&self->targets, bw_targets_unref);
  g_clear_pointer (&self->explanations, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_workspace_parent_class)->dispose (object);
}

static void
bw_workspace_class_init (BwWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bw_workspace_get_property;
  object_class->set_property = bw_workspace_set_property;
  object_class->dispose = bw_workspace_dispose;

  props[PROP_DATASET] = g_param_spec_object ("dataset", NULL, NULL, BW_TYPE_DATASET, rw);
  props[PROP_PERIOD] = g_param_spec_boxed ("period", NULL, NULL, BW_TYPE_PERIOD, rw);
  props[PROP_GRAIN] = g_param_spec_uint ("grain", NULL, NULL, 0, BW_GRAIN_YEAR, BW_GRAIN_MONTH, rw);
  props[PROP_COMPARE] =
      g_param_spec_uint ("compare", NULL, NULL, 0, BW_COMPARE_YEAR, BW_COMPARE_PREVIOUS, rw);
  props[PROP_BASIS] =
      g_param_spec_uint ("basis", NULL, NULL, 0, BW_BASIS_CREATED, BW_BASIS_EVENT, rw);
  props[PROP_STATISTIC] =
      g_param_spec_uint ("statistic", NULL, NULL, 0, BW_STATISTIC_MEDIAN, BW_STATISTIC_MEAN, rw);
  props[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, BW_TYPE_FILTER, rw);
  props[PROP_SETTINGS] = g_param_spec_boxed ("settings", NULL, NULL, BW_TYPE_SETTINGS, rw);
  props[PROP_TARGETS] = g_param_spec_boxed ("targets", NULL, NULL, BW_TYPE_TARGETS, rw);
  props[PROP_ZONE] = g_param_spec_boxed ("zone", NULL, NULL, BW_TYPE_ZONE, rw);
  props[PROP_ANONYMISE] = g_param_spec_boolean ("anonymise", NULL, NULL, FALSE, rw);
  props[PROP_FIGURES] = g_param_spec_boxed ("figures", NULL, NULL, G_TYPE_PTR_ARRAY, ro);
  props[PROP_FIGURE] = g_param_spec_boxed ("figure", NULL, NULL, BW_TYPE_FIGURE, ro);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, ro);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
bw_workspace_init (BwWorkspace *self)
{
  self->grain = BW_GRAIN_MONTH;
  self->compare = BW_COMPARE_PREVIOUS;
  self->filter = bw_filter_new ();
  self->targets = bw_targets_new ();
  self->explanations = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_explanation_unref);
  self->settings = bw_settings_new ();
  self->plan = bw_report_plan_new ();
}

BwWorkspace *
bw_workspace_new (BwZone *zone)
{
  BwWorkspace *self = g_object_new (BW_TYPE_WORKSPACE, NULL);

  self->zone = bw_zone_ref (zone);
  return self;
}

/* What is counted, and by what, is the engine's for good. */
static void
renew_engine (BwWorkspace *self)
{
  stop_running (self);
  g_clear_pointer (&self->engine, bw_engine_unref);
  if (self->dataset != NULL)
    self->engine = bw_engine_new (self->dataset, self->settings, self->zone);
}

BwDataset *
bw_workspace_get_dataset (BwWorkspace *self)
{
  return self->dataset;
}

void
bw_workspace_set_dataset (BwWorkspace *self, BwDataset *dataset)
{
  if (!g_set_object (&self->dataset, dataset))
    return;
  renew_engine (self);
  choose_period (self);
  if (self->figures != NULL)
    take_figures (self, NULL);
  changed (self, PROP_DATASET);
}

BwZone *
bw_workspace_get_zone (BwWorkspace *self)
{
  return self->zone;
}

void
bw_workspace_set_zone (BwWorkspace *self, BwZone *zone)
{
  g_autofree char *period = NULL;

  if (g_str_equal (bw_zone_get_identifier (self->zone), bw_zone_get_identifier (zone)))
    return;
  if (self->period_chosen)
    period = bw_period_to_string (self->period);
  bw_zone_unref (self->zone);
  self->zone = bw_zone_ref (zone);
  renew_engine (self);
  if (period != NULL) {
    /* The same days, as the new zone counts them. */
    bw_period_unref (self->period);
    self->period = bw_period_parse (period, zone, 0, 0, NULL);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERIOD]);
  } else {
    choose_period (self);
  }
  changed (self, PROP_ZONE);
}

BwPeriod *
bw_workspace_get_period (BwWorkspace *self)
{
  return self->period;
}

void
bw_workspace_set_period (BwWorkspace *self, BwPeriod *period)
{
  g_autoptr (BwPeriod) usual = find_last_month (self);

  g_return_if_fail (period != NULL);

  self->period_chosen = usual == NULL || !bw_period_equal (period, usual);
  if (self->period != NULL && bw_period_equal (self->period, period))
    return;
  bw_period_ref (period);
  g_clear_pointer (&self->period, bw_period_unref);
  self->period = period;
  changed (self, PROP_PERIOD);
}

char *
bw_workspace_dup_chosen_period (BwWorkspace *self)
{
  return self->period_chosen ? bw_period_to_string (self->period) : NULL;
}

BwGrain
bw_workspace_get_grain (BwWorkspace *self)
{
  return self->grain;
}

void
bw_workspace_set_grain (BwWorkspace *self, BwGrain grain)
{
  if (self->grain == grain)
    return;
  self->grain = grain;
  changed (self, PROP_GRAIN);
}

BwCompare
bw_workspace_get_compare (BwWorkspace *self)
{
  return self->compare;
}

void
bw_workspace_set_compare (BwWorkspace *self, BwCompare compare)
{
  if (self->compare == compare)
    return;
  self->compare = compare;
  changed (self, PROP_COMPARE);
}

BwBasis
bw_workspace_get_basis (BwWorkspace *self)
{
  return self->basis;
}

void
bw_workspace_set_basis (BwWorkspace *self, BwBasis basis)
{
  if (self->basis == basis)
    return;
  self->basis = basis;
  changed (self, PROP_BASIS);
}

BwStatistic
bw_workspace_get_statistic (BwWorkspace *self)
{
  return self->statistic;
}

void
bw_workspace_set_statistic (BwWorkspace *self, BwStatistic statistic)
{
  if (self->statistic == statistic)
    return;
  self->statistic = statistic;
  changed (self, PROP_STATISTIC);
}

BwFilter *
bw_workspace_get_filter (BwWorkspace *self)
{
  return self->filter;
}

void
bw_workspace_set_filter (BwWorkspace *self, BwFilter *filter)
{
  g_return_if_fail (filter != NULL);

  if (bw_filter_equal (self->filter, filter))
    return;
  bw_filter_ref (filter);
  bw_filter_unref (self->filter);
  self->filter = filter;
  changed (self, PROP_FILTER);
}

BwSettings *
bw_workspace_get_settings (BwWorkspace *self)
{
  return self->settings;
}

void
bw_workspace_set_settings (BwWorkspace *self, BwSettings *settings)
{
  g_return_if_fail (settings != NULL);

  if (bw_settings_equal (self->settings, settings))
    return;
  bw_settings_ref (settings);
  bw_settings_unref (self->settings);
  self->settings = settings;
  renew_engine (self);
  changed (self, PROP_SETTINGS);
}

void
bw_workspace_set_splits (BwWorkspace *self, const BwFieldId *splits)
{
  g_free (self->splits);
  self->splits = bw_field_copy_list (splits);
  queue_update (self);
}

void
bw_workspace_set_kpis (BwWorkspace *self, const char *const *kpis)
{
  g_strfreev (self->kpis);
  self->kpis = g_strdupv ((GStrv) kpis);
  queue_update (self);
}

BwTargets *
bw_workspace_get_targets (BwWorkspace *self)
{
  return self->targets;
}

void
bw_workspace_set_targets (BwWorkspace *self, BwTargets *targets)
{
  g_return_if_fail (targets != NULL);

  if (bw_targets_equal (self->targets, targets))
    return;
  bw_targets_ref (targets);
  bw_targets_unref (self->targets);
  self->targets = targets;
  changed (self, PROP_TARGETS);
}

void
bw_workspace_set_explain (BwWorkspace *self, const char *const *kpis)
{
  g_strfreev (self->explain);
  self->explain = g_strdupv ((GStrv) kpis);
}

GPtrArray *
bw_workspace_get_explanations (BwWorkspace *self)
{
  return self->explanations;
}

gboolean
bw_workspace_get_anonymise (BwWorkspace *self)
{
  return self->anonymise;
}

void
bw_workspace_set_anonymise (BwWorkspace *self, gboolean anonymise)
{
  if (self->anonymise == anonymise)
    return;
  self->anonymise = anonymise;
  changed (self, PROP_ANONYMISE);
}

BwReportPlan *
bw_workspace_get_plan (BwWorkspace *self)
{
  return self->plan;
}

/* More than one unit of that grain. */
static gboolean
is_longer (const BwPeriod *period, BwGrain grain)
{
  g_autoptr (BwAxis) axis = bw_axis_new (period, grain);

  return bw_axis_get_length (axis) > 1;
}

BwAxis *
bw_workspace_get_axis (BwWorkspace *self)
{
  BwGrain own;
  gint64 from, to;
  g_autoptr (BwPeriod) span = NULL;

  g_return_val_if_fail (self->period != NULL, NULL);

  if (bw_period_get_grain (self->period, &own) ? self->grain < own
                                               : is_longer (self->period, self->grain))
    return bw_axis_new (self->period, self->grain);
  if (!bw_dataset_get_extent (self->dataset, &from, &to))
    return bw_axis_new (self->period, self->grain);
  span = bw_period_new (MIN (from, self->period->from), self->period->to, self->zone);
  return bw_axis_new (span, self->grain);
}

BwPeriod *
bw_workspace_get_compared (BwWorkspace *self)
{
  if (self->period == NULL || self->compare == BW_COMPARE_NONE)
    return NULL;
  return self->compare == BW_COMPARE_YEAR ? bw_period_year_before (self->period)
                                          : bw_period_previous (self->period);
}

static gboolean
explain (BwWorkspace *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) explanations =
                g_ptr_array_new_with_free_func ((GDestroyNotify) bw_explanation_unref);

  for (char **kpi = self->explain; kpi != NULL && *kpi != NULL; kpi++) {
    BwExplanation *explanation = bw_engine_explain (self->engine, bw_workspace_get_question (self),
                                                    *kpi, cancellable, error);
    if (explanation == NULL)
      return FALSE;
    g_ptr_array_add (explanations, explanation);
  }
  g_ptr_array_unref (self->explanations);
  self->explanations = g_steal_pointer (&explanations);
  return TRUE;
}

gboolean
bw_workspace_compute (BwWorkspace *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) figures = NULL;

  g_return_val_if_fail (self->dataset != NULL && self->period != NULL, FALSE);

  stop_running (self);
  figures = bw_engine_answer (self->engine, bw_workspace_get_question (self), cancellable, error);
  if (figures == NULL || !explain (self, cancellable, error))
    return FALSE;
  take_figures (self, g_steal_pointer (&figures));
  return TRUE;
}

GPtrArray *
bw_workspace_get_figures (BwWorkspace *self)
{
  return self->figures;
}

void
bw_workspace_look_at (BwWorkspace *self, const char *kpi)
{
  if (!g_set_str (&self->looked_at, kpi))
    return;
  /* What is seen now comes first. */
  if (self->running != NULL && (kpi != NULL || !self->answered))
    queue_update (self);
}

void
bw_workspace_look_away (BwWorkspace *self, const char *kpi)
{
  if (g_strcmp0 (self->looked_at, kpi) == 0)
    bw_workspace_look_at (self, NULL);
}

const BwFigure *
bw_workspace_find_figure (BwWorkspace *self, const char *kpi)
{
  if (self->figure != NULL && g_str_equal (self->figure->metric->id, kpi))
    return self->figure;
  for (guint i = 0; self->figures != NULL && i < self->figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (self->figures, i);
    if (g_str_equal (figure->metric->id, kpi))
      return figure;
  }
  return NULL;
}

gboolean
bw_workspace_get_busy (BwWorkspace *self)
{
  return self->running != NULL || self->update_id != 0;
}

BwEngine *
bw_workspace_get_engine (BwWorkspace *self)
{
  return self->engine;
}

const BwQuestion *
bw_workspace_get_question (BwWorkspace *self)
{
  g_return_val_if_fail (self->dataset != NULL && self->period != NULL, NULL);

  if (self->question == NULL)
    self->question = make_question (self);
  return self->question;
}
