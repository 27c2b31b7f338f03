/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ages of what is there at the end of a period. Rows are taken in the order in which they came, the
 * last first, so that the ages of each group are ascending without being sorted. */
#include "config.h"

#include "bw-joint.h"
#include "bw-sort.h"
#include "bw-statistics.h"
#include "bw-vector.h"
#include "bw-walk.h"
#include <math.h>
#include <string.h>

#define LEVEL 0.95

/* A row that comes into question, and the periods of a placer at whose ends it is there: enter ..
 * leave - 1. */
typedef struct {
  guint32 row;
  guint16 enter;
  guint16 leave;
} Stay;

/* --- Which rows -------------------------------------------------------------------------------
 */

/* 1 for rows that are there at the end of any period and have a say. */
BW_VECTOR static void
mark_stays (const guint32 *enters, const guint32 *leaves, const gint8 *says, guint n, guint8 *marks)
{
  for (guint i = 0; i < n; i++)
    marks[i] = (enters[i] < leaves[i]) & (says[i] >= 0);
}

/* Eight of the marks at once: most rows are gone before a period ends. */
static gboolean
any_marked (const guint8 *marks)
{
  guint64 eight;

  memcpy (&eight, marks, sizeof eight);
  return eight != 0;
}

static void
collect_ages (GArray *stays, const BwFolding *fold, const BwPlacer *placer)
{
  const BwLedger *ledger = fold->ledger;
  const gint32 *until = bw_folding_get_until (fold);
  const BwStretch *comes = bw_ledger_get_stretches (ledger, fold->when);
  const BwStretch *goes = bw_ledger_get_stretches (ledger, until);
  guint32 enters[BW_STRETCH_ROWS];
  guint32 leaves[BW_STRETCH_ROWS];
  guint8 marks[BW_STRETCH_ROWS] = { 0 };

  for (gsize first = 0; first < ledger->n_rows; first += BW_STRETCH_ROWS) {
    guint n = (guint) MIN (BW_STRETCH_ROWS, ledger->n_rows - first);
    BwStays batch = { fold->when + first, until + first,
                      bw_stretches_get (comes, fold->when, first, n),
                      bw_stretches_get (goes, until, first, n) };
    if (!bw_placer_find_stays (placer, &batch, n, enters, leaves))
      continue;
    mark_stays (enters, leaves, fold->measure->says + first, n, marks);
    for (guint i = 0; i < n; i++) {
      Stay stay = { (guint32) (first + i), (guint16) enters[i], (guint16) leaves[i] };
      if (i % 8 == 0 && !any_marked (marks + i))
        i += 7;
      else if (marks[i] && (fold->rows == NULL || bw_bits_has (fold->rows, first + i)))
        g_array_append_val (stays, stay);
    }
  }
}

static gboolean
is_in_order (const GArray *stays, const gint32 *when)
{
  for (guint i = 1; i < stays->len; i++)
    if (when[g_array_index (stays, Stay, i - 1).row] > when[g_array_index (stays, Stay, i).row])
      return FALSE;
  return TRUE;
}

/* By when they came. */
static GArray *
order (GArray *stays, const gint32 *when)
{
  g_autofree guint64 *words = g_new (guint64, stays->len + 1);
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (Stay), stays->len);

  for (guint i = 0; i < stays->len; i++) {
    gint64 time = (gint64) when[g_array_index (stays, Stay, i).row] - G_MININT32;
    words[i] = (guint64) time << 32 | i;
  }
  bw_sort_words (words, stays->len);
  for (guint i = 0; i < stays->len; i++)
    g_array_append_val (ordered, g_array_index (stays, Stay, (guint32) words[i]));
  g_array_unref (stays);
  return ordered;
}

/* Of Stay: the layouts of one placer share them. */
static GArray *
collect_stays (const BwFolding *fold, const BwPlacer *placer)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (Stay));

  collect_ages (stays, fold, placer);
  return is_in_order (stays, fold->when) ? stays : order (stays, fold->when);
}

/* --- Their groups -----------------------------------------------------------------------------
 */

/* The members of a row: of a code that is none itself those that it stands for. */
static inline const guint32 *
find_members (const BwGrouping *grouping, gsize row, guint32 *room, guint *n)
{
  *n = 1;
  *room = 0;
  if (grouping == NULL || grouping->column == NULL)
    return room;
  *room = bw_column_code (grouping->column, row);
  if (grouping->starts == NULL)
    return room;
  *n = grouping->starts[*room + 1] - grouping->starts[*room];
  return grouping->tags + grouping->starts[*room];
}

