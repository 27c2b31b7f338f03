/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file can answer by itself: all figures are asked of it. */
#include "config.h"

#include "bw-mapping-figures.h"

static BwPeriod *
find_period (BwDataset *dataset)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  gint64 from, to;

  if (!bw_dataset_get_extent (dataset, &from, &to))
    return bw_period_new (0, 1, zone);
  return bw_period_parse ("all", zone, from, to, NULL);
}

GPtrArray *
bw_mapping_figures (BwSource *source)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (BwDataset) dataset = NULL;
  g_autoptr (BwEngine) engine = NULL;
  g_autoptr (BwPeriod) period = NULL;
  g_autoptr (BwAxis) axis = NULL;
  BwQuestion question = { .compare = BW_COMPARE_NONE };

  g_ptr_array_add (sources, source);
  dataset = bw_dataset_new (sources);
  engine = bw_engine_new (dataset, NULL, NULL);
  period = find_period (dataset);
  axis = bw_axis_new_single (period);
  question.period = period;
  question.axis = axis;
  return bw_engine_answer (engine, &question, NULL, NULL);
}
