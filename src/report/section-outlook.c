/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided, who does it and until when: as the manager wrote it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-section.h"

/* A date is written as people do here, anything else as it was typed. */
static char *
format_due (const char *due)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) day = bw_period_parse (due, zone, 1, 0, NULL);
  return day ? bw_period_get_label (day) : g_strdup (due);
}

static void
write_section (BwDraft *draft)
{
  static const double shares[] = { 58, 22, 20 };
  static const gboolean numeric[] = { FALSE, FALSE, FALSE };
  const char *head[] = { _("Decision"), _("Owner"), _("Due") };
  const GPtrArray *actions = bw_report_plan_get_actions (bw_draft_get_content (draft)->plan);
  BwTextTable *table =
      bw_text_table_new (_("Decisions"), G_N_ELEMENTS (head), head, shares, numeric);
  for (guint i = 0; i < actions->len; i++) {
    const BwReportAction *action = actions->pdata[i];
    char *cells[] = { g_strdup (action->text), g_strdup (action->owner), format_due (action->due) };
    bw_text_table_add_row (table, cells);
  }
  bw_draft_add_table (draft, NULL, table);
}

const BwSection bw_section_outlook = {
  .id = "outlook",
  .title = N_ ("Outlook and actions"),
  .absent = N_ ("no decisions were written down"),
  .write = write_section,
};
