/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading against a plain loop over bw_record_read and bw_parse_*: the same values, words and
 * evidence, on any number of threads and with borders between blocks anywhere. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "bw-error.h"
#include "bw-load.h"
#include "bw-parse.h"
#include "bw-row-index.h"
#include "bw-scan.h"

/* --- A file with everything ------------------------------------------------------------------- */

typedef struct {
  const char *header;
  BwFieldId field;
  const char *const *cells;
} Sort;

static const char *const times[] = {
  "2024-03-31 01:59:59",
  "2024-03-31 02:30:00",
  "2024-10-27 02:30:00",
  "2025-01-01T12:00:00Z",
  "2024-02-29",
  "2023-02-29",
  "2024-07-01 09:05",
  "\"2024-07-01 09:05:59\"",
  "",
  "N/A",
  "31/12/2024 10:00",
  "2024-13-01 00:00:00",
  "2024-01-01 24:00:00",
  "2024-01-01 23:59:60",
  "1970-01-01 00:00:00",
  "2067-12-31 23:59:59",
  "2068-06-01 00:00:00",
  "2024-1-1 00:00:00",
  "2024-01-0a 00:00:00",
  " 2024-05-05 ",
  "2024-07-01T09:05:00+02:00",
  "soon",
  "2024-07-01 09:05:59Z",
  "2024-07-01T09:05Z",
  NULL,
};
static const char *const durations[] = {
  "0",         "1",        "59",  "1440", "99999999", "123456789", "1:05:00", "12:34:56",
  "123:00:00", "12:60:00", "",    "-",    "-5",       "1.5",       "\"1,5\"", "2 h 5 min",
  "x",         "00000007", " 12", "1e3",  "\"17\"",   NULL,
};
static const char *const counts[] = { "0", "1",    "2",   "31",           "\"1,234\"", "2.5", "-1",
                                      "",  "null", "abc", "123456789012", "00012345",  NULL };
static const char *const words[] = {
  "Email",
  "Chat",
  "Phone",
  " Chat ",
  "\"Chat\"",
  "\"Sales, EMEA\"",
  "\"Say \"\"hi\"\"\"",
  "",
  "N/A",
  "-",
  "eightchr",
  "exactly sixteen!",
  "seventeen letters",
  "a much longer word than sixteen bytes",
  "a much longer word than sixteen byteS",
  "Straße",
  "5\" pipe",
  "\"two\nlines\"",
  "\"two\r\nlines\"",
  "\"\"",
  NULL,
};

static const Sort sorts[] = {
  { "Created", BW_FIELD_CREATED, times },
  { "Subject", BW_FIELD_SUBJECT, words },
  { "Reply", BW_FIELD_FIRST_REPLY_TIME, durations },
  { "Channel", BW_FIELD_CHANNEL, words },
  { "Reopens", BW_FIELD_REOPENS, counts },
  { "Nothing", BW_FIELD_NONE, words },
  { "Status", BW_FIELD_STATUS, words },
  { "Solved", BW_FIELD_SOLVED, times },
  { "Requester", BW_FIELD_REQUESTER, words },
};
#define REQUESTER (G_N_ELEMENTS (sorts) - 1)

static const char *
pick (GRand *rand, const char *const *cells)
{
  guint n = 0;
  while (cells[n])
    n++;
  return cells[g_rand_int_range (rand, 0, (gint32) n)];
}

/* dirt: per mille of cells with a quote that nothing closes. */
static char *
write_file (guint seed, guint n_rows, const char *line_end, int dirt)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);
  for (guint c = 0; c < G_N_ELEMENTS (sorts); c++)
    g_string_append_printf (text, "%s%s", c ? "," : "", sorts[c].header);
  g_string_append (text, line_end);
  for (guint r = 0; r < n_rows; r++) {
    int shape = g_rand_int_range (rand, 0, 60);
    guint n = shape == 0 ? 3 : shape == 1 ? G_N_ELEMENTS (sorts) + 2 : G_N_ELEMENTS (sorts);
    for (guint c = 0; c < n; c++) {
      if (c > 0)
        g_string_append_c (text, ',');
      if (shape > 3)
        g_string_append (text, pick (rand, sorts[c % G_N_ELEMENTS (sorts)].cells));
      if (g_rand_int_range (rand, 0, 1000) < dirt)
        g_string_append_c (text, '"');
    }
    g_string_append (text, shape == 4 ? "\n\n" : line_end);
  }
  return g_string_free (text, FALSE);
}

