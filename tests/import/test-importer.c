/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From paths to a dataset: what goes wrong says what it is and names the file, and nothing goes
 * half way. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bw-error.h"
#include "bw-importer.h"
#include "bw-parallel.h"

static char *folder;

static const char good[] = "Ticket ID,Created at,Solved at,Status,Group\n"
                           "1,2025-03-01 10:00:00,2025-03-01 12:00:00,Solved,Billing\n"
                           "2,2025-03-02 10:00:00,2025-03-04 12:00:00,Closed,\"Sales, EMEA\"\n"
                           "3,2025-03-03 10:00:00,,Open,Billing\n";

static char *
write_file (const char *name, const char *bytes, gssize n)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_file_set_contents (path, bytes, n, &error);
  g_assert_no_error (error);
  return path;
}

static BwDataset *
load (const char *first, const char *second, GCancellable *cancellable, GError **error)
{
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  const char *paths[] = { first, second, NULL };
  bw_importer_set_zone (importer, utc);
  bw_importer_set_hash (importer, TRUE);
  return bw_importer_load (importer, paths, cancellable, NULL, NULL, error);
}

static void
test_good (void)
{
  g_autofree char *path = write_file ("good.csv", good, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BwDataset) dataset = load (path, NULL, NULL, &error);
  g_assert_no_error (error);
  BwTable *table = bw_dataset_get_table (dataset, BW_KIND_TICKETS);
  g_assert_cmpuint (bw_table_get_n_rows (table), ==, 3);
  g_autoptr (BwSource) source = g_list_model_get_item (bw_dataset_get_sources (dataset), 0);
  g_assert_cmpstr (source->name, ==, "good.csv");
  g_assert_cmpstr (source->encoding, ==, "UTF-8");
  g_assert_cmpstr (source->delimiter, ==, ",");
  g_assert_cmpint (source->size, ==, sizeof good - 1);
  g_assert_cmpint (source->n_rows, ==, 3);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, good, -1);
  g_assert_cmpstr (bw_source_get_sha256 (source, NULL), ==, sum);
}

/* The same rows whatever the encoding is. */
static void
test_encodings (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16", "UTF-32", "WINDOWS-1252" };
  static const char text[] = "Ticket ID;Created at;Solved at;Status;Group\n"
                             "1;2025-03-01 10:00:00;2025-03-02 10:00:00;Solved;Müller\n"
                             "2;2025-03-02 10:00:00;2025-03-02 11:00:00;Closed;Größe\n"
                             "3;2025-03-03 10:00:00;;Open;Müller\n";
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++) {
    gsize n;
    g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &n, NULL);
    g_assert_nonnull (bytes);
    g_autofree char *path = write_file (encodings[i], bytes, (gssize) n);
    g_autoptr (GError) error = NULL;
    g_autoptr (BwDataset) dataset = load (path, NULL, NULL, &error);
    g_assert_no_error (error);
    BwTable *table = bw_dataset_get_table (dataset, BW_KIND_TICKETS);
    g_autofree char *cell = bw_table_dup_text (table, 1, 4);
    g_assert_cmpstr (cell, ==, "Größe");
    g_autoptr (BwSource) source = g_list_model_get_item (bw_dataset_get_sources (dataset), 0);
    g_assert_cmpint (source->size, ==, (gint64) n);
  }
}

