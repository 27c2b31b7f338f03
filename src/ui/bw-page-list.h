/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report, in the order of the sidebar. To add one: its widget (a BwReportPage) and
 * a line in bw-page-list.c. */
#pragma once

#include "bw-report-page.h"

/* Names that code elsewhere needs. A page of figures is named like their group. */
#define BW_PAGE_OVERVIEW "overview"
#define BW_PAGE_TICKETS "tickets"
#define BW_PAGE_FILES "files"
#define BW_PAGE_REPORT "report"

/* Pages of one place stand together. */
typedef enum {
  BW_PLACE_OVERVIEW,
  BW_PLACE_GROUPS, /* there when a figure of the group is available, or as the entry says */
  BW_PLACE_ROWS,
} BwPlace;

typedef struct {
  const char *id;
  const char *title; /* N_() */
  const char *icon;
  BwPlace place;
  GType (*get_type) (void); /* a BwReportPage; "group" is set where it has that property */

  /* Of pages of groups; may be NULL */
  GtkWidget *(*create_part) (void); /* a BwReportWidget below the tiles */
  const char *const *also;          /* KPIs of other groups that it shows, too; ends with NULL */
  gboolean is_always;               /* there when no figure is, too: numbers are typed there */
  gboolean (*is_of_use) (BwWorkspace *workspace); /* there when this holds, too */
} BwPageEntry;

const BwPageEntry *bw_page_list (guint *n);
/* NULL when there is no such page. */
const BwPageEntry *bw_page_list_find (const char *id);
/* Is it of use with the figures of the workspace? */
gboolean bw_page_entry_is_shown (const BwPageEntry *entry, BwWorkspace *workspace);
/* Its tag is the page's id. */
AdwNavigationPage *bw_page_entry_create (const BwPageEntry *entry, BwWorkspace *workspace);
