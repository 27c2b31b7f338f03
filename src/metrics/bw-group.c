/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods and members of rows. */
#include "config.h"

#include "bw-group.h"
#include "bw-tags.h"
#include "bw-vector.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define STEP_BITS 16

void
bw_placer_init (BwPlacer *placer, const BwAxis *axis)
{
  guint n = bw_axis_get_length (axis);
  gsize n_steps;
  guint i = 0;

  g_assert (n >= 1);
  placer->n = n;
  placer->from = bw_axis_get_from (axis, 0) - BW_TIME_ORIGIN;
  placer->span = bw_axis_get_to (axis, n - 1) - bw_axis_get_from (axis, 0);
  placer->bounds = g_new (gint64, n + 1);
  for (guint k = 0; k < n; k++)
    placer->bounds[k] = bw_axis_get_from (axis, k) - bw_axis_get_from (axis, 0);
  placer->bounds[n] = placer->span;
  n_steps = (gsize) (placer->span >> STEP_BITS) + 1;
  placer->steps = g_new (guint32, n_steps);
  for (gsize s = 0; s < n_steps; s++) {
    while (i + 1 < n && placer->bounds[i + 1] <= (gint64) s << STEP_BITS)
      i++;
    placer->steps[s] = i;
  }
  placer->ends = NULL;
  if (placer->from <= G_MININT32 || placer->span > G_MAXUINT32)
    return;
  placer->ends = g_new (guint32, n);
  for (guint k = 0; k < n; k++)
    placer->ends[k] = (guint32) placer->bounds[k + 1];
}

void
bw_placer_clear (BwPlacer *placer)
{
  g_free (placer->bounds);
  g_free (placer->steps);
  g_free (placer->ends);
}

/* BW_MISSING lies before all times of a placer that has ends. */
BW_VECTOR static guint
find_narrow (const BwPlacer *placer, const gint32 *times, guint n_times, guint32 *periods)
{
  const guint32 *steps = placer->steps;
  const guint32 *ends = placer->ends;
  guint32 from = (guint32) placer->from;
  guint32 span = (guint32) placer->span;
  guint32 n = placer->n;
  guint n_within = 0;

  for (guint i = 0; i < n_times; i++) {
    guint32 time = (guint32) times[i] - from;
    gboolean within = times[i] >= (gint32) from && time < span;
    guint32 known = within ? time : 0;
    guint32 period = steps[known >> STEP_BITS];
    period += known >= ends[period];
    periods[i] = within ? period : n;
    n_within += within;
  }
  return n_within;
}

/* Bounds that are compared with one after the other. */
#define FEW_BOUNDS 4

/* The last second before each bound that lies between the times of a stretch, the other places
 * after all times; FALSE when there are more. *first: the bounds before all times. */
static gboolean
find_few_bounds (const BwPlacer *placer, const BwStretch *range, gint32 *befores, guint *first)
{
  guint n = 0;

  *first = bw_placer_find_clamped (placer, range->earliest) + (range->earliest >= placer->from);
  for (guint k = *first; k <= placer->n; k++) {
    gint64 bound = placer->from + placer->bounds[k];
    if (bound > range->latest)
      break;
    if (n == FEW_BOUNDS)
      return FALSE;
    befores[n++] = (gint32) (bound - 1);
  }
  while (n < FEW_BOUNDS)
    befores[n++] = G_MAXINT32;
  return TRUE;
}

/* A time is in the period before the next bound. */
#define FIND_BETWEEN(n_passed)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (guint i = 0; i < n_times; i++) {                                                          \
      gint32 time = times[i];                                                                      \
      guint32 passed = first + (n_passed);                                                         \
      guint32 period = MIN ((time == BW_MISSING ? 0 : MAX (passed, least)) - 1, n);                \
      periods[i] = period;                                                                         \
      n_within += period < n;                                                                      \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

/* clamped: all have passed the first bound. */
BW_VECTOR static guint
find_between (const gint32 *times,
              guint n_times,
              const gint32 *befores,
              guint32 first,
              gboolean clamped,
              guint32 n,
              guint32 *periods)
{
  gint32 a = befores[0];
  gint32 b = befores[1];
  gint32 c = befores[2];
  gint32 d = befores[3];
  guint32 least = clamped ? 1 : 0;
  guint n_within = 0;

  if (b == G_MAXINT32)
    FIND_BETWEEN (time > a);
  else
    FIND_BETWEEN ((time > a) + (time > b) + (time > c) + (time > d));
  return n_within;
}

