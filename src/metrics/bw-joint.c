/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses dimensions that go together, and gives each row one code for all of them. */
#include "config.h"

#include "bw-joint.h"
#include "bw-large.h"
#include "bw-parallel.h"
#include "bw-vector.h"

#define MAX_JOINT 512  /* combinations */
#define MAX_WHOLE 4096 /* members that are added up to all rows */
#define BLOCK 16384

/* --- Codes --------------------------------------------------------------------------------------
 */

#define ADD_CODES(type)                                                                            \
  for (gsize row = first; row < end; row++)                                                        \
  codes[row] = (guint16) (codes[row] * members + ((const type *) column->values)[row])

/* The codes of a column so few as here are narrow. */
BW_VECTOR static void
add_codes (const BwGrouping *grouping, gsize first, gsize end, guint16 *codes)
{
  const BwColumn *column = grouping->column;
  guint32 members = grouping->n;

  if (column->store == BW_STORE_CODE8)
    ADD_CODES (guint8);
  else if (column->store == BW_STORE_CODE16)
    ADD_CODES (guint16);
  else
    ADD_CODES (guint32);
}

typedef struct {
  const GPtrArray *joints;
  gsize n_rows;
} Work;

static void
fill_block_cb (guint block, int worker, gpointer user_data)
{
  const Work *work = user_data;
  gsize first = (gsize) block * BLOCK;
  gsize end = MIN (work->n_rows, first + BLOCK);

  for (guint j = 0; j < work->joints->len; j++) {
    const BwJoint *joint = g_ptr_array_index (work->joints, j);
    guint16 *codes = joint->codes.values;
    if (codes == NULL)
      continue;
    for (gsize row = first; row < end; row++)
      codes[row] = 0;
    for (guint p = 0; p < joint->parts->len; p++)
      add_codes (g_ptr_array_index (joint->parts, p), first, end, codes);
  }
}

/* --- Joints -------------------------------------------------------------------------------------
 */

static void
joint_free (gpointer item)
{
  BwJoint *joint = item;

  bw_large_free (joint->codes.values);
  g_ptr_array_unref (joint->parts);
  g_free (joint);
}

static BwJoint *
find_room (const GPtrArray *joints, const BwGrouping *grouping)
{
  for (guint j = 0; j < joints->len; j++) {
    BwJoint *joint = g_ptr_array_index (joints, j);
    if ((guint64) joint->grouping.n * grouping->n <= MAX_JOINT)
      return joint;
  }
  return NULL;
}

static void
add_grouping (GPtrArray *joints, const BwGrouping *grouping)
{
  BwJoint *joint = find_room (joints, grouping);

  if (joint == NULL) {
    joint = g_new0 (BwJoint, 1);
    joint->grouping = (BwGrouping) { .column = grouping->column, .n = 1 };
    joint->parts = g_ptr_array_new ();
    g_ptr_array_add (joints, joint);
  }
  joint->grouping.n *= grouping->n;
  g_ptr_array_add (joint->parts, (gpointer) grouping);
}

GPtrArray *
bw_joints_new (const BwGrouping *groupings, guint n_groupings, gsize n_rows)
{
  GPtrArray *joints = g_ptr_array_new_with_free_func (joint_free);
  Work work = { joints, n_rows };

  for (guint g = 0; g < n_groupings; g++)
    if (groupings[g].column != NULL && groupings[g].starts == NULL)
      add_grouping (joints, &groupings[g]);
  for (guint j = 0; j < joints->len; j++) {
    BwJoint *joint = g_ptr_array_index (joints, j);
    if (joint->parts->len == 1)
      continue;
    joint->codes = (BwColumn) { .store = BW_STORE_CODE16,
                                .values = bw_large_new (n_rows + 1, sizeof (guint16)) };
    joint->grouping.column = &joint->codes;
  }
  bw_parallel_for ((guint) ((n_rows + BLOCK - 1) / BLOCK), NULL, fill_block_cb, &work);
  return joints;
}

/* --- Plans --------------------------------------------------------------------------------------
 */

typedef struct {
  BwLayout *walked;
  guint n;
} Plan;

static guint
add_walked (Plan *plan, const BwPlacer *placer, const BwGrouping *grouping)
{
  guint i = 0;

  while (i < plan->n && (plan->walked[i].placer != placer || plan->walked[i].grouping != grouping))
    i++;
  if (i == plan->n)
    plan->walked[plan->n++] = (BwLayout) { .placer = placer, .grouping = grouping };
  return i;
}

/* FALSE when the grouping is no part of it. */
static gboolean
find_member (const BwJoint *joint, const BwGrouping *grouping, BwWay *way)
{
  guint step = 1;

  for (guint p = joint->parts->len; p-- > 0;) {
    const BwGrouping *part = g_ptr_array_index (joint->parts, p);
    if (part == grouping) {
      way->step = step;
      way->n = grouping->n;
      return TRUE;
    }
    step *= part->n;
  }
  return FALSE;
}

/* A dimension of one period, by a joint. */
static gboolean
plan_joint (Plan *plan, const GPtrArray *joints, const BwLayout *layout, BwWay *way)
{
  for (guint j = 0; joints != NULL && layout->placer->n == 1 && j < joints->len; j++) {
    const BwJoint *joint = g_ptr_array_index (joints, j);
    if (find_member (joint, layout->grouping, way)) {
      way->walked = add_walked (plan, layout->placer, &joint->grouping);
      return TRUE;
    }
  }
  return FALSE;
}

/* A period as a whole is what the members of a dimension add up to, where each row has one. */
static gboolean
plan_whole (const Plan *plan, const BwLayout *layout, BwWay *way)
{
  for (guint i = 0; layout->placer->n == 1 && i < plan->n; i++)
    if (plan->walked[i].placer == layout->placer &&
        bw_layout_get_n_members (&plan->walked[i]) <= MAX_WHOLE &&
        (plan->walked[i].grouping == NULL || plan->walked[i].grouping->starts == NULL)) {
      *way = (BwWay) { i, (guint) bw_layout_get_n_groups (&plan->walked[i]), 1 };
      return TRUE;
    }
  return FALSE;
}

static void
plan_itself (Plan *plan, const BwLayout *layout, BwWay *way)
{
  *way = (BwWay) { add_walked (plan, layout->placer, layout->grouping), 1,
                   (guint) bw_layout_get_n_groups (layout) };
}

/* Those of dimensions first. */
guint
bw_joints_plan (const GPtrArray *joints,
                const BwLayout *layouts,
                guint n_layouts,
                BwLayout *walked,
                BwWay *ways)
{
  Plan plan = { walked, 0 };

  for (guint l = 0; l < n_layouts; l++)
    if (layouts[l].grouping != NULL && !plan_joint (&plan, joints, &layouts[l], &ways[l]))
      plan_itself (&plan, &layouts[l], &ways[l]);
  for (guint l = 0; l < n_layouts; l++)
    if (layouts[l].grouping == NULL && !plan_whole (&plan, &layouts[l], &ways[l]))
      plan_itself (&plan, &layouts[l], &ways[l]);
  return plan.n;
}
