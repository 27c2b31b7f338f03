/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What customers did themselves, what the rest cost, and whether they stayed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-section.h"

static const char *const kpis[] = {
  "kb-views",
  "kb-engagement",
  "self-service-ratio",
  "kb-helpfulness",
  "cost-per-ticket",
  "cost-per-resolution",
  "cost-per-customer",
  "cost-to-revenue",
  "churn-rate",
  "retention-rate",
  "net-customer-change",
  "revenue-churn",
  NULL,
};

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
  bw_draft_add_splits (draft, NULL, figures);
}

const BwSection bw_section_costs = {
  .id = "costs",
  .title = N_ ("Self-service, costs and customers"),
  .absent = N_ ("no file has help article views, costs or customers"),
  .kpis = kpis,
  .write = write_section,
};