/* places: of each group, how many there are already; ages NULL: they are only counted. */
static void
add_stay (
    const BwFolding *fold, const BwLayout *layout, const Stay *stay, gsize *places, guint32 *ages)
{
  const BwPlacer *placer = layout->placer;
  guint n_members = bw_layout_get_n_members (layout);
  gint64 when = fold->when[stay->row];
  guint32 room;
  guint n;
  const guint32 *members = find_members (layout->grouping, stay->row, &room, &n);

  for (guint p = stay->enter; p < stay->leave; p++)
    for (guint m = 0; m < n; m++) {
      gsize place = places[(gsize) p * n_members + members[m]]++;
      if (ages != NULL)
        ages[place] = (guint32) (placer->from + placer->bounds[p + 1] - when);
    }
}

/* --- Figures ----------------------------------------------------------------------------------
 */

BW_VECTOR static guint64
add_up (const guint32 *ages, gsize n)
{
  guint64 sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += ages[i];
  return sum;
}

static double
find_deviation (const guint32 *ages, gsize n, double mean)
{
  double squares = 0;

  if (n < 2)
    return NAN;
  for (gsize i = 0; i < n; i++) {
    double difference = ages[i] - mean;
    squares += difference * difference;
  }
  return sqrt (squares / (double) (n - 1));
}

static double
find_quantile (const guint32 *ages, gsize n, double p)
{
  gsize lower;
  double weight;

  bw_quantile_rank (n, p, &lower, &weight);
  if (weight == 0)
    return ages[lower];
  return ages[lower] + weight * ((double) ages[lower + 1] - ages[lower]);
}

/* ages: ascending. */
static void
finish_group (const BwFolding *fold, const guint32 *ages, gsize n, BwCell *cell)
{
  gsize low, high;

  cell->n = (gint64) n;
  cell->mean = (double) add_up (ages, n) / (double) n;
  cell->median = find_quantile (ages, n, 0.5);
  cell->p90 = find_quantile (ages, n, 0.9);
  cell->min = ages[0];
  cell->max = ages[n - 1];
  cell->value = fold->statistic == BW_STATISTIC_MEAN ? cell->mean : cell->median;
  if (fold->statistic == BW_STATISTIC_MEAN) {
    BwInterval interval = bw_student (cell->mean, find_deviation (ages, n, cell->mean), n, LEVEL);
    cell->low = interval.low;
    cell->high = interval.high;
  } else if (bw_quantile_ranks (n, 0.5, LEVEL, &low, &high)) {
    cell->low = ages[low];
    cell->high = ages[high];
  }
}

static void
finish (const BwFolding *fold, BwLayout *layout, const gsize *ends, const guint32 *ages)
{
  gsize n_groups = bw_layout_get_n_groups (layout);

  layout->cells = g_new (BwCell, n_groups);
  layout->squares = g_new (double, n_groups);
  for (gsize g = 0; g < n_groups; g++) {
    gsize first = g > 0 ? ends[g - 1] : 0;
    layout->cells[g] = BW_CELL_NONE;
    layout->squares[g] = NAN;
    if (ends[g] > first)
      finish_group (fold, ages + first, ends[g] - first, &layout->cells[g]);
  }
}

/* First how many each group has, then where these begin, then they themselves: at the end each
 * place is where the next group begins. */
static void
fold_layout (const BwFolding *fold, BwLayout *layout, const GArray *stays)
{
  gsize n_groups = bw_layout_get_n_groups (layout);
  g_autofree gsize *places = g_new0 (gsize, n_groups + 1);
  g_autofree guint32 *ages = NULL;
  gsize n = 0;

  for (guint i = 0; i < stays->len; i++)
    add_stay (fold, layout, &g_array_index (stays, Stay, i), places, NULL);
  for (gsize g = 0; g < n_groups; g++) {
    gsize n_in_group = places[g];
    places[g] = n;
    n += n_in_group;
  }
  ages = g_new (guint32, n + 1);
  for (guint i = stays->len; i-- > 0;)
    add_stay (fold, layout, &g_array_index (stays, Stay, i), places, ages);
  finish (fold, layout, places, ages);
}

void
bw_fold_ages (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autoptr (GArray) stays = NULL;

  for (guint l = 0; l < n_layouts; l++) {
    if (l == 0 || layouts[l].placer != layouts[l - 1].placer) {
      g_clear_pointer (&stays, g_array_unref);
      stays = collect_stays (fold, layouts[l].placer);
    }
    fold_layout (fold, &layouts[l], stays);
  }
}
