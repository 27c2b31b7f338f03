/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and freeing plans. */
#include "config.h"

#include <math.h>

#include "bw-note.h"
#include "bw-plan.h"

static const char *const order_names[] = {
  [BW_DATE_UNDECIDED] = NULL, [BW_DATE_YMD] = "ymd",     [BW_DATE_DMY] = "dmy",
  [BW_DATE_MDY] = "mdy",      [BW_DATE_EPOCH] = "epoch", [BW_DATE_SERIAL] = "serial",
  [BW_DATE_MONTH] = "month",
};

static const char *const unit_names[] = {
  [BW_DURATION_SECONDS] = "seconds", [BW_DURATION_MILLISECONDS] = "milliseconds",
  [BW_DURATION_MINUTES] = "minutes", [BW_DURATION_HOURS] = "hours",
  [BW_DURATION_DAYS] = "days",
};

static gboolean
find_name (const char *const *names, guint n, const char *text, guint *place)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i], text) == 0) {
      *place = i;
      return TRUE;
    }
  return FALSE;
}

const char *
bw_date_order_to_string (BwDateOrder order)
{
  return order_names[order];
}

gboolean
bw_date_order_parse (const char *text, BwDateOrder *order)
{
  guint place;
  g_return_val_if_fail (text, FALSE);
  if (!find_name (order_names, G_N_ELEMENTS (order_names), text, &place))
    return FALSE;
  *order = (BwDateOrder) place;
  return TRUE;
}

const char *
bw_duration_unit_to_string (BwDurationUnit unit)
{
  return unit_names[unit];
}

gboolean
bw_duration_unit_parse (const char *text, BwDurationUnit *unit)
{
  guint place;
  g_return_val_if_fail (text, FALSE);
  if (!find_name (unit_names, G_N_ELEMENTS (unit_names), text, &place))
    return FALSE;
  *unit = (BwDurationUnit) place;
  return TRUE;
}

BwColumnPlan *
bw_column_plan_new (const char *header)
{
  BwColumnPlan *plan = g_new0 (BwColumnPlan, 1);
  plan->header = g_strdup (header ? header : "");
  plan->field = BW_FIELD_NONE;
  plan->scale_low = NAN;
  plan->scale_high = NAN;
  return plan;
}

void
bw_column_plan_free (BwColumnPlan *plan)
{
  g_free (plan->header);
  g_free (plan->evidence);
  g_clear_pointer (&plan->zone, bw_zone_unref);
  g_free (plan);
}

BwPlan *
bw_plan_new (void)
{
  BwPlan *plan = g_new0 (BwPlan, 1);
  plan->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_plan_free);
  plan->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_unref);
  return plan;
}

void
bw_plan_free (BwPlan *plan)
{
  g_free (plan->profile);
  g_free (plan->profile_title);
  g_free (plan->evidence);
  g_free (plan->lack);
  g_ptr_array_unref (plan->columns);
  g_ptr_array_unref (plan->notes);
  g_free (plan);
}
