/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appends tables of one kind: matches their columns, unites their dictionaries, copies in
 * parallel. */
#include "config.h"

#include <string.h>

#include "bw-large.h"
#include "bw-parallel.h"
#include "bw-table-private.h"

/* One column of the new table and where it comes from. */
typedef struct {
  BwColumn *column;
  int *sources;                /* for each table its column, or -1 */
  BwDictionary **dictionaries; /* for each table, NULL where it has none */
  guint32 **codes;             /* for each table 0, then the new code + 1 of each old one */
} Seam;

typedef struct {
  BwTable *const *tables;
  gsize n;
  gsize n_rows;
  GPtrArray *seams;
} Concat;

static Seam *
new_seam (gsize n)
{
  Seam *seam = g_new0 (Seam, 1);
  seam->sources = g_new (int, n);
  seam->dictionaries = g_new0 (BwDictionary *, n);
  seam->codes = g_new0 (guint32 *, n);
  for (gsize t = 0; t < n; t++)
    seam->sources[t] = -1;
  return seam;
}

static void
free_seam (Seam *seam, gsize n)
{
  for (gsize t = 0; t < n; t++) {
    g_clear_pointer (&seam->dictionaries[t], bw_dictionary_unref);
    g_free (seam->codes[t]);
  }
  g_free (seam->dictionaries);
  g_free (seam->codes);
  g_free (seam->sources);
  g_free (seam);
}

/* The column of table t in this seam, or NULL. */
static const BwColumn *
get_source (const Concat *concat, const Seam *seam, gsize t)
{
  int source = seam->sources[t];
  return source < 0 ? NULL : bw_table_get_column (concat->tables[t], (guint) source);
}

static const BwColumn *
get_first_source (const Concat *concat, const Seam *seam)
{
  gsize t = 0;
  while (seam->sources[t] < 0)
    t++;
  return get_source (concat, seam, t);
}

/* --- Matching columns ------------------------------------------------------------------------- */

static gboolean
matches (const BwColumn *a, const BwColumn *b)
{
  return a->field == b->field && (a->field != BW_FIELD_NONE || g_str_equal (a->header, b->header));
}

static Seam *
find_seam (const Concat *concat, const BwColumn *column, gsize table)
{
  for (guint i = 0; i < concat->seams->len; i++) {
    Seam *seam = g_ptr_array_index (concat->seams, i);
    if (seam->sources[table] < 0 && matches (get_first_source (concat, seam), column))
      return seam;
  }
  return NULL;
}

static void
match_columns (Concat *concat)
{
  for (gsize t = 0; t < concat->n; t++) {
    for (guint c = 0; c < bw_table_get_n_columns (concat->tables[t]); c++) {
      const BwColumn *column = bw_table_get_column (concat->tables[t], c);
      Seam *seam = find_seam (concat, column, t);
      if (!seam) {
        seam = new_seam (concat->n);
        g_ptr_array_add (concat->seams, seam);
      }
      seam->sources[t] = (int) c;
    }
  }
}

/* --- Scales and dictionaries ------------------------------------------------------------------ */

static gboolean
has_scale (const BwColumn *column)
{
  return column->scale_high > column->scale_low;
}

/* The other end of the scale is the good one. */
static gboolean
is_turned (const BwColumn *source, const BwColumn *column)
{
  return source->effort != BW_EFFORT_UNKNOWN && source->effort != column->effort;
}

static void
take_effort (BwColumn *column, const BwColumn *source)
{
  if (column->effort == BW_EFFORT_UNKNOWN)
    column->effort = source->effort;
}

static void
widen_scale (BwColumn *column, const BwColumn *source)
{
  gboolean known = has_scale (column);
  if (!has_scale (source) || (known && column->field != BW_FIELD_NPS))
    return;
  column->scale_low = known ? MIN (column->scale_low, source->scale_low) : source->scale_low;
  column->scale_high = known ? MAX (column->scale_high, source->scale_high) : source->scale_high;
}

