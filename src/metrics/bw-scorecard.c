/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for all KPIs split by one field, and lays them side by side. */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "bw-scorecard.h"
#include "bw-statistics.h"

/* Fewer say nothing about a member, and fewer members have no middle. */
#define FEW 5
#define LEAST_MEMBERS 3
#define FUNNEL_ERRORS 3

G_DEFINE_BOXED_TYPE (BwScorecard, bw_scorecard, bw_scorecard_ref, bw_scorecard_unref)

BwScorecard *
bw_scorecard_ref (BwScorecard *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer boxed)
{
  BwScorecard *self = boxed;

  bw_period_unref (self->period);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->columns);
}

void
bw_scorecard_unref (BwScorecard *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
free_column (gpointer data)
{
  BwScoreColumn *column = data;

  g_free (column->cells);
  g_free (column);
}

/* --- Members -----------------------------------------------------------------------------------
 */

typedef struct {
  const char *name;
  gint64 n;
} Member;

static const char *
get_key (const char *name)
{
  return name != NULL ? name : "";
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *x = *(Member *const *) a, *y = *(Member *const *) b;

  return x->n != y->n ? (x->n < y->n ? 1 : -1) : g_strcmp0 (x->name, y->name);
}

static void
count_members (GHashTable *members, const BwSeries *split)
{
  for (guint m = 0; m < bw_series_get_n_members (split); m++) {
    const char *name = bw_series_get_member (split, m);
    Member *member = g_hash_table_lookup (members, get_key (name));
    if (member == NULL) {
      member = g_new0 (Member, 1);
      member->name = name;
      g_hash_table_insert (members, (gpointer) get_key (name), member);
    }
    member->n = MAX (member->n, bw_series_get (split, 0, m)->n);
  }
}

/* The names, most n first. */
static void
take_members (BwScorecard *self, GPtrArray *figures, BwPseudonyms *pseudonyms)
{
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) sorted = NULL;

  for (guint i = 0; i < figures->len; i++) {
    BwSeries *split = bw_figure_find_split (g_ptr_array_index (figures, i), self->field);
    if (split != NULL)
      count_members (members, split);
  }
  sorted = g_hash_table_get_values_as_ptr_array (members);
  g_ptr_array_sort (sorted, compare_members);
  for (guint i = 0; i < sorted->len; i++) {
    const char *name = ((const Member *) g_ptr_array_index (sorted, i))->name;
    const char *pseudonym =
        name != NULL && pseudonyms != NULL ? bw_pseudonyms_get_agent (pseudonyms, name) : NULL;
    g_ptr_array_add (self->names, g_strdup (name));
    g_ptr_array_add (self->labels,
                     g_strdup (pseudonym != NULL ? pseudonym
                               : name != NULL    ? name
                                                 : bw_field_get_none_label (self->field)));
  }
}

/* --- Columns -----------------------------------------------------------------------------------
 */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
find_median (const BwScorecard *self, const BwScoreColumn *column)
{
  g_autofree double *values = g_new (double, self->names->len + 1);
  gsize n = 0;

  for (guint m = 0; m < self->names->len; m++)
    if (self->names->pdata[m] != NULL && column->cells[m].n >= FEW &&
        !isnan (column->cells[m].value))
      values[n++] = column->cells[m].value;
  if (n < LEAST_MEMBERS)
    return NAN;
  qsort (values, n, sizeof *values, compare_numbers);
  return bw_quantile_sorted (values, n, 0.5);
}

static void
add_column (BwScorecard *self, GHashTable *places, const BwFigure *figure)
{
  BwSeries *split = bw_figure_find_split (figure, self->field);
  BwScoreColumn *column;
  double low, high;

  if (!figure->available || split == NULL || !bw_series_get_range (split, &low, &high))
    return;
  column = g_new0 (BwScoreColumn, 1);
  column->metric = figure->metric;
  column->whole = figure->current;
  column->cells = g_new (BwCell, self->names->len);
  for (guint m = 0; m < self->names->len; m++)
    column->cells[m] = BW_CELL_NONE;
  for (guint m = 0; m < bw_series_get_n_members (split); m++) {
    const char *key = get_key (bw_series_get_member (split, m));
    column->cells[GPOINTER_TO_UINT (g_hash_table_lookup (places, key))] =
        *bw_series_get (split, 0, m);
  }
  column->median = find_median (self, column);
  g_ptr_array_add (self->columns, column);
}

