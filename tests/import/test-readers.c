/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every sample of every reader: ok-* gives the cells that lie beside it, bad-* one sentence. A
 * reader without both kinds of sample fails. */
#include <string.h>
#include <yyjson.h>

#include "bw-cells.h"
#include "bw-error.h"
#include "bw-note.h"
#include "bw-serial.h"

static char *folder;

static char *
read_cells (const char *path)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  bw_cells_write (path, NULL, stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_reader (const char *path)
{
  g_autoptr (BwText) text = bw_text_new_from_file (path, NULL);
  g_autofree char *around = g_path_get_dirname (path);
  g_autofree char *id = g_path_get_basename (around);
  g_assert_cmpstr (bw_reader_for_text (text, NULL)->id, ==, id);
}

static void
test_ok (gconstpointer data)
{
  g_autofree char *expected_path = g_strconcat (data, ".expected.json", NULL);
  g_autofree char *json = read_cells (data);
  yyjson_doc *got = yyjson_read (json, strlen (json), 0);
  yyjson_doc *expected = yyjson_read_file (expected_path, 0, NULL, NULL);
  g_assert_nonnull (got);
  g_assert_nonnull (expected);
  assert_reader (data);
  if (!yyjson_equals (yyjson_doc_get_root (got), yyjson_doc_get_root (expected))) {
    g_test_message ("got %.2000s", json);
    g_test_fail ();
  }
  yyjson_doc_free (got);
  yyjson_doc_free (expected);
}

static void
test_bad (gconstpointer data)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  g_autoptr (GError) error = NULL;
  g_assert_false (bw_read_file (data, NULL, shapes, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == BW_ERROR);
  g_assert_cmpuint (strlen (error->message), <, 250);
  g_assert_null (strchr (error->message, '\n'));
}

/* Nothing is left behind, and nothing but cancellation is reported, wherever it comes. */
static void
test_cancelled (gconstpointer data)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_false (bw_read_file (data, NULL, shapes, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
cancel_cb (gint64 done, gint64 total, gpointer user_data)
{
  g_assert_cmpint (done, >=, 0);
  g_assert_cmpint (done, <=, total);
  g_cancellable_cancel (user_data);
}

/* The same from the first report of progress on. */
static void
test_cancelled_underway (void)
{
  static const char *const names[] = { "xlsx/ok-types.xlsx", "ods/ok-types.ods",
                                       "json/ok-array.json", "container/ok-late-key.ndjson.gz" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    g_assert_false (bw_read_file (path, NULL, shapes, cancellable, cancel_cb, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
}

typedef struct {
  gint64 last;
  guint n_in_half[2];
} Seen;

static void
see_cb (gint64 done, gint64 total, gpointer user_data)
{
  Seen *seen = user_data;
  g_assert_cmpint (done, >=, seen->last);
  g_assert_cmpint (done, <=, total);
  seen->last = done;
  seen->n_in_half[done * 2 > total]++;
}

/* A workbook is walked twice: its shared texts are half of the way, and progress never falls back.
 */
static void
test_progress_of_workbook (void)
{
  g_autofree char *path = g_build_filename (folder, "xlsx/ok-types.xlsx", NULL);
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  g_autoptr (GError) error = NULL;
  Seen seen = { 0 };
  g_assert_true (bw_read_file (path, NULL, shapes, NULL, see_cb, &seen, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (seen.n_in_half[0], >, 0);
  g_assert_cmpuint (seen.n_in_half[1], >, 0);
}

/* --- Names and notes ----------------------------------------------------------------------------
 */

static GPtrArray *
read_sample (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GPtrArray *shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  g_autoptr (GError) error = NULL;
  bw_read_file (path, NULL, shapes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return shapes;
}

static const BwShape *
get_shape (GPtrArray *shapes, guint i)
{
  g_assert_cmpuint (i, <, shapes->len);
  return shapes->pdata[i];
}

static gboolean
has_note (const BwShape *shape, const char *code)
{
  for (guint i = 0; i < shape->notes->len; i++)
    if (strcmp (((BwNote *) shape->notes->pdata[i])->code, code) == 0)
      return TRUE;
  return FALSE;
}

static void
test_members (void)
{
  g_autoptr (GPtrArray) several = read_sample ("container/ok-several.zip");
  g_assert_cmpuint (several->len, ==, 2);
  g_assert_cmpstr (get_shape (several, 0)->member, ==, "tickets.csv");
  g_assert_cmpstr (get_shape (several, 1)->member, ==, "more/calls.json");
  g_assert_true (has_note (get_shape (several, 0), "skipped-part"));

  g_autoptr (GPtrArray) nested = read_sample ("container/ok-nested.zip");
  g_assert_cmpstr (get_shape (nested, 0)->member, ==, "inner.zip › a.csv.gz");
  g_autoptr (GPtrArray) plain = read_sample ("container/ok-plain.csv.gz");
  g_assert_null (get_shape (plain, 0)->member);
  g_autoptr (GPtrArray) sheets = read_sample ("xlsx/ok-sheets.xlsx");
  g_assert_cmpstr (get_shape (sheets, 1)->member, ==, "Tickets");
  g_autoptr (GPtrArray) sheet = read_sample ("xlsx/ok-types.xlsx");
  g_assert_null (get_shape (sheet, 0)->member);
}

static void
test_notes (void)
{
  g_autoptr (GPtrArray) cells = read_sample ("xlsx/ok-cells.xlsx");
  g_assert_true (has_note (get_shape (cells, 0), "workbook-error"));
  g_autoptr (GPtrArray) named = read_sample ("json/ok-named.json");
  g_assert_true (has_note (get_shape (named, 0), "json-left-out"));
  g_assert_true (has_note (get_shape (named, 0), "json-list"));
  g_autoptr (GPtrArray) array = read_sample ("json/ok-array.json");
  g_assert_false (has_note (get_shape (array, 0), "json-left-out"));
}

/* The bytes that a source is known by are those of the file, not of what was inside. */
static void
test_raw (void)
{
  g_autofree char *path = g_build_filename (folder, "container/ok-nested.zip", NULL);
  g_autofree char *bytes = NULL;
  gsize n;
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_autoptr (GPtrArray) shapes = read_sample ("container/ok-nested.zip");
  const BwShape *shape = get_shape (shapes, 0);
  g_assert_cmpmem (bw_text_get_start (shape->raw), bw_text_get_size (shape->raw), bytes, n);
}

static void
test_names (void)
{
  g_autoptr (GPtrArray) log = read_sample ("queue-log/ok-queue_log");
  const BwShape *shape = get_shape (log, 0);
  g_assert_cmpstr (shape->header[4], ==, "event");
  g_assert_cmpuint (g_strv_length (shape->header), ==, 10);
  g_assert_cmpuint (shape->data_at, ==, 0);

  g_autoptr (GPtrArray) calls = read_sample ("cdr/ok-18-columns.csv");
  g_auto (GStrv) names = g_strdupv (get_shape (calls, 0)->header);
  g_autofree char *joined = g_strjoinv (" ", names);
  g_assert_cmpstr (
      joined, ==,
      "accountcode src dst dcontext clid channel dstchannel lastapp lastdata start answer "
      "end duration billsec disposition amaflags uniqueid userfield");
  g_autoptr (GPtrArray) custom = read_sample ("cdr/ok-custom.csv");
  g_assert_cmpstr (get_shape (custom, 0)->header[13], ==, "disposition");
}

/* --- Numbers ------------------------------------------------------------------------------------
 */

static void
test_codes (void)
{
  static const struct {
    const char *code;
    BwSerialKind kind;
  } cases[] = {
    { "General", BW_SERIAL_NUMBER },          { "0.00", BW_SERIAL_NUMBER },
    { "#,##0 \"days\"", BW_SERIAL_NUMBER },   { "[Red]0", BW_SERIAL_NUMBER },
    { "0.00E+00", BW_SERIAL_NUMBER },         { "0%", BW_SERIAL_PERCENT },
    { "yyyy-mm-dd", BW_SERIAL_DATE },         { "mmm yy", BW_SERIAL_DATE },
    { "DD.MM.YYYY HH:MM", BW_SERIAL_MOMENT }, { "m/d/yy h:mm AM/PM", BW_SERIAL_MOMENT },
    { "hh:mm", BW_SERIAL_DURATION },          { "[h]:mm:ss;@", BW_SERIAL_DURATION },
    { "[mm]:ss", BW_SERIAL_DURATION },        { "mm:ss.0", BW_SERIAL_DURATION },
    { "[$-409]d\\-mmm;@", BW_SERIAL_DATE },   { "_-* #,##0.00\\ \"sdmhy\"_-", BW_SERIAL_NUMBER },
    { "0;yyyy", BW_SERIAL_NUMBER },           { "[h", BW_SERIAL_NUMBER },
    { "\"open", BW_SERIAL_NUMBER },           { "", BW_SERIAL_NUMBER },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].code);
    g_assert_cmpint (bw_serial_kind_of_code (cases[i].code), ==, cases[i].kind);
  }
}

static void
test_serials (void)
{
  static const struct {
    const char *value;
    BwSerialKind kind;
    gboolean since_1904;
    const char *text;
  } cases[] = {
    { "45678.42", BW_SERIAL_MOMENT, FALSE, "2025-01-21 10:04:48" },
    { "45678.42", BW_SERIAL_DATE, FALSE, "2025-01-21 10:04:48" },
    { "45678", BW_SERIAL_DATE, FALSE, "2025-01-21" },
    { "45678", BW_SERIAL_MOMENT, FALSE, "2025-01-21 00:00:00" },
    { "45677.999999999", BW_SERIAL_MOMENT, FALSE, "2025-01-21 00:00:00" },
    { "45678.4200115741", BW_SERIAL_MOMENT, FALSE, "2025-01-21 10:04:49" },
    { "45678.42000579", BW_SERIAL_MOMENT, FALSE, "2025-01-21 10:04:48.500" },
    { "1", BW_SERIAL_DATE, FALSE, "1900-01-01" },
    { "59", BW_SERIAL_DATE, FALSE, "1900-02-28" },
    { "61", BW_SERIAL_DATE, FALSE, "1900-03-01" },
    { "1", BW_SERIAL_DATE, TRUE, "1904-01-02" },
    { "2958465", BW_SERIAL_DATE, FALSE, "9999-12-31" },
    { "2958466", BW_SERIAL_DATE, FALSE, "2958466" },
    { "-1", BW_SERIAL_DATE, FALSE, "-24:00:00" },
    { "0.5", BW_SERIAL_DATE, FALSE, "12:00:00" },
    { "1.0854166666666667", BW_SERIAL_DURATION, FALSE, "26:03:00" },
    { "-0.020833333333333332", BW_SERIAL_DURATION, FALSE, "-0:30:00" },
    { "0.00001", BW_SERIAL_DURATION, FALSE, "0:00:00.864" },
    { "45678.5", BW_SERIAL_DURATION, FALSE, "2025-01-21 12:00:00" },
    { "0.9401", BW_SERIAL_PERCENT, FALSE, "94.01%" },
    { "0.070000000000000007", BW_SERIAL_PERCENT, FALSE, "7%" },
    { "0.94010000000000005", BW_SERIAL_NUMBER, FALSE, "0.9401" },
    { "1.5E-3", BW_SERIAL_NUMBER, FALSE, "0.0015" },
    { "1E20", BW_SERIAL_NUMBER, FALSE, "100000000000000000000" },
    { "1e300", BW_SERIAL_NUMBER, FALSE, "1e+300" },
    { "0.1", BW_SERIAL_NUMBER, FALSE, "0.1" },
    { "-12", BW_SERIAL_NUMBER, FALSE, "-12" },
    { "0", BW_SERIAL_NUMBER, FALSE, "0" },
    { "nan", BW_SERIAL_NUMBER, FALSE, "" },
    { "1x", BW_SERIAL_DATE, FALSE, "" },
    { "", BW_SERIAL_NUMBER, FALSE, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    char out[BW_SERIAL_MAX_TEXT];
    gsize n = bw_serial_write (cases[i].value, strlen (cases[i].value), cases[i].kind,
                               cases[i].since_1904, out);
    g_autofree char *text = g_strndup (out, n);
    g_test_message ("%s", cases[i].value);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

/* --- Registry -----------------------------------------------------------------------------------
 */

static void
add_samples (const BwReader *reader)
{
  g_autofree char *path = g_build_filename (folder, reader->id, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n_ok = 0;
  guint n_bad = 0;
  const char *name;
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *sample = g_build_filename (path, name, NULL);
    g_autofree char *test = g_strdup_printf ("/readers/%s/%s", reader->id, name);
    g_autofree char *cancelled = g_strdup_printf ("/readers/cancelled/%s/%s", reader->id, name);
    gboolean is_ok = g_str_has_prefix (name, "ok-") && !g_str_has_suffix (name, ".expected.json");
    gboolean is_bad = g_str_has_prefix (name, "bad-");
    if (is_ok)
      g_test_add_data_func_full (test, g_strdup (sample), test_ok, g_free);
    if (is_ok)
      g_test_add_data_func_full (cancelled, g_strdup (sample), test_cancelled, g_free);
    if (is_bad)
      g_test_add_data_func_full (test, g_strdup (sample), test_bad, g_free);
    n_ok += is_ok;
    n_bad += is_bad;
  }
  if (n_ok == 0 || n_bad == 0)
    g_error ("the reader “%s” lacks a sample ok-* or bad-* in %s", reader->id, path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "data", "readers", NULL);
  for (guint i = 0; bw_readers ()[i]; i++)
    add_samples (bw_readers ()[i]);
  g_test_add_func ("/readers/cancelled/underway", test_cancelled_underway);
  g_test_add_func ("/readers/progress-of-workbook", test_progress_of_workbook);
  g_test_add_func ("/readers/members", test_members);
  g_test_add_func ("/readers/notes", test_notes);
  g_test_add_func ("/readers/raw", test_raw);
  g_test_add_func ("/readers/names", test_names);
  g_test_add_func ("/serial/codes", test_codes);
  g_test_add_func ("/serial/values", test_serials);
  int status = g_test_run ();
  g_free (folder);
  return status;
}
