/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and freeing plans. */
#include "config.h"

#include <math.h>

#include "bw-note.h"
#include "bw-plan.h"

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