static double
word_length (const char *text, gpointer user_data)
{
  return *text == 'E' ? NAN : (double) strlen (text);
}

static BwPlan *
make_plan (BwZone *zone)
{
  BwPlan *plan = bw_plan_new ();
  plan->kind = BW_KIND_TICKETS;
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++) {
    BwColumnPlan *column = bw_column_plan_new (sorts[i].header);
    column->field = sorts[i].field;
    column->order = BW_DATE_DMY;
    column->zone = bw_zone_ref (zone);
    column->unit = BW_DURATION_MINUTES;
    column->meaning = sorts[i].field == BW_FIELD_STATUS ? word_length : NULL;
    g_ptr_array_add (plan->columns, column);
  }
  return plan;
}

static BwShape *
shape_text (BwText *held)
{
  g_autoptr (GError) error = NULL;
  BwShape *shape = bw_shape_new (held, 0, NULL, ',', NULL, &error);
  g_assert_no_error (error);
  return shape;
}

static BwShape *
make_shape (const char *text, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (BwText) held = bw_text_new_from_bytes (bytes);
  return shape_text (held);
}

/* The same from a file, which is read in another way than memory. */
static BwShape *
make_file_shape (const char *text, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("bw-load-XXXXXX.csv", &path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (write (fd, text, size), ==, (gssize) size);
  close (fd);
  g_autoptr (BwText) held = bw_text_new_from_file (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return shape_text (held);
}

/* --- The plain way
 * -------------------------------------------------------------------------------- */

/* A cell as text of what it was read as; counts in evidence as the loader does. */
static char *
read_plainly (const BwColumnPlan *plan, const GString *cell, gint64 row, BwEvidence *evidence)
{
  const BwField *field = bw_field_get (plan->field);
  BwParse result = BW_PARSE_OK;
  char *shown = NULL;
  if (field->value == BW_VALUE_TIME) {
    gint64 seconds;
    BwTimeShape shape = { 0 };
    BwZoneFit fit = BW_ZONE_EXACT;
    result = bw_parse_time (cell->str, cell->len, plan->order, &seconds, &shape);
    if (result == BW_PARSE_OK && seconds == 0)
      result = BW_PARSE_BLANK;
    if (result == BW_PARSE_OK && !shape.has_zone)
      seconds = bw_zone_to_unix (plan->zone, seconds, &fit);
    gint64 from_origin = seconds - BW_TIME_ORIGIN;
    evidence->n_with_zone += result != BW_PARSE_BLANK && shape.has_zone;
    evidence->n_gap += result == BW_PARSE_OK && fit == BW_ZONE_GAP;
    evidence->n_overlap += result == BW_PARSE_OK && fit == BW_ZONE_OVERLAP;
    evidence->n_year_first += result == BW_PARSE_OK && shape.order == BW_DATE_YMD;
    evidence->n_first_over_12 += result != BW_PARSE_BLANK && shape.first > 12;
    if (result == BW_PARSE_OK && (from_origin > G_MAXINT32 || from_origin <= G_MININT32))
      result = BW_PARSE_BAD;
    if (result == BW_PARSE_OK)
      shown = g_strdup_printf ("%" G_GINT64_FORMAT, seconds);
  } else if (field->value == BW_VALUE_TEXT) {
    return NULL;
  } else if (field->value == BW_VALUE_DURATION || field->value == BW_VALUE_COUNT) {
    double number = NAN;
    gboolean shaped = FALSE;
    result = field->value == BW_VALUE_COUNT ? bw_parse_number (cell->str, cell->len, FALSE, &number)
                                            : bw_parse_duration (cell->str, cell->len, plan->unit,
                                                                 FALSE, FALSE, &number, &shaped);
    if (result == BW_PARSE_OK && fabs (round (number)) > G_MAXINT32)
      result = BW_PARSE_BAD;
    if (result == BW_PARSE_OK) {
      shown = g_strdup_printf ("%d", (int) round (number));
      evidence->n_negative += number < 0;
      evidence->n_zero += number == 0;
      evidence->n_shaped += shaped;
      evidence->n_fraction += field->value == BW_VALUE_COUNT && number != round (number);
    }
  } else {
    g_autofree char *trimmed = g_strstrip (g_strdup (cell->str));
    result = bw_parse_is_blank (trimmed, strlen (trimmed)) ? BW_PARSE_BLANK : BW_PARSE_OK;
    shown = result == BW_PARSE_OK ? g_steal_pointer (&trimmed) : NULL;
  }
  evidence->n_blank += result == BW_PARSE_BLANK;
  evidence->n_read += result == BW_PARSE_OK;
  if (result == BW_PARSE_BAD && evidence->n_bad++ == 0)
    evidence->first_bad_row = row;
  return shown ? shown : g_strdup ("-");
}

/* What the table holds in the same form. */
static char *
show_value (const BwColumn *column, gsize row)
{
  gint64 time;
  guint32 code;
  switch (column->store) {
  case BW_STORE_TIME:
    time = bw_column_time (column, row);
    return time == BW_TIME_NONE ? g_strdup ("-") : g_strdup_printf ("%" G_GINT64_FORMAT, time);
  case BW_STORE_INT:
    return bw_column_int (column, row) == BW_MISSING
               ? g_strdup ("-")
               : g_strdup_printf ("%d", bw_column_int (column, row));
  case BW_STORE_NONE:
  case BW_STORE_DOUBLE:
    return NULL;
  default:
    code = bw_column_code (column, row);
    return g_strdup (code == 0 ? "-" : bw_dictionary_get_text (column->dictionary, code - 1));
  }
}

static void
compare_row (const BwTable *table,
             gsize row,
             const BwPlan *plan,
             const BwCellSpan *cells,
             gsize n,
             BwDialect dialect,
             BwEvidence *evidence)
{
  for (guint c = 0; c < plan->columns->len; c++) {
    const BwColumnPlan *column = plan->columns->pdata[c];
    const BwField *field = bw_field_get (column->field);
    if (!field || field->value == BW_VALUE_TEXT)
      continue;
    g_autoptr (GString) cell = g_string_new (NULL);
    if (c < n)
      bw_cell_decode (&cells[c], dialect, cell);
    g_autofree char *expected = read_plainly (column, cell, (gint64) row, &evidence[c]);
    g_autofree char *got = show_value (bw_table_get_column (table, c), row);
    if (g_strcmp0 (expected, got) != 0)
      g_error ("row %zu, %s, cell “%s”: expected %s, got %s", row, column->header, cell->str,
               expected, got);
  }
}

static gboolean
is_row (const BwCellSpan *cells, gsize n)
{
  gboolean filled = FALSE;
  for (gsize i = 0; i < n; i++)
    filled |= cells[i].length > 0;
  return filled;
}

/* Requesters are numbered as they first come. */
static void
compare_number (const BwTable *table, gsize row, GHashTable *known)
{
  g_autoptr (GString) key = g_string_new (NULL);
  guint number = 0;
  bw_row_index_make_key (table, row, REQUESTER, key);
  if (key->len > 0 && !(number = GPOINTER_TO_UINT (g_hash_table_lookup (known, key->str)))) {
    number = g_hash_table_size (known) + 1;
    g_hash_table_insert (known, g_strdup (key->str), GUINT_TO_POINTER (number));
  }
  g_assert_cmpuint (bw_table_get_column (table, REQUESTER)->numbers[row], ==, number);
}

static gsize
compare_rows (const BwShape *shape,
              const BwPlan *plan,
              const BwTable *table,
              BwEvidence *evidence,
              BwRagged *ragged)
{
  const char *start = bw_text_get_start (shape->text);
  const char *end = start + bw_text_get_size (shape->text);
  const char *at = start + shape->data_at;
  gsize row = 0;
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (at < end) {
    BwCellSpan cells[64] = { 0 };
    const char *record = at;
    gsize n = bw_record_read (at, end, shape->dialect, cells, 64, &at);
    if (!is_row (cells, n))
      continue;
    gsize width = plan->columns->len;
    ragged->n_short += n < width;
    ragged->n_long += n > width && is_row (cells + width, n - width);
    g_assert_cmpuint (row, <, bw_table_get_n_rows (table));
    compare_row (table, row, plan, cells, n, shape->dialect, evidence);
    compare_number (table, row, people);
    if (n > 1) {
      g_autofree char *got = bw_table_dup_text (table, row, 1);
      g_autoptr (GString) expected = g_string_new (NULL);
      bw_cell_decode (&cells[1], shape->dialect, expected);
      g_assert_cmpstr (got, ==, expected->str);
    }
    g_assert_true (record < at);
    row++;
  }
  return row;
}

static void
assert_same_evidence (const BwEvidence *got, const BwEvidence *expected)
{
  g_assert_cmpint (got->n_blank, ==, expected->n_blank);
  g_assert_cmpint (got->n_read, ==, expected->n_read);
  g_assert_cmpint (got->n_bad, ==, expected->n_bad);
  g_assert_cmpint (got->first_bad_row, ==, expected->first_bad_row);
  g_assert_cmpint (got->n_year_first, ==, expected->n_year_first);
  g_assert_cmpint (got->n_first_over_12, ==, expected->n_first_over_12);
  g_assert_cmpint (got->n_with_zone, ==, expected->n_with_zone);
  g_assert_cmpint (got->n_gap, ==, expected->n_gap);
  g_assert_cmpint (got->n_overlap, ==, expected->n_overlap);
  g_assert_cmpint (got->n_negative, ==, expected->n_negative);
  g_assert_cmpint (got->n_zero, ==, expected->n_zero);
  g_assert_cmpint (got->n_shaped, ==, expected->n_shaped);
  g_assert_cmpint (got->n_fraction, ==, expected->n_fraction);
}

static void
free_evidence (BwEvidence *evidence)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    g_free (evidence[i].first_bad);
}

static void
check_shape (BwShape *taken)
{
  g_autoptr (BwShape) shape = taken;
  g_autoptr (BwZone) zone = bw_zone_new ("Europe/Berlin", NULL);
  g_autoptr (BwPlan) plan = make_plan (zone);
  BwEvidence evidence[G_N_ELEMENTS (sorts)] = { 0 };
  BwEvidence expected[G_N_ELEMENTS (sorts)] = { 0 };
  BwRagged ragged;
  BwRagged expected_ragged = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BwTable) table = bw_load (shape, plan, evidence, &ragged, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  gsize n_rows = compare_rows (shape, plan, table, expected, &expected_ragged);
  g_assert_cmpuint (bw_table_get_n_rows (table), ==, n_rows);
  g_assert_cmpint (ragged.n_short, ==, expected_ragged.n_short);
  g_assert_cmpint (ragged.n_long, ==, expected_ragged.n_long);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    assert_same_evidence (&evidence[i], &expected[i]);
  free_evidence (evidence);
}

/* What was read of a file has been hashed on the way. */
static void
check_file (const char *text, gsize size)
{
  BwShape *shape = make_file_shape (text, size);
  g_autoptr (BwDigest) digest = bw_digest_new (shape->text);
  shape->digest = bw_digest_ref (digest);
  check_shape (shape);
  g_autofree char *sum =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, size);
  g_assert_cmpstr (bw_digest_get (digest), ==, sum);
}

