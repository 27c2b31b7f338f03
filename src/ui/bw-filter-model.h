/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dimensions of a workspace's data and their values, as lists for widgets. Values are objects
 * only while somebody looks at them; counts follow the filter, computed in a thread, the latest
 * question winning. */
#pragma once

#include "bw-workspace.h"

/* One value of a dimension. */
#define BW_TYPE_FILTER_VALUE (bw_filter_value_get_type ())
G_DECLARE_FINAL_TYPE (BwFilterValue, bw_filter_value, BW, FILTER_VALUE, GObject)

/* A GListModel of BwFilterValue, those of the most rows first. Emits "changed" when counts or the
 * filter have changed. */
#define BW_TYPE_FILTER_DIMENSION (bw_filter_dimension_get_type ())
G_DECLARE_FINAL_TYPE (BwFilterDimension, bw_filter_dimension, BW, FILTER_DIMENSION, GObject)

/* A GListModel of BwFilterDimension. Emits "counted" when new dimensions have their values. */
#define BW_TYPE_FILTER_MODEL (bw_filter_model_get_type ())
G_DECLARE_FINAL_TYPE (BwFilterModel, bw_filter_model, BW, FILTER_MODEL, GObject)

BwFilterModel *bw_filter_model_new (BwWorkspace *workspace);
/* Only values whose name has these words, and dimensions with such values; of a dimension whose own
 * name has them, all. */
void bw_filter_model_set_search (BwFilterModel *self, const char *text);
/* Nothing is counted while nobody looks (at first); what has changed meanwhile is counted then. */
void bw_filter_model_set_active (BwFilterModel *self, gboolean active);
/* Is everything counted? */
gboolean bw_filter_model_get_ready (BwFilterModel *self);

BwFieldId bw_filter_dimension_get_field (BwFilterDimension *self);
/* Of its values how many the filter names. */
guint bw_filter_dimension_count_chosen (BwFilterDimension *self);
/* Few enough that choosing all makes sense. */
gboolean bw_filter_dimension_is_short (BwFilterDimension *self);
void bw_filter_dimension_choose_all (BwFilterDimension *self);
void bw_filter_dimension_choose_none (BwFilterDimension *self);
void bw_filter_dimension_invert (BwFilterDimension *self);

BwFilterDimension *bw_filter_value_get_dimension (BwFilterValue *self);
const char *bw_filter_value_get_label (BwFilterValue *self);
/* Rows that the other conditions leave; -1 = not counted yet. */
gint64 bw_filter_value_get_count (BwFilterValue *self);
gboolean bw_filter_value_get_chosen (BwFilterValue *self);
void bw_filter_value_set_chosen (BwFilterValue *self, gboolean chosen);
