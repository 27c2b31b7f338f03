/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a delimited file: decoded, cut into cells both ways, sampled and loaded as every
 * sort of column. The first byte chooses how it is cut into blocks. */
#include <string.h>

#include "bw-encoding.h"
#include "bw-load.h"
#include "bw-note.h"
#include "bw-tokenizer.h"

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

static void
load (const BwShape *shape)
{
  static BwZone *zone = NULL;
  if (!zone)
    zone = bw_zone_new ("Europe/Berlin", NULL);
  g_autoptr (BwPlan) plan = make_plan (shape, zone);
  guint n = plan->columns->len;
  BwEvidence *evidence = g_new0 (BwEvidence, n + 1);
  g_autoptr (BwTable) table = bw_load (shape, plan, evidence, NULL, NULL, NULL, NULL, NULL);
  for (gsize row = 0; table && n > 0 && row < bw_table_get_n_rows (table); row++)
    g_free (bw_table_dup_text (table, row, n - 1));
  for (guint i = 0; i < n; i++)
    g_free (evidence[i].first_bad);
  g_free (evidence);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size < 2)
    return 0;
  bw_survey_set_chunk (1 + 8 * (gsize) data[0]);
  g_autoptr (GBytes) bytes = g_bytes_new (data + 1, size - 1);
  g_autoptr (BwText) raw = bw_text_new_from_bytes (bytes);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_unref);
  g_autofree char *name = NULL;
  gsize start_at;
  BwSurvey *survey;
  g_autoptr (BwText) text =
                bw_encoding_decode (raw, NULL, &start_at, &name, &survey, notes, NULL, NULL);
  g_assert_nonnull (text);
  g_autoptr (BwShape) shape = bw_shape_new (text, start_at, survey, 0, NULL, NULL);
  const char *start = bw_text_get_start (text);
  Plain plain = { start + shape->start_at, start + bw_text_get_size (text) };
  bw_load_each (shape, compare_record_cb, &plain, NULL);
  g_ptr_array_unref (bw_load_sample (shape, 20));
  load (shape);
  return 0;
}
