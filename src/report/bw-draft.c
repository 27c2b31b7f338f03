/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the report section by section, and answers what sections ask. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-draft-private.h"
#include "bw-spread.h"

static void
draft_clear (BwDraft *draft)
{
  g_hash_table_unref (draft->used);
  g_ptr_array_unref (draft->absent);
}

/* --- Sections ---------------------------------------------------------------------------------
 */

/* A section with nothing to say and no comment leaves no trace but in the appendix. */
static GPtrArray *
write_section (BwDraft *draft, const BwSection *section)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);
  draft->section = section;
  draft->blocks = blocks;
  g_ptr_array_add (draft->blocks, bw_block_new_heading (1, bw_section_get_title (section)));
  if (!section->places_comment)
    bw_draft_add_comment (draft);
  section->write (draft);
  if (blocks->len > 1)
    return blocks;
  g_ptr_array_add (draft->absent, (gpointer) section);
  g_ptr_array_set_size (blocks, 0);
  return blocks;
}

/* Sections that look back are written when the others are. */
static void
write_sections (BwDraft *draft, const GPtrArray *sections, GPtrArray *blocks)
{
  g_autofree GPtrArray **parts = g_new0 (GPtrArray *, sections->len);
  for (int back = 0; back < 2; back++)
    for (guint i = 0; i < sections->len; i++) {
      const BwSection *section = sections->pdata[i];
      if (section->looks_back == back)
        parts[i] = write_section (draft, section);
    }
  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_extend_and_steal (blocks, parts[i]);
}

const char *
bw_draft_tell_absence (const BwDraft *draft, const BwSection *section)
{
  gboolean any = FALSE;
  for (guint i = 0; section->kpis && i < draft->content->figures->len; i++) {
    const BwFigure *figure = draft->content->figures->pdata[i];
    if (!figure->available || !g_strv_contains (section->kpis, figure->metric->id))
      continue;
    if (isfinite (figure->current.value))
      return _ (section->absent);
    any = TRUE;
  }
  return any ? _ ("there are no data for this period") : _ (section->absent);
}

/* What the appendix would tell, where a report has none. */
static void
tell_absent (BwDraft *draft, GPtrArray *blocks)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < draft->absent->len; i++) {
    const BwSection *section = draft->absent->pdata[i];
    /* Translators: a section of the report, and why it is left out: "Contact centre: no file has
     * calls" */
    g_string_append_printf (list, C_ ("left out", "%s%s: %s"), i > 0 ? "; " : "",
                            bw_section_get_title (section), bw_draft_tell_absence (draft, section));
  }
  if (draft->absent->len == 0)
    return;
  g_autofree char *text = g_strdup_printf (_ ("Not in this report: %s."), list->str);
  g_ptr_array_add (blocks, bw_block_new_paragraph (text, BW_TONE_FINE));
}

static const BwReportTemplate *
find_template (const BwReportContent *content)
{
  g_autoptr (GError) error = NULL;
  const char *id = bw_report_plan_get_template (content->plan);
  const BwReportTemplate *template = bw_report_template_find (id, &error);
  if (template)
    return template;
  g_warning ("%s", error->message);
  return bw_report_templates ()->pdata[0];
}

static GPtrArray *
list_sections (const BwDraft *draft)
{
  const char *const *ids = bw_report_plan_get_sections (draft->content->plan);
  GPtrArray *sections = g_ptr_array_new ();
  if (!ids)
    ids = bw_report_template_get_sections (draft->template);
  for (guint i = 0; ids[i]; i++) {
    const BwSection *section = bw_section_find (ids[i]);
    if (section)
      g_ptr_array_add (sections, (gpointer) section);
    else
      g_warning ("%s.report: there is no section “%s”", bw_report_template_get_id (draft->template),
                 ids[i]);
  }
  return sections;
}

void
bw_draft_write (const BwReportContent *content, GPtrArray *blocks)
{
  BwDraft draft = {
    .content = content,
    .template = find_template (content),
    .used = g_hash_table_new (g_str_hash, g_str_equal),
    .absent = g_ptr_array_new (),
  };
  gboolean looks_back = FALSE;
  g_autoptr (GPtrArray) sections = list_sections (&draft);
  for (guint i = 0; i < sections->len; i++)
    looks_back |= ((const BwSection *) sections->pdata[i])->looks_back;
  write_sections (&draft, sections, blocks);
  if (!looks_back)
    tell_absent (&draft, blocks);
  draft_clear (&draft);
}

const BwReportContent *
bw_draft_get_content (const BwDraft *draft)
{
  return draft->content;
}

const GPtrArray *
bw_draft_get_absent (const BwDraft *draft)
{
  return draft->absent;
}

gboolean
bw_draft_is_used (const BwDraft *draft, const char *kpi)
{
  return g_hash_table_contains (draft->used, kpi);
}

/* --- Figures ----------------------------------------------------------------------------------
 */

const BwFigure *
bw_draft_pick (const GPtrArray *figures, const char *kpi)
{
  for (guint i = 0; figures && i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->available && g_str_equal (figure->metric->id, kpi))
      return figure;
  }
  return NULL;
}