static void
check_text (const char *text, gsize size)
{
  check_shape (make_shape (text, size));
  check_file (text, size);
}

/* --- Tests
 * ---------------------------------------------------------------------------------------- */

static void
test_values (void)
{
  for (guint seed = 0; seed < 12; seed++) {
    g_autofree char *text = write_file (seed, 400, seed % 3 == 0 ? "\r\n" : "\n", 0);
    check_text (text, strlen (text));
  }
}

static void
test_borders (void)
{
  for (guint seed = 0; seed < 60; seed++) {
    g_autofree char *text = write_file (seed, 150, seed % 3 == 0 ? "\r\n" : "\n", 0);
    bw_survey_set_chunk (37 + 97 * seed);
    check_text (text, strlen (text));
  }
  bw_survey_set_chunk (0);
}

/* Stray and unclosed quotes turn every prediction wrong, and yet nothing is lost. */
static void
test_stray_quotes (void)
{
  for (guint seed = 0; seed < 60; seed++) {
    g_autofree char *text = write_file (seed, 150, "\n", 1 + (int) seed % 30);
    bw_survey_set_chunk (50 + 61 * seed);
    check_text (text, strlen (text));
  }
  bw_survey_set_chunk (0);
}

/* A file that is not read at all places alike: where it is looked at to guess how many rows it has,
 * there are few. */