static void
take_columns (BwScorecard *self, GPtrArray *figures)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint m = 0; m < self->names->len; m++)
    g_hash_table_insert (places, (gpointer) get_key (self->names->pdata[m]), GUINT_TO_POINTER (m));
  for (guint i = 0; i < figures->len; i++)
    add_column (self, places, g_ptr_array_index (figures, i));
}

BwScorecard *
bw_scorecard_new (BwEngine *engine, const BwQuestion *question, BwFieldId field)
{
  const BwFieldId splits[] = { field, BW_FIELD_NONE };
  BwQuestion own = *question;
  g_autoptr (BwAxis) single = bw_axis_new_single (question->period);
  g_autoptr (GPtrArray) figures = NULL;
  BwScorecard *self;

  /* By their names, so that they can be filtered by. */
  own.anonymise = FALSE;
  own.splits = splits;
  own.compare = BW_COMPARE_NONE;
  own.axis = single;
  figures = bw_engine_answer (engine, &own, NULL, NULL);
  if (figures == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (BwScorecard);
  self->field = field;
  self->period = bw_period_ref (question->period);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new_with_free_func (free_column);
  take_members (self, figures,
                question->anonymise && field == BW_FIELD_AGENT ? bw_engine_get_pseudonyms (engine)
                                                               : NULL);
  take_columns (self, figures);
  return self;
}

/* --- Looking up --------------------------------------------------------------------------------
 */

const BwScoreColumn *
bw_scorecard_find (const BwScorecard *self, const char *kpi)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const BwScoreColumn *column = g_ptr_array_index (self->columns, i);
    if (g_str_equal (column->metric->id, kpi))
      return column;
  }
  return NULL;
}

gboolean
bw_score_column_is_share (const BwScoreColumn *column)
{
  return column->metric->fold == BW_FOLD_SHARE;
}

static BwStanding
judge_share (const BwScoreColumn *column, const BwCell *cell)
{
  double reach = FUNNEL_ERRORS * bw_share_error (column->whole.value, (double) cell->n);

  if (isnan (reach))
    return BW_STANDING_UNKNOWN;
  if (fabs (cell->value - column->whole.value) <= reach)
    return BW_STANDING_WITHIN;
  return cell->value > column->whole.value ? BW_STANDING_ABOVE : BW_STANDING_BELOW;
}

BwStanding
bw_score_column_judge (const BwScoreColumn *column, guint member)
{
  const BwCell *cell = &column->cells[member];

  if (isnan (cell->value) || column->metric->unit == BW_UNIT_COUNT)
    return BW_STANDING_UNKNOWN;
  if (cell->n < FEW)
    return BW_STANDING_FEW;
  if (bw_score_column_is_share (column))
    return judge_share (column, cell);
  if (isnan (column->median) || isnan (cell->low) || isnan (cell->high))
    return BW_STANDING_UNKNOWN;
  return cell->low > column->median    ? BW_STANDING_ABOVE
         : cell->high < column->median ? BW_STANDING_BELOW
                                       : BW_STANDING_WITHIN;
}

BwSeries *
bw_scorecard_make_series (const BwScorecard *self, const BwScoreColumn *column)
{
  g_autoptr (BwAxis) single = bw_axis_new_single (self->period);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  BwSeries *series;
  guint k = 0;

  for (guint m = 0; m < self->names->len; m++)
    if (self->names->pdata[m] != NULL)
      g_ptr_array_add (labels, self->labels->pdata[m]);
  series = bw_series_new (single, column->metric->unit, self->field,
                          (const char *const *) labels->pdata, labels->len);
  for (guint m = 0; m < self->names->len; m++)
    if (self->names->pdata[m] != NULL)
      *bw_series_peek (series, 0, k++) = column->cells[m];
  return series;
}