/* The source's dictionary with scores on the column's scale. The order stays: so do the codes. */
static BwDictionary *
rescale (const BwColumn *source, const BwColumn *column)
{
  gboolean turned = is_turned (source, column);
  gboolean same =
      !turned && source->scale_low == column->scale_low && source->scale_high == column->scale_high;
  if (same || !has_scale (source) || column->field == BW_FIELD_NPS)
    return bw_dictionary_ref (source->dictionary);

  double ratio =
      (column->scale_high - column->scale_low) / (source->scale_high - source->scale_low);
  gsize n = bw_dictionary_get_size (source->dictionary);
  g_autofree double *scores = g_new (double, n + 1);
  for (guint32 c = 0; c < n; c++) {
    double score = bw_dictionary_get_meaning (source->dictionary, c);
    if (turned)
      score = source->scale_low + source->scale_high - score;
    scores[c] = column->scale_low + (score - source->scale_low) * ratio;
  }
  return bw_dictionary_new (source->dictionary->texts, n, scores, NULL);
}

static void
unite_dictionaries (const Concat *concat, Seam *seam)
{
  g_autofree const BwDictionary **found = g_new (const BwDictionary *, concat->n);
  g_autofree guint32 **remaps = g_new (guint32 *, concat->n);
  gsize n_found = 0;
  for (gsize t = 0; t < concat->n; t++) {
    const BwColumn *source = get_source (concat, seam, t);
    if (!source || !bw_store_is_code (source->store))
      continue;
    seam->dictionaries[t] = rescale (source, seam->column);
    seam->codes[t] = g_new0 (guint32, bw_dictionary_get_size (source->dictionary) + 1);
    found[n_found] = seam->dictionaries[t];
    remaps[n_found++] = seam->codes[t] + 1;
  }

  BwDictionary *united = bw_dictionary_unite (found, n_found, remaps);
  for (gsize t = 0; t < concat->n; t++)
    for (gsize c = 0; seam->codes[t] && c < bw_dictionary_get_size (seam->dictionaries[t]); c++)
      seam->codes[t][c + 1]++;
  seam->column->dictionary = united;
}

static void
make_column (const Concat *concat, Seam *seam)
{
  const BwColumn *first = get_first_source (concat, seam);
  BwColumn *column = bw_column_new (first->field, first->header, first->index, BW_STORE_NONE, 0);
  seam->column = column;
  column->store = first->store;
  for (gsize t = 0; t < concat->n; t++) {
    const BwColumn *source = get_source (concat, seam, t);
    if (!source)
      continue;
    widen_scale (column, source);
    take_effort (column, source);
    column->n_present += source->n_present;
  }
  if (bw_store_is_code (first->store)) {
    unite_dictionaries (concat, seam);
    column->store = bw_store_for_codes (bw_dictionary_get_size (column->dictionary));
  }
  gsize width = bw_store_width (column->store);
  if (width > 0)
    column->values = bw_large_new (concat->n_rows + 1, width);
}

/* --- Copying ---------------------------------------------------------------------------------- */

static void
fill_missing (BwColumn *column, gsize first, gsize n)
{
  gsize width = bw_store_width (column->store);
  if (column->store == BW_STORE_DOUBLE)
    for (gsize i = first; i < first + n; i++)
      ((double *) column->values)[i] = NAN;
  else if (column->store == BW_STORE_TIME || column->store == BW_STORE_INT)
    for (gsize i = first; i < first + n; i++)
      ((gint32 *) column->values)[i] = BW_MISSING;
  else
    memset ((char *) column->values + first * width, 0, n * width);
}

static void
read_codes (const BwColumn *column, gsize first, gsize n, guint32 *codes)
{
  if (column->store == BW_STORE_CODE8)
    for (gsize i = 0; i < n; i++)
      codes[i] = ((const guint8 *) column->values)[first + i];
  else if (column->store == BW_STORE_CODE16)
    for (gsize i = 0; i < n; i++)
      codes[i] = ((const guint16 *) column->values)[first + i];
  else
    memcpy (codes, (const guint32 *) column->values + first, n * sizeof (guint32));
}

static void
write_codes (BwColumn *column, gsize first, gsize n, const guint32 *codes)
{
  if (column->store == BW_STORE_CODE8)
    for (gsize i = 0; i < n; i++)
      ((guint8 *) column->values)[first + i] = (guint8) codes[i];
  else if (column->store == BW_STORE_CODE16)
    for (gsize i = 0; i < n; i++)
      ((guint16 *) column->values)[first + i] = (guint16) codes[i];
  else
    memcpy ((guint32 *) column->values + first, codes, n * sizeof (guint32));
}