/* What is not UTF-8 stands far behind a beginning that is. */
static void
test_encoding_that_shows_late (void)
{
  static const struct {
    const char *first; /* a group */
    const char *rare;
    const char *shown;
    const char *encoding;
    gboolean noted;
  } cases[] = {
    { "Support", "M\xfcller", "Müller", "windows-1252", FALSE },
    { "Größe", "M\xfcller", "M�ller", "UTF-8", TRUE },
    { "Größe", "Müller", "Müller", "UTF-8", FALSE },
  };
  const int n_rows = 40000;
  const int rare_at = 33333;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new ("Ticket ID,Created at,Solved at,Status,Group\n");
    for (int row = 0; row < n_rows; row++)
      g_string_append_printf (text, "%d,2025-03-01 10:00:00,2025-03-02 10:00:00,Solved,%s\n", row,
                              row == rare_at ? cases[i].rare : cases[i].first);
    g_autofree char *path = write_file ("late.csv", text->str, (gssize) text->len);
    g_autoptr (GError) error = NULL;
    g_autoptr (BwDataset) dataset = load (path, NULL, NULL, &error);
    g_assert_no_error (error);
    BwTable *table = bw_dataset_get_table (dataset, BW_KIND_TICKETS);
    g_assert_cmpuint (bw_table_get_n_rows (table), ==, (gsize) n_rows);
    g_autofree char *cell = bw_table_dup_text (table, (gsize) rare_at, 4);
    g_assert_cmpstr (cell, ==, cases[i].shown);
    g_assert_cmpuint (g_list_model_get_n_items (bw_dataset_get_sources (dataset)), ==, 1);
    g_autoptr (BwSource) source = g_list_model_get_item (bw_dataset_get_sources (dataset), 0);
    g_assert_cmpstr (source->encoding, ==, cases[i].encoding);
    gboolean noted = FALSE;
    for (guint j = 0; j < source->notes->len; j++)
      noted |= g_str_equal (((const BwNote *) source->notes->pdata[j])->code, "mixed-encoding");
    g_assert_cmpint (noted, ==, cases[i].noted);
    g_autofree char *sum =
        g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->str, text->len);
    g_assert_cmpstr (bw_source_get_sha256 (source, NULL), ==, sum);
  }
}

static void
test_ragged (void)
{
  g_autofree char *text = g_strconcat (good, "4,2025-03-04 10:00:00\n\n,,,,\n", NULL);
  g_autofree char *path = write_file ("ragged.csv", text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BwDataset) dataset = load (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (BwSource) source = g_list_model_get_item (bw_dataset_get_sources (dataset), 0);
  g_assert_cmpint (source->n_rows, ==, 4);
  gboolean noted = FALSE;
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = source->notes->pdata[i];
    if (strcmp (note->code, "ragged-row") == 0) {
      noted = TRUE;
      g_assert_cmpint (note->count, ==, 1);
      g_assert_cmpint (note->first_line, ==, 5);
    }
  }
  g_assert_true (noted);
}

typedef struct {
  const char *name;
  const char *bytes;
  gssize n;
  BwError code;
  const char *word; /* in the sentence */
} Wrong;

static const Wrong wrong[] = {
  { "empty.csv", "", 0, BW_ERROR_EMPTY, "empty" },
  { "header.csv", "Ticket ID,Created at,Status\n", -1, BW_ERROR_EMPTY, "rows" },
  { "undated.csv", "Ticket ID,Created,Status\n1,,Open\n2,,Closed\n", -1, BW_ERROR_PROFILE,
    "“Created” is blank" },
  { "unclosed.csv",
    "Ticket ID,Created,Subject\n1,,\"a\n2,2025-03-01 10:00:00,b\n"
    "3,2025-03-02 10:00:00,c\n4,2025-03-03 10:00:00,d\n",
    -1, BW_ERROR_FORMAT, "quotation mark" },
  { "relative.csv", "id\tSubject\tStatus\tCreatedRelative\n1\ta\topen\t3 weeks ago\n", -1,
    BW_ERROR_PROFILE, "created" },
  { "cut-short.xml", "<?xml version=\"1.0\"?>\n<tickets><ticket><id>1</id>", -1, BW_ERROR_FORMAT,
    "damaged" },
  { "blank.csv", "\n\n\r\n", -1, BW_ERROR_EMPTY, "" },
  { "delimiters.csv", "Ticket ID,Created at,Status\n,,\n,,\n", -1, BW_ERROR_EMPTY, "rows" },
  { "page.csv", "\n<!DOCTYPE html><html><body>Sign in</body></html>", -1, BW_ERROR_FORMAT,
    "web page" },
  { "old-page.csv", "<HTML><head></head></HTML>", -1, BW_ERROR_FORMAT, "web page" },
  { "report.csv", "%PDF-1.7\n1 0 obj", -1, BW_ERROR_FORMAT, "PDF" },
  { "sheet.csv", "PK\3\4\24\0\6\0", 8, BW_ERROR_FORMAT, "" },
  { "picture.csv", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, BW_ERROR_FORMAT, "picture" },
  { "program.csv",
    "\x7f"
    "ELF\2\1\1",
    7, BW_ERROR_FORMAT, "program" },
};

