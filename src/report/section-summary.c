/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Page one: how it went beside what it was and should be, what changed, and what to think of it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-section.h"

#define MOST_SCORES 10
#define MOST_SENTENCES 3
#define MOST_CHARTS 2

/* What a director looks for, in this order. */
static const char *const kpis[] = {
  "tickets-created",
  "tickets-closed",
  "backlog",
  "first-response-time",
  "resolution-time",
  "sla-resolution",
  "first-contact-resolution",
  "csat",
  "nps",
  "cost-per-ticket",
  "ces",
  "cost-to-revenue",
  "churn-rate",
  "sla-first-response",
  "reopen-rate",
  "escalation-rate",
  "service-level",
  "handle-time",
  "csat-score",
  NULL,
};

/* The first of these fill what is left of the page. */
static const char *const trends[] = {
  "resolution-time", "csat", "backlog", "first-response-time", "nps", "handle-time", NULL,
};

/* --- Scores ------------------------------------------------------------------------------------
 */

/* Of the period before, where the report compares with a year before. */
static GPtrArray *
ask_previous (BwDraft *draft, const GPtrArray *figures)
{
  const BwReportContent *content = bw_draft_get_content (draft);
  g_autoptr (BwPeriod) period = bw_period_previous (content->period);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  if (content->compare != BW_COMPARE_YEAR || !bw_draft_reaches (draft, period))
    return NULL;
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (ids, (gpointer) ((const BwFigure *) figures->pdata[i])->metric->id);
  g_ptr_array_add (ids, NULL);
  return bw_draft_ask (draft, period, BW_COMPARE_NONE, (const char *const *) ids->pdata, NULL);
}

static void
set_target (BwScore *score, const BwFigure *figure)
{
  if (!figure->target || figure->target_verdict == BW_TARGET_NONE)
    return;
  score->target = bw_section_format_bounds (figure->metric->unit, figure->currency,
                                            figure->target->low, figure->target->high);
  score->reached = figure->target_verdict == BW_TARGET_MET ? 1 : -1;
}

static BwScore *
create_score (const BwFigure *figure, BwCompare compare, const GPtrArray *previous)
{
  const BwFigure *before = bw_draft_pick (previous, figure->metric->id);
  BwScore *score = bw_score_new (figure);
  if (compare == BW_COMPARE_PREVIOUS)
    score->previous = figure->previous;
  else if (before)
    score->previous = before->current;
  if (compare != BW_COMPARE_NONE && figure->has_year)
    score->year_before = figure->year;
  set_target (score, figure);
  return score;
}

static void
add_scores (BwDraft *draft, const GPtrArray *figures)
{
  BwCompare compare = bw_draft_get_content (draft)->compare;
  g_autoptr (GPtrArray) previous = ask_previous (draft, figures);
  GPtrArray *scores = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_score_free);
  for (guint i = 0; i < MIN (figures->len, MOST_SCORES); i++)
    g_ptr_array_add (scores, create_score (figures->pdata[i], compare, previous));
  bw_draft_add_scores (draft, scores);
}

/* --- Sentences ---------------------------------------------------------------------------------
 */

static gboolean
is_real (const BwFigure *figure)
{
  return figure->available && isfinite (figure->change) && figure->change != 0 &&
         (figure->signal == BW_SIGNAL_UP || figure->signal == BW_SIGNAL_DOWN);
}

/* How many times its own doubt a change is. */
static double
measure_strength (const BwFigure *figure)
{
  double doubt = (figure->change_interval.high - figure->change_interval.low) / 2;
  return isfinite (doubt) && doubt > 0 ? fabs (figure->change) / doubt : 1;
}

static int
compare_strength (gconstpointer a, gconstpointer b)
{
  double first = measure_strength (*(const BwFigure *const *) a);
  double second = measure_strength (*(const BwFigure *const *) b);
  return (first < second) - (first > second);
}

static const char *
choose_sentence (const BwFigure *figure)
{
  int verdict = bw_figure_verdict (figure);
  gboolean rose = figure->change > 0;
  gboolean is_high = figure->signal == BW_SIGNAL_UP;
  /* On the way back to its level, or as far away from it as before. */
  if (rose != is_high)
    /* Translators, in these sentences: name of the figure, previous value, value, change. */
    return is_high ? _("%s fell from %s to %s (%s), and is still unusually high.")
                   : _("%s rose from %s to %s (%s), and is still unusually low.");
  /* Translators, in the sentences on changes: name of the figure, previous value, value, change. */
  if (verdict > 0)
    return rose ? _("%s rose from %s to %s (%s): better than before.")
                : _("%s fell from %s to %s (%s): better than before.");
  if (verdict < 0)
    return rose ? _("%s rose from %s to %s (%s): worse than before.")
                : _("%s fell from %s to %s (%s): worse than before.");
  return rose ? _("%s rose from %s to %s (%s).") : _("%s fell from %s to %s (%s).");
}