BW_VECTOR static void
clamp_early (const gint32 *times, guint n, gint64 from, guint32 *periods)
{
  gint32 first = (gint32) from;

  for (guint i = 0; i < n; i++)
    periods[i] = times[i] != BW_MISSING && times[i] < first ? 0 : periods[i];
}

static guint
find_one_by_one (
    const BwPlacer *placer, const gint32 *times, guint n_times, gboolean clamped, guint32 *periods)
{
  guint n_within = 0;

  for (guint i = 0; i < n_times; i++) {
    int period = bw_placer_find (placer, times[i]);
    if (clamped && times[i] != BW_MISSING)
      period = (int) bw_placer_find_clamped (placer, times[i]);
    periods[i] = period < 0 ? placer->n : (guint32) period;
    n_within += periods[i] < placer->n;
  }
  return n_within;
}

/* clamped: times before the first period are in the first one; then the result is not told. */
static guint
find_all (const BwPlacer *placer,
          const gint32 *times,
          guint n_times,
          const BwStretch *range,
          gboolean clamped,
          guint32 *periods)
{
  gint32 befores[FEW_BOUNDS];
  guint first;
  guint n_within;

  if (placer->ends == NULL)
    return find_one_by_one (placer, times, n_times, clamped, periods);
  if (find_few_bounds (placer, range, befores, &first))
    return find_between (times, n_times, befores, first, clamped, placer->n, periods);
  n_within = find_narrow (placer, times, n_times, periods);
  if (clamped)
    clamp_early (times, n_times, placer->from, periods);
  return n_within;
}

guint
bw_placer_find_all (const BwPlacer *placer,
                    const gint32 *times,
                    guint n_times,
                    const BwStretch *range,
                    guint32 *periods)
{
  return find_all (placer, times, n_times, range, FALSE, periods);
}

/* Who leaves before he comes was never there. */
BW_VECTOR static void
order_leaves (const guint32 *enters, guint n, guint32 *leaves)
{
  for (guint i = 0; i < n; i++)
    leaves[i] = MAX (enters[i], leaves[i]);
}

gboolean
bw_placer_find_stays (
    const BwPlacer *placer, const BwStays *stays, guint n, guint32 *enters, guint32 *leaves)
{
  guint first = bw_placer_find_clamped (placer, stays->when_range.earliest);

  if (stays->when_range.earliest > stays->when_range.latest || first == placer->n ||
      (!stays->until_range.any_missing &&
       bw_placer_find_clamped (placer, stays->until_range.latest) <= first))
    return FALSE;
  find_all (placer, stays->when, n, &stays->when_range, TRUE, enters);
  find_all (placer, stays->until, n, &stays->until_range, TRUE, leaves);
  order_leaves (enters, n, leaves);
  return TRUE;
}

int
bw_placer_find_bounds (const BwPlacer *placer, const BwPlacer *one)
{
  for (guint i = 0; i < placer->n; i++)
    if (placer->from + placer->bounds[i] == one->from &&
        placer->bounds[i + 1] - placer->bounds[i] == one->span)
      return (int) i;
  return -1;
}

static guint32
intern_tag (GHashTable *members, GPtrArray *names, const char *tag, gsize length)
{
  g_autofree char *name = g_strndup (tag, length);
  gpointer member;

  if (g_hash_table_lookup_extended (members, name, NULL, &member))
    return GPOINTER_TO_UINT (member);
  g_hash_table_insert (members, name, GUINT_TO_POINTER (names->len));
  g_ptr_array_add (names, g_steal_pointer (&name));
  return names->len - 1;
}

static gboolean
contains (const GArray *tags, guint from, guint32 tag)
{
  for (guint i = from; i < tags->len; i++)
    if (g_array_index (tags, guint32, i) == tag)
      return TRUE;
  return FALSE;
}

