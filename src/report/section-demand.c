/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much came in, from where and about what, and whether it was kept up with. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-section.h"

/* Two of them fit in a row, one takes the width. */
#define HALF 1.8
#define FULL 3.5
/* Members of the chart of channels; more have no colour of their own. */
#define MOST_CHANNELS 7
#define MOST_REASONS 8

static const char *const kpis[] = {
  "tickets-created", "tickets-closed", "closure-ratio", "contact-rate", NULL,
};

static const char *const splits[] = { "channel", "category", NULL };

/* Where demand comes from, and what it is about: the first that the file knows. */
static const BwFieldId origins[] = { BW_FIELD_CHANNEL, BW_FIELD_TEAM, BW_FIELD_PRODUCT };
static const BwFieldId reasons[] = { BW_FIELD_CATEGORY, BW_FIELD_TYPE, BW_FIELD_TAG,
                                     BW_FIELD_PRODUCT, BW_FIELD_FORM };

static gboolean
has_course (const BwSeries *series)
{
  double low, high;
  return series && bw_axis_get_length (bw_series_get_axis (series)) > 1 &&
         bw_series_get_range (series, &low, &high);
}

static void
copy_cells (const BwSeries *from, BwSeries *to, guint member)
{
  for (guint p = 0; p < bw_axis_get_length (bw_series_get_axis (from)); p++)
    *bw_series_peek (to, p, member) = *bw_series_get (from, p, 0);
}

/* Both in one chart: what is between the lines went into the backlog. */
static void
add_flow (BwDraft *draft)
{
  const BwFigure *created = bw_draft_find (draft, "tickets-created");
  const BwFigure *closed = bw_draft_find (draft, "tickets-closed");
  if (!created || !closed || !has_course (created->series) || !has_course (closed->series))
    return;
  const char *members[] = { _("Created"), _("Closed") };
  BwAxis *axis = bw_series_get_axis (created->series);
  g_autoptr (BwSeries) both = bw_series_new (axis, BW_UNIT_COUNT, BW_FIELD_NONE, members, 2);
  copy_cells (created->series, both, 0);
  copy_cells (closed->series, both, 1);
  const char *subtitle = bw_section_name_grain (axis);
  bw_draft_add_chart (draft, bw_chart_new ("line", _("Tickets created and closed"), subtitle, both),
                                           HALF);
}

static void
add_origins (BwDraft *draft)
{
  BwFieldId field = bw_draft_choose_field (draft, origins, G_N_ELEMENTS (origins));
  g_autoptr (BwSeries) series = bw_draft_cross (draft, "tickets-created", field, MOST_CHANNELS);
  if (!has_course (series))
    return;
  /* Translators: %s is a dimension: "Tickets created: Channel" */
  g_autofree char *title = g_strdup_printf (_("Tickets created: %s"), bw_field_get_title (field));
  const char *subtitle = bw_section_name_grain (bw_series_get_axis (series));
  bw_draft_add_chart (draft, bw_chart_new ("stacked-bar", title, subtitle, series), FULL);
}

/* Half as wide as the page, and as high as its heading and bars. */
static double
get_aspect (guint n_members)
{
  return 243.0 / (36 + 19 * MAX (n_members, 4));
}

static void
add_reasons (BwDraft *draft)
{
  BwFieldId field = bw_draft_choose_field (draft, reasons, G_N_ELEMENTS (reasons));
  const BwFigure *created = bw_draft_find (draft, "tickets-created");
  const BwFieldId fields[] = { field, BW_FIELD_NONE };
  static const char *const ids[] = { "tickets-created", NULL };
  double low, high;
  if (!created || field == BW_FIELD_NONE)
    return;
  g_autoptr (GPtrArray) answers = bw_draft_ask (draft, bw_draft_get_content (draft)->period,
                                               BW_COMPARE_NONE, ids, fields);
  const BwFigure *answer = bw_draft_pick (answers, "tickets-created");
  BwSeries *series = answer ? bw_figure_find_split (answer, field) : NULL;
  if (!series || !bw_series_get_range (series, &low, &high))
    return;
  g_autoptr (BwSeries) most = bw_series_sorted (series, MOST_REASONS);
  g_autofree char *title = g_strdup_printf (_("Tickets created: %s"), bw_field_get_title (field));
  g_autofree char *period = bw_period_get_label (bw_draft_get_content (draft)->period);
  bw_draft_add_chart (draft, bw_chart_new ("bar", title, period, most),
                      get_aspect (bw_series_get_n_members (most)));
}

/* When somebody has to be there. */
static void
add_rhythm (BwDraft *draft)
{
  const BwFigure *created = bw_draft_find (draft, "tickets-created");
  g_autoptr (BwMatrix) rhythm = created ? bw_draft_get_rhythm (draft, created) : NULL;
  if (rhythm)
    bw_draft_add_chart (draft,
                        bw_chart_new_matrix ("heatmap", _("When tickets come"),
                                                          _("tickets an hour, on average"), rhythm),
                                             FULL);
}

static void
write_section (BwDraft *draft)
{
  g_autoptr (GPtrArray) figures = bw_draft_list (draft, "Kpis", NULL);
  if (figures->len == 0)
    return;
  bw_draft_add_tiles (draft, figures);
  add_origins (draft);
  add_flow (draft);
  add_reasons (draft);
  add_rhythm (draft);
  bw_draft_add_splits (draft, splits, figures);
}

const BwSection bw_section_demand = {
  .id = "demand",
  .title = N_ ("Demand"),
  .absent = N_ ("no file says when tickets were created"),
  .kpis = kpis,
  .write = write_section,
};
