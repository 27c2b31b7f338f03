/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one column of a file is taken for, why, and what else it may be. */
#pragma once

#include "bw-preview.h"
#include <adwaita.h>

#define BW_TYPE_MAPPING_COLUMN (bw_mapping_column_get_type ())
G_DECLARE_FINAL_TYPE (BwMappingColumn, bw_mapping_column, BW, MAPPING_COLUMN, AdwNavigationPage)

/* Signal "changed": the overrides are others now. */
BwMappingColumn *bw_mapping_column_new (BwPreview *preview, guint column);
/* What the preview makes of it now. */
void bw_mapping_column_show (BwMappingColumn *self, BwPreview *preview);
const BwOverrides *bw_mapping_column_get_overrides (BwMappingColumn *self);

/* "92 %"; NULL when the column is not used; g_free. */
char *bw_mapping_column_describe_confidence (const BwDecision *decision);
/* What it is taken for: the name of the field, or that it is not used. */
const char *bw_mapping_column_describe_field (const BwDecision *decision);
/* Never ""; of the file. */
const char *bw_mapping_column_describe_header (const BwDecision *decision);
