/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every figure there is, in one table. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-section.h"

static void
add_row (BwTextTable *table, const BwFigure *figure, gboolean compared)
{
  BwUnit unit = figure->metric->unit;
  g_autofree char *method = bw_section_describe_method (figure);
  char *cells[6] = {
    /* Translators: a figure and how it is counted: "First response time · mean, by reply date" */
    g_strdup_printf (C_ ("figure", "%s · %s"), _(figure->metric->name), method),
                     bw_section_format_figure (figure, &figure->current),
                     unit == BW_UNIT_COUNT ? NULL : bw_format_count (figure->current.n),
  };
  if (compared) {
    gboolean has_change = isfinite (figure->change);
    cells[3] = bw_section_format_figure (figure, &figure->previous);
    cells[4] =
        has_change ? bw_figure_format_change (figure, figure->change, BW_FORMAT_COLUMN) : NULL;
    cells[5] = g_strdup (bw_section_name_signal (figure));
  }
  bw_text_table_add_row (table, cells);
}

static void
write_section (BwDraft *draft)
{
  static const double shares[] = { 36, 14, 8, 14, 17, 23 };
  static const gboolean numeric[] = { FALSE, TRUE, TRUE, TRUE, TRUE, FALSE };
  const BwReportContent *content = bw_draft_get_content (draft);
  const char *head[] = { _("Figure"), _("Value"), _("n"), _("Before"), _("Change"), _("Signal") };
  guint n_columns = content->compared ? 6 : 3;
  BwTextTable *table = bw_text_table_new (_("All figures"), n_columns, head, shares, numeric);
  for (guint i = 0; i < content->figures->len; i++) {
    const BwFigure *figure = content->figures->pdata[i];
    if (!figure->available)
      continue;
    bw_draft_find (draft, figure->metric->id);
    add_row (table, figure, content->compared != NULL);
  }
  bw_draft_add_table (draft, NULL, table);
}

const BwSection bw_section_figures = {
  .id = "figures",
  .title = N_ ("All figures"),
  .absent = N_ ("there are no data for this period"),
  .write = write_section,
};
