/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a delimited file: decoded, cut into cells both ways, sampled and loaded as every
 * sort of column; and once more as files are opened, with the encoding taken for granted and all
 * counting done on the way. The first byte chooses how it is cut into blocks. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bw-error.h"
#include "bw-load.h"
#include "bw-reader.h"
#include "bw-tokenizer.h"

extern const BwReader bw_reader_delimited;

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

typedef struct {
  const char *at;
  const char *end;
} Plain;

/* The same record by the plain rules; blank lines are left out on this side, too. */
static void
compare_record_cb (const BwCellSpan *cells, gsize n, BwDialect dialect, gpointer user_data)
{
  Plain *plain = user_data;
  BwCellSpan first;
  gsize expected;
  do
    expected = bw_record_read (plain->at, plain->end, dialect, &first, 1, &plain->at);
  while (expected == 1 && first.length == 0);
  g_assert_cmpuint (n, ==, expected);
  g_assert_true (cells[0].start == first.start && cells[0].length == first.length);
}

static BwPlan *
make_plan (const BwShape *shape, BwZone *zone)
{
  static const BwFieldId fields[] = { BW_FIELD_CREATED, BW_FIELD_FIRST_REPLY_TIME,
                                      BW_FIELD_STATUS,  BW_FIELD_REOPENS,
                                      BW_FIELD_NONE,    BW_FIELD_TAG };
  BwPlan *plan = bw_plan_new ();
  for (guint i = 0; shape->header[i]; i++) {
    BwColumnPlan *column = bw_column_plan_new (shape->header[i]);
    column->field = i < G_N_ELEMENTS (fields) ? fields[i] : BW_FIELD_NONE;
    column->zone = bw_zone_ref (zone);
    g_ptr_array_add (plan->columns, column);
  }
  return plan;
}

static BwTable *
load (const BwShape *shape, GError **error)
{
  static BwZone *zone = NULL;
  if (!zone)
    zone = bw_zone_new ("Europe/Berlin", NULL);
  g_autoptr (BwPlan) plan = make_plan (shape, zone);
  guint n = plan->columns->len;
  BwEvidence *evidence = g_new0 (BwEvidence, n + 1);
  BwTable *table = bw_load (shape, plan, evidence, NULL, NULL, NULL, NULL, error);
  for (guint i = 0; i < n; i++)
    g_free (evidence[i].first_bad);
  g_free (evidence);
  return table;
}

/* NULL with an error when it is no such file. */
static BwShape *
read_shape (BwText *raw, gboolean quick, GError **error)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();
  BwReadOptions options = { .quick = quick };
  gboolean ok = bw_reader_delimited.read (raw, &options, shapes, NULL, NULL, NULL, error);
  for (guint i = ok ? 1 : 0; i < shapes->len; i++)
    bw_shape_free (shapes->pdata[i]);
  return ok ? shapes->pdata[0] : NULL;
}

static void
compare_columns (const BwColumn *column, const BwColumn *expected, gsize n_rows)
{
  g_assert_cmpint (column->store, ==, expected->store);
  if (column->store != BW_STORE_NONE)
    g_assert_cmpmem (column->values, n_rows * bw_store_width (column->store), expected->values,
                     n_rows * bw_store_width (expected->store));
  for (gsize i = 0; expected->dictionary && i < expected->dictionary->n; i++)
    g_assert_cmpstr (column->dictionary->texts[i], ==, expected->dictionary->texts[i]);
}

static void
compare_tables (const BwTable *table, const BwTable *expected)
{
  gsize n_rows = bw_table_get_n_rows (expected);
  g_assert_cmpuint (bw_table_get_n_rows (table), ==, n_rows);
  g_assert_cmpuint (bw_table_get_n_columns (table), ==, bw_table_get_n_columns (expected));
  for (guint i = 0; i < bw_table_get_n_columns (expected); i++)
    compare_columns (bw_table_get_column (table, i), bw_table_get_column (expected, i), n_rows);
  for (gsize row = 0; row < n_rows; row++) {
    g_auto (GStrv) cells = bw_table_dup_row (table, row);
    g_auto (GStrv) wanted = bw_table_dup_row (expected, row);
    g_assert_cmpstrv (cells, wanted);
  }
}

/* The bytes as a file, whose pages are read where they are needed. */
static BwText *
open_as_file (const guint8 *data, gsize size)
{
  int fd = memfd_create ("fuzz", 0);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  BwText *text = bw_text_new_from_file (path, NULL);
  close (fd);
  g_assert_nonnull (text);
  return text;
}

static gboolean
has_bad_bytes (BwText *raw)
{
  BwScanCount count;
  bw_survey_count_stretch (raw, 0, 0, bw_text_get_size (raw), &count);
  return count.n_bad > 0;
}

/* Whatever the quick way takes is what the other one reads. */
static void
compare_quick (BwText *raw, const BwTable *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BwShape) shape = read_shape (raw, TRUE, &error);
  g_autoptr (BwTable) table = shape ? load (shape, &error) : NULL;
  if (table) {
    g_assert_nonnull (expected);
    compare_tables (table, expected);
  } else if (expected) {
    g_assert_error (error, BW_ERROR, BW_ERROR_ENCODING);
    g_assert_true (has_bad_bytes (raw));
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size < 2)
    return 0;
  bw_survey_set_chunk (1 + 8 * (gsize) data[0]);
  g_autoptr (GBytes) bytes = g_bytes_new (data + 1, size - 1);
  g_autoptr (BwText) raw = bw_text_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (BwShape) shape = read_shape (raw, FALSE, &error);
  if (!shape)
    return 0;
  const char *start = bw_text_get_start (shape->text);
  Plain plain = { start + shape->start_at, start + bw_text_get_size (shape->text) };
  bw_load_each (shape, compare_record_cb, &plain, NULL);
  g_ptr_array_unref (bw_load_sample (shape, 20));
  g_autoptr (BwTable) table = load (shape, NULL);
  g_autoptr (BwText) file = open_as_file (data + 1, size - 1);
  compare_quick (file, table);
  return 0;
}
