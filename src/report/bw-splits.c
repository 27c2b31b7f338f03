/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses dimensions. */
#include "config.h"

#include "bw-splits.h"

#define MANY_MEMBERS 50

static gsize
count_members (BwDataset *dataset, BwFieldId field)
{
  gsize most = 0;

  for (int kind = 0; kind < BW_KIND_LAST; kind++) {
    BwTable *table = bw_dataset_get_table (dataset, kind);
    const BwColumn *column = table != NULL ? bw_table_find (table, field) : NULL;
    if (column != NULL && column->dictionary != NULL)
      most = MAX (most, bw_dictionary_get_size (column->dictionary));
  }
  return most;
}

BwFieldId *
bw_splits_choose (BwDataset *dataset)
{
  GArray *fields = g_array_new (TRUE, TRUE, sizeof (BwFieldId));
  const BwFieldId *all = bw_dataset_get_dimensions (dataset);

  for (guint i = 0; all[i] != BW_FIELD_NONE; i++)
    if (count_members (dataset, all[i]) <= MANY_MEMBERS)
      g_array_append_val (fields, all[i]);
  return (BwFieldId *) g_array_free (fields, FALSE);
}
