/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-agents-part.h"
#include "bw-compare-page.h"
#include "bw-costs-part.h"
#include "bw-document-page.h"
#include "bw-files-page.h"
#include "bw-months-card.h"
#include "bw-overview-page.h"
#include "bw-page-list.h"
#include "bw-satisfaction-part.h"
#include "bw-tickets-page.h"

#define OVERVIEW BW_PLACE_OVERVIEW, bw_overview_page_get_type
#define FIGURES BW_PLACE_GROUPS, bw_overview_page_get_type
#define FILES BW_PLACE_ROWS, bw_files_page_get_type

static const char *const about_costs[] = { "utilisation", NULL };
static const char *const about_customers[] = { "contact-rate", "cost-per-customer", NULL };

static const BwPageEntry entries[] = {
  { BW_PAGE_OVERVIEW, N_ ("Overview"), "view-grid-symbolic", OVERVIEW },
  { "volume", N_ ("Volume"), "bw-volume-symbolic", FIGURES },
  { "speed", N_ ("Speed"), "bw-speed-symbolic", FIGURES },
  { "quality", N_ ("Quality"), "bw-quality-symbolic", FIGURES },
  { "satisfaction", N_ ("Satisfaction"), "bw-satisfaction-symbolic", FIGURES,
    bw_satisfaction_part_new },
  { "contact-centre", N_ ("Contact centre"), "call-start-symbolic", FIGURES },
  { "self-service", N_ ("Self-service"), "help-contents-symbolic", FIGURES },
  { "cost", N_ ("Costs"), "bw-costs-symbolic", FIGURES, bw_costs_part_new, about_costs, TRUE },
  { "customers", N_ ("Customers"), "system-users-symbolic", FIGURES, bw_months_card_new_customers,
    about_customers, TRUE },
  { "agents", N_ ("Agents"), "audio-headset-symbolic", FIGURES, bw_agents_part_new, NULL, FALSE,
    bw_agents_part_is_of_use },
  { "channels", N_ ("Channels and Teams"), "view-dual-symbolic", BW_PLACE_GROUPS,
    bw_compare_page_get_type, NULL, NULL, FALSE, bw_compare_page_is_of_use },
  { BW_PAGE_TICKETS, N_ ("Tickets"), "view-list-symbolic", BW_PLACE_ROWS,
    bw_tickets_page_get_type },
  { BW_PAGE_FILES, N_ ("Files"), "x-office-spreadsheet-symbolic", FILES },
  { BW_PAGE_REPORT, N_ ("Report"), "x-office-document-symbolic", BW_PLACE_ROWS,
    bw_document_page_get_type },
};

const BwPageEntry *
bw_page_list (guint *n)
{
  *n = G_N_ELEMENTS (entries);
  return entries;
}

const BwPageEntry *
bw_page_list_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].id, id))
      return &entries[i];
  return NULL;
}

gboolean
bw_page_entry_is_shown (const BwPageEntry *entry, BwWorkspace *workspace)
{
  GPtrArray *figures = bw_workspace_get_figures (workspace);

  if (entry->place != BW_PLACE_GROUPS || entry->is_always ||
      (entry->is_of_use != NULL && entry->is_of_use (workspace)))
    return TRUE;
  for (guint i = 0; figures != NULL && i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    if (figure->available && g_str_equal (figure->metric->group, entry->id))
      return TRUE;
  }
  return FALSE;
}

AdwNavigationPage *
bw_page_entry_create (const BwPageEntry *entry, BwWorkspace *workspace)
{
  GType type = entry->get_type ();
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  const char *group = entry->place == BW_PLACE_GROUPS ? entry->id : NULL;
  AdwNavigationPage *page;

  if (g_object_class_find_property ((GObjectClass *) klass, "group") == NULL)
    return g_object_new (type, "workspace", workspace, "title",
                         _ (entry->title), "tag", entry->id, NULL);
  page = g_object_new (type, "workspace", workspace, "title",
                       _ (entry->title), "tag", entry->id, "group", group, NULL);
  if (entry->create_part != NULL)
    bw_overview_page_set_part (BW_OVERVIEW_PAGE (page), entry->create_part (), entry->also);
  return page;
}
