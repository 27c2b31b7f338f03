/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phone and chat: how much, how long, how many waited and how many gave up. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-section.h"

static const char *const kpis[] = {
  "service-level", "abandonment-rate", "wait-time", "handle-time",
  "transfer-rate", "occupancy",        NULL,
};

static const char *const splits[] = { "team", "channel", NULL };

static void
write_section (BwDraft *draft)
{
  g_autoptr (GPtrArray) figures = bw_draft_list (draft, "Kpis", NULL);
  if (figures->len == 0)
    return;
  g_autoptr (GPtrArray) courses = bw_draft_list (draft, "Charts", NULL);
  bw_draft_add_tiles (draft, figures);
  bw_draft_add_parts (draft, figures);
  bw_draft_add_trends (draft, courses);
  bw_draft_add_splits (draft, splits, figures);
}

const BwSection bw_section_contact_centre = {
  .id = "contact-centre",
  .title = N_ ("Contact centre"),
  .absent = N_ ("no file has calls or chats"),
  .kpis = kpis,
  .write = write_section,
};