static void
test_more_rows_than_guessed (void)
{
  static const gsize n_rows[] = { 0, 1, 600, 1200 };
  g_autofree char *wide = g_strnfill (9000, 'x');
  for (guint i = 0; i < G_N_ELEMENTS (n_rows); i++) {
    g_autoptr (GString) text = g_string_new ("Created,x\n");
    gsize expected = 0;
    for (guint part = 0; part < 160; part++) {
      g_string_append_printf (text, "2025-03-01,%s\n", wide);
      for (gsize row = 0; row < n_rows[i]; row++)
        g_string_append (text, "2025-03-02,\n");
      expected += 1 + n_rows[i];
    }
    g_autoptr (BwShape) shape = make_file_shape (text->str, text->len);
    g_autoptr (BwPlan) plan = bw_plan_new ();
    for (guint c = 0; c < 2; c++) {
      BwColumnPlan *column = bw_column_plan_new (shape->header[c]);
      column->field = c == 0 ? BW_FIELD_CREATED : BW_FIELD_NONE;
      g_ptr_array_add (plan->columns, column);
    }
    BwEvidence evidence[2] = { 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (BwTable) table = bw_load (shape, plan, evidence, NULL, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (bw_table_get_n_rows (table), ==, expected);
    g_assert_cmpint (evidence[0].n_read, ==, (gint64) expected);
    g_assert_cmpint (shape->survey->total.n_lines, ==, (gint64) expected + 1);
    g_autofree char *last = bw_table_dup_text (table, expected - 1, 0);
    g_assert_cmpstr (last, ==, n_rows[i] > 0 ? "2025-03-02" : "2025-03-01");
  }
}

/* What stands in no place that was looked at before. */
static void
test_not_utf8_as_assumed (void)
{
  for (gsize at = 0; at < 400; at += 13) {
    g_autofree char *text = write_file (3, 300, "\n", 0);
    bw_survey_set_chunk (100 + 17 * at);
    text[strlen (text) * at / 400] = '\xfc';
    for (guint assumed = 0; assumed < 2; assumed++) {
      g_autoptr (BwShape) shape = make_file_shape (text, strlen (text));
      g_autoptr (BwZone) zone = bw_zone_new_utc ();
      g_autoptr (BwPlan) plan = make_plan (zone);
      BwEvidence evidence[G_N_ELEMENTS (sorts)] = { 0 };
      g_autoptr (GError) error = NULL;
      shape->assumed = assumed;
      g_autoptr (BwTable) table = bw_load (shape, plan, evidence, NULL, NULL, NULL, NULL, &error);
      free_evidence (evidence);
      g_assert_cmpint (table == NULL, ==, assumed);
      if (assumed)
        g_assert_error (error, BW_ERROR, BW_ERROR_ENCODING);
    }
  }
  bw_survey_set_chunk (0);
}

static void
test_levels (void)
{
  g_autofree char *text = write_file (99, 500, "\n", 3);
  BwScanLevel best = bw_scan_get_level ();
  for (int level = 0; level < BW_SCAN_LAST; level++)
    if (bw_scan_force ((BwScanLevel) level))
      check_text (text, strlen (text));
  bw_scan_force (best);
}

static BwTable *
load_single (const char *text, BwFieldId field, BwEvidence *evidence)
{
  g_autoptr (BwShape) shape = make_shape (text, strlen (text));
  g_autoptr (BwPlan) plan = bw_plan_new ();
  for (guint i = 0; shape->header[i]; i++) {
    BwColumnPlan *column = bw_column_plan_new (shape->header[i]);
    column->field = i == 0 ? field : BW_FIELD_NONE;
    column->meaning = word_length;
    g_ptr_array_add (plan->columns, column);
  }
  g_autoptr (GError) error = NULL;
  BwTable *table = bw_load (shape, plan, evidence, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return table;
}

static void
test_dictionary (void)
{
  BwEvidence evidence[2] = { 0 };
  g_autoptr (BwTable) table = load_single ("W,x\nb,1\na,1\n , \n,1\nN/A,1\n b ,1\nEnde,1\n",
                                          BW_FIELD_STATUS, evidence);
  const BwColumn *column = bw_table_get_column (table, 0);
  g_assert_cmpint (column->store, ==, BW_STORE_CODE8);
  g_assert_cmpuint (bw_dictionary_get_size (column->dictionary), ==, 3);
  g_assert_cmpstr (bw_dictionary_get_text (column->dictionary, 0), ==, "Ende");
  g_assert_cmpstr (bw_dictionary_get_text (column->dictionary, 1), ==, "a");
  g_assert_true (isnan (bw_dictionary_get_meaning (column->dictionary, 0)));
  g_assert_cmpfloat (bw_dictionary_get_meaning (column->dictionary, 2), ==, 1);
  static const guint32 codes[] = { 3, 2, 0, 0, 0, 3, 1 };
  g_assert_cmpuint (bw_table_get_n_rows (table), ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpuint (bw_column_code (column, i), ==, codes[i]);
  g_assert_cmpint (evidence[0].n_blank, ==, 3);
}

/* Only what proves that no id stands there twice counts as order. */
static void
test_order_of_ids (void)
{
  static const struct {
    const char *text;
    gboolean in_order;
  } cases[] = {
    { "Id,x\n1,1\n2,1\n10,1\n", TRUE },
    { "x,Id\n1,1\n1,2\n1,10\n", TRUE },
    { "x,Id\r\n1,1\r\n1,2\r\n1,10", TRUE },
    { "Id,x\n10,1\n9,1\n1,1\n", TRUE },
    { "Id,x\nAB-1,1\nAB-2,1\n\nAB-10,1\n", TRUE },
    { "Id,x\n1,1\n2,1\n2,1\n", FALSE },
    { "Id,x\n1,1\n3,1\n2,1\n", FALSE },
    { "Id,x\n1,1\n2,1\n\"1\",1\n\"2\",1\n", FALSE },
    { "Id,x\n1,1\n,1\n,1\n", FALSE },
    { "x,Id\n1,1\n1\n1\n", FALSE },
  };
  for (guint chunk = 0; chunk < 40; chunk += 5)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
      bw_survey_set_chunk (chunk);
      guint place = cases[i].text[0] == 'x' ? 1 : 0;
      g_autoptr (BwShape) shape = make_file_shape (cases[i].text, strlen (cases[i].text));
      g_autoptr (BwPlan) plan = bw_plan_new ();
      for (guint c = 0; c < 2; c++) {
        BwColumnPlan *column = bw_column_plan_new (shape->header[c]);
        column->field = c == place ? BW_FIELD_ID : BW_FIELD_NONE;
        g_ptr_array_add (plan->columns, column);
      }
      BwEvidence evidence[2] = { 0 };
      g_autoptr (BwTable) table = bw_load (shape, plan, evidence, NULL, NULL, NULL, NULL, NULL);
      g_assert_nonnull (table);
      g_assert_cmpint (evidence[place].in_order, ==, cases[i].in_order);
    }
  bw_survey_set_chunk (0);
}

/* More distinct words than 8 and than 16 bits can number. */
static void
test_many_words (void)
{
  static const guint sizes[] = { 255, 256, 65535, 65536, 70000 };
  static const BwStore stores[] = { BW_STORE_CODE8, BW_STORE_CODE16, BW_STORE_CODE16,
                                    BW_STORE_CODE32, BW_STORE_CODE32 };
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++) {
    g_autoptr (GString) text = g_string_new ("Tags,x\n");
    for (guint i = 0; i < sizes[s]; i++)
      g_string_append_printf (text, "a word with number %06u,1\n", i);
    BwEvidence evidence[2] = { 0 };
    g_autoptr (BwTable) table = load_single (text->str, BW_FIELD_TAG, evidence);
    const BwColumn *column = bw_table_get_column (table, 0);
    g_assert_cmpint (column->store, ==, stores[s]);
    g_assert_cmpuint (bw_dictionary_get_size (column->dictionary), ==, sizes[s]);
    for (guint i = 0; i < sizes[s]; i++)
      g_assert_cmpuint (bw_column_code (column, i), ==, i + 1);
  }
}

static void
test_again (void)
{
  g_autofree char *text = write_file (5, 300, "\n", 0);
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPlan) plan = make_plan (zone);
  g_autoptr (BwShape) shape = make_shape (text, strlen (text));
  BwEvidence evidence[G_N_ELEMENTS (sorts)] = { 0 };
  gboolean which[G_N_ELEMENTS (sorts)] = { FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BwTable) table = bw_load (shape, plan, evidence, NULL, NULL, NULL, NULL, &error);
  ((BwColumnPlan *) plan->columns->pdata[2])->unit = BW_DURATION_HOURS;
  ((BwColumnPlan *) plan->columns->pdata[6])->field = BW_FIELD_NONE;
  which[2] = which[6] = TRUE;
  g_assert_true (bw_load_again (shape, plan, which, table, evidence, NULL, NULL, NULL, &error));
  g_assert_cmpint (bw_table_get_column (table, 6)->store, ==, BW_STORE_NONE);
  BwEvidence expected[G_N_ELEMENTS (sorts)] = { 0 };
  BwRagged ragged = { 0 };
  compare_rows (shape, plan, table, expected, &ragged);
  assert_same_evidence (&evidence[2], &expected[2]);
  free_evidence (evidence);
}

static void
test_sample (void)
{
  g_autofree char *text = write_file (5, 4000, "\n", 0);
  g_autoptr (BwShape) shape = make_shape (text, strlen (text));
  g_autoptr (GPtrArray) rows = bw_load_sample (shape, 500);
  g_assert_cmpuint (rows->len, >, 300);
  g_assert_cmpuint (rows->len, <=, 500);
  g_autoptr (GPtrArray) all = bw_load_sample (shape, 100000);
  g_assert_cmpuint (all->len, >, 3500);
}

/* Rows as wide as that do not fit into what is read at a time; line ends lie at all its borders. */
static void
test_sample_of_file_is_that_of_memory (void)
{
  static const struct {
    guint n_rows;
    guint wide_every; /* 0 = never */
    guint n_bytes;
  } rows[] = { { 1, 0, 0 }, { 3000, 0, 0 }, { 3000, 7, 500 }, { 900, 50, 20000 }, { 3, 1, 40000 } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) text = g_string_new ("id,text\r\n");
    for (guint row = 0; row < rows[i].n_rows; row++) {
      gboolean wide = rows[i].wide_every > 0 && row % rows[i].wide_every == 0;
      g_autofree char *filling = g_strnfill (wide ? rows[i].n_bytes : row % 11, 'x');
      g_string_append_printf (text, "%u,\"%s\n\"\r\n", row, filling);
    }
    g_autoptr (BwShape) shape = make_shape (text->str, text->len);
    g_autoptr (BwShape) of_file = make_file_shape (text->str, text->len);
    g_autoptr (GPtrArray) expected = bw_load_sample (shape, 1000);
    g_autoptr (GPtrArray) found = bw_load_sample (of_file, 1000);
    g_assert_cmpuint (found->len, ==, expected->len);
    for (guint row = 0; row < found->len; row++)
      g_assert_cmpstrv (found->pdata[row], expected->pdata[row]);
  }
}

