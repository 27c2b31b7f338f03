/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report: what was asked, what was answered, and the blocks made of it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-draft.h"
#include "bw-language.h"
#include "bw-section-words.h"

struct _BwReport {
  GObject parent_instance;

  GMutex lock;      /* of figures and blocks while they are made */
  gboolean foreign; /* the figures call things by other names than the report does */

  /* Owned, and all that it points to */
  BwReportContent content;
  BwQuestion question;
  GPtrArray *blocks; /* BwBlock; NULL until somebody asks */
  char *title;
  char *subtitle;
};

/* The same question again, answered in the report's words. The lock is held. */
static gboolean
require_figures (BwReport *self, GCancellable *cancellable, GError **error)
{
  BwReportContent *content = &self->content;
  BwLanguage language;

  if (!self->foreign)
    return TRUE;
  bw_language_begin (&language, bw_report_plan_get_language (content->plan));
  GPtrArray *figures = bw_engine_answer (content->engine, content->question, cancellable, error);
  bw_language_end (&language);
  if (!figures)
    return FALSE;
  g_ptr_array_unref (content->figures);
  content->figures = figures;
  self->foreign = FALSE;
  return TRUE;
}

/* Sections ask further questions and write in the report's language. */
static GPtrArray *
require_blocks (BwReport *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  BwLanguage language;

  if (self->blocks)
    return self->blocks;
  require_figures (self, NULL, NULL);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  bw_language_begin (&language, bw_report_plan_get_language (self->content.plan));
  bw_draft_write (&self->content, self->blocks);
  bw_language_end (&language);
  return self->blocks;
}

static GType
bw_report_get_item_type (GListModel *model)
{
  return BW_TYPE_BLOCK;
}

static guint
bw_report_get_n_items (GListModel *model)
{
  return require_blocks (BW_REPORT (model))->len;
}

static gpointer
bw_report_get_item (GListModel *model, guint position)
{
  GPtrArray *blocks = require_blocks (BW_REPORT (model));
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
  g_clear_pointer (&content->engine, bw_engine_unref);
  g_clear_pointer (&content->settings, bw_settings_unref);
  g_clear_object (&content->plan);
  bw_question_clear (&self->question);
  g_free (self->title);
  g_free (self->subtitle);
  g_mutex_clear (&self->lock);
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
  g_mutex_init (&self->lock);
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
  self->content.explanations =
      content->explanations ? g_ptr_array_ref (content->explanations) : g_ptr_array_new ();
  if (content->engine)
    bw_engine_ref (content->engine);
  if (content->settings)
    bw_settings_ref (content->settings);
  self->content.plan = content->plan ? bw_report_plan_copy (content->plan) : bw_report_plan_new ();
  if (content->question) {
    bw_question_copy (&self->question, content->question);
    self->content.question = &self->question;
  }
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

static BwReport *
create_report (const BwReportContent *content)
{
  BwReport *self = g_object_new (BW_TYPE_REPORT, NULL);
  hold_content (self, content);
  const char *title = bw_report_plan_get_title (self->content.plan);
  self->title = g_strdup (*title ? title : _("Support report"));
  self->subtitle = describe_scope (content);
  return self;
}

BwReport *
bw_report_new_from_content (const BwReportContent *content)
{
  g_return_val_if_fail (content && content->figures && content->period && content->axis, NULL);
  BwLanguage language;
  bw_language_begin (&language, content->plan ? bw_report_plan_get_language (content->plan) : NULL);
  BwReport *self = create_report (content);
  bw_language_end (&language);
  return self;
}

static BwReport *
create_from_workspace (BwWorkspace *workspace, BwReportPlan *plan)
{
  /* Axes carry names of months: this one is made in the report's language. */
  g_autoptr (BwAxis) axis = bw_workspace_get_axis (workspace);
  g_autoptr (BwPeriod) compared = bw_workspace_get_compared (workspace);
  BwQuestion question = *bw_workspace_get_question (workspace);
  gboolean hides = bw_report_plan_get_anonymise (plan) && !question.anonymise;
  question.axis = axis;
  question.anonymise |= hides;
  BwReportContent content = {
    .dataset = bw_workspace_get_dataset (workspace),
    .figures = bw_workspace_get_figures (workspace),
    .period = question.period,
    .compared = compared,
    .axis = axis,
    .compare = question.compare,
    .basis = question.basis,
    .statistic = question.statistic,
    .filter = question.filter,
    .explanations = bw_workspace_get_explanations (workspace),
    .engine = bw_workspace_get_engine (workspace),
    .settings = bw_workspace_get_settings (workspace),
    .anonymise = question.anonymise,
    .question = &question,
    .plan = plan,
  };
  BwReport *self = create_report (&content);
  self->foreign = hides || *bw_report_plan_get_language (plan);
  return self;
}

BwReport *
bw_report_new (BwWorkspace *workspace)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (bw_workspace_get_figures (workspace), NULL);
  BwReportPlan *plan = bw_workspace_get_plan (workspace);
  BwLanguage language;
  bw_language_begin (&language, bw_report_plan_get_language (plan));
  BwReport *self = create_from_workspace (workspace, plan);
  bw_language_end (&language);
  return self;
}

gboolean
bw_report_compute (BwReport *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (BW_IS_REPORT (self), FALSE);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  return require_figures (self, cancellable, error);
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

BwReportPlan *
bw_report_get_plan (BwReport *self)
{
  return self->content.plan;
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
  bw_report_compute (self, NULL, NULL);
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