static char *
tell_change (const BwFigure *figure)
{
  g_autofree char *previous = bw_figure_format (figure, figure->previous.value, BW_FORMAT_SHORT);
  g_autofree char *current = bw_figure_format (figure, figure->current.value, BW_FORMAT_SHORT);
  g_autofree char *change = bw_figure_format_change (figure, figure->change, BW_FORMAT_SHORT);
  return g_strdup_printf (choose_sentence (figure), _(figure->metric->name), previous, current,
                                                      change);
}

/* Where most of the change lies: the second sentence of its explanation, the first one being the
 * change itself. NULL when nothing stands out. */
static char *
tell_reason (BwDraft *draft, const BwFigure *figure)
{
  const BwReportContent *content = bw_draft_get_content (draft);
  if (!content->engine || !content->question)
    return NULL;
  g_autoptr (BwExplanation) explanation = bw_engine_explain (content->engine, content->question,
                                                            figure->metric->id, NULL, NULL);
  g_auto (GStrv) sentences = explanation ? bw_explanation_describe (explanation) : NULL;
  return sentences && sentences[0] && sentences[1] ? g_strdup (sentences[1]) : NULL;
}

/* So that nobody looks for what is not there. */
static char *
tell_steady (const BwReportContent *content, gboolean beside_others)
{
  guint n = 0;
  for (guint i = 0; i < content->figures->len; i++) {
    const BwFigure *figure = content->figures->pdata[i];
    n += figure->available && figure->signal == BW_SIGNAL_NONE;
  }
  if (!beside_others)
    return g_strdup (
        _("Of no figure can it be said that it changed by more than chance explains."));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u other figure changed by no more than chance explains.",
                   "%u other figures changed by no more than chance explains.", n),
      n);
}

static GPtrArray *
list_changes (const GPtrArray *figures)
{
  GPtrArray *real = g_ptr_array_new ();
  for (guint i = 0; i < figures->len; i++)
    if (is_real (figures->pdata[i]))
      g_ptr_array_add (real, figures->pdata[i]);
  g_ptr_array_sort (real, compare_strength);
  return real;
}

static void
add_changes (BwDraft *draft, const GPtrArray *figures)
{
  const BwReportContent *content = bw_draft_get_content (draft);
  g_autoptr (GPtrArray) real = list_changes (figures);
  if (!content->compared)
    return;
  bw_draft_add_heading (draft, _("What changed"));
  for (guint i = 0; i < MIN (real->len, MOST_SENTENCES); i++) {
    g_autofree char *sentence = tell_change (real->pdata[i]);
    g_autofree char *reason = tell_reason (draft, real->pdata[i]);
    g_autofree char *both = reason ? g_strdup_printf ("%s %s", sentence, reason) : NULL;
    bw_draft_add_paragraph (draft, both ? both : sentence);
  }
  if (real->len < MOST_SENTENCES) {
    g_autofree char *rest = tell_steady (content, real->len > 0);
    bw_draft_add_paragraph (draft, rest);
  }
}

static void
add_as_of (BwDraft *draft)
{
  const BwReportContent *content = bw_draft_get_content (draft);
  gint64 from, to;
  if (!content->dataset || !bw_dataset_get_extent (content->dataset, &from, &to))
    return;
  BwZone *zone = content->period->zone;
  g_autofree char *first_day = bw_section_format_day (from, zone);
  g_autofree char *last_day = bw_section_format_day (to, zone);
  g_autofree char *text = g_strdup_printf (
      content->basis == BW_BASIS_CREATED
      ? _("The data reach from %s to %s (%s). Tickets belong to the period in which they were "
              "created.")
      : _("The data reach from %s to %s (%s). What happened belongs to the period in which it "
              "happened."),
          first_day, last_day, bw_zone_get_identifier (zone));
  bw_draft_add_fine (draft, text);
}

/* What is not compared, because the files end within the period or begin in it. */
static void
add_gap (BwDraft *draft)
{
  const char *gap;
  g_autofree char *names = bw_section_list_gap (bw_draft_get_content (draft)->figures, &gap);
  if (!names)
    return;
  /* Translators: why figures are not compared, and which: "Not compared: the data end on 12 Mar
   * 2025 (Tickets created, Tickets closed)." */
  g_autofree char *text = g_strdup_printf (_("%s (%s)."), gap, names);
  bw_draft_add_fine (draft, text);
}

static void
write_section (BwDraft *draft)
{
  g_autoptr (GPtrArray) figures = bw_draft_list (draft, "Kpis", NULL);
  if (figures->len == 0) {
    bw_draft_add_paragraph (draft, _("There are no data for this period."));
    bw_draft_add_comment (draft);
    return;
  }
  g_autoptr (GPtrArray) courses = bw_draft_list (draft, "Charts", trends);
  g_ptr_array_set_size (courses, (int) MIN (courses->len, MOST_CHARTS));
  add_scores (draft, figures);
  add_changes (draft, figures);
  add_gap (draft);
  add_as_of (draft);
  bw_draft_add_comment (draft);
  bw_draft_fill_with_trends (draft, courses);
}

const BwSection bw_section_summary = {
  .id = "summary",
  .title = N_ ("Summary"),
  .absent = N_ ("there are no data for this period"),
  .kpis = kpis,
  .places_comment = TRUE,
  .write = write_section,
};
