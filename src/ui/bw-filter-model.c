/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dimensions of a workspace's data as a list. */
#include "config.h"

#include "bw-filter-dimension.h"
#include "bw-parallel.h"
#include "bw-report-widget.h"

/* What a thread counts. */
typedef struct {
  BwDataset *dataset;
  BwEngine *engine;
  BwFilter *filter;
  gboolean anonymise;
  GPtrArray *facets; /* made when NULL */
  gint64 **counts;   /* an array for each facet; taken by the dimensions */
} Job;

struct _BwFilterModel {
  GObject parent_instance;

  guint count_id;
  gboolean active; /* somebody looks */
  gboolean stale;  /* the counts are those of an earlier question */
  gboolean anew;   /* other data: the dimensions are made anew */

  /* Owned */
  BwWorkspace *workspace;
  GPtrArray *dimensions; /* BwFilterDimension */
  GPtrArray *facets;     /* of the dataset; NULL until they are known */
  GCancellable *running;
  char *words; /* of the search, casefolded, or NULL */
};

static GType
bw_filter_model_get_item_type (GListModel *model)
{
  return BW_TYPE_FILTER_DIMENSION;
}

static guint
bw_filter_model_get_n_items (GListModel *model)
{
  return BW_FILTER_MODEL (model)->dimensions->len;
}