static void
split_tags (BwGrouping *grouping)
{
  const BwDictionary *dictionary = grouping->column->dictionary;
  gsize n = bw_dictionary_get_size (dictionary);
  g_autoptr (GHashTable) members = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *tags = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 none = 0;

  grouping->starts = g_new (guint32, n + 2);
  grouping->starts[0] = 0;
  g_array_append_val (tags, none);
  for (gsize c = 0; c < n; c++) {
    guint first = grouping->starts[c + 1] = tags->len;
    BwTagIter iter;
    const char *tag;
    gsize length;

    bw_tag_iter_init (&iter, bw_dictionary_get_text (dictionary, c));
    while (bw_tag_iter_next (&iter, &tag, &length)) {
      guint32 member = intern_tag (members, grouping->names, tag, length);
      if (!contains (tags, first, member))
        g_array_append_val (tags, member);
    }
    if (tags->len == first)
      g_array_append_val (tags, none);
  }
  grouping->starts[n + 1] = tags->len;
  grouping->tags = (guint32 *) g_array_free (tags, FALSE);
}

/* Every code belongs to one member. */
static void
map_codes (BwGrouping *grouping, const guint32 *member_of, gsize n_codes)
{
  grouping->starts = g_new (guint32, n_codes + 1);
  grouping->tags = g_memdup2 (member_of, n_codes * sizeof *member_of);
  for (gsize code = 0; code <= n_codes; code++)
    grouping->starts[code] = (guint32) code;
}

/* A word to which two files give different meanings stands in the dictionary twice, side by side:
 * it is one member all the same. */
static void
name_texts (BwGrouping *grouping)
{
  const BwDictionary *dictionary = grouping->column->dictionary;
  gsize n = bw_dictionary_get_size (dictionary);
  g_autofree guint32 *member_of = g_new0 (guint32, n + 1);

  for (gsize c = 0; c < n; c++) {
    const char *text = bw_dictionary_get_text (dictionary, c);
    if (g_strcmp0 (text, g_ptr_array_index (grouping->names, grouping->names->len - 1)) != 0)
      g_ptr_array_add (grouping->names, g_strdup (text));
    member_of[c + 1] = grouping->names->len - 1;
  }
  if (grouping->names->len < n + 1)
    map_codes (grouping, member_of, n + 1);
}

/* The members in place, whatever two files made of a word. */
static void
name_agents (BwGrouping *grouping, const BwPseudonyms *pseudonyms)
{
  for (guint m = 1; m < grouping->names->len; m++) {
    char *name = g_ptr_array_index (grouping->names, m);
    grouping->names->pdata[m] = g_strdup (bw_pseudonyms_get_agent (pseudonyms, name));
    g_free (name);
  }
}

void
bw_grouping_init (BwGrouping *grouping,
                  BwFieldId field,
                  const BwColumn *column,
                  const BwPseudonyms *pseudonyms)
{
  memset (grouping, 0, sizeof *grouping);
  grouping->field = field;
  grouping->column = column;
  grouping->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (grouping->names, NULL);
  if (column != NULL && bw_field_get (field)->value == BW_VALUE_TAGS)
    split_tags (grouping);
  else if (column != NULL)
    name_texts (grouping);
  if (pseudonyms != NULL && field == BW_FIELD_AGENT)
    name_agents (grouping, pseudonyms);
  grouping->n = grouping->names->len;
}

void
bw_grouping_clear (BwGrouping *grouping)
{
  g_ptr_array_unref (grouping->names);
  g_free (grouping->starts);
  g_free (grouping->tags);
}

static gboolean
has_word (const char *cell, const char *word)
{
  gsize n = strlen (word);
  BwTagIter iter;
  const char *tag;
  gsize length;

  bw_tag_iter_init (&iter, cell);
  while (bw_tag_iter_next (&iter, &tag, &length))
    if (length >= n && g_ascii_strncasecmp (tag, word, n) == 0)
      return TRUE;
  return FALSE;
}

double *
bw_group_tags_with_word (const BwColumn *column, const char *word)
{
  gsize n = bw_dictionary_get_size (column->dictionary);
  double *has = g_new0 (double, n + 1);
  gboolean any = FALSE;

  for (gsize c = 0; c < n; c++) {
    has[c + 1] = has_word (bw_dictionary_get_text (column->dictionary, c), word);
    any |= has[c + 1] > 0;
  }
  if (!any)
    g_clear_pointer (&has, g_free);
  return has;
}
