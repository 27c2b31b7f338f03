/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section in the list of those that a report can have: whether it is there, where, and what the
 * manager has to say of it. */
#pragma once

#include "bw-section.h"
#include <adwaita.h>

#define BW_TYPE_SECTION_ROW (bw_section_row_get_type ())
G_DECLARE_FINAL_TYPE (BwSectionRow, bw_section_row, BW, SECTION_ROW, AdwExpanderRow)

/* Signals: "toggled"; "commented"; "moved" (gint by) when it is to go that many places down;
 * "dropped" (BwSectionRow *other) when the other row is to stand in its place. */
BwSectionRow *bw_section_row_new (const BwSection *section, gboolean active, const char *comment);
const BwSection *bw_section_row_get_section (BwSectionRow *self);
gboolean bw_section_row_get_active (BwSectionRow *self);
/* g_free */
char *bw_section_row_dup_comment (BwSectionRow *self);