static gpointer
bw_filter_model_get_item (GListModel *model, guint i)
{
  BwFilterModel *self = BW_FILTER_MODEL (model);

  return i < self->dimensions->len ? g_object_ref (g_ptr_array_index (self->dimensions, i)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bw_filter_model_get_item_type;
  iface->get_n_items = bw_filter_model_get_n_items;
  iface->get_item = bw_filter_model_get_item;
}

typedef enum {
  COUNTED,
  LAST_SIGNAL,
} BwFilterModelSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE_WITH_CODE (BwFilterModel,
                               bw_filter_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- Counting ----------------------------------------------------------------------------------
 */

static void
job_free (Job *job)
{
  for (guint i = 0; job->counts != NULL && i < job->facets->len; i++)
    g_free (job->counts[i]);
  g_free (job->counts);
  g_clear_pointer (&job->facets, g_ptr_array_unref);
  bw_filter_unref (job->filter);
  bw_engine_unref (job->engine);
  g_object_unref (job->dataset);
  g_free (job);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  bw_thread_step_back ();
  if (job->facets == NULL)
    job->facets =
        bw_facets_new (job->engine, bw_dataset_get_dimensions (job->dataset), job->anonymise);
  job->counts = g_new0 (gint64 *, job->facets->len);
  for (guint i = 0; i < job->facets->len && !g_cancellable_is_cancelled (cancellable); i++)
    job->counts[i] = bw_facet_count (g_ptr_array_index (job->facets, i), job->filter);
  g_task_return_boolean (task, TRUE);
}

static void
make_dimensions (BwFilterModel *self, GPtrArray *facets)
{
  guint n = self->dimensions->len;

  self->anew = FALSE;
  g_clear_pointer (&self->facets, g_ptr_array_unref);
  self->facets = g_ptr_array_ref (facets);
  g_ptr_array_set_size (self->dimensions, 0);
  for (guint i = 0; i < facets->len; i++)
    g_ptr_array_add (self->dimensions, bw_filter_dimension_new (self->workspace, facets,
                                                                g_ptr_array_index (facets, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, self->dimensions->len);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BwFilterModel *self = BW_FILTER_MODEL (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean made;

  if (g_task_get_cancellable (G_TASK (result)) != self->running ||
      !g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_clear_object (&self->running);
  self->stale = FALSE;
  made = job->facets != self->facets;
  if (made)
    make_dimensions (self, job->facets);
  for (guint i = 0; i < self->dimensions->len; i++) {
    BwFilterDimension *dimension = g_ptr_array_index (self->dimensions, i);
    bw_filter_dimension_take_counts (dimension, g_steal_pointer (&job->counts[i]));
    if (made && self->words != NULL)
      bw_filter_dimension_set_search (dimension, self->words);
  }
  if (made)
    g_signal_emit (self, signals[COUNTED], 0);
}

static gboolean
count_cb (gpointer user_data)
{
  BwFilterModel *self = user_data;
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  self->count_id = 0;
  self->running = g_cancellable_new ();
  job->dataset = g_object_ref (bw_workspace_get_dataset (self->workspace));
  job->engine = bw_engine_ref (bw_workspace_get_engine (self->workspace));
  job->filter = bw_filter_ref (bw_workspace_get_filter (self->workspace));
  job->anonymise = bw_workspace_get_anonymise (self->workspace);
  job->facets = self->anew || self->facets == NULL ? NULL : g_ptr_array_ref (self->facets);
  task = g_task_new (self, self->running, counted_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
  return G_SOURCE_REMOVE;
}

static void
stop (BwFilterModel *self)
{
  g_clear_handle_id (&self->count_id, g_source_remove);
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
count (BwFilterModel *self)
{
  stop (self);
  self->stale = TRUE;
  if (self->active && bw_workspace_get_dataset (self->workspace) != NULL)
    self->count_id = g_idle_add (count_cb, self);
}

static void
count_anew (BwFilterModel *self)
{
  self->anew = TRUE;
  count (self);
}

/* What is chosen shows at once; the counts follow. */
static void
filter_changed_cb (BwFilterModel *self)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    bw_filter_dimension_emit_changed (g_ptr_array_index (self->dimensions, i));
  count (self);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_filter_model_dispose (GObject *object)
{
  BwFilterModel *self = BW_FILTER_MODEL (object);

  stop (self);
  if (self->workspace != NULL)
    bw_workspace_unwatch (self->workspace, self);
  g_clear_object (&self->workspace);
  g_ptr_array_set_size (self->dimensions, 0);
  g_clear_pointer (&self->facets, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_filter_model_parent_class)->dispose (object);
}

static void
bw_filter_model_finalize (GObject *object)
{
  BwFilterModel *self = BW_FILTER_MODEL (object);

  g_ptr_array_unref (self->dimensions);
  g_free (self->words);
  G_OBJECT_CLASS (bw_filter_model_parent_class)->finalize (object);
}

static void
bw_filter_model_class_init (BwFilterModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_filter_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_filter_model_finalize;

  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_filter_model_init (BwFilterModel *self)
{
  self->dimensions = g_ptr_array_new_with_free_func (g_object_unref);
}

BwFilterModel *
bw_filter_model_new (BwWorkspace *workspace)
{
  BwFilterModel *self = g_object_new (BW_TYPE_FILTER_MODEL, NULL);

  self->workspace = g_object_ref (workspace);
  bw_workspace_watch (workspace, self, (BwWatcher) count_anew, "dataset", "settings", "anonymise",
                      NULL);
  bw_workspace_watch (workspace, self, (BwWatcher) filter_changed_cb, "filter", NULL);
  return self;
}

void
bw_filter_model_set_search (BwFilterModel *self, const char *text)
{
  g_autofree char *words = NULL;

  g_return_if_fail (BW_IS_FILTER_MODEL (self));

  words = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  if (!g_set_str (&self->words, words))
    return;
  for (guint i = 0; i < self->dimensions->len; i++)
    bw_filter_dimension_set_search (g_ptr_array_index (self->dimensions, i), words);
}

void
bw_filter_model_set_active (BwFilterModel *self, gboolean active)
{
  g_return_if_fail (BW_IS_FILTER_MODEL (self));

  self->active = active;
  if (active && self->stale && self->running == NULL)
    count (self);
}

gboolean
bw_filter_model_get_ready (BwFilterModel *self)
{
  g_return_val_if_fail (BW_IS_FILTER_MODEL (self), FALSE);
  return self->facets != NULL && !self->stale;
}