static void
copy_codes (const BwColumn *source, const guint32 *remap, BwColumn *column, gsize first, gsize n)
{
  guint32 codes[1024];
  for (gsize done = 0; done < n; done += G_N_ELEMENTS (codes)) {
    gsize some = MIN (n - done, G_N_ELEMENTS (codes));
    read_codes (source, done, some, codes);
    for (gsize i = 0; i < some; i++)
      codes[i] = remap[codes[i]];
    write_codes (column, first + done, some, codes);
  }
}

/* The rows of one table. A source that is stored in another way has nothing to give. */
static void
copy_source (const Concat *concat, Seam *seam, gsize t, gsize first)
{
  const BwColumn *source = get_source (concat, seam, t);
  gsize n = bw_table_get_n_rows (concat->tables[t]);
  gsize width = bw_store_width (seam->column->store);
  if (source && bw_store_is_code (source->store) && bw_store_is_code (seam->column->store))
    copy_codes (source, seam->codes[t], seam->column, first, n);
  else if (source && source->store == seam->column->store)
    memcpy ((char *) seam->column->values + first * width, source->values, n * width);
  else
    fill_missing (seam->column, first, n);
}

static void
copy_column_cb (guint i, int worker, gpointer user_data)
{
  const Concat *concat = user_data;
  Seam *seam = g_ptr_array_index (concat->seams, i);
  make_column (concat, seam);
  gsize first = 0;
  for (gsize t = 0; seam->column->values && t < concat->n; t++) {
    copy_source (concat, seam, t, first);
    first += bw_table_get_n_rows (concat->tables[t]);
  }
}

/* --- Parts and rows set aside ----------------------------------------------------------------- */

static void
add_parts (const Concat *concat, gsize t, gsize rows_before, GPtrArray *parts)
{
  GPtrArray *old = bw_table_get_parts (concat->tables[t]);
  for (guint p = 0; p < old->len; p++) {
    const BwPart *part = g_ptr_array_index (old, p);
    int *columns_of = g_new (int, concat->seams->len + 1);
    for (guint i = 0; i < concat->seams->len; i++) {
      int source = ((const Seam *) g_ptr_array_index (concat->seams, i))->sources[t];
      columns_of[i] = source < 0 ? -1 : part->at.columns_of[source];
    }
    g_ptr_array_add (parts, bw_part_new_moved (part, rows_before, columns_of));
  }
}

static guint8 *
join_asides (const Concat *concat)
{
  gboolean any = FALSE;
  for (gsize t = 0; t < concat->n; t++)
    any |= bw_table_get_asides (concat->tables[t]) != NULL;
  guint8 *aside = any ? g_malloc0 (concat->n_rows + 1) : NULL;
  gsize first = 0;
  for (gsize t = 0; any && t < concat->n; t++) {
    const guint8 *old = bw_table_get_asides (concat->tables[t]);
    if (old)
      memcpy (aside + first, old, bw_table_get_n_rows (concat->tables[t]));
    first += bw_table_get_n_rows (concat->tables[t]);
  }
  return aside;
}

static BwTable *
finish (const Concat *concat)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_part_free);
  gsize first = 0;
  for (gsize t = 0; t < concat->n; t++) {
    add_parts (concat, t, first, parts);
    first += bw_table_get_n_rows (concat->tables[t]);
  }
  for (guint i = 0; i < concat->seams->len; i++)
    g_ptr_array_add (columns, ((Seam *) g_ptr_array_index (concat->seams, i))->column);
  return bw_table_new_from_parts (bw_table_get_kind (concat->tables[0]), concat->n_rows, columns,
                                  parts, join_asides (concat));
}

BwTable *
bw_table_concat (BwTable *const *tables, gsize n)
{
  g_return_val_if_fail (n >= 1, NULL);
  if (n == 1)
    return bw_table_ref (tables[0]);

  g_autoptr (GPtrArray) seams = g_ptr_array_new ();
  Concat concat = { tables, n, 0, seams };
  for (gsize t = 0; t < n; t++) {
    g_return_val_if_fail (bw_table_get_kind (tables[t]) == bw_table_get_kind (tables[0]), NULL);
    concat.n_rows += bw_table_get_n_rows (tables[t]);
  }
  match_columns (&concat);
  bw_parallel_for (seams->len, NULL, copy_column_cb, &concat);
  BwTable *table = finish (&concat);
  for (guint i = 0; i < seams->len; i++)
    free_seam (g_ptr_array_index (seams, i), n);
  return table;
}
