/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts what several measures say of a row by one code, so that the members of a dimension are
 * counted once for all of them. */
#include "config.h"

#include "bw-counts-private.h"
#include "bw-large.h"
#include "bw-vector.h"
#include <string.h>

#define BATCH BW_STRETCH_ROWS

struct _BwPacking {
  const BwCounts *counts;
  guint32 **tallies; /* of each table and pack: groups x codes; NULL = nothing there yet */
  guint8 *codes;     /* of each pack, one batch */
  guint n_rows;
  guint pack; /* whose next measure comes next, */
  guint next; /* and which */
  guint32 rows[BATCH];
};

/* --- Codes --------------------------------------------------------------------------------------
 */

#define ADD_SAYS(radix, say_of)                                                                    \
  for (guint i = 0; i < n; i++) {                                                                  \
    guint8 said = (say_of);                                                                        \
    codes[i] = (guint8) ((radix) * codes[i] + MIN (said, (radix) - 1));                            \
  }

#define ADD_SAYS_OF(say_of)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (radix == 3)                                                                                \
      ADD_SAYS (3, say_of)                                                                         \
    else                                                                                           \
      ADD_SAYS (4, say_of)                                                                         \
  }                                                                                                \
  G_STMT_END

/* Who has no say, or no place, counts as the last of the radix. */
BW_VECTOR static void
add_says (const gint8 *says, const guint8 *places, guint n, guint radix, guint8 *codes)
{
  if (places == NULL)
    ADD_SAYS_OF ((guint8) says[i]);
  else
    ADD_SAYS_OF ((guint8) says[i] | (guint8) (places[i] != 0 ? 0xff : 0));
}

BW_VECTOR static void
add_nothing (guint n, guint radix, guint8 *codes)
{
  ADD_SAYS_OF (0xff);
}

/* Neither the last of all codes. */
BW_VECTOR static guint
count_saying (const guint8 *codes, guint n, guint8 nothing)
{
  guint n_saying = 0;

  for (guint i = 0; i < n; i++)
    n_saying += codes[i] != nothing;
  return n_saying;
}

static guint
list_saying (const guint8 *codes, guint n, guint8 nothing, guint32 *rows)
{
  guint n_listed = 0;

  for (guint i = 0; i < n; i++) {
    rows[n_listed] = i;
    n_listed += codes[i] != nothing;
  }
  return n_listed;
}

/* --- Packs --------------------------------------------------------------------------------------
 */

static void
add_pack (BwCounts *counts, guint fold, gboolean *open)
{
  guint radix = counts->folds[fold].measure->metric->fold == BW_FOLD_NPS ? 4 : 3;
  BwCountsPack *pack;

  if (!*open)
    g_array_set_size (counts->packs, counts->packs->len + 1);
  pack = &g_array_index (counts->packs, BwCountsPack, counts->packs->len - 1);
  if (!*open)
    *pack = (BwCountsPack) { .n_codes = 1 };
  pack->folds[pack->n] = fold;
  pack->radixes[pack->n++] = radix;
  pack->n_codes *= radix;
  *open = pack->n < BW_COUNTS_PACKED;
}

/* Stocks are of few rows: they go together. */
void
bw_counts_pack (BwCounts *counts)
{
  for (int stocks = 0; stocks < 2; stocks++) {
    gboolean open = FALSE;
    for (guint c = 0; c < counts->cohorts->len; c++) {
      const BwCohort *cohort = &g_array_index (counts->cohorts, BwCohort, c);
      for (guint m = 0; (cohort->until != NULL) == stocks && m < cohort->members->len; m++)
        add_pack (counts, g_array_index (cohort->members, guint, m), &open);
    }
  }
}

/* --- Public -------------------------------------------------------------------------------------
 */

BwPacking *
bw_packing_new (const BwCounts *counts)
{
  BwPacking *self = g_new (BwPacking, 1);

  self->counts = counts;
  self->tallies = g_new0 (guint32 *, (gsize) counts->n_tables * counts->packs->len + 1);
  self->codes = g_new (guint8, (gsize) counts->packs->len * BATCH);
  return self;
}

void
bw_packing_begin (BwPacking *self, guint n_rows)
{
  self->n_rows = n_rows;
  self->pack = self->next = 0;
}

void
bw_packing_add (BwPacking *self, const gint8 *says, const guint8 *places)
{
  const BwCountsPack *pack = &g_array_index (self->counts->packs, BwCountsPack, self->pack);
  guint8 *codes = self->codes + (gsize) self->pack * BATCH;
  guint radix = pack->radixes[self->next];

  if (self->next == 0)
    memset (codes, 0, self->n_rows);
  if (says != NULL)
    add_says (says, places, self->n_rows, radix, codes);
  else
    add_nothing (self->n_rows, radix, codes);
  if (++self->next == pack->n) {
    self->pack++;
    self->next = 0;
  }
}

static void
count_pack (BwPacking *self, guint32 *tallies, guint p, const guint32 *groups)
{
  const BwCountsPack *pack = &g_array_index (self->counts->packs, BwCountsPack, p);
  const guint8 *codes = self->codes + (gsize) p * BATCH;
  guint n_codes = pack->n_codes;
  guint8 nothing = (guint8) (n_codes - 1);
  guint n = self->n_rows;
  guint n_saying = count_saying (codes, n, nothing);

  if (n_saying > n / 4) {
    for (guint i = 0; i < n; i++)
      tallies[(gsize) groups[i] * n_codes + codes[i]]++;
  } else if (n_saying > 0) {
    n = list_saying (codes, n, nothing, self->rows);
    for (guint i = 0; i < n; i++)
      tallies[(gsize) groups[self->rows[i]] * n_codes + codes[self->rows[i]]]++;
  }
}

void
bw_packing_count (BwPacking *self, guint table, const guint32 *groups)
{
  guint n_packs = self->counts->packs->len;

  for (guint p = 0; p < n_packs; p++) {
    const BwCountsPack *pack = &g_array_index (self->counts->packs, BwCountsPack, p);
    guint32 **tallies = &self->tallies[(gsize) table * n_packs + p];
    if (*tallies == NULL)
      *tallies =
          bw_large_new0 ((gsize) self->counts->tables[table].n * pack->n_codes, sizeof **tallies);
    count_pack (self, *tallies, p, groups);
  }
}

/* What the measures of a pack say of `n` rows of a group. */
static void
unpack (const BwCounts *counts,
        const BwCountsPack *pack,
        guint code,
        guint32 n,
        gsize group,
        BwTallies *tallies)
{
  for (guint i = pack->n; i-- > 0; code /= pack->radixes[i]) {
    guint say = code % pack->radixes[i];
    if (say < pack->radixes[i] - 1)
      tallies[pack->folds[i] * counts->n_groups + group][say] += n;
  }
}

void
bw_packing_finish (BwPacking *self, BwTallies *tallies)
{
  const BwCounts *counts = self->counts;

  for (guint t = 0; t < counts->n_tables; t++)
    for (guint p = 0; p < counts->packs->len; p++) {
      const BwCountsPack *pack = &g_array_index (counts->packs, BwCountsPack, p);
      guint32 *packed = self->tallies[(gsize) t * counts->packs->len + p];
      for (gsize i = 0; packed != NULL && i < (gsize) counts->tables[t].n * pack->n_codes; i++)
        if (packed[i] > 0)
          unpack (counts, pack, (guint) (i % pack->n_codes), packed[i],
                  counts->tables[t].start + i / pack->n_codes, tallies);
      bw_large_free (packed);
    }
  g_free (self->tallies);
  g_free (self->codes);
  g_free (self);
}