static void
assert_names_file (const GError *error, const char *name)
{
  g_assert_true (g_str_has_prefix (error->message, name));
  g_assert_true (g_str_has_prefix (error->message + strlen (name), ": "));
  g_assert_null (strstr (error->message + strlen (name) + 2, name));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_wrong (gconstpointer data)
{
  const Wrong *test = data;
  g_autofree char *path = write_file (test->name, test->bytes, test->n);
  g_autoptr (GError) error = NULL;
  g_assert_null (load (path, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, BW_ERROR, (int) test->code);
  assert_names_file (error, test->name);
  g_assert_nonnull (strstr (error->message, test->word));
}

static void
test_binary (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  char bytes[5000];
  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (char) g_rand_int_range (rand, 0, 256);
  g_autofree char *path = write_file ("binary.csv", bytes, sizeof bytes);
  g_autoptr (GError) error = NULL;
  g_assert_null (load (path, NULL, NULL, &error));
  g_assert_error (error, BW_ERROR, BW_ERROR_FORMAT);
  assert_names_file (error, "binary.csv");
}

static void
test_directory (void)
{
  g_autofree char *name = g_path_get_basename (folder);
  g_autoptr (GError) error = NULL;
  g_assert_null (load (folder, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  assert_names_file (error, name);
}

static void
test_missing (void)
{
  g_autofree char *path = g_build_filename (folder, "missing.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_assert_null (load (path, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_names_file (error, "missing.csv");
}

static void
test_no_permission (void)
{
  if (geteuid () == 0) {
    g_test_skip ("root may read every file");
    return;
  }
  g_autofree char *path = write_file ("secret.csv", good, -1);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  g_autoptr (GError) error = NULL;
  g_assert_null (load (path, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_names_file (error, "secret.csv");
}

/* The only line of the file is one cell: refused at once, and not told in full. */
static void
test_long_name (void)
{
  g_autofree char *cell = g_strnfill (70000, 'x');
  g_autofree char *text = g_strconcat (cell, "\n1\n2\n", NULL);
  g_autofree char *path = write_file ("long.csv", text, -1);
  g_autoptr (GError) error = NULL;
  g_assert_null (load (path, NULL, NULL, &error));
  g_assert_error (error, BW_ERROR, BW_ERROR_FORMAT);
  g_assert_cmpuint (strlen (error->message), <, 400);
}

/* A good file does not help a wrong one. */
static void
test_all_or_none (void)
{
  g_autofree char *first = write_file ("good.csv", good, -1);
  g_autofree char *second = write_file ("bad.csv", "%PDF-1.4", -1);
  g_autoptr (GError) error = NULL;
  g_assert_null (load (first, second, NULL, &error));
  g_assert_error (error, BW_ERROR, BW_ERROR_FORMAT);
  assert_names_file (error, "bad.csv");
}

static void
test_unknown_encoding (void)
{
  g_autofree char *path = write_file ("good.csv", good, -1);
  const char *paths[] = { path, NULL };
  g_autoptr (BwImporter) importer = bw_importer_new ();
  bw_importer_set_encoding (importer, "no-such-encoding");
  g_autoptr (GError) error = NULL;
  g_assert_null (bw_importer_load (importer, paths, NULL, NULL, NULL, &error));
  g_assert_error (error, BW_ERROR, BW_ERROR_UNSUPPORTED);
  assert_names_file (error, "good.csv");
}

/* --- Progress and cancel
 * -------------------------------------------------------------------------- */

static char *
write_large_file (void)
{
  g_autoptr (GString) text = g_string_new ("Ticket ID,Created at,Solved at,Status,Group\n");
  for (int i = 0; i < 400000; i++)
    g_string_append_printf (text,
                            "%d,2025-03-%02d 10:%02d:00,2025-04-01 12:00:00,Solved,Group %d\n", i,
                            1 + i % 28, i % 60, i % 7);
  return write_file ("large.csv", text->str, (gssize) text->len);
}

static void
test_cancelled_before (void)
{
  g_autofree char *path = write_file ("good.csv", good, -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_null (load (path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct {
  GCancellable *cancellable;
  int reports_before;
  int n_reports;
} Stage;

static void
cancel_at_stage_cb (gint64 done, gint64 total, gpointer user_data)
{
  Stage *stage = user_data;
  if (g_atomic_int_add (&stage->n_reports, 1) >= stage->reports_before)
    g_cancellable_cancel (stage->cancellable);
}

/* Wherever it comes: nothing but the cancellation is said, and at most the blocks under way tell of
 * their progress. */
static void
test_cancelled_at_each_stage (void)
{
  g_autofree char *path = write_large_file ();
  const char *paths[] = { path, NULL };
  for (int before = 0;; before = 2 * before + 1) {
    g_autoptr (BwImporter) importer = bw_importer_new ();
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Stage stage = { cancellable, before, 0 };
    g_autoptr (BwDataset) dataset = bw_importer_load (importer, paths, cancellable,
                                                     cancel_at_stage_cb, &stage, &error);
    if (!g_cancellable_is_cancelled (cancellable)) {
      g_assert_cmpint (before, >, 0);
      g_assert_nonnull (dataset);
      break;
    }
    g_assert_null (dataset);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpint (stage.n_reports, <=, before + 1 + bw_thread_count ());
  }
}

typedef struct {
  GMainLoop *loop;
  GCancellable *cancellable;
  BwDataset *dataset;
  GError *error;
  gint64 cancelled_at;
  gint64 last;
  int n_reports;
} Watch;

static void
progress_cb (gint64 done, gint64 total, gpointer user_data)
{
  Watch *watch = user_data;
  g_assert_true (g_main_context_is_owner (NULL));
  g_assert_cmpint (done, >=, 0);
  g_assert_cmpint (done, <=, total);
  watch->n_reports++;
  if (watch->cancellable && !watch->cancelled_at) {
    watch->cancelled_at = g_get_monotonic_time ();
    g_cancellable_cancel (watch->cancellable);
  }
}

static void
loaded_cb (GObject *importer, GAsyncResult *result, gpointer user_data)
{
  Watch *watch = user_data;
  watch->dataset = bw_importer_load_finish (BW_IMPORTER (importer), result, &watch->error);
  g_main_loop_quit (watch->loop);
}

static void
load_async (const char *path, Watch *watch)
{
  g_autoptr (BwImporter) importer = bw_importer_new ();
  const char *paths[] = { path, NULL };
  watch->loop = g_main_loop_new (NULL, FALSE);
  bw_importer_load_async (importer, paths, watch->cancellable, progress_cb, watch, loaded_cb,
                          watch);
  g_main_loop_run (watch->loop);
  g_main_loop_unref (watch->loop);
}

static void
test_async (void)
{
  g_autofree char *path = write_large_file ();
  Watch watch = { 0 };
  load_async (path, &watch);
  g_assert_no_error (watch.error);
  g_assert_cmpuint (bw_table_get_n_rows (bw_dataset_get_table (watch.dataset, BW_KIND_TICKETS)), ==,
                    400000);
  g_assert_cmpint (watch.n_reports, >, 0);
  g_assert_finalize_object (watch.dataset);
}

static void
test_async_cancelled (void)
{
  g_autofree char *path = write_large_file ();
  Watch watch = { .cancellable = g_cancellable_new () };
  load_async (path, &watch);
  g_assert_cmpint (watch.cancelled_at, >, 0);
  g_assert_null (watch.dataset);
  g_assert_error (watch.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_test_message ("answered after %d ms",
                  (int) (g_get_monotonic_time () - watch.cancelled_at) / 1000);
  g_clear_error (&watch.error);
  g_clear_object (&watch.dataset);
  g_object_unref (watch.cancellable);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir));) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("bellwether-XXXXXX", NULL);
  g_assert_nonnull (folder);
  g_test_add_func ("/importer/good", test_good);
  g_test_add_func ("/importer/encodings", test_encodings);
  g_test_add_func ("/importer/encoding-that-shows-late", test_encoding_that_shows_late);
  g_test_add_func ("/importer/ragged", test_ragged);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *path = g_strconcat ("/importer/wrong/", wrong[i].name, NULL);
    g_test_add_data_func (path, &wrong[i], test_wrong);
  }
  g_test_add_func ("/importer/wrong/binary.csv", test_binary);
  g_test_add_func ("/importer/wrong/long-name", test_long_name);
  g_test_add_func ("/importer/wrong/directory", test_directory);
  g_test_add_func ("/importer/wrong/missing", test_missing);
  g_test_add_func ("/importer/wrong/no-permission", test_no_permission);
  g_test_add_func ("/importer/wrong/all-or-none", test_all_or_none);
  g_test_add_func ("/importer/wrong/encoding", test_unknown_encoding);
  g_test_add_func ("/importer/cancelled-before", test_cancelled_before);
  g_test_add_func ("/importer/cancelled-at-each-stage", test_cancelled_at_each_stage);
  g_test_add_func ("/importer/async", test_async);
  g_test_add_func ("/importer/async-cancelled", test_async_cancelled);
  int status = g_test_run ();
  remove_folder ();
  return status;
}
