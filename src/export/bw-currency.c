/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The currency of a report. */
#include "config.h"

#include <string.h>

#include "bw-currency.h"

static const char *
find_code (const BwTable *table)
{
  const BwColumn *column = table ? bw_table_find (table, BW_FIELD_CURRENCY) : NULL;
  return column && bw_dictionary_get_size (column->dictionary) == 1
             ? bw_dictionary_get_text (column->dictionary, 0)
             : NULL;
}

const char *
bw_currency_find_in_files (BwDataset *dataset)
{
  static const BwKind kinds[] = { BW_KIND_FINANCE, BW_KIND_CUSTOMERS };
  const char *code = NULL;
  for (guint i = 0; !code && i < G_N_ELEMENTS (kinds); i++)
    code = find_code (bw_dataset_get_table (dataset, kinds[i]));
  return code;
}

const char *
bw_currency_find (BwReport *report)
{
  BwSettings *settings = bw_report_get_settings (report);
  BwDataset *dataset = bw_report_get_dataset (report);
  const char *code = settings ? bw_settings_get_currency (settings) : NULL;
  return code || !dataset ? code : bw_currency_find_in_files (dataset);
}
