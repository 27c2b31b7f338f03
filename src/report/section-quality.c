/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether tickets were done well: at once, for good, and by whom they reached first. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-section.h"

static const char *const kpis[] = {
  "first-contact-resolution", "resolution-rate", "reopen-rate",        "repeat-contact-rate",
  "escalation-rate",          "transfers",       "replies-per-ticket", NULL,
};

static const char *const splits[] = { "team", "channel", NULL };

/* There are several ways to count it, and they are far apart. */
static void
add_method (BwDraft *draft)
{
  const BwFigure *figure = bw_draft_find (draft, "first-contact-resolution");
  if (!figure)
    return;
  const char *definition = figure->definition ? figure->definition : _(figure->metric->definition);
  /* Translators: the name of a figure and its definition */
  g_autofree char *text =
      g_strdup_printf (C_ ("definition", "%s: %s"), _(figure->metric->name), definition);
  bw_draft_add_fine (draft, text);
}

static void
write_section (BwDraft *draft)
{
  g_autoptr (GPtrArray) figures = bw_draft_list (draft, "Kpis", NULL);
  if (figures->len == 0)
    return;
  g_autoptr (GPtrArray) courses = bw_draft_list (draft, "Charts", NULL);
  bw_draft_add_tiles (draft, figures);
  add_method (draft);
  bw_draft_add_trends (draft, courses);
  bw_draft_add_splits (draft, splits, figures);
}

const BwSection bw_section_quality = {
  .id = "quality",
  .title = N_ ("Quality"),
  .absent = N_ ("no file says how often tickets were answered, reopened or escalated"),
  .kpis = kpis,
  .write = write_section,
};