static void
test_entities_of_sample (void)
{
  static const struct {
    const char *cells[3];
    gboolean expected;
    const char *first;
  } rows[] = {
    { { "a &#62; b", "c", "d" }, TRUE, "a > b" },
    { { "a &gt; b &amp;#62;", "&eacute;", "d" }, TRUE, "a > b &#62;" },
    { { "a &gt; b", "R&D", "d" }, FALSE, "a &gt; b" },
    { { "a &gt; b", "https://a.example/?b=1&c=2", "d" }, TRUE, "a > b" },
    { { "a &unheard; b", "c", "d" }, FALSE, "a &unheard; b" },
    { { "a &#0; b", "c", "d" }, FALSE, "a &#0; b" },
    { { "a &gt b", "c", "d" }, FALSE, "a &gt b" },
    { { "a > b", "c", "d" }, FALSE, "a > b" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
    const char *const cells[] = { rows[i].cells[0], rows[i].cells[1], rows[i].cells[2], NULL };
    g_ptr_array_add (sample, g_strdupv ((GStrv) cells));
    g_assert_true (bw_sample_resolve_entities (sample) == rows[i].expected);
    g_assert_cmpstr (((GStrv) sample->pdata[0])[0], ==, rows[i].first);
  }
}

static BwTable *
load_words (const char *text, gboolean entities, gboolean takes_last)
{
  g_autoptr (BwShape) shape = make_shape (text, strlen (text));
  g_autoptr (BwPlan) plan = bw_plan_new ();
  BwEvidence evidence[2] = { 0 };
  plan->kind = BW_KIND_TICKETS;
  plan->entities = entities;
  for (guint i = 0; i < 2; i++) {
    BwColumnPlan *column = bw_column_plan_new (i == 0 ? "Subject" : "Agent");
    column->field = i == 0 ? BW_FIELD_SUBJECT : BW_FIELD_AGENT;
    column->takes_last = i == 1 && takes_last;
    g_ptr_array_add (plan->columns, column);
  }
  return bw_load (shape, plan, evidence, NULL, NULL, NULL, NULL, NULL);
}

/* Words and texts are the signs, words that are then the same are one, and the record is as the
 * file has it. */
static void
test_entities (void)
{
  g_autoptr (BwTable) table =
                load_words ("Subject,Agent\na &amp; b,Ren&eacute;\nc,Ren&#233;\n", TRUE, FALSE);
  const BwColumn *agents = bw_table_get_column (table, 1);
  g_autofree char *subject = bw_table_dup_text (table, 0, 0);
  g_autofree char *record = bw_table_dup_record (table, 0);
  g_autofree char *agent = bw_table_dup_text (table, 1, 1);
  g_assert_cmpstr (subject, ==, "a & b");
  g_assert_cmpstr (agent, ==, "René");
  g_assert_cmpstr (record, ==, "a &amp; b,Ren&eacute;");
  g_assert_cmpuint (bw_dictionary_get_size (agents->dictionary), ==, 1);
  g_assert_cmpstr (bw_dictionary_get_text (agents->dictionary, 0), ==, "René");
}

static void
test_last_of_several (void)
{
  static const char text[] = "Subject,Agent\na,Ada; Ben\nb,Ben\nc,Ada;Ben ;\nd,\ne,;\n";
  g_autoptr (BwTable) table = load_words (text, FALSE, TRUE);
  const BwColumn *agents = bw_table_get_column (table, 1);
  guint32 ben;
  g_assert_true (bw_dictionary_find (agents->dictionary, "Ben", &ben));
  for (gsize row = 0; row < 3; row++)
    g_assert_cmpuint (bw_column_code (agents, row), ==, ben + 1);
  g_assert_cmpuint (bw_column_code (agents, 3), ==, 0);
}

/* --- Threads
 * -------------------------------------------------------------------------------------- */

static gboolean digest_only;

static void
print_digest (void)
{
  g_autofree char *text = write_file (1, 3000, "\n", 2);
  g_autoptr (BwZone) zone = bw_zone_new ("Europe/Berlin", NULL);
  g_autoptr (BwPlan) plan = make_plan (zone);
  bw_survey_set_chunk (5000);
  g_autoptr (BwShape) shape = make_shape (text, strlen (text));
  BwEvidence evidence[G_N_ELEMENTS (sorts)] = { 0 };
  g_autoptr (BwTable) table = bw_load (shape, plan, evidence, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize n_rows = bw_table_get_n_rows (table);
  for (guint i = 0; i < bw_table_get_n_columns (table); i++) {
    const BwColumn *column = bw_table_get_column (table, i);
    g_checksum_update (sum, column->values, (gssize) (n_rows * bw_store_width (column->store)));
    for (guint j = 0; column->dictionary && j < column->dictionary->n; j++)
      g_checksum_update (sum, (const guchar *) column->dictionary->texts[j], -1);
    g_checksum_update (sum, (const guchar *) evidence[i].first_bad, evidence[i].first_bad ? -1 : 0);
    evidence[i].first_bad = (g_free (evidence[i].first_bad), NULL);
    g_checksum_update (sum, (const guchar *) &evidence[i], sizeof evidence[i]);
  }
  g_print ("%s", g_checksum_get_string (sum));
}

static char *program;

static void
test_threads (void)
{
  static const char *const counts_of_threads[] = { "1", "2", "7" };
  g_autofree char *first = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (counts_of_threads); i++) {
    g_autofree char *output = NULL;
    g_autoptr (GError) error = NULL;
    char *argv[] = { program, (char *) "--digest", NULL };
    g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "BELLWETHER_THREADS",
                                                  counts_of_threads[i], TRUE);
    int status;
    g_spawn_sync (NULL, argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                  &error);
    g_assert_no_error (error);
    g_assert_true (g_spawn_check_wait_status (status, NULL));
    g_assert_cmpuint (strlen (output), ==, 64);
    if (first)
      g_assert_cmpstr (output, ==, first);
    else
      first = g_steal_pointer (&output);
  }
}

