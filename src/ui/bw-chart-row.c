/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says which row of which table it is. */
#include "config.h"

#include "bw-chart-row.h"

struct _BwChartRow {
  GObject parent_instance;

  guint index;

  /* Owned */
  BwChartTable *table;
};

G_DEFINE_FINAL_TYPE (BwChartRow, bw_chart_row, G_TYPE_OBJECT)

static void
bw_chart_row_finalize (GObject *object)
{
  g_clear_pointer (&BW_CHART_ROW (object)->table, bw_chart_table_unref);
  G_OBJECT_CLASS (bw_chart_row_parent_class)->finalize (object);
}

static void
bw_chart_row_class_init (BwChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_chart_row_finalize;
}

static void
bw_chart_row_init (BwChartRow *self)
{
}

BwChartRow *
bw_chart_row_new (BwChartTable *table, guint index)
{
  BwChartRow *self = g_object_new (BW_TYPE_CHART_ROW, NULL);

  self->table = bw_chart_table_ref (table);
  self->index = index;
  return self;
}

BwChartTable *
bw_chart_row_get_table (BwChartRow *self)
{
  return self->table;
}

guint
bw_chart_row_get_index (BwChartRow *self)
{
  return self->index;
}

GListStore *
bw_chart_rows_new (BwChartTable *table)
{
  GListStore *rows = g_list_store_new (BW_TYPE_CHART_ROW);

  for (guint i = 0; i < bw_chart_table_get_n_rows (table); i++) {
    g_autoptr (BwChartRow) row = bw_chart_row_new (table, i);
    g_list_store_append (rows, row);
  }
  return rows;
}
