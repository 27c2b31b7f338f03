/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a file is read: what each column is taken for, and what the user knows better. */
#pragma once

#include "bw-importer.h"
#include <adwaita.h>

#define BW_TYPE_MAPPING_PAGE (bw_mapping_page_get_type ())
G_DECLARE_FINAL_TYPE (BwMappingPage, bw_mapping_page, BW, MAPPING_PAGE, AdwDialog)

/* importer: with the settings that the file is or will be opened with; member: the table of a
 * container, or NULL.
 * Signal "apply": the file is to be read as it says now. */
BwMappingPage *bw_mapping_page_new (BwImporter *importer, const char *path, const char *member);

/* Nobody knows the product that wrote it, and little is sure of its columns; or nothing shows
 * whether the day or the month of its dates comes first. */
gboolean bw_mapping_page_is_needed (const BwSource *source);

const char *bw_mapping_page_get_path (BwMappingPage *self);
/* NULL when the file is no container. */
const char *bw_mapping_page_get_member (BwMappingPage *self);
const BwOverrides *bw_mapping_page_get_overrides (BwMappingPage *self);
/* Something is being worked out. */
gboolean bw_mapping_page_get_busy (BwMappingPage *self);
/* A column is something else: NONE = not used. */
void bw_mapping_page_set_field (BwMappingPage *self, guint column, BwFieldId field);