int
main (int argc, char **argv)
{
  program = argv[0];
  digest_only = argc > 1 && strcmp (argv[1], "--digest") == 0;
  if (digest_only) {
    print_digest ();
    return 0;
  }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/values", test_values);
  g_test_add_func ("/load/borders", test_borders);
  g_test_add_func ("/load/stray-quotes", test_stray_quotes);
  g_test_add_func ("/load/more-rows-than-guessed", test_more_rows_than_guessed);
  g_test_add_func ("/load/not-utf8-as-assumed", test_not_utf8_as_assumed);
  g_test_add_func ("/load/levels", test_levels);
  g_test_add_func ("/load/dictionary", test_dictionary);
  g_test_add_func ("/load/order-of-ids", test_order_of_ids);
  g_test_add_func ("/load/many-words", test_many_words);
  g_test_add_func ("/load/again", test_again);
  g_test_add_func ("/load/sample", test_sample);
  g_test_add_func ("/load/sample-of-file-is-that-of-memory", test_sample_of_file_is_that_of_memory);
  g_test_add_func ("/load/entities-of-sample", test_entities_of_sample);
  g_test_add_func ("/load/entities", test_entities);
  g_test_add_func ("/load/last-of-several", test_last_of_several);
  g_test_add_func ("/load/threads", test_threads);
  return g_test_run ();
}
