/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of named facts. */
#pragma once

#include <adwaita.h>

#define BW_TYPE_FACT_GROUP (bw_fact_group_get_type ())
G_DECLARE_FINAL_TYPE (BwFactGroup, bw_fact_group, BW, FACT_GROUP, AdwPreferencesGroup)

BwFactGroup *bw_fact_group_new (const char *title);
void bw_fact_group_clear (BwFactGroup *self);
/* A short value at the end of the row. */
void bw_fact_group_add_value (BwFactGroup *self, const char *title, const char *value);
/* A sentence below its title. NULL or "" adds nothing. */
void bw_fact_group_add_text (BwFactGroup *self, const char *title, const char *text);
guint bw_fact_group_get_n (BwFactGroup *self);
