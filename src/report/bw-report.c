/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report: what was asked, what was answered, and the blocks made of it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-section.h"

/* Members of the chart of demand; more have no colour of their own. */
#define DEMAND_MEMBERS 7

struct _BwReport {
  GObject parent_instance;

  /* Owned, and all that it points to */
  BwReportContent content;
  GPtrArray *blocks; /* BwBlock; not a GListStore, which threads may not even read together */
  char *title;
  char *subtitle;
};

static GType
bw_report_get_item_type (GListModel *model)
{
  return BW_TYPE_BLOCK;
}

static guint
bw_report_get_n_items (GListModel *model)
{
  return BW_REPORT (model)->blocks->len;
}

static gpointer
bw_report_get_item (GListModel *model, guint position)
{
  GPtrArray *blocks = BW_REPORT (model)->blocks;
  return position < blocks->len ? g_object_ref (blocks->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bw_report_get_item_type;
  iface->get_n_items = bw_report_get_n_items;
  iface->get_item = bw_report_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BwReport,
                               bw_report,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
bw_report_finalize (GObject *object)
{
  BwReport *self = BW_REPORT (object);
  BwReportContent *content = &self->content;

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_object (&content->dataset);
  g_clear_pointer (&content->figures, g_ptr_array_unref);
  g_clear_pointer (&content->period, bw_period_unref);
  g_clear_pointer (&content->compared, bw_period_unref);
  g_clear_pointer (&content->axis, bw_axis_unref);
  g_clear_pointer (&content->filter, bw_filter_unref);
  g_clear_pointer (&content->explanations, g_ptr_array_unref);
  g_clear_pointer (&content->demand, bw_series_unref);
  g_clear_pointer (&content->engine, bw_engine_unref);
  g_clear_pointer (&content->settings, bw_settings_unref);
  g_free (self->title);
  g_free (self->subtitle);
  G_OBJECT_CLASS (bw_report_parent_class)->finalize (object);
}

static void
bw_report_class_init (BwReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_report_finalize;
}

static void
bw_report_init (BwReport *self)
{
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
hold_content (BwReport *self, const BwReportContent *content)
{
  self->content = *content;
  if (content->dataset)
    g_object_ref (content->dataset);
  g_ptr_array_ref (content->figures);
  bw_period_ref (content->period);
  if (content->compared)
    bw_period_ref (content->compared);
  bw_axis_ref (content->axis);
  if (content->filter)
    bw_filter_ref (content->filter);
  self->content.explanations = content->explanations ? g_ptr_array_ref (content->explanations)
                                                     : g_ptr_array_new ();
  if (content->demand)
    bw_series_ref (content->demand);
  if (content->engine)
    bw_engine_ref (content->engine);
  if (content->settings)
    bw_settings_ref (content->settings);
}

static char *
describe_scope (const BwReportContent *content)
{
  g_autofree char *period = bw_period_get_label (content->period);
  g_autofree char *scope = bw_section_describe_filter (content->filter);
  if (!content->compared)
    /* Translators: under the report's title: period, which rows */
    return g_strdup_printf (_("%s · %s"), period, scope);
  g_autofree char *compared = bw_period_get_label (content->compared);
  /* Translators: under the report's title: period, compared period, which rows */
  return g_strdup_printf (_("%s · compared with %s · %s"), period, compared, scope);
}

BwReport *
bw_report_new_from_content (const BwReportContent *content)
{
  g_return_val_if_fail (content && content->figures && content->period && content->axis, NULL);
  BwReport *self = g_object_new (BW_TYPE_REPORT, NULL);
  hold_content (self, content);
  self->title = g_strdup (_("Support report"));
  self->subtitle = describe_scope (content);
  bw_section_add_summary (content, self->blocks);
  bw_section_add_trends (content, self->blocks);
  bw_section_add_splits (content, self->blocks);
  bw_section_add_definitions (content, self->blocks);
  bw_section_add_sources (content, self->blocks);
  return self;
}

/* Tickets created by the dimension that says most about where demand comes from. */
static BwSeries *
ask_for_demand (BwWorkspace *workspace)
{
  static const BwFieldId wanted[] = { BW_FIELD_CHANNEL, BW_FIELD_CATEGORY, BW_FIELD_PRODUCT,
                                      BW_FIELD_TYPE,    BW_FIELD_TEAM,     BW_FIELD_PRIORITY };
  BwEngine *engine = bw_workspace_get_engine (workspace);
  BwDataset *dataset = bw_workspace_get_dataset (workspace);
  const BwFieldId *dimensions = dataset ? bw_dataset_get_dimensions (dataset) : NULL;
  for (guint w = 0; engine && dimensions && w < G_N_ELEMENTS (wanted); w++)
    for (guint i = 0; dimensions[i] != BW_FIELD_NONE; i++)
      if (dimensions[i] == wanted[w])
        return bw_engine_cross (engine, bw_workspace_get_question (workspace), "tickets-created",
                                wanted[w], DEMAND_MEMBERS);
  return NULL;
}

BwReport *
bw_report_new (BwWorkspace *workspace)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (bw_workspace_get_figures (workspace), NULL);
  g_autoptr (BwSeries) demand = ask_for_demand (workspace);
  g_autoptr (BwPeriod) compared = bw_workspace_get_compared (workspace);
  const BwQuestion *question = bw_workspace_get_question (workspace);
  BwReportContent content = {
    .dataset = bw_workspace_get_dataset (workspace),
    .figures = bw_workspace_get_figures (workspace),
    .period = question->period,
    .compared = compared,
    .axis = question->axis,
    .compare = question->compare,
    .basis = question->basis,
    .statistic = question->statistic,
    .filter = question->filter,
    .explanations = bw_workspace_get_explanations (workspace),
    .demand = demand,
    .engine = bw_workspace_get_engine (workspace),
    .settings = bw_workspace_get_settings (workspace),
    .anonymise = question->anonymise,
  };
  return bw_report_new_from_content (&content);
}

const char *
bw_report_get_title (BwReport *self)
{
  return self->title;
}

const char *
bw_report_get_subtitle (BwReport *self)
{
  return self->subtitle;
}

gint64
bw_report_get_date (BwReport *self)
{
  return self->content.period->to;
}

BwDataset *
bw_report_get_dataset (BwReport *self)
{
  return self->content.dataset;
}

GPtrArray *
bw_report_get_figures (BwReport *self)
{
  return self->content.figures;
}

GPtrArray *
bw_report_get_explanations (BwReport *self)
{
  return self->content.explanations;
}

BwPeriod *
bw_report_get_period (BwReport *self)
{
  return self->content.period;
}

BwPeriod *
bw_report_get_compared (BwReport *self)
{
  return self->content.compared;
}

BwAxis *
bw_report_get_axis (BwReport *self)
{
  return self->content.axis;
}

BwCompare
bw_report_get_compare (BwReport *self)
{
  return self->content.compare;
}

BwBasis
bw_report_get_basis (BwReport *self)
{
  return self->content.basis;
}

BwStatistic
bw_report_get_statistic (BwReport *self)
{
  return self->content.statistic;
}

BwFilter *
bw_report_get_filter (BwReport *self)
{
  return self->content.filter;
}

BwEngine *
bw_report_get_engine (BwReport *self)
{
  return self->content.engine;
}

BwSettings *
bw_report_get_settings (BwReport *self)
{
  return self->content.settings;
}

BwPseudonyms *
bw_report_get_pseudonyms (BwReport *self)
{
  BwReportContent *content = &self->content;
  return content->engine && content->anonymise ? bw_engine_get_pseudonyms (content->engine) : NULL;
}