const BwFigure *
bw_draft_peek (const BwDraft *draft, const char *kpi)
{
  return bw_draft_pick (draft->content->figures, kpi);
}

const BwFigure *
bw_draft_find (BwDraft *draft, const char *kpi)
{
  const BwFigure *figure = bw_draft_peek (draft, kpi);
  if (!figure || !isfinite (figure->current.value))
    return NULL;
  g_hash_table_add (draft->used, (gpointer) figure->metric->id);
  return figure;
}

const char *const *
bw_draft_get_list (const BwDraft *draft, const char *key, const char *const *preset)
{
  const char *const *list = bw_report_template_get_list (draft->template, draft->section->id, key);
  return list ? list : preset;
}

GPtrArray *
bw_draft_list (BwDraft *draft, const char *key, const char *const *preset)
{
  const char *const *ids = bw_draft_get_list (draft, key, preset ? preset : draft->section->kpis);
  GPtrArray *figures = g_ptr_array_new ();
  for (guint i = 0; ids && ids[i]; i++) {
    const BwFigure *figure = bw_draft_find (draft, ids[i]);
    if (figure)
      g_ptr_array_add (figures, (gpointer) figure);
  }
  return figures;
}

/* --- Further questions ------------------------------------------------------------------------
 */

gboolean
bw_draft_has_field (const BwDraft *draft, BwFieldId field)
{
  const BwReportContent *content = draft->content;
  const BwFieldId *fields = content->dataset ? bw_dataset_get_dimensions (content->dataset) : NULL;
  for (guint i = 0; fields && fields[i] != BW_FIELD_NONE; i++)
    if (fields[i] == field)
      return TRUE;
  return FALSE;
}

BwFieldId
bw_draft_choose_field (const BwDraft *draft, const BwFieldId *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    if (bw_draft_has_field (draft, fields[i]))
      return fields[i];
  return BW_FIELD_NONE;
}

static BwFieldId *
keep_known_fields (const BwDraft *draft, const BwFieldId *fields)
{
  GArray *known = g_array_new (TRUE, TRUE, sizeof (BwFieldId));
  for (guint i = 0; fields && fields[i] != BW_FIELD_NONE; i++)
    if (bw_draft_has_field (draft, fields[i]))
      g_array_append_val (known, fields[i]);
  return (BwFieldId *) g_array_free (known, FALSE);
}

static const char **
keep_known_kpis (const char *const *kpis)
{
  GPtrArray *known = g_ptr_array_new ();
  for (guint i = 0; kpis[i]; i++)
    if (bw_metric_find (kpis[i]))
      g_ptr_array_add (known, (gpointer) kpis[i]);
  g_ptr_array_add (known, NULL);
  return (const char **) g_ptr_array_free (known, FALSE);
}

GPtrArray *
bw_draft_ask (const BwDraft *draft,
              const BwPeriod *period,
              BwCompare compare,
              const char *const *kpis,
              const BwFieldId *splits)
{
  const BwReportContent *content = draft->content;
  if (!content->engine || !content->question)
    return NULL;
  g_autoptr (BwAxis) axis = bw_axis_new_single (period);
  g_autofree BwFieldId *known_splits = keep_known_fields (draft, splits);
  g_autofree const char **known_kpis = kpis ? keep_known_kpis (kpis) : NULL;
  g_autoptr (GError) error = NULL;
  BwQuestion question = *content->question;
  question.period = (BwPeriod *) period;
  question.axis = axis;
  question.compare = compare;
  question.splits = known_splits;
  question.kpis = known_kpis;
  GPtrArray *figures = bw_engine_answer (content->engine, &question, NULL, &error);
  if (!figures)
    g_warning ("%s", error->message);
  return figures;
}

gboolean
bw_draft_reaches (const BwDraft *draft, const BwPeriod *period)
{
  gint64 from, to;
  return draft->content->dataset && bw_dataset_get_extent (draft->content->dataset, &from, &to) &&
         from < bw_day_start (bw_day_around (period->from, period->zone) + 7, period->zone);
}

BwSeries *
bw_draft_cross (const BwDraft *draft, const char *kpi, BwFieldId field, guint max)
{
  const BwReportContent *content = draft->content;
  if (!content->engine || !content->question || field == BW_FIELD_NONE)
    return NULL;
  return bw_engine_cross (content->engine, content->question, kpi, field, max);
}

BwMatrix *
bw_draft_get_rhythm (const BwDraft *draft, const BwFigure *figure)
{
  const BwReportContent *content = draft->content;
  if (!content->engine || !content->question)
    return NULL;
  return bw_rhythm_new (content->engine, content->question, figure);
}

BwDistribution *
bw_draft_get_spread (const BwDraft *draft, const BwFigure *figure)
{
  const BwReportContent *content = draft->content;
  if (!content->engine || !content->question)
    return NULL;
  return bw_spread_new (content->engine, content->question, figure, BW_FIELD_NONE, 0);
}

BwBits *
bw_draft_select (const BwDraft *draft, const char *kpi, BwTable **table)
{
  const BwReportContent *content = draft->content;
  if (!content->engine || !content->question)
    return NULL;
  return bw_engine_select (content->engine, content->question, kpi, content->period, BW_FIELD_NONE,
                           NULL, table);
}
