/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The currency of a report. */
#include "config.h"

#include "bw-currency.h"

const char *
bw_currency_find (BwReport *report)
{
  BwSettings *settings = bw_report_get_settings (report);
  BwDataset *dataset = bw_report_get_dataset (report);
  const char *code = settings ? bw_settings_get_currency (settings) : NULL;
  return code || !dataset ? code : bw_dataset_get_currency (dataset);
}
