/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of lists that are edited in the report's settings: a row for each entry, with a button
 * that removes it, and below them a form for a new one. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_EDIT_GROUP (bw_edit_group_get_type ())
G_DECLARE_DERIVABLE_TYPE (BwEditGroup, bw_edit_group, BW, EDIT_GROUP, AdwPreferencesGroup)

/* Entries are counted from 0 as the workspace has them. */
struct _BwEditGroupClass {
  AdwPreferencesGroupClass parent_class;

  const char *form_title; /* N_(): of the row that opens to the form */
  const char *add_label;  /* N_(): of the button that ends it */

  guint (*count) (BwEditGroup *self);
  /* What the row shows, or which row it is where that follows the entry by itself; g_free. */
  char *(*describe) (BwEditGroup *self, guint i);
  /* An AdwActionRow or AdwExpanderRow. */
  GtkWidget *(*create_row) (BwEditGroup *self, guint i);
  void (*remove) (BwEditGroup *self, guint i);
  /* Adds the rows of the form by bw_edit_group_add_field. */
  void (*create_form) (BwEditGroup *self);
  gboolean (*is_complete) (BwEditGroup *self);
  /* Takes what the form says, which is complete, and clears it. */
  void (*add) (BwEditGroup *self);
  /* Says in the form what the entry is, when its row is activated; NULL = it cannot. */
  void (*edit) (BwEditGroup *self, guint i);
};

BwWorkspace *bw_edit_group_get_workspace (BwEditGroup *self);
/* Makes the rows that there are and the form. property: of the workspace, that holds the entries.
 */
void bw_edit_group_start (BwEditGroup *self, BwWorkspace *workspace, const char *property);

/* Something else that the rows show may have changed. */
void bw_edit_group_update (BwEditGroup *self);

/* A row of the form. Entries, combo rows and calendars are watched: see is_complete. */
void bw_edit_group_add_field (BwEditGroup *self, GtkWidget *row);
GtkWidget *bw_edit_group_add_entry (BwEditGroup *self, const char *title);
/* titles: translated, ends with NULL. */
GtkWidget *
bw_edit_group_add_choice (BwEditGroup *self, const char *title, const char *const *titles);
/* Opens or closes the form. */
void bw_edit_group_open_form (BwEditGroup *self, gboolean open);
/* Marks what was typed as wrong, or not. */
void bw_edit_group_mark_entry (GtkWidget *entry, gboolean wrong);
